"""The enumerations of the format. Each value is the word as a brief spells it."""

from __future__ import annotations

from enum import StrEnum


class Status(StrEnum):
    """The status of a brief."""

    DRAFT = "draft"
    FINAL = "final"
    SUPERSEDED = "superseded"
    WITHDRAWN = "withdrawn"


class Marking(StrEnum):
    """With whom the brief may be shared: FIRST, Traffic Light Protocol 2.0, section 2 (labels spelled exactly so)."""

    RED = "TLP:RED"
    AMBER_STRICT = "TLP:AMBER+STRICT"
    AMBER = "TLP:AMBER"
    GREEN = "TLP:GREEN"
    CLEAR = "TLP:CLEAR"

    @property
    def level(self) -> str:
        """The label without "TLP:", for a column with that heading."""
        return self.removeprefix("TLP:")


class Standing(StrEnum):
    """How the source presents a claim."""

    REPORTED = "reported"
    ANNOUNCED = "announced"
    PLANNED = "planned"
    EXPECTED = "expected"
    SUGGESTED = "suggested"
    ESTIMATED = "estimated"
    DISPUTED = "disputed"


class Likelihood(StrEnum):
    """The likelihood of an event in the writer's judgement: the seven terms of ICD 203, section D.6.e(2)(a)."""

    ALMOST_NO_CHANCE = "almost no chance"
    VERY_UNLIKELY = "very unlikely"
    UNLIKELY = "unlikely"
    ROUGHLY_EVEN_CHANCE = "roughly even chance"
    LIKELY = "likely"
    VERY_LIKELY = "very likely"
    ALMOST_CERTAIN = "almost certain"

    @property
    def percent(self) -> tuple[int, int]:
        """The range of the term in percent, from ICD 203."""
        return _PERCENT[self]


_PERCENT = {
    Likelihood.ALMOST_NO_CHANCE: (1, 5),
    Likelihood.VERY_UNLIKELY: (5, 20),
    Likelihood.UNLIKELY: (20, 45),
    Likelihood.ROUGHLY_EVEN_CHANCE: (45, 55),
    Likelihood.LIKELY: (55, 80),
    Likelihood.VERY_LIKELY: (80, 95),
    Likelihood.ALMOST_CERTAIN: (95, 99),
}


class Confidence(StrEnum):
    """The writer's confidence in the basis of a judgement, as opposed to likelihood: ICD 203, section D.6.e(2)(b)."""

    LOW = "low"
    MODERATE = "moderate"
    HIGH = "high"


class Basis(StrEnum):
    """Where the date of a claim comes from."""

    STATED = "stated"
    """It is in the quote."""
    RECKONED = "reckoned"
    """It follows from the quote and the date of the article."""
    EDITOR = "editor"
    """It is the writer's interpretation; the note gives the reason."""


class Reviewed(StrEnum):
    """Whether a person has confirmed a claim."""

    YES = "yes"
    NO = "no"
    """A program drafted it, and no person has confirmed it yet."""


class Hedge(StrEnum):
    """The source's hedge on a number."""

    ABOUT = "about"
    OVER = "over"
    UNDER = "under"
    AT_LEAST = "at least"
    AT_MOST = "at most"
    NEARLY = "nearly"


class FigureKind(StrEnum):
    """What a number measures. Only figures of the same kind are compared."""

    LEVEL = "level"
    """A state at a time."""
    TOTAL = "total"
    """A running sum."""
    CHANGE = "change"
    """A difference."""


class SourceKind(StrEnum):
    """What a source is."""

    ARTICLE = "article"
    PERSON = "person"
    ORGANISATION = "organisation"
    DOCUMENT = "document"
    IMAGERY = "imagery"
    DATA = "data"
    MEDIA = "media"
    UNNAMED = "unnamed"


class Reliability(StrEnum):
    """Reliability of a source: NATO AJP-2.1, source reliability. A label, not a number."""

    A = "A"
    B = "B"
    C = "C"
    D = "D"
    E = "E"
    F = "F"

    @property
    def words(self) -> str:
        """The meaning of the letter."""
        return _RELIABILITY[self]


_RELIABILITY = {
    Reliability.A: "completely reliable",
    Reliability.B: "usually reliable",
    Reliability.C: "fairly reliable",
    Reliability.D: "not usually reliable",
    Reliability.E: "unreliable",
    Reliability.F: "reliability cannot be judged",
}

CREDIBILITY = {
    1: "confirmed by other sources",
    2: "probably true",
    3: "possibly true",
    4: "doubtful",
    5: "improbable",
    6: "truth cannot be judged",
}
"""Credibility of one claim from one source: NATO AJP-2.1, information credibility. Labels, not numbers."""


class Relation(StrEnum):
    """How another brief is related to this one."""

    BACKGROUND = "background"
    UPDATES = "updates"
    CONTRADICTS = "contradicts"
    SEE_ALSO = "see-also"
