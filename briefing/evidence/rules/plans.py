"""The rule for plans: a claim must not say that something has happened if its source only plans it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from briefing.evidence.codes import EvidenceCode
from briefing.evidence.context import Case, Outcome, QuoteContext, Unchecked
from briefing.evidence.languages import Language
from briefing.evidence.patterns import LazyPattern, WordChoice
from briefing.evidence.words.prose import Prose, word_before
from briefing.evidence.words.stems import ContentWord, content_words
from briefing.evidence.words.word_pattern import WordPattern
from briefing.format.model import Figure, Standing

_STOP = LazyPattern(r"[.;:!?,]")


def plan_findings(case: Case) -> Iterator[Outcome]:
    """Yield a finding if the claim says that something has happened, and its quotes say that it is planned."""
    if not any(context.prose.once(_plans) for context in case.contexts):
        return
    word = planned_as_done(case)
    if word is not None:
        yield case.problem(
            EvidenceCode.PLAN_AS_DONE, case.field, f"the source says '{word}', and the claim says it is done"
        )
    elif _may_lie_ahead(case):
        yield Unchecked("the source speaks of what is planned")


def planned_as_done(case: Case) -> str | None:
    """Return the word for a plan in the source, if the claim says that it has happened. None: otherwise."""
    if not _is_plain(case):
        return None
    done = {word.stem for word in case.own.once(_done)}
    if not done:
        return None
    for context in case.contexts:
        if context.language is case.language:
            for phrase, words in _planned(context):
                if any(word.stem in done for word in words):
                    return phrase
    return None


def _is_plain(case: Case) -> bool:
    claim = case.claim
    if isinstance(claim, Figure) or case.is_judgement or claim.standing is not Standing.REPORTED:
        return False
    return not case.own.once(_is_open)


def _is_open(own: Prose) -> bool:
    return _open_words(own.language).stands_in(own)


@lru_cache(maxsize=8)
def _open_words(language: Language) -> WordPattern:
    whole = (*language.future, *language.discourse.ahead, *language.discourse.plans)
    beginnings = language.discourse.not_done

    def pattern(choice: WordChoice) -> str:
        return rf"(?<![^\W_])(?:{choice.phrases(whole)}|{choice.parts(beginnings)})"

    return WordPattern(pattern, whole, beginnings=beginnings)


@lru_cache(maxsize=8)
def _plan_words(language: Language) -> WordPattern:
    plans = language.discourse.plans

    def pattern(choice: WordChoice) -> str:
        return rf"(?<![^\W_])(?:{choice.phrases(plans)})(?! (?:{choice.phrases(language.negation)}))"

    return WordPattern(pattern, plans)


def _plans(prose: Prose) -> tuple[tuple[int, int, str], ...]:
    """Return the words for plans as start, offset where their scope begins, and the word."""
    found = [(*one.span(), one.group()) for one in _plan_words(prose.language).finditer(prose)]
    forms = prose.language.discourse.plan_forms
    if forms:  # a form of the verb itself
        found += [(one.start(), one.start(), one.group()) for one in re.finditer(rf"(?<!\w){forms}", prose.text)]
    return tuple(found)


def _planned(context: QuoteContext) -> Iterator[tuple[str, list[ContentWord]]]:
    """Yield each word for a plan whose scope reaches into the quote, with the verbs in its scope there."""
    quote = context.quote
    for start, end, phrase in context.prose.once(_plans):
        if start >= quote.end:
            continue
        stop = _STOP.search(context.text, end)
        until = min(stop.start() if stop is not None else len(context.text), quote.end)
        words = [word for word in content_words(context.prose) if end <= word.start < until]
        yield phrase, _verbs(words, context.language)


def _verbs(words: list[ContentWord], language: Language) -> list[ContentWord]:
    """Return the first word in the scope of a plan; also the last one, if the language puts verbs at the end."""
    first = [word for word in words if not word.small.endswith(language.discourse.adverb_endings)][:1]
    return [*first, *words[-1:]] if language.discourse.verb_last else first


def _done(own: Prose) -> tuple[ContentWord, ...]:
    """Return the verbs of a claim that are in the past."""
    return tuple(word for word in content_words(own) if _is_past(word, own))


def _is_past(word: ContentWord, own: Prose) -> bool:
    language = own.language
    if word_before(own.text, word.start) in language.discourse.past_auxiliaries:
        return True
    if language.discourse.verb_last:
        known = language.discourse.irregular.get(word.small)
        return any(
            own.text.startswith(f"{each} ") or f" {each} " in own.text for each in language.discourse.past_auxiliaries
        ) or (known is not None and known != word.small)
    form = language.discourse.irregular.get(word.small)
    irregular = form is not None and form != word.small and not word.small.endswith(("s", "ing"))
    return irregular or word.small.endswith(language.discourse.participle_ends)


def _may_lie_ahead(case: Case) -> bool:
    """Whether a claim is in the past, and its quotes only speak of plans."""
    if not _is_plain(case) or not case.own.once(_done) or not case.contexts:
        return False
    return all(_is_all_planned(context) for context in case.contexts)


def _is_all_planned(context: QuoteContext) -> bool:
    plans = [one for one in context.prose.once(_plans) if context.quote.has(one[0])]
    if not plans or context.language.discourse.past_auxiliaries == ():
        return False
    first = plans[0]
    return not any(
        word.verbal and context.quote.start <= word.start < first[0] for word in content_words(context.prose)
    )
