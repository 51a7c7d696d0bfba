"""Owns the passage of a cite: a head that says what is known of it, then the saved text with its words lit.

Fails closed: words are lit only where the verdict is that they are found.
"""

from __future__ import annotations

from typing import NamedTuple

from briefing.base.safe_text import visible
from briefing.evidence import State, Support
from briefing.format.dates import words
from briefing.format.model import Source, TextState, Unknown
from briefing.format.model.vocabulary import CREDIBILITY
from briefing.render.cited import Cited
from briefing.render.lines import Role, Run, Sheet, Target, TargetKind
from briefing.render.pages.saved_text import TextHighlights, set_text
from briefing.render.parts.claims import dotted
from briefing.render.parts.verdict_marks import class_name, quote_sign
from briefing.render.parts.verdict_words import class_shown, reasons, verdict_words
from briefing.render.sheet_builder import SheetBuilder
from briefing.render.symbols import Look
from briefing.render.text.cell_width import NO_BREAK, crop

COLUMN = 76
"""Greatest width of a passage, its margin with the numbers of paragraphs included."""

_MOST_REASONS = 3
"""Reasons why a claim is not verified that stand above a text: it begins on the screen, whatever the brief is like."""


class SourceTextPage(NamedTuple):
    """A passage as it is set."""

    sheet: Sheet
    lit: int | None
    """The first line with words that are found, or that may be those meant: where to scroll. None: there is none."""
    head: int
    """How many lines at the top are not the saved text."""


def source_text_page(cited: Cited, width: int, look: Look) -> SourceTextPage:
    """Set the passage of a cite, at most `COLUMN` cells wide."""
    builder = SheetBuilder(width, look)
    builder.measure = min(builder.width, COLUMN)
    _head(builder, cited)
    builder.add_line()
    head = len(builder.lines)
    lit = None
    if cited.text.state is TextState.HELD:
        lit = set_text(builder, cited.text.text, _lights(cited))
    return SourceTextPage(builder.sheet(), lit, head)


def _lights(cited: Cited) -> TextHighlights:
    verdict = cited.verdict
    neighbours = cited.neighbours()
    at = cited.cite.at if cited.cite is not None else None
    if verdict is None:
        return TextHighlights((), (), neighbours, at)
    if verdict.state is State.FOUND and verdict.span is not None:
        return TextHighlights((verdict.span,), (), neighbours, at)
    return TextHighlights((), verdict.spans or ((verdict.span,) if verdict.span is not None else ()), neighbours, at)


def _head(builder: SheetBuilder, cited: Cited) -> None:
    source = cited.source
    if source is not None:
        builder.add_paragraph((Run(source.heading, Role.STRONG, Target(TargetKind.SOURCE, source.number - 1)),))
        builder.add_paragraph(dotted(_facts(source, cited, builder.look), builder.look), hyphens=False)
    if cited.speaker is not None and cited.speaker is not source:
        speaker = Run(cited.speaker.heading, Role.META, Target(TargetKind.SOURCE, cited.speaker.number - 1))
        builder.add_paragraph((Run("said there by ", Role.META), speaker))
    builder.add_gap()
    _verdict(builder, cited)
    item, cite = cited.item, cited.cite
    if item is not None and not isinstance(item, Source):
        builder.add_line(Run(crop(item.text, builder.measure, builder.look.signs.ellipsis), Role.META, cited.target))
    if cite is not None and cite.quote is not None:
        quoted = f"{builder.look.signs.open_quote}{cite.quote.strip()}{builder.look.signs.close_quote}"
        builder.add_paragraph((Run(quoted, Role.STRONG),))
    if builder.look.signs.rule:
        builder.add_line(Run(builder.look.signs.rule * builder.measure, Role.RULE))


def _facts(source: Source, cited: Cited, look: Look) -> list[list[Run]]:
    if isinstance(source.published, Unknown):
        published = "date of publication unknown"
    else:
        published = look.say(words(source.published)) if source.published is not None else ""
    grade = f"{source.reliability}{NO_BREAK}{look.signs.dash} {source.reliability.words}" if source.reliability else ""
    credibility = cited.cite.credibility if cited.cite is not None else None
    trusted = f"{credibility}{NO_BREAK}{look.signs.dash} {CREDIBILITY[credibility]}" if credibility else ""
    facts = [
        (source.publisher if source.publisher != source.heading else None, Role.META),
        (published, Role.META),
        (grade, Role.GRADE),
        (trusted, Role.GRADE),
        (str(cited.brief.marking) if cited.brief.marking else None, Role.MARKING),
        (source.file, Role.META),
    ]
    return [[Run(text, role)] for text, role in facts if text]


def _verdict(builder: SheetBuilder, cited: Cited) -> None:
    """Say what is known of the claim and of the cite, which of how many it is, and why the claim is not verified."""
    state = cited.verdict.state if cited.verdict is not None else None
    support = class_shown(cited)
    parts = [[] if support is None else [class_name(support, builder.look)], _quote(cited, builder.look)]
    parts.append([Run(f"cite {cited.index + 1} of {len(cited.cites)}", Role.META)] if len(cited.cites) > 1 else [])
    builder.add_paragraph(dotted(parts, builder.look))
    if state is not None:
        _claim(builder, cited, support or (state.support if state is not State.FOUND else None))
    if cited.has_changed and state is not State.CHANGED:
        builder.add_paragraph((Run("text changed since it was pinned", Role.WARNING),))
    if cited.text.state is not TextState.HELD and cited.source is not None and cited.source.url:
        link = Run(cited.source.url, Role.LINK, Target(TargetKind.SOURCE, cited.source.number - 1))
        builder.add_paragraph((Run("the source itself: ", Role.META), link))


def _quote(cited: Cited, look: Look) -> list[Run]:
    """Return what became of looking for the words, with its sign where they are not found."""
    said = verdict_words(cited)
    shown = quote_sign(cited.verdict, look) if cited.verdict is not None else None
    if shown is None:
        return [Run(said, Role.META)]
    return [Run(said if look.plain else f"{shown.text}{NO_BREAK}{said}", shown.role)]


def _claim(builder: SheetBuilder, cited: Cited, said: Support | None) -> None:
    """Say what is known of the claim beyond what is said of it already: its class by other quotes, and why."""
    assessed = cited.assessed
    if assessed is None:
        return
    if assessed.support not in {said, Support.NO_QUOTE}:
        builder.add_paragraph((Run("the claim as a whole: ", Role.META), class_name(assessed.support, builder.look)))
    if assessed.support in {Support.DOUBTFUL, Support.WORDS_FOUND}:
        every = reasons(assessed)
        for reason in every[:_MOST_REASONS]:
            builder.add_paragraph((Run(visible(reason), Role.META),))
        if len(every) > _MOST_REASONS:
            builder.add_paragraph((Run(f"and {len(every) - _MOST_REASONS} more", Role.META),))
