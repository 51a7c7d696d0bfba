"""Parses the command line, and makes the help. The commands are listed in `command_table`."""

from __future__ import annotations

import argparse
import os
from collections.abc import Sequence
from typing import NoReturn

from briefing.base.safe_text import visible
from briefing.base.suggestions import did_you_mean
from briefing.cli.command_table import COMMANDS
from briefing.cli.exits import UsageError
from briefing.cli.parsed import Arguments
from briefing.cli.streams import encoding, write

_DESCRIPTION = "Read structured briefings in the terminal: every number leads to the words it rests on."
_EPILOGUE = """\
commands:
{commands}

examples:
  briefing                               open a library: $BRIEFING_LIBRARY, else the `library` of the settings,
                                         else the current folder if it holds briefs, else ./briefs, else the samples
  briefing ~/briefs                      open a folder with everything below it
  briefing show bridge                   print the brief of that id
  briefing show --markdown bridge.yaml   print a file as Markdown
  briefing show --json | jq .title       every brief of the library as JSON, one a line
  briefing open list                     open a file or a folder that is named like a command
  cat draft.yaml | briefing show -       read a brief from standard input

exit codes: 0 success, 1 problems found, 2 wrong usage, 128+n ended by signal n
settings: config.yaml in $XDG_CONFIG_HOME/briefing, else in ~/.config/briefing"""
_WITH_VALUE = ("--theme",)


class _Parser(argparse.ArgumentParser):
    """Raises errors instead of printing them, since what was typed may contain unsafe characters."""

    def error(self, message: str) -> NoReturn:
        """Raise the error of argparse as a UsageError."""
        raise UsageError(f"{visible(message)} (see briefing --help)")

    def _check_value(self, action: argparse.Action, value: str) -> None:
        """Refuse a value that is not among the choices of an option, and suggest the closest one."""
        if action.choices is not None and value not in action.choices:
            sentence = f"“{value}” is not one of {', '.join(action.choices)}{did_you_mean(value, action.choices)}"
            raise argparse.ArgumentError(action, sentence)

    def meant_by(self, option: str) -> str:
        """Return the end of a sentence that suggests an option of this parser for a misspelt one."""
        return did_you_mean(option.partition("=")[0], self._option_string_actions)

    def print_help(self, file: object = None) -> None:  # noqa: ARG002 - it is always standard output
        """Print the help by `streams`, which reports when it cannot be written; argparse does not."""
        signs = encoding(os.environ)
        text = self.format_help()
        write(text.replace("…", "...") if signs == "ascii" else text, signs)


class _CommandParser(_Parser):
    """Takes paths and options in any order: argparse by itself takes no path after an option."""

    _is_mixed = False

    def parse_known_args(  # type: ignore[override]  # typeshed has overloads for namespaces of other types
        self, args: Sequence[str] | None = None, namespace: argparse.Namespace | None = None
    ) -> tuple[argparse.Namespace, list[str]]:
        """Parse, and return the namespace and what is left."""
        # `parse_known_intermixed_args` calls this method again. It does not support "--".
        if self._is_mixed or "--" in (args or ()):
            return super().parse_known_args(args, namespace)
        self._is_mixed = True
        try:
            return self.parse_known_intermixed_args(args, namespace)
        finally:
            self._is_mixed = False


class _NoHelp(argparse.HelpFormatter):
    """A formatter with a fixed width. argparse makes one for each option, and the default one imports shutil."""

    def __init__(self, prog: str) -> None:
        super().__init__(prog, width=80)


def parse_command_line(argv: Sequence[str]) -> Arguments:
    """Parse the command line. `command` in the result is always the name of a command.

    Raises:
        UsageError: the command line is wrong.

    """
    arguments = _with_command(argv)
    parser, commands = _parsers(arguments)
    namespace, unknown = parser.parse_known_args(arguments, Arguments())
    if unknown:
        meant = commands[namespace.command].meant_by(unknown[0])
        parser.error(f"unrecognized arguments: {' '.join(unknown)}{meant}")
    return namespace


def _with_command(argv: Sequence[str]) -> list[str]:
    """Insert the command `open` if no command is given."""
    arguments = list(argv)
    at = 0
    while at < len(arguments) and arguments[at].startswith("-") and arguments[at] not in {"-", "--"}:
        if arguments[at] in {"-h", "--help", "--version"}:
            return arguments
        at += 2 if arguments[at] in _WITH_VALUE else 1
    if at >= len(arguments) or arguments[at] not in COMMANDS:
        arguments.insert(0, "open")  # before its own options
    return arguments


def _parsers(arguments: Sequence[str]) -> tuple[_Parser, dict[str, _CommandParser]]:
    """Return the parser for these arguments, and those of the commands that occur in them, by name.

    It knows no other commands, to save time.
    """
    formatter = _formatter(arguments)
    common = common_options(formatter)
    parser = _Parser(
        prog="briefing",
        usage="briefing [OPTIONS] [COMMAND] [PATH ...]",
        description=_DESCRIPTION,
        epilog=_epilogue() if formatter is not _NoHelp else None,
        formatter_class=formatter,
        parents=[common],
        allow_abbrev=False,
    )
    parser.add_argument("--version", action="store_true", help="print the version and leave")
    commands = parser.add_subparsers(dest="command", parser_class=_CommandParser, help=argparse.SUPPRESS)
    parsers: dict[str, _CommandParser] = {}
    for name in filter(arguments.__contains__, COMMANDS):
        command = commands.add_parser(
            name, parents=[common], allow_abbrev=False, prog=f"briefing {name}", formatter_class=formatter
        )
        command.set_defaults(command=name)
        COMMANDS[name].add_options(command)
        parsers[name] = command
    return parser, parsers


def _epilogue() -> str:
    """Return the help after the options: commands, examples, exit codes."""
    lines = (f"  {f'{name} {each.arguments}':<21}{each.help}".rstrip() for name, each in COMMANDS.items())
    return _EPILOGUE.format(commands="\n".join(lines))


def _formatter(arguments: Sequence[str]) -> type[argparse.HelpFormatter]:
    return argparse.RawDescriptionHelpFormatter if {"-h", "--help"}.intersection(arguments) else _NoHelp


def common_options(formatter: type[argparse.HelpFormatter] = _NoHelp) -> _CommandParser:
    """Return a parser with the options of every command."""
    common = _CommandParser(
        add_help=False, argument_default=argparse.SUPPRESS, allow_abbrev=False, formatter_class=formatter
    )
    common.add_argument("--theme", metavar="NAME", help="colours of the reader")
    common.add_argument("--no-color", action="store_true", help="no colours, as with NO_COLOR set")
    common.add_argument("--ascii", action="store_true", help="draw with ASCII signs only")
    return common
