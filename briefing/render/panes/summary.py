"""The Summary pane: head, points, judgements, what the article leaves open, related briefs, and further fields."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from briefing.base.frozen import field, frozen
from briefing.evidence import Counts, Evidence
from briefing.evidence.classes import CLASSES, Tone
from briefing.format.dates.wording import date_words, short_date_words
from briefing.format.model import Brief, Claim, Likelihood, Point, Relation, Status
from briefing.format.model.brief import Untyped
from briefing.render.form import FULL, Density, PaneForm
from briefing.render.lines import Line, Role, Run, Sheet, Target, TargetKind
from briefing.render.parts.claim_line import ClaimLines, origin_count
from briefing.render.parts.claims import add_details, add_withdrawn, confidence_runs, date_runs, dotted, stated_runs
from briefing.render.parts.counts_in_words import CountPart, count_parts, unchecked_count_parts
from briefing.render.parts.review import review_count_runs
from briefing.render.parts.verdict_marks import class_role, sign_text, verdict_marks
from briefing.render.sheet_builder import SheetBuilder, spread_line
from briefing.render.symbols import Look
from briefing.render.text.cell_width import NO_BREAK, crop, tidy
from briefing.render.text.wrap import fill, line_cells

_SCALE = 25
"""Cells of the likelihood scale: four percent each."""
_MOST_HEAD_ROWS = 6
"""Greatest number of lines of the head with the empty line below it, if the lede leaves room."""
_MOST_FACT_ROWS = 2
"""Greatest number of lines of facts, unless those that never give way need more."""
_RELATIONS = {
    Relation.BACKGROUND: "as background",
    Relation.UPDATES: "updates",
    Relation.CONTRADICTS: "contradicts",
    Relation.SEE_ALSO: "see also",
}


_BEFORE_RELATED = 2
"""Cells before the title of a related brief."""


@frozen
class _Head:
    """What the head of a brief says of its claims."""

    counts: Counts | None = None
    """None: not known."""
    is_pending: bool = False
    """Whether the claims are being checked, and this is said."""
    titles: Mapping[str, str] = field(default_factory=dict)
    """Titles of other briefs that it names, by id, as far as they are known."""


def summary_pane(
    brief: Brief, width: int, look: Look, evidence: Evidence | None = None, form: PaneForm = FULL
) -> Sheet:
    """Typeset the Summary pane."""
    builder = SheetBuilder(width, look, verdict_marks(brief, evidence), form)
    if evidence is None:
        return _sheet(builder, brief, _Head())
    return _sheet(builder, brief, _Head(evidence.counts, titles=evidence.titles))


def unchecked_summary_pane(brief: Brief, width: int, look: Look, form: PaneForm = FULL) -> Sheet:
    """Typeset the Summary pane while the claims are being checked, in as many lines as with their verdicts."""
    return _sheet(SheetBuilder(width, look, form=form), brief, _Head(is_pending=True))


def _sheet(builder: SheetBuilder, brief: Brief, head: _Head) -> Sheet:
    _head(builder, brief, head, tuple(brief.claims()))
    _points(builder, brief)
    _left_open(builder, brief)
    if builder.form.density is not Density.TIGHT:
        _related(builder, brief, head.titles)
        if brief.note:
            _heading(builder, "Note")
            builder.add_text(brief.note)
        _entities(builder, brief)
    if builder.form.density is Density.FULL:
        _extras(builder, brief)
    return builder.sheet()


def _heading(builder: SheetBuilder, text: str) -> None:
    """Add a heading within the pane. It is in small letters, below the capitals of a pane's own."""
    builder.add_gap()
    builder.add_paragraph((Run(text, Role.HEADING),))


def _head(builder: SheetBuilder, brief: Brief, head: _Head, claims: Sequence[Claim]) -> None:
    """Add title, lede and facts, then an empty line; it has as many lines before the claims are checked as after."""
    if builder.form.has_title:
        builder.add_title(brief.title)
        if builder.form.density is Density.FULL:
            builder.add_gap()
    if brief.lede:
        builder.add_text(brief.lede, Role.LEDE)
    facts = _Facts(brief, builder.look, claims, head.titles, is_short=builder.form.density is not Density.FULL)
    if builder.form.density is Density.FULL:
        _all_facts(builder, facts, head)
    else:
        _few_facts(builder, facts, head)
    if builder.lines and builder.form.density is not Density.FULL:
        builder.add_line()
    else:
        builder.add_gap()


def _replaced(brief: Brief, titles: Mapping[str, str], *, is_short: bool) -> list[Run]:
    """Return that the brief replaces another, with its title; where there is little room without."""
    if not brief.supersedes:
        return []
    if is_short:
        return [Run("replaces another brief", Role.META)]
    return [Run("replaces ", Role.META), Run(titles.get(brief.supersedes, brief.supersedes), Role.LINK)]


class _Facts:
    """The facts of a brief as a whole, in the order of one line; what stands last gives way first."""

    def __init__(
        self, brief: Brief, look: Look, claims: Sequence[Claim], titles: Mapping[str, str], *, is_short: bool
    ) -> None:
        self.look = look
        self.claims = len(claims)
        words = short_date_words if is_short else date_words
        self.first = [
            [Run(look.say(words(brief.date)), Role.DATE)] if brief.date else [],
            [Run(str(brief.status), Role.WARNING)] if brief.status is not Status.FINAL else [],
            review_count_runs(brief),
        ]
        """Those that never give way, as the counts of claims and origins that follow them do not."""
        self.origins = _origins(origin_count(brief)) if claims else []
        self.others = [
            _replaced(brief, titles, is_short=is_short),
            [Run(brief.author, Role.META)] if brief.author else [],
            [Run(f"language {brief.language}", Role.META)] if brief.language != "en" else [],
        ]
        self.tags = brief.tags

    def line(self, counted: Sequence[Sequence[Run]], others: int, tags: int) -> list[Run]:
        """Return all in one line: what is counted of the claims, some of the other facts, and of the tags."""
        tagged = [Run(", ".join(self.tags[:tags]), Role.META)] if tags else []
        return dotted([*self.first, *counted, self.origins, *self.others[:others], tagged], self.look)

    def lines(self, counted: Sequence[Sequence[Run]]) -> Iterator[list[Run]]:
        """Yield the line with all, then with less and less."""
        for tags in range(len(self.tags), 0, -1):
            yield self.line(counted, len(self.others), tags)
        for others in range(len(self.others), -1, -1):
            yield self.line(counted, others, 0)


def _origins(count: int) -> list[Run]:
    """Return the number of origins; that everything has one origin is a caution."""
    return [Run(f"one{NO_BREAK}origin", Role.HEDGE) if count == 1 else Run(f"{count}{NO_BREAK}origins", Role.META)]


def _all_facts(builder: SheetBuilder, facts: _Facts, head: _Head) -> None:
    """Add every fact, and the counts of claims on a line of their own."""
    counted = _verdict_counts(head.counts, builder.measure, builder.look) if head.counts and facts.claims else []
    if head.is_pending and facts.claims:
        counted = [[Run(part, Role.META)] for part in unchecked_count_parts(facts.claims)]
    said = next(facts.lines([]), [])
    if said:
        builder.add_paragraph(said, hyphens=False)
    if counted:
        builder.add_paragraph(dotted(counted, builder.look))


def _few_facts(builder: SheetBuilder, facts: _Facts, head: _Head) -> None:
    """Add what is to be known of the brief in few lines, whose number does not depend on what a check finds."""
    asked = facts.claims and (head.is_pending or head.counts is not None)
    longest = [[Run(f"{facts.claims} of {facts.claims} verified".replace(" ", NO_BREAK))]] if asked else []
    allowed = min(_MOST_FACT_ROWS, max(1, _MOST_HEAD_ROWS - 1 - len(builder.lines)))
    rows = _rows(builder, facts, longest, allowed)
    typeset = rows
    if asked and head.is_pending:
        checked = f"{facts.claims} being checked".replace(" ", NO_BREAK)  # never wider than the number of verified ones
        typeset = _rows(builder, facts, [[Run(checked, Role.META)]], len(rows))
    elif asked and head.counts is not None:
        typeset = _counted_rows(builder, facts, head.counts, len(rows))
    builder.lines += [*typeset, *[()] * (len(rows) - len(typeset))]


def _counted_rows(builder: SheetBuilder, facts: _Facts, counts: Counts, allowed: int) -> list[Line]:
    """Return the facts with the longest counts of claims that leave them in the rows allowed."""
    for form in _count_forms(counts, builder.look):
        typeset = _rows(builder, facts, form, allowed)
        if len(typeset) <= allowed:
            break
    return typeset


def _rows(builder: SheetBuilder, facts: _Facts, counted: Sequence[Sequence[Run]], allowed: int) -> list[Line]:
    """Return the facts in the rows allowed; in more if they do not fit without those that give way."""
    line: list[Run] = []
    for line in facts.lines(counted):
        # Typesetting a longer one is not worth the time. 3: a separator, which is not drawn at the end of a row.
        if line_cells(tuple(line)) <= allowed * (builder.measure + 3):
            typeset = fill(line, builder.measure, hyphens=False) if line else []
            if len(typeset) <= allowed:
                return typeset
    return fill(line, builder.measure, hyphens=False) if line else []


def _count_forms(counts: Counts, look: Look) -> list[list[list[Run]]]:
    """Return the number of verified claims with those of other classes: all in words, all by signs, the alarming ones.

    The last form has the verified ones alone.
    """
    parts = count_parts(counts)[:-1]
    short = _short_counts(parts)
    verified, others = short[:1], parts[2:]
    signed = [[_count_run(part, _count_with_sign(part, look))] for part in others]
    alarming = [runs for part, runs in zip(others, signed, strict=True) if _is_alarming(part)]
    return [short, [*verified, *signed], [*verified, *alarming], verified]


def _is_alarming(part: CountPart) -> bool:
    return part.support is not None and CLASSES[part.support].tone is Tone.ALARM


def _verdict_counts(counts: Counts, measure: int, look: Look) -> list[list[Run]]:
    """Return the number of claims in each class, in the longest form that fits on one line."""
    claims, *parts = count_parts(counts)[:-1]
    short = _short_counts((claims, *parts))
    signed = [[_count_run(part, _count_with_sign(part, look))] for part in (claims, *parts)]
    verified = _count_with_sign(parts[0]._replace(number=claims.number), look)
    least = [[_count_run(parts[0], f"{parts[0].number} of {verified}")], *signed[2:]]
    whole = [[_count_run(part, part.text)] for part in (claims, *parts)]
    forms = [whole, short] if look.ascii or look.plain else [whole, short, signed, least]
    return next((form for form in forms if line_cells(tuple(dotted(form, look))) <= measure), forms[-1])


def _short_counts(parts: Sequence[CountPart]) -> list[list[Run]]:
    """Return the parts with the number of all claims included in that of the verified ones: "8 of 12 verified"."""
    claims, *others = parts
    said = ((part, f"{part.number} of {claims.number} {part.words}") for part in others[:1])
    return [[_count_run(part, text)] for part, text in (*said, *((part, part.text) for part in others[1:]))]


def _count_with_sign(part: CountPart, look: Look) -> str:
    """Return a part with the sign of its class; claims without a quote have that of a claim not checked, the bullet."""
    if part.support is None or look.plain:
        return part.text
    return f"{part.number} {sign_text(CLASSES[part.support], look) or look.signs.bullet}"


def _count_run(part: CountPart, text: str) -> Run:
    """Return one part of that line; "0 verified" is not green."""
    role = Role.META if part.support is None else class_role(part.support) if part.number else Role.WARNING
    return Run(text.replace(" ", NO_BREAK), role)


def _points(builder: SheetBuilder, brief: Brief) -> None:
    """Add what sources say, then what the writer judges."""
    lines = ClaimLines(builder, brief)
    said = [number for number, point in enumerate(brief.summary) if not point.is_judgement]
    judged = [number for number, point in enumerate(brief.summary) if point.is_judgement]
    for heading, numbers, add in (("", said, _point), ("Judgements", judged, _judgement)):
        if heading and numbers:
            _heading(builder, heading)
        for position, number in enumerate(numbers):
            if position and builder.form.density <= Density.ROOMY:
                builder.add_gap()
            target = Target(TargetKind.POINT, number)
            with builder.item(target):
                add(builder, lines, brief.summary[number], target)
                _details(builder, brief.summary[number], brief, lines.lead(target)[1])


def _point(builder: SheetBuilder, lines: ClaimLines, point: Point, target: Target) -> None:
    first, rest = lines.lead(target)
    builder.add_paragraph(lines.words(point, target), first, rest, hyphens=lines.breaks_hyphens(point))


def _details(builder: SheetBuilder, point: Point, brief: Brief, indent: Line) -> None:
    if builder.form.density <= Density.ROOMY:
        add_details(builder, point, brief, [date_runs(point, builder.look), stated_runs(point, builder.look)], indent)
    else:
        add_withdrawn(builder, point, brief, indent)


def _judgement(builder: SheetBuilder, lines: ClaimLines, point: Point, target: Target) -> None:
    first, rest = lines.lead(target)
    said, hyphens = lines.words(point, target), lines.breaks_hyphens(point)
    if builder.form.density > Density.ROOMY:
        builder.add_paragraph([*_judged_briefly(point, builder.look), *said], first, rest, hyphens=hyphens)
        return
    for position, line in enumerate(_judged(builder, point, line_cells(rest))):
        begin = rest if position else first
        whole = (*begin, *line)
        if line_cells(whole) <= builder.measure:
            builder.add_line(*whole)
        else:
            builder.add_paragraph(line, begin, rest)
    builder.add_paragraph(said, rest, rest, hyphens=hyphens)


def _judged_briefly(point: Point, look: Look) -> list[Run]:
    """Return the likelihood with its range, and the confidence, as the beginning of a paragraph."""
    likely = _likelihood_runs(point.likelihood, ", ", look) if point.likelihood is not None else ()
    confidence = confidence_runs(point)
    return [*likely, *([Run(", ")] if likely and confidence else []), *confidence, Run(": ")]


def _likelihood_runs(likelihood: Likelihood, between: str, look: Look) -> Line:
    """Return a likelihood as a beginning, and its range after what stands `between`."""
    low, high = likelihood.percent
    said = str(likelihood)
    return (Run(said[0].upper() + said[1:], Role.STRONG), Run(f"{between}{low}{look.signs.dash}{high} %"))


def _judged(builder: SheetBuilder, point: Point, indent: int) -> list[Line]:
    """Return the likelihood with its range and scale, and the confidence, for lines indented by some cells."""
    confidence = tuple(confidence_runs(point))
    if point.likelihood is None:
        return [confidence]
    low, high = point.likelihood.percent
    head = _likelihood_runs(point.likelihood, "  ", builder.look)
    room = builder.measure - indent
    scale = () if builder.look.plain else _scale(low, high, min(_SCALE, room), builder.look)
    if scale and line_cells(head) + _SCALE + 2 <= room:
        return [line for line in (spread_line(head, scale, room), confidence) if line]
    return [line for line in (head, scale, confidence) if line]


def _scale(low: int, high: int, width: int, look: Look) -> Line:
    """Return a rule from 0 to 100 percent whose heavy part is the range."""
    start = min(width - 1, low * width // 100)
    end = max(start + 1, -(-high * width // 100))
    light, heavy = look.signs.rule, look.signs.heavy
    parts = ((light * start, Role.RULE), (heavy * (end - start), Role.ACCENT), (light * (width - end), Role.RULE))
    return tuple(Run(text, role) for text, role in parts if text)


def _left_open(builder: SheetBuilder, brief: Brief) -> None:
    if not brief.open:
        return
    _heading(builder, "Left open")
    for number, text in enumerate(brief.open):
        with builder.item(Target(TargetKind.OPEN, number)):
            builder.add_paragraph((Run(text.strip()),), (Run(f"{builder.look.signs.open} ", Role.HEDGE),), (Run("  "),))


def _related(builder: SheetBuilder, brief: Brief, titles: Mapping[str, str]) -> None:
    """Add the related briefs, a line each, so that nothing moves once their titles are known."""
    if not brief.related:
        return
    _heading(builder, "Related")
    for number, related in enumerate(brief.related):
        target = Target(TargetKind.RELATED, number)
        relation = [Run(_RELATIONS[related.relation], Role.META)] if related.relation else []
        name = [Run(titles.get(related.brief, related.brief), Role.LINK, target)]
        if related.brief in titles and builder.form.density is not Density.FULL:
            room = builder.measure - _BEFORE_RELATED - line_cells(tuple(dotted([[Run("")], relation], builder.look)))
            name = [Run(crop(tidy(titles[related.brief]), room, builder.look.signs.ellipsis), Role.LINK, target)]
        with builder.item(target):
            sign = Run(f"{builder.look.signs.related} ", Role.ACCENT)
            builder.add_paragraph(dotted([name, relation], builder.look), (sign,), (Run("  "),), hyphens=False)


def _entities(builder: SheetBuilder, brief: Brief) -> None:
    """Add the names that the brief is about: in one run if that is shorter, in full one to a line with all forms."""
    if not brief.entities:
        return
    indent = (Run("  "),)
    each: list[Line] = []
    for entity in brief.entities:
        also = [Run(f"also {', '.join(entity.aliases)}", Role.META)] if entity.aliases else []
        kind = [Run(entity.kind, Role.META)] if entity.kind else []
        each += fill(dotted([[Run(entity.name)], kind, also], builder.look), builder.measure, (), indent, hyphens=False)
    between = "; " if any("," in entity.name for entity in brief.entities) else ", "
    named = between.join(f"{one.name} ({one.kind})" if one.kind else one.name for one in brief.entities)
    run = fill((Run("Names", Role.HEADING), Run(f" {named}", Role.META)), builder.measure, (), indent, hyphens=False)
    if builder.form.density is Density.FULL or len(run) > len(each) + 1:
        _heading(builder, "Names")
        builder.lines += each
    else:
        builder.add_gap()
        builder.lines += run


def _extras(builder: SheetBuilder, brief: Brief) -> None:
    """Add the fields of other tools ("x-…"), as they were written."""
    if not brief.extras:
        return
    _heading(builder, "For other tools")
    for key, value in brief.extras.items():
        for path, text in _leaves(value, (key,)):
            builder.add_paragraph((Run(f"{'.'.join(path)}: ", Role.FAINT), Run(text, Role.META)), (), (Run("  "),))


def _leaves(value: Untyped, path: Sequence[str]) -> list[tuple[tuple[str, ...], str]]:
    """Return each text of an untyped value with its path."""
    if isinstance(value, dict):
        return [leaf for key, inner in value.items() for leaf in _leaves(inner, (*path, key))]
    if isinstance(value, list):
        return [leaf for number, inner in enumerate(value, 1) for leaf in _leaves(inner, (*path, str(number)))]
    return [(tuple(path), value or "")]
