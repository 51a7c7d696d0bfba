"""The parser of libyaml is loaded without the rest of PyYAML, which is there for whoever wants it."""

from __future__ import annotations

import subprocess
import sys

import pytest

_PARTS = {"yaml", "yaml._yaml", "yaml.error", "yaml.events", "yaml.nodes", "yaml.tokens"}
_READ = """
import sys
from pathlib import Path
from briefing.format.tree import parse_tree
assert parse_tree("a: [1, two]", Path("a.yaml")).whole
assert not parse_tree("a: [1", Path("a.yaml")).whole
"""


def run(program: str) -> list[str]:
    """Run Python in a process of its own, and return the words that it prints."""
    code = f"import sys; sys.path[:] = {[path for path in sys.path if path]!r}\n{program}"
    return subprocess.run([sys.executable, "-c", code], capture_output=True, check=True, text=True).stdout.split()


def test_reading_loads_the_parser_of_libyaml_and_its_events_only() -> None:
    assert set(run(f"{_READ}print(*(name for name in sys.modules if name.startswith('yaml')))")) == _PARTS


@pytest.mark.parametrize(
    "wanted",
    [
        pytest.param("import yaml; print(yaml.safe_load('a: 1'), yaml.dump([1]))", id="a function"),
        pytest.param("from yaml import safe_load, dump; print(safe_load('a: 1'), dump([1]))", id="a name"),
        pytest.param("import yaml.loader; from yaml import *; print(safe_load('a: 1'), dump([1]))", id="all names"),
    ],
)
def test_who_wants_more_of_the_package_gets_all_of_it(wanted: str) -> None:
    assert run(f"{_READ}{wanted}") == run(wanted) == ["{'a':", "1}", "-", "1"]


def test_a_name_that_the_package_does_not_have_is_an_error_as_usual() -> None:
    told = "try:\n    yaml.nothing\nexcept AttributeError as error:\n    print(error)"
    assert run(f"{_READ}import yaml\n{told}") == run(f"import yaml\n{told}")


def test_the_errors_of_the_parser_are_those_of_the_package() -> None:
    told = "try:\n    yaml.load('a: [', yaml.CSafeLoader)\nexcept yaml.parser.ParserError:\n    print('caught')"
    assert run(f"{_READ}import yaml\n{told}") == ["caught"]


def test_a_package_that_is_imported_already_is_used_as_it_is() -> None:
    assert run(
        f"import yaml; first = yaml\n{_READ}import yaml; print(yaml is first, 'yaml.loader' in sys.modules)"
    ) == [
        "True",
        "True",
    ]


def test_without_libyaml_the_parser_in_python_reads() -> None:
    told = "print(*(name for name in ('yaml._yaml', 'yaml.scanner') if sys.modules.get(name)))"
    assert run(f"import sys; sys.modules['yaml._yaml'] = None\n{_READ}{told}") == ["yaml.scanner"]


def test_where_the_parts_do_not_fit_the_package_is_imported_as_usual() -> None:
    class_gone = (
        "import sys\n"
        "class Gone:\n"
        "    def find_spec(self, name, path=None, target=None):\n"
        "        if name == 'yaml.tokens' and 'yaml.loader' not in sys.modules and not self.seen:\n"
        "            self.seen = True\n"
        "            raise ImportError(name)\n"
        "    seen = False\n"
        "sys.meta_path.insert(0, Gone())\n"
    )
    assert run(f"{class_gone}{_READ}print('yaml.loader' in sys.modules)") == ["True"]
