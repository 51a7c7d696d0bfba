"""The rule for title and lede: a figure, date or quote of the brief has each of their numbers."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from briefing.base.problems import Problem
from briefing.evidence.codes import EvidenceCode
from briefing.evidence.context import Case
from briefing.evidence.dossier import Dossier
from briefing.evidence.numbers.fractions import unsupported_fractions
from briefing.evidence.rules.own_numbers import (
    context_differences,
    dates_of,
    figure_values,
    is_more_than_a_count,
    numbers_needing_quotes,
    unsupported_numbers,
)


def title_and_lede_findings(dossier: Dossier, cases: Sequence[Case]) -> Iterator[Problem]:
    """Yield the numbers of title and lede that nothing in the brief has, or to which it gives another hedge or unit."""
    brief, language = dossier.brief, dossier.language
    contexts = [found for case in cases for found in case.contexts]
    if not contexts:
        return
    carried = {value for figure in brief.figures for value in figure_values(figure, language)}
    carried.update(value for case in cases for value in dates_of(case.claim))
    exact = [result.central for result in dossier.derived.values()]
    for name, text in (("title", brief.title), ("lede", brief.lede or "")):
        written = [one for one in numbers_needing_quotes(text, language) if is_more_than_a_count(one.numeral)]
        for words in unsupported_numbers(written, carried, contexts, exact) if written else ():
            sentence = f"no figure and no quote of this brief carries '{words}'"
            yield dossier.problem(EvidenceCode.NUMBER_NOT_CITED, brief.spots, name, sentence)
        for words in unsupported_fractions(text, language, carried, contexts):
            sentence = f"no figure and no quote of this brief carries '{words}'"
            yield dossier.problem(EvidenceCode.NUMBER_NOT_CITED, brief.spots, name, sentence)
        # A title may drop the hedges of its brief; the lede may not.
        for code, sentence in context_differences(text, language, contexts) if name == "lede" else ():
            yield dossier.problem(code, brief.spots, name, sentence)
