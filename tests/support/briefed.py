"""A text that is briefed, with what was found in it, for tests that need no app."""

from __future__ import annotations

from pathlib import Path

from briefing.draft.briefed_text import BriefedText
from briefing.draft.draft_text import draft_text
from briefing.evidence import Evidence
from briefing.evidence.check import check_brief
from briefing.evidence.facts.text import text_facts
from briefing.evidence.languages import table
from briefing.evidence.saved_text import saved_text
from briefing.format.dates import parse_date
from briefing.format.model import Brief, SourceText, TextState
from briefing.format.parse import read_brief_text
from briefing.render.pages.brief_beside import BriefInWork
from tests.support.editing import ARTICLE, BRIEF


def brief_of(text: str = BRIEF) -> Brief:
    """Return a brief by its text."""
    brief = read_brief_text(text, Path("ferry.yaml"), "ferry").brief
    assert brief is not None
    return brief


def evidence_of(brief: Brief, article: str = ARTICLE) -> Evidence:
    """Return the evidence of a brief."""
    return check_brief(brief, {"article": SourceText(text=article, state=TextState.HELD)}, Path("ferry.yaml"))


def briefed_of(article: str = ARTICLE, brief: Brief | None = None) -> BriefedText:
    """Return a text that is briefed."""
    saved = saved_text(article, table("en"))
    return BriefedText(draft_text(saved, text_facts(saved, parse_date("2024-11-12")), brief))


def in_work(text: str = BRIEF, article: str = ARTICLE) -> BriefInWork:
    """Return a brief with its text."""
    brief = brief_of(text)
    evidence, briefed = evidence_of(brief, article), briefed_of(article, brief)
    return BriefInWork(brief, evidence, briefed, briefed.progress(brief, evidence))
