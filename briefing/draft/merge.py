"""A draft in which the items of a program's answer come first, and ours fill what it missed."""

from __future__ import annotations

import pathlib
from collections.abc import Container, Iterable, Mapping, Sequence
from dataclasses import replace

from briefing.base.frozen import frozen
from briefing.base.named_tuple import NamedTuple
from briefing.draft.answer import Answer, AnswerError, read_answer
from briefing.draft.checking import objections, texts_of
from briefing.draft.compose import Draft
from briefing.draft.draft_text import ARTICLE
from briefing.draft.guard import Withheld
from briefing.draft.page import BLOCKS, HEAD, Owner, Page, page_of
from briefing.draft.selection import MOST, before_digits
from briefing.draft.task import task_text
from briefing.edit.brief_text import ParsedBrief, plain
from briefing.evidence.check import check_brief
from briefing.evidence.languages import Language, table
from briefing.evidence.quotes.folding import fold_words
from briefing.evidence.saved_text import saved_text
from briefing.evidence.words.prose import prose_of
from briefing.evidence.words.stems import content_stems
from briefing.format.model import Claim, Event, Figure, SourceText, TextState
from briefing.format.parse import read_brief_text
from briefing.format.write import PlainItem, PlainValue

_EVERY = 600
"""Items of each block at most where every one is asked for."""
_SHARED = 0.5
"""Share of the words of the shorter of two texts that tell the same."""


@frozen
class Answered:
    """A draft with what holds of a program's answer."""

    draft: Draft
    withheld: tuple[Withheld, ...]
    """What does not hold of the answer."""
    taken: int
    """Items of the answer that are in the draft."""
    more: int
    """Items of the answer that hold, and are more than a draft has."""


class _Fact(NamedTuple):
    """A claim, with the sentences of the text that it quotes."""

    claim: Claim
    sentences: frozenset[str]
    stems: frozenset[str]


def with_answer(draft: Draft, answer: str, *, alone: bool, every: bool) -> Answered:
    """Return a draft with what holds of an answer; `alone`: without our own items.

    Raises:
        AnswerError: it is no brief, or nothing of it holds where ours is not wanted.
    """
    ours = _Parts(draft)
    held = SourceText(state=TextState.HELD, text=draft.text)
    given = read_answer(answer, ours.title, ours.language, ours.article, held)
    merged = _Merger(ours, given, held, every=every)
    page, counts = merged.page(alone=alone)
    if not any(counts[block] for block in BLOCKS):
        raise AnswerError("nothing of its answer holds")
    whole = replace(draft, brief=page.text, counts=counts, left_out=() if alone else draft.left_out)
    return Answered(whole, given.withheld, merged.taken, merged.more)


def task_of(draft: Draft) -> str:
    """Return the task of a program that drafts a brief of the same article."""
    published = str(_Parts(draft).article.get("published", "unknown"))
    return task_text(draft.text, None if published == "unknown" else published)


class _Parts:
    """The parts of a draft of ours."""

    def __init__(self, draft: Draft) -> None:
        root = ParsedBrief(draft.brief).root
        whole = plain(root)
        values: Mapping[str, PlainValue] = whole if isinstance(whole, Mapping) else {}
        blocks = {*BLOCKS, "sources", "open", "briefing"}
        self.head: PlainItem = {key: value for key, value in values.items() if key not in blocks}
        self.items = {block: _items(values.get(block)) for block in BLOCKS}
        known = values.get("sources")
        sources = known if isinstance(known, Mapping) else {}
        self.sources = {name: item for name, item in sources.items() if isinstance(item, Mapping)}
        self.article = self.sources.pop(ARTICLE)
        self.left_open = _texts(values.get("open"))
        self.title, self.language = str(self.head["title"]), str(self.head["language"])


class _Merger:
    """Puts the items of an answer and of a draft into one brief that nothing objects to."""

    def __init__(self, ours: _Parts, given: Answer, text: SourceText, *, every: bool) -> None:
        self._ours, self._text = ours, text
        self._most = dict.fromkeys(MOST, _EVERY) if every else MOST
        self._given, self._sources = _with_our_ids(given, ours.sources)
        self._title, self._lede = ours.title, given.lede
        self._tags, self._open = given.texts["tags"], given.texts["open"]
        self._comment = f"Drafted by programs from {ours.article['file']}, word for word."
        self.taken = self.more = 0

    def page(self, *, alone: bool) -> tuple[Page, dict[str, int]]:
        """Return the brief, and how many items it has by block."""
        claims: dict[str, list[PlainItem]] = {}
        mine: dict[str, int] = {}
        for block in BLOCKS:
            items = _once(self._given[block])
            claims[block] = items[: self._most[block]]
            self.more += len(items) - len(claims[block])
            mine[block] = len(claims[block])
        sources = dict(self._sources)
        if not alone:
            missed = self._missed(claims)
            for block in BLOCKS:
                claims[block] += missed[block][: max(self._most[block] - mine[block], 0)]
            sources = {**self._ours.sources, **sources}
        left_open = self._open if alone else list(dict.fromkeys([*self._open, *self._ours.left_open]))
        page, claims = self._checked(claims, sources, left_open, mine)
        self.taken = sum(mine.values())
        counts = {block: len(items) for block, items in claims.items()}
        return page, counts | {"sources": page.text.count("\n    kind: "), "open": len(left_open)}

    def _checked(
        self,
        claims: dict[str, list[PlainItem]],
        sources: Mapping[str, PlainItem],
        left_open: Iterable[str],
        mine: dict[str, int],
    ) -> tuple[Page, dict[str, list[PlainItem]]]:
        """Return the brief without the items that the check objects to once they stand together."""
        lines = list(left_open)
        while True:
            named = {item.get("by") for items in claims.values() for item in items} | _cited(claims)
            held = {name: item for name, item in sources.items() if name in named}
            page = page_of(self._head(), claims, {ARTICLE: self._ours.article, **held}, lines, self._comment)
            found = objections(page, self._text)
            wrong = {owner for owner in found if owner.block in BLOCKS}
            without = {str(owner.key) for owner in found if owner.block == "sources" and owner.key != ARTICLE}
            for block, items in claims.items():
                wrong |= {Owner(block, at) for at, item in enumerate(items) if item.get("by") in without}
            if not wrong and not self._shorten_head(found):
                return page, claims
            for block, items in claims.items():
                mine[block] -= sum(Owner(block, at) in wrong for at in range(mine[block]))
                claims[block] = [item for at, item in enumerate(items) if Owner(block, at) not in wrong]

    def _shorten_head(self, found: Container[Owner]) -> bool:
        """Leave out the lede, or the numbers of the title, if the check objects to them. False: it does not."""
        shorter = before_digits(self._title)
        if HEAD not in found or (not self._lede and self._title == shorter):
            return False
        self._lede, self._title = "", self._title if self._lede else shorter
        return True

    def _head(self) -> PlainItem:
        head = {key: value for key, value in self._ours.head.items() if key not in {"title", "lede", "tags"}}
        tags = list(dict.fromkeys([*_texts(self._ours.head.get("tags")), *self._tags]))
        return {
            "title": self._title,
            **({"lede": self._lede} if self._lede else {}),
            **head,
            **({"tags": tags} if tags else {}),
        }

    def _missed(self, claims: Mapping[str, Sequence[PlainItem]]) -> dict[str, list[PlainItem]]:
        """Return our items that tell something that the answer does not."""
        theirs = self._facts(claims, self._sources)
        ours = self._facts(self._ours.items, self._ours.sources)
        return {
            block: [
                item
                for item, fact in zip(self._ours.items[block], ours[block], strict=True)
                if not any(_is_same(fact, other) for other in theirs[block])
            ]
            for block in BLOCKS
        }

    def _facts(
        self, claims: Mapping[str, Sequence[PlainItem]], sources: Mapping[str, PlainItem]
    ) -> dict[str, list[_Fact]]:
        page = page_of(
            {"title": self._ours.title, "language": self._ours.language},
            claims,
            {ARTICLE: self._ours.article, **sources},
        )
        brief = read_brief_text(page.text, _PATH).brief
        if brief is None:
            return {block: [] for block in BLOCKS}
        cites = check_brief(brief, texts_of(brief, self._text), _PATH).cites
        language = table(self._ours.language)
        saved = saved_text(self._text.text, language)
        facts: dict[str, list[_Fact]] = {block: [] for block in BLOCKS}
        for number, claim in enumerate(brief.claims()):
            block = "figures" if isinstance(claim, Figure) else "timeline" if isinstance(claim, Event) else "summary"
            sentences = frozenset(
                saved.sentence(one.span, one.paragraph or 0)[0].text for one in cites[number] if one.span is not None
            )
            facts[block].append(_Fact(claim, sentences, _stems(claim.text, language)))
        return facts


_PATH = pathlib.Path("draft.yaml")


def _is_same(one: _Fact, other: _Fact) -> bool:
    """Whether two claims of one block tell the same."""
    shares = bool(one.sentences & other.sentences)
    if isinstance(one.claim, Figure) and isinstance(other.claim, Figure):
        mine, yours = one.claim.amount, other.claim.amount
        if mine is None or yours is None or (mine.low, mine.high) != (yours.low, yours.high):
            return False
    elif isinstance(one.claim, Event):
        if one.claim.when != other.claim.when or one.claim.stated != other.claim.stated:
            return False
    else:
        return shares
    least = min(len(one.stems), len(other.stems))
    return shares or (least > 0 and len(one.stems & other.stems) >= _SHARED * least)


def _with_our_ids(
    given: Answer, ours: Mapping[str, PlainItem]
) -> tuple[dict[str, list[PlainItem]], dict[str, PlainItem]]:
    """Return the items and sources of an answer. A speaker whom we have found as well has our id and our words."""
    by_name = {_called(item): name for name, item in ours.items()}
    names = {name: by_name.get(_called(item), name) for name, item in given.sources.items()}
    taken = {*ours, ARTICLE}
    for name, new in names.items():
        if new == name and name in ours:
            names[name] = next(made for number in range(2, len(taken) + 3) if (made := f"{name}-{number}") not in taken)
        taken.add(names[name])
    items = {block: [_renamed(item, names) for item in given.items[block]] for block in BLOCKS}
    sources = {names[name]: ours.get(names[name], item) for name, item in given.sources.items()}
    return items, sources


def _called(item: PlainItem) -> str:
    return fold_words(str(item.get("name") or item.get("title") or item.get("role") or "")).casefold()


def _renamed(item: PlainItem, names: Mapping[str, str]) -> PlainItem:
    """Return an item that names the same sources by other ids."""
    new: dict[str, PlainValue] = {**item}
    if isinstance(by := item.get("by"), str):
        new["by"] = names.get(by, by)
    cites = item.get("cites")
    if isinstance(cites, Mapping):
        new["cites"] = _renamed_cite(cites, names)
    elif isinstance(cites, Sequence) and not isinstance(cites, str):
        new["cites"] = [_renamed_cite(cite, names) if isinstance(cite, Mapping) else cite for cite in cites]
    return new


def _renamed_cite(cite: PlainItem, names: Mapping[str, str]) -> PlainItem:
    source = cite.get("source")
    return {**cite, "source": names.get(source, source)} if isinstance(source, str) else cite


def _cited(claims: Mapping[str, Iterable[PlainItem]]) -> set[PlainValue | None]:
    """Return the ids of the sources that items cite."""
    found: set[PlainValue | None] = set()
    for items in claims.values():
        for item in items:
            cites = item.get("cites")
            every = [cites] if isinstance(cites, Mapping) else cites if isinstance(cites, Sequence) else []
            found |= {cite.get("source") for cite in every if isinstance(cite, Mapping)}
    return found


def _once(items: Iterable[PlainItem]) -> list[PlainItem]:
    """Return items without those that are the same, word for word."""
    return list({repr(item): item for item in items}.values())


def _items(value: PlainValue | None) -> list[PlainItem]:
    held = value if isinstance(value, Sequence) and not isinstance(value, str) else ()
    return [item for item in held if isinstance(item, Mapping)]


def _texts(value: PlainValue | None) -> list[str]:
    held = value if isinstance(value, Sequence) and not isinstance(value, str) else ()
    return [one for one in held if isinstance(one, str)]


def _stems(text: str, language: Language) -> frozenset[str]:
    return prose_of(text, language).once(content_stems)
