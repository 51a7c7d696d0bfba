"""What is known of a source: its grade, its saved text, in which source its words are, and what rests on it."""

from __future__ import annotations

from collections.abc import Mapping

from briefing.evidence import Evidence
from briefing.evidence.origins import Dependents, dependents
from briefing.format.dates import Edtf
from briefing.format.dates.wording import date_words
from briefing.format.model import Brief, Published, Reliability, Source, SourceKind, TextState, Unknown
from briefing.format.model.vocabulary import CREDIBILITY
from briefing.render.lines import Role, Run, Target, TargetKind
from briefing.render.symbols import Look
from briefing.render.text.cell_width import NO_BREAK

_WRITTEN = frozenset({SourceKind.ARTICLE, SourceKind.DOCUMENT, SourceKind.DATA})
"""Kinds of sources that have a text which could be saved."""
_GRADES = {Reliability.D: Role.HEDGE, Reliability.E: Role.WARNING, Reliability.F: Role.HEDGE}
"""The roles of grades that weaken what rests on a source; the others are `Role.GRADE`."""
_CREDIBILITIES = {4: Role.WARNING, 5: Role.WARNING, 6: Role.HEDGE}
"""The same for the credibility of one claim."""


def kind_run(source: Source) -> Run:
    """Return the kind of a source; that nobody is named is never fainter than what is said."""
    return Run(str(source.kind), Role.HEDGE if source.kind is SourceKind.UNNAMED else Role.META)


def name_runs(source: Source) -> list[list[Run]]:
    """Return who a source is besides its heading: its name, role, publisher and author, each once."""
    names = dict.fromkeys((source.name, source.role, source.publisher, source.author))
    return [[Run(name, Role.META)] for name in names if name and name != source.heading]


def grade_runs(source: Source, look: Look) -> list[Run]:
    """Return the reliability of a source. Empty: it is not graded."""
    if source.reliability is None:
        return []
    grade = f"{source.reliability} {look.signs.dash} {source.reliability.words}"
    return [Run(grade.replace(" ", NO_BREAK, 2), _GRADES.get(source.reliability, Role.GRADE))]


def credibility_run(credibility: int, look: Look) -> Run:
    """Return the credibility of one claim from one source."""
    said = f"{credibility}{NO_BREAK}{look.signs.dash} {CREDIBILITY[credibility]}"
    return Run(said, _CREDIBILITIES.get(credibility, Role.GRADE))


def withdrawn_words(source: Source, look: Look) -> str:
    """Return that a source is withdrawn, and when or why. Empty: it is not."""
    if source.withdrawn is None:
        return ""
    why = look.say(date_words(source.withdrawn)) if isinstance(source.withdrawn, Edtf) else source.withdrawn.strip()
    return f"withdrawn: {why}"


def withdrawn_runs(source: Source, look: Look) -> list[Run]:
    """Return the warning that a source is withdrawn. Empty: it is not."""
    said = withdrawn_words(source, look)
    return [Run(f"{look.signs.warning} {said}", Role.ERROR)] if said else []


def text_runs(source: Source, evidence: Evidence | None) -> list[Run]:
    """Return whether the text of a source is saved, and in what state if known. Empty: it has no text of its own.

    The words of a source that another one reports are in the text of the latter.
    """
    if not source.file:
        return [Run("text not held", Role.WARNING)] if source.kind in _WRITTEN and not source.via else []
    state = evidence.texts.get(source.id) if evidence is not None else None
    if evidence is None or state is None:
        return [Run(f"text in {source.file}", Role.META)]
    if state is TextState.HELD and source.id not in evidence.changed:
        return [Run(f"text held in {source.file}", Role.META)]
    said = "changed since it was pinned" if state is TextState.HELD else str(state)
    return [Run(f"text {said}", Role.WARNING), Run(f": {source.file}", Role.META)]


def has_text_trouble(runs: list[Run]) -> bool:
    """Tell whether `text_runs` says that a text is not held, cannot be read or has changed."""
    return bool(runs) and runs[0].role is Role.WARNING


def via_runs(via: str, brief: Brief) -> list[Run]:
    """Return in which source the words of this one are: by its number, which stands before its name."""
    source = brief.source(via)
    if source is None:
        return [Run(f"reported in {via}", Role.META)]
    number = Run(str(source.number), Role.CITE, Target(TargetKind.SOURCE, source.number - 1))
    return [Run(f"reported in source{NO_BREAK}", Role.META), number]


def day_runs(said: str, date: Published, look: Look) -> list[Run]:
    """Return when a source was published or retrieved. Empty: the brief says nothing of it."""
    if isinstance(date, Unknown):
        what = "publication" if said == "published" else "retrieval"
        return [Run(f"date of {what} unknown", Role.META)]
    return [Run(f"{said} {look.say(date_words(date))}", Role.DATE)] if date is not None else []


def dependents_of(brief: Brief, evidence: Evidence | None) -> Mapping[str, Dependents]:
    """Return what rests on each source, by its id: from the evidence if there is any."""
    return evidence.dependents if evidence is not None else dependents(brief)
