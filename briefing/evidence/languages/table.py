"""A language as the checker knows it: one table of words. Adding a language means adding a table, and nothing else."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal

from briefing.base.frozen import field, frozen_table
from briefing.evidence.languages.connectors import Connectors
from briefing.evidence.languages.counting import Counting
from briefing.evidence.languages.discourse import Discourse
from briefing.evidence.languages.left_open import LeftOpen
from briefing.evidence.languages.quantities import Quantities
from briefing.evidence.languages.speaking import Speaking
from briefing.format.model import Hedge

Hedges = Mapping[str, frozenset[Hedge]]
"""By phrase, in small letters, the values of `approx` that express it."""

ABOUT = frozenset({Hedge.ABOUT})
NEARLY = frozenset({Hedge.NEARLY})
OVER = frozenset({Hedge.OVER})
UNDER = frozenset({Hedge.UNDER})
AT_LEAST = frozenset({Hedge.AT_LEAST})
AT_MOST = frozenset({Hedge.AT_MOST})
"""The values of `approx`, each as a set; for writing tables. A phrase with several meanings has "ABOUT | NEARLY"."""


def words(text: str) -> tuple[str, ...]:
    """Return the words of a text; for writing tables."""
    return tuple(text.split())


def listed(text: str) -> tuple[str, ...]:
    """Return the phrases of a text, separated by semicolons; for writing tables. A space at the end of one is kept."""
    return tuple(part.lstrip() for part in text.split(";"))


def base_forms(text: str) -> dict[str, str]:
    """Return the base form of each irregular form, from lists of forms separated by semicolons.

    The first form of a list is the base, and is among the keys: "go went; see saw". For writing tables.
    """
    return {form: forms.split()[0] for forms in text.split(";") for form in forms.split()}


@frozen_table
class Language:
    """The words of one language. All are in small letters and folded, unless the field says otherwise."""

    tag: str
    """BCP 47, the primary part only: "en"."""
    complete: bool = True
    """True: its words are known. False: only digits, dates in digits and signs can be compared."""
    abbreviations: tuple[str, ...] = ()
    """Words whose full stop does not end a sentence, without it: "mr", "u.s"."""
    negative_prefixes: tuple[tuple[str, str], ...] = ()
    """Prefixes that give a word the opposite meaning, with a pattern of what follows: ("un", "[a-z]{5}")."""
    thousands: str
    """Separators between groups of three digits, besides the space."""
    decimal: str
    """The decimal separator; several if it is not known which one is used."""
    indian_groups: bool = False
    """True: digits above the last three may be in groups of two: "1,20,000"."""
    number_words: Mapping[str, int]
    """Number words that are added, with their value: one to nineteen, and the tens."""
    scales: Mapping[str, Decimal]
    """Number words that multiply, with their value: hundred, thousand, million."""
    short_scales: Mapping[str, Decimal] = field(default_factory=dict)
    """Abbreviations of scales after digits, which may also be units, with their value: m, bn, k."""
    compounds: bool = False
    """True: number words are written as one word: "elftausend"."""
    joiners: tuple[str, ...]
    """Words inside a number in words: "and"."""
    indefinite_articles: tuple[str, ...] = ()
    """Words for 1 before a scale or fraction: "a"."""
    fractions: Mapping[str, Decimal]
    """Words for fractions, with the value of one: half, third."""
    out_of: tuple[str, ...] = ()
    """Words between two numbers that are a share: "in", "out of"."""
    percent: tuple[str, ...]
    """Words and signs for percent."""
    ranges: tuple[str, ...]
    """Words between the two ends of a range: "to"."""
    until: tuple[str, ...] = ()
    """Further words between two weekdays: "Saturday through Monday"."""
    between: tuple[tuple[str, str], ...]
    """Pairs of words before and after the lower end of a range: ("between", "and")."""
    from_words: tuple[str, ...] = ()
    """Words before "3 to 4" that may make it a change instead of a range: "from"."""
    vague: tuple[str, ...]
    """Words for amounts that are no number: dozens, tens of thousands."""
    hedges_before: Hedges
    """Hedges before a number: "about"."""
    hedges_after: Hedges
    """Hedges after a number and its noun: "or more"."""
    no_hedge_after: tuple[str, ...] = ()
    """Words after which a hedge is a plain preposition: "talks about 3,000 troops"."""
    estimated: tuple[str, ...] = ()
    """Those hedges before a number that `standing: estimated` expresses as well."""
    capital_names: bool = False
    """True: inside a sentence, only names have capitals."""
    titles: frozenset[str] = frozenset()
    """Words that may have capitals and are no names: "president", "western"."""
    demonyms: tuple[tuple[str, str], ...] = ()
    """Names of countries with words that no ending forms from them, as written: ("France", "French")."""
    name_endings: tuple[str, ...] = ()
    """Endings by which a word may differ from a name: the "n" of "Syrian"."""
    months: Mapping[str, int]
    """Names and abbreviations of months, with their number, 1 to 12."""
    capital_months: bool = True
    """True: months have a capital, so that "may" is no month."""
    weekdays: Mapping[str, int]
    """Names and abbreviations of weekdays, with their number; Monday is 0."""
    seasons: Mapping[str, int]
    """Names of seasons, quarters and half years, with their EDTF number: 21 to 24, 33 to 36, 40 and 41."""
    ordinals: Mapping[str, int]
    """Ordinals in words, with their number: "eighteenth"."""
    ordinal_ends: tuple[str, ...]
    """Endings of ordinals in digits: "st", "."."""
    roman_ordinal_ends: tuple[str, ...] = ()
    """Endings of ordinals in Roman numerals: the "e" of "XVIIIe"."""
    century: tuple[str, ...]
    """Words for a century, after its number."""
    decade_ends: tuple[str, ...]
    """Endings of decades in digits: the "s" of "1990s"."""
    about_dates: tuple[str, ...]
    """Words before a date that EDTF expresses by ~: "around"."""
    day_words: Mapping[str, int]
    """Words for a day relative to that of the text, with the difference in days: yesterday is -1."""
    present_year: Mapping[str, str] = field(default_factory=dict)
    """Phrases for the year of the text, or for a part of it, as in `date_parts`: "jahresende" is "end"."""
    words_too: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """Those of `day_words` and `last` that mean something else after certain words: "la mañana" is the morning."""
    night_words: tuple[str, ...] = ()
    """Words for the night before the text, or after it: "overnight"."""
    last: tuple[str, ...]
    this: tuple[str, ...]
    next: tuple[str, ...]
    """Words for "last", "this" and "next" before a weekday, a month, or one of `time_units`."""
    next_week_too: tuple[str, ...] = ()
    """Those words for "next" after which a weekday of this week may also be that of the next week: "next"."""
    up_to_now: tuple[str, ...] = ()
    """Those words for "last" that rather mean the time up to now: "past"."""
    told_then: tuple[str, ...] = ()
    """Words for "last", "next" and "ago" that count from the time told of, not from that of the text: "previous"."""
    compared: tuple[str, ...] = ()
    """Words before something that is only compared with: "than", "compared with"."""
    adjoining_words: tuple[str, ...] = ()
    """Those of `date_parts` and `date_bounds` that stand right before a date, and may be verbs elsewhere: "end"."""
    quarter_words: tuple[str, ...] = ()
    """Words after a month for the quarter that ends with it: the "quarter" of "the December quarter"."""
    names_too: tuple[str, ...] = ()
    """Months that are also names or other words. Without a day or year, a preposition shows that one is meant."""
    day_parts: tuple[str, ...] = ()
    """Words after a day for a part of it: "night"."""
    recurring: tuple[str, ...] = ()
    """Words before a weekday that is no day in particular: "every", "a"."""
    told_sides: tuple[str, ...] = ()
    """Words before a weekday, month or season of the time that is told of: "that", "the same"."""
    named_days: tuple[tuple[str, str], ...] = ()
    """Words before and after a weekday that name a feast or the like: ("good", ""), ("", "saint")."""
    told_years: tuple[str, ...] = ()
    """Phrases for the year that is told of, after a day or month: "of the same year"."""
    half_more: tuple[str, ...] = ()
    """Words after a unit of time for half a unit more: the "and a half" of "the past year and a half"."""
    births: tuple[str, ...] = ()
    """Words near a year of birth: "born"."""
    compared_rates: tuple[str, ...] = ()
    """Words before a percentage that is only compared with: "against" in "against 1.6% in September"."""
    records: tuple[str, ...] = ()
    """Words for what is unmatched since a date: "highest", "first time"."""
    many_units: tuple[str, ...] = ()
    """The plural forms among `time_units`: "last years" is no date."""
    reports: frozenset[str] = frozenset()
    """Words of business and statistics, near which a quarter or half is that of a year: "profit", "inflation"."""
    time_units: Mapping[str, str]
    """Words for units of time in every form, with "day", "week", "month" or "year"."""
    ago: tuple[str, ...]
    """Words after an amount of time that has passed: "ago". One with a final space comes before it: "vor "."""
    future: tuple[str, ...]
    """Words that show that something lies in the future: "will"."""
    # Further words for dates.
    day_first: bool = False
    """True: in "3/4/2024" the day comes first. False: it may also be the month."""
    eras_before: tuple[str, ...] = ()
    """Eras before Christ, after a year or century, as written: "BC", "v. Chr."."""
    eras_after: tuple[str, ...] = ()
    """Eras after Christ, before or after a year, as written: "AD"."""
    date_parts: Mapping[str, str] = field(default_factory=dict)
    """Words before a date for a part of it, with "early", "mid", "late", "start" or "end"."""
    date_bounds: Mapping[str, str] = field(default_factory=dict)
    """Words before a date for the relation to it, with a value of `date_statements.DateRelation`: "until"."""
    date_bounds_behind: Mapping[str, str] = field(default_factory=dict)
    """The same after a date: "or earlier", "onwards"."""
    date_fillers: tuple[str, ...] = ()
    """Words that may lie between such a word and its date: "the", "the year"."""
    date_to: tuple[str, ...] = ()
    """Words between the first and last date of a range: "to"."""
    date_or: tuple[str, ...] = ()
    date_and: tuple[str, ...] = ()
    """Words between alternative dates ("or"), and between dates that all hold ("and")."""
    date_between: tuple[str, ...] = ()
    """Words before two dates with "and" that are the ends of a range: "between"."""
    not_but: tuple[tuple[str, str], ...] = ()
    """Pairs of words: the first denies a date, the second introduces the right one: ("not", "but")."""
    instead_of: tuple[str, ...] = ()
    """Words before a date that is denied: "rather than"."""
    in_year: tuple[str, ...] = ()
    """Words before a year, even one below 1000: "in", "the year"."""
    year_words: tuple[str, ...] = ()
    """Those of them after which any word may follow the year: "year"."""
    after_year: tuple[str, ...] = ()
    """Words that may follow a year below 1000, but no count: "he", "the"."""
    no_year_after: tuple[str, ...] = ()
    """Words, besides `numbered`, after which four digits are no year: "at"."""
    counted_nouns: tuple[str, ...] = ()
    """Nouns that are counted, besides `people`, `persons`, `time_units` and `measures`: "votes"."""
    plural: str = ""
    """A pattern of nouns in the plural, in small letters. Empty: there is none."""
    decade_before: tuple[str, ...] = ()
    """Words before a decade in digits: "années"."""
    decade_words: Mapping[str, int] = field(default_factory=dict)
    """Decades in words, with their number: "nineties" is 90."""
    century_before: tuple[str, ...] = ()
    """Words before the number of a century: "siglo"."""
    holidays: Mapping[str, tuple[int, int]] = field(default_factory=dict)
    """Holidays, with month and day; only those on the same day every year."""
    name_articles: tuple[str, ...] = ()
    """Articles before a date that is part of a name: "the 5 November election"."""
    weekend: tuple[str, ...] = ()
    """Words for the weekend."""
    week_words: tuple[str, ...] = ()
    """Words before the number of a calendar week: "week", "kw"."""
    week_of: tuple[str, ...] = ()
    """Words before a day for the week that contains it or begins on it: "the week of"."""
    week_to: tuple[str, ...] = ()
    """Words before a day for the week that ends on it: "week ending"."""
    day_of_year: tuple[str, ...] = ()
    """Words between the number of a day and its year: "day of"."""
    fiscal: tuple[str, ...] = ()
    """Words for a fiscal year before its number, as written: "FY"."""
    months_to: tuple[str, ...] = ()
    """Words between a number of months and the month or day that they end with: "months to", "months ended"."""
    period_to: Mapping[str, int] = field(default_factory=dict)
    """Words before the month or day that a fiscal year or quarter ends with, with its length in months: "year to"."""
    first_months: Mapping[str, int] = field(default_factory=dict)
    """Phrases for the first months of a year, with their number: "first nine months"."""
    last_behind: tuple[str, ...] = ()
    next_behind: tuple[str, ...] = ()
    """Words for "last" and "next" after a weekday, a month, or one of `time_units`: "dernier", "prochaine"."""
    appointed: tuple[str, ...] = ()
    """Words before a day for which something is set: "for"."""
    within: tuple[str, ...] = ()
    """Words before an amount of time in the future: "in"."""
    counted_from: tuple[str, ...] = ()
    """Words after such an amount that tell from when it counts: the "of" of "within 14 days of the order"."""
    past: tuple[str, ...] = ()
    """Words that show that something lies in the past: "said", "was"."""
    past_endings: tuple[str, ...] = ()
    """Endings of such words: "ed"."""
    future_endings: tuple[str, ...] = ()
    """Endings of words for the future: "ront"."""
    future_told: tuple[str, ...] = ()
    """Words for the future in reported speech: "would"."""
    saying: tuple[str, ...] = ()
    """Those words for the past that tell when something was said, not when it happened: "said"."""
    begins: tuple[str, ...] = ()
    """First letters of a writer's words for a beginning: "begin", "take over"."""
    ends: tuple[str, ...] = ()
    """First letters of a writer's words for an end: "end", "close"."""
    happens: tuple[str, ...] = ()
    """Words that only say that something happens."""
    date_lines: tuple[str, ...] = ()
    """Labels before the date of a text: "published", "updated"."""
    date_updates: tuple[str, ...] = ()
    """Those labels that give the date of a later version: "updated"."""
    ending_words: tuple[str, ...] = ()
    """First letters of a source's words for an end: "expir"."""
    zones: Mapping[str, int] = field(default_factory=dict)
    """Names of time zones, with the minutes that they are ahead of UTC."""
    noon: Mapping[str, int] = field(default_factory=dict)
    """Times of day in words, with the minutes from midnight."""
    half_days: Mapping[str, int] = field(default_factory=dict)
    """Words after a time of day, with the minutes to add to an hour below twelve: "p.m."."""
    other_calendar: bool = False
    """True: years may also be given in another calendar than the Gregorian."""
    doubt: tuple[str, ...]
    """Words of doubt: "may", "suggests"."""
    doubt_tail: tuple[str, ...]
    """Those verbs of doubt that may come after what they doubt: "..., the ministry suggested"."""
    negation: tuple[str, ...]
    """Negative particles: "not", "never"."""
    no_negation: tuple[str, ...] = ()
    """Words after which a particle does not deny: the "fewer" of "no fewer", the "only" of "not only"."""
    never_before: tuple[str, ...] = ()
    """Phrases with a particle that do not deny: "as never before", "sin embargo"."""
    denial: tuple[str, ...]
    """Verbs and adjectives of denial: "denied", "untrue"."""
    attributed: tuple[str, ...] = ()
    """Words of doubt that a claim passes on by naming the speaker: "claimed"."""
    relatives: tuple[str, ...] = ()
    """Relative pronouns: "which", "who"."""
    intent: tuple[str, ...] = ()
    """Words for what is planned, expected or suspected: "expected", "supposed to"."""
    opposites: tuple[tuple[tuple[str, ...], tuple[str, ...]], ...] = ()
    """Pairs of groups of words with opposite meanings, by their first letters."""
    softer: tuple[str, ...] = ()
    """First letters of words, besides `doubt`, by which a writer passes doubt on: "would", "believ"."""
    weaker: tuple[str, ...] = ()
    """First letters of words, besides `negation` and `denial`, by which a writer passes a denial on: "without"."""
    stop_words: frozenset[str] = frozenset()
    """Words of three letters or more that are no content words: "have", "the"."""
    endings: tuple[str, ...] = ()
    """Endings by which the forms of one word differ: "ed", "ings"."""
    irregular: Mapping[str, str] = field(default_factory=dict)
    """Irregular forms of words, with their base form: "sent" with "send"."""
    function_words: frozenset[str] = frozenset()
    """Articles, pronouns, prepositions, conjunctions, auxiliaries and the like, which a paraphrase may change."""
    doubting: frozenset[str] = frozenset()
    """Further words of doubt and denial, in every form. A claim without one is not verified: "doubts"."""
    relations: frozenset[str] = frozenset()
    """Words for the relation of two times: "before", "within"."""
    measuring: frozenset[str] = frozenset()
    """Words of a label that a text may express by a verb, adjective or unit: "price", "rise", "length"."""
    reporting: frozenset[str] = frozenset()
    """Words of attribution, in every form: "says", "according"."""
    generic: frozenset[str] = frozenset()
    """Words of a label that do not say what is counted: "number", "total"."""
    qualifiers: frozenset[str] = frozenset()
    """Words that make the name of a number that of another number: "adjusted", "core"."""
    clause_breaks: tuple[str, ...]
    """Words that end the scope of a hedge or negation: "but", "while"."""
    causes: tuple[str, ...] = ()
    """Prepositions before a reason or circumstance: "due to", "amid", "despite"."""
    people: tuple[str, ...] = ()
    """Units that count people of any kind: "people"."""
    persons: tuple[str, ...] = ()
    """Further words for people: "dead", "workers"."""
    decades: tuple[str, ...] = ()
    """Words for decades as an amount of time: "decades"."""
    points: tuple[str, ...] = ()
    """Words for percentage points, which are no percentage."""
    measures: Mapping[str, tuple[str, ...]]
    """Units of measure by their key, the form that briefs use ("km"), with the words of a text for them."""
    likelihood: tuple[str, ...] = ()
    """Words for how likely something is, in judgements."""
    confidence: tuple[str, ...] = ()
    """Words for how sure the writer is, in judgements."""

    connectors: Connectors = field(default_factory=Connectors)
    """Its articles, prepositions and other small words. A text in any language may use those of every language."""
    quantities: Quantities = field(default_factory=Quantities)
    """Its words for counting and measuring."""
    counting: Counting = field(default_factory=Counting)
    """Its words between a number and what it counts: verbs, heading nouns, units as a brief spells them."""
    has_spaces: bool = True
    """True: words are separated by spaces. False: digits may have letters right before and after them."""
    discourse: Discourse = field(default_factory=Discourse)
    """Its words for who says what, certainty, plans and opposites, and its verb forms."""
    left_open: LeftOpen = field(default_factory=LeftOpen)
    """Its words for what an article leaves open."""
    speaking: Speaking = field(default_factory=Speaking)
    """Its words around speakers: who says, shows or estimates something."""
