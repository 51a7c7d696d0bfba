"""The table of all kinds of lies, and all lies about a set of honest briefs: seeded, the same on every run."""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence
from typing import TypeVar
from zlib import crc32

from briefing.evidence.codes import EvidenceCode
from briefing.format.model import Basis
from tests.evidence.lies import dates, figures, sources, words
from tests.evidence.lies.lie import HeadKind, Kind, Lie, lie, tellings
from tests.evidence.mutations import SLIPS, Mutation, spots_of
from tests.support.grounds import Ground

Item = TypeVar("Item")
MOST = 2
"""Lies of one kind about one claim."""
ONCE = frozenset({"speaker invented", "label of another figure"})
"""Kinds that fit every claim: one lie for each claim is enough."""
MOST_OF_A_BRIEF = 12
"""Lies of one kind about the sources and the head of one brief."""
SLIPS_OF_A_BRIEF = 5
"""Mutations of one kind in one brief."""

CLAIM_KINDS: dict[str, Kind] = {
    "speaker (by)": words.speaker_exchanged,
    "speaker (text)": words.speaker_exchanged_in_the_text,
    "speaker invented": words.speaker_invented,
    "attribution dropped": words.attribution_dropped,
    "name exchanged": words.name_exchanged,
    "subject and object swapped": words.subject_and_object_swapped,
    "verb exchanged": words.verb_exchanged,
    "negation inserted": words.negation_inserted,
    "negation removed": words.negation_removed,
    "denial dropped": words.denial_dropped,
    "doubt dropped": words.doubt_dropped,
    "certainty added": words.certainty_added,
    "likelihood added": words.likelihood_added,
    "planned becomes done": words.planned_becomes_done,
    "hedge of the text": words.hedge_of_the_text,
    "up to becomes at least": figures.up_to_becomes_at_least,
    "sign": figures.sign_of_a_value,
    "end of an interval (other number)": figures.end_of_an_interval,
    "unrelated ends": figures.unrelated_ends,
    "other number of the sentence": figures.other_number_of_the_sentence,
    "number from elsewhere": figures.number_from_elsewhere,
    "unit of the family": figures.unit_of_the_family,
    "alien unit": figures.alien_unit,
    "currency": figures.currency,
    "scale": figures.scale,
    "percent and points": figures.percent_and_points,
    "counted noun (unit)": figures.counted_noun_in_the_unit,
    "counted noun (label)": figures.counted_noun_in_the_label,
    "label of another figure": figures.label_of_another_figure,
    "ordinal as amount": figures.ordinal_as_amount,
    "amount as ordinal": figures.amount_as_ordinal,
    "date of another event": dates.date_of_another_event,
    "direction of a date": dates.direction_of_a_date,
    "year of the writer": dates.year_of_the_writer,
    "quote too long": sources.quote_too_long,
}
HEAD_KINDS: dict[str, HeadKind] = {
    "published shifted": dates.published_shifted,
    "name of a source": sources.name_of_a_source,
    "language mistyped": sources.language_mistyped,
    "language without a table": sources.language_without_table,
}
UNSAID = frozenset({"language without a table"})
"""Kinds that need no finding: it is enough that nothing is called verified."""


def lies(grounds: Sequence[Ground]) -> Iterator[Lie]:
    """Yield every lie that is tried on these briefs, brief by brief."""
    for ground in grounds:
        yield from _about_claims(ground)
        for name, head in HEAD_KINDS.items():
            yield from _some(list(head(ground)), MOST_OF_A_BRIEF, f"{ground.brief.title} {name}")
        yield from _slips(ground)


def _about_claims(ground: Ground) -> Iterator[Lie]:
    for telling in tellings(ground):
        for name, kind in CLAIM_KINDS.items():
            changes = list(kind(telling))
            for changed in _some(changes, 1 if name in ONCE else MOST, f"{ground.brief.title} {telling.index} {name}"):
                yield lie(name, telling, changed)


def _some(items: list[Item], most: int, name: str) -> list[Item]:
    """Return a random choice, in order. `name` seeds it, so that it differs for each claim and kind."""
    if len(items) <= most:
        return items
    chance = random.Random(crc32(name.encode()))  # noqa: S311 - the same lies on every run
    return [items[place] for place in sorted(chance.sample(range(len(items)), most))]


def _slips(ground: Ground) -> Iterator[Lie]:
    for name, slip in SLIPS.items():
        chance = random.Random(crc32(f"{ground.brief.title} {name}".encode()))  # noqa: S311 - the same on every run
        made: dict[str, Lie] = {}
        for _ in range(4 * SLIPS_OF_A_BRIEF):
            mutation = slip(chance, ground)
            if mutation is None or is_true_by_luck(mutation) or _is_open(ground, mutation):
                continue
            if len(made) < SLIPS_OF_A_BRIEF:
                made[mutation.words] = _from_slip(ground, mutation)
        yield from made.values()


def is_true_by_luck(mutation: Mutation) -> bool:
    """Whether the text has a changed quote nevertheless."""
    if mutation.code != EvidenceCode.QUOTE_NOT_FOUND or mutation.kind == "digit of the text":
        return False
    new = " ".join(mutation.words.split(" -> ")[-1].split())
    return any(new in " ".join(text.text.split()) for text in mutation.texts.values())


def _is_open(ground: Ground, mutation: Mutation) -> bool:
    """Whether a date is a person's reading, or has an open month, so that another date need not be false."""
    if mutation.kind not in ("year", "month", "day", "~ added", "~ dropped"):
        return False
    claim = next(claim for claim in ground.brief.claims() if mutation.spot in spots_of(claim))
    return claim.basis is Basis.EDITOR or any("mid-" in (cite.quote or "") for cite in claim.cites)


def _from_slip(ground: Ground, mutation: Mutation) -> Lie:
    claims = list(ground.brief.claims())
    index = next(place for place, claim in enumerate(claims) if mutation.spot in spots_of(claim))
    spots = spots_of(claims[index])
    return Lie(mutation.kind, ground, mutation.brief, mutation.texts, index, spots, mutation.words)
