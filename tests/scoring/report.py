"""The counts as lines of a table, and each error with its sentence."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from tests.scoring.matching import RATED, Judged, Kind, Measure, Verdict
from tests.scoring.scores import score

OF_KIND = {
    Kind.NUMBERS: (Measure.VALUES, Measure.COMPLETE, Measure.LABELS, Measure.HEDGES, Measure.KINDS, Measure.PASSING),
    Kind.DATES: (Measure.DATES, Measure.BASIS),
    Kind.SPEAKERS: (Measure.SPEAKERS, Measure.SPEAKER_KINDS),
}
"""The measures of each kind, in the order in which they are printed."""


def table_lines(judged: Sequence[Judged], kinds: Sequence[Kind]) -> Iterator[str]:
    """Yield a row for each measure over all texts and, of those with precision and recall, for each register."""
    registers = sorted({one.register for one in judged})
    for measure in (measure for kind in kinds for measure in OF_KIND[kind]):
        of_measure = [one for one in judged if one.measure is measure]
        yield _row(measure, of_measure, measure)
        for register in registers if measure in RATED else ():
            yield _row(measure, [one for one in of_measure if one.register == register], f"  {register}")


def error_lines(judged: Sequence[Judged], kinds: Sequence[Kind]) -> Iterator[str]:
    """Yield what is missed, false or wrong, measure by measure, each with the sentence that holds it."""
    for measure in (measure for kind in kinds for measure in OF_KIND[kind]):
        errors = [one for one in judged if one.measure is measure and one.verdict is not Verdict.RIGHT]
        if errors:
            yield f"\n{measure}: {len(errors)} errors"
        for one in errors:
            if measure is not Measure.COMPLETE or one.verdict is Verdict.WRONG:
                yield f"{one.text} {one.verdict}: {' -> '.join(text for text in (one.wanted, one.found) if text)}"
                yield f"    {' '.join(one.sentence.split())}"


def _row(measure: Measure, judged: Sequence[Judged], name: str) -> str:
    found = score(judged)
    if measure not in RATED:
        return f"{name:<50} {found.share:6.3f}  ({found.right} of {found.right + found.wrong})"
    rates = f"precision {found.precision:.3f}  recall {found.recall:.3f}  F1 {found.f1:.3f}"
    return f"{name:<50} {rates}  ({found.right} right, {found.wrong} wrong, {found.missed} missed, {found.false} false)"
