"""A language as the checker knows it: one table of words. Adding a language means adding a table, and nothing else."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal

from briefing.evidence.languages.connectors import Connectors
from briefing.evidence.languages.discourse import Discourse
from briefing.evidence.languages.quantities import Quantities
from briefing.format.model import Hedge

Hedges = Mapping[str, frozenset[Hedge]]
"""A phrase, in small letters, and every hedge of the format that puts it rightly."""


def any_of(*hedges: Hedge) -> frozenset[Hedge]:
    """Return the hedges as a set, for a table."""
    return frozenset(hedges)


def words(text: str) -> tuple[str, ...]:
    """Return the words of a text, for a table."""
    return tuple(text.split())


def listed(text: str) -> tuple[str, ...]:
    """Return the phrases of a text, parted by semicolons, for a table; a space at the end of one is kept."""
    return tuple(part.lstrip() for part in text.split(";"))


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
    # Dates, further words.
    eras_before: tuple[str, ...] = ()
    """Behind a year or a century, what counts it before Christ, as written: "BC", "v. Chr."."""
    eras_after: tuple[str, ...] = ()
    """Around a year, what counts it after Christ, as written: "AD"."""
    date_parts: Mapping[str, str] = field(default_factory=dict)
    """Before a date, which part of it is meant: to "early", "mid", "late", "start" or "end"."""
    date_bounds: Mapping[str, str] = field(default_factory=dict)
    """Before a date, how something lies to it: to a value of `date_statements.DateRelation`."""
    date_bounds_behind: Mapping[str, str] = field(default_factory=dict)
    """Behind a date, the same: "or earlier", "onwards"."""
    date_fillers: tuple[str, ...] = ()
    """What may stand between such a word and its date: "the", "the year"."""
    date_to: tuple[str, ...] = ()
    """Between the first and the last date of a stretch."""
    date_or: tuple[str, ...] = ()
    date_and: tuple[str, ...] = ()
    """Between dates of which one holds, or every one."""
    date_between: tuple[str, ...] = ()
    """Before two dates that one of `date_and` joins, what makes them the ends of a stretch: "between"."""
    not_but: tuple[tuple[str, str], ...] = ()
    """Pairs of words of which the first denies a date and the second gives the right one: ("not", "but")."""
    instead_of: tuple[str, ...] = ()
    """Before a date that is not the one: "rather than"."""
    in_year: tuple[str, ...] = ()
    """Before a year, even one below 1000: "in", "the year"."""
    year_words: tuple[str, ...] = ()
    """Before a year below 1000, what lets anything follow it: "year"."""
    after_year: tuple[str, ...] = ()
    """Words that may follow a year below 1000, and follow no count: "he", "the"."""
    no_year_after: tuple[str, ...] = ()
    """Words behind which four digits are no year, besides `numbered`: "at 1300"."""
    counted_nouns: tuple[str, ...] = ()
    """Behind digits, what they count, besides `people`, `persons`, `spans` and `measures`: "votes"."""
    plural: str = ""
    """A pattern of words, in small letters, that stand behind what they count; empty: none is known."""
    decade_before: tuple[str, ...] = ()
    """What makes "1990" or "90" a decade when it stands before: "années"."""
    decade_words: Mapping[str, int] = field(default_factory=dict)
    """Decades in words: "nineties" is 90."""
    century_before: tuple[str, ...] = ()
    """What stands before the number of a century: "siglo"."""
    holidays: Mapping[str, tuple[int, int]] = field(default_factory=dict)
    """Days with a name, to month and day; those that move from year to year are not among them."""
    naming: tuple[str, ...] = ()
    """Articles before a date that names what follows it: "ahead of the 5 November election"."""
    weekend: tuple[str, ...] = ()
    week_words: tuple[str, ...] = ()
    """Before the number of a calendar week: "week", "kw"."""
    week_of: tuple[str, ...] = ()
    """Before a day, what means the week that holds it, or that begins on it: "the week of"."""
    week_to: tuple[str, ...] = ()
    """Before a day, what means the week that ends on it."""
    day_of_year: tuple[str, ...] = ()
    """Between the number of a day and its year: "day of"."""
    fiscal: tuple[str, ...] = ()
    """Before a year of accounts, with or without a space: "FY"."""
    months_to: tuple[str, ...] = ()
    """Between a length and the month or day that it ends with: "months to", "months ended"."""
    year_to: tuple[str, ...] = ()
    """Before the month or day that a year of accounts ends with: "year to"."""
    first_months: Mapping[str, int] = field(default_factory=dict)
    """Months from the first of a year, how many: "first nine months"."""
    last_behind: tuple[str, ...] = ()
    next_behind: tuple[str, ...] = ()
    """Behind a weekday, a month, or one of `spans`: "dernier", "prochaine"."""
    within: tuple[str, ...] = ()
    """Before an amount of time that is yet to pass: "in"."""
    past: tuple[str, ...] = ()
    """Words that show that what is said lies behind, in small letters: "said", "was"."""
    past_endings: tuple[str, ...] = ()
    """Endings of such words: "ed"."""
    future_told: tuple[str, ...] = ()
    """Words that show, in what somebody said, that it lay ahead: "would"."""
    saying: tuple[str, ...] = ()
    """Of these, the verbs that tell when something was said, not when it happened: "said"."""
    begins: tuple[str, ...] = ()
    """Beginnings of a writer's words for what happens at the first day of a stretch: "begin", "take over"."""
    ends: tuple[str, ...] = ()
    """The same for its last day: "end", "close"."""
    happens: tuple[str, ...] = ()
    """Words that say no more than that something happens."""
    date_lines: tuple[str, ...] = ()
    """What a line with the date of a text begins with: "published", "updated"."""
    date_updates: tuple[str, ...] = ()
    """Of these, what names the day of a later version: "updated"."""
    lapses: tuple[str, ...] = ()
    """Beginnings of a source's words for an end that a date may be of: "expir"."""
    zones: Mapping[str, int] = field(default_factory=dict)
    """Names of time zones, to minutes ahead of UTC."""
    noon: Mapping[str, int] = field(default_factory=dict)
    """Times of day in words, to minutes from midnight."""
    half_days: Mapping[str, int] = field(default_factory=dict)
    """Behind a clock time, to minutes that it adds to an hour below twelve: "p.m."."""
    other_calendar: bool = False
    """Whether years are also counted by another calendar than the Gregorian."""
    doubt: tuple[str, ...]
    """Words of the source that keep it from being a plain report: may, suggests."""
    doubt_tail: tuple[str, ...]
    """Of these, the verbs that may follow what they put in doubt: "..., the ministry suggested"."""
    negation: tuple[str, ...]
    """Particles: not, never."""
    no_negation: tuple[str, ...] = ()
    """Words behind which a particle does not deny: "no fewer", "not only"."""
    never_before: tuple[str, ...] = ()
    """Phrases with a particle that compare or join and do not deny: "as never before", "sin embargo"."""
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
    doubting: frozenset[str] = frozenset()
    """Further words of doubt and denial, in every form, that keep a plain claim from being verified: "doubts"."""
    relations: frozenset[str] = frozenset()
    """Words that say how two times stand to each other: "before", "within"."""
    measuring: frozenset[str] = frozenset()
    """Words of a label that a text says by a verb, an adjective or a unit: "price", "rise", "length"."""
    reporting: frozenset[str] = frozenset()
    """Verbs and the like by which a text says who says something, in every form: "says", "according"."""
    generic: frozenset[str] = frozenset()
    """Words of a label that say nothing of what is counted: "number", "total"."""
    qualifiers: frozenset[str] = frozenset()
    """Words before the name of a number that make it another number: "adjusted", "core"."""
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

    connectors: Connectors = field(default_factory=Connectors)
    """Its articles, prepositions and other small words. A text in any language may use those of every language."""
    quantities: Quantities = field(default_factory=Quantities)
    """How it counts and measures."""
    spaced: bool = True
    """Whether words stand apart: where they do not, digits begin and end amid letters."""
    discourse: Discourse = field(default_factory=Discourse)
    """How it says who says what: attributions, certainty, plans, contraries, and the forms of verbs."""
