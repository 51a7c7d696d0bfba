"""The parser that PyYAML has in Python: used if PyYAML was built without libyaml."""

from __future__ import annotations

from yaml.error import MarkedYAMLError
from yaml.events import Event
from yaml.parser import Parser
from yaml.reader import Reader
from yaml.scanner import Scanner


class PythonParser(Reader, Scanner, Parser):
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
