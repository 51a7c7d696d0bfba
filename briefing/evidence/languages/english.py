"""The table of words of English; its longer parts are in the modules beside it."""

from __future__ import annotations

from decimal import Decimal

from briefing.evidence.languages.english_connectors import CONNECTORS
from briefing.evidence.languages.english_counting import ENGLISH_COUNTING
from briefing.evidence.languages.english_discourse import DISCOURSE, LEFT_OPEN
from briefing.evidence.languages.english_quantities import ENGLISH_QUANTITIES, MEASURES
from briefing.evidence.languages.english_speaking import SPEAKING
from briefing.evidence.languages.table import (
    ABOUT,
    AT_LEAST,
    AT_MOST,
    NEARLY,
    OVER,
    UNDER,
    Language,
    listed,
    words,
)

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

ENGLISH = Language(
    tag="en",
    abbreviations=words(
        "mr mrs ms dr st gen col lt sgt capt adm gov sen rep prof hon jr sr no nos vs etc inc ltd co corp approx ca"
        " c cf jan feb mar apr jun jul aug sep sept oct nov dec mon tue wed thu fri sat sun fig vol pp p art est u.s"
        " u.k u.n e.g i.e a.m p.m maj cpl pvt rev messrs dept bros mt ft sq al a.d b.c e.u d.c u.s.a rs"
    ),
    negative_prefixes=(("un", r"[^\W\d_]{5}"), ("im", "p(?:ossib|robab|ractic|artial)")),
    thousands=",'",
    decimal=".",
    number_words={word: number for number, word in enumerate(_UNITS.split())}
    | {word: 10 * number for number, word in enumerate(_TENS.split(), 2)}
    | {"both": 2, "pair": 2},
    scales={
        "hundred": Decimal(100),
        "thousand": Decimal(1000),
        "million": Decimal(10**6),
        "billion": Decimal(10**9),
        "trillion": Decimal(10**12),
        "dozen": Decimal(12),
        "lakh": Decimal(10**5),
        "lakhs": Decimal(10**5),
        "lac": Decimal(10**5),
        "crore": Decimal(10**7),
        "crores": Decimal(10**7),
    },
    indian_groups=True,
    short_scales={
        "k": Decimal(1000),
        "m": Decimal(10**6),
        "mn": Decimal(10**6),
        "mln": Decimal(10**6),
        "bn": Decimal(10**9),
        "b": Decimal(10**9),
        "cr": Decimal(10**7),
        "tn": Decimal(10**12),
        "trn": Decimal(10**12),
    },
    joiners=("and",),
    indefinite_articles=("a", "an"),
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
    vague=(
        "dozens",
        "scores",
        "tens",
        "hundreds",
        "thousands",
        "millions",
        "billions",
        "several",
        "many",
        "few",
        "couple",
    ),
    hedges_before={
        "about": ABOUT,
        "around": ABOUT,
        "approximately": ABOUT,
        "approx.": ABOUT,
        "approx": ABOUT,
        "roughly": ABOUT,
        "some": ABOUT,
        "circa": ABOUT,
        "ca.": ABOUT,
        "c.": ABOUT,
        "~": ABOUT,
        "≈": ABOUT,
        "an estimated": ABOUT,
        "estimated": ABOUT,
        "estimated at": ABOUT,
        "in the region of": ABOUT,
        "in the order of": ABOUT,
        "on the order of": ABOUT,
        "somewhere around": ABOUT,
        "close to": ABOUT | NEARLY,
        "approaching": NEARLY,
        "nearly": NEARLY,
        "almost": NEARLY,
        "just under": NEARLY | UNDER,
        "just over": OVER,
        "over": OVER,
        "more than": OVER,
        "above": OVER,
        "upwards of": OVER | AT_LEAST,
        "exceeding": OVER,
        "greater than": OVER,
        ">": OVER,
        "≥": AT_LEAST,
        ">=": AT_LEAST,
        "≤": AT_MOST,
        "<=": AT_MOST,
        "in excess of": OVER,
        "north of": OVER,
        "well over": OVER,
        "exceed": OVER,
        "exceeds": OVER,
        "exceeded": OVER,
        "surpass": OVER,
        "surpasses": OVER,
        "surpassed": OVER,
        "surpassing": OVER,
        "tops": OVER,
        "topped": OVER,
        "topping": OVER,
        "pass": OVER,
        "passes": OVER,
        "passed": OVER,
        "passing": OVER,
        "crossed": OVER,
        "south of": UNDER,
        "shy of": NEARLY | UNDER,
        "just shy of": NEARLY | UNDER,
        "just short of": NEARLY | UNDER,
        "just below": NEARLY | UNDER,
        "a little over": OVER,
        "a little under": NEARLY | UNDER,
        "a little more than": OVER,
        "slightly more than": OVER,
        "slightly less than": NEARLY | UNDER,
        "in the neighbourhood of": ABOUT,
        "in the neighborhood of": ABOUT,
        "something like": ABOUT,
        "upward of": OVER | AT_LEAST,
        "not exceeding": AT_MOST,
        "not to exceed": AT_MOST,
        "as high as": AT_MOST,
        "as few as": AT_LEAST,
        "as little as": AT_LEAST,
        "as low as": AT_LEAST,
        "minimum of": AT_LEAST,
        "maximum of": AT_MOST,
        "under": UNDER,
        "below": UNDER,
        "less than": UNDER,
        "fewer than": UNDER,
        "<": UNDER,
        "at least": AT_LEAST,
        "no fewer than": AT_LEAST,
        "no less than": AT_LEAST,
        "not less than": AT_LEAST,
        "not fewer than": AT_LEAST,
        "a minimum of": AT_LEAST,
        "at most": AT_MOST,
        "up to": AT_MOST,
        "as many as": AT_MOST,
        "as much as": AT_MOST,
        "no more than": AT_MOST,
        "not more than": AT_MOST,
        "a maximum of": AT_MOST,
        "maximum": AT_MOST,
        "a maximum": AT_MOST,
        "up to an additional": AT_MOST,
        "up to another": AT_MOST,
    },
    hedges_after={
        "or so": ABOUT,
        "or thereabouts": ABOUT,
        "thereabouts": ABOUT,
        "give or take": ABOUT,
        "roughly": ABOUT,
        "-odd": ABOUT,
        "approximately": ABOUT,
        "or more": AT_LEAST,
        "or over": AT_LEAST,
        "at least": AT_LEAST,
        "at the least": AT_LEAST,
        "+": OVER | AT_LEAST,
        "plus": OVER | AT_LEAST,
        "or less": AT_MOST,
        "or fewer": AT_MOST,
        "at most": AT_MOST,
        "at the most": AT_MOST,
    },
    no_hedge_after=words(
        "talks talk talked talking concern concerns concerned report reports question questions asked ask speak"
        " spoke speaking worry worries worried news know knows information informed think thought dispute disputes"
        " control power victory edged inched moved went climbed crept jumped rose picked ticked shot"
    ),
    estimated=("an estimated", "estimated", "estimated at"),
    capital_names=True,
    titles=frozenset(
        words(
            "president vice prime minister ministry ministers foreign defence defense interior finance health army"
            " navy"
            " air force police government governments parliament court supreme senate congress council state states"
            " republic kingdom federation union western eastern northern southern north south east west central"
            " general"
            " secretary chancellor governor mayor king queen prince princess pope lord lady sir doctor professor"
            " colonel major captain admiral church university bank company group committee commission agency office"
            " christmas easter ramadan internet covid monday english"
        )
    ),
    demonyms=(
        ("France", "French"),
        ("Spain", "Spanish"),
        ("Netherlands", "Dutch"),
        ("Poland", "Polish"),
        ("Denmark", "Danish"),
        ("Greece", "Greek"),
        ("Wales", "Welsh"),
        ("Switzerland", "Swiss"),
        ("Finland", "Finnish"),
        ("Norway", "Norwegian"),
        ("Ireland", "Irish"),
        ("Peru", "Peruvian"),
        ("Philippines", "Filipino"),
    ),
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
        "final quarter": 36,
        "last quarter": 36,
        "1st quarter": 33,
        "2nd quarter": 34,
        "3rd quarter": 35,
        "4th quarter": 36,
        "1q": 33,
        "2q": 34,
        "3q": 35,
        "4q": 36,
        "first six months": 40,
        "last six months": 41,
        "1st half": 40,
        "2nd half": 41,
        "final three months": 36,
    },
    ordinals={word: number for number, word in enumerate(_ORDINALS.split(), 1)} | {"twenty-first": 21},
    ordinal_ends=("st", "nd", "rd", "th"),
    century=("century", "centuries"),
    decade_ends=("s", "'s"),
    about_dates=(
        "in or about",
        "on or about",
        "in or around",
        "on or around",
        "about",
        "around",
        "approximately",
        "roughly",
        "circa",
        "ca.",
        "ca",
        "c.",
        "c",
        "~",
        "some time in",
    ),
    day_words={
        "the day before yesterday": -2,
        "yesterday": -1,
        "last night": -1,
        "last evening": -1,
        "today": 0,
        "tonight": 0,
        "this morning": 0,
        "this afternoon": 0,
        "this evening": 0,
        "tomorrow": 1,
        "the day after tomorrow": 2,
    },
    present_year={"mid-year": "mid", "midyear": "mid"},
    night_words=("overnight",),
    words_too={"last": ("to", "will", "would", "may", "might", "could", "can", "should", "must", "not", "usually")},
    last=("last", "past", "previous"),
    this=("this", "on", "the", "the current", "current"),
    next=("next", "coming", "this coming", "following"),
    names_too=("may", "march", "april", "june", "august", "jan", "mar", "summer", "autumn"),
    half_more=("and a half",),
    births=("born", "birth"),
    compared_rates=("against",),
    records=words(
        "first highest lowest largest biggest smallest worst best fastest slowest strongest weakest steepest sharpest"
        " longest most deadliest hottest coldest wettest driest"
    ),
    adjoining_words=("end", "earlier", "later", "following"),
    quarter_words=("quarter",),
    day_parts=("morning", "afternoon", "evening", "night"),
    recurring=("a", "an", "every", "each", "any", "one"),
    told_sides=("that", "that same", "the same", "same"),
    named_days=tuple(
        (word, "")
        for word in words("good black ash super easter palm cyber bloody whit holy maundy shrove fat giving mardi")
    ),
    told_years=("of the same year", "of that year", "that year", "that same year", "the same year", "the next year"),
    next_week_too=("next",),
    up_to_now=("past", "the last"),
    compared=(
        "than",
        "compared with",
        "compared to",
        "comparable",
        "versus",
        "vs",
        "vs.",
        "relative to",
        "up from",
        "down from",
        "same period",
        "same quarter",
        "same month",
        "same time",
        "year-over-year from",
    ),
    told_then=("previous", "following", "earlier", "before"),
    many_units=("days", "weeks", "months", "years", "decades"),
    reports=frozenset(
        words(
            "earnings revenue revenues sales profit profits loss losses income results growth gdp economy shares"
            " inflation output exports imports orders guidance dividend shareholders fiscal forecast quarterly"
            " margin margins percent % turnover deliveries production shipments bookings unemployment prices consumer"
            " spending economists analysts operating net ebitda investors"
        )
    ),
    time_units={
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
        "set to",
        "begins",
        "starts",
        "opens",
        "ends",
        "expires",
        "kicks off",
        "takes place",
        "take place",
        "to be",
        "to begin",
        "to start",
        "to open",
        "projected",
        "forecast",
        "expects",
        "requires",
        "require",
        "meets",
        "hosts",
        "resumes",
        "convenes",
        "closes",
        "reopens",
        "has until",
        "adjourned until",
        "adjourned to",
        "postponed until",
        "postponed to",
        "delayed until",
        "put off until",
        "deferred until",
        "rescheduled for",
        "in custody until",
        "have until",
    ),
    # Dates, further words.
    eras_before=("BC", "B.C.", "BCE", "B.C.E.", "bce", "before Christ"),
    eras_after=("AD", "A.D.", "CE", "C.E."),
    date_parts={
        "early": "early",
        "earlier": "early",
        "first week of": "early",
        "first days of": "early",
        "first weeks of": "early",
        "second week of": "mid",
        "third week of": "mid",
        "later": "late",
        "last week of": "late",
        "final week of": "late",
        "last days of": "late",
        "final days of": "late",
        "fourth week of": "late",
        "last weeks of": "late",
        "final weeks of": "late",
        "first half of": "early",
        "second half of": "late",
        "early in": "early",
        "earlier in": "early",
        "the first days of": "early",
        "mid": "mid",
        "the middle of": "mid",
        "middle of": "mid",
        "late": "late",
        "late in": "late",
        "later in": "late",
        "the beginning of": "start",
        "beginning of": "start",
        "the start of": "start",
        "start of": "start",
        "the turn of": "start",
        "the end of": "end",
        "end of": "end",
        "end": "end",
        "year-end": "end",
        "the close of": "end",
    },
    date_bounds={
        "before": "before",
        "prior to": "before",
        "earlier than": "before",
        "ahead of": "before",
        "pre": "before",
        "after": "after",
        "later than": "after",
        "following": "after",
        "post": "after",
        "until": "until",
        "through": "until",
        "till": "until",
        "up to": "until",
        "up until": "until",
        "through to": "until",
        "by": "by",
        "no later than": "latest",
        "not later than": "latest",
        "on or before": "latest",
        "in or before": "latest",
        "at the latest by": "latest",
        "at the latest in": "latest",
        "at the latest on": "latest",
        "since": "since",
        "ever since": "since",
        "dating back to": "since",
        "from": "from",
        "as of": "start",
        "as from": "from",
        "starting": "start",
        "starting in": "start",
        "starting on": "start",
        "starting from": "start",
        "beginning": "start",
        "beginning in": "start",
        "beginning on": "start",
        "effective": "start",
        "not until": "start",
        "no earlier than": "earliest",
        "not earlier than": "earliest",
        "no sooner than": "earliest",
        "not before": "earliest",
        "never before": "earliest",
        "on or after": "earliest",
        "in or after": "earliest",
        "at the earliest in": "earliest",
        "at the earliest on": "earliest",
    },
    date_bounds_behind={
        "or earlier": "latest",
        "or before": "latest",
        "or sooner": "latest",
        "and earlier": "latest",
        "at the latest": "latest",
        "or later": "earliest",
        "or after": "earliest",
        "or thereafter": "earliest",
        "or beyond": "earliest",
        "and later": "earliest",
        "and after": "earliest",
        "at the earliest": "earliest",
        "onward": "from",
        "onwards": "from",
    },
    date_fillers=(
        "the",
        "in",
        "on",
        "year",
        "of",
        "fiscal",
        "financial",
        "calendar",
        "at least",
        "some time in",
        "sometime in",
        "around",
        "about",
        "some time",
        "as late as",
        "as early as",
        "midnight on",
        "during",
        "throughout",
        "noon on",
    ),
    date_to=("to", "until", "till", "through", "up to"),
    date_or=("or", "and/or"),
    date_and=("and", "as well as"),
    date_between=("between",),
    not_but=(("not", "but"), ("n't", "but"), ("never", "but")),
    instead_of=("rather than", "instead of", "as opposed to", "not", "and not", "and not in", "rather than in"),
    in_year=("in", "anno"),
    year_words=("year",),
    after_year=words(
        "he she it they we the a an this these his her their its when where after while as that there and but or"
        " until was were is"
    ),
    no_year_after=("at", "tel"),
    counted_nouns=words(
        "votes seats jobs homes houses households flats cases reports members guests players fans students pupils"
        " block blocks staff employees officers police ships boats vehicles cars trucks trains buses flights"
        " copies books trees animals cattle sheep birds fish shares tonnes tons units items pieces firms"
        " companies schools hospitals shops farms villages towns islands steps pages words calories hectares"
        " acres barrels bottles tickets visitors tourists migrants refugees protesters demonstrators prisoners"
        " hostages fighters rebels personnel strong hours hrs gmt utc volts watts megawatts degrees points"
        " percent euros dollars pounds yen francs roubles rubles rupees rpm cc bp"
    ),
    plural=r"[a-z]{3,}(?<!thi)(?<!wa)(?<!ha)(?<!doe)(?<!s)s",
    decade_words={
        "twenties": 20,
        "thirties": 30,
        "forties": 40,
        "fifties": 50,
        "sixties": 60,
        "seventies": 70,
        "eighties": 80,
        "nineties": 90,
    },
    holidays={
        "new year's day": (1, 1),
        "new year's eve": (12, 31),
        "christmas eve": (12, 24),
        "christmas day": (12, 25),
        "christmas": (12, 25),
        "boxing day": (12, 26),
        "valentine's day": (2, 14),
        "st patrick's day": (3, 17),
        "may day": (5, 1),
        "halloween": (10, 31),
        "all saints' day": (11, 1),
        "armistice day": (11, 11),
    },
    name_articles=("the", "a", "this"),
    weekend=("weekend",),
    week_words=("week", "calendar week", "wk"),
    week_of=("the week of", "the week beginning", "the week starting", "week commencing", "the week from", "week of"),
    week_to=("the week ending", "the week ended", "the week to", "week ending"),
    day_of_year=("day of", "day of the year"),
    fiscal=("FY", "fiscal", "fiscal year", "financial year", "tax year"),
    months_to=(
        "months to",
        "months ended",
        "months ending",
        "months through",
        "months until",
        "months up to",
        "month period to",
        "month period ended",
        "month period ending",
    ),
    period_to={
        f"{period} {to}": months
        for period, months in (
            ("year", 12),
            ("twelve months", 12),
            ("12 months", 12),
            ("half year", 6),
            ("half-year", 6),
            ("half", 6),
            ("quarter", 3),
        )
        for to in ("to", "ended", "ending", "through", "that ended")
    },
    first_months={
        f"first {word} months": number
        for number, word in enumerate(
            ["two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven"], 2
        )
    },
    appointed=("for",),
    within=("in", "within"),
    counted_from=listed("of; after; following; from the; from a; from its; from their"),
    past=words(
        "said was were had did met went came told took made began gave found left fell rose won lost held sent shot"
        " saw"
        " became ran broke struck hit set put cut grew sold bought built brought led paid drew drove flew fought kept"
        " spoke stood wrote beat blew chose forgot froze hurt knew let quit read rode sank sat shook shut slid sold"
        " spent split spread stole swept swore threw wore has have"
    ),
    past_endings=("ed",),
    future_told=("would", "was to", "were to", "going to", "about to", "later this", "later in"),
    saying=words(
        "said told announced added reported wrote confirmed stated declared claimed warned explained insisted noted"
        " argued replied asked suggested promised pledged predicted estimated agreed decided voted planned scheduled"
    ),
    begins=words(
        "begin beginn began begun start open launch found establish create set-up sets set take takes took taking"
        " become becam join enter enters move introduc adopt sign elect appoint name succeed marr impos ban install"
        " arriv born birth enact inaugurat commenc erupt break broke form go goes went come comes came appear first"
        " buy"
        " bought acquir inherit settle debut assum originat emerg incorporat"
    ),
    ends=words(
        "end ends ended ending finish clos stop leav left quit resign retir die dies died death dead expir ceas lift"
        " resum complet conclud abolish dissol terminat reopen lapse withdr step final last surrender fall falls fell"
    ),
    happens=words("it this they happen happens happened occur occurs occurred takes took place the a one there"),
    date_lines=(
        "published",
        "published on",
        "posted on",
        "for immediate release",
        "for release",
        "released on",
        "publication date",
        "publish date",
        "updated",
        "last updated",
        "posted",
        "date",
        "first published",
        "released",
        "issued",
        "modified",
        "last modified",
    ),
    date_updates=("updated", "last updated", "modified", "last modified"),
    ending_words=("expir", "laps", "ended", "ends", "ending", "runs out", "ran out", "deadline"),
    zones={
        "utc": 0,
        "gmt": 0,
        "z": 0,
        "bst": 60,
        "cet": 60,
        "cest": 120,
        "eet": 120,
        "eest": 180,
        "msk": 180,
        "est": -300,
        "edt": -240,
        "cst": -360,
        "cdt": -300,
        "mst": -420,
        "mdt": -360,
        "pst": -480,
        "pdt": -420,
        "jst": 540,
    },
    noon={"noon": 720, "midday": 720, "midnight": 0},
    half_days={"a.m.": 0, "am": 0, "a.m": 0, "p.m.": 720, "pm": 720, "p.m": 720},
    doubt=words(
        "may might could possibly perhaps probably potentially presumably apparently allegedly reportedly"
        " seemingly supposedly purportedly alleged suggest suggests suggested suggesting appear appears appeared"
        " seem seems seemed claim claims claimed likely unlikely unconfirmed"
    )
    + listed(
        "believed to; thought to; feared; feared killed; fear that; fears that; feared that; said to; reported to;"
        " rumoured to; rumored to; understood to; assumed to; presumed to; presumed; accused of; accuses of; accused;"
        " accuse; accuses; suspected of; suspected to; charged with; unclear whether; unclear if; not clear whether;"
        " not clear if; as if; as though; could have; would have; must have; rumours that; rumors that; fears of;"
        " allegations that; allegations of; unverified; charged that; charges that; liable to; prone to"
    ),
    doubt_tail=("suggest", "suggests", "suggested", "claim", "claims", "claimed", "alleged", "allegedly", "reportedly"),
    negation=("not", "never", "no", "nobody", "none", "neither", "nor"),
    no_negation=words("only fewer less more later sooner longer doubt matter least exceeding"),
    never_before=(
        "without doubt",
        "without a doubt",
        "without question",
        "no doubt",
        "not least",
        "not to mention",
        "not surprisingly",
        "never before",
        "than ever before",
        "as never before",
    ),
    denial=(
        *words("denied denies deny denying refuted refutes rejected rejects false untrue"),
        "ruled out",
        "rules out",
    ),
    attributed=("claim", "claims", "claimed", "alleged", "allegedly", "charged that", "charges that"),
    relatives=("which", "who", "whose", "where"),
    intent=(
        "expected",
        "expecting",
        "expects",
        "expect",
        "projected",
        "projects",
        "forecast",
        "forecasts",
        "supposed to",
        "plans to",
        "planned to",
        "planned for",
        "intends to",
        "aims to",
        "hopes to",
        "scheduled",
        "proposed",
        "set to",
        "suspected",
        "presumed",
        "provisional",
        "preliminary",
        "threatened to",
        *listed(
            "would; planned; plan to; intend to; aim to; hope to; hoped to; wants to; want to; wanted to; due to"
            " be; about to; is to; are to; trying to; tried to; tries to; seeks to; sought to; promised to; pledged"
            " to; vowed to; threatens to; threatening to; offered to; ordered to; asked to; attempted to"
        ),
    ),
    opposites=(
        (words("kill dead death died dies perish fatal lives"), words("injur wound hurt")),
        (
            words("increas rise rises rising rose risen grew grow higher raise climb"),
            words("decreas reduc fall falls falling fell fallen drop declin lower cut cuts shrank shrink sank slump"),
        ),
    ),
    softer=(
        "can ",
        "plan ",
        *words(
            "would should suspect presum provision prelim expect plans planned planning hope fear risk believ estimat"
            " forecast project potential possib threat chance think thought assess unclear unknown question whether"
            " about unconfirmed doubt plausib report charg accus rumour rumor alleg seek sought"
        ),
    ),
    weaker=words(
        "without fail refus lack unable avoid prevent stop halt reject rule zero nothing hardly barely against oppos"
        " cannot yet unclear unknown unchanged missing absen except instead rather far less stay remain unlikely"
        " impossib unsuccess"
    ),
    stop_words=frozenset(
        words(
            "the and that this these those have has had been being was were are will its their his her they them there"
            " also already even soon still now well then than with from into over for all any one two who which"
        )
    ),
    endings=words(
        "ee ees ated ate ates s es ed d ing ings er ers ly ion ions ation ations al ally ment ments ness ity ive e y"
        " ies ied en n t th ance ence ancy ency or ors ure"
    ),
    # Words of reporting are among them: who says what has rules of its own.
    function_words=frozenset(
        words(
            "happen happens happened occur occurs occurred a an the this that these those such same own other another"
            " each every either both all any some one ones much many more most few less least several enough i me my"
            " mine we us our ours you your yours he him his she her hers it its they them their theirs who whom whose"
            " which what where when why how there here himself herself itself themselves each of in on at to for from"
            " by with without within into onto out off over under up down through across between among during before"
            " after since until till about around against along near beside besides behind beyond above below toward"
            " towards upon via per as than like despite except including and or but nor so yet if while whereas though"
            " although because unless whether then also too only just even still already again ever very quite rather"
            " well now once however meanwhile instead further moreover be is are was were been being am have has had"
            " having do does did done doing will would shall should may might can could must ought get gets got"
            " getting"
            " let lets not no never n't together apart respectively according said says say saying told tells tell"
            " added adds reported reports reporting stated states stating announced announces called calls named"
        )
    ),
    irregular={
        form: base
        for base, forms in (
            ("long", "length lengths longer longest"),
            ("high", "height heights higher highest"),
            ("wide", "width wider widest"),
            ("deep", "depth deeper deepest"),
            ("strong", "strength stronger strongest strengthen"),
            ("die", "died dies dead death deaths dying"),
            ("good", "better best"),
            ("bad", "worse worst"),
            ("far", "farther furthest"),
            ("man", "men"),
            ("woman", "women"),
            ("child", "children"),
            ("person", "people persons"),
            ("foot", "feet"),
            ("hot", "heat hotter hottest"),
            ("sell", "sold sale sales"),
            ("choose", "choice choices chose chosen"),
            ("lose", "lost loss losses losing"),
            ("grow", "grew grown growth"),
            ("begin", "began begun beginning beginnings"),
        )
        for form in forms.split()
    },
    doubting=frozenset(
        words("doubt doubts doubted believes believed believe thinks thought whether if unclear unlikely except only")
    ),
    relations=frozenset(words("before after since until till within between during")),
    measuring=frozenset(
        words(
            "price prices cost costs size area rise rises fall falls change changes increase decrease growth share"
            " rate"
            " worth output distance spending yearly annual monthly weekly daily duration time age weight capacity"
            " population budget yield average first second last new old earlier previous later current loss losses"
            " gain"
            " gains money people persons length height width depth speed temperature drop decline reduction range"
            " aboard profit turnover revenue fine sentence toll damage frequency maximum minimum speed target limit"
        )
    ),
    generic=frozenset(words("amount number numbers total totals count sum figure value quantity size level overall")),
    qualifiers=frozenset(
        words(
            "adjusted core gross net underlying estimated preliminary provisional average median mean"
            " minimum maximum organic comparable diluted basic former male female urban rural foreign"
            " domestic annual monthly quarterly weekly daily non nominal real potential expected"
            " planned unpaid paid gross current fixed recurring operating consolidated partial total"
            " seasonally"
        )
    ),
    clause_breaks=(
        "but",
        "while",
        "whereas",
        "although",
        "though",
        "however",
        "which",
        "who",
        "because",
        "after",
        "when",
    ),
    causes=listed(
        "due to; because of; owing to; thanks to; as a result of; as a consequence of; in response to; on the"
        " back of; amid; amidst; despite; in spite of; driven by; caused by; blamed on; hurt by; helped by"
    ),
    people=("people", "persons", "individuals"),
    persons=words(
        "people persons person individuals men women children civilians residents inhabitants dead deaths killed died"
        " injured wounded others victims casualties survivors soldiers troops workers patients passengers"
        " missing aboard homeless displaced toll arrested detained killing lives boys girls officers refugees migrants"
        " evacuated evacuees rescued hostages prisoners captives fatalities staff employees voters protesters crew"
        " population inhabited members fans nurses doctors teachers students pupils farmers families sailors fighters"
        " citizens households travellers spectators participants viewers users customers inmates detainees police"
    ),
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
    connectors=CONNECTORS,
    quantities=ENGLISH_QUANTITIES,
    counting=ENGLISH_COUNTING,
    discourse=DISCOURSE,
    left_open=LEFT_OPEN,
    speaking=SPEAKING,
)
