"""Helpers for tests of evidence: check a brief given as YAML against the text of its one article."""

from __future__ import annotations

from collections.abc import Collection
from pathlib import Path

from briefing.evidence import Evidence
from briefing.evidence.check import check_brief
from briefing.format.model import Brief, SourceText, TextState
from briefing.format.parse import read_brief_text

PATH = Path("brief.yaml")
HEAD = "briefing: 1\ntitle: Harbour talks resume\n"


def read(yaml: str) -> Brief:
    """Read a brief that has no mistakes of format; without `briefing:` the text stands below a head."""
    reading = read_brief_text(yaml if "briefing:" in yaml else HEAD + yaml, PATH, "brief")
    assert reading.brief is not None
    assert not reading.problems, reading.problems
    return reading.brief


def held(text: str) -> SourceText:
    """Return a saved text that is held."""
    return SourceText(state=TextState.HELD, text=text)


def texts_of(brief: Brief, text: str | None) -> dict[str, SourceText]:
    """Give every source of a brief that names a file the same text."""
    absent = SourceText(state=TextState.NOT_HELD)
    return {
        source.id: held(text) if source.file is not None and text is not None else absent for source in brief.sources
    }


def check(yaml: str, text: str | None = None, known_ids: Collection[str] | None = None) -> Evidence:
    """Check a brief against one text."""
    brief = read(yaml)
    return check_brief(brief, texts_of(brief, text), PATH, known_ids)


def codes(evidence: Evidence) -> list[str]:
    """Return the codes of the findings, in order."""
    return [finding.code for finding in evidence.findings]
