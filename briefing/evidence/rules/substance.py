"""How much of a claim the rules can hold it to: its words beside those of its source, in the source's order.

Rules read numbers, dates, units, names, hedges and denials. What the other words of a claim say is not understood, so
a claim in words of the writer's own is at best "words found". It is verified only when what it says stands in the
sentences that it quotes, in the same order: rules cannot see who did what to whom.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

from briefing.evidence.context import Case, Context, Outcome, Unchecked
from briefing.evidence.languages import Language
from briefing.evidence.numbers.implied_measures import is_measured
from briefing.evidence.rules.attribution import attributions
from briefing.evidence.rules.weak_words import weak_words
from briefing.evidence.rules.word_order import OrderedWord, follows_order, ordered_words
from briefing.evidence.words.prose import Prose, Word, prose_of
from briefing.evidence.words.stems import whole_stem
from briefing.format.model import Figure

_NAMED = 3
"""Words that a reason names; of the rest their number."""


class ContentToken(NamedTuple):
    """A word that says something, or a number."""

    start: int
    key: str
    """Stem of a word, so that forms of one word have one key; a number's digits."""
    text: str


def substance_findings(case: Case) -> Iterator[Outcome]:
    """Say so when a claim has nothing to hold it to, or says it in words that its sources do not have."""
    if isinstance(case.claim, Figure) and case.claim.derived is not None:
        return
    if case.is_judgement:
        yield Unchecked("the writer's own judgement")
        return
    if not _is_comparable(case):
        yield Unchecked("no number, date, name or speaker to hold it to")
        return
    contexts = [context for context in case.contexts if context.language is case.language]
    if not contexts or not case.language.complete:
        yield Unchecked("told in another language than its source")
        return
    own = case.own.once(content_tokens)
    missing = _missing(own, contexts, case)
    if missing:
        yield Unchecked(f"in words of the writer's own: {_named(missing)}")
    elif not isinstance(case.claim, Figure) and not _in_order(own, contexts, case):
        yield Unchecked("in another order of words than the source's")


def _is_comparable(case: Case) -> bool:
    """Whether a claim has any number, date, name, speaker, hedge or negation."""
    claim = case.claim
    if isinstance(claim, Figure) or claim.when or claim.stated or claim.by or case.own.numbers or case.own.dates:
        return True
    language = case.language
    if case.own.once(weak_words) or any(word.small in _compared(language) for word in case.own.words):
        return True
    opening = case.own.words[0].start if case.own.words else 0
    names = (word for word in case.own.words if word.text[:1].isupper() and word.start != opening)
    if language.capital_names:
        return any(True for _ in names)
    known = case.dossier.own_names
    return any(word.text in known for word in names)


@lru_cache(maxsize=64)
def _compared(language: Language) -> frozenset[str]:
    """Return the words of doubt, intent, denial and hedging: rules of their own compare them.

    Of a phrase of doubt the words say something by themselves: "ruled" and "out" are not compared as "ruled out".
    """
    alone = (language.doubt, language.intent, language.negation, language.denial)
    found = {word for group in alone for word in group if word.isalpha()}
    found |= {word for group in (language.before, language.after) for phrase in group for word in phrase.split()}
    measured = {*language.irregular, *language.irregular.values()}  # "high" of "as high as" says something
    return frozenset(word for word in found if word.isalpha()) - language.function_words - measured


@lru_cache(maxsize=64)
def _passed_over(language: Language) -> frozenset[str]:
    """Return the words that say nothing by themselves, and those that rules of their own compare."""
    return language.function_words | language.empty | _compared(language)


def content_tokens(prose: Prose) -> tuple[ContentToken, ...]:
    """Return the words that say something and the numbers, in order; dates are compared by rules of their own."""
    language = prose.language
    passed_over = _passed_over(language)
    taken = [(one.start, one.end) for one in prose.dates] + [(one.start, one.end) for one in prose.numbers]
    found = [
        ContentToken(start, whole_stem(part.lower(), language), part)
        for word in prose.words
        if word.small not in passed_over and not (taken and _stands_in(word.start, taken))
        for start, part in (_parts(word) if "-" in word.text else ((word.start, word.text),))
        if len(part) > 1 and part.lower() not in passed_over
    ]
    found += [
        ContentToken(number.start, f"{number.numeral.values[0].normalize():f}", prose.text[number.start : number.end])
        for number in prose.numbers
        if not any(date.start <= number.start < date.end for date in prose.dates)
    ]
    return tuple(sorted(found))


def _parts(word: Word) -> Iterator[tuple[int, str]]:
    """Yield the parts of a compound with hyphens, each with its offset: a writer may write "full year" as well."""
    start = word.start
    for part in word.text.split("-"):
        yield start, part
        start += len(part) + 1


def _stands_in(offset: int, spans: Sequence[tuple[int, int]]) -> bool:
    return any(start <= offset < end for start, end in spans)


def _missing(own: Sequence[ContentToken], contexts: Sequence[Context], case: Case) -> list[str]:
    """Return the words of a claim that no sentence of its quotes has, and the names that no quote has."""
    said = {token.key for context in contexts for token in context.prose.once(content_tokens)}
    capital_names = case.language.capital_names
    left = [token for token in own if token.key not in said or (capital_names and _has_inner_capital(token))]
    if not left:
        return []
    quoted = {
        token.key
        for context in contexts
        for token in context.prose.once(content_tokens)
        if context.quote.start <= token.start < context.quote.end
    }
    passed = quoted | _speaker(case)
    if isinstance(case.claim, Figure):  # numbers in the words of a label have a rule of their own
        left = [
            token for token in left if not token.key[:1].isdigit() and not _says_nothing(token, case.claim, contexts)
        ]
    return [token.text for token in left if token.key not in passed]


def _says_nothing(token: ContentToken, figure: Figure, contexts: Sequence[Context]) -> bool:
    """Whether a word of a label says no more than its number and its unit do."""
    word = token.text.lower()
    return word in contexts[0].language.generic or any(is_measured(word, figure, context) for context in contexts)


def _has_inner_capital(token: ContentToken) -> bool:
    """Whether a word has a capital inside a sentence, as names alone have in most languages."""
    return token.start > 0 and token.text[:1].isupper()


def _speaker(case: Case) -> set[str]:
    """Return the words by which the claim may name who says it: rules of their own hold these to the text."""
    source = case.dossier.sources.get(case.claim.by or "")
    if source is None or not _says_who(case):
        return set()
    named = [one for one in (source.name, source.role, source.title) if one]
    return {whole_stem(word.small, case.language) for each in named for word in prose_of(each, case.language).words}


def _names_a_speaker(case: Case) -> bool:
    """Whether a claim says who says so, which may stand before or behind what is said."""
    return case.claim.by is not None or _says_who(case)


def _says_who(case: Case) -> bool:
    """Whether a claim has words that say that somebody says so."""
    return bool(attributions(case.own)) or any(word.small in case.language.reporting for word in case.own.words)


def _in_order(own: Sequence[ContentToken], contexts: Sequence[Context], case: Case) -> bool:
    """Whether a claim follows the sentences that it quotes; it may say elsewhere that the same one says so."""
    said = attributions(case.own) if _is_said_by_the_same(case, contexts) else ()
    keys = [token.key for token in own if not any(one.start <= token.start < one.end for one in said)]
    sentences = {id(context.prose): context.prose.once(_keyed) for context in contexts}
    return follows_order(keys, tuple(sentences.values()), named=_names_a_speaker(case))


def _is_said_by_the_same(case: Case, contexts: Sequence[Context]) -> bool:
    """Whether those who say so in a claim are, by their names, those who say so in its sources."""
    silent = case.language.function_words
    theirs = {
        name for one in contexts for each in attributions(one.prose) for said in each.tokens for name in said.small
    }
    mine = [
        word.lower()
        for each in attributions(case.own)
        for word in each.tokens[0].words
        if word[:1].isupper() and word.lower() not in silent
    ]
    return bool(mine) and theirs.issuperset(mine)


def _keyed(prose: Prose) -> tuple[OrderedWord, ...]:
    return ordered_words(prose, [(token.start, token.key) for token in prose.once(content_tokens)])


def _named(words: Sequence[str]) -> str:
    named = ", ".join(words[:_NAMED])
    return f"{named} and {len(words) - _NAMED} more" if len(words) > _NAMED else named
