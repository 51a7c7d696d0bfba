"""The rules for doubt and denial: a claim must not say plainly what its source doubts or denies."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from briefing.base.problems import Problem
from briefing.evidence.codes import EvidenceCode
from briefing.evidence.context import Case, QuoteContext
from briefing.evidence.languages import Language
from briefing.evidence.rules.attribution import is_attributed
from briefing.evidence.rules.plans import planned_as_done
from briefing.evidence.words.cues import Cue, cue_patterns, cues_reaching, doubting_verb_behind, find_cues
from briefing.evidence.words.stems import ContentWord, content_words
from briefing.evidence.words.word_pattern import WordPattern
from briefing.format.model import Figure, Standing


def doubt_findings(case: Case) -> Iterator[Problem]:
    """Yield the doubts and denials of the sources that the claim does not pass on."""
    claim = case.claim
    if claim.standing is Standing.DISPUTED or case.is_judgement:
        return
    for context in case.contexts:
        yield from _cues_outside(case, context)
    if not isinstance(claim, Figure):
        yield from _dropped(case)


def _dropped(case: Case) -> Iterator[Problem]:
    """Yield the cues inside quotes that the writer's own words drop."""
    for context in case.contexts:
        if context.language is not case.language:
            continue  # words of different languages cannot be compared
        if context.words.lower().rstrip(" .") in case.own.text.lower():
            continue  # the claim says the whole quote word for word
        found = _dropped_cue(case, context)
        if found is not None:
            code, word = found
            yield case.problem(code, "text", f"the quote says '{word}', but the claim says it plainly")


def _dropped_cue(case: Case, context: QuoteContext) -> tuple[EvidenceCode, str] | None:
    """Return the first cue of a quote that the writer's own words drop, with the code of the finding. None: none."""
    found = find_cues(context.prose)
    passed = cue_patterns(case.language)
    own = _own_words(case)
    kinds = (
        (EvidenceCode.DOUBT_DROPPED, found.doubt, (passed.doubt, passed.softer, passed.denial)),
        (EvidenceCode.DOUBT_DROPPED, found.intent, (passed.doubt, passed.softer, passed.intent, passed.ahead)),
        (EvidenceCode.DENIAL_DROPPED, found.denial, (passed.denial, passed.negation, passed.weaker)),
    )
    for code, those, passed_on in kinds:
        inside = [cue for cue in those if context.quote.holds(cue.start, cue.end)]
        if not inside or any(each.pattern.search(own) for each in passed_on):
            continue
        if code is EvidenceCode.DOUBT_DROPPED and (_has_open_standing(case) or planned_as_done(case) is not None):
            continue
        for cue in inside:
            if _is_attributed(case, context, cue.word) or _is_reported(cue, case):
                continue
            if cue.is_particle and code is EvidenceCode.DOUBT_DROPPED and passed.conditions.pattern.search(own):
                continue
            if _says_what_cue_governs(cue, inside, case, context):
                return code, cue.word
    return None


def _own_words(case: Case) -> str:
    """Return the words by which a writer may pass a doubt or denial on: the text of the claim, and `stated`."""
    return f"{case.own.text} {case.claim.stated or ''}"


def _has_open_standing(case: Case) -> bool:
    """Whether the standing of a claim is other than "reported": planned, suggested or the like."""
    return case.claim.standing is not Standing.REPORTED


def _says_what_cue_governs(cue: Cue, all_cues: Sequence[Cue], case: Case, context: QuoteContext) -> bool:
    """Whether the claim says what is in the scope of a cue."""
    quote = context.quote
    inside = [word for word in content_words(context.prose) if quote.holds(word.start, word.end)]
    governed = [word for word in inside if cue.end <= word.start < cue.reach]
    if cue.is_particle:  # its scope goes beyond a comma only if there is nothing before that: "not, on Friday, sign"
        governed = [word for word in governed if word.start < cue.comma] or governed
    if cue.is_passive:
        governed = [word for word in inside if word.end <= cue.start]
    plain = {word.stem for word in inside if not any(each.start <= word.start < each.reach for each in all_cues)}
    said = {word.stem for word in content_words(case.own)}
    return any(word.stem in said and word.stem not in plain for word in _governed(cue, governed, context.language))


def _governed(cue: Cue, words: Sequence[ContentWord], language: Language) -> list[ContentWord]:
    """Return the words in the scope of a cue that it is about: the verb, or else the first word."""
    first = [word for word in words if not word.small.endswith(language.discourse.adverb_endings)][:1]
    verbs = [word for word in words if word.verbal]
    if cue.of_noun:
        return verbs[:1] or first
    return first + verbs[:1] if not cue.of_clause else verbs[:1] or first


def _is_attributed(case: Case, context: QuoteContext, word: str) -> bool:
    """Whether a claim passes a word of doubt on by naming the speaker: "claimed"."""
    return case.claim.by is not None and word.lower() in context.language.attributed


def _is_reported(cue: Cue, case: Case) -> bool:
    """Whether a reporting verb form is passed on: the claim names the speaker."""
    return cue.is_reported and (case.claim.by is not None or is_attributed(case))


def _cues_outside(case: Case, context: QuoteContext) -> Iterator[Problem]:
    """Yield the cues in the sentence, outside the quote, whose scope reaches into it."""
    doubt, denial = _doubt_outside(case, context), _denial_outside(context)
    reach = cue_patterns(context.language)
    doubt = None if _has_open_standing(case) else doubt
    if doubt is not None and not _is_attributed(case, context, doubt) and not _is_said(case, context, (reach.doubt,)):
        sentence = f"the source says '{doubt}' in the same sentence, outside the quote"
        yield case.dossier.problem(EvidenceCode.DOUBT_OUTSIDE_QUOTE, context.cite.spots, "quote", sentence)
    denying = (reach.denial, reach.negation, reach.inner_denial)
    if denial is not None and not _is_said(case, context, denying):
        sentence = f"the source says '{denial}' in the same sentence, outside the quote"
        yield case.dossier.problem(EvidenceCode.DENIAL_OUTSIDE_QUOTE, context.cite.spots, "quote", sentence)


def _doubt_outside(case: Case, context: QuoteContext) -> str | None:
    found = cues_reaching(find_cues(context.prose).doubt, context.text, *context.quote, context.language)
    if isinstance(case.claim, Figure) and _is_taken_as_given(context):
        return None
    words = (cue.word for cue in found if not _is_reported(cue, case))
    return next(words, None) or context.prose.of_span(context.quote, doubting_verb_behind)


def _is_taken_as_given(context: QuoteContext) -> bool:
    """Whether a quote speaks of something taken for granted: "the 4,000 workers who have been laid off"."""
    language, words = context.language, context.words.lower().split()
    done = language.discourse.past_auxiliaries
    pairs = pairwise(words)
    is_definite = bool(words) and words[0] in language.discourse.definite
    return is_definite and any(one in language.relatives and other in done for one, other in pairs)


def _denial_outside(context: QuoteContext) -> str | None:
    found = cues_reaching(find_cues(context.prose).denial, context.text, *context.quote, context.language)
    return next((cue.word for cue in found), None)


def _is_said(case: Case, context: QuoteContext, those: Sequence[WordPattern]) -> bool:
    """Whether the quote or the writer's own words pass the doubt or denial on."""
    own = _own_words(case)
    passed = cue_patterns(case.language)
    weaker = (passed.weaker,) if cue_patterns(context.language).denial in those else (passed.softer,)
    if any(each.pattern.search(f"{own} {context.words}") for each in those) or any(
        each.pattern.search(own) for each in weaker
    ):
        return True
    if case.language is context.language:
        return False
    return any(each.pattern.search(own) for each in (passed.doubt, passed.denial, passed.negation))
