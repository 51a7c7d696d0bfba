"""Checks drafted items as `briefing check` does, and keeps of each the first form that nothing objects to."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

from briefing.base.frozen import frozen
from briefing.base.problems import Problem, Severity
from briefing.draft.page import BLOCKS, Owner, Page, page_of
from briefing.evidence.check import check_brief
from briefing.evidence.codes import EvidenceCode
from briefing.format.model import SourceText, TextState
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


class Refused(NamedTuple):
    """An item in none of whose forms the check finds nothing wrong."""

    candidate: Candidate
    code: str
    """Of the first finding in its fullest form."""


class Settled(NamedTuple):
    """Items that nothing objects to."""

    items: Mapping[int, PlainItem]
    """By the number of the candidate."""
    refused: tuple[Refused, ...]


def objections(page: Page, text: SourceText, besides: str = "") -> Mapping[Owner, Problem]:
    """Return the first error or warning about each part of a brief; those of the code `besides` do not count."""
    reading = read_brief_text(page.text, _PATH)
    problems = list(reading.problems)
    if reading.brief is not None:
        texts = {one.id: _NOT_HELD if one.file is None else text for one in reading.brief.sources}
        problems += check_brief(reading.brief, texts, _PATH).findings
    found: dict[Owner, Problem] = {}
    for problem in problems:
        if problem.severity is not Severity.NOTE and problem.code != besides:
            found.setdefault(page.owner(problem.place.line), problem)
    return found


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
        found = objections(page, self._text, besides=EvidenceCode.SOURCE_NEVER_CITED)
        right: dict[str, PlainItem] = {}
        for tried_id, form in tried.items():
            if Owner("sources", tried_id) not in found:
                right.setdefault(tried_id.rpartition("--")[0], form)
        return right

    def settle(self, candidates: Sequence[Candidate], sources: Mapping[str, PlainItem]) -> Settled:
        """Return the first form of each candidate that nothing objects to: the fullest of all, then others together."""
        first = [(index, one.item) for index, one in enumerate(candidates)]
        objected = self._check(candidates, first, sources)
        items = {index: form for number, (index, form) in enumerate(first) if number not in objected}
        others = [(index, form) for index, one in enumerate(candidates) if index not in items for form in one.others()]
        again = self._check(candidates, others, sources) if others else {}
        for number, (index, form) in enumerate(others):
            if number not in again:
                items.setdefault(index, form)
        refused = [Refused(one, objected[index].code) for index, one in enumerate(candidates) if index not in items]
        return Settled(items, tuple(refused))

    def _check(
        self, candidates: Sequence[Candidate], tried: Sequence[tuple[int, PlainItem]], sources: Mapping[str, PlainItem]
    ) -> dict[int, Problem]:
        """Return the first problem of each of some forms of candidates, by its place among `tried`."""
        numbers: dict[Owner, int] = {}
        claims: dict[str, list[PlainItem]] = {block: [] for block in BLOCKS}
        for number, (index, form) in enumerate(tried):
            block = candidates[index].block
            numbers[Owner(block, len(claims[block]))] = number
            claims[block].append(form)
        page = page_of(self._head, claims, {self._article[0]: self._article[1], **sources})
        found = objections(page, self._text)
        return {numbers[owner]: problem for owner, problem in found.items() if owner in numbers}
