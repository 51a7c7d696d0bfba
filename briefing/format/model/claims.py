"""Claims and the cites that support them: Claim, Point, Figure, Event, Amount, Cite."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from types import MappingProxyType

from briefing.base.frozen import field, frozen, frozen_kw_only
from briefing.base.named_tuple import NamedTuple
from briefing.base.problems import Spot
from briefing.format.dates import Edtf
from briefing.format.dates.wording import date_words
from briefing.format.model.vocabulary import Basis, Confidence, FigureKind, Hedge, Likelihood, Reviewed, Standing

Spots = Mapping[str, Spot]
"""The position of each field of an item in the file (the first character of its value), by name; "" is the item."""

NO_SPOTS: Spots = MappingProxyType({})


class Other(NamedTuple):
    """The value of a field that is the same to every output: it has no attribute and no code of its own."""

    name: str
    """As a brief names it."""
    says: str
    """What stands before its value: see `Field.says` in `format/parse/schema_types.py`."""
    value: str | Edtf | Decimal

    @property
    def words(self) -> str:
        """The value for people."""
        match self.value:
            case Edtf():
                return date_words(self.value)
            case Decimal():
                return f"{self.value:,f}"
            case _:
                return self.value

    def __str__(self) -> str:
        return f"{self.says} {self.words}"


@frozen_kw_only
class Cite:
    """A reference from a claim to the exact words of a source."""

    source: str
    """Id of the source. Filled in if the writer left it out, as may be done if the brief has one article."""
    quote: str | None = None
    """The exact words as the writer gave them, made safe. None: the cite names only a source."""
    at: int | None = None
    """Paragraph of the saved text, counted from 1 after its title. None: not given."""
    credibility: int | None = None
    """NATO information credibility, 1 to 6, of this claim from this source. None: not graded."""
    spots: Spots = field(default_factory=lambda: NO_SPOTS, compare=False, repr=False)


@frozen_kw_only
class Claim:
    """The fields that points, figures and events share."""

    text: str
    """The writer's words; for a figure its label."""
    id: str | None = None
    """None: it has none, as no other item refers to it."""
    by: str | None = None
    """Id of the source that says so. None: the article itself."""
    standing: Standing = Standing.REPORTED
    stated: str | None = None
    """The source's own words for a date or an amount that has no exact form."""
    when: Edtf | None = None
    """For a figure the date its value holds for, for an event when it happened. None: the source does not say."""
    basis: Basis = Basis.STATED
    """Where `when` comes from."""
    note: str | None = None
    reviewed: Reviewed = Reviewed.YES
    cites: tuple[Cite, ...] = ()
    """Empty: the writer gave none, and `check` reports that."""
    others: tuple[Other, ...] = ()
    """Fields that were given and need no code of their own."""
    spots: Spots = field(default_factory=lambda: NO_SPOTS, compare=False, repr=False)

    @property
    def is_reviewed(self) -> bool:
        """Whether a person wrote or confirmed it, rather than a program that drafted it."""
        return self.reviewed is Reviewed.YES

    @property
    def source_ids(self) -> tuple[str, ...]:
        """The ids of the sources that it cites, and of the one that says it, each once."""
        cited = dict.fromkeys(cite.source for cite in self.cites)
        return tuple(cited if self.by is None else {**cited, self.by: None})


@frozen_kw_only
class Point(Claim):
    """One statement of the brief. With a likelihood or a confidence it is a judgement of the writer."""

    likelihood: Likelihood | None = None
    """The writer's judgement of the event. None: not a judgement of likelihood."""
    confidence: Confidence | None = None
    """The writer's confidence in the basis. None: not given."""

    @property
    def is_judgement(self) -> bool:
        """Whether it is the writer's judgement rather than what a source says."""
        return self.likelihood is not None or self.confidence is not None


@frozen
class Amount:
    """A number as written, or an interval. `low == high`: it is one number."""

    low: Decimal
    """In the figure's unit, with the digits that the author wrote: never rescaled, never a float."""
    high: Decimal
    central: Decimal | None = None
    """The value that the source gives inside the interval. None: the source gives only the ends, or one number."""

    @property
    def is_interval(self) -> bool:
        """Whether the source gives two ends."""
        return self.low != self.high


@frozen_kw_only
class Figure(Claim):
    """A number. In a brief without errors it has an `amount` or is `derived`."""

    amount: Amount | None = None
    """`value`, or `low` and `high`. None: derived."""
    derived: str | None = None
    """Arithmetic on ids of figures, as written: "killed / sent". `format.arithmetic` computes it when it is shown."""
    unit: str | None = None
    """Unit with its scale, for people: "EUR million", "% of GDP", "km". None: a bare count."""
    approx: Hedge | None = None
    """The source's hedge. None: the source gives the number without one."""
    kind: FigureKind | None = None
    """None: not given; then it is never compared with other figures."""
    measure: str | None = None
    """Key with slashes: figures of two briefs with the same key can be compared. None: not comparable."""


@frozen_kw_only
class Event(Claim):
    """Something that happened or is to happen. It has `when`, or `stated`, or both."""

    place: str | None = None
    figures: tuple[str, ...] = ()
    """Ids of the figures that belong to it."""
