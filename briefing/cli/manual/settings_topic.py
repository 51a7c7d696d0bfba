"""The topic `settings`: config.yaml, environment variables, and the files that the program keeps."""

from __future__ import annotations

from briefing.cli.manual.page import Entries, Entry, Heading, Page, Text
from briefing.settings import SETTINGS

_VARIABLES = (
    Entry("BRIEFING_LIBRARY", "the library that opens if no path is given; goes before the settings"),
    Entry("NO_COLOR", "no colours, as with --no-color"),
    Entry("VISUAL, EDITOR", "the editor of `e`"),
    Entry("BROWSER", "the browser of `o`; of several, separated by colons, the first that is installed"),
    Entry("PAGER", "the pager of `p` in a saved text"),
    Entry("TERM=dumb", "text instead of a screen"),
    Entry("LC_ALL, LC_CTYPE, LANG", "if set to C, ASCII signs, as with --ascii"),
)
_FILES = (
    Entry("$XDG_CONFIG_HOME/briefing", "else ~/.config/briefing: config.yaml, the settings; only you write it"),
    Entry(
        "$XDG_STATE_HOME/briefing",
        "else ~/.local/state/briefing: marks.sqlite, what you have read and starred; what the reader was like when you"
        " left it; reports of crashes, without text of any brief",
    ),
    Entry("$XDG_CACHE_HOME/briefing", "else ~/.cache/briefing: indexes of libraries; may be deleted at any time"),
)


def settings_page() -> Page:
    """Return the page about settings."""
    return Page(
        "Settings",
        (
            Text(
                "Settings are in config.yaml. All are optional; a mistake is reported with its place, and only that one"
                " setting is ignored. Nothing inside a library can change a setting. `briefing config` says which hold,"
                " and where they come from."
            ),
            Entries(tuple(Entry(name, one.meaning, example=one.example) for name, one in SETTINGS.items())),
            Heading("Environment variables"),
            Entries(_VARIABLES),
            Heading("Files"),
            Entries(_FILES),
        ),
    )
