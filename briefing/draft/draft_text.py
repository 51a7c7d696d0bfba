"""A saved text that is being briefed: what it says, and the ids that the brief has for its sources."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence

from briefing.base.frozen import frozen
from briefing.base.problems import BriefingError
from briefing.draft.same_speaker import SpeakerKey, same_speakers
from briefing.evidence.facts.quotations import quotations
from briefing.evidence.facts.values import DateFact, NumberFact, Place, SpeakerFact, TextFacts
from briefing.evidence.languages import Language, connectors
from briefing.evidence.quotes.allowance import Allowance
from briefing.evidence.quotes.search import QuoteSearch
from briefing.evidence.result import Span
from briefing.evidence.saved_text import SavedText
from briefing.format.model import Brief, Source, SourceKind
from briefing.format.template import slug

ARTICLE = "article"
"""Id of the article in a drafted brief."""

_ID = re.compile("[a-z0-9]+")
_MOST_WORK = 10**15
"""Characters that may be searched for quotes while a text is briefed: as many as a person's patience allows."""
_MOST_WORDS = 4
"""Words of a source's id."""


class DraftError(BriefingError):
    """No quote of the text can carry an item; the message is one sentence for the user."""


@frozen
class DraftText:
    """A saved text, what it says, and how the brief names its sources."""

    saved: SavedText
    facts: TextFacts
    search: QuoteSearch
    """For quotes from this text."""
    ids: Mapping[SpeakerKey, str]
    """The ids of the sources that speak in the text."""
    article: str = ARTICLE
    """Id of the source whose saved text this is."""
    names_article: bool = False
    """True: a cite names the article, as the brief has other articles beside it."""

    @property
    def text(self) -> str:
        """The text as it is saved."""
        return self.saved.folded.original

    def speaker_of(self, words: Span) -> SpeakerFact | None:
        """Return who says some words, the narrowest attribution first. None: the article itself."""
        covering = [one for one in self.speakers_near(words) if one.covers.holds(*words)]
        return min(covering, key=lambda one: one.covers.end - one.covers.start, default=None)

    def speaker_for(self, fact: NumberFact) -> SpeakerFact | None:
        """Return who gives a number. None: the article itself."""
        return fact.speaker or self.speaker_of(fact.place.span) or self.quoted_speaker(fact.place)

    def is_quoted(self, place: Place) -> bool:
        """Whether words lie in a quotation whose speaker their own sentence does not name."""
        if self.speaker_of(place.span) is not None:
            return False
        return any(one.holds(*_inner(place.span, self.text)) for one in self._quotations(place.paragraph))

    def quoted_speaker(self, place: Place) -> SpeakerFact | None:
        """Return who says the quotation that some words lie in: whom the text names beside it. None: nobody is named.

        A second quotation of a paragraph is by whoever said the one before it.
        """
        inner = _inner(place.span, self.text)
        every = self._quotations(place.paragraph)
        held = next((one for one in every if one.holds(*inner)), None)
        if held is None:
            return None
        within = self.saved.blocks[place.paragraph]
        said = [
            one
            for one in self.speakers_near(within)
            if one.place.paragraph == place.paragraph and not any(each.holds(*one.place.span) for each in every)
        ]
        beside = [one for one in said if one.covers.start < held.end and one.covers.end > held.start]
        before = [one for one in said if one.place.span.end <= held.start and _is_of_any(one.covers, every)]
        return next(iter(beside or before[-1:]), None)

    def _quotations(self, paragraph: int) -> list[Span]:
        """Return the quotations of a paragraph, as offsets in the text."""
        block = self.saved.blocks[paragraph]
        if not any(mark in self.text[block.start : block.end] for mark in QUOTE_MARKS):
            return []
        folded = self.saved.folded
        within = folded.within(block)
        return [
            Span(folded.origin(within.start + one.start), folded.origin_end(within.start + one.end))
            for one in quotations(folded, within)
        ]

    def speakers_near(self, words: Span) -> list[SpeakerFact]:
        """Return the attributions in the sentence or sentences of some words."""
        every = self.facts.speakers
        behind = bisect_right(every, words.end, key=lambda one: one.place.sentence.start)
        found: list[SpeakerFact] = []
        for at in range(behind - 1, -1, -1):
            if every[at].place.sentence.end <= words.start:
                break
            found.append(every[at])
        return found[::-1]

    def dates_in(self, words: Span) -> list[DateFact]:
        """Return the dates that begin inside some words."""
        every = self.facts.dates
        first = bisect_left(every, words.start, key=lambda one: one.place.span.start)
        found: list[DateFact] = []
        for one in every[first:]:
            if one.place.span.start >= words.end:
                break
            found.append(one)
        return found

    def numbers_in(self, words: Span) -> Sequence[NumberFact]:
        """Return the numbers that begin inside some words."""
        every = self.facts.numbers
        first = bisect_left(every, words.start, key=lambda one: one.place.span.start)
        return every[first : bisect_left(every, words.end, key=lambda one: one.place.span.start)]

    def id_of(self, speaker: SpeakerFact | None) -> str | None:
        """Return the id of the source that speaks. None: nobody does, or the text does not say who."""
        return None if speaker is None else self.ids.get(speaker.key)


def _inner(words: Span, text: str) -> Span:
    """Return some words without the quotation marks and the space around them."""
    start, end = words
    while start < end and text[start] in _EDGE:
        start += 1
    while end > start and text[end - 1] in _EDGE:
        end -= 1
    return Span(start, end)


def _is_of_any(words: Span, quotations_of: Iterable[Span]) -> bool:
    return any(words.start < one.end and words.end > one.start for one in quotations_of)


QUOTE_MARKS = "\"'“”„‟‘’‚‛«»‹›"
_EDGE = f"{QUOTE_MARKS} \t\n.,"


def draft_text(saved: SavedText, facts: TextFacts, brief: Brief | None = None, article: str = ARTICLE) -> DraftText:
    """Return a text ready for drafting.

    `brief`: one that has sources already; a speaker of the text keeps the id that the brief has for them.
    `article`: the id of the source whose saved text this is.
    """
    sources = () if brief is None else brief.sources
    articles = [one.id for one in sources if one.kind is SourceKind.ARTICLE]
    ids = _ids(facts.speakers, sources, article, saved.language)
    return DraftText(
        saved,
        facts,
        QuoteSearch(saved.folded, allowance=Allowance(_MOST_WORK)),
        ids,
        article,
        articles not in ([], [article]),
    )


def _ids(
    speakers: Sequence[SpeakerFact], sources: Iterable[Source], article: str, language: Language
) -> dict[SpeakerKey, str]:
    """Return an id for each speaker whom the text names or describes; two names of one speaker have the same."""
    small = language.function_words
    known = {name.casefold(): one.id for one in sources for name in (one.name, one.title, one.role) if name}
    taken = {article, *(one.id for one in sources)}
    found: dict[SpeakerKey, str] = {}
    same = same_speakers(speakers, small)
    for speaker in speakers:
        called = speaker.name or speaker.role
        if called is None or speaker.key in found or speaker.key in same or not _names_somebody(called, language):
            continue
        has = known.get(called.casefold()) or known.get(without_article(called).casefold())
        found[speaker.key] = has or next(one for one in _names(speaker, small) if one not in taken)
        taken.add(found[speaker.key])
    return found | {key: found[other] for key, other in same.items() if other in found}


def _names_somebody(called: str, language: Language) -> bool:
    """Whether a name or description means somebody without the words before it: not "his team", not a number."""
    first = called.partition(" ")[0].lower()
    return not first[:1].isdigit() and first not in language.discourse.possessives


def without_article(name: str) -> str:
    """Return a description without the article at its beginning: "statistics office" for "the statistics office"."""
    first, _, rest = name.partition(" ")
    known = connectors()
    return rest if rest and first.lower() in (*known.articles, *known.of_the, *known.genitive_articles) else name


def _names(speaker: SpeakerFact, small: Collection[str]) -> Iterator[str]:
    """Yield ids for a speaker, the shortest that a person would choose first. `small`: words that end none: "of"."""
    called = without_article(speaker.name or speaker.role or "")
    owned = called.replace("’", "'").rpartition("'s ")[2]
    words = _ID.findall(slug(owned if speaker.kind is not SourceKind.PERSON else called))
    if not words:
        words = [str(speaker.kind)]
    elif speaker.kind is SourceKind.PERSON and speaker.name is not None:
        yield words[-1]
    proper = {word.lower() for word in called.split() if word[:1].isupper()}
    while len(words) > _MOST_WORDS or (len(words) > 1 and words[-1] in small and words[-1] not in proper):
        words.pop()
    base = "-".join(words)
    yield base
    number = 2
    while True:
        yield f"{base}-{number}"
        number += 1
