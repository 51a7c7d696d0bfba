"""What a language is to the checker: one table of words. A further language is a further table, nothing else."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal

from briefing.evidence.languages.statements import Statements
from briefing.model import Hedge

Hedges = Mapping[str, frozenset[Hedge]]
"""A phrase, in small letters, and every hedge of the format that puts it rightly."""


def any_of(*hedges: Hedge) -> frozenset[Hedge]:
    """Return the hedges as a set, for a table."""
    return frozenset(hedges)


def words(text: str) -> tuple[str, ...]:
    """Return the words of a text, for a table."""
    return tuple(text.split())


def listed(text: str) -> tuple[str, ...]:
    """Return the phrases of a text, parted by semicolons, for a table."""
    return tuple(part.strip() for part in text.split(";"))


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Language:
    """How one language writes numbers, dates, hedges and denials. Every word is in small letters and folded."""

    tag: str
    """BCP 47, the primary part only: "en"."""
    complete: bool = True
    """Whether its words are known. False: only digits, dates in digits and signs can be compared."""
    abbreviations: tuple[str, ...] = ()
    """What a full stop may stand behind inside a sentence, without it: "mr", "u.s"."""
    negative_prefixes: tuple[tuple[str, str], ...] = ()
    """Prefixes that turn a word into its contrary, each with a pattern of what must follow: ("un", "[a-z]{5}")."""
    thousands: str
    """The marks between groups of three digits, besides the space."""
    decimal: str
    """The decimal mark; where it is not known which is used, all of them."""
    indian_groups: bool = False
    """Whether digits may be in groups of two above the last three: "1,20,000"."""
    units: Mapping[str, int]
    """Number words that are added: one to nineteen, and the tens."""
    scales: Mapping[str, Decimal]
    """Number words that multiply: hundred, thousand, million."""
    short_scales: Mapping[str, Decimal] = field(default_factory=dict)
    """Abbreviations behind digits that may also be a unit: m, bn, k."""
    compounds: bool = False
    """Whether number words are written as one: "elftausend"."""
    joiners: tuple[str, ...]
    """What may stand inside a number in words: "and"."""
    one: tuple[str, ...] = ()
    """What stands for one before a scale or a fraction: "a"."""
    fractions: Mapping[str, Decimal]
    """Parts that a number word may multiply: half, third; the value of one part."""
    out_of: tuple[str, ...] = ()
    """Between two numbers, what makes them a share: "in", "out of"."""
    percent: tuple[str, ...]
    ranges: tuple[str, ...]
    """What stands between the two ends of a range: "to"."""
    until: tuple[str, ...] = ()
    """What further stands between two weekdays: "Saturday through Monday"."""
    between: tuple[tuple[str, str], ...]
    """Pairs that enclose the lower end of a range: ("between", "and")."""
    from_words: tuple[str, ...] = ()
    """What makes "A to B" a change instead of a range: "from 3 to 4", "by 3 to 4"."""
    vague: tuple[str, ...]
    """Amounts that are no number: dozens, tens of thousands."""
    before: Hedges
    """Hedges that stand before a number."""
    after: Hedges
    """Hedges that stand behind a number and what it counts."""
    no_hedge_after: tuple[str, ...] = ()
    """Words behind which a hedge is a plain preposition: "talks about 3,000 troops"."""
    estimated: tuple[str, ...] = ()
    """Of the hedges before a number, those that `standing: estimated` says as well."""
    capital_names: bool = False
    """Whether names alone have capitals inside a sentence."""
    titles: frozenset[str] = frozenset()
    """Words with capitals, in small letters, that name nobody: "president", "western"."""
    demonyms: tuple[tuple[str, str], ...] = ()
    """Names of countries with the words that are formed from them, where no ending does it: ("France", "French")."""
    name_endings: tuple[str, ...] = ()
    """Endings by which a word may differ from a name: "Syria", "Syrian"."""
    months: Mapping[str, int]
    capital_months: bool = True
    """Whether months begin with a capital, so that "may" is none."""
    weekdays: Mapping[str, int]
    """Monday is 0."""
    seasons: Mapping[str, int]
    """To the EDTF number of a season (21 to 24), quarter (33 to 36) or half (40, 41)."""
    ordinals: Mapping[str, int]
    """Words and endings of ordinal numbers are not the same: these are the words, for centuries."""
    ordinal_ends: tuple[str, ...]
    """What makes digits an ordinal: "st", "."."""
    century: tuple[str, ...]
    decade_ends: tuple[str, ...]
    """What makes "1900" a decade: "s"."""
    about_dates: tuple[str, ...]
    """Before a date, what `~` stands for."""
    day_words: Mapping[str, int]
    """Days from the article's own: yesterday is -1."""
    last: tuple[str, ...]
    this: tuple[str, ...]
    next: tuple[str, ...]
    """Before a weekday, a month, or one of `spans`."""
    spans: Mapping[str, str]
    """Words for day, week, month and year, in every form; to "day", "week", "month" or "year"."""
    ago: tuple[str, ...]
    """Words that stand around an amount of time that has passed: "ago"; a word with a final space stands before."""
    future: tuple[str, ...]
    """Words that show that what is said lies ahead."""
    doubt: tuple[str, ...]
    """Words of the source that keep it from being a plain report: may, suggests."""
    doubt_tail: tuple[str, ...]
    """Of these, the verbs that may follow what they put in doubt: "..., the ministry suggested"."""
    negation: tuple[str, ...]
    """Particles: not, never."""
    no_negation: tuple[str, ...] = ()
    """Words behind which a particle does not deny: "no fewer", "not only"."""
    never_before: tuple[str, ...] = ()
    """Phrases with a particle that compare and do not deny: "as never before"."""
    denial: tuple[str, ...]
    """Verbs and judgements: denied, untrue."""
    attributed: tuple[str, ...] = ()
    """Words of doubt that a claim passes on when it names who says so: "claimed"."""
    relatives: tuple[str, ...] = ()
    """What begins a clause of its own between commas: which, who."""
    intent: tuple[str, ...] = ()
    """Words of a quote for what is not yet so, or not yet sure: "expected", "supposed to", "suspected"."""
    opposites: tuple[tuple[tuple[str, ...], tuple[str, ...]], ...] = ()
    """Pairs of groups of beginnings of words; who says one where the source says the other says otherwise."""
    softer: tuple[str, ...] = ()
    """Beginnings of a writer's words that pass doubt on, besides `doubt`: "would", "believ"."""
    weaker: tuple[str, ...] = ()
    """Beginnings of a writer's words that pass a denial on, besides `negation` and `denial`: "without", "fail"."""
    empty: frozenset[str] = frozenset()
    """Words of three letters and more that say nothing by themselves: "have", "the"."""
    endings: tuple[str, ...] = ()
    """Endings by which the forms of one word differ: "opened", "openings"."""
    irregular: Mapping[str, str] = field(default_factory=dict)
    """Forms of a word that no ending explains, to the form that stands for all: "sent" to "send"."""
    function_words: frozenset[str] = frozenset()
    """Articles, pronouns, prepositions, conjunctions, auxiliaries and the like: a paraphrase may change them."""
    reporting: frozenset[str] = frozenset()
    """Verbs and the like by which a text says who says something, in every form: "says", "according"."""
    generic: frozenset[str] = frozenset()
    """Words of a label that say nothing of what is counted: "number", "total"."""
    breaks: tuple[str, ...]
    """Words that, behind a comma or alone, end the reach of a hedge or a negation: but, while."""
    people: tuple[str, ...] = ()
    """Units that count anybody."""
    persons: tuple[str, ...] = ()
    """Words by which a text may say that it counts people: "the dead", "workers"."""
    decades: tuple[str, ...] = ()
    """What makes "two" twenty years."""
    points: tuple[str, ...] = ()
    """What stands behind a difference of two percentages, which is no percentage: "percentage points"."""
    measures: Mapping[str, tuple[str, ...]]
    """Units as briefs write them, and the words that a text may use for them."""
    likelihood: tuple[str, ...] = ()
    """Words of likelihood in the writer's own sentences."""
    confidence: tuple[str, ...] = ()
    statements: Statements = field(default_factory=Statements)
    """How it says who says what: attributions, certainty, plans, contraries, and the forms of verbs."""
