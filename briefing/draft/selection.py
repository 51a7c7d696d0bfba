"""The items of one brief: the best of what is found, checked, and others in place of what the checker objects to."""

from __future__ import annotations

import re
from collections.abc import Mapping

from briefing.articles.article import ArticleError
from briefing.base.frozen import frozen
from briefing.base.problems import Problem
from briefing.draft.candidates import events, figures, leads, points, source_forms
from briefing.draft.checking import Candidate, Trial, objections
from briefing.draft.draft_text import ARTICLE, DraftText
from briefing.draft.left_open import open_lines, said_unknown
from briefing.draft.page import BLOCKS, HEAD, Owner, Page, page_of
from briefing.evidence.check import RepeatedCheck
from briefing.evidence.codes import EvidenceCode
from briefing.format.model import SourceText
from briefing.format.write import PlainItem

MOST = {"summary": 7, "figures": 12, "timeline": 15}
"""Items of each block at most, unless every one is asked for."""
_EVERY = {"summary": 60, "figures": 600, "timeline": 600}
"""Items of each block at most where every one is asked for: a brief of more could not be read."""
_SEARCHED = 150_000_000
"""Characters that may be searched for quotes: in a long text fewer items can be checked."""
_RESERVE = 6
"""Further items of each block that take the places of those that are left out."""
_KINDS = {"summary": "point", "figures": "figure", "timeline": "event", "sources": "source"}


@frozen
class LeftOut:
    """An item that is not in the brief, since the checker objects to it."""

    kind: str
    """"figure", "event", "point" or "source"."""
    words: str
    code: str


@frozen
class Selected:
    """The text of a brief whose items nothing objects to."""

    page: Page
    counts: Mapping[str, int]
    """Items by block: summary, figures, timeline, sources, open."""
    left_out: tuple[LeftOut, ...]
    has_more: bool
    """True: the text has more figures, events or points than the brief."""


def before_digits(title: str) -> str:
    """Return a title up to its first digit, where nothing in the brief can carry its number."""
    return re.split(r"\d", title, maxsplit=1)[0].strip(" -–—:,.([{'\"“„«") or "Draft"


class Selection:
    """Chooses and checks the items of one brief."""

    def __init__(self, held: DraftText, head: PlainItem, article: PlainItem, text: SourceText, *, every: bool) -> None:
        """Take a text, the head of its brief, and the article as a source. `every`: not only what is key."""
        self._held, self._head, self._article, self._text = held, head, article, text
        self._every = every
        self._most = _every(len(text.text)) if every else MOST
        self._trial = Trial(head, (ARTICLE, article), text)
        self._candidates: list[Candidate] = []
        self._chosen: dict[int, PlainItem] = {}
        """By the number of the candidate, the form in which it is in the brief."""
        self._waiting: dict[str, list[int]] = {}
        """By block, the candidates that take the place of what is left out, the best first."""
        self._tried: set[int] = set()
        """Candidates of which all forms were tried."""
        self._sources: dict[str, PlainItem] = {}
        self._source_forms: dict[str, list[PlainItem]] = {}
        self._left_out: list[LeftOut] = []
        self._unknown = said_unknown(held)
        self._check = RepeatedCheck()

    def selected(self, comment: str) -> Selected:
        """Return the brief, with a comment at its head.

        Raises:
            ArticleError: nothing of the text can be quoted.

        """
        pools = {
            "summary": points(self._held, self._most["summary"] + _RESERVE),
            "figures": figures(self._held, self._most["figures"] + _RESERVE, every=self._every),
            "timeline": events(self._held, self._most["timeline"] + _RESERVE, every=self._every),
        }
        for block, pool in pools.items():
            first = len(self._candidates)
            numbers = list(range(first, first + len(pool)))
            self._candidates += pool
            self._chosen |= {index: self._candidates[index].item for index in numbers[: self._most[block]]}
            self._waiting[block] = numbers[self._most[block] :]
        self._name_speakers()
        page, counts, found = self._assembled(comment)
        while self._better(found):
            page, counts, found = self._assembled(comment)
        for lead in leads(self._held) if found else ():
            before = dict(self._chosen)
            self._lead_with(lead)
            tried = self._assembled(comment)
            if len(tried[2]) < len(found):
                page, counts, found = tried
            else:
                self._chosen = before
        if HEAD in found:
            self._head = {**self._head, "title": before_digits(str(self._head["title"]))}
            page, counts, found = self._assembled(comment)
        if found:
            raise ArticleError("none of its words can be quoted: they stand in several places, or say too little")
        return Selected(page, counts, tuple(self._left_out), any(self._waiting.values()))

    def _better(self, found: Mapping[Owner, Problem]) -> bool:
        """Put other forms, or other items, in place of those that the check objects to. False: it objects to none."""
        owners = self._owners()
        objected = {owners[owner]: problem for owner, problem in found.items() if owner in owners}
        for source_id in [owner.key for owner in found if owner.block == "sources" and owner.key in self._sources]:
            objected |= self._without_source(str(source_id), found[Owner("sources", source_id)])
        if not objected:
            return False
        tries = {
            index: (self._candidates[index].block, self._candidates[index].others())
            for index in objected
            if index not in self._tried
        }
        for block in {self._candidates[index].block for index in objected}:
            spare = self._waiting[block][: len(objected)]
            tries |= {index: (block, [self._candidates[index].item]) for index in spare}
        right = self._trial.first_right(tries, self._sources) if tries else {}
        for index, problem in objected.items():
            self._tried.add(index)
            if index in right:
                self._chosen[index] = right[index]
            else:
                self._replace(index, problem, right)
        return True

    def _replace(self, index: int, problem: Problem, right: Mapping[int, PlainItem]) -> None:
        """Leave an item out, and take the next one of its block that is right."""
        block = self._candidates[index].block
        del self._chosen[index]
        self._left_out.append(LeftOut(_KINDS[block], self._candidates[index].words, problem.code))
        spare = next((one for one in self._waiting[block] if one in right), None)
        if spare is not None:
            self._waiting[block] = [one for one in self._waiting[block] if one > spare]
            self._chosen[spare] = right[spare]

    def _without_source(self, source_id: str, problem: Problem) -> dict[int, Problem]:
        """Put another form in place of a source. Return the items that lose their speaker, since there is none."""
        forms = self._trial.sources({source_id: self._source_forms[source_id]})
        if source_id in forms and forms[source_id] != self._sources[source_id]:
            self._sources[source_id] = forms[source_id]
            return {}
        del self._sources[source_id]
        return {index: problem for index, item in self._chosen.items() if item.get("by") == source_id}

    def _lead_with(self, lead: Candidate) -> None:
        """Put a point at the beginning of the brief, in place of the least one if it has as many as it may have."""
        points = [index for index in self._chosen if self._candidates[index].block == "summary"]
        if len(points) >= self._most["summary"]:
            del self._chosen[min(points, key=lambda index: self._candidates[index].worth)]
        self._chosen[len(self._candidates)] = lead.item
        self._candidates.append(lead)

    def _name_speakers(self) -> None:
        """Make the sources that items name, in the order of the text."""
        named = {one.item["by"] for one in self._candidates if "by" in one.item}
        for speaker in self._held.facts.speakers:
            source_id = self._held.id_of(speaker)
            if source_id is None or source_id not in named or source_id in self._sources:
                continue
            forms = source_forms(speaker, self._held)
            if forms:
                self._source_forms[source_id] = forms
                self._sources[source_id] = forms[0]

    def _owners(self) -> dict[Owner, int]:
        """Return the numbers of the candidates by their place in the brief."""
        found: dict[Owner, int] = {}
        for block in BLOCKS:
            mine = [index for index in self._in_order() if self._candidates[index].block == block]
            found |= {Owner(block, place): index for place, index in enumerate(mine)}
        return found

    def _in_order(self) -> list[int]:
        return sorted(self._chosen, key=lambda index: (self._candidates[index].start, index))

    def _assembled(self, comment: str) -> tuple[Page, dict[str, int], Mapping[Owner, Problem]]:
        """Return the brief of the chosen items, how many it has by block, and what the check objects to."""
        order = self._in_order()
        claims = {
            block: [self._chosen[index] for index in order if self._candidates[index].block == block]
            for block in BLOCKS
        }
        named = {item["by"] for item in self._chosen.values() if "by" in item}
        sources = {source_id: item for source_id, item in self._sources.items() if source_id in named}
        starts = {self._candidates[index].start for index in order}
        left_open = open_lines(
            self._held,
            self._unknown,
            [one for one in self._held.facts.numbers if one.place.span.start in starts],
            [one for one in self._held.facts.dates if one.place.span.start in starts],
            is_dated=self._article.get("published") != "unknown",
        )
        page = page_of(self._head, claims, {ARTICLE: self._article, **sources}, left_open, comment)
        counts = {block: len(items) for block, items in claims.items()}
        counts |= {"sources": len(sources) + 1, "open": len(left_open)}
        # That the text gives another date of publication than the person is theirs to settle.
        return page, counts, objections(page, self._text, (EvidenceCode.PUBLISHED_DIFFERS,), self._check)


def _every(length: int) -> Mapping[str, int]:
    """Return how many items of each block the check of a text of this length allows."""
    share = min(1.0, _SEARCHED / (length * sum(_EVERY.values())))
    return {block: max(MOST[block], int(most * share)) for block, most in _EVERY.items()}
