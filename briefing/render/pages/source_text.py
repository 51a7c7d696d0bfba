"""The page of a cite: what is known of it, then the saved text of its source with the quoted words highlighted.

Fails closed: words are highlighted as found only where the verdict on the cite is FOUND. Of a text too long to typeset
at once, a window around the words is typeset, and the page says how many characters are left out.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise
from typing import NamedTuple

from briefing.base.frozen import frozen
from briefing.base.safe_text import visible
from briefing.evidence import QuoteState, Span, Support
from briefing.evidence.quotes.paragraphs import Blocks, paragraph_at, paragraphs
from briefing.format.dates import date_words
from briefing.format.model import Source, TextState, Unknown
from briefing.format.model.vocabulary import CREDIBILITY
from briefing.render.cited import Cited
from briefing.render.lines import Line, Role, Run, Sheet, Target, TargetKind
from briefing.render.parts.claims import dotted
from briefing.render.parts.verdict_marks import class_name, quote_sign
from briefing.render.parts.verdict_words import class_shown, reasons, verdict_words
from briefing.render.sheet_builder import SheetBuilder
from briefing.render.symbols import Look
from briefing.render.text.cell_width import NO_BREAK, crop
from briefing.render.text.wrap import fill

COLUMN = 76
"""Greatest width of the page in cells, including the margin with the paragraph numbers."""

_MOST_REASONS = 3
"""Reasons shown why a claim is not verified, so that the text itself always begins on the first screen."""

WHOLE = 1_500_000
"""Greatest length in characters of a text that is typeset whole, each paragraph counted as `_PARAGRAPH` more: about 0.3
s."""
_PARAGRAPH = 200
"""Characters that take as long to typeset as the beginning of a paragraph."""
WINDOW = 100_000
"""Characters typeset before and after the quoted words, if the text is longer than `WHOLE`."""
_AROUND = 2000
"""Paragraphs typeset before and after the quoted words, at most."""
_TITLE = 200
"""Greatest length in characters of a first block that is typeset as the title."""

_Marked = tuple[Span, Role, Target | None]


class SourceTextPage(NamedTuple):
    """The page of a cite."""

    sheet: Sheet
    lit: int | None
    """The first line with words that are found, or that may be meant: where to scroll. None: there is none."""
    head: int
    """Number of lines at the top that are not the saved text."""


def source_text_page(cited: Cited, width: int, look: Look) -> SourceTextPage:
    """Typeset the page of a cite, at most `COLUMN` cells wide."""
    builder = SheetBuilder(width, look)
    builder.measure = min(builder.width, COLUMN)
    _head(builder, cited)
    builder.add_line()
    head = len(builder.lines)
    lit = None
    if cited.text.state is TextState.HELD:
        lit = set_text(builder, cited.text.text, _highlights(cited))
    return SourceTextPage(builder.sheet(), lit, head)


def _highlights(cited: Cited) -> TextHighlights:
    verdict = cited.verdict
    neighbours = cited.neighbours()
    at = cited.cite.at if cited.cite is not None else None
    if verdict is None:
        return TextHighlights((), (), neighbours, at)
    if verdict.state is QuoteState.FOUND and verdict.span is not None:
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
        published = look.say(date_words(source.published)) if source.published is not None else ""
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
    """Say the class of the claim, the verdict on the cite, its number, and why the claim is not verified."""
    state = cited.verdict.state if cited.verdict is not None else None
    support = class_shown(cited)
    parts = [[] if support is None else [class_name(support, builder.look)], _quote(cited, builder.look)]
    parts.append([Run(f"cite {cited.index + 1} of {len(cited.cites)}", Role.META)] if len(cited.cites) > 1 else [])
    builder.add_paragraph(dotted(parts, builder.look))
    if state is not None:
        _claim(builder, cited, support or (state.support if state is not QuoteState.FOUND else None))
    if cited.has_changed and state is not QuoteState.CHANGED:
        builder.add_paragraph((Run("text changed since it was pinned", Role.WARNING),))
    if cited.text.state is not TextState.HELD and cited.source is not None and cited.source.url:
        link = Run(cited.source.url, Role.LINK, Target(TargetKind.SOURCE, cited.source.number - 1))
        builder.add_paragraph((Run("the source itself: ", Role.META), link))


def _quote(cited: Cited, look: Look) -> list[Run]:
    """Return the verdict on the quote, with its sign if it is not found."""
    said = verdict_words(cited)
    shown = quote_sign(cited.verdict, look) if cited.verdict is not None else None
    if shown is None:
        return [Run(said, Role.META)]
    return [Run(said if look.plain else f"{shown.text}{NO_BREAK}{said}", shown.role)]


def _claim(builder: SheetBuilder, cited: Cited, said: Support | None) -> None:
    """Say the class of the claim if `said` does not say it yet, and why it is not better."""
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


@frozen
class TextHighlights:
    """Which words of a text are highlighted. Spans are offsets in the saved text."""

    found: Sequence[Span]
    """The quoted words."""
    possible: Sequence[Span]
    """Words that may be meant; never shown as found."""
    neighbours: Mapping[Span, Target]
    """Quotes of other cites of the brief, less prominent; each leads to its cite."""
    at: int | None
    """The paragraph to show if there are no words to show."""

    def marked(self) -> Iterator[_Marked]:
        """Yield every span with its role and target; if two overlap, the first one is shown."""
        for spans, role in ((self.found, Role.QUOTE), (self.possible, Role.WARNING)):
            for span in spans:
                yield span, role, None
        for span, target in self.neighbours.items():
            yield span, Role.META, target

    def by_block(self, blocks: Blocks) -> Mapping[int, Sequence[_Marked]]:
        """Return the spans that touch each paragraph, by its number."""
        found: dict[int, list[_Marked]] = {}
        for marked in self.marked():
            span = marked[0]
            for number in range(
                paragraph_at(blocks, span.start), paragraph_at(blocks, max(span.start, span.end - 1)) + 1
            ):
                found.setdefault(number, []).append(marked)
        return found


def set_text(builder: SheetBuilder, text: str, lights: TextHighlights) -> int | None:
    """Add a text to a page. Return the first line with words that are found or may be meant."""
    blocks = paragraphs(text)
    window = _window(text, blocks, lights)
    _add_omission(builder, window.start, "above")
    marked = lights.by_block(blocks)
    digits = len(str(len(blocks) - 1))
    lit: int | None = None
    for number in range(paragraph_at(blocks, window.start), min(paragraph_at(blocks, window.end) + 1, len(blocks))):
        block = blocks[number]
        shown = Span(max(block.start, window.start), min(block.end, window.end))
        if shown.start >= shown.end:
            continue
        title = number == 0 and block.end - block.start <= _TITLE
        runs = list(_runs(text, shown, marked.get(number, ()), Role.STRONG if title else Role.BODY))
        lines = _paragraph(builder, runs, number, digits)
        if lit is None:
            lit = next((len(builder.lines) + index for index, line in enumerate(lines) if _is_lit(line)), None)
        builder.lines.extend(lines)
        builder.add_gap()
    _add_omission(builder, len(text) - window.end, "below")
    return lit


def _window(text: str, blocks: Blocks, lights: TextHighlights) -> Span:
    """Return the part of a text that is typeset, with whole words at its ends."""
    if len(text) + _PARAGRAPH * len(blocks) <= WHOLE:
        return Span(0, len(text))
    at = blocks[lights.at].start if lights.at is not None and lights.at < len(blocks) else 0
    focus = next(iter((*lights.found, *lights.possible)), Span(at, at))
    first = blocks[max(0, paragraph_at(blocks, focus.start) - _AROUND)].start
    last = blocks[min(len(blocks) - 1, paragraph_at(blocks, focus.end) + _AROUND)].end
    start, end = max(first, focus.start - WINDOW), min(last, focus.end + WINDOW)
    if start > first:
        start = max(text.rfind(" ", 0, start), text.rfind("\n", 0, start), start - _TITLE) + 1
    return Span(start if start > blocks[0].start else 0, end if end < blocks[-1].end else len(text))


def _add_omission(builder: SheetBuilder, count: int, where: str) -> None:
    if count > 0:
        builder.add_gap()
        builder.add_paragraph((Run(f"{count:,} characters {where} are not shown here", Role.WARNING),))
        builder.add_gap()


def _paragraph(builder: SheetBuilder, runs: Sequence[Run], number: int, digits: int) -> list[Line]:
    """Typeset one paragraph, with its number in the margin and a bar beside each line with highlighted words."""
    sign = builder.look.signs.paragraph if len(builder.look.signs.paragraph) == 1 else ""
    margin = f"{sign}{number}" if number else ""
    blank = Run("   ")
    first = (Run(f"{margin:>{digits + len(sign)}}", Role.FAINT), blank)
    rest = (Run(" " * (digits + len(sign))), blank)
    bars = {
        Role.QUOTE: Run(f" {builder.look.signs.lit} ", Role.ACCENT),
        Role.WARNING: Run(f" {builder.look.signs.open} ", Role.WARNING),
    }
    lines = fill(runs, builder.measure, first, rest)
    return [_with_bar(line, blank, bars) for line in lines]


def _with_bar(line: Line, blank: Run, bars: dict[Role, Run]) -> Line:
    bar = next((bars[run.role] for run in line if run.role in bars), None)
    return line if bar is None else tuple(bar if run is blank else run for run in line)


def _is_lit(line: Line) -> bool:
    return any(run.role in {Role.QUOTE, Role.WARNING} for run in line)


def _runs(text: str, block: Span, marked: Sequence[_Marked], role: Role) -> Iterator[Run]:
    """Cut a paragraph into runs where the highlighting changes."""
    edges = {edge for span, _, _ in marked for edge in span if block.start < edge < block.end}
    for start, end in pairwise((block.start, *sorted(edges), block.end)):
        found = next(((own, target) for span, own, target in marked if span.start <= start < span.end), (role, None))
        yield Run(text[start:end], *found)
