"""Articles for tests of drafting, and what a draft of anything has to hold."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

from briefing.articles.article import Article
from briefing.base.problems import Problem, Severity
from briefing.draft.compose import Draft
from briefing.evidence.check import check_brief
from briefing.evidence.codes import EvidenceCode
from briefing.evidence.quotes.folding import fold_words
from briefing.format.model import Brief, SourceText, TextState
from briefing.format.parse import read_brief_text

ROOT = Path(__file__).parents[2]
TEXTS = sorted(
    path
    for folder in ("briefs/texts", "tests/evidence/corpus", "tests/evidence/corpus/held_out", "tests/scoring/dev")
    for path in (ROOT / folder).glob("*.txt")
)
"""Every article in the repository."""
_YEAR = re.compile(r"(?<![\d-])[12]\d{3}(?!\d)")


@cache
def article_at(path: Path) -> Article:
    """Return a saved text as an article, with the lines of a paragraph joined."""
    return article_of(path.read_text(encoding="utf-8"))


def article_of(text: str) -> Article:
    """Return a text as an article: its first line is the title, blank lines part its paragraphs."""
    title, _, rest = text.strip().partition("\n")
    blocks = (" ".join(block.split()) for block in re.split(r"\n\s*\n", rest))
    return Article(title=title.strip() or "Untitled", paragraphs=tuple(block for block in blocks if block))


def brief_of(draft: Draft) -> Brief:
    """Return the brief of a draft."""
    brief = read_brief_text(draft.brief, Path("draft.yaml")).brief
    assert brief is not None
    return brief


def faults(draft: Draft, published: str | None = None) -> list[str]:
    """Return what is wrong with a draft: problems, quotes that are not in the text, years from nowhere, no review.

    `published`: as the person gives it. That the text gives another date is theirs to settle.
    """
    reading = read_brief_text(draft.brief, Path("draft.yaml"))
    if reading.brief is None:
        return [str(problem) for problem in reading.problems]
    brief, text = reading.brief, SourceText(state=TextState.HELD, text=draft.text)
    held = {one.id: text if one.file else SourceText(state=TextState.NOT_HELD) for one in brief.sources}
    problems: list[Problem] = [*reading.problems, *check_brief(brief, held, Path("draft.yaml")).findings]
    said = {Severity.ERROR, Severity.WARNING}
    found = [str(one) for one in problems if one.severity in said and one.code != EvidenceCode.PUBLISHED_DIFFERS]
    folded = fold_words(draft.text)
    cites = [cite for claim in brief.claims() for cite in claim.cites]
    cites += [cite for source in brief.sources for cite in source.cites]
    found += [f"not in the text: {cite.quote}" for cite in cites if fold_words(cite.quote or "?") not in folded]
    dated = [claim.when.text for claim in brief.claims() if claim.when is not None] if published is None else []
    years = [year for when in dated for year in _YEAR.findall(when)]
    # "2023-24" has no 2024 in it, and "before 2034" is up to 2033.
    near = {year: [str(int(year) + more)[2:] for more in (-1, 0, 1)] for year in years}
    found += [f"a year from nowhere: {year}" for year in near if not any(end in draft.text for end in near[year])]
    found += [f"looks confirmed: {claim.text}" for claim in brief.claims() if claim.is_reviewed]
    return found
