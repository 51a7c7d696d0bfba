"""PyYAML's parser: that of libyaml if PyYAML was built with it, else the one written in Python."""

from __future__ import annotations

from collections.abc import Callable

from briefing.format.tree.libyaml.events import Event

try:
    from yaml._yaml import CParser
except ImportError:  # PyYAML was built without libyaml
    HAS_LIBYAML = False
else:
    HAS_LIBYAML = True


def event_source(text: str, *, pure: bool = False) -> Callable[[], Event | None]:
    """Return a function that returns the next event at each call. `pure` asks for the parser written in Python."""
    if HAS_LIBYAML and not pure:
        return CParser(text).get_event
    from briefing.format.tree.libyaml.python_parser import PythonParser  # loads what libyaml does not need

    return PythonParser(text).next_event
