"""What is found in a saved text: numbers, dates and speakers, each with its place."""

from __future__ import annotations

from briefing.base.frozen import frozen, frozen_kw_only
from briefing.base.named_tuple import NamedTuple
from briefing.evidence.result import Span
from briefing.format.dates import Edtf
from briefing.format.model import Amount, Basis, FigureKind, Hedge, SourceKind, Standing


class Place(NamedTuple):
    """Where something stands in a saved text. All offsets are those of the text as it is saved, in characters."""

    paragraph: int
    """As `at` counts; 0 is the title."""
    sentence: Span
    """The sentence that holds it."""
    span: Span
    """Its own words: for a number its hedge, currency, scale and unit included."""


@frozen_kw_only
class DateFact:
    """An expression that stands for a calendar date or span."""

    place: Place
    when: Edtf | None
    """None: it has no exact form that the text or the date of publication gives; `stated` has its words."""
    basis: Basis = Basis.STATED
    """STATED, or RECKONED from the date of publication."""
    stated: str | None = None
    """The words of the text, if `when` does not say all that they say: "early in the 20th century"."""
    is_date_line: bool = False
    """True: it is the date line of the article, not an event."""
    is_event: bool = True
    """False: it only dates a comparison ("from a year earlier") or names something ("the 2015 Act")."""


@frozen_kw_only
class SpeakerFact:
    """A place where the text says who says, shows or estimates something."""

    place: Place
    """`span`: the verb or phrase of the attribution ("said", "according to")."""
    covers: Span
    """The words of the sentence that are attributed."""
    name: str | None = None
    """As the text spells it, most fully where it is introduced: "Maren Holt". None: it has none."""
    role: str | None = None
    """As the text gives it: "chief executive", "South Korea's Joint Chiefs of Staff spokesman". None: it gives none."""
    kind: SourceKind = SourceKind.UNNAMED
    """UNNAMED: "officials", "estimates"; never ARTICLE."""
    introduced: Place | None = None
    """Where the text names it most fully, for the cite of the source. None: by a pronoun only."""
    standing: Standing = Standing.REPORTED

    @property
    def key(self) -> tuple[str, str]:
        """Equal for two places that name the same speaker."""
        return (self.name or "", "" if self.name else self.role or "")


@frozen_kw_only
class NumberFact:
    """A number that says how many or how much."""

    place: Place
    amount: Amount
    """In `unit`, with the digits of the text; of a range both ends."""
    unit: str | None = None
    """With its scale, in the words of the text as a brief spells them: "USD million", "% of GDP", "people"."""
    approx: Hedge | None = None
    kind: FigureKind | None = None
    """None: the words do not tell."""
    label: str = ""
    """What is counted, in the words of the text, with a capital: "Container volumes". Empty: nothing says so."""
    label_span: Span | None = None
    """Where the words of the label stand. None: in several places, or there is none."""
    when: DateFact | None = None
    """The date that its clause gives it. None: it gives none."""
    speaker: SpeakerFact | None = None
    """Who says so. None: the article itself."""
    standing: Standing = Standing.REPORTED
    is_passing: bool = False
    """True: not what a reader would call a key figure: an age, a score, a span of time, "one of"."""


class Marked(NamedTuple):
    """Words that the grammar knows, for underlining only: a name or a hedge."""

    place: Place
    is_name: bool


@frozen
class TextFacts:
    """Everything found in one text, each in the order of the text."""

    numbers: tuple[NumberFact, ...] = ()
    dates: tuple[DateFact, ...] = ()
    speakers: tuple[SpeakerFact, ...] = ()
    sentences: tuple[Place, ...] = ()
    """Every sentence outside the title; `span` equals `sentence`."""
