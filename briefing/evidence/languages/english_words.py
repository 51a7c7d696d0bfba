"""Owns the longer lists of the table of English: its measures, and words that say little by themselves."""

from __future__ import annotations

from briefing.evidence.languages.table import words

MEASURES = {
    "%": ("%", "percent", "per cent", "pct"),
    "pp": ("pp", "ppt", "ppts", "percentage point", "percentage points", "percentage-point", "points", "point"),
    "bp": ("bp", "bps", "basis point", "basis points", "basis-point"),
    "‰": ("‰", "per mille", "permille"),
    "miles": ("mile", "miles", "mi"),
    "nmi": ("nautical mile", "nautical miles", "nmi"),
    "m": ("m", "metre", "metres", "meter", "meters"),
    "km": ("km", "kms", "kilometre", "kilometres", "kilometer", "kilometers"),
    "cm": ("cm", "centimetre", "centimetres", "centimeter", "centimeters"),
    "mm": ("mm", "millimetre", "millimetres", "millimeter", "millimeters"),
    "ft": ("ft", "foot", "feet"),
    "in": ("inch", "inches"),
    "yd": ("yd", "yds", "yard", "yards"),
    "km²": (
        "km²",
        "km2",
        "km^2",
        "sq km",
        "sq. km",
        "square kilometre",
        "square kilometres",
        "square kilometer",
        "square kilometers",
    ),
    "m²": ("m²", "m2", "m^2", "sq m", "sqm", "square metre", "square metres", "square meter", "square meters"),
    "ha": ("ha", "hectare", "hectares"),
    "acres": ("acre", "acres"),
    "sq mi": ("sq mi", "mi²", "square mile", "square miles"),
    "sq ft": ("sq ft", "sqft", "ft²", "square foot", "square feet"),
    "kg": ("kg", "kgs", "kilogram", "kilograms", "kilogramme", "kilogrammes", "kilo", "kilos"),
    "g": ("g", "gram", "grams", "gramme", "grammes"),
    "mg": ("mg", "milligram", "milligrams"),
    "t": ("t", "tonne", "tonnes", "metric ton", "metric tons", "metric tonnes"),
    "tons": ("t", "ton", "tons", "short ton", "short tons", "long tons"),
    "lb": ("lb", "lbs", "pound", "pounds"),
    "oz": ("oz", "ounce", "ounces"),
    "l": ("l", "litre", "litres", "liter", "liters"),
    "ml": ("ml", "millilitre", "millilitres", "milliliter", "milliliters"),
    "gal": ("gal", "gallon", "gallons"),
    "bbl": ("bbl", "barrel", "barrels", "bpd"),
    "m³": ("m³", "m3", "m^3", "cubic metre", "cubic metres", "cubic meter", "cubic meters"),
    "cu ft": ("cubic foot", "cubic feet", "cu ft", "ft³"),
    "ms": ("ms", "millisecond", "milliseconds"),
    "s": ("s", "second", "seconds", "sec", "secs"),
    "min": ("min", "mins", "minute", "minutes"),
    "h": ("h", "hour", "hours", "hr", "hrs"),
    "day": ("day", "days", "d"),
    "week": ("week", "weeks", "wk", "wks"),
    "month": ("month", "months"),
    "year": ("year", "years", "yr", "yrs"),
    "decade": ("decade", "decades"),
    "century": ("century", "centuries"),
    "EUR": ("eur", "€", "euro", "euros"),
    "USD": ("usd", "$", "us$", "us $", "dollar", "dollars", "us dollar", "us dollars", "u.s. dollars"),
    "CAD": ("cad", "c$", "ca$", "$", "dollar", "dollars", "canadian dollars", "canadian dollar"),
    "AUD": ("aud", "a$", "au$", "$", "dollar", "dollars", "australian dollars", "australian dollar"),
    "NZD": ("nzd", "nz$", "$", "dollar", "dollars", "new zealand dollars", "new zealand dollar"),
    "HKD": ("hkd", "hk$", "$", "dollar", "dollars", "hong kong dollars", "hong kong dollar"),
    "SGD": ("sgd", "s$", "$", "dollar", "dollars", "singapore dollars"),
    "cents": ("cent", "cents", "¢", "us cents"),
    "GBP": ("gbp", "£", "pound", "pounds", "sterling", "pounds sterling", "quid"),
    "pence": ("pence", "penny", "p"),
    "JPY": ("jpy", "¥", "yen"),
    "CNY": ("cny", "¥", "yuan", "renminbi", "rmb"),
    "RUB": ("rub", "₽", "rouble", "roubles", "ruble", "rubles"),
    "CHF": ("chf", "franc", "francs", "swiss francs", "swiss franc"),
    "XOF": ("xof", "cfa francs", "cfa franc", "cfa", "fcfa", "francs"),
    "SEK": ("sek", "krona", "kronor", "kr", "swedish kronor", "crowns"),
    "NOK": ("nok", "krone", "kroner", "kr", "norwegian kroner", "crowns"),
    "DKK": ("dkk", "krone", "kroner", "kr", "danish kroner", "crowns"),
    "CZK": ("czk", "koruna", "koruny", "crowns", "czech crowns"),
    "PLN": ("pln", "zloty", "zlotys", "zł"),
    "UAH": ("uah", "hryvnia", "hryvnias", "₴"),
    "INR": ("inr", "₹", "rs", "rs.", "rupee", "rupees", "indian rupees"),
    "PKR": ("pkr", "rs", "rs.", "rupee", "rupees", "pakistani rupees"),
    "TRY": ("try", "₺", "lira", "liras"),
    "KRW": ("krw", "₩", "won"),
    "BRL": ("brl", "r$", "real", "reais"),
    "ZAR": ("zar", "rand", "rands"),
    "ILS": ("ils", "₪", "shekel", "shekels"),
    "MXN": ("mxn", "mx$", "peso", "pesos", "mexican pesos"),
    "ARS": ("ars", "peso", "pesos", "argentine pesos"),
    "SAR": ("sar", "riyal", "riyals"),
    "AED": ("aed", "dirham", "dirhams"),
    "NGN": ("ngn", "₦", "naira"),
    "kW": ("kw", "kilowatt", "kilowatts"),
    "MW": ("mw", "megawatt", "megawatts"),
    "GW": ("gw", "gigawatt", "gigawatts"),
    "TW": ("tw", "terawatt", "terawatts"),
    "kWh": ("kwh", "kilowatt-hour", "kilowatt-hours", "kilowatt hours", "kilowatt hour"),
    "MWh": ("mwh", "megawatt-hour", "megawatt-hours", "megawatt hours", "megawatt hour"),
    "GWh": ("gwh", "gigawatt-hour", "gigawatt-hours", "gigawatt hours", "gigawatt hour"),
    "TWh": ("twh", "terawatt-hour", "terawatt-hours", "terawatt hours", "terawatt hour"),
    "°C": ("°c", "celsius", "degrees celsius", "degree celsius", "degrees", "degree", "°", "c", "degrees centigrade"),
    "°F": ("°f", "fahrenheit", "degrees fahrenheit", "degree fahrenheit", "degrees", "degree", "°", "f"),
    "km/h": (
        "km/h",
        "kmh",
        "kph",
        "kilometres per hour",
        "kilometers per hour",
        "kilometres an hour",
        "kilometers an hour",
    ),
    "mph": ("mph", "miles per hour", "miles an hour"),
    "m/s": ("m/s", "metres per second", "meters per second"),
    "knots": ("knot", "knots", "kn", "kt"),
    "KB": ("kb", "kilobytes", "kilobyte"),
    "MB": ("mb", "megabytes", "megabyte"),
    "GB": ("gb", "gigabytes", "gigabyte"),
    "TB": ("tb", "terabytes", "terabyte"),
}

SMALL_WORDS = frozenset(
    words(
        "a an the and or but nor of in on at to for by from with without within into onto over under above below off"
        " out up down as than then that this these those which who whom whose where when while if because so yet is"
        " are was were be been being am has have had do does did will would shall should may might must can could"
        " not no more fewer less per about around after before since until during between among against across"
        " its his her their our your my it he she they we you i them him us all each both either also only just even"
        " still already now again ago earlier later last next said says say told via through toward towards"
    )
)

NUMBERED = words(
    "section sections article articles route routes room rooms flight flights resolution resolutions version versions"
    " number numbers no. nos. no nos § §§ chapter chapters page pages p. pp. figure table tables paragraph paragraphs"
    " para. gate platform highway motorway interstate junction exit boeing airbus embraer model type mark mk mk."
    " series category phase stage level tier grade class step round volume vol. issue item clause amendment order"
    " protocol rule directive regulation decree case docket appendix annex title verse psalm psalms apollo unit"
    " reactor block building bus tram ward district zone sector channel track lane seat row apartment flat suite"
    " warehouse pier berth hangar terminal checkpoint formula covid windows ios android python release build id isbn"
    " issn doi serial # nr nr. law bill act line lines road box lot file form code postcode zip"
)

RISES = words(
    "rise rises rising risen rose grew grow grows grown growing growth increas* gain gains gained"
    " gaining climb* jump*"
    " surg* up higher added adding adds expand* widen* accelerat* soar* advanc* improv* more hike* raise* raising"
    " rebound* recover* doubl* gaining bigger larger faster longer plus"
)

FALLS = words(
    "fall falls falling fallen fell drop drops dropped dropping declin* decreas* reduc* lost lose loses losing loss"
    " losses lower lowers lowered lowering down shrank shrink shrinks shrunk shrinking sank sink sinks sinking slump*"
    " cut"
    " cuts cutting contract* dip dips dipped slid slide slides sliding plung* tumbl* weaken* narrow* less fewer minus"
    " negative deficit* slow slows slowed slowing slower shed sheds shedding ease eases eased retreat* outflow*"
    " depreci*"
    " shortfall* dwindl* plummet* halv* sav* short drawdown* write-off* write-down* writedown* off trim* slash*"
    " diminish*"
    " erod* remov* withdr* deflat* redundanc* layoff* smaller worse cheaper shorter below"
)

COUNTED = (
    r"(?:[a-z][\w'-]*[a-rt-z]s|[a-z]*(?:men|women|people|children|fish|sheep|aircraft|troops|personnel|staff|police"
    r"|cattle|deaths?|dead|lives|feet|infantry|trout|sturgeon|crew|teeth|mice|geese|data|media|salmon|deer|offspring))"
)

NOT_COUNTED = frozenset(
    words(
        "was is has does its this his hers theirs ours yours us as thus plus minus always perhaps"
        " sometimes afterwards"
        " towards besides across yes says goes comes makes takes gives runs shows remains needs"
        " wants plans series news"
        " others percents times versus lies stands rises falls begins starts ends leaves lives- gets uses works hits"
        " moves holds costs means seems becomes keeps serves covers includes"
    )
)

FATES = (
    words("kill dead death die died dies dying perish fatal lives toll slain murder drown fatalit casualt"),
    words("injur wound hurt casualt"),
    words("missing unaccounted disappear"),
    words("arrest detain custody jailed imprison"),
    words("homeless displac evacuat uproot fled"),
    words("rescu saved surviv"),
    words("aboard board passenger"),
    words("hostage captive kidnap abduct"),
    words("infect tested cases ill sick"),
)

TITLES = frozenset(
    words(
        "president vice prime minister ministry ministers foreign defence defense interior finance health army navy"
        " air force police government governments parliament court supreme senate congress council state states"
        " republic kingdom federation union western eastern northern southern north south east west central general"
        " secretary chancellor governor mayor king queen prince princess pope lord lady sir doctor professor"
        " colonel major captain admiral church university bank company group committee commission agency office"
        " christmas easter ramadan internet covid monday english"
    )
)

DEMONYMS = (
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
)

SOFTER = (
    "can ",
    "plan ",
    *words(
        "would should suspect presum provision prelim expect plans planned planning hope fear risk believ estimat"
        " forecast project potential possib threat chance think thought assess unclear unknown question whether about"
        " unconfirmed doubt plausib report charg accus rumour rumor alleg seek sought"
    ),
)

WEAKER = words(
    "without fail refus lack unable avoid prevent stop halt reject rule zero nothing hardly barely against oppos"
    " cannot yet unclear unknown unchanged missing absen except instead rather far less stay remain unlikely"
    " impossib unsuccess"
)

FUNCTION_WORDS = frozenset(
    words(
        "a an the this that these those such same own other another each every either both all any some one ones much"
        " many more most few less least several enough i me my mine we us our ours you your yours he him his she her"
        " hers it its they them their theirs who whom whose which what where when why how there here himself herself"
        " itself themselves each of in on at to for from by with without within into onto out off over under up down"
        " through across between among during before after since until till about around against along near beside"
        " besides behind beyond above below toward towards upon via per as than like despite except including"
        " and or but nor so yet if while whereas though although because unless whether then also too only just even"
        " still already again ever very quite rather well now once however meanwhile instead further moreover"
        " be is are was were been being am have has had having do does did done doing will would shall should may"
        " might can could must ought get gets got getting let lets not no never n't together apart respectively"
        " according said says say saying told tells tell added adds reported reports reporting stated states stating"
        " announced announces called calls named"
    )
)
"""Words of reporting are among them: who says what has rules of its own."""

IRREGULAR = {
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
}

EMPTY = frozenset(
    words(
        "the and that this these those have has had been being was were are will its their his her they them there"
        " also already even soon still now well then than with from into over for all any one two who which"
    )
)

PERSONS = words(
    "people persons person individuals men women children civilians residents inhabitants dead deaths killed died"
    " injured wounded others victims casualties survivors soldiers troops workers patients passengers"
    " missing aboard homeless displaced toll arrested detained killing lives boys girls officers refugees migrants"
    " evacuated evacuees rescued hostages prisoners captives fatalities staff employees voters protesters crew"
    " population inhabited members fans nurses doctors teachers students pupils farmers families sailors fighters"
    " citizens households travellers spectators participants viewers users customers inmates detainees police"
)

INTENT = (
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
)

OPPOSITES = (
    (words("kill dead death died dies perish fatal lives"), words("injur wound hurt")),
    (
        words("increas rise rises rising rose risen grew grow higher raise climb"),
        words("decreas reduc fall falls falling fell fallen drop declin lower cut cuts shrank shrink sank slump"),
    ),
)

# Dates.
COUNTED_NOUNS = words(
    "votes seats jobs homes houses households flats cases reports members guests players fans students pupils staff"
    " employees officers police ships boats vehicles cars trucks trains buses flights copies books"
    " trees animals cattle"
    " sheep birds fish shares tonnes tons units items pieces firms companies schools hospitals shops farms villages"
    " towns islands steps pages words calories hectares acres barrels bottles tickets visitors tourists migrants"
    " refugees protesters demonstrators prisoners hostages fighters rebels personnel strong hours hrs gmt utc volts"
    " watts megawatts degrees points percent euros dollars pounds yen francs roubles rubles rupees rpm cc bp"
)
"""What digits count."""

BEGINS = words(
    "begin beginn began begun start open launch found establish create set-up sets set take takes took taking become"
    " becam join enter enters move introduc adopt sign elect appoint name succeed marr impos ban install arriv born"
    " birth enact inaugurat commenc erupt break broke form go goes went come comes came appear first"
    " buy bought acquir"
    " inherit settle debut assum originat emerg incorporat"
)
"""Beginnings of words for what happens at the first day of a stretch."""

ENDS = words(
    "end ends ended ending finish clos stop leav left quit resign retir die dies died death dead expir ceas lift"
    " complet conclud abolish dissol terminat reopen lapse withdr step final last surrender fall falls fell"
)
"""The same for its last day."""
