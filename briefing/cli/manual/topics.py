"""The topics of `briefing help`, one entry each. The man pages have the same pages."""

from __future__ import annotations

from collections.abc import Callable

from briefing.base.frozen import frozen
from briefing.cli.manual.page import Page


@frozen
class Topic:
    """A topic. Its name is the key in `TOPICS`."""

    help: str
    """Its line in the list of topics."""
    load: Callable[[], Page]
    """Imports what the page is made from, and makes it."""


def _commands() -> Page:
    from briefing.cli.manual.commands_topic import commands_page

    return commands_page()


def _format() -> Page:
    from briefing.cli.manual.format_topic import format_page

    return format_page()


def _queries() -> Page:
    from briefing.cli.manual.queries_topic import queries_page

    return queries_page()


def _keys() -> Page:
    from briefing.cli.manual.keys_topic import keys_page

    return keys_page()


def _checks() -> Page:
    from briefing.cli.manual.checks_topic import checks_page

    return checks_page()


def _settings() -> Page:
    from briefing.cli.manual.settings_topic import settings_page

    return settings_page()


def _exporting() -> Page:
    from briefing.cli.manual.exporting_topic import exporting_page

    return exporting_page()


def _guarding() -> Page:
    from briefing.cli.manual.guarding_topic import guarding_page

    return guarding_page()


TOPICS = {
    "commands": Topic("every command with its options", _commands),
    "format": Topic("how a brief is written, and every field", _format),
    "queries": Topic("what can be searched for", _queries),
    "keys": Topic("every key of the reader", _keys),
    "checks": Topic("what is checked, and what the signs and codes mean", _checks),
    "guarding": Topic("what of anybody's brief is passed on, and what is withheld", _guarding),
    "settings": Topic("settings, environment variables, files", _settings),
    "exporting": Topic("Markdown, JSON, and output for other programs", _exporting),
}
"""By name, in the order of the list."""
