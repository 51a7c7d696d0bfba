"""Completion in shells: scripts for bash, zsh and fish, and the words that they ask for.

A script is a few lines: it asks `briefing completion words` what may stand at the cursor. Ids of briefs come from
other people, so the scripts never let a shell interpret a word, and words with control characters are left out.
"""

from __future__ import annotations

import argparse
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

from briefing.base.named_tuple import NamedTuple
from briefing.cli.arguments import common_options
from briefing.cli.command_table import COMMANDS
from briefing.cli.manual.commands_topic import command_parser, shown_actions
from briefing.cli.manual.topics import TOPICS

FILES = ":files"
"""The line that asks the shell for names of files as well."""
_MOST = 500
"""Words at most: nobody looks through more."""

_BASH = r"""
_briefing() {
  local line word quoted current="${COMP_WORDS[COMP_CWORD]}"
  COMPREPLY=()
  while IFS= read -r line; do
    if [[ $line == :files ]]; then
      while IFS= read -r word; do
        printf -v quoted %q "$word"
        [[ -d $word ]] && quoted+=/
        COMPREPLY+=("$quoted")
      done < <(compgen -f -- "$current")
    else
      printf -v quoted %q "${line%%$'\t'*}"
      COMPREPLY+=("$quoted")
    fi
  done < <(briefing completion words -- "${COMP_WORDS[@]:1:COMP_CWORD}" 2>/dev/null)
  [[ ${#COMPREPLY[@]} == 1 && ${COMPREPLY[0]} == */ ]] && compopt -o nospace
}
complete -F _briefing briefing
"""
_ZSH = r"""#compdef briefing
_briefing() {
  local line word
  local -a lines words_found descriptions
  lines=("${(@f)$(briefing completion words -- "${(@)words[2,CURRENT]}" 2>/dev/null)}")
  for line in "${lines[@]}"; do
    if [[ $line == :files ]]; then
      _files
    elif [[ -n $line ]]; then
      words_found+=("${line%%$'\t'*}")
      descriptions+=("${line//$'\t'/  }")
    fi
  done
  (( ${#words_found} )) && compadd -l -d descriptions -a words_found
}
if [[ $funcstack[1] == _briefing ]]; then _briefing "$@"; else compdef _briefing briefing; fi
"""
_FISH = r"""
function __briefing_words
    set -l tokens (commandline -opc) (commandline -ct)
    for line in (briefing completion words -- $tokens[2..-1] 2>/dev/null)
        if test "$line" = :files
            __fish_complete_path (commandline -ct)
        else
            printf '%s\n' $line
        end
    end
end
complete -c briefing -f -a '(__briefing_words)'
"""

SHELLS: Mapping[str, str] = {"bash": _BASH, "zsh": _ZSH, "fish": _FISH}
"""The script of each shell."""


class Word(NamedTuple):
    """A word that may stand at the cursor."""

    text: str
    help: str = ""

    @property
    def line(self) -> str:
        """The line that the scripts read."""
        return f"{self.text}\t{self.help}" if self.help else self.text


def completions(typed: Sequence[str], ids: Callable[[str], Iterable[str]]) -> list[str]:
    """Return the lines for the words that may stand in place of the last one typed.

    `typed` are the words after the name of the program; the last may be empty. `ids` returns the ids of the library
    that begin with a text.
    """
    current = typed[-1] if typed else ""
    found = list(_words([*typed[:-1]], current, ids))
    fitting = dict.fromkeys(word for word in found if word.text == FILES or word.text.startswith(current))
    safe = [word.line for word in fitting if word.text.isprintable()]
    files = [line for line in safe if line == FILES]
    return [*[line for line in safe if line != FILES][:_MOST], *files]


def _words(before: Sequence[str], current: str, ids: Callable[[str], Iterable[str]]) -> Iterator[Word]:
    command = next((word for word in before if word in COMMANDS), None)
    options = [*_options(common_options()), *(_options(command_parser(command)) if command else [])]
    wanted = next((option for option in options if before and before[-1] in option.option_strings), None)
    if wanted is not None and wanted.nargs != 0:
        yield from _values(wanted)
    elif current.startswith("-") and "--" not in before:
        yield from (Word(name, option.help or "") for option in options for name in option.option_strings)
    elif command is None:
        yield from (Word(name, one.help) for name, one in COMMANDS.items())
        yield Word(FILES)
    else:
        yield from _arguments(command, current, ids)


def _options(parser: argparse.ArgumentParser) -> list[argparse.Action]:
    return [action for action in shown_actions(parser) if action.option_strings]


def _values(option: argparse.Action) -> Iterator[Word]:
    """Yield the values of an option."""
    if option.choices is not None:
        yield from (Word(str(choice)) for choice in option.choices)
    elif option.dest in {"select", "ignore", "explain"}:
        from briefing.cli.codes import ALL_CODES

        yield from map(Word, ALL_CODES)
    elif option.dest == "theme":
        from briefing.tui.theme.choice import CHOICES

        yield from map(Word, CHOICES)


def _arguments(command: str, current: str, ids: Callable[[str], Iterable[str]]) -> Iterator[Word]:
    """Yield the arguments of a command, as far as they can be known."""
    match command:
        case "help":
            yield from (Word(name, topic.help) for name, topic in TOPICS.items())
        case "completion":
            yield from map(Word, SHELLS)
        case "fields":
            from briefing.cli.manual.fields import names

            yield from map(Word, names())
        case _:
            if "ID" in COMMANDS[command].arguments:
                yield from map(Word, ids(current))
            yield Word(FILES)
