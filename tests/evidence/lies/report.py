"""The report on lies: how many of each kind are tried, found, missed and overclaimed; and the false alarms."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from briefing.base.problems import Severity
from briefing.evidence import Support
from tests.evidence.lies.kinds import UNSAID, lies
from tests.evidence.lies.lie import Telling
from tests.evidence.lies.outcomes import Alarm, Judge, Outcome, alarms, supports
from tests.support.grounds import Ground


class Row(NamedTuple):
    """The counts for the lies of one kind, or of all."""

    tried: int
    error: int
    warning: int
    missed: int
    """Lies without a finding."""
    overclaimed: int
    """Lies without a finding whose claim is called verified."""

    @property
    def found(self) -> int:
        """Lies with a finding of any severity."""
        return self.error + self.warning


@dataclass(frozen=True, slots=True)
class Report:
    """The outcomes of all lies about some honest briefs, and the findings on the honest briefs."""

    grounds: tuple[Ground, ...]
    outcomes: tuple[Outcome, ...]
    alarms: tuple[Alarm, ...]
    supports: Counter[Support]
    """Honest claims by class."""

    def rows(self) -> dict[str, Row]:
        """Return a row for each kind, of texts in languages with a table."""
        kinds = dict.fromkeys(outcome.lie.kind for outcome in self._owed())
        return {kind: row([one for one in self._owed() if one.lie.kind == kind]) for kind in kinds}

    def total(self) -> Row:
        """Return the sum over the kinds that need a finding."""
        return row([one for one in self._owed() if one.lie.kind not in UNSAID])

    def without_table(self) -> Row:
        """Return the sum over texts in languages without a table."""
        return row([one for one in self.outcomes if not one.has_table])

    def overclaimed(self) -> list[Outcome]:
        """Return every lie that is called verified, whatever its kind and language."""
        return [one for one in self.outcomes if one.overclaimed]

    def _owed(self) -> list[Outcome]:
        return [one for one in self.outcomes if one.has_table]


def report(grounds: Sequence[Ground]) -> Report:
    """Try every lie about honest briefs."""
    judge = Judge()
    outcomes = tuple(judge.outcome(lie) for lie in lies(grounds))
    classes = Counter(each for ground in grounds for each in supports(ground))
    return Report(tuple(grounds), outcomes, tuple(alarms(grounds)), classes)


def row(outcomes: Sequence[Outcome]) -> Row:
    """Count some outcomes."""
    severities = Counter(outcome.severity for outcome in outcomes)
    overclaimed = sum(outcome.overclaimed for outcome in outcomes)
    return Row(len(outcomes), severities[Severity.ERROR], severities[Severity.WARNING], severities[None], overclaimed)


def table(result: Report) -> Iterator[str]:
    """Yield the lines of the table."""
    yield f"{'kind':34} {'tried':>6} {'error':>6} {'warn':>6} {'missed':>6} {'over':>6} {'found':>7}"
    for kind, one in result.rows().items():
        yield _line(f"{kind} *" if kind in UNSAID else kind, one)
    yield _line("in all", result.total())
    total = result.total()
    yield f"{'':34} a finding {_share(total.found, total.tried)}, an error {_share(total.error, total.tried)}"
    yield _line("texts without a table", result.without_table())
    yield f"overclaimed in all: {len(result.overclaimed())}    (* needs no finding, and is in no sum)"
    yield from _honest(result)


def _honest(result: Report) -> Iterator[str]:
    claims = result.supports.total()
    yield ""
    yield f"honest claims: {claims} in {len(result.grounds)} briefs"
    for severity in (Severity.ERROR, Severity.WARNING):
        these = {
            (id(alarm.ground), alarm.claim, alarm.problem.place if alarm.claim is None else None)
            for alarm in result.alarms
            if alarm.problem.severity is severity
        }
        yield f"  with a false {severity}: {len(these)} ({_share(len(these), claims)})"
    for name, count in result.supports.most_common():
        yield f"  {name}: {count}"


def misses_of(outcomes: Iterable[Outcome], kind: str) -> Iterator[str]:
    """Yield each miss of a kind ("all": of every kind), kind by kind, with what the source says."""
    missed = [one for one in outcomes if one.severity is None and kind in ("all", one.lie.kind)]
    for outcome in sorted(missed, key=lambda one: one.lie.kind):
        lie = outcome.lie
        yield f"{lie.kind}: {lie.words}{' [verified]' if outcome.overclaimed else ''}"
        if lie.claim is not None:
            telling = Telling(lie.ground, lie.claim, list(lie.ground.brief.claims())[lie.claim])
            yield f"    quote:  {telling.quotes}"
            yield f"    source: {telling.sentences}"


def alarm_lines(result: Report) -> Iterator[str]:
    """Yield each finding on an honest brief."""
    for alarm in result.alarms:
        claims = list(alarm.ground.brief.claims())
        yield f"{alarm.ground.brief.title}: {alarm.problem.severity}: {alarm.problem.sentence} [{alarm.problem.code}]"
        if alarm.claim is not None:
            telling = Telling(alarm.ground, alarm.claim, claims[alarm.claim])
            yield f"    claim:  {telling.claim.text}"
            yield f"    quote:  {telling.quotes}"


def as_json(result: Report) -> str:
    """Return the numbers, for comparing runs."""
    rows = {kind: one._asdict() for kind, one in result.rows().items()}
    numbers = {
        "kinds": rows,
        "total": result.total()._asdict(),
        "without_table": result.without_table()._asdict(),
        "overclaimed": len(result.overclaimed()),
        "supports": dict(result.supports),
        "alarms": [str(alarm.problem) for alarm in result.alarms],
    }
    return json.dumps(numbers, indent=1, ensure_ascii=False)


def _line(name: str, one: Row) -> str:
    counts = " ".join(f"{count:6}" for count in one)
    return f"{name:34} {counts} {_share(one.found, one.tried):>7}"


def _share(part: int, whole: int) -> str:
    return f"{100 * part / whole:.1f}%" if whole else "-"
