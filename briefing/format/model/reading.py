"""What reading a file gives: the brief, and what is wrong in it."""

from __future__ import annotations

from briefing.base.frozen import frozen
from briefing.base.problems import Problem
from briefing.format.model.brief import Brief


@frozen
class Reading:
    """The result of reading one file."""

    brief: Brief | None
    """The brief, without its wrong parts. None: nothing can be shown, and the problems say why."""
    problems: tuple[Problem, ...]
    """In the order of the file."""
