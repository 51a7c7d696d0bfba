"""Part of the rule for labels: the source names what the label says, in the sentence of the number."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import pairwise, takewhile

from briefing.base.named_tuple import NamedTuple
from briefing.evidence.context import Case, QuoteContext
from briefing.evidence.languages import Connectors, Language, connectors
from briefing.evidence.numbers.counted_nouns import counted_noun, counted_nouns, is_person
from briefing.evidence.numbers.figure_match import FigureMatch
from briefing.evidence.numbers.measures import measure_families
from briefing.evidence.patterns import GrowingPattern, LazyPattern
from briefing.evidence.words.prose import Prose, Word
from briefing.evidence.words.stems import whole_stem

_SHORTEST_ROOT = 5
"""Words that share this many first letters have the same root: "employs", "employees"."""
_LEAST = 3
"""Letters of the shortest word that is looked for in a text."""
_FEWEST_WORDS = 4
"""A sentence of fewer words is a line of a table, whose head names what is counted."""
_MOST_BLOCKS = 200
"""Paragraphs of a saved text that are searched for a single word."""
_MOST_BETWEEN = 2
"""Words that may lie between a noun and its number: "spending of just under 1.2 billion"."""


def label_not_said(case: Case, matches: Sequence[FigureMatch]) -> str | None:
    """Return a sentence if the source does not name what the label counts or measures. None: it does."""
    return (
        _said_elsewhere(case, matches)
        or _not_in_text(case, matches)
        or _not_in_sentence(case, matches)
        or _counted_elsewhere(case, matches)
        or _joined_to_another(case, matches)
        or _qualified(case, matches)
    )


def _said_elsewhere(case: Case, matches: Sequence[FigureMatch]) -> str | None:
    """Return a sentence if the main word of the label is not near the number, but elsewhere in the text."""
    main = next((word for word in _telling(case) if len(word.small) > _LEAST), None)
    if main is None or case.own.is_in_date(main.start):
        return None
    if any(_is_near(context, main.small) for context in case.contexts):
        return None
    if any(stands_in_text(context, main.small) for context, _ in matches):
        return f"the text has this word of the label elsewhere: {main.text}"
    return None


def _not_in_text(case: Case, matches: Sequence[FigureMatch]) -> str | None:
    """Return a sentence if a main word of the label is nowhere in the text, in any form."""
    language, known = case.language, case.dossier.own_names.lower()
    for word in _chief_words(case):
        if word.small in language.quantities.label_words or word.small in known:
            continue
        if any(_is_near(context, word.small) for context, _ in matches):
            continue
        if not any(stands_in_text(context, word.small) or _is_part(context, word.small) for context, _ in matches):
            return f"the label says '{word.text}', which is nowhere in the source"
    return None


def _chief_words(case: Case) -> list[Word]:
    """Return the main words of a label: those up to a preposition after what is counted: "price of copper"."""
    language, found, headed = case.language, list[Word](), False
    for word in case.own.words:
        if headed and (_is_end(word, language) or "(" in case.own.text[: word.start]):
            break
        headed = headed or is_person(word.small, language)
        if names_what_is_counted(word, language) and len(word.small) >= _LEAST and not _is_dated(word, case.own):
            found.append(word)
            headed = True
    return found


def _is_end(word: Word, language: Language) -> bool:
    """Whether a word ends the main words of a label: "in" ("copper in Peru"), but not "of" ("stocks of copper")."""
    return word.small in language.quantities.small_words - _of(connectors()) - set(language.name_articles)


def _is_dated(word: Word, own: Prose) -> bool:
    """Whether a word of a label belongs to a date or number, which other rules compare."""
    return own.is_in_date(word.start) or any(one.start <= word.start < one.end for one in own.numbers)


def _not_in_sentence(case: Case, matches: Sequence[FigureMatch]) -> str | None:
    """Return a sentence if the sentence of the number has no word of the label, nor a pronoun for it."""
    language = case.language
    content = [
        word
        for word in case.own.words
        if len(word.small) >= _LEAST
        and word.small not in language.quantities.small_words
        and word.small not in language.generic
        and not _is_dated(word, case.own)
    ]
    telling = any(names_what_is_counted(word, language) for word in content)
    if not content or not (telling or _counts_else(matches) or _lacks_people(content, matches)):
        return None
    if len(case.own.words) == 1 and any(has_word_of_root(title, content[0].small) for title in _titles(case.contexts)):
        return None  # a sentence need not name the topic of the whole text again
    persons = any(is_person(word.small, language) for word in content)
    for context, number in matches:
        if persons and counted_noun(context.prose, number).persons:
            return None
        if _refers(context) or any(has_word_of_root(context.prose, word.small) for word in content):
            return None
    return f"the sentence of the number does not say '{content[0].text}'"


def _titles(contexts: Sequence[QuoteContext]) -> Iterator[Prose]:
    return (context.saved.paragraph(0) for context in contexts if context.saved is not None)


def _counts_else(matches: Sequence[FigureMatch]) -> bool:
    """Whether all numbers count things other than people."""
    counted = [counted_noun(context.prose, number) for context, number in matches]
    return bool(counted) and all(one.noun is not None and not one.persons for one in counted)


def _lacks_people(content: Sequence[Word], matches: Sequence[FigureMatch]) -> bool:
    """Whether the label counts people, and no sentence has a word for people."""
    spoken = (word.small for context, _ in matches for word in context.prose.words)
    languages = {context.language for context, _ in matches}
    return any(is_person(word.small, language) for word in content for language in languages) and not any(
        is_person(word, language) for word in spoken for language in languages
    )


def _refers(context: QuoteContext) -> bool:
    """Whether a sentence may leave out what another one names: it has a pronoun, or is very short."""
    words, language = context.prose.words, context.language
    if len(words) < _FEWEST_WORDS or any(word.small in language.quantities.references for word in words):
        return True
    return language.quantities.drops_subject and words[0].small not in language.quantities.small_words


def _counted_elsewhere(case: Case, matches: Sequence[FigureMatch]) -> str | None:
    """Return a sentence if another number of the text counts the people of the label, and this one others."""
    head, language = next(iter(case.own.words), None), case.language
    if head is None or not _is_kind_of_person(head.small, language):
        return None
    for context, number in matches:
        mine = counted_noun(context.prose, number)
        other = mine.noun is not None and _is_kind_of_person(mine.noun, language)
        if not other or has_word_of_root(context.prose, head.small) or not is_counted(context, head.small):
            return None
    return f"another number of the text counts '{head.text}', this one does not"


def _is_kind_of_person(word: str, language: Language) -> bool:
    return is_person(word, language) and word not in language.people


def _joined_to_another(case: Case, matches: Sequence[FigureMatch]) -> str | None:
    """Return a sentence if the only noun of the label belongs to another number: "revenue of 5, spending of 6"."""
    language = case.language
    own = [word for word in case.own.words if len(word.small) >= _LEAST and word.small not in language.generic]
    if len(own) != 1:
        return None
    wanted = whole_stem(own[0].small, language)
    for context, number in matches:
        joined = [one for one in context.prose.once(_joined) if one.stem == wanted]
        said = sum(whole_stem(word.small, language) == wanted for word in context.prose.words)
        if not joined or said > len(joined) or any(one.start == number.start for one in joined):
            return None
    return f"'{own[0].text}' belongs to another number of the sentence"


def _qualified(case: Case, matches: Sequence[FigureMatch]) -> str | None:
    """Return a sentence if the label drops a qualifier: "net income" for "adjusted net income"."""
    language, own = case.language, {word.small for word in case.own.words}
    first = next(iter(case.own.words), None)
    if first is None or first.small in language.quantities.qualifiers - language.quantities.leading_qualifiers:
        return None
    found: list[str] = []
    for context, _ in matches:
        before = [one.small for one, word in pairwise(context.prose.words) if word.small == first.small]
        if not before or any(word not in language.quantities.qualifiers or word in own for word in before):
            return None
        found += before
    return f"the source says '{found[0]} {first.small}', the label '{first.text}'" if found else None


class _Joined(NamedTuple):
    """A noun with its number: "damage of about $14.6 million"."""

    stem: str
    """Stem of the noun."""
    start: int
    """Offset where the number begins."""


def _joined(prose: Prose) -> tuple[_Joined, ...]:
    """Return the nouns that a preposition joins to the number after them. Meant for `Prose.once`."""
    language, found = prose.language, []
    for number in prose.numbers:
        before = [word for word in prose.words if word.end <= number.start][-_MOST_BETWEEN - 1 :]
        small = list(takewhile(lambda word: word.small in _between(language), reversed(before)))
        if small and len(small) < len(before) and small[-1].small in _of(connectors()):
            noun = before[-len(small) - 1]
            if not _PARTED.search(prose.text, noun.end, number.start):
                found.append(_Joined(whole_stem(noun.small, language), number.start))
    return tuple(found)


@lru_cache(maxsize=8)
def _of(known: Connectors) -> frozenset[str]:
    """Return the prepositions for "of" as single words: "d" for "d'"."""
    return frozenset(word.rstrip("'") for word in known.of)


_PARTED = LazyPattern(r"[.,;:!?()\d]")


@lru_cache(maxsize=64)
def _between(language: Language) -> frozenset[str]:
    """Return the words that may lie between a noun and its number: those of hedges, and "of"."""
    return frozenset(word for hedge in language.hedges_before for word in hedge.split()) | _of(connectors())


def stands_in_text(context: QuoteContext, word: str) -> bool:
    """Whether the saved text has a word, or another word of its root, anywhere."""
    return any(has_word_of_root(prose, word) for prose in _whole(context))


def is_counted(context: QuoteContext, word: str) -> bool:
    """Whether a number counts this word anywhere in the saved text."""
    wanted = whole_stem(word, context.language)
    nouns = (one.noun for prose in _whole(context) for one in prose.once(counted_nouns))
    return any(noun is not None and whole_stem(noun, context.language) == wanted for noun in nouns)


def _is_part(context: QuoteContext, word: str) -> bool:
    """Whether a compound in the text contains a word, or the word one of the text: "Hafenarbeiter", "Hafen"."""
    if not context.language.compounds or context.saved is None:
        return False
    if word in context.saved.folded.text.lower():
        return True
    parts = (one.small for prose in _whole(context) for one in prose.words if len(one.small) >= _SHORTEST_ROOT)
    return any(part in word for part in parts)


def _whole(context: QuoteContext) -> Iterator[Prose]:
    """Yield the first paragraphs of a saved text, or only the sentence if there is no text."""
    if context.saved is None:
        yield context.prose
        return
    yield from (context.saved.paragraph(number) for number in range(min(len(context.saved.blocks), _MOST_BLOCKS)))


def _is_near(context: QuoteContext, word: str) -> bool:
    """Whether the paragraph of the quote or the title of its text has a word."""
    if has_word_of_root(context.prose, word):
        return True
    return any(has_word_of_root(prose, word) for prose in (*context.near(), *_titles([context])))


def has_word_of_root(prose: Prose, word: str) -> bool:
    """Whether some prose has a word, a form of it, or another word of its root."""
    stems, roots = prose.once(_roots)
    return whole_stem(word, prose.language) in stems or (len(word) >= _SHORTEST_ROOT and word[:_SHORTEST_ROOT] in roots)


def _roots(prose: Prose) -> tuple[frozenset[str], frozenset[str]]:
    words = [part for word in prose.words for part in {word.small, *word.small.replace("'", "-").split("-")}]
    return (
        frozenset(whole_stem(word, prose.language) for word in words),
        frozenset(word[:_SHORTEST_ROOT] for word in words if len(word) >= _SHORTEST_ROOT),
    )


def _telling(case: Case) -> Iterator[Word]:
    return (word for word in case.own.words if names_what_is_counted(word, case.language))


@lru_cache(maxsize=4096)
def names_what_is_counted(word: Word, language: Language) -> bool:
    """Whether a word of a label names what is counted or measured, and is no word such as "number" or "height"."""
    small = word.small
    if small in language.quantities.small_words or small in language.generic or small in language.measuring:
        return False
    if small in measured_dimensions(language) or small in _names_of_measures(language):
        return False
    return not (change_words(language).fullmatch(small) or is_person(small, language))


@lru_cache(maxsize=64)
def _names_of_measures(language: Language) -> frozenset[str]:
    """Return the names of measures that a unit alone may imply: "diameter", "surface"."""
    return frozenset(word for names, _, _ in language.quantities.implied for word in names)


@lru_cache(maxsize=64)
def measured_dimensions(language: Language) -> dict[str, frozenset[str]]:
    """Return, by each word for something that is measured ("height"), the keys of the units that measure it."""
    return {
        word: frozenset().union(*(measure_families(frozenset({key})) for key in keys.split()))
        for words, keys in language.quantities.dimensions
        for word in words
    }


@lru_cache(maxsize=64)
def change_words(language: Language) -> GrowingPattern:
    """Return a pattern of the words for a change in any direction: "rise", "fell", "growth"."""
    every = (*language.quantities.rises, *language.quantities.falls, *language.quantities.changes)
    return GrowingPattern(lambda choice: choice.starred(every))
