"""The number of claims by class, over all briefs of a check, and the reasons why some could not be checked."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping

from briefing.base.json_text import Json
from briefing.base.named_tuple import NamedTuple
from briefing.base.safe_text import safe_line
from briefing.evidence import Assessment, Support
from briefing.evidence.classes import CLASSES

_MOST_REASONS = 3
"""Reasons that are named, the most frequent first; of the others only the number is given."""


class ClaimNumbers(NamedTuple):
    """The numbers of some claims: plain values, so that they pass cheaply between processes."""

    classes: Mapping[str, int]
    """By `Support`."""
    reasons: Mapping[str, int]
    """By the reason why a claim could not be checked."""
    unreviewed: int


class Tally:
    """Counts claims as they are checked."""

    def __init__(self) -> None:
        self._classes: Counter[str] = Counter()
        self._reasons: Counter[str] = Counter()
        self._unreviewed = 0

    def add(self, claims: Iterable[Assessment], unreviewed: int = 0) -> None:
        """Count the claims of one brief, and those of them that no person has confirmed."""
        self._unreviewed += unreviewed
        for assessed in claims:
            self._classes[assessed.support] += 1
            if assessed.support is Support.WORDS_FOUND:
                self._reasons.update({reason.partition(":")[0]: 1 for reason in assessed.unchecked})

    def add_numbers(self, numbers: ClaimNumbers) -> None:
        """Count claims that another tally has counted."""
        self._classes.update(numbers.classes)
        self._reasons.update(numbers.reasons)
        self._unreviewed += numbers.unreviewed

    @property
    def numbers(self) -> ClaimNumbers:
        """The numbers so far."""
        return ClaimNumbers(
            {str(support): number for support, number in self._classes.items()}, dict(self._reasons), self._unreviewed
        )

    @property
    def total(self) -> int:
        """The number of claims."""
        return self._classes.total()

    @property
    def words(self) -> str:
        """The claims in words: "28 of 40 claims verified, 3 doubtful, 9 words found (quote too long: 9)"."""
        said = [
            f"{self._classes[Support.VERIFIED]:,} of {self.total:,} {'claim' if self.total == 1 else 'claims'} verified"
        ]
        for support, shown in CLASSES.items():
            if self._classes[support] and support is not Support.VERIFIED:
                why = f" ({self._why()})" if support is Support.WORDS_FOUND and self._reasons else ""
                said.append(f"{self._classes[support]:,} {shown.counted}{why}")
        if self._unreviewed:
            said.append(f"{self._unreviewed:,} not reviewed")
        return ", ".join(said)

    def _why(self) -> str:
        said = [f"{safe_line(reason)}: {number:,}" for reason, number in self._reasons.most_common(_MOST_REASONS)]
        left = len(self._reasons) - len(said)
        return "; ".join([*said, *([f"{left:,} other {'reason' if left == 1 else 'reasons'}"] if left else [])])

    def record(self) -> dict[str, Json]:
        """Return the numbers as JSON: claims by class, and claims of the class "words found" by reason."""
        return {
            "claims": {str(support): self._classes[support] for support in CLASSES},
            "unreviewed": self._unreviewed,
            "unchecked": dict(self._reasons.most_common()),
        }
