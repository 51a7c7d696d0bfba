"""One cite of a brief, with everything needed to show it in its saved text."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path

from briefing.base.frozen import field, frozen
from briefing.base.named_tuple import NamedTuple
from briefing.evidence import Assessment, Evidence, QuoteState, Span, Verdict
from briefing.format.model import Brief, Cite, Claim, Source, SourceText, TextState
from briefing.render.brief_items import every_cite, item_at
from briefing.render.lines import Target
from briefing.render.parts.verdict_marks import assessment, verdicts

MOST_NEIGHBOURS = 500
"""Greatest number of other quotes marked in a text, so that every brief opens at once."""
_ABSENT = SourceText(state=TextState.NOT_HELD)


_PLACED = frozenset({QuoteState.FOUND, QuoteState.NOT_FOUND, QuoteState.NO_QUOTE})
"""Verdicts that leave no doubt where in a text the words of a cite may be."""


class OtherQuotes(NamedTuple):
    """What other cites quote from a part of a text."""

    found: Mapping[Span, tuple[Target, ...]]
    """By where the words are found, every cite that has them."""
    are_all: bool
    """False: a stretch that is not among them may be quoted as well, or nothing is known yet."""


@frozen
class Cited:
    """One cite of a brief, with everything needed to show it in the text that it quotes."""

    brief: Brief
    target: Target
    """A point, figure, event or source, with the index of one of its cites; None: its first cite. A source without
    cites stands for its whole text."""
    texts: Mapping[str, SourceText]
    """The saved texts of the brief, by the ids of their sources."""
    evidence: Evidence | None = None
    """The evidence for this brief and these texts. None: not known yet; then nothing is highlighted."""
    item: Claim | Source | None = field(init=False)
    """The item that the target names. None: there is no such item."""
    source: Source | None = field(init=False)
    """The source whose saved text holds the words: the cited source, or the article that reports it."""
    text: SourceText = field(init=False)
    """The saved text of `source`."""
    verdict: Verdict | None = field(init=False)
    """The verdict on the cite. None: not known yet, or it is about another version of the text."""

    def __post_init__(self) -> None:
        from briefing.evidence.dossier import text_source_of  # not needed before a cite is opened

        object.__setattr__(self, "item", item_at(self.brief, self.target))
        named = self.cite.source if self.cite is not None else self.speaker.id if self.speaker is not None else ""
        source = self.brief.source(text_source_of(named, self.brief))
        object.__setattr__(self, "source", source)
        object.__setattr__(self, "text", self.texts.get(source.id, _ABSENT) if source is not None else _ABSENT)
        object.__setattr__(self, "verdict", self._checked_verdict())

    @property
    def cites(self) -> tuple[Cite, ...]:
        """All cites of the item."""
        return self.item.cites if self.item is not None else ()

    @property
    def index(self) -> int:
        """Index of the shown cite among them."""
        return min(max(self.target.cite or 0, 0), max(len(self.cites) - 1, 0))

    @property
    def siblings(self) -> tuple[Target, ...]:
        """Targets of all cites of the item, in order: where next and previous lead."""
        return tuple(self.target._replace(cite=index) for index in range(len(self.cites)))

    @property
    def cite(self) -> Cite | None:
        """The shown cite. None: the item cites nothing."""
        return self.cites[self.index] if self.cites else None

    @property
    def speaker(self) -> Source | None:
        """The source that the cite names."""
        if self.cite is not None:
            return self.brief.source(self.cite.source)
        return self.item if isinstance(self.item, Source) else None

    @property
    def has_changed(self) -> bool:
        """True if the saved text is no longer the one whose checksum the brief gives."""
        return self.evidence is not None and self.source is not None and self.source.id in self.evidence.changed

    @property
    def assessed(self) -> Assessment | None:
        """The assessment of the claim that has the cite. None: not known yet, or the item is not a claim."""
        return None if self.evidence is None else assessment(self.brief, self.evidence, self.target)

    @property
    def line(self) -> int:
        """Line of the saved text, from 1, in which the quote, or a possible place of it, begins; 1 if there is none."""
        spans = () if self.verdict is None else _spans(self.verdict)
        return self.text.text.count("\n", 0, min((span.start for span in spans), default=0)) + 1

    def is_own(self, target: Target) -> bool:
        """Tell whether a target is the item that is shown, or one of its cites."""
        return target._replace(cite=None) == self.target._replace(cite=None)

    def neighbours(self, within: Span) -> OtherQuotes:
        """Return the other quotes of the brief that are found in a part of the same text."""
        from briefing.evidence.dossier import dossier_of  # as above

        dossier = dossier_of(self.brief, self.texts, Path())
        shown = self.target._replace(cite=self.index)
        found: dict[Span, list[Target]] = {}
        count, are_all = 0, self.evidence is not None
        for target, cite in every_cite(self.brief):
            holder = dossier.text_source(cite.source)
            if self.source is None or holder is None or holder.id != self.source.id or target == shown:
                continue
            verdict = next(iter(self._verdicts(target)[target.cite : (target.cite or 0) + 1]), None)
            span = verdict.span if verdict is not None and verdict.state is QuoteState.FOUND else None
            if span is None:
                are_all = are_all and verdict is not None and verdict.state in _PLACED
            elif span.start < within.end and span.end > within.start:
                if count == MOST_NEIGHBOURS or not self._holds(cite, span):
                    are_all = False
                    continue
                found.setdefault(span, []).append(target)
                count += 1
        return OtherQuotes({span: tuple(targets) for span, targets in found.items()}, are_all)

    def _checked_verdict(self) -> Verdict | None:
        known = self._verdicts(self.target)
        if self.cite is None or self.index >= len(known):
            return None
        verdict = known[self.index]
        return verdict if all(self._holds(self.cite, span) for span in _spans(verdict)) else None

    def _verdicts(self, target: Target) -> tuple[Verdict, ...]:
        return () if self.evidence is None else verdicts(self.brief, self.evidence, target)

    def _holds(self, cite: Cite, span: Span) -> bool:
        """Tell whether the text holds the quote at a span: it may be another version than the one that was checked."""
        from briefing.evidence.quotes.locate import locate  # as above

        cut = self.text.text[span.start : span.end]
        if cut == cite.quote:
            return True  # most quotes are word for word, and a text may have 500 of them
        return locate(cite.quote or "", cut).state is QuoteState.FOUND


def _spans(verdict: Verdict) -> Sequence[Span]:
    """Return where a quote is found, or where else it may be."""
    return verdict.spans if verdict.span is None else (verdict.span,)
