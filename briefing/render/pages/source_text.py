"""The page of a cite: the claim, its quote and the verdict, then the saved text of its source with what is quoted.

Fails closed: words are highlighted as found, and named in notes, only where the verdict on their cite is FOUND.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from briefing.base.frozen import frozen
from briefing.base.named_tuple import NamedTuple
from briefing.base.safe_text import visible
from briefing.evidence import QuoteState, Span, Support
from briefing.evidence.quotes.paragraphs import paragraphs
from briefing.format.dates.wording import date_words
from briefing.format.model import Claim, Figure, Source, TextState, Unknown
from briefing.render.brief_items import item_at
from briefing.render.cited import Cited
from briefing.render.lines import Line, Role, Run, Sheet, Target, TargetKind
from briefing.render.parts.amounts import amount_text
from briefing.render.parts.claim_line import said_by
from briefing.render.parts.claims import dotted
from briefing.render.parts.marked_text import (
    DIGITS,
    NOTES_FROM,
    MarkedWords,
    Note,
    SetText,
    TextMarks,
    margin_digits,
    set_text,
    text_columns,
    text_window,
)
from briefing.render.parts.review import review_words
from briefing.render.parts.source_facts import credibility_run, grade_runs, withdrawn_words
from briefing.render.parts.verdict_marks import class_name, quote_sign
from briefing.render.parts.verdict_words import class_shown, reasons, verdict_words
from briefing.render.sheet_builder import SheetBuilder, crop_line
from briefing.render.symbols import Look
from briefing.render.text.cell_width import NO_BREAK, cells, tidy
from briefing.render.text.wrap import line_cells

_HEAD = 112
"""Greatest width of the claim, the quote and the verdict, in cells."""
_LABELS_FROM = 60
"""Width in cells from which on the head says at the left what each of its parts is."""
_LABEL = 6
"""Cells of such a label."""
_MOST_REASONS = 3
"""Reasons shown why a claim is not verified, so that the text itself always begins on the first screen."""
_QUOTE = 3
"""Lines of the quote that a folded head shows before it says why a claim is not verified."""
_RULED_FROM = 5
"""Lines of a folded head from which on a rule is the last of them."""
_NAMED = 4
"""Claims at one line that are named below the text at most."""


class SourceTextPage(NamedTuple):
    """The page of a cite."""

    sheet: Sheet
    """The head, then the text. Its items are the lines in which a quote begins."""
    head: int
    """Number of lines at the top that are not the saved text."""
    text: SetText
    """Where in the sheet the words are, and what else rests on its lines."""

    @property
    def lit(self) -> int | None:
        """The first line with words that are found, or that may be meant: where to scroll. None: there is none."""
        return self.text.lit


def source_text_page(cited: Cited, width: int, look: Look) -> SourceTextPage:
    """Typeset the page of a cite, with notes beside the text if there is room for them."""
    builder = SheetBuilder(width, look)
    held = cited.text.text if cited.text.state is TextState.HELD else None
    blocks = len(paragraphs(held)) if held is not None else 0
    builder.lines.extend(_head(cited, width, look).whole)
    builder.lines.extend(_rule(cited, text_columns(builder.width, margin_digits(blocks, look)), builder.width, look))
    builder.add_line()
    head = len(builder.lines)
    builder.measure = builder.width
    found = SetText() if held is None else set_text(builder, held, _marks(cited, held))
    return SourceTextPage(builder.sheet(), head, found)


def folded_head(cited: Cited, width: int, look: Look, room: int, *, has_verdict: bool = True) -> tuple[Line, ...]:
    """Return the head in at most `room` lines: what does not fit is cut, last of all the claim and the verdict.

    Without `has_verdict` it leaves out the verdict, which the heading says.
    """
    ruled = _rule(cited, width, width, look) if room >= _RULED_FROM else []
    head = _head(cited, width, look)
    shown = head if has_verdict else replace(head, verdict=())
    return (*shown.folded(room - len(ruled), max(1, width), look.signs.ellipsis), *ruled)


def _rule(cited: Cited, columns: int, width: int, look: Look) -> list[Line]:
    """Return the line between head and text; it says what the notes beside the text are."""
    sign = look.signs.rule
    if width < NOTES_FROM or columns == width or cited.text.state is not TextState.HELD:
        return [(Run(sign * min(width, columns), Role.RULE),)] if sign else []
    named = "what rests on these words "
    rest = width - columns - 2 - len(named)
    return [
        (
            Run(sign * columns if sign else " " * columns, Role.RULE),
            Run("  "),
            Run(named, Role.META),
            *((Run(sign * rest, Role.RULE),) if sign else ()),
        )
    ]


# the head


@frozen
class _Head:
    """The parts of the head, each as lines."""

    claim: tuple[Line, ...]
    """What the brief says. Empty: the page is about a source as a whole."""
    quote: tuple[Line, ...]
    verdict: tuple[Line, ...]
    source: tuple[Line, ...]
    """Which text it is, and who speaks in it."""

    @property
    def whole(self) -> tuple[Line, ...]:
        """The head without any cut."""
        if not self.claim:
            return (*self.source, *self.verdict)
        return (*self.claim, *self.quote, *self.verdict, *self.source)

    def folded(self, room: int, width: int, ellipsis: str) -> tuple[Line, ...]:
        """Return the head in `room` lines.

        A line of each part comes first, then all of the claim, some of the quote, all of the verdict, and the rest.
        """
        verdict, claim, quote, source = (len(part) for part in (self.verdict, self.claim, self.quote, self.source))
        rows = dict.fromkeys("vcqs", 0)
        wanted = (
            ("v", 1),
            ("c", 1),
            ("q", 1),
            ("c", claim),
            ("q", _QUOTE),
            ("v", verdict),
            ("q", quote),
            ("s", source),
        )
        most = {"v": verdict, "c": claim, "q": quote, "s": source}
        for part, up_to in wanted:
            left = room - sum(rows.values())
            rows[part] += max(0, min(min(up_to, most[part]) - rows[part], left))
        shown = ((self.claim, "c"), (self.quote, "q"), (self.verdict, "v"), (self.source, "s"))
        return tuple(line for lines, part in shown for line in _cut(lines, rows[part], width, ellipsis))


def _cut(lines: Sequence[Line], count: int, width: int, ellipsis: str) -> Sequence[Line]:
    """Return the first lines of a part. The last of them ends in an ellipsis if there are more."""
    if count >= len(lines) or not count:
        return lines[:count]
    *before, last = crop_line(lines[count - 1], max(1, width - cells(ellipsis)), "") or (Run(""),)
    cut = (*before, Run(f"{last.text.rstrip()}{ellipsis}", last.role, last.target))
    return (*lines[: count - 1], crop_line(cut, width, ellipsis))


class _HeadBuilder:
    """Sets the parts of a head at one width, with labels at the left where there is room."""

    def __init__(self, width: int, look: Look) -> None:
        self.width = max(1, min(width, _HEAD))
        self.look = look
        self.has_labels = width >= _LABELS_FROM

    def part(self, label: str, *paragraphs_of_it: Sequence[Run]) -> tuple[Line, ...]:
        """Return one part of the head."""
        builder = SheetBuilder(self.width, self.look)
        builder.measure = builder.width
        for index, runs in enumerate(paragraphs_of_it):
            if runs:
                shown = label if index == 0 else ""
                first: Line = (Run(f"{shown:>{_LABEL}}  ", Role.META),) if self.has_labels else ()
                rest: Line = (Run(" " * (_LABEL + 2)),) if self.has_labels else ()
                builder.add_paragraph(runs, first, rest, hyphens=False)
        return tuple(builder.lines)


def _head(cited: Cited, width: int, look: Look) -> _Head:
    head = _HeadBuilder(width, look)
    item, cite = cited.item, cited.cite
    claim = _claim(cited, item, look) if isinstance(item, Claim) else []
    quoted: list[Run] = []
    if cite is not None and cite.quote is not None:
        quoted = [Run(f"{look.signs.open_quote}{cite.quote.strip()}{look.signs.close_quote}", Role.STRONG)]
    kind = str(cited.target.kind)
    return _Head(
        head.part(kind, claim), head.part("quote", quoted), head.part("", *_verdict(cited, look)), _source(cited, head)
    )


def _claim(cited: Cited, claim: Claim, look: Look) -> list[Run]:
    number = amount_text(claim, look) if isinstance(claim, Figure) else ""
    lead = [Run(number, Role.NUMBER), Run(f"{NO_BREAK} ")] if number else []
    words = Run(claim.text.strip(), Role.STRONG, cited.target._replace(cite=None))
    return [*lead, words, *said_by(claim, cited.brief, look)]


def _source(cited: Cited, head: _HeadBuilder) -> tuple[Line, ...]:
    source, speaker = cited.source, cited.speaker
    if source is None:
        return ()
    name = Run(source.heading, Role.BODY, Target(TargetKind.SOURCE, source.number - 1))
    facts = dotted([[name], *_facts(source, cited, head.look)], head.look)
    said: list[Run] = []
    if speaker is not None and speaker is not source:
        who = Run(speaker.heading, Role.META, Target(TargetKind.SOURCE, speaker.number - 1))
        said = [Run("said there by ", Role.META), who]
    return head.part("source", facts, said)


def _facts(source: Source, cited: Cited, look: Look) -> list[list[Run]]:
    if isinstance(source.published, Unknown):
        published = "date of publication unknown"
    else:
        published = look.say(date_words(source.published)) if source.published is not None else ""
    credibility = cited.cite.credibility if cited.cite is not None else None
    publisher = source.publisher if source.publisher != source.heading else None
    withdrawn = withdrawn_words(source, look)
    return [
        [Run(withdrawn, Role.WARNING)] if withdrawn else [],
        *([Run(words, Role.META)] for words in (publisher, published) if words),
        grade_runs(source, look),
        [credibility_run(credibility, look)] if credibility is not None else [],
        [Run(source.file, Role.META)] if source.file else [],
    ]


def _verdict(cited: Cited, look: Look) -> Iterator[list[Run]]:
    """Say the class of the claim, the verdict on the cite, its number, and why the claim is not verified."""
    state = cited.verdict.state if cited.verdict is not None else None
    support = class_shown(cited)
    review = review_words(cited.item) if isinstance(cited.item, Claim) else []
    parts = [review, [] if support is None else [class_name(support, look)], _quote(cited, look)]
    parts.append([Run(f"cite {cited.index + 1} of {len(cited.cites)}", Role.META)] if len(cited.cites) > 1 else [])
    yield dotted(parts, look)
    if state is not None:
        yield from _class_of_claim(cited, support or (state.support if state is not QuoteState.FOUND else None), look)
    if cited.has_changed and state is not QuoteState.CHANGED:
        yield [Run("text changed since it was pinned", Role.WARNING)]
    if cited.text.state is not TextState.HELD and cited.source is not None and cited.source.url:
        target = Target(TargetKind.SOURCE, cited.source.number - 1)
        link = Run(cited.source.url, Role.LINK, target, cited.source.url)
        yield [Run("the source itself: ", Role.META), link]


def _quote(cited: Cited, look: Look) -> list[Run]:
    """Return the verdict on the quote, with its sign if it is not found."""
    said = verdict_words(cited)
    shown = quote_sign(cited.verdict, look) if cited.verdict is not None else None
    if shown is None:
        return [Run(said, Role.META)]
    return [Run(said if look.plain else f"{shown.text}{NO_BREAK}{said}", shown.role)]


def _class_of_claim(cited: Cited, said: Support | None, look: Look) -> Iterator[list[Run]]:
    """Say the class of the claim if `said` does not say it yet, and why it is not better."""
    assessed = cited.assessed
    if assessed is None:
        return
    if assessed.support not in {said, Support.NO_QUOTE}:
        yield [Run("the claim as a whole: ", Role.META), class_name(assessed.support, look)]
    if assessed.support in {Support.DOUBTFUL, Support.WORDS_FOUND}:
        every = reasons(assessed)
        for reason in every[:_MOST_REASONS]:
            yield [Run(visible(reason), Role.META)]
        if len(every) > _MOST_REASONS:
            yield [Run(f"and {len(every) - _MOST_REASONS} more", Role.META)]


# what is marked in the text


def _marks(cited: Cited, text: str) -> TextMarks:
    """Return the marks of the page's claim, and of the others in the part of the text that is typeset."""
    verdict, at = cited.verdict, cited.cite.at if cited.cite is not None else None
    spans = () if verdict is None else verdict.spans if verdict.span is None else (verdict.span,)
    is_found = verdict is not None and verdict.state is QuoteState.FOUND and verdict.span is not None
    window = text_window(text, next(iter(spans), None), at)
    others = cited.neighbours(window)
    quotes, are_all = others.found, others.are_all and (is_found or not spans)
    role = Role.QUOTE if is_found else Role.WARNING
    words = [MarkedWords(span, role, is_own=True) for span in spans]
    for span, targets in quotes.items():
        own = next(filter(cited.is_own, targets), None)
        words.append(MarkedWords(span, Role.BODY, own or targets[0], is_own=own is not None))
    words.sort(key=lambda marked: not marked.is_own)
    every = {span: list(targets) for span, targets in quotes.items()}
    if is_found:
        for span in spans:
            every.setdefault(span, []).insert(0, cited.target)
    return TextMarks(window, tuple(words), _notes(cited, every), are_all)


def _notes(cited: Cited, quotes: Mapping[Span, Sequence[Target]]) -> tuple[Note, ...]:
    kinds = list(DIGITS)
    found = [
        Note(span.start, target, item_words(cited, target), cited.is_own(target))
        for span, targets in quotes.items()
        for target in dict.fromkeys(target._replace(cite=None) for target in targets)
    ]
    return tuple(sorted(found, key=lambda note: (note.start, kinds.index(note.target.kind), note.target.number)))


def item_words(cited: Cited, target: Target) -> str:
    """Return the words of an item of the brief in one line: a figure's label, a source's name."""
    item = item_at(cited.brief, target)
    if item is None:
        return ""
    return tidy(item.heading if isinstance(item, Source) else item.text).strip()


# below the text


def legend_line(page: SourceTextPage, width: int, look: Look) -> Line:
    """Return what the signs at the margin and in the notes mean, those that occur.

    Where there is little room it is said in fewer words, and then the last of them are left out.
    """
    for words in _LEGENDS:
        parts = _legend(page, words, look)
        line = tuple(run for index, part in enumerate(parts) for run in ((Run("   "),) if index else ()) + part)
        if line_cells(line) <= width:
            return line
    shown: list[Run] = []
    for part in _legend(page, _LEGENDS[-1], look):
        gap = (Run("   "),) if shown else ()
        if line_cells((*shown, *gap, *part)) > width:
            break
        shown += [*gap, *part]
    return tuple(shown)


class _LegendWords(NamedTuple):
    """What the legend says of each sign."""

    own: str
    others: str
    noted: str
    """Between `others` and the kinds of items that notes name."""
    nobody: str


_LEGENDS = (
    _LegendWords("quoted by this claim", "quoted by others", ", named beside it: ", "no mark: nobody quotes it"),
    _LegendWords("quoted by this claim", "quoted by others", ": ", "no mark: nobody quotes it"),
    _LegendWords("quoted here", "by others", ": ", "no mark: not quoted"),
    _LegendWords("this claim", "others", ": ", "no mark: nobody"),
)


def _legend(page: SourceTextPage, words: _LegendWords, look: Look) -> list[Line]:
    signs, kinds, found = look.signs, _kinds(page.text.kinds), page.text.signs
    parts: list[Line] = []
    if signs.lit in found:
        parts.append((Run(signs.lit, Role.ACCENT), Run(f" {words.own}", Role.META)))
    if signs.open in found:
        parts.append((Run(signs.open, Role.WARNING), Run(" may be meant", Role.META)))
    if signs.quoted in found:
        others = f" {words.others}{words.noted if kinds else ''}"
        parts.append((Run(signs.quoted, Role.ACCENT), Run(others, Role.META), *kinds))
    elif kinds:
        parts.append(kinds)
    if page.text.are_all:
        parts.append((Run(words.nobody, Role.META),))
    return parts


def _kinds(kinds: Sequence[TargetKind]) -> tuple[Run, ...]:
    runs: list[Run] = []
    for kind in kinds:
        runs += [Run(" ")] if runs else []
        runs += [Run(DIGITS[kind], Role.KEY), Run(f" {kind}", Role.META)]
    return tuple(runs)


def quoting_line(cited: Cited, quoting: Sequence[Target], width: int, look: Look) -> Line:
    """Return what else rests on the line under the cursor, and where enter leads: to the source if nothing does."""
    if not quoting:
        return crop_line((Run("enter", Role.KEY), Run(" goes to the source", Role.META)), width, look.signs.ellipsis)
    does = f"goes to the {quoting[0].kind}" if len(quoting) == 1 else f"lists {len(quoting)} claims:"
    named = [[Run(item_words(cited, target), Role.BODY)] for target in quoting[:_NAMED]]
    line = (Run("enter", Role.KEY), Run(f" {does} ", Role.META), *dotted(named, look))
    return crop_line(line, width, look.signs.ellipsis)
