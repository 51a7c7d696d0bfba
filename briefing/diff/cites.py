"""Changes of the cites of an item."""

from __future__ import annotations

from collections.abc import Hashable, Iterator, Sequence

from briefing.base.named_tuple import NamedTuple
from briefing.diff.facts import ChangedItem, Fact, FieldPhrases, field_changes
from briefing.diff.meaning import IdMeanings, prose_meaning
from briefing.diff.pairing import Identity, pair_items
from briefing.diff.values import Change
from briefing.format.model import Cite
from briefing.format.model.vocabulary import CREDIBILITY

_FIELD = "cites"
_QUOTE = FieldPhrases("quote from", "now with a quote from", "no longer with a quote from")
_PARAGRAPH = FieldPhrases(
    "paragraph of the quote from", "paragraph given of the quote from", "paragraph no longer given of the quote from"
)
_CREDIBILITY = FieldPhrases("credibility of", "credibility given of", "credibility no longer given of")


class CitePhrases(NamedTuple):
    """The phrases of cites that are new or gone."""

    first: str
    """For the first cite of an item."""
    also: str
    """For a cite of another source."""
    gone: str
    """For a source that is no longer cited."""


CLAIM_PHRASES = CitePhrases("now rests on", "now rests also on", "no longer rests on")
SOURCE_PHRASES = CitePhrases("now named in", "now named also in", "no longer named in")


class CiteList(NamedTuple):
    """The cites of one item in one of the briefs."""

    cites: Sequence[Cite]
    ids: IdMeanings

    def meaning(self, cite: Cite) -> Hashable:
        """Return a value that is equal for cites of the same meaning."""
        return (self.ids.source(cite.source), prose_meaning(cite.quote), cite.at, cite.credibility)

    def without(self, other: CiteList) -> tuple[Cite, ...]:
        """Return the cites that `other` does not have, each once."""
        known = set(map(other.meaning, other.cites))
        own = {self.meaning(cite): cite for cite in reversed(self.cites)}
        return tuple(cite for meaning, cite in reversed(own.items()) if meaning not in known)

    def by_source(self, cites: Sequence[Cite]) -> dict[Hashable, list[Cite]]:
        """Return cites grouped by source, in the order of the first cite of each."""
        groups: dict[Hashable, list[Cite]] = {}
        for cite in cites:
            groups.setdefault(self.ids.source(cite.source), []).append(cite)
        return groups

    @property
    def sources(self) -> set[Hashable]:
        """All sources that are cited."""
        return {self.ids.source(cite.source) for cite in self.cites}

    def heading(self, cite: Cite) -> str:
        """Return the name of the source of a cite."""
        return self.ids.sources.get(cite.source, cite.source)


def cite_changes(
    before: CiteList, after: CiteList, about: ChangedItem, phrases: CitePhrases = CLAIM_PHRASES
) -> Iterator[Change]:
    """Yield the cites of an item that are new, gone or changed."""
    olds, news = before.by_source(before.without(after)), after.by_source(after.without(before))
    if not olds and not news:
        return
    known_before, known_after = before.sources, after.sources
    for source, cites in news.items():
        same = _same(olds.get(source, []), cites)
        for old, new in same:
            yield from field_changes(_facts(old), _facts(new), about, after.heading(new))
        said = phrases.also if before.cites else phrases.first
        for cite in _left(cites, [new for _, new in same]):
            said = _said(cite, "now also") if source in known_before else said
            yield _one(about, said, after.heading(cite), new=cite)
        olds[source] = _left(olds.get(source, []), [old for old, _ in same])
    for source, cites in olds.items():
        for cite in cites:
            said = _said(cite, "no longer") if source in known_after else phrases.gone
            yield _one(about, said, before.heading(cite), old=cite)


def _left(cites: Sequence[Cite], taken: Sequence[Cite]) -> list[Cite]:
    used = set(map(id, taken))
    return [cite for cite in cites if id(cite) not in used]


def _same(before: Sequence[Cite], after: Sequence[Cite]) -> list[tuple[Cite, Cite]]:
    """Return the pairs of cites of one source that are two versions of the same cite."""
    if len(before) == len(after) == 1:
        return [(before[0], after[0])]
    identity = Identity[Cite](
        keys=lambda cite: (prose_meaning(cite.quote),), whole=lambda cite: (cite.at, cite.credibility), words=_quote
    )
    return [(before[old], after[new]) for old, new in pair_items(before, after, identity).same]


def _quote(cite: Cite) -> str:
    return cite.quote or ""


def _facts(cite: Cite) -> tuple[Fact, ...]:
    grade = None if cite.credibility is None else f"{cite.credibility} – {CREDIBILITY[cite.credibility]}"
    return (
        Fact(_FIELD, _QUOTE, cite.quote, prose_meaning(cite.quote), is_prose=True),
        Fact(_FIELD, _PARAGRAPH, None if cite.at is None else str(cite.at), cite.at),
        Fact(_FIELD, _CREDIBILITY, grade, cite.credibility),
    )


def _said(cite: Cite, when: str) -> str:
    return f"{when} {'cites' if cite.quote is None else 'quotes'}"


def _one(about: ChangedItem, said: str, of: str, old: Cite | None = None, new: Cite | None = None) -> Change:
    return Change(
        section=about.section,
        number=about.number,
        name=about.name,
        field=_FIELD,
        said=said,
        of=of,
        before=None if old is None else old.quote,
        after=None if new is None else new.quote,
        is_prose=True,
    )
