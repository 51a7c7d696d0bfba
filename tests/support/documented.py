"""What README says of each registry, for comparing it with the code."""

from __future__ import annotations

import re
from collections.abc import Iterable

from briefing.cli.command_table import COMMANDS
from briefing.cli.commands.forms import FORMS
from briefing.evidence import languages as tables
from briefing.evidence.languages import TABLES
from briefing.library.sort_orders import SORT_ORDERS
from briefing.query.fields import CONDITIONS
from briefing.query.nodes import BriefState
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
    yield _listed(r"^\| `S` \| sort the list by (.*) \|$"), [order.help for order in SORT_ORDERS.values()]


def commands() -> list[str]:
    """Return the commands that README does not name."""
    return [name for name in COMMANDS if not re.search(rf"`briefing {name}\b", README)]


def forms() -> list[str]:
    """Return the forms of `show` and `list` whose options README does not name."""
    return [name for name, form in FORMS.items() if form.help is not None and f"`--{name}`" not in README]


def report_formats() -> tuple[list[str], list[str]]:
    """Return the formats of problems that README lists, and those of the code."""
    (row,) = re.findall(r"^\| `--format` \| (.*) \|$", README, re.MULTILINE)
    return re.findall(r"`(\w+)`", row), list(FORMATS)


def query_fields() -> Iterable[tuple[list[str], list[str]]]:
    """Yield what README lists and what the code has: the fields of words, and the states of a brief."""
    (row,) = re.findall(r"^\| (`title:`.*) \| words in one field", README, re.MULTILINE)
    yield re.findall(r"`(\w+):`", row), list(WORD_FIELDS)
    (row,) = re.findall(r"^\| (`is:.*) \| \|$", README, re.MULTILINE)
    yield re.findall(r"`is:(\w+)`", row), list(BriefState)


def conditions() -> list[str]:
    """Return the fields that take no words and that README does not name."""
    return [name for name in CONDITIONS if f"`{name}:" not in README]


def actions() -> list[str]:
    """Return the ids of the actions of which README's section on keys names no key."""
    section = README[README.index("\n## Keys\n") : README.index("\n## A brief\n")]
    named = {*re.findall(r"`([^`]+)`", section), *re.findall(r"[\w+]+", section.lower())}
    ((first, last),) = re.findall(r"`(\d)` to `(\d)`", section)
    named |= {str(digit) for digit in range(int(first), int(last) + 1)}
    return [action.id for action in ACTIONS if not named.intersection(_keys(action))]


def _keys(action: Action) -> list[str]:
    """Return the keys of an action as README writes them."""
    return [key if key.startswith("ctrl+") else key_label(key) for key in split_keys(action.keys)]


def panes() -> tuple[list[str], list[str]]:
    """Return the titles of the panes as README lists them beside their keys, and those of the code."""
    (row,) = re.findall(r"^\| `0`, .* \| the library; (.*?); .* \|$", README, re.MULTILINE)
    return str(row).split(", "), [pane.title for pane in PANES]


def themes() -> tuple[list[str], list[str]]:
    """Return the themes that README says `T` goes through, and those of the code."""
    return _listed(r"^\| `T` \| next theme: (.*?);.* \|$"), list(THEMES)


def languages() -> tuple[list[str], list[str]]:
    """Return the languages that README says have a table, and those of the code."""
    (said,) = re.findall(r"\(([A-Z][\w, ]+) and (\w+) have one", README)
    there = [name.title() for name, value in vars(tables).items() if value in TABLES.values()]
    return [*str(said[0]).split(", "), said[1]], sorted(there)


def settings() -> tuple[list[str], list[str]]:
    """Return the settings that README shows, in any order, and those of the code."""
    block = README[README.index("\n## Settings\n") :].split("```")[1]
    return sorted(re.findall(r"^(\w+):", block, re.MULTILINE)), sorted(CHOICES)


def _listed(pattern: str) -> list[str]:
    """Return what README lists, with commas between, at the one place that matches."""
    (found,) = re.findall(pattern, README, re.MULTILINE)
    return str(found).split(", ")
