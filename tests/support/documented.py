"""What README says of each registry, for comparing it with the code."""

from __future__ import annotations

import re
from collections.abc import Iterable

from briefing.cli.command_table import COMMANDS
from briefing.cli.commands.forms import FORMS
from briefing.cli.manual.queries_topic import query_entries
from briefing.evidence.languages import TABLES
from briefing.format.language_tags import language_name
from briefing.library.sort_orders import SORT_ORDERS
from briefing.query.fields import CONDITIONS
from briefing.query.word_fields import WORD_FIELDS
from briefing.render.panes import PANES
from briefing.report import FORMATS
from briefing.settings import CHOICES
from briefing.tui.keys.actions import ACTIONS, Action, split_keys
from briefing.tui.keys.bindings import key_label
from briefing.tui.theme.choice import THEMES
from tests.support.terminal import ROOT

README = (ROOT / "README.md").read_text(encoding="utf-8").replace("\\|", "|")
"""Its text; in a table it writes | with a backslash."""


def sort_orders() -> Iterable[tuple[list[str], list[str]]]:
    """Yield the sort orders of README and of the code: as the settings name them, and as the key's help does."""
    yield _listed(r"^sort: .*# first order of the list: (.*)$"), list(SORT_ORDERS)
    yield _listed(r"^\| `S`, `L` \| sort the list by (.*?); .* \|$"), [order.help for order in SORT_ORDERS.values()]


def commands() -> list[str]:
    """Return the commands that README does not name."""
    return [name for name in COMMANDS if not re.search(rf"`briefing {name}\b", README)]


def forms() -> list[str]:
    """Return the forms of `show` and `list` whose options README does not name."""
    return [name for name, form in FORMS.items() if form.help is not None and f"`--{name}`" not in README]


def report_formats() -> tuple[list[str], list[str]]:
    """Return the formats of problems that README lists, and those of the code."""
    (row,) = re.findall(r"`--format` is one of (.*?)\. ", " ".join(README.split()))
    return re.findall(r"`(\w+)`", row), list(FORMATS)


def conditions() -> list[str]:
    """Return the fields of queries that the manual does not name."""
    page = " ".join(entry.term for entry in query_entries().entries)
    return [name for name in (*WORD_FIELDS, *CONDITIONS) if f"{name}:" not in page]


def no_keys() -> list[str]:
    """Return what README's table of keys calls a key, and no action has."""
    section = README[README.index("\n## Keys\n") : README.index("\n`briefing help keys` has all")]
    named = {
        key for row in re.findall(r"^\| (.*?) \| ", section, re.MULTILINE) for key in re.findall(r"`([^`]+)`", row)
    }
    keys = {key for action in ACTIONS for key in _keys(action)}
    return sorted(named - keys)


def _keys(action: Action) -> list[str]:
    """Return the keys of an action as README writes them."""
    return [key if key.startswith("ctrl+") else key_label(key) for key in split_keys(action.keys)]


def panes() -> tuple[list[str], list[str]]:
    """Return the titles of the panes as README lists them beside their keys, and those of the code."""
    (row,) = re.findall(r"^\| `0`, .* \| the library; (.*?); .* \|$", README, re.MULTILINE)
    return str(row).split(", "), [pane.title for pane in PANES]


def themes() -> tuple[list[str], list[str]]:
    """Return the themes that README says `T` goes through, and those of the code."""
    return _listed(r"^\| `T`, .* \| next theme: (.*?); then .* \|$"), list(THEMES)


def languages() -> tuple[list[str], list[str]]:
    """Return the languages that README says have a table, and those of the code."""
    (said,) = re.findall(r"\(([A-Z][\w, ]+) and (\w+) have one", README)
    return [*str(said[0]).split(", "), said[1]], sorted(map(language_name, TABLES))


def settings() -> tuple[list[str], list[str]]:
    """Return the settings that README shows, in any order, and those of the code."""
    block = README[README.index("\n## Settings\n") :].split("```")[1]
    return sorted(re.findall(r"^(\w+):", block, re.MULTILINE)), sorted(CHOICES)


def _listed(pattern: str) -> list[str]:
    """Return what README lists, with commas between, at the one place that matches."""
    (found,) = re.findall(pattern, README, re.MULTILINE)
    return str(found).split(", ")
