"""PyYAML's parser: that of libyaml if PyYAML was built with it, else the one written in Python."""

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
    """The parser written in Python, without the composer and the constructor of PyYAML's loaders."""

    def __init__(self, text: str) -> None:
        Reader.__init__(self, text)
        Scanner.__init__(self)
        Parser.__init__(self)

    def next_event(self) -> Event | None:
        """Return the next event. None: there are no more.

        Raises:
            MarkedYAMLError: the text is not YAML.
        """
        try:
            event: Event | None = self.get_event()  # type: ignore[no-untyped-call]  # types-PyYAML leaves it open
        except (ValueError, OverflowError) as error:  # "\U00110000"
            mark = self.get_mark()
            raise MarkedYAMLError(problem="found invalid Unicode character escape code", problem_mark=mark) from error
        else:
            return event


def event_source(text: str, *, pure: bool = False) -> Callable[[], Event | None]:
    """Return a function that returns the next event at each call. `pure` asks for the parser written in Python."""
    if HAS_LIBYAML and not pure:
        return CParser(text).get_event
    return _PythonParser(text).next_event
