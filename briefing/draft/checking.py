"""Checks drafted items as `briefing check` does, and keeps of each the first form that nothing objects to."""

from __future__ import annotations

from collections.abc import Callable, Container, Mapping, Sequence
from pathlib import Path

from briefing.base.frozen import frozen
from briefing.base.problems import Problem, Severity
from briefing.draft.page import BLOCKS, Owner, Page, page_of
from briefing.evidence.check import RepeatedCheck, check_brief
from briefing.evidence.codes import EvidenceCode
from briefing.format.model import Brief, SourceText, TextState
from briefing.format.parse import read_brief_text
from briefing.format.write import PlainItem

_PATH = Path("draft.yaml")
_NOT_HELD = SourceText(state=TextState.NOT_HELD)


@frozen
class Candidate:
    """An item that a brief may get."""

    block: str
    item: PlainItem
    """In its fullest form."""
    others: Callable[[], Sequence[PlainItem]]
    """Makes its other forms, with longer quotes and then with fewer fields."""
    start: int
    """Where it stands in the text, in characters."""
    worth: float
    """What it is worth to a reader; only compared within a block."""
    words: str
    """For the person who reads what was left out."""


def objections(
    page: Page, text: SourceText, besides: Container[str] = (), repeated: RepeatedCheck | None = None
) -> Mapping[Owner, Problem]:
    """Return the first error or warning about each part of a brief; those of the codes `besides` do not count.

    `repeated`: the check of a brief that is checked again after a few changes.
    """
    reading = read_brief_text(page.text, _PATH)
    problems = list(reading.problems)
    if reading.brief is not None:
        texts = texts_of(reading.brief, text)
        check = check_brief if repeated is None else repeated.check
        problems += check(reading.brief, texts, _PATH).findings
    found: dict[Owner, Problem] = {}
    for problem in problems:
        if problem.severity is not Severity.NOTE and problem.code not in besides:
            found.setdefault(page.owner(problem.place.line), problem)
    return found


def texts_of(brief: Brief, text: SourceText) -> Mapping[str, SourceText]:
    """Return the saved texts of a brief, by the ids of its sources: that of the article, which alone names a file."""
    return {one.id: _NOT_HELD if one.file is None else text for one in brief.sources}


class Trial:
    """Tries sources and candidates in all their forms, in few checks: a check costs more than the items in it."""

    def __init__(self, head: PlainItem, article: tuple[str, PlainItem], text: SourceText) -> None:
        self._head, self._article, self._text = head, article, text

    def sources(self, forms: Mapping[str, Sequence[PlainItem]]) -> dict[str, PlainItem]:
        """Return the first form of each source that nothing objects to, by id; without those that have none."""
        tried = {
            f"{source_id}--{number}": form for source_id, each in forms.items() for number, form in enumerate(each)
        }
        page = page_of(self._head, {}, {self._article[0]: self._article[1], **tried})
        found = objections(page, self._text, besides=(EvidenceCode.SOURCE_NEVER_CITED,))
        right: dict[str, PlainItem] = {}
        for tried_id, form in tried.items():
            if Owner("sources", tried_id) not in found:
                right.setdefault(tried_id.rpartition("--")[0], form)
        return right

    def first_right(
        self, tries: Mapping[int, tuple[str, Sequence[PlainItem]]], sources: Mapping[str, PlainItem]
    ) -> dict[int, PlainItem]:
        """Return the first form that nothing objects to, of each item that has one.

        `tries`: by a number of the caller's, the block of an item and its forms.
        """
        numbers: dict[Owner, tuple[int, PlainItem]] = {}
        claims: dict[str, list[PlainItem]] = {block: [] for block in BLOCKS}
        for number, (block, forms) in tries.items():
            for form in forms:
                numbers[Owner(block, len(claims[block]))] = (number, form)
                claims[block].append(form)
        page = page_of(self._head, claims, {self._article[0]: self._article[1], **sources})
        found = objections(page, self._text)
        right: dict[int, PlainItem] = {}
        for owner, (number, form) in numbers.items():
            if owner not in found:
                right.setdefault(number, form)
        return right
