"""Owns the table of English."""

from __future__ import annotations

from decimal import Decimal

from briefing.evidence.languages import english_statements as more
from briefing.evidence.languages.english_words import (
    DEMONYMS,
    EMPTY,
    FUNCTION_WORDS,
    INTENT,
    IRREGULAR,
    MEASURES,
    OPPOSITES,
    PERSONS,
    SOFTER,
    TITLES,
    WEAKER,
)
from briefing.evidence.languages.table import Language, any_of, words
from briefing.model import Hedge

_UNITS = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen"
    " eighteen nineteen"
)
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety"
_MONTHS = "january february march april may june july august september october november december"
_DAYS = "monday tuesday wednesday thursday friday saturday sunday"
_ORDINALS = (
    "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth"
    " sixteenth seventeenth eighteenth nineteenth twentieth"
)
_ABOUT = any_of(Hedge.ABOUT)
_NEARLY = any_of(Hedge.NEARLY)
_NEAR = any_of(Hedge.NEARLY, Hedge.ABOUT)
_OVER = any_of(Hedge.OVER)
_UNDER = any_of(Hedge.UNDER)
_LEAST = any_of(Hedge.AT_LEAST)
_MOST = any_of(Hedge.AT_MOST)

ENGLISH = Language(
    tag="en",
    abbreviations=words(
        "mr mrs ms dr st gen col lt sgt capt adm gov sen rep prof hon jr sr no nos vs etc inc ltd co corp approx ca"
        " c cf jan feb mar apr jun jul aug sep sept oct nov dec mon tue wed thu fri sat sun fig vol pp p art est u.s"
        " u.k u.n e.g i.e a.m p.m maj cpl pvt rev messrs dept bros mt ft sq al a.d b.c e.u d.c u.s.a"
    ),
    negative_prefixes=(("un", r"[^\W\d_]{5}"), ("im", "p(?:ossib|robab|ractic|artial)")),
    thousands=",'",
    decimal=".",
    units={word: number for number, word in enumerate(_UNITS.split())}
    | {word: 10 * number for number, word in enumerate(_TENS.split(), 2)}
    | {"both": 2, "pair": 2},
    scales={
        "hundred": Decimal(100),
        "thousand": Decimal(1000),
        "million": Decimal(10**6),
        "billion": Decimal(10**9),
        "trillion": Decimal(10**12),
        "dozen": Decimal(12),
    },
    short_scales={
        "k": Decimal(1000),
        "m": Decimal(10**6),
        "mn": Decimal(10**6),
        "mln": Decimal(10**6),
        "bn": Decimal(10**9),
        "b": Decimal(10**9),
        "tn": Decimal(10**12),
        "trn": Decimal(10**12),
    },
    joiners=("and",),
    one=("a", "an"),
    fractions={
        "half": Decimal(1) / 2,
        "halves": Decimal(1) / 2,
        "third": Decimal(1) / 3,
        "thirds": Decimal(1) / 3,
        "quarter": Decimal(1) / 4,
        "quarters": Decimal(1) / 4,
        "fifth": Decimal(1) / 5,
        "fifths": Decimal(1) / 5,
        "sixth": Decimal(1) / 6,
        "sixths": Decimal(1) / 6,
        "eighth": Decimal(1) / 8,
        "eighths": Decimal(1) / 8,
        "tenth": Decimal(1) / 10,
        "tenths": Decimal(1) / 10,
    },
    out_of=("in", "out of"),
    percent=("%", "percent", "per cent", "pct", "percentage points", "percentage point"),
    ranges=("to", "or", "and"),
    until=("until", "till", "through", "and on"),
    between=(("between", "and"),),
    from_words=("from", "by"),
    vague=("dozens", "scores", "tens", "hundreds", "thousands", "millions", "billions", "several", "many", "few"),
    before={
        "about": _ABOUT,
        "around": _ABOUT,
        "approximately": _ABOUT,
        "approx.": _ABOUT,
        "approx": _ABOUT,
        "roughly": _ABOUT,
        "some": _ABOUT,
        "circa": _ABOUT,
        "ca.": _ABOUT,
        "c.": _ABOUT,
        "~": _ABOUT,
        "≈": _ABOUT,
        "an estimated": _ABOUT,
        "estimated": _ABOUT,
        "estimated at": _ABOUT,
        "in the region of": _ABOUT,
        "in the order of": _ABOUT,
        "on the order of": _ABOUT,
        "somewhere around": _ABOUT,
        "close to": _NEAR,
        "approaching": _NEARLY,
        "nearly": _NEARLY,
        "almost": _NEARLY,
        "just under": any_of(Hedge.UNDER, Hedge.NEARLY),
        "just over": _OVER,
        "over": _OVER,
        "more than": _OVER,
        "above": _OVER,
        "upwards of": any_of(Hedge.OVER, Hedge.AT_LEAST),
        "exceeding": _OVER,
        "greater than": _OVER,
        ">": _OVER,
        "under": _UNDER,
        "below": _UNDER,
        "less than": _UNDER,
        "fewer than": _UNDER,
        "<": _UNDER,
        "at least": _LEAST,
        "no fewer than": _LEAST,
        "no less than": _LEAST,
        "not less than": _LEAST,
        "not fewer than": _LEAST,
        "a minimum of": _LEAST,
        "at most": _MOST,
        "up to": _MOST,
        "as many as": _MOST,
        "as much as": _MOST,
        "no more than": _MOST,
        "not more than": _MOST,
        "a maximum of": _MOST,
    },
    after={
        "or so": _ABOUT,
        "-odd": _ABOUT,
        "approximately": _ABOUT,
        "or more": _LEAST,
        "or over": _LEAST,
        "at least": _LEAST,
        "at the least": _LEAST,
        "+": any_of(Hedge.AT_LEAST, Hedge.OVER),
        "plus": any_of(Hedge.AT_LEAST, Hedge.OVER),
        "or less": _MOST,
        "or fewer": _MOST,
        "at most": _MOST,
        "at the most": _MOST,
    },
    no_hedge_after=words(
        "talks talk talked talking concern concerns concerned report reports question questions asked ask speak"
        " spoke speaking worry worries worried news know knows information informed think thought dispute disputes"
        " control power victory"
    ),
    estimated=("an estimated", "estimated", "estimated at"),
    capital_names=True,
    titles=TITLES,
    demonyms=DEMONYMS,
    name_endings=words("a n an ian ese ish i s ns ans ians is y ey ia land ain e er ers ic ies isation ization"),
    months={word: number for number, word in enumerate(_MONTHS.split(), 1)}
    | {word[:3]: number for number, word in enumerate(_MONTHS.split(), 1) if word != "may"}
    | {"sept": 9},
    weekdays={word: number for number, word in enumerate(_DAYS.split())},
    seasons={
        "spring": 21,
        "summer": 22,
        "autumn": 23,
        "fall": 23,
        "winter": 24,
        "first quarter": 33,
        "q1": 33,
        "second quarter": 34,
        "q2": 34,
        "third quarter": 35,
        "q3": 35,
        "fourth quarter": 36,
        "q4": 36,
        "first half": 40,
        "second half": 41,
        "h1": 40,
        "h2": 41,
        "first three months": 33,
        "final three months": 36,
        "final quarter": 36,
        "first six months": 40,
    },
    ordinals={word: number for number, word in enumerate(_ORDINALS.split(), 1)} | {"twenty-first": 21},
    ordinal_ends=("st", "nd", "rd", "th"),
    century=("century", "centuries"),
    decade_ends=("s", "'s"),
    about_dates=("about", "around", "approximately", "roughly", "circa", "ca.", "ca", "c.", "c", "~", "some time in"),
    day_words={"the day before yesterday": -2, "yesterday": -1, "today": 0, "tonight": 0, "tomorrow": 1},
    last=("last", "past", "previous"),
    this=("this", "on", "the"),
    next=("next", "coming", "this coming", "following"),
    spans={
        "day": "day",
        "days": "day",
        "week": "week",
        "weeks": "week",
        "month": "month",
        "months": "month",
        "year": "year",
        "years": "year",
    },
    ago=("ago", "earlier", "before"),
    future=(
        "will",
        "shall",
        "next",
        "coming",
        "planned",
        "plans",
        "expected",
        "due",
        "upcoming",
        "scheduled",
        "is to",
        "are to",
        "to be",
        "to begin",
        "to start",
        "to open",
        "projected",
        "forecast",
        "expects",
    ),
    doubt=words(
        "may might could possibly perhaps probably potentially presumably apparently allegedly reportedly"
        " seemingly supposedly purportedly alleged suggest suggests suggested suggesting appear appears appeared"
        " seem seems seemed claim claims claimed likely unlikely unconfirmed"
    )
    + more.DOUBT_PHRASES,
    doubt_tail=("suggest", "suggests", "suggested", "claim", "claims", "claimed", "alleged", "allegedly", "reportedly"),
    negation=("not", "never", "no", "nobody", "none", "neither", "nor"),
    no_negation=words("only fewer less more later sooner longer doubt matter least exceeding"),
    never_before=("never before", "than ever before", "as never before"),
    denial=(
        *words("denied denies deny denying refuted refutes rejected rejects false untrue"),
        "ruled out",
        "rules out",
    ),
    attributed=("claim", "claims", "claimed", "alleged", "allegedly"),
    relatives=("which", "who", "whose", "where"),
    intent=INTENT + more.INTENT_PHRASES,
    opposites=OPPOSITES,
    softer=SOFTER,
    weaker=WEAKER,
    empty=EMPTY,
    endings=words(
        "s es ed d ing ings er ers ly ion ions ation ations al ally ment ments ness ity ive e y ies ied en n t th"
        " ance ence ancy ency or ors ure"
    ),
    function_words=FUNCTION_WORDS,
    irregular=IRREGULAR,
    generic=frozenset(words("amount number numbers total totals count sum figure value quantity size level overall")),
    breaks=("but", "while", "whereas", "although", "though", "however", "which", "who", "because", "after", "when"),
    people=("people", "persons", "individuals"),
    persons=PERSONS,
    decades=("decade", "decades"),
    points=("percentage point", "percentage points", "pp", "ppt", "points"),
    measures=MEASURES,
    likelihood=(
        "likely",
        "unlikely",
        "probable",
        "probably",
        "improbable",
        "almost certain",
        "almost certainly",
        "nearly certain",
        "almost no chance",
        "remote",
        "roughly even chance",
        "even chance",
        "likelihood",
        "probability",
    ),
    confidence=("confidence", "confident", "confidently"),
    statements=more.STATEMENTS,
)
