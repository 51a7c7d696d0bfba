"""Verdicts in words: at the top of a source text, and for readers who see no colour."""

from __future__ import annotations

import re
from collections.abc import Sequence

from briefing.base.safe_text import visible
from briefing.evidence import Assessment, Evidence, Exactness, QuoteState, Support, Verdict
from briefing.evidence.classes import CLASSES
from briefing.evidence.codes import EvidenceCode
from briefing.evidence.result import MOST_PLACES
from briefing.format.model import Brief, Claim, TextState
from briefing.render.cited import Cited
from briefing.render.lines import Run, Target
from briefing.render.parts.verdict_marks import assessment, class_role, sign_text, verdicts
from briefing.render.symbols import Look
from briefing.render.text.cell_width import cells

_TIERS = {
    Exactness.EXACT: "word for word",
    Exactness.WHITE_SPACE: "word for word",
    Exactness.TYPOGRAPHY: "differing only in typography",
}
_ORDER = tuple(_TIERS)
"""From the most exact on."""
_ADVICE = "[;:] "
"""Before what a sentence of a finding advises to its writer."""


def verdict_words(cited: Cited) -> str:
    """Return what is known of a cite: where its words are found and how exactly, or why they are not."""
    if cited.cite is not None and cited.cite.quote is None:
        return "no words are quoted"
    if cited.text.state is TextState.NOT_HELD:
        has_file = cited.source is not None and cited.source.file is not None
        said = "no text of this source is held"
        return f"{said}: {cited.text.reason}" if has_file and cited.text.reason else said
    if cited.text.state is TextState.UNREADABLE:
        return f"the saved text cannot be read: {cited.text.reason}"
    if cited.cite is None:
        return "the whole text"
    verdict = cited.verdict
    if verdict is None:
        return "not checked yet"
    return _found_words(verdict) if verdict.span is not None else _not_found_words(verdict, cited.cite.at)


def class_shown(cited: Cited) -> Support | None:
    """Return the class of the claim that has the cite, if all of its quotes are found.

    None: the verdict on this quote, or on another one, is shown instead.
    """
    assessed, verdict = cited.assessed, cited.verdict
    if assessed is None or verdict is None or verdict.state is not QuoteState.FOUND:
        return None
    return assessed.support if assessed.support.rank > Support.NO_QUOTE.rank else None


def heading_words(cited: Cited, look: Look, width: int) -> str:
    """Return what is known of a cite and of its claim in one short line: "! found in paragraph 1, word for word".

    If it is wider than `width` cells, paragraphs are written with their sign.
    """
    support = class_shown(cited)
    sign = "" if support is None else f"{sign_text(CLASSES[support], look)} "
    if isinstance(cited.item, Claim) and not cited.item.is_reviewed:
        sign = f"{look.signs.unreviewed}{sign}" if sign else f"{look.signs.unreviewed} "
    said = f"{sign}{verdict_words(cited)}"
    return said if cells(said) <= width else re.sub(r"\bparagraphs? (?=\d)", look.signs.paragraph, said)


def _found_words(verdict: Verdict) -> str:
    where = paragraph_name(verdict.paragraph or 0)
    if verdict.state is QuoteState.CHANGED:
        return f"text changed since it was pinned; the words are in {where} now"
    return f"found in {where}, {_TIERS[verdict.exactness or Exactness.TYPOGRAPHY]}"


def _not_found_words(verdict: Verdict, at: int | None) -> str:
    match verdict.state:
        case QuoteState.AMBIGUOUS:
            count = len(verdict.places)
            times = f"at least {count}" if count >= MOST_PLACES else f"{count}"
            return f"found {times} times, in {_paragraph_names(verdict.places)}; the brief does not say which"
        case QuoteState.MISPLACED:
            return f"not in {paragraph_name(at or 0)}, as the brief says, but in {_paragraph_names(verdict.places)}"
        case QuoteState.NOT_FOUND:
            return "NOT FOUND in the saved text"
        case QuoteState.NOT_SOUGHT:
            return "NOT LOOKED FOR: the brief has too many quotes for so long a text"
        case _:
            return str(verdict.state)


def _paragraph_names(places: Sequence[int]) -> str:
    """Return the paragraphs of several places, each once, only the first few of many: "paragraphs 2 and 3"."""
    numbers = list(dict.fromkeys(places))
    if len(numbers) == 1:
        return paragraph_name(numbers[0])
    titled = 0 in numbers
    named = [paragraph_name(number) if titled else str(number) for number in numbers[:3]]
    rest = len(numbers) - len(named)
    *most, last = [*named, f"{rest} more"] if rest else named
    return f"{'' if titled else 'paragraphs '}{', '.join(most)} and {last}"


def paragraph_name(number: int) -> str:
    """Return the name of a paragraph; 0 is the title."""
    return f"paragraph {number}" if number else "the title"


def reasons(assessed: Assessment) -> tuple[str, ...]:
    """Return what keeps a claim from being better supported, one sentence each; they may hold text from the brief.

    What could not be checked is included only if all quotes are found: otherwise it changes nothing.
    """
    is_found = assessed.support in {Support.DOUBTFUL, Support.WORDS_FOUND}
    unchecked = (f"not checked: {'; '.join(assessed.unchecked)}",) if is_found and assessed.unchecked else ()
    return (*(finding.sentence for finding in assessed.findings), *unchecked)


def short_reason(assessed: Assessment) -> str:
    """Return the main reason in a few words, without what a writer could do about it. Empty: there is none."""
    of_class = [
        finding.sentence
        for finding in assessed.findings
        if isinstance(finding.code, EvidenceCode) and finding.code.support is assessed.support
    ]
    said = next(iter([*of_class, *reasons(assessed)]), "")
    return visible(re.split(_ADVICE, said, maxsplit=1)[0])


def verdict_facts(brief: Brief, target: Target, look: Look, evidence: Evidence | None) -> list[Run]:
    """Return the verdict on a claim as one fact: its sign, where its words stand and how exactly, or what is wrong.

    Empty: nothing is known of it.
    """
    assessed = assessment(brief, evidence, target) if evidence is not None else None
    if evidence is None or assessed is None:
        return []
    known, role = verdicts(brief, evidence, target), class_role(assessed.support)
    numbers = dict.fromkeys(verdict.paragraph for verdict in known if verdict.paragraph is not None)
    said = [_short_paragraph(number, look) for number in numbers]
    if assessed.support is Support.VERIFIED:
        least = max((_ORDER.index(verdict.exactness) for verdict in known if verdict.exactness), default=0)
        said.append(_TIERS[_ORDER[least]])
    else:
        said += [visible(reason) for reason in reasons(assessed)] or [CLASSES[assessed.support].counted]
    sign = sign_text(CLASSES[assessed.support], look)
    return [Run(f"{sign}{':' if look.plain else ''} " if sign else "", role), Run(", ".join(said), role)]


def _short_paragraph(number: int, look: Look) -> str:
    return f"{look.signs.paragraph}{number}" if number else "the title"
