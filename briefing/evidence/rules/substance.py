"""The rule for everything else in a claim: its words are those of its source, in the same order.

The other rules read numbers, dates, units, names, hedges and denials. No rule understands the remaining words, so a
claim in the writer's own words is at best "words found". It is verified only if the sentences that it quotes have its
words in the same order: rules cannot see who did what to whom.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache

from briefing.base.named_tuple import NamedTuple
from briefing.evidence.context import Case, Outcome, QuoteContext, Unchecked
from briefing.evidence.languages import Language
from briefing.evidence.numbers.implied_measures import is_measured
from briefing.evidence.rules.attribution import attributions
from briefing.evidence.rules.weak_words import weak_words
from briefing.evidence.rules.word_order import OrderedWord, follows_order, ordered_words
from briefing.evidence.words.prose import Prose, prose_of
from briefing.evidence.words.stems import whole_stem
from briefing.format.model import Figure

_NAMED = 3
"""Words that a reason names; the rest is only counted."""
NOTHING_TO_COMPARE = "no number, date, name or speaker to hold it to"
"""Why a claim is not verified of which no rule can compare anything but its words."""


class ContentToken(NamedTuple):
    """A content word or a number."""

    start: int
    """Offset in the prose."""
    key: str
    """The stem of a word, or the digits of a number; equal for all forms of a word."""
    text: str
    """As written."""


def substance_findings(case: Case) -> Iterator[Outcome]:
    """Yield why a claim cannot be verified: nothing in it can be compared, or its words are not those of its source."""
    if isinstance(case.claim, Figure) and case.claim.derived is not None:
        return
    if case.is_judgement:
        yield Unchecked("the writer's own judgement")
        return
    if not _is_comparable(case):
        yield Unchecked(NOTHING_TO_COMPARE)
        return
    contexts = _in_own_language(case)
    if not contexts:
        yield Unchecked("told in another language than its source")
        return
    own = case.own.once(content_tokens)
    missing = _missing(own, contexts, case)
    if missing:
        yield Unchecked(f"in words of the writer's own: {_named(missing)}")
    elif not isinstance(case.claim, Figure) and not _in_order(own, contexts, case):
        yield Unchecked("in another order of words than the source's")


def has_words_of_source(case: Case) -> bool:
    """Whether the sentences that a claim quotes have all its content words, in the same order."""
    contexts = _in_own_language(case)
    own = case.own.once(content_tokens)
    return bool(contexts and own) and not _missing(own, contexts, case) and _in_order(own, contexts, case)


def _in_own_language(case: Case) -> list[QuoteContext]:
    """Return the quotes in the language of the claim. None, if that has no table of words."""
    return [context for context in case.contexts if context.language is case.language and case.language.complete]


def _is_comparable(case: Case) -> bool:
    """Whether a claim has anything that a rule compares: a number, date, name, speaker, hedge or negation."""
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
    """Return the words of doubt, intent, denial and hedging, which other rules compare.

    Words of phrases of doubt are not among them: "ruled" and "out" say something else than "ruled out".
    """
    alone = (language.doubt, language.intent, language.negation, language.denial)
    found = {word for group in alone for word in group if word.isalpha()}
    found |= {
        word for group in (language.hedges_before, language.hedges_after) for phrase in group for word in phrase.split()
    }
    measured = {*language.irregular, *language.irregular.values()}  # the "high" of "as high as" is a content word
    return frozenset(word for word in found if word.isalpha()) - language.function_words - measured


@lru_cache(maxsize=64)
def _passed_over(language: Language) -> frozenset[str]:
    """Return the words that are passed over: function words, and those that other rules compare."""
    return language.function_words | language.stop_words | _compared(language)


def content_tokens(prose: Prose) -> tuple[ContentToken, ...]:
    """Return the content words and numbers of some prose, in order. Dates, which other rules compare, are left out."""
    language = prose.language
    spans = [(one.start, one.end) for one in prose.dates] + [(one.start, one.end) for one in prose.numbers]
    taken = {at for start, end in spans for at in range(start, end)}
    found = [
        ContentToken(start + offset, key, part)
        for start, _, text, _ in prose.words
        if start not in taken
        for offset, key, part in _content_parts(text, language)
    ]
    found += [
        ContentToken(number.start, f"{number.numeral.values[0].normalize():f}", prose.text[number.start : number.end])
        for number in prose.numbers
        if not prose.is_in_date(number.start)
    ]
    return tuple(sorted(found))


@lru_cache(maxsize=20_000)
def _content_parts(word: str, language: Language) -> tuple[tuple[int, str, str], ...]:
    """Return the parts of a word that say something, each with its offset and stem: those of a compound, or itself."""
    passed_over = _passed_over(language)
    if word.lower() in passed_over:
        return ()
    parts = _parts(word) if "-" in word else (_without_elision(word, language),)
    said = ((offset, part) for offset, part in parts if len(part) > 1 and part.lower() not in passed_over)
    return tuple((offset, whole_stem(part.lower(), language), part) for offset, part in said)


def _without_elision(word: str, language: Language) -> tuple[int, str]:
    """Return a word without the elided word before it, and where it begins: "effectif" of "l'effectif"."""
    elided, mark, rest = word.partition("'")
    if mark and rest and f"{elided.lower()}'" in language.connectors.elisions:
        return len(elided) + 1, rest
    return 0, word


def _parts(word: str) -> Iterator[tuple[int, str]]:
    """Yield the parts of a compound with hyphens, each with its offset: "full-year" may also be "full year"."""
    start = 0
    for part in word.split("-"):
        yield start, part
        start += len(part) + 1


def _missing(own: Sequence[ContentToken], contexts: Sequence[QuoteContext], case: Case) -> list[str]:
    """Return the words of a claim that no sentence of its quotes has, and its names that no quote has."""
    said = {token.key for context in contexts for token in context.prose.once(content_tokens)}
    capital_names = case.language.capital_names
    left = [token for token in own if token.key not in said or (capital_names and _has_inner_capital(token))]
    if not left:
        return []
    quoted = {
        token.key
        for context in contexts
        for token in context.prose.once(content_tokens)
        if context.quote.has(token.start)
    }
    passed = quoted | _speaker(case)
    if isinstance(case.claim, Figure):  # another rule checks the numbers in a label
        left = [
            token for token in left if not token.key[:1].isdigit() and not _says_nothing(token, case.claim, contexts)
        ]
    return [token.text for token in left if token.key not in passed]


def _says_nothing(token: ContentToken, figure: Figure, contexts: Sequence[QuoteContext]) -> bool:
    """Whether a word of a label says no more than the number and its unit."""
    word = token.text.lower()
    return word in contexts[0].language.generic or any(is_measured(word, figure, context) for context in contexts)


def _has_inner_capital(token: ContentToken) -> bool:
    """Whether a word has a capital inside a sentence, as only names have in most languages."""
    return token.start > 0 and token.text[:1].isupper()


def _speaker(case: Case) -> set[str]:
    """Return the stems of the words by which the claim may name its speaker, which other rules check."""
    source = case.dossier.sources.get(case.claim.by or "")
    if source is None or not _says_who(case):
        return set()
    named = [one for one in (source.name, source.role, source.title) if one]
    return {whole_stem(word.small, case.language) for each in named for word in prose_of(each, case.language).words}


def _names_a_speaker(case: Case) -> bool:
    """Whether a claim names its speaker, before or after what is said."""
    return case.claim.by is not None or _says_who(case)


def _says_who(case: Case) -> bool:
    """Whether a claim has words of attribution."""
    return bool(attributions(case.own)) or any(word.small in case.language.reporting for word in case.own.words)


def _in_order(own: Sequence[ContentToken], contexts: Sequence[QuoteContext], case: Case) -> bool:
    """Whether a claim has the word order of the sentences that it quotes, wherever it names the same speaker."""
    said = attributions(case.own) if _is_said_by_the_same(case, contexts) else ()
    keys = [token.key for token in own if not any(one.start <= token.start < one.end for one in said)]
    sentences = {id(context.prose): context.prose.once(_keyed) for context in contexts}
    return follows_order(keys, tuple(sentences.values()), named=_names_a_speaker(case))


def _is_said_by_the_same(case: Case, contexts: Sequence[QuoteContext]) -> bool:
    """Whether the claim names the same speakers as its sources."""
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
