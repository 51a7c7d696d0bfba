"""The topic `commands`: every command with its arguments and options, as its own help has them."""

from __future__ import annotations

import argparse
from collections.abc import Iterable

from briefing.cli.command_table import COMMANDS
from briefing.cli.manual.page import Entries, Entry, Heading, Page, Part, Text

EXIT_CODES = (
    ("0", "success"),
    ("1", "problems found, nothing found or picked, or the output could not be printed"),
    ("2", "wrong usage: an unknown option, or a path or an id that does not exist"),
    ("128+n", "ended by signal n"),
)
"""What the program returns to the shell."""


def shown_actions(parser: argparse.ArgumentParser) -> list[argparse.Action]:
    """Return the arguments and options of a parser, without those that its help hides."""
    actions = parser._actions  # noqa: SLF001 - argparse has no other way to ask what was added
    return [action for action in actions if action.help is not argparse.SUPPRESS]


def option_entries(parser: argparse.ArgumentParser) -> Iterable[Entry]:
    """Yield the arguments and options of a parser."""
    for action in shown_actions(parser):
        names = ", ".join(action.option_strings) or str(action.metavar or action.dest)
        choices = f"{{{','.join(map(str, action.choices))}}}" if action.choices else ""
        value = choices or (str(action.metavar) if action.metavar and action.option_strings else "")
        yield Entry(f"{names} {value}".strip(), (action.help or "").replace("%%", "%"))


def command_parser(name: str) -> argparse.ArgumentParser:
    """Return a parser with the options of one command alone."""
    parser = argparse.ArgumentParser(prog=f"briefing {name}", add_help=False)
    COMMANDS[name].add_options(parser)
    return parser


def commands_page() -> Page:
    """Return the page about commands."""
    from briefing.cli.arguments import common_options

    parts: list[Part] = [
        Text("Without a command `briefing` opens the reader on the files and folders that are given."),
        Text(
            "Without a path every command takes the same library: $BRIEFING_LIBRARY, else the library of the settings,"
            " else the current folder if it contains briefs, else ./briefs, else the samples. A folder contains briefs"
            " if a .yaml file in it or in a folder directly below has a key `briefing`; in the home folder only files"
            " directly in it count. A library is a folder with everything below it, without hidden files; links to"
            " folders are not followed. If a brief is opened by itself, its library is its folder, or one of the"
            " folders above it in the same git repository."
        ),
        Heading("Options of every command"),
        Entries(tuple(option_entries(common_options()))),
    ]
    for name, command in COMMANDS.items():
        parser = command_parser(name)
        entries = tuple(option_entries(parser))
        parts += [Heading(f"briefing {name} {command.arguments}".strip()), Text(parser.description or "")]
        parts += [Entries(entries)] if entries else []
    parts += [Heading("Exit codes"), Entries(tuple(Entry(code, meaning) for code, meaning in EXIT_CODES))]
    return Page("Commands", tuple(parts))
