"""The rule for the place of names: the source has a name of the claim near the quote, not in another part."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import pairwise

from briefing.base.named_tuple import NamedTuple
from briefing.evidence.codes import EvidenceCode
from briefing.evidence.context import Case, Outcome, QuoteContext, Unchecked
from briefing.evidence.dossier import Dossier
from briefing.evidence.languages import Language, connectors
from briefing.evidence.quotes.folding import fold_words
from briefing.evidence.words.named_sources import MOST_ALIKE
from briefing.evidence.words.source_names import NameTokens, name_tokens, name_tokens_of
from briefing.evidence.words.substitutions import substituted_name
from briefing.format.model import Source, TextState

_PERSON = "person"
_LEAST = 3
"""The stem of a name needs more letters than this."""


class NamedEntity(NamedTuple):
    """A person, thing or place that a brief names."""

    name: str
    kind: str
    """What it is ("person", "place"), in small letters. Empty: the brief does not say."""
    names: tuple[tuple[str, ...], ...]
    """The words of its name and of each alias, in small letters."""


def name_place_findings(case: Case) -> Iterator[Outcome]:
    """Yield the names of a claim that the text has elsewhere, but not in or around the quotes."""
    if case.is_judgement or not case.contexts or not case.all_quotes_read:
        return
    found = list(_elsewhere(case))
    other = substituted_name(case) if not found else None
    yield from found
    if other is not None:
        sentence = f"the quote says this about '{other[1]}', the claim about '{other[0]}'"
        yield case.problem(EvidenceCode.NAME_ELSEWHERE, case.field, sentence)


def _elsewhere(case: Case) -> Iterator[Outcome]:
    known, own = case.dossier.once(_NamedEntities), name_tokens(case.own)
    mine = known.named_in(own) if own is not None else []
    if len(mine) > MOST_ALIKE:
        yield Unchecked("the brief gives more people or things these names than can be told apart")
        return
    by = case.dossier.sources.get(case.claim.by) if case.claim.by is not None else None
    for one in mine:
        if by is not None and _stands_for(one, by):
            continue
        other = _named_in_its_place(one, mine, known, case)
        if other is not None and _may_be_meant(one, other, known, case):
            yield Unchecked(f"whether '{one.name}' is meant, the quoted sentence does not say by name")
        elif other is not None:
            sentence = f"the quoted sentence names '{other.name}'; '{one.name}' is elsewhere in the text"
            yield case.problem(EvidenceCode.NAME_ELSEWHERE, case.field, sentence)
        elif not _is_near(one, case.contexts) and _is_in_text(one, case) and not _is_publisher(one, case):
            sentence = (
                f"'{_as_written(one, case)}' is not named in the paragraph of the quote, nor in the title of the text"
            )
            yield case.problem(EvidenceCode.NAME_ELSEWHERE, case.field, sentence)


class _NamedEntities:
    """What a brief names: its entities, and the sources that an article reports. Found by the words of a text."""

    def __init__(self, dossier: Dossier) -> None:
        brief, language = dossier.brief, dossier.language
        known = {
            entity.name: _known((entity.name, *entity.aliases), (entity.kind or "").lower(), language)
            for entity in brief.entities
        }
        for source in brief.sources:
            if source.name and source.via is not None and source.name not in known:
                known[source.name] = _known((source.name,), str(source.kind), language)
        self._known = tuple(known.values())
        self._by_word: dict[str, list[int]] = {}
        for number, one in enumerate(self._known):
            for word in {form for words in one.names for form in (words[-1], f"{words[-1]}s")}:
                self._by_word.setdefault(word, []).append(number)

    def but(self, one: NamedEntity) -> Iterator[NamedEntity]:
        """Yield all others, of very many the first ones."""
        return (other for other in self._known[: 2 * MOST_ALIKE] if other != one)

    def named_in(self, *texts: NameTokens) -> list[NamedEntity]:
        """Return those that any of some texts names, in the order of the brief; of very many the first ones."""
        found = {number for text in texts for word in text.small for number in self._by_word.get(word, ())}
        likely = (self._known[number] for number in sorted(found)[: 2 * MOST_ALIKE])
        return [one for one in likely if any(_is_named(one, text) for text in texts)]


@lru_cache(maxsize=512)
def _known(names: tuple[str, ...], kind: str, language: Language) -> NamedEntity:
    words = (_words(name, language) for name in names)
    return NamedEntity(names[0], kind, tuple(each for each in words if each))


def _words(name: str, language: Language) -> tuple[str, ...]:
    small = (word.lower() for word in name_tokens_of(fold_words(name)).words)
    return tuple(word for word in small if word not in language.discourse.small_names)


def _is_named(one: NamedEntity, text: NameTokens) -> bool:
    """Whether a text has a whole name, or the surname of a person."""
    for words in one.names:
        if all(_has(word, text) for word in words):
            return True
        if one.kind == _PERSON and _has(words[-1], text):
            return True
    return False


def _has(word: str, text: NameTokens) -> bool:
    return word in text.small or f"{word}s" in text.small


def _has_part(one: NamedEntity, text: NameTokens, language: Language) -> bool:
    """Whether a text has any distinctive word of a name, in any form: "Syrian" for "Syria"."""
    endings = ("", "s", *language.name_endings)
    for words in one.names:
        telling = [word for word in words if not word.startswith(language.discourse.generic_bodies)] or list(words)
        if any(f"{word}{ending}" in text.small for word in telling for ending in endings):
            return True
        stems = [word.removesuffix(end) for word in telling for end in language.name_endings if word.endswith(end)]
        if any(len(each) > _LEAST and f"{each}{ending}" in text.small for each in stems for ending in endings):
            return True
    return False


def _named_in_its_place(
    one: NamedEntity, mine: Sequence[NamedEntity], known: _NamedEntities, case: Case
) -> NamedEntity | None:
    """Return an entity of the same kind that the quoted sentences name in place of this one. None: there is none."""
    here = [(found, context.language) for context in case.contexts if (found := name_tokens(context.prose)) is not None]
    if not one.kind or any(_has_part(one, found, language) for found, language in here):
        return None
    owned = _is_owner(one, case)
    if any(not found.small.isdisjoint(_standing_for(language, owned=owned)) for found, language in here):
        return None
    named = known.named_in(*(found for found, _ in here))
    return next((other for other in named if other not in mine and other.kind == one.kind), None)


def _may_be_meant(one: NamedEntity, other: NamedEntity, known: _NamedEntities, case: Case) -> bool:
    """Whether the quotes speak of "the company", and this is the only organisation that the brief names.

    `other` is what they name in its place: it is meant only if it is such a word, and has no name of its own.
    """
    if one.kind not in _BODIES or any(each.kind in _BODIES and not _is_common(each, case) for each in known.but(one)):
        return False
    return _is_common(other, case) and any(_speaks_of_a_body(context) for context in case.contexts)


_BODIES = frozenset({"organisation", "organization", "company", "media"})
"""Kinds of what "the company" may mean."""


def _is_common(one: NamedEntity, case: Case) -> bool:
    """Whether a name is only a word for an organisation: "company"."""
    bodies = case.language.discourse.generic_bodies
    return all(word.startswith(bodies) for words in one.names for word in words)


def _speaks_of_a_body(context: QuoteContext) -> bool:
    """Whether a sentence says "the company" or the like: a word for an organisation, in small letters or as a noun."""
    language, articles = context.language, context.language.connectors.articles
    bodies = language.discourse.generic_bodies
    return any(
        before.small in articles and word.small.startswith(bodies) and (word.text.islower() or language.compounds)
        for before, word in pairwise(context.prose.words)
    )


def _is_owner(one: NamedEntity, case: Case) -> bool:
    """Whether the claim speaks of something that belongs to an entity: the text may then say "his" or "its"."""
    words = {word for name in one.names for word in name}
    owners, known = case.own.words, connectors()
    of = (*known.of, *known.of_the)
    return any(word.small.removesuffix("'s") in words and word.small.endswith("'s") for word in owners) or any(
        before.small in of and word.small in words for before, word in pairwise(owners)
    )


def _standing_for(language: Language, *, owned: bool) -> frozenset[str]:
    """Return the pronouns that may stand for a name. `owned`: possessives count as well."""
    every = frozenset(language.discourse.pronouns) - set(language.relatives)
    return every if owned else every - set(language.discourse.possessives)


def _is_near(one: NamedEntity, contexts: Sequence[QuoteContext]) -> bool:
    """Whether a name is in the paragraph of a quote, in the one before, in the first one, or in the title."""
    for context in contexts:
        prose = [context.prose, *context.near()]
        if context.saved is not None and context.paragraph is not None:
            prose += [context.saved.paragraph(0), context.saved.paragraph(1)]
            prose += [context.saved.paragraph(max(context.paragraph - 1, 0))]
        stretches = [name_tokens(each) for each in prose]
        if any(found is None or _has_part(one, found, context.language) for found in stretches):
            return True
    return False


def _stands_for(one: NamedEntity, by: Source) -> bool:
    """Whether a name is that of the speaker, or of the speaker's organisation: "president of Pittston Coal"."""
    if one.name in {by.name, by.title}:
        return True
    stretches = (name_tokens_of(fold_words(each)) for each in (by.role, by.publisher) if each)
    return any(_is_named(one, each) for each in stretches)


def _is_publisher(one: NamedEntity, case: Case) -> bool:
    """Whether a name is that of the publisher of a quoted text, who calls itself "we"."""
    sources = (case.dossier.sources.get(context.cite.source) for context in case.contexts)
    published = (source.publisher for source in sources if source is not None and source.publisher)
    return any(_is_named(one, name_tokens_of(fold_words(each))) for each in published)


def _as_written(one: NamedEntity, case: Case) -> str:
    """Return a name in the form that the claim uses: its name or an alias."""
    entities = (entity for entity in case.dossier.brief.entities if entity.name == one.name)
    names = [one.name, *(alias for entity in entities for alias in entity.aliases)]
    text = case.own.text
    return next((name for name in names if fold_words(name) in text), one.name)


def _is_in_text(one: NamedEntity, case: Case) -> bool:
    """Whether any text of the brief has the name. One that no text has is checked by another rule."""
    held = (text.text for text in case.dossier.texts.values() if text.state is TextState.HELD)
    beginnings = {name[-1] for name in one.names if name}
    return any(word in text or word.capitalize() in text for text in held for word in beginnings)
