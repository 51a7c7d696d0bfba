"""A whole brief from an article: the same fact once, ranked, and without what the checker objects to."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from hashlib import sha256

from briefing.articles.article import Article, ArticleError
from briefing.base.frozen import frozen, frozen_kw_only
from briefing.base.problems import Problem
from briefing.base.safe_text import one_line, safe
from briefing.draft.candidates import events, figures, leads, points, source_forms
from briefing.draft.checking import Candidate, Refused, Trial, objections
from briefing.draft.draft_text import ARTICLE, DraftText, draft_text
from briefing.draft.language import UNDETERMINED, language_of
from briefing.draft.left_open import open_lines
from briefing.draft.page import BLOCKS, Owner, Page, page_of
from briefing.evidence.facts.text import text_facts
from briefing.evidence.facts.values import TextFacts
from briefing.evidence.languages import table
from briefing.evidence.saved_text import saved_text
from briefing.format.dates import DateError, Edtf, parse_date
from briefing.format.language_tags import language_name
from briefing.format.model import SourceText, TextState
from briefing.format.template import slug
from briefing.format.tree import unified_line_ends
from briefing.format.write import PlainItem, PlainValue

MOST = {"summary": 7, "figures": 12, "timeline": 15}
"""Items of each block at most, unless every one is asked for."""
_RESERVE = 6
"""Further items of each block that take the places of those that are left out."""
_EVERY = {"summary": 60, "figures": 600, "timeline": 600}
"""Items of each block at most where every one is asked for: a brief of more could not be read."""
_LONGEST_TITLE = 300
"""Characters of a title."""
_LEAST = 12
"""Characters of a text that can be quoted."""


@frozen_kw_only
class DraftOptions:
    """What the person who drafts says about the article and the brief; it counts before what the article says."""

    name: str | None = None
    """Of both files, without suffix. None: made from the title."""
    url: str | None = None
    published: str | None = None
    """EDTF, or "unknown"."""
    publisher: str | None = None
    author: str | None = None
    language: str | None = None
    marking: str | None = None
    tags: tuple[str, ...] = ()
    every: bool = False
    """True: all facts of the article, not only those that a reader would call key."""


@frozen
class LeftOut:
    """An item that is not in the brief, since the checker objects to it."""

    kind: str
    """"figure", "event", "point" or "source"."""
    words: str
    code: str


@frozen_kw_only
class Draft:
    """A drafted brief."""

    name: str
    """Of both files, without suffix."""
    text: str
    """The content of texts/NAME.txt."""
    brief: str
    """The content of NAME.yaml."""
    counts: Mapping[str, int]
    """Items by block: summary, figures, timeline, sources, open."""
    left_out: tuple[LeftOut, ...] = ()
    remark: str = ""
    """A sentence about what could not be done. Empty: there is none."""


_KINDS = {"summary": "point", "figures": "figure", "timeline": "event", "sources": "source"}


def compose(article: Article, options: DraftOptions) -> Draft:
    """Draft a brief from an article.

    Raises:
        ArticleError: it has no text to quote.

    """
    text = text_of(article)
    if len(text.strip()) < _LEAST:
        raise ArticleError("this has too little text to draft a brief from")
    language = options.language or language_of(text, article.language)
    saved = saved_text(text, table(language))
    published = _published(article, options)
    title = _shortened(one_line(article.title) or one_line(text))
    name = options.name or slug(title)
    facts = text_facts(saved, published) if saved.language.complete else TextFacts()
    held = draft_text(saved, facts)
    checksum = sha256(text.encode()).hexdigest()
    head = _head(title, language, options)
    source = _article_item(
        article, options, {"title": title, "file": f"texts/{name}.txt", "sha256": checksum}, published
    )
    composer = _Composer(held, options, head, source, SourceText(state=TextState.HELD, text=text, checksum=checksum))
    page, counts, left_out = composer.page(f"Drafted by a program from texts/{name}.txt, word for word.")
    remark = ""
    if not saved.language.complete:
        called = language_name(language) if language != UNDETERMINED else "a language that was not recognised"
        remark = (
            f"the article is in {called}, for which there is no table of words: no figures, dates or speakers were"
            " looked for"
        )
    return Draft(name=name, text=text, brief=page.text, counts=counts, left_out=left_out, remark=remark)


def _shortened(title: str) -> str:
    """Return a title that fits a title bar; hardly any is cut."""
    if len(title) <= _LONGEST_TITLE:
        return title
    return title[:_LONGEST_TITLE].rpartition(" ")[0] + "…" if " " in title[:_LONGEST_TITLE] else title[:_LONGEST_TITLE]


def text_of(article: Article) -> str:
    """Return the text of an article as it is saved and read back: safe, with plain line ends."""
    return safe(unified_line_ends(article.text).replace("\f", " "))


def _published(article: Article, options: DraftOptions) -> Edtf | None:
    """Return the date of publication. None: it is not known."""
    given = options.published or article.published
    if given is None or given == "unknown":
        return None
    try:
        return parse_date(given)
    except DateError:
        return None


def _head(title: str, language: str, options: DraftOptions) -> PlainItem:
    head: dict[str, PlainValue] = {"title": title, "status": "draft", "language": language}
    if options.marking is not None:
        head["marking"] = options.marking
    if options.tags:
        head["tags"] = list(options.tags)
    return head


def _article_item(
    article: Article, options: DraftOptions, known: Mapping[str, str], published: Edtf | None
) -> PlainItem:
    """Return the article as a source. `known`: its title, file and sha256."""
    fields = {
        "kind": "article",
        "title": known["title"],
        "publisher": options.publisher or article.publisher,
        "author": options.author or article.author,
        "url": options.url or article.url,
        "file": known["file"],
        "sha256": known["sha256"],
        "published": published.text if published is not None else "unknown",
        "retrieved": article.retrieved,
    }
    return {key: line for key, value in fields.items() if value and (line := one_line(value))}


class _Composer:
    """Chooses and checks the items of one brief."""

    def __init__(
        self, held: DraftText, options: DraftOptions, head: PlainItem, article: PlainItem, text: SourceText
    ) -> None:
        self._held, self._head, self._article, self._text = held, head, article, text
        self._every = options.every
        self._most = _EVERY if options.every else MOST
        self._candidates: list[Candidate] = []
        self._sources: dict[str, PlainItem] = {}
        self._left_out: list[LeftOut] = []

    def page(self, comment: str) -> tuple[Page, dict[str, int], tuple[LeftOut, ...]]:
        """Return the brief, how many items it has by block, and what was left out."""
        reserve = {block: most + _RESERVE for block, most in self._most.items()}
        self._candidates = [
            *points(self._held, reserve["summary"]),
            *figures(self._held, reserve["figures"], every=self._every),
            *events(self._held, reserve["timeline"]),
        ]
        trial = Trial(self._head, (ARTICLE, self._article), self._text)
        self._sources = trial.sources(self._speakers())
        settled = trial.settle(self._candidates, self._sources)
        self._note(settled.refused)
        chosen = self._chosen(settled.items)
        page, counts, found = self._assembled(chosen, comment)
        while worse := self._worse(found, chosen):
            chosen = {index: item for index, item in chosen.items() if index not in worse}
            page, counts, found = self._assembled(chosen, comment)
        for lead in leads(self._held) if found else ():
            more = {len(self._candidates): lead.item, **self._with_room(chosen)}
            self._candidates.append(lead)
            tried = self._assembled(more, comment)
            if len(tried[2]) < len(found):
                chosen = more
                page, counts, found = tried
        if found:
            raise ArticleError("none of its words can be quoted: they stand in several places, or say too little")
        return page, counts, tuple(self._left_out)

    def _with_room(self, chosen: Mapping[int, PlainItem]) -> Mapping[int, PlainItem]:
        """Return the items of a brief without its last point in worth, if it has as many as it may have."""
        points = [index for index in chosen if self._candidates[index].block == "summary"]
        if len(points) < self._most["summary"]:
            return chosen
        worst = min(points, key=lambda index: self._candidates[index].worth)
        return {index: item for index, item in chosen.items() if index != worst}

    def _speakers(self) -> dict[str, list[PlainItem]]:
        """Return the forms of each source that an item names, by id."""
        named = {one.item["by"] for one in self._candidates if "by" in one.item}
        found: dict[str, list[PlainItem]] = {}
        for speaker in self._held.facts.speakers:
            source_id = self._held.id_of(speaker)
            if source_id in named and source_id is not None and not found.get(source_id):
                found[source_id] = source_forms(speaker, self._held)
        return found

    def _chosen(self, items: Mapping[int, PlainItem]) -> dict[int, PlainItem]:
        """Return the best of each block, in the order of the text, by the number of the candidate."""
        best: list[int] = []
        for block, most in self._most.items():
            mine = [index for index in items if self._candidates[index].block == block]
            best += sorted(mine, key=lambda index: -self._candidates[index].worth)[:most]
        return {index: items[index] for index in sorted(best, key=lambda index: self._candidates[index].start)}

    def _note(self, refused: Sequence[Refused]) -> None:
        """Remember the refused items that would have been in the brief; the others are only second choice."""
        for block, most in self._most.items():
            mine = [one for one in self._candidates if one.block == block]
            wanted = {id(one) for one in sorted(mine, key=lambda one: -one.worth)[:most]}
            self._left_out += [
                LeftOut(_KINDS[block], one.candidate.words, one.code) for one in refused if id(one.candidate) in wanted
            ]

    def _assembled(
        self, chosen: Mapping[int, PlainItem], comment: str
    ) -> tuple[Page, dict[str, int], Mapping[Owner, Problem]]:
        """Return the brief of some items, how many it has by block, and what the check objects to."""
        claims = {
            block: [item for index, item in chosen.items() if self._candidates[index].block == block]
            for block in BLOCKS
        }
        named = {item["by"] for item in chosen.values() if "by" in item}
        sources = {source_id: item for source_id, item in self._sources.items() if source_id in named}
        spans = {self._candidates[index].start for index in chosen}
        left_open = open_lines(
            self._held,
            [one for one in self._held.facts.numbers if one.place.span.start in spans],
            [one for one in self._held.facts.dates if one.place.span.start in spans],
        )
        page = page_of(self._head, claims, {ARTICLE: self._article, **sources}, left_open, comment)
        counts = {block: len(items) for block, items in claims.items()}
        counts |= {"sources": len(sources) + 1, "open": len(left_open)}
        return page, counts, objections(page, self._text)

    def _worse(self, found: Mapping[Owner, Problem], chosen: Mapping[int, PlainItem]) -> set[int]:
        """Return the items that the check of the brief objects to, and remember them."""
        numbers: dict[Owner, int] = {}
        for block in BLOCKS:
            mine = [index for index in chosen if self._candidates[index].block == block]
            numbers |= {Owner(block, place): index for place, index in enumerate(mine)}
        worse: set[int] = set()
        for owner, problem in found.items():
            if owner in numbers:
                one = self._candidates[numbers[owner]]
                self._left_out.append(LeftOut(_KINDS[one.block], one.words, problem.code))
                worse.add(numbers[owner])
            elif owner.block == "sources":
                worse |= {index for index, item in chosen.items() if item.get("by") == owner.key}
        return worse
