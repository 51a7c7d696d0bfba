"""One thing changed in a correct brief is found at its place; a change of form only is never reported."""

from __future__ import annotations

import random
from functools import cache

import pytest

from briefing.base.problems import Severity
from tests.evidence.lies.kinds import UNSAID, lies
from tests.evidence.lies.lie import Lie
from tests.evidence.lies.outcomes import Judge, Outcome, alarms
from tests.evidence.lies.report import misses_of, row
from tests.evidence.mutations import LEAST, SEED, alone, checked, harmless, is_caught, mutations, spots_of
from tests.support.corpus import Part, corpus
from tests.support.grounds import Ground, grounds

MUTATIONS = 420
LIES = 600
WHOLE = 60
"""Lies that are also checked in the whole brief; the others only in a brief of one claim (`alone`)."""
FOUND = 0.92
"""Share of the lies that must get a finding."""
ERROR = 0.75
"""Share of the lies that must get an error."""
FALSE_ERROR = 0.005
"""Share of the honest claims that may get an error."""
FALSE_WARNING = 0.03
"""Share of the honest claims that may get a warning."""


@pytest.mark.parametrize("ground", grounds(), ids=lambda ground: ground.brief.title)
def test_a_good_brief_gives_no_finding(ground: Ground) -> None:
    assert checked(*ground).findings == ()


@pytest.mark.parametrize("ground", grounds(), ids=lambda ground: ground.brief.title)
@pytest.mark.parametrize("seed", range(6))
def test_another_order_wrapping_or_typography_gives_no_finding(ground: Ground, seed: int) -> None:
    chance = random.Random(seed)  # noqa: S311 - the same changes on every run
    assert checked(*harmless(chance, ground)).findings == ()


def test_a_changed_word_digit_hedge_or_date_is_caught_where_it_stands() -> None:
    missed = [mutation.words for mutation in mutations(MUTATIONS) if not is_caught(mutation)]
    assert len(missed) <= MUTATIONS * (1 - LEAST), missed


@cache
def _told() -> tuple[Lie, ...]:
    """Return a sample of the lies about the briefs that the rules are tuned on."""
    chance = random.Random(SEED)  # noqa: S311 - the same lies on every run
    return tuple(chance.sample(list(lies(corpus(Part.TUNED))), LIES))


@cache
def _outcomes() -> tuple[Outcome, ...]:
    judge = Judge()
    return tuple(judge.outcome(lie) for lie in _told())


def test_a_claim_is_assessed_alone_as_it_is_in_its_brief() -> None:
    for lie in [lie for lie in _told() if lie.claim is not None][:WHOLE]:
        brief = alone(lie.brief, lie.spots)
        place = next(place for place, claim in enumerate(brief.claims()) if lie.spots & spots_of(claim))
        in_its_brief = checked(lie.brief, lie.texts).claims[lie.claim or 0]
        assert checked(brief, lie.texts).claims[place] == in_its_brief, lie.words


def _owed() -> list[Outcome]:
    return [one for one in _outcomes() if one.has_table and one.lie.kind not in UNSAID]


def test_lies_over_honest_briefs_get_a_finding() -> None:
    owed = row(_owed())
    assert owed.found >= FOUND * owed.tried, list(misses_of(_owed(), "all"))


def test_most_lies_over_honest_briefs_get_an_error() -> None:
    owed = row(_owed())
    assert owed.error >= ERROR * owed.tried


def test_no_lie_is_called_verified() -> None:
    assert [f"{one.lie.kind}: {one.lie.words}" for one in _outcomes() if one.overclaimed] == []


@pytest.mark.parametrize(
    ("severity", "most"), [(Severity.ERROR, FALSE_ERROR), (Severity.WARNING, FALSE_WARNING)], ids=str
)
def test_hardly_any_honest_claim_gets_a_finding(severity: Severity, most: float) -> None:
    honest = corpus(Part.TUNED)
    claims = sum(len(list(ground.brief.claims())) for ground in honest)
    false = [str(alarm.problem) for alarm in alarms(honest) if alarm.problem.severity is severity]
    assert len(false) <= most * claims, false
