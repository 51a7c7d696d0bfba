"""Owns the choice of PyYAML's parser: libyaml's where the wheel has it, else the one written in Python."""

from __future__ import annotations

from collections.abc import Callable

from yaml.error import MarkedYAMLError
from yaml.events import Event
from yaml.parser import Parser
from yaml.reader import Reader
from yaml.scanner import Scanner

try:
    from yaml._yaml import CParser
except ImportError:  # PyYAML was built without libyaml
    HAS_LIBYAML = False
else:
    HAS_LIBYAML = True


class _PythonParser(Reader, Scanner, Parser):
    """Characters, tokens and events, without the composer and the constructor that PyYAML's loaders add."""

    def __init__(self, text: str) -> None:
        Reader.__init__(self, text)
        Scanner.__init__(self)
        Parser.__init__(self)

    def next_event(self) -> Event | None:
        """Return the next event.

        Raises:
            MarkedYAMLError: what libyaml refuses too.
        """
        try:
            event: Event | None = self.get_event()  # type: ignore[no-untyped-call]  # types-PyYAML leaves it open
        except (ValueError, OverflowError) as error:  # "\U00110000"
            mark = self.get_mark()
            raise MarkedYAMLError(problem="found invalid Unicode character escape code", problem_mark=mark) from error
        else:
            return event


def event_source(text: str, *, pure: bool = False) -> Callable[[], Event | None]:
    """Return a function that gives the next event at each call."""
    if HAS_LIBYAML and not pure:
        return CParser(text).get_event
    return _PythonParser(text).next_event
