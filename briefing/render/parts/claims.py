"""What is shown beside the words of a claim: source marks, who says it, how surely, when, and in whose words."""

from __future__ import annotations

from collections.abc import Sequence

from briefing.format.dates import Edtf
from briefing.format.dates.wording import date_words
from briefing.format.model import Basis, Brief, Claim, Confidence, Other, Point, Source, SourceKind, Standing
from briefing.render.lines import Line, Role, Run, Target, TargetKind
from briefing.render.parts.review import NOT_REVIEWED
from briefing.render.parts.verdict_marks import mark_with_sign
from briefing.render.sheet_builder import SheetBuilder
from briefing.render.symbols import Look
from briefing.render.text.cell_width import NO_BREAK, tidy
from briefing.render.text.wrap import separator

_SAID_BY = {Standing.ANNOUNCED, Standing.SUGGESTED, Standing.ESTIMATED}
"""Standings whose agent is whoever says the claim; of the others the agent is not known."""
_REACHING = ("since ", "until ", "before ", "after ", "from ", "to ", "by ")
"""How the words of a date begin that say themselves how it holds."""
_BASIS = {
    Basis.RECKONED: "date reckoned from the article’s own date",
    Basis.EDITOR: "date is the editor’s reading",
}


def has_several_origins(brief: Brief) -> bool:
    """Tell whether a brief rests on more than one source that speaks for itself: then each claim shows which."""
    return sum(source.via is None for source in brief.sources) > 1


class SourceMarks:
    """The marks behind claims whose verdicts are their bullets, each with a space before it that does not break."""

    def __init__(self, builder: SheetBuilder, brief: Brief) -> None:
        self._builder, self._brief = builder, brief
        self._is_each_cited = has_several_origins(brief)

    def of(self, claim: Claim, target: Target, *, speaker: bool) -> list[Run]:
        """Return the marks of one claim.

        With `speaker`, the number of who says it. In a brief of several origins also those of the sources that it
        cites, each with the sign of its worst quote if that is not found. Where signs are words, the verdict follows.
        """
        look, known = self._builder.look, self._builder.verdict_marks
        places: dict[str, list[int]] = {}
        for index, cite in enumerate(claim.cites if self._is_each_cited else ()):
            places.setdefault(cite.source, []).append(index)
        by = self._brief.source(claim.by) if speaker and claim.by else None
        word = known.of_claim(target, look) if known is not None and look.plain else None
        marks: list[Run] = []
        if look.plain and not claim.is_reviewed:
            marks += [Run(NO_BREAK), Run(f"[{NOT_REVIEWED}]".replace(" ", NO_BREAK), Role.WARNING)]
        if by is not None and by.id not in places:
            marks += [Run(NO_BREAK), Run(look.cite(by.number), Role.CITE, _card(by))]
        for source_id, indexes in places.items():
            source = self._brief.source(source_id)
            text = look.cite(source.number) if source else f"[{source_id}]"
            own = known.of_quotes(target, indexes, look) if known is not None and len(places) > 1 else None
            mark = Run(text, Role.CITE, target._replace(cite=indexes[0]))
            marks += [Run(NO_BREAK), *mark_with_sign(mark, own if len(places) > 1 else word, look)]
        if word is None or len(places) == 1:
            return marks
        return [*marks, Run(NO_BREAK), Run(f"[{word.text}]", word.role, word.target)]


def _card(source: Source) -> Target:
    return Target(TargetKind.SOURCE, source.number - 1)


def speaker_run(claim: Claim, brief: Brief) -> Run | None:
    """Return the name of who says a claim, leading to the source. None: the article itself."""
    return None if claim.by is None else _source_run(claim.by, brief)


def _source_run(source_id: str, brief: Brief) -> Run:
    """Return the name of a source, leading to the source."""
    source = brief.source(source_id)
    return Run(source_id, Role.META) if source is None else Run(speaker_name(source, brief), Role.META, _card(source))


def is_title_of(source: Source, brief: Brief) -> bool:
    """Tell whether a source is the article that the brief is named after: its title is on the screen already."""
    return source.title is not None and tidy(source.title).strip() == tidy(brief.title).strip()


def source_name(source: Source, brief: Brief) -> str:
    """Return what a source is called beside its brief: the one that has its title is the article itself."""
    return "the article itself" if is_title_of(source, brief) else source.heading


def speaker_name(source: Source, brief: Brief) -> str:
    """Return what a source is called that says a claim: the article itself is not called by the title of its brief."""
    is_itself = source.kind is SourceKind.ARTICLE and is_title_of(source, brief)
    return "the article" if is_itself else source.heading


def standing_run(claim: Claim) -> Run | None:
    """Return how surely the source puts a claim, in one word. None: it reports it."""
    return None if claim.standing is Standing.REPORTED else Run(str(claim.standing), Role.HEDGE)


def attribution(claim: Claim, brief: Brief) -> list[Run]:
    """Return how surely the source puts it and who says so: "announced by …", "planned", "according to …"."""
    standing = standing_run(claim)
    if claim.by is None:
        return [standing] if standing else []
    by = _source_run(claim.by, brief)
    if standing and claim.standing in _SAID_BY:
        return [standing, Run(" by ", Role.META), by]
    hedge = [standing, Run(", ", Role.META)] if standing else []
    return [*hedge, Run("according to ", Role.META), by]


def confidence_runs(point: Point) -> list[Run]:
    """Return the confidence of a judgement; less than high, it takes certainty away. Empty: it has none."""
    if point.confidence is None:
        return []
    role = Role.BODY if point.confidence is Confidence.HIGH else Role.HEDGE
    return [Run(f"{point.confidence} confidence", role)]


def date_runs(claim: Claim, look: Look) -> list[Run]:
    """Return the date of a claim, and how it is known."""
    if claim.when is None:
        return []
    runs = doubtful_date_runs(look.say(date_words(claim.when)))
    return [*runs, Run(" ("), *basis_runs(claim, look), Run(")")] if claim.basis in _BASIS else runs


def doubtful_date_runs(words: str) -> list[Run]:
    """Return a date in words; what it leaves open ("year not stated") is never fainter than the claim."""
    date, comma, rest = words.partition(", ")
    is_open = comma and rest.endswith("not stated")
    return [Run(f"{date}{comma}", Role.DATE), Run(rest, Role.HEDGE)] if is_open else [Run(words, Role.DATE)]


def as_of_runs(claim: Claim, look: Look) -> list[Run]:
    """Return the date that a figure holds for: "as of 9 June 2024", "since 2019"."""
    date = date_runs(claim, look)
    return [Run("as of ", Role.META), *date] if date and not date[0].text.startswith(_REACHING) else date


def basis_runs(claim: Claim, look: Look) -> list[Run]:
    """Return how the date is known, unless it is in the quote."""
    return [Run(look.say(_BASIS[claim.basis]), Role.HEDGE)] if claim.basis in _BASIS else []


def stated_runs(claim: Claim, look: Look) -> list[Run]:
    """Return the source's own words for what has no exact form."""
    if not claim.stated:
        return []
    return [Run(f"{look.signs.open_quote}{claim.stated.strip()}{look.signs.close_quote}")]


def withdrawn_sources(claim: Claim, brief: Brief) -> list[Source]:
    """Return the withdrawn sources that a claim rests on."""
    found = map(brief.source, claim.source_ids)
    return [source for source in found if source is not None and source.withdrawn is not None]


def withdrawn_run(withdrawn: Sequence[Source], look: Look, role: Role) -> Run:
    """Return the warning that a claim rests on these withdrawn sources, at least one."""
    said = "a withdrawn source" if len(withdrawn) == 1 else "withdrawn sources"
    return Run(f"{look.signs.warning} rests on {said}", role)


def other_runs(others: Sequence[Other], look: Look) -> list[list[Run]]:
    """Return the fields that need no code of their own, each as one small fact."""
    return [[Run(f"{other.says} ", Role.META), _other_run(other, look)] for other in others]


def _other_run(other: Other, look: Look) -> Run:
    if isinstance(other.value, Edtf):
        return Run(look.say(other.words), Role.DATE)
    return Run(other.words.strip(), Role.META)


def dotted(parts: Sequence[Sequence[Run]], look: Look) -> list[Run]:
    """Return the parts that are not empty as one line of short facts, separated by dots."""
    runs: list[Run] = []
    for part in parts:
        if part:
            if runs:
                runs.append(Run(separator(look.signs.dot), Role.FAINT))
            runs.extend(part)
    return runs


def add_details(
    builder: SheetBuilder, claim: Claim, brief: Brief, parts: Sequence[Sequence[Run]], indent: Line
) -> None:
    """Add what is below a claim: a line of short facts, a warning about withdrawn sources, its note."""
    facts = dotted([*parts, *other_runs(claim.others, builder.look)], builder.look)
    if facts:
        builder.add_paragraph(facts, indent, indent)
    add_withdrawn(builder, claim, brief, indent)
    if claim.note:
        builder.add_text(claim.note, Role.META, indent)


def add_withdrawn(builder: SheetBuilder, claim: Claim, brief: Brief, indent: Line) -> None:
    """Add a warning if a claim rests on withdrawn sources."""
    withdrawn = withdrawn_sources(claim, brief)
    if withdrawn:
        marks = [Run(f"{NO_BREAK}{builder.look.cite(source.number)}", Role.CITE, _card(source)) for source in withdrawn]
        warning = withdrawn_run(withdrawn, builder.look, Role.WARNING)
        builder.add_paragraph([warning, *marks], indent, indent)
