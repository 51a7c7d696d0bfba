"""The table of commands: for each its line in the help, its options, and the function that runs it.

The code of a command is imported when it runs, not for parsing the command line or printing the help.
"""

from __future__ import annotations

import argparse
from collections.abc import Callable, Iterable

from briefing.base.frozen import frozen
from briefing.cli.parsed import Arguments


@frozen
class Command:
    """A command. Its name is the key in `COMMANDS`."""

    arguments: str
    """Its arguments, as the help shows them after its name."""
    help: str
    """Its line in the help."""
    add_options: Callable[[argparse.ArgumentParser], None]
    run: Callable[[Arguments], int]
    """Run it and return the exit code."""


_QUERY_CELLS = 78
"""Width of the help on queries."""
_SHOWN = "100 of a file and 1,000 in all; json and sarif always have all"


def _add_queries(command: argparse.ArgumentParser, exit_codes: str) -> None:
    """End the help of a command with that on queries, which is that of `briefing help queries`.

    It is made only for a formatter that prints it: a search does not need it.
    """
    if command.formatter_class is argparse.RawDescriptionHelpFormatter:
        command.epilog = f"{_queries()}exit codes: {exit_codes}"


def _queries() -> str:
    from briefing.cli.manual.page import Page
    from briefing.cli.manual.queries_topic import query_entries
    from briefing.cli.manual.typeset import page_lines
    from briefing.render.lines import text_of
    from briefing.render.symbols import Look

    lines = page_lines(Page("queries:", (query_entries(),)), _QUERY_CELLS, Look())
    return "".join(f"{text_of(line)}\n" for line in lines)


def _add_print0(command: argparse._ActionsContainer, what: str) -> None:
    """Add the option --print0, for names of files, which may contain newlines."""
    command.add_argument("-0", "--print0", action="store_true", help=what)
    # Because of "-0" argparse would treat negative numbers as options; the query -5 and the folder -2024 are not.
    command._has_negative_number_optionals.clear()  # noqa: SLF001 - there is no other way to say so


def _add_forms(command: argparse._ActionsContainer, names: Iterable[str]) -> None:
    """Add the option of each output form that has one."""
    from briefing.cli.commands.forms import FORMS

    for name in names:
        if FORMS[name].help is not None:
            command.add_argument(f"--{name}", action="store_const", const=name, dest="form", help=FORMS[name].help)


def _open_options(command: argparse.ArgumentParser) -> None:
    command.description = "Open the reader. Without a terminal, print the briefs as text."
    command.add_argument("paths", nargs="*", metavar="PATH", help="files or folders; - is standard input")
    command.add_argument(
        "--fresh",
        action="store_true",
        default=argparse.SUPPRESS,
        help="begin as at the first start: forget theme, order, filter and the brief read last",
    )
    command.add_argument("--linear", action="store_true", help="a conversation that only prints, for screen readers")


def _open(arguments: Arguments) -> int:
    from briefing.cli.commands.open import open_reader
    from briefing.cli.task import task_of

    return open_reader(task_of(arguments))


def _edit_options(command: argparse.ArgumentParser) -> None:
    command.description = (
        "Open the reader in the mode in which keys change a brief: confirm, drop, reword and move items, and add what"
        " its article says. Each change is written at once; u undoes it, also after a restart."
    )
    command.add_argument("brief", metavar="PATH|ID", help="the brief: a file, or an id of the library")
    command.add_argument("--linear", action="store_true", help=argparse.SUPPRESS)


def _edit(arguments: Arguments) -> int:
    from briefing.cli.commands.edit import edit
    from briefing.cli.task import task_of

    return edit(task_of(arguments))


def _show_options(command: argparse.ArgumentParser) -> None:
    from briefing.cli.commands.forms import FORMS  # `show` needs it in any case

    command.description = "Print briefs: everything that the panes show, in reading order."
    command.add_argument(
        "paths", nargs="*", metavar="PATH|ID", help="files, folders, or ids of the library; - is stdin"
    )
    form = command.add_mutually_exclusive_group()
    _add_forms(form, FORMS)
    command.add_argument(
        "--verdicts",
        action="store_true",
        help="check the claims, and say how far the sources support each, and why",
    )


def _show(arguments: Arguments) -> int:
    from briefing.cli.commands.show import show
    from briefing.cli.task import task_of

    return show(task_of(arguments))


def _list_options(command: argparse.ArgumentParser) -> None:
    from briefing.cli.commands.forms import forms_of_list  # `list` needs it in any case

    command.description = "Print the briefs of a library, one a line: id, date, title."
    command.add_argument("paths", nargs="*", metavar="PATH", help="files or folders; - is standard input")
    form = command.add_mutually_exclusive_group()
    _add_forms(form, forms_of_list())
    _add_print0(form, "only the paths of the files, each ended by a NUL: for xargs -0")
    command.add_argument("--verdicts", action="store_true", help="check the claims, and say how many are in each class")


def _list(arguments: Arguments) -> int:
    from briefing.cli.commands.show import list_briefs
    from briefing.cli.task import task_of

    return list_briefs(task_of(arguments))


def _check_options(command: argparse.ArgumentParser) -> None:
    from briefing.report import FORMATS  # `check` needs it in any case

    command.description = "Report everything that is wrong with briefs, as path:line:column: severity: sentence [code]."
    command.epilog = "exit codes: 0 no errors, 1 errors (with --strict also warnings), 2 wrong usage"
    add = command.add_argument
    add("paths", nargs="*", metavar="PATH|ID", help="files, folders, or ids of the library; - is standard input")
    add("--format", choices=FORMATS, default="text", help="how problems are printed (default: text)")
    add("--all", action="store_true", help=f"print every problem: text and github stop at {_SHOWN}")
    add("--select", metavar="CODE,…", action="append", default=[], help="only these codes")
    add("--ignore", metavar="CODE,…", action="append", default=[], help="all but these codes")
    add("--strict", action="store_true", help="warnings count as errors")
    add("--fix", action="store_true", help="fix in place what is certain: misspelt keys, typography of quotes")
    add("--pin", action="store_true", help="with --fix: write the current checksums of the saved texts")
    add(
        "--coverage",
        action="store_true",
        help="also list numbers and dates of the saved texts that the briefs do not quote",
    )
    add("--explain", metavar="CODE", help="explain a code, with examples; `all` lists every code")


def _check(arguments: Arguments) -> int:
    from briefing.cli.commands.check import check
    from briefing.cli.task import task_of

    return check(task_of(arguments))


def _search_options(command: argparse.ArgumentParser) -> None:
    command.description = "Print where words and facts occur in the briefs of a library, as path:line: title: text."
    _add_queries(command, "0 found, 1 nothing found, 2 wrong usage or a mistake in the query")
    add = command.add_argument
    command.usage = "briefing search [OPTIONS] QUERY ... [PATH]"
    add(
        "words",
        nargs="+",
        metavar="QUERY",
        help="what to search for; arguments are joined; the last one is PATH, the library, if it is a folder",
    )
    form = command.add_mutually_exclusive_group()
    form.add_argument("--json", action="store_true", help="as JSON, one brief or saved text a line")
    _add_print0(form, "only the paths of the files, each once and ended by a NUL: for xargs -0")
    add("--limit", metavar="N", type=int, help="print at most N lines")


def _search(arguments: Arguments) -> int:
    from briefing.cli.commands.search import search
    from briefing.cli.task import task_of

    return search(task_of(arguments))


def _pick_options(command: argparse.ArgumentParser) -> None:
    command.description = (
        "Open the list alone, on standard error, and print the path of the brief that is picked: "
        '$EDITOR "$(briefing pick)".'
    )
    _add_queries(command, "0 picked, 1 nothing picked, 2 wrong usage, or no terminal")
    command.usage = "briefing pick [OPTIONS] [QUERY ...] [PATH]"
    command.add_argument(
        "words",
        nargs="*",
        metavar="QUERY",
        help="filter of the list; arguments are joined; the last one is PATH if there is such a file or folder",
    )
    _add_print0(command, "end the path with a NUL instead of a newline")


def _pick(arguments: Arguments) -> int:
    from briefing.cli.commands.pick import pick
    from briefing.cli.task import task_of

    return pick(task_of(arguments))


def _impact_options(command: argparse.ArgumentParser) -> None:
    command.description = "Print every claim that rests on a source, and whether it rests on anything else."
    command.add_argument(
        "source", metavar="SOURCE", help="its id, url, file, title, publisher, name or role, or a part of one"
    )
    command.add_argument(
        "paths", nargs="*", metavar="PATH|ID", help="files, folders, or ids of the library; - is standard input"
    )
    command.add_argument("--json", action="store_true", help="as one JSON list")


def _impact(arguments: Arguments) -> int:
    from briefing.cli.commands.impact import impact
    from briefing.cli.task import task_of

    return impact(task_of(arguments))


def _diff_options(command: argparse.ArgumentParser) -> None:
    command.description = (
        "Print what changed by meaning between two briefs. Order, line ends and comments do not count."
    )
    command.epilog = """\
A and B are files, - for standard input, or REV:path as git writes it: HEAD~1:briefs/bridge.yaml,
v2:./bridge.yaml (from here), :bridge.yaml (as staged). If there is a file of that name, it is used.

exit codes: 0 nothing changed, 1 something changed, 2 wrong usage, or a brief that cannot be read in full"""
    command.add_argument("before", metavar="A", help="the earlier brief")
    command.add_argument("after", metavar="B", help="the later brief")
    command.add_argument("--json", action="store_true", help="as one JSON object")


def _diff(arguments: Arguments) -> int:
    from briefing.cli.commands.diff import diff
    from briefing.cli.task import task_of

    return diff(task_of(arguments))


def _new_options(command: argparse.ArgumentParser) -> None:
    command.description = "Write a brief to start from, named after its title. Nothing is ever overwritten."
    command.add_argument("title", metavar="TITLE")
    command.add_argument("folder", metavar="FOLDER", nargs="?", default=".", help="where (default: the current folder)")


def _new(arguments: Arguments) -> int:
    from briefing.cli.commands.new import new
    from briefing.cli.task import task_of

    return new(task_of(arguments))


def _draft_options(command: argparse.ArgumentParser) -> None:
    command.description = (
        "Draft a brief from an article: plain text, Markdown, a saved page, PDF, mail or DOCX, told by its content."
        " Every item quotes the article, and no person has confirmed any. Nothing is fetched or overwritten."
    )
    command.epilog = (
        "exit codes: 0 drafted, 1 the program of --with failed, 2 wrong usage, or an article that cannot be read"
    )
    add = command.add_argument
    add("article", metavar="ARTICLE", help="the file of the article; - is standard input")
    add("folder", metavar="FOLDER", nargs="?", help="the library to write in (default: yours, else the current folder)")
    add("--name", metavar="NAME", help="name of both files, NAME.yaml and texts/NAME.txt (default: from the title)")
    add("--url", metavar="URL", help="where it was published")
    add("--published", metavar="DATE", help="when: EDTF, or unknown; relative dates are reckoned from it")
    add("--publisher", metavar="NAME", help="who published it")
    add("--author", metavar="NAME", help="who wrote it")
    add("--language", metavar="TAG", help="its language (default: told by its words)")
    add("--marking", metavar="TLP:…", help="with whom the brief may be shared")
    add("--tag", metavar="TAG", action="append", default=[], help="a topic; may be repeated")
    add("--all", action="store_true", help="every figure and event, not only those that a reader would call key")
    add("--print", action="store_true", help="print the brief, and write no file")
    add("--no-open", action="store_true", help="do not open the reader on the draft")
    add("--task", action="store_true", help="print what a program of --with gets, and draft nothing")
    add("--with", dest="drafter", metavar="NAME", help="let a program of the settings draft; ours fills what it missed")
    add("--alone", action="store_true", help="with --with: only what the program has drafted")
    add("--time-limit", metavar="SECONDS", help="with --with: the time that it may take (default: 300)")
    add(
        "--with-command",
        metavar="PROGRAM ARGUMENT",
        nargs=argparse.REMAINDER,
        help="as --with, for a program and its arguments; must be the last option",
    )


def _draft(arguments: Arguments) -> int:
    from briefing.cli.commands.draft import draft
    from briefing.cli.task import task_of

    return draft(task_of(arguments))


def _guard_options(command: argparse.ArgumentParser) -> None:
    command.description = (
        "Print what holds of a brief that anybody or anything wrote: what the saved texts do not carry is left out, and"
        " named on standard error with its place and reason."
    )
    command.epilog = "exit codes: 0 everything holds, 1 something was withheld, 2 wrong usage"
    add = command.add_argument
    add("brief", metavar="BRIEF", help="a file, an id of the library, or - for standard input")
    add("--text", metavar="FILE", help="hold it to this saved text, in place of the file that its article names")
    add(
        "--published",
        metavar="DATE",
        help="when its article was published; else only what the text says of that counts",
    )
    add("--json", action="store_true", help="as one JSON object: the brief, and what was withheld")


def _guard(arguments: Arguments) -> int:
    from briefing.cli.commands.guard import print_guarded
    from briefing.cli.task import task_of

    return print_guarded(task_of(arguments))


def _index_options(command: argparse.ArgumentParser) -> None:
    command.description = (
        "Update the index of a library. While the reader is open, it does so by itself;"
        " the index is in the cache folder and may be deleted at any time."
    )
    command.epilog = "exit codes: 0 success, 1 something could not be read or written, 2 wrong usage"
    command.add_argument("folder", nargs="?", metavar="PATH", help="the library's folder")
    command.add_argument("--rebuild", action="store_true", help="delete the index and build it anew")
    command.add_argument("--progress", action="store_true", help=argparse.SUPPRESS)


def _index(arguments: Arguments) -> int:
    from briefing.cli.commands.index import index
    from briefing.cli.task import task_of

    return index(task_of(arguments))


def _schema_options(command: argparse.ArgumentParser) -> None:
    command.description = "Print the format as JSON Schema (draft 2020-12), for editors."
    command.add_argument("--compact", action="store_true", help="on one line")


def _schema(arguments: Arguments) -> int:
    from briefing.cli.commands.new import print_schema
    from briefing.cli.task import task_of

    return print_schema(task_of(arguments))


def _help_options(command: argparse.ArgumentParser) -> None:
    from briefing.cli.manual.topics import TOPICS  # `help` needs it in any case

    command.description = "Print a page of the manual."
    command.add_argument("topic", nargs="?", metavar="TOPIC", help=f"one of {', '.join(TOPICS)}")


def _help(arguments: Arguments) -> int:
    from briefing.cli.commands.help import print_help
    from briefing.cli.task import task_of

    return print_help(task_of(arguments))


def _fields_options(command: argparse.ArgumentParser) -> None:
    command.description = "Print the fields of a brief, each with its type, its meaning and an example."
    command.add_argument(
        "name", nargs="?", metavar="NAME", help="a field (value), one of a block (figure.value), or a block (figure)"
    )


def _fields(arguments: Arguments) -> int:
    from briefing.cli.commands.help import print_fields
    from briefing.cli.task import task_of

    return print_fields(task_of(arguments))


def _completion_options(command: argparse.ArgumentParser) -> None:
    command.description = "Print the script that completes commands, options, ids, codes and themes in a shell."
    command.epilog = """\
bash: briefing completion bash > ~/.local/share/bash-completion/completions/briefing
zsh:  briefing completion zsh > a folder of $fpath/_briefing
fish: briefing completion fish > ~/.config/fish/completions/briefing.fish"""
    # The scripts themselves call `briefing completion words -- WORD ...`.
    command.add_argument("shell", metavar="SHELL", help="bash, zsh or fish")
    command.add_argument("words", nargs="*", help=argparse.SUPPRESS)


def _completion(arguments: Arguments) -> int:
    from briefing.cli.commands.completion import completion
    from briefing.cli.task import task_of

    return completion(task_of(arguments))


def _config_options(command: argparse.ArgumentParser) -> None:
    command.description = "Print the settings that hold, and where each comes from."
    what = command.add_mutually_exclusive_group()
    add = what.add_argument
    add("--show", action="store_const", const="show", dest="what", help="the settings and their places (the default)")
    add("--check", action="store_const", const="check", dest="what", help="only what is wrong with them")
    add("--path", action="store_const", const="path", dest="what", help="only the path of config.yaml")
    command.epilog = "exit codes: 0 no mistakes, 1 mistakes in the settings, 2 wrong usage"


def _config(arguments: Arguments) -> int:
    from briefing.cli.commands.config import config
    from briefing.cli.task import task_of

    return config(task_of(arguments))


COMMANDS = {
    "open": Command("[PATH ...]", "open the reader: what `briefing` does without a command", _open_options, _open),
    "read": Command(
        "[PATH ...]", "the same; --linear makes it a conversation, for screen readers", _open_options, _open
    ),
    "show": Command("[PATH|ID ...]", "print briefs, with all that the panes show", _show_options, _show),
    "list": Command("[PATH ...]", "print the briefs of a library, one a line", _list_options, _list),
    "check": Command(
        "[PATH|ID ...]", "check briefs against the format and the words they cite", _check_options, _check
    ),
    "search": Command(
        "QUERY [PATH]", "print where words and facts occur in the briefs of a library", _search_options, _search
    ),
    "pick": Command("[QUERY] [PATH]", 'choose a brief from the list: $EDITOR "$(briefing pick)"', _pick_options, _pick),
    "impact": Command("SOURCE", "print what rests on a source", _impact_options, _impact),
    "diff": Command("A B", "print what changed by meaning: files, -, or REV:path of git", _diff_options, _diff),
    "new": Command("TITLE", "write a brief to start from", _new_options, _new),
    "draft": Command("ARTICLE", "draft a brief from an article, every item quoted", _draft_options, _draft),
    "guard": Command("BRIEF", "print what holds of anybody's brief, and say what is withheld", _guard_options, _guard),
    "edit": Command("PATH|ID", "change a brief by keys while reading its article", _edit_options, _edit),
    "index": Command("[PATH]", "update the index of a library", _index_options, _index),
    "fields": Command("[NAME]", "print the fields of a brief, with examples", _fields_options, _fields),
    "schema": Command("", "print the format as JSON Schema, for editors", _schema_options, _schema),
    "config": Command("", "print the settings that hold, and where they come from", _config_options, _config),
    "completion": Command("SHELL", "print the completion of bash, zsh or fish", _completion_options, _completion),
    "help": Command("[TOPIC]", "print a page of the manual: format, queries, keys, checks, …", _help_options, _help),
}
"""By name, in the order of the help."""
