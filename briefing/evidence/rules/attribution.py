"""Attributions ("the ministry said"), and the rule that a claim does not drop the attribution of its source."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from briefing.base.named_tuple import NamedTuple
from briefing.base.problems import Problem
from briefing.evidence.codes import EvidenceCode
from briefing.evidence.context import Case, QuoteContext
from briefing.evidence.languages import Language
from briefing.evidence.patterns import GrowingPattern, LazyPattern, WordChoice
from briefing.evidence.words.prose import Prose
from briefing.evidence.words.source_names import NameTokens, name_tokens_of
from briefing.evidence.words.word_pattern import WordPattern
from briefing.format.model import Point, Standing

_SUBJECT = 90
"""Characters before a verb that are searched for its subject."""
_BEHIND = 60
"""Characters after a verb, or after "according to", that are searched for the speaker."""
_LONGEST_TAIL = 80
"""Characters that may lie between a quote and the verb of its attribution after it."""
_OPENING, _CLOSING = "'«“", "'»”"
"""Quotation marks before and after what is quoted."""
_NAMED = LazyPattern(r"[^\W\d_a-z][^\W_]+")
_SPOKEN = GrowingPattern(lambda choice: rf"(?:{choice.characters(_CLOSING)},?|{choice.characters('-–—')}|^)\s*$")
"""What comes before a verb whose subject follows: "'...', said Ada Holt"."""
_SUBJECT_BREAK = GrowingPattern(
    lambda choice: rf"[;:]\s|[.!?]{choice.characters(_CLOSING)}*\s|{choice.characters(_CLOSING)},?\s(?=\w)"
)


class Attribution(NamedTuple):
    """One attribution in a sentence."""

    start: int
    end: int
    words: str
    """The verb ("said") or phrase ("according to")."""
    speaker_parts: tuple[str, ...]
    """The parts of the sentence that may name the speaker, the likeliest first."""

    @property
    def tokens(self) -> tuple[NameTokens, ...]:
        """The words of these parts."""
        return tuple(name_tokens_of(one) for one in self.speaker_parts)


def attributions(prose: Prose) -> tuple[Attribution, ...]:
    """Return the attributions of some prose, in order."""
    return prose.once(_attributions)


def _attributions(prose: Prose) -> tuple[Attribution, ...]:
    text, language = prose.text, prose.language
    matches = (match for match in _pattern(language).finditer(prose) if not _is_noun(text, match, language))
    return tuple(Attribution(*match.span(), match.group(), _said_by(text, match, language)) for match in matches)


def _is_noun(text: str, match: re.Match[str], language: Language) -> bool:
    """Whether a word such as "claims" or "fears" is a noun, by the word before it."""
    if match.group().lower() not in language.discourse.nouns_too:
        return False
    before = text[: match.start()].rstrip()
    return not before or before[-1] in ",;:." or before.rsplit(" ", 1)[-1].lower() in language.discourse.noun_marks


def _said_by(text: str, match: re.Match[str], language: Language) -> tuple[str, ...]:
    behind = _name_end(language).split(text[match.end() : match.end() + _BEHIND], maxsplit=1)[0]
    if match["by"] is not None:
        return (behind,)
    before = text[max(match.start() - _SUBJECT, 0) : match.start()]
    if _SPOKEN.search(before) is not None and behind.strip():
        return (behind,)
    subject = _subject(before, language)
    return (behind, subject) if before.rstrip().endswith(",") else (subject,)


def _subject(before: str, language: Language) -> str:
    """Return the words before a verb that hold its subject."""
    subject = _SUBJECT_BREAK.split(before)[-1]
    return before if subject.strip(" ,").lower() in ("", *language.joiners) else subject


@lru_cache(maxsize=8)
def _name_end(language: Language) -> GrowingPattern:
    words = language.discourse.clause_words
    return GrowingPattern(
        lambda choice: rf"[,.;:!?(]|\s{choice.characters(_OPENING)}|\s(?:{choice.phrases(words)})\s", re.IGNORECASE
    )


def speech_acts(prose: Prose) -> tuple[Attribution, ...]:
    """Return the places where some prose says that somebody denies, rejects or demands something, in order."""
    return prose.once(_acts)


def _acts(prose: Prose) -> tuple[Attribution, ...]:
    text, language = prose.text, prose.language
    found = []
    for match in _acting(language).finditer(prose):
        agent = _name_end(language).split(match["agent"] or "", maxsplit=1)[0]
        before = _subject(text[max(match.start() - _SUBJECT, 0) : match.start()], language)
        found.append(
            Attribution(match.start(), match.end("verb"), match["verb"], (agent, before) if agent else (before,))
        )
    return tuple(found)


@lru_cache(maxsize=8)
def _acting(language: Language) -> WordPattern:
    acting, passive = language.discourse.acts, language.discourse.passive

    def pattern(choice: WordChoice) -> str:
        agent = rf"(?:(?: \w+)?? (?:{choice.phrases(passive)}) (?P<agent>[^.;:,]{{1,60}}))?"
        return rf"(?<![^\W_])(?P<verb>{choice.phrases(acting)}){agent}"

    return WordPattern(pattern, acting)


@lru_cache(maxsize=8)
def _pattern(language: Language) -> WordPattern:
    known = language.discourse

    def pattern(choice: WordChoice) -> str:
        clause = rf"(?=,?\s(?:{choice.phrases(known.clause_words)})|[:,]?\s{choice.characters(_OPENING)}|[.,:]|$)"
        return (
            rf"(?<![^\W_])(?:(?P<by>{choice.phrases(known.attributions)})"
            rf"|(?P<verb>{choice.phrases(known.says)})(?! (?:{choice.phrases(known.not_attributing)}))"
            rf"|(?P<clause>{choice.phrases(known.says_clause)}){clause})"
        )

    return WordPattern(pattern, (*known.attributions, *known.says, *known.says_clause))


def attribution_findings(case: Case) -> Iterator[Problem]:
    """Yield a finding if a point says plainly what the sentence of its quote attributes to somebody."""
    claim = case.claim
    if not isinstance(claim, Point) or case.is_judgement or claim.by is not None:
        return
    if claim.standing is Standing.DISPUTED or is_attributed(case):
        return
    for context in case.contexts:
        said = (one for one in attributions(context.prose) if covers_quote(one, context))
        found = next((one for one in said if not _is_doubt(one, context.language)), None)
        source = case.dossier.sources.get(context.cite.source)
        if found is not None and (source is None or source.via is None) and not _is_named_by(found, case.own):
            sentence = (
                f"the source attributes this ('{found.words}') in the same sentence, and the claim names no speaker"
            )
            yield case.problem(EvidenceCode.ATTRIBUTION_DROPPED, "text", sentence)
            return


def _is_named_by(one: Attribution, own: Prose) -> bool:
    """Whether the writer's own words name the speaker: "Ada Holt has run the dam since 2009"."""
    language = own.language
    if not language.capital_names:
        return False
    named = {
        word
        for said in one.speaker_parts
        for word in _NAMED.findall(said)
        if word.lower() not in language.function_words
    }
    return not named.isdisjoint(word.text for word in own.words)


def _is_doubt(one: Attribution, language: Language) -> bool:
    """Whether an attribution is also a word of doubt or denial, which another rule checks."""
    return one.words.lower() in (*language.doubt, *language.denial)


def is_attributed(case: Case) -> bool:
    """Whether the writer's own words attribute the claim to somebody, or quote."""
    return case.own.once(_passes_on)


def _passes_on(own: Prose) -> bool:
    return bool(attributions(own) or speech_acts(own)) or _passing(own.language).stands_in(own)


@lru_cache(maxsize=8)
def _passing(language: Language) -> WordPattern:
    beginnings = language.discourse.passes_on

    def pattern(choice: WordChoice) -> str:
        return rf"(?<![^\W_])(?:{choice.parts(beginnings)})|{choice.characters(_OPENING)}"

    return WordPattern(pattern, beginnings=beginnings, signs=_OPENING)


def covers_quote(one: Attribution, context: QuoteContext) -> bool:
    """Whether an attribution in a sentence covers the quote in it."""
    quote, text = context.quote, context.text
    if quote.has(one.start):
        return True
    if one.end <= quote.start:
        ended = _has_ended(text[one.end : quote.start], context.language)
        return not ended and not _is_aside(text, one, quote.start, context.language.relatives)
    between = text[quote.end : one.start]
    is_marked = "," in between or "'" in between or one.words.lower() in context.language.discourse.attributions
    is_tail = len(between) <= _LONGEST_TAIL and is_marked
    return is_tail and not _has_ended(between, context.language)


def _has_ended(between: str, language: Language) -> bool:
    """Whether the clause of an attribution ends within some words."""
    return _ends(language).search(between) is not None


def _is_aside(text: str, one: Attribution, until: int, relatives: tuple[str, ...]) -> bool:
    """Whether an attribution is in a relative clause: "the dam, which the ministry says is safe, was built"."""
    opened = text.rfind(",", 0, one.start)
    first = text[opened + 1 :].split(maxsplit=1)[0].lower() if opened >= 0 else ""
    return first in relatives and "," in text[one.end : until]


@lru_cache(maxsize=8)
def _ends(language: Language) -> GrowingPattern:
    joiners = "|".join(map(re.escape, (*language.joiners, *language.clause_breaks)))
    return GrowingPattern(lambda choice: rf"[.;!?]{choice.characters(_CLOSING)}*\s|, (?:{joiners})\b", re.IGNORECASE)
