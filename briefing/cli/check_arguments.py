"""Owns what may be typed after `check`, `impact`, `diff`, `new`, `schema`, `search` and `pick`."""

from __future__ import annotations

import argparse

_SHOWN = "100 of a file, 1,000 in all, and say how many more there are; json and sarif never do"
FORMATS = ("text", "json", "github", "sarif")


def add_check(command: argparse.ArgumentParser) -> None:
    """Add the options of `check`."""
    command.description = "Report everything that is wrong with briefs, as path:line:column: severity: sentence [code]."
    command.epilog = "exit codes: 0 no errors, 1 errors (with --strict also warnings), 2 wrong use"
    add = command.add_argument
    add("paths", nargs="*", metavar="PATH|ID", help="files, folders, or ids of the library; - is standard input")
    add("--format", choices=FORMATS, default="text", help="how problems are printed (default: text)")
    add("--all", action="store_true", help=f"print every problem: text and github stop at {_SHOWN}")
    add("--select", metavar="CODE,…", action="append", default=[], help="only these codes")
    add("--ignore", metavar="CODE,…", action="append", default=[], help="all but these codes")
    add("--strict", action="store_true", help="warnings count as errors")
    add("--fix", action="store_true", help="mend in place what is certain: misspelt keys, typography of quotes")
    add("--pin", action="store_true", help="with --fix: note the checksums of the saved texts as they are now")
    add("--coverage", action="store_true", help="list as well what the saved texts have and the briefs do not quote")
    add("--explain", metavar="CODE", help="say what a code means, with examples; `all` lists every code")


_QUERIES = """\
queries:
  harb                    words that begin so, in titles, claims, quotes, notes, sources and their saved texts
  "harbour talks"         these words one after the other; "harbour ta*" the last of them only begun
  a b, a or b, -a, (a b)  both, one of them, not this one; what stands side by side binds closer than `or`
  title: tag: entity: source: by: id:      words in one place: tag:rail, by:"news agency"
  since:2024 until:2024-10                 a date that may reach into these; with ~ behind, also those without a year
  figure:>3000 figure:10..20 unit:km measure:troops/sent    one figure that is all of these
  status:draft marking:amber marking:none
  is:unread is:read is:starred is:changed is:broken is:checked is:verified

A query that begins with a hyphen stands behind --.
"""


def add_search(command: argparse.ArgumentParser) -> None:
    """Add the options of `search`."""
    command.description = "Print where words and facts stand in the briefs of a library, as path:line: title: text."
    command.epilog = f"{_QUERIES}exit codes: 0 found, 1 nothing found, 2 wrong use or a mistake in the query"
    add = command.add_argument
    command.usage = "briefing search [OPTIONS] QUERY ... [PATH]"
    add(
        "words",
        nargs="+",
        metavar="QUERY",
        help="what is looked for: arguments are joined; the last is PATH, the library, if it is a folder",
    )
    form = command.add_mutually_exclusive_group()
    form.add_argument("--json", action="store_true", help="as JSON, one brief or saved text a line")
    add_print0(form, "only the paths of the files, each once and ended by a NUL: for xargs -0")
    add("--limit", metavar="N", type=int, help="print at most so many lines")


def add_print0(command: argparse._ActionsContainer, what: str) -> None:
    """Add the option of commands that print names of files, in which there may be newlines."""
    command.add_argument("-0", "--print0", action="store_true", help=what)
    # argparse takes it for a sign that numbers below zero are options: the query -5 and a folder -2024 are none.
    command._has_negative_number_optionals.clear()  # noqa: SLF001 - there is no other way to say so


def add_pick(command: argparse.ArgumentParser) -> None:
    """Add the options of `pick`."""
    command.description = (
        "Open the list alone, on standard error, and print the path of the brief that is picked: "
        '$EDITOR "$(briefing pick)".'
    )
    command.epilog = f"{_QUERIES}exit codes: 0 picked, 1 nothing picked, 2 wrong use, or no terminal"
    command.usage = "briefing pick [OPTIONS] [QUERY ...] [PATH]"
    command.add_argument(
        "words",
        nargs="*",
        metavar="QUERY",
        help="what the list is filtered by: arguments are joined; the last is PATH if there is such a file or folder",
    )
    add_print0(command, "end the path with a NUL and not with a newline")


def add_impact(command: argparse.ArgumentParser) -> None:
    """Add the options of `impact`."""
    command.description = "Print every claim that rests on a source, and whether it rests on anything else."
    command.add_argument("source", metavar="SOURCE", help="its id, url, file or title")
    command.add_argument(
        "paths", nargs="*", metavar="PATH|ID", help="files, folders, or ids of the library; - is standard input"
    )
    command.add_argument("--json", action="store_true", help="as one JSON list")


def add_diff(command: argparse.ArgumentParser) -> None:
    """Add the options of `diff`."""
    command.description = "Print what changed by meaning between two briefs. Order, line ends and comments are none."
    command.epilog = """\
A and B are files, - for standard input, or REV:path as git writes it: HEAD~1:briefs/bridge.yaml,
v2:./bridge.yaml (from here), :bridge.yaml (as staged). A file of that name comes first.

exit codes: 0 nothing changed, 1 something changed, 2 wrong use, or a brief that cannot be read whole"""
    command.add_argument("before", metavar="A", help="the earlier brief")
    command.add_argument("after", metavar="B", help="the later brief")
    command.add_argument("--json", action="store_true", help="as one JSON object")


def add_new(command: argparse.ArgumentParser) -> None:
    """Add the options of `new`."""
    command.description = "Write a brief to start from, named after its title. Nothing is ever overwritten."
    command.add_argument("title", metavar="TITLE")
    command.add_argument("folder", metavar="FOLDER", nargs="?", default=".", help="where (default: the current folder)")


def add_schema(command: argparse.ArgumentParser) -> None:
    """Add the options of `schema`."""
    command.description = "Print the format as JSON Schema (draft 2020-12), for editors."
