"""The man pages briefing(1) and briefing(5), from the topics of the manual; they are kept in `share` beside it."""

from __future__ import annotations

from briefing import __version__
from briefing.cli.manual.roff import ManPage, man_text
from briefing.cli.manual.topics import TOPICS

_TOPICS = {
    "briefing.1": ("commands", "keys", "queries", "checks", "guarding", "exporting"),
    "briefing.5": ("format", "settings"),
}
"""The topics of each man page."""
_SUMMARIES = {
    "briefing.1": "read and check structured briefings in the terminal",
    "briefing.5": "the format of a brief, and the settings",
}
_SYNOPSES = {"briefing.1": "briefing [OPTIONS] [COMMAND] [PATH ...]", "briefing.5": ""}


def man_pages() -> dict[str, str]:
    """Return the man pages by the names of their files."""
    return {
        name: man_text(
            ManPage(
                "briefing", int(name[-1]), _SUMMARIES[name], _SYNOPSES[name], [TOPICS[one].load() for one in topics]
            ),
            __version__,
        )
        for name, topics in _TOPICS.items()
    }
