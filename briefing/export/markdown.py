"""A brief as Markdown (CommonMark), in which the brief's own text stays text, whatever characters it holds.

The text cannot become HTML, a link, an image, a heading, a list or emphasis. The marking is at the top and the bottom.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from briefing.base.safe_text import one_line
from briefing.evidence import Evidence
from briefing.evidence.classes import CLASSES
from briefing.export.wording import Wording, citation, semicolon_list, source_details, when
from briefing.format.dates.wording import date_words
from briefing.format.model import Brief, Cite, Claim, Source
from briefing.format.model.brief import Untyped
from briefing.render.lines import Target, TargetKind
from briefing.render.panes.timeline import in_time_order
from briefing.render.parts.counts_in_words import count_parts
from briefing.render.parts.review import review_count
from briefing.render.parts.verdict_marks import assessment
from briefing.render.parts.verdict_words import reasons

_ENTITIES = {"&": "&amp;", "<": "&lt;", ">": "&gt;"}
_SPECIAL = re.compile(r"[\\`*_\[\]#|~$@&<>]")
"""Characters that begin an inline element in CommonMark 0.31, or a table, a mention or maths in its dialects."""
_ADDRESS = re.compile(r"(?<=[A-Za-z])(?=://)|(?<=www)(?=\.)", re.IGNORECASE)
"""Places where a backslash keeps GitHub from making a bare address a link."""
_BLOCK = re.compile(r"^(?:[-+=]|\d{1,9}(?=[.)]))")
"""What begins a list item or underlines a heading at the start of a line; the other such characters are in
`_SPECIAL`."""
_LINKABLE = re.compile(r"https?://[!-;=?-~]+\Z")
"""An address that may stand in angle brackets: ASCII without spaces or angle brackets."""


def markdown(brief: Brief, evidence: Evidence | None = None) -> str:
    """Return the whole brief as a Markdown document; with `evidence`, how well the sources support each claim."""
    marking = [f"**{escaped(str(brief.marking))}**"] if brief.marking else []
    cited = _Citations(brief, evidence)
    blocks = [
        *marking,
        f"# {escaped(brief.title)}",
        *_head(brief, evidence),
        *_points(cited),
        *_figures(cited),
        *_timeline(cited),
        *_list("What the article leaves open", [escaped(text) for text in brief.open]),
        *_list("Related", [_related(other.brief, other.relation) for other in brief.related]),
        *_section("Note", _paragraphs(brief.note or "")),
        *_list("Names", [escaped(semicolon_list([one.name, one.kind or "", *one.aliases])) for one in brief.entities]),
        *_list("For other tools", [escaped(f"{key}: {_value_text(value)}") for key, value in brief.extras.items()]),
        *_list("Sources", [_source(source, brief) for source in brief.sources]),
        *cited.blocks(),
        *marking,
    ]
    return "\n\n".join(blocks) + "\n"


def escaped(text: str) -> str:
    """Return a text as one line of Markdown that displays as the text itself."""
    parts = _ADDRESS.split(one_line(text))
    return _BLOCK.sub(_block, "\\".join(_SPECIAL.sub(_character, part) for part in parts))


def _character(found: re.Match[str]) -> str:
    character = found.group()
    return _ENTITIES.get(character, f"\\{character}")


def _block(found: re.Match[str]) -> str:
    start = found.group()
    return f"{start}\\" if start.isdigit() else f"\\{start}"


class _Citations:
    """The citations of a brief, numbered in the order of use."""

    def __init__(self, brief: Brief, evidence: Evidence | None) -> None:
        self.brief = brief
        self._evidence = evidence
        self.wording = Wording(brief)
        self._numbers: dict[str, int] = {}

    def citation_marks(self, cites: Sequence[Cite]) -> str:
        """Return the marks of the citations: "[1] [2]"."""
        texts = dict.fromkeys(citation(cite, self.brief) for cite in cites)
        return " ".join(f"\\[{self._numbers.setdefault(text, len(self._numbers) + 1)}\\]" for text in texts)

    def blocks(self) -> list[str]:
        """Return the section with all citations used, in the order of their numbers."""
        rows = [f"{number}. {escaped(text)}" for text, number in self._numbers.items()]
        return _section("Citations", ["\n".join(rows)] if rows else [])

    def item(self, claim: Claim, target: Target, lead: str = "") -> str:
        """Return one claim: its lead in bold, its text, its citation marks, and further facts."""
        facts = semicolon_list([*self.wording.facts(claim, target.number), self._support(target)])
        bold = f"**{escaped(lead)}**" if lead else ""
        parts = (bold, escaped(claim.text), self.citation_marks(claim.cites), f"({escaped(facts)})" if facts else "")
        return " ".join(part for part in parts if part)

    def _support(self, target: Target) -> str:
        """Return how well a claim is supported, and what keeps it from being better.

        Empty: not checked, or without quotes.
        """
        assessed = None if self._evidence is None else assessment(self.brief, self._evidence, target)
        word = CLASSES[assessed.support].word if assessed is not None else ""
        return f"{word}: {semicolon_list(reasons(assessed))}" if assessed and word and reasons(assessed) else word


def _head(brief: Brief, evidence: Evidence | None) -> list[str]:
    parts = count_parts(evidence.counts) if evidence is not None else ()
    facts = {
        "Date": date_words(brief.date) if brief.date else None,
        "Status": str(brief.status),
        "Replaces": brief.supersedes,
        "Author": brief.author,
        "Language": brief.language,
        "Topics": ", ".join(brief.tags),
        "Checked": ", ".join(part.text for part in parts),
        "Review": review_count(brief),
    }
    rows = [f"{name}: {escaped(value)}" for name, value in facts.items() if value]
    return [*_paragraphs(brief.lede or ""), _bullets(rows)]


def _points(cited: _Citations) -> list[str]:
    return _list(
        "Summary", [cited.item(point, Target(TargetKind.POINT, n)) for n, point in enumerate(cited.brief.summary)]
    )


def _figures(cited: _Citations) -> list[str]:
    rows = [
        cited.item(figure, Target(TargetKind.FIGURE, number), cited.wording.amount(number))
        for number, figure in enumerate(cited.brief.figures)
    ]
    return _list("Key figures", rows)


def _timeline(cited: _Citations) -> list[str]:
    events = in_time_order(cited.brief.timeline)
    return _list("Timeline", [cited.item(event, Target(TargetKind.EVENT, n), when(event)) for n, event in events])


def _related(brief_id: str, relation: str | None) -> str:
    return escaped(f"{brief_id} ({relation})" if relation else brief_id)


def _source(source: Source, brief: Brief) -> str:
    url = "" if source.url is None else f"<{source.url}>" if _LINKABLE.match(source.url) else escaped(source.url)
    parts = (f"**{escaped(source.heading)}**", escaped(semicolon_list(source_details(source, brief))), url)
    return " ".join(part for part in parts if part)


def _value_text(value: Untyped) -> str:
    if isinstance(value, dict):
        return semicolon_list(f"{key}: {_value_text(inner)}" for key, inner in value.items())
    return semicolon_list(_value_text(inner) for inner in value) if isinstance(value, list) else value or ""


def _list(title: str, rows: Sequence[str]) -> list[str]:
    return _section(title, [_bullets(rows)] if rows else [])


def _bullets(rows: Sequence[str]) -> str:
    return "\n".join(f"- {row}" for row in rows)


def _section(title: str, blocks: Sequence[str]) -> list[str]:
    return [f"## {title}", *blocks] if blocks else []


def _paragraphs(text: str) -> list[str]:
    return [escaped(paragraph) for paragraph in text.split("\n\n") if paragraph.strip()]
