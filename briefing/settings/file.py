"""Reads the file of the settings: config.yaml becomes `Settings`, and what is wrong in it problems."""

from __future__ import annotations

from collections.abc import Container
from pathlib import Path
from types import MappingProxyType

from briefing.base.frozen import replace
from briefing.base.problems import Code, Place, Problem, Severity, Spot
from briefing.base.safe_text import visible
from briefing.base.suggestions import did_you_mean
from briefing.format.tree import Mapping as Map
from briefing.format.tree import Node, Refused, Scalar, Sequence, decode, parse_tree
from briefing.library.sort_orders import SORT_ORDERS
from briefing.settings import CHOICES, Command, LoadedSettings, Settings

_MOST_SEARCHES = 20
"""Saved searches at most, as each takes a line above the briefs in the list."""
_MOST_COMMANDS = 20
"""Programs of `|` at most, as each takes lines of a menu; and drafters."""
_YES = ("true", "yes", "on")
_NO = ("false", "no", "off")


class SettingsReader:
    """Turns the tree of the file into settings, and collects problems."""

    def __init__(self, path: Path, home: str) -> None:
        self._path = path
        self._home = home
        self._problems: list[Problem] = []
        self._places: dict[str, Place] = {}
        self._unfinished: Container[Spot] = ()

    def read(self, data: bytes) -> LoadedSettings:
        """Read the bytes of the file."""
        text, finding = decode(data)
        if finding is not None:
            self._report(finding.spot, Code.NOT_UTF8, finding.sentence)
        tree = parse_tree(text, self._path)
        self._unfinished = tree.unfinished
        self._problems += (replace(problem, severity=Severity.WARNING) for problem in tree.problems)
        settings = Settings()
        if isinstance(tree.node, Map):
            settings = self._settings(tree.node)
        elif tree.node is not None:
            self._wrong_type(tree.node, f"settings are written as key: value, with the keys {', '.join(CHOICES)}")
        return settings, tuple(sorted(self._problems))

    def _settings(self, node: Map) -> Settings:
        for key, entry in node.entries.items():
            if key not in CHOICES:
                meant = did_you_mean(key, CHOICES)
                self._report(entry.key.spot, Code.FIELD_UNKNOWN, f"there is no setting {visible(key)}{meant}")
        library = self._text(node, "library")
        return Settings(
            theme=self._text(node, "theme"),
            library=None if library is None else self._folder(library),
            keys=MappingProxyType(self._keys(node)),
            ascii=self._flag(node, "ascii"),
            linear=self._flag(node, "linear"),
            sort=self._sort(node),
            searches=MappingProxyType(self._searches(node)),
            copy=self._copy(node),
            pipe=MappingProxyType(self._commands("pipe", node)),
            drafters=MappingProxyType(self._commands("drafters", node)),
            places=MappingProxyType(self._places),
        )

    def _text(self, node: Map, key: str) -> str | None:
        entry = node.entries.get(key)
        return None if entry is None else self._text_of(key, entry.value)

    def _text_of(self, name: str, value: Node) -> str | None:
        if isinstance(value, Scalar) and value.text.strip():
            self._places[name] = Place(self._path, *value.spot)
            return value.text.strip()
        self._wrong_type(value, f"{visible(name)} takes a text")
        return None

    def _flag(self, node: Map, name: str) -> bool | None:
        word = self._text(node, name)
        if word is None or word.lower() in _YES + _NO:
            return None if word is None else word.lower() in _YES
        place = self._places[name]
        self._report(Spot(place.line, place.column), Code.VALUE, f"{name} takes yes or no, not {visible(word)}")
        return None

    def _sort(self, node: Map) -> str | None:
        word = self._text(node, "sort")
        names = tuple(SORT_ORDERS)
        if word is None or word in names:
            return word
        place = self._places["sort"]
        meant = did_you_mean(word, names)
        sentence = f"sort takes {', '.join(names[:-1])} or {names[-1]}, not {visible(word)}{meant}"
        self._report(Spot(place.line, place.column), Code.VALUE, sentence)
        return None

    def _keys(self, node: Map) -> dict[str, str]:
        entry = node.entries.get("keys")
        if entry is None:
            return {}
        if not isinstance(entry.value, Map):
            self._wrong_type(entry.value, "keys takes lines of the form binding: key")
            return {}
        chosen = ((name, self._key_names(f"keys.{name}", each.value)) for name, each in entry.value.entries.items())
        return {name: keys for name, keys in chosen if keys is not None}

    def _key_names(self, name: str, value: Node) -> str | None:
        if not isinstance(value, Sequence):
            return self._text_of(name, value)
        self._places[name] = Place(self._path, *value.spot)
        return ",".join(text for item in value.items if (text := self._text_of(name, item)) is not None) or None

    def _searches(self, node: Map) -> dict[str, str]:
        entry = node.entries.get("searches")
        if entry is None:
            return {}
        if not isinstance(entry.value, Map):
            self._wrong_type(entry.value, "searches takes lines of the form name: query")
            return {}
        found: dict[str, str] = {}
        for name, each in entry.value.entries.items():
            query = self._query(f"searches.{name}", each.value)
            if query is not None and len(found) == _MOST_SEARCHES:
                sentence = f"at most {_MOST_SEARCHES} searches are kept: {visible(name)} and what follows are left out"
                self._report(each.key.spot, Code.VALUE, sentence)
                break
            if query is not None:
                found[name] = query
        return found

    def _query(self, name: str, value: Node) -> str | None:
        from briefing.query import QueryError, parse_query  # needed only if there are saved searches

        query = self._text_of(name, value)
        if query is None:
            return None
        try:
            parse_query(query)
        except QueryError as error:
            place = self._places[name]
            sentence = f"{visible(name)}, character {error.column} of the query: {visible(error.sentence)}"
            self._report(Spot(place.line, place.column), Code.VALUE, sentence)
            return None
        return query

    def _copy(self, node: Map) -> Command | None:
        entry = node.entries.get("copy")
        return None if entry is None else self._command("copy", entry.value)

    def _commands(self, setting: str, node: Map) -> dict[str, Command]:
        """Return the programs of a setting, by their names."""
        entry = node.entries.get(setting)
        if entry is None:
            return {}
        if not isinstance(entry.value, Map):
            self._wrong_type(entry.value, f"{setting} takes lines of the form name: [program, argument]")
            return {}
        found: dict[str, Command] = {}
        for name, each in entry.value.entries.items():
            if len(found) == _MOST_COMMANDS:
                sentence = f"at most {_MOST_COMMANDS} programs are kept: {visible(name)} and what follows are left out"
                self._report(each.key.spot, Code.VALUE, sentence)
                break
            if not name.strip():
                self._report(each.key.spot, Code.VALUE, f"a program of {setting} has no name")
                continue
            command = self._command(f"{setting}.{name}", each.value)
            if command is not None:
                found[name] = command
        return found

    def _command(self, name: str, value: Node) -> Command | None:
        """Return a program and its arguments. They are a list, so that nothing splits or expands a text."""
        if not isinstance(value, Sequence) or not value.items:
            self._wrong_type(value, f"{visible(name)} takes a list of a program and its arguments, such as [wc, -w]")
            return None
        words: list[str] = []
        for item in value.items:
            if not isinstance(item, Scalar):
                self._wrong_type(item, f"{visible(name)} takes a list of texts")
                return None
            if "\0" in item.text or not (words or item.text.strip()):
                what = "no program" if not words and not item.text.strip() else "a NUL character"
                self._report(item.spot, Code.VALUE, f"{visible(name)} has {what}")
                return None
            words.append(item.text)
        self._places[name] = Place(self._path, *value.spot)
        # A relative path would mean the current folder, which may be a library.
        return (str(self._folder(words[0]).absolute()) if "/" in words[0] else words[0], *words[1:])

    def _folder(self, text: str) -> Path:
        """Return the path: "~" is the home folder, and a relative path is relative to the folder of the settings."""
        if self._home and (text == "~" or text.startswith("~/")):
            return Path(self._home, text[2:])
        return self._path.parent / text

    def _wrong_type(self, value: Node, sentence: str) -> None:
        """Report a value of the wrong type, unless it has been reported before."""
        if not isinstance(value, Refused) and value.spot not in self._unfinished:
            self._report(value.spot, Code.TYPE, sentence)

    def _report(self, spot: Spot, code: str, sentence: str) -> None:
        self._problems.append(Problem(Place(self._path, *spot), code, sentence, Severity.WARNING))
