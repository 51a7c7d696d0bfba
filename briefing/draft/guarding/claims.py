"""The guard's rules for points, figures and events: only what the check calls verified is passed on.

A claim without a number, a date, a name or a speaker is never verified, as no rule compares it; it is passed on if the
sentences that it quotes have all its words in their order.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import combinations

from briefing.base.problems import Problem, Severity
from briefing.draft.guarding.counted import counts_otherwise
from briefing.draft.guarding.examined import Examined
from briefing.draft.guarding.left_out import word_left_out
from briefing.draft.guarding.objections import GuardCode, Objection
from briefing.edit.brief_text import Path
from briefing.evidence.context import Case
from briefing.evidence.facts.values import NumberFact
from briefing.evidence.languages import Language
from briefing.evidence.numbers.hedges import hedge_of
from briefing.evidence.quotes.folding import fold_words
from briefing.evidence.result import Assessment, Support
from briefing.evidence.rules.attribution import attributions, speech_acts
from briefing.evidence.rules.speakers import may_speak
from briefing.evidence.rules.substance import NOTHING_TO_COMPARE, content_tokens, has_words_of_source
from briefing.evidence.words.cues import find_cues
from briefing.evidence.words.prose import Prose, prose_of
from briefing.format.arithmetic import DerivationError, figure_ids
from briefing.format.model import Claim, Event, Figure, Point, Standing
from briefing.format.tree import Mapping, Scalar
from briefing.format.tree import Sequence as List

_PARTS = 2
"""Figures that a derived one is derived from, at least."""
_UNCHECKED_KEYS = {"note": "a remark cannot be checked", "measure": "what it can be compared with cannot be checked"}


def claim_objections(examined: Examined) -> Iterator[Objection]:
    """Yield what of the claims of a brief the saved texts do not carry."""
    for number, (path, claim) in enumerate(examined.claims):
        objection = next(_whole(number, claim, path, examined), None)
        if objection is not None:
            yield objection
        else:
            yield from _parts(claim, path, examined)


def _whole(number: int, claim: Claim, path: Path, examined: Examined) -> Iterator[Objection]:
    """Yield why a claim is not passed on."""
    assessed = examined.evidence.claims[number]
    found = worst([*assessed.findings, *examined.as_given.claims[number].findings])
    if found is not None:
        yield Objection(path, found.code, found.sentence)
    elif isinstance(claim, Point) and claim.is_judgement:
        yield Objection(path, GuardCode.NOT_CHECKED, "a judgement of the writer cannot be checked")
    elif isinstance(claim, Figure) and claim.derived is not None:
        yield from _derived(claim, claim.derived, path, examined)
    elif assessed.support is not Support.VERIFIED and not _is_word_for_word(number, claim, assessed, examined):
        yield Objection(path, GuardCode.NOT_VERIFIED, _undecided(assessed))
    elif (reason := _says_less(examined.case(number, claim))) is not None:
        yield Objection(path, GuardCode.NOT_VERIFIED, reason)
    yield from _speaker(claim, path, examined)
    if claim.standing is not Standing.REPORTED and not _has_standing(number, claim, examined):
        yield Objection(path, GuardCode.NOT_CARRIED, f"nothing beside the quote says “{claim.standing}”")
    if isinstance(claim, Event) and claim.place and not _is_near(claim.place, number, claim, examined):
        yield Objection(path, GuardCode.NOT_CARRIED, f"the place “{claim.place}” is not named beside the quote")


def worst(findings: Iterable[Problem]) -> Problem | None:
    """Return the first error, else the first warning. None: there is none."""
    counted = [one for one in findings if one.severity is not Severity.NOTE]
    return next((one for one in counted if one.severity is Severity.ERROR), counted[0] if counted else None)


def _is_word_for_word(number: int, claim: Claim, assessed: Assessment, examined: Examined) -> bool:
    return (
        assessed.support is Support.WORDS_FOUND
        and assessed.unchecked == (NOTHING_TO_COMPARE,)
        and has_words_of_source(examined.case(number, claim))
    )


def _undecided(assessed: Assessment) -> str:
    reasons = [reason for reason in assessed.unchecked if reason != NOTHING_TO_COMPARE]
    if assessed.support is Support.WORDS_FOUND and reasons:
        return f"its words are found, and the check cannot decide more: {reasons[0]}"
    if assessed.support is Support.WORDS_FOUND:
        return "the sentences that it quotes do not have its words in this order"
    return f"the check says: {assessed.support}"


def _says_less(case: Case) -> str | None:
    """Return why a claim may say something else than the sentence that has its words. None: it does not."""
    word = word_left_out(case)
    if word is None:
        return counts_otherwise(case)
    if not word:
        return "no one sentence that it quotes has all its words in this order"
    return f"it leaves out “{word}”, without which the sentence may say something else"


def _speaker(claim: Claim, path: Path, examined: Examined) -> Iterator[Objection]:
    """Yield why it is not certain that a speaker says so. What rules say of other speakers is among the findings."""
    sources = examined.dossier.sources
    held_by = {examined.dossier.text_sources.get(cite.source, cite.source) for cite in claim.cites}
    named = [claim.by] if claim.by is not None else []
    for source_id in [*named, *(cite.source for cite in claim.cites)]:
        source = sources.get(source_id)
        if source is not None and not may_speak(source) and held_by != {source_id}:
            yield Objection(path, GuardCode.NOT_CHECKED, f"no rule tells whether '{source_id}' says so")
            return


def _has_standing(number: int, claim: Claim, examined: Examined) -> bool:
    """Whether the words of a quote's sentence put it so, or the numbers and speakers of the sentence are found so.

    A standing makes rules lenient that would otherwise object to a dropped hedge, so it must not be made up. A claim is
    disputed only if the check would not verify it as undisputed.
    """
    if claim.standing is Standing.DISPUTED:
        return examined.undisputed[number] is not Support.VERIFIED
    if any(_puts_so(claim.standing, context.prose) for context in examined.case(number, claim).contexts):
        return True
    return any(fact.standing is claim.standing for fact in examined.beside(number))


def _puts_so(standing: Standing, prose: Prose) -> bool:
    cues = find_cues(prose)
    if cues.doubt:
        return True
    is_said = bool(attributions(prose) or speech_acts(prose))
    match standing:
        case Standing.PLANNED | Standing.EXPECTED:
            return bool(cues.intent)
        case Standing.ANNOUNCED:
            return is_said or bool(cues.intent)
        case _:
            return is_said or any(hedge_of(prose, one).estimated for one in prose.numbers)


def _is_near(words: str, number: int, claim: Claim, examined: Examined) -> bool:
    """Whether a paragraph of a quote has some words, or one beside it."""
    wanted = re.compile(rf"(?<!\w){re.escape(fold_words(words))}(?!\w)")
    contexts = examined.case(number, claim).contexts
    return any(wanted.search(near.text) for context in contexts for near in context.near(1))


def _derived(figure: Figure, expression: str, path: Path, examined: Examined) -> Iterator[Objection]:
    """Yield why a derived figure is not passed on: its number is computed, but its words must be those of its parts."""
    try:
        parts = [examined.brief.figure(name) for name in figure_ids(expression)]
    except DerivationError:
        parts = []
    known = [part for part in parts if part is not None]
    extra = (figure.by, figure.when, figure.stated, figure.approx)
    if not known or any(extra) or figure.standing is not Standing.REPORTED or figure.cites:
        yield Objection(path, GuardCode.NOT_CHECKED, "of a derived figure only the arithmetic can be checked")
        return
    language = examined.dossier.language
    if _is_one_of(figure, known, language):
        yield Objection(
            path, GuardCode.NOT_CARRIED, "its label does not name each of the figures that it is derived from"
        )
        return
    said = {token.key for part in known for token in content_tokens(prose_of(part.text, language))}
    said |= {word for part in known for word in (part.unit or "").lower().split()}
    words = [token.text for token in content_tokens(prose_of(figure.text, language)) if token.key not in said]
    own = [word for word in words if word.lower() not in language.generic]
    if figure.unit is not None and figure.unit not in {part.unit for part in known}:
        own.append(figure.unit)
    if own:
        yield Objection(path, GuardCode.NOT_CARRIED, f"the figures that it is derived from do not say “{own[0]}”")


def _is_one_of(figure: Figure, parts: Sequence[Figure], language: Language) -> bool:
    """Whether the label of a derived figure denies something, or does not tell its parts from each other.

    "Killed", derived as killed + killed, would be twice as many.
    """
    own = prose_of(figure.text, language)
    words = {token.key for token in content_tokens(own)}
    each = [{token.key for token in content_tokens(prose_of(part.text, language))} for part in parts]
    common = set[str]().union(*(one & other for one, other in combinations(each, 2)))
    own_of_each = [keys - common for keys in each]
    return bool(find_cues(own).denial) or len(parts) < _PARTS or any(not words & keys for keys in own_of_each)


def _parts(claim: Claim, path: Path, examined: Examined) -> Iterator[Objection]:
    """Yield which keys and cites of a claim that holds are not passed on."""
    node = examined.parsed.node(path)
    given = node.values if isinstance(node, Mapping) else {}
    for key, why in _UNCHECKED_KEYS.items():
        if key in given:
            yield Objection((*path, key), GuardCode.NOT_CHECKED, why)
    if isinstance(claim, Figure) and claim.kind is not None and not _has_kind(claim, examined.numbers[path], examined):
        yield Objection((*path, "kind"), GuardCode.NOT_CARRIED, f"the text does not say that it is a {claim.kind}")
    if isinstance(claim, Event):
        yield from _figures(claim, path, examined)
    for other in claim.others:
        yield Objection((*path, other.name), GuardCode.NOT_CHECKED, "nothing checks this key")
    cites = given.get("cites")
    yield from cite_objections(cites, (*path, "cites"))


def _has_kind(figure: Figure, number: int, examined: Examined) -> bool:
    """Whether the words beside the number in a quoted sentence say that it is a level, a total or a change."""
    amount = figure.amount
    return amount is not None and any(
        isinstance(fact, NumberFact)
        and fact.kind is figure.kind
        and (fact.amount.low, fact.amount.high) == (amount.low, amount.high)
        for fact in examined.beside(number)
    )


def _figures(event: Event, path: Path, examined: Examined) -> Iterator[Objection]:
    """Yield the figures of an event that no paragraph tells of together with it."""
    own = examined.paragraphs[examined.numbers[path]]
    for place, name in enumerate(event.figures):
        if name in examined.by_id and not examined.paragraphs[examined.by_id[name]] & own:
            sentence = f"no paragraph tells of the figure '{name}' together with the event"
            yield Objection((*path, "figures", place), GuardCode.NOT_CARRIED, sentence)


def cite_objections(cites: object, path: Path) -> Iterator[Objection]:
    """Yield which cites have no words, and which grades cannot be checked."""
    if isinstance(cites, List):
        for number, cite in enumerate(cites.items):
            yield from _cite(cite, (*path, number))
    else:
        yield from _cite(cites, path)


def _cite(cite: object, path: Path) -> Iterator[Objection]:
    if isinstance(cite, Scalar) or (isinstance(cite, Mapping) and "quote" not in cite.values):
        yield Objection(path, GuardCode.NOT_CHECKED, "this cite quotes no words")
    elif isinstance(cite, Mapping) and "credibility" in cite.values:
        yield Objection((*path, "credibility"), GuardCode.NOT_CHECKED, "a grade cannot be checked")
