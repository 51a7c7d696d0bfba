"""The words of English around numbers, and its units of measure."""

from __future__ import annotations

from briefing.evidence.languages.quantities import Quantities
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
    "ly": ("ly", "light-year", "light-years", "light year", "light years"),
    "ppm": ("ppm", "parts per million"),
    "ppb": ("ppb", "parts per billion"),
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


ENGLISH_QUANTITIES = Quantities(
    small_words=frozenset(
        words(
            "a an the and or but nor of in on at to for by from with without within into onto over under above below"
            " off out up down as than then that this these those which who whom whose where when while if because so"
            " yet is are was were be been being am has have had do does did will would shall should may might must can"
            " could not no more fewer less per about around after before since until during between among against"
            " across its his her their our your my it he she they we you i them him us all each both either also only"
            " just even still already now again ago earlier later last next said says say told via through toward"
            " towards"
        )
    ),
    numbered=words(
        "section sections article articles route routes room rooms flight flights resolution resolutions version"
        " versions number numbers no. nos. no nos § §§ chapter chapters page pages p. pp. figure table tables paragraph"
        " paragraphs para. gate platform highway motorway interstate junction exit boeing airbus embraer model type"
        " mark mk mk. series category phase stage level tier grade class step round volume vol. issue item clause"
        " amendment order protocol rule directive regulation decree case docket appendix annex title verse psalm psalms"
        " apollo unit reactor block building bus tram ward district zone sector channel track lane seat row apartment"
        " flat suite warehouse pier berth hangar terminal checkpoint formula covid windows ios android python release"
        " build id isbn issn doi serial # nr nr. law bill act line lines road box lot file form code postcode zip"
        " posts"
    ),
    citations=(
        r"\sU\.?\s?S\.?\s?C\b",
        r"\sC\.?\s?F\.?\s?R\b",
        r"\sU\.?\s?S\.?\s\d",
        r"\sF\.\s?(?:2d|3d|4th|Supp)",
        r"\s(?:S|L)\.\s?(?:Ct|Ed)",
        r"\sFed\.\s?Reg",
    ),
    streets=(
        r"(?:\s[A-Z][\w.'-]*){1,3}\s(?:Avenue|Ave|Street|St|Road|Rd|Boulevard|Blvd|Drive|Dr|Lane|Ln|Square|Place|Court)\b",
    ),
    clock=words("a.m. am p.m. pm o'clock gmt utc bst cet est a.m p.m noon"),
    aged_before=words("aged age ages"),
    aged_behind=("-year-old", "-years-old", " year old", " year-old", " years old", " years of age"),
    age_words=("age", "old", "year", "young", "born"),
    leading_qualifiers=frozenset({"net", "gross"}),
    any_quantity=words("change rise fall"),
    shares=words("point points share"),
    persons_pattern=r"[a-z]{3,}(?:ists|ians|men|women|workers|keepers|makers)",
    before_one=("no", "another"),
    nothing=words("no none zero nil nobody neither without nothing never unchanged flat stagnated"),
    single=words("single sole lone once"),
    minus=(
        "minus",
        "negative",
        "negative at",
        "negative by",
        "negative of",
        "negative to the tune of",
        "below zero.",
        "degrees below zero.",
        "in the red.",
        "negative.",
    ),
    rises=words(
        "rise rises rising risen rose grew grow grows grown growing growth increas* gain gains gained gaining climb*"
        " jump* surg* up higher added adding adds expand* widen* accelerat* soar* advanc* improv* more hike* raise*"
        " raising rebound* recover* doubl* gaining bigger larger faster longer plus boost*"
    ),
    falls=words(
        "fall falls falling fallen fell drop drops dropped dropping declin* decreas* reduc* lost lose loses losing"
        " loss losses lower lowers lowered lowering down shrank shrink shrinks shrunk shrinking sank sink sinks sinking"
        " slipped slips slipping"
        " slump* cut cuts cutting contract* dip dips dipped slid slide slides sliding plung* tumbl* weaken* narrow*"
        " less fewer minus negative deficit* slow slows slowed slowing slower shed sheds shedding ease eases eased"
        " retreat* outflow* depreci* shortfall* dwindl* plummet* halv* sav* short drawdown* write-off* write-down*"
        " writedown* off trim* slash* diminish* erod* remov* withdr* deflat* redundanc* layoff* smaller worse cheaper"
        " shorter below"
    ),
    changes=words("change* difference* movement* shift* swing* growth gain* rise* increas* improv* hike*"),
    levels=words("to at from"),
    since=words("in since until till during late early mid year"),
    contests=words(
        "won win wins winning beat beats beaten lost lose loses defeat defeated draw drew drawn victory goal goals"
        " score scored match vote voted votes ruled ruling decision tie sets final thrashed edged lead led trailed"
    ),
    ranging=words(
        "range ranges ranged ranging varies varied vary varying between anywhere somewhere interval anything"
    ),
    leaving_out=words("before after excluding"),
    contacts=words("contact contacts contact-us enquiries inquiries"),
    telephone=words("tel tel. telephone phone call called calling dial hotline helpline fax whatsapp mobile"),
    tolerance=("±", "+/-", "+-", "plus or minus", "give or take", "plus/minus"),
    counted=(
        r"(?:[a-z][\w'-]*[a-rt-z]s|[a-z]*(?:men|women|people|children|fish|sheep|aircraft|troops|personnel|staff|police"
        r"|cattle|deaths?|dead|lives|feet|infantry|trout|sturgeon|crew|teeth|mice|geese|data|media|salmon|deer|offspring))"
    ),
    not_counted=frozenset(
        words(
            "was is has does its this his hers theirs ours yours us as thus plus minus always perhaps sometimes"
            " afterwards towards besides across yes says goes comes makes takes gives runs shows remains needs wants"
            " plans series news others percents times versus lies stands rises falls begins starts ends leaves lives-"
            " gets uses works hits moves holds costs means seems becomes keeps serves covers includes"
        )
    ),
    not_over=("over",),
    unsure_hedges=words("pass passes passed passing crossed above below"),
    estimated_things=(
        r"estimated?(?:\s\w+){1,2}\s(?:of|at|is|was)",
        r"estimates?(?:\s\w+){0,3}\sat",
        r"estimates?\sof",
    ),
    estimates=words("estimat reckon"),
    fates=(
        words("kill dead death die died dies dying perish fatal lives toll slain murder drown fatalit casualt"),
        words("injur wound hurt casualt"),
        words("missing unaccounted disappear"),
        words("arrest detain custody jailed imprison"),
        words("homeless displac evacuat uproot fled"),
        words("rescu saved surviv"),
        words("aboard board passenger"),
        words("hostage captive kidnap abduct"),
        words("infect tested cases ill sick"),
    ),
    implied=(
        (words("height elevation altitude"), "m", words("high tall height elevat altitude")),
        (words("length"), "m", words("long length")),
        (words("length duration time"), "h", words("long last took take takes taking continu length")),
        (words("distance"), "m", words("from away far distan apart")),
        (words("age"), "year", words("old aged age date dating")),
        (words("depth"), "m", words("deep below under depth")),
        (words("width"), "m", words("wide broad width")),
        (words("diameter"), "m", words("diameter across")),
        (words("cost price"), "EUR", words("cost price paid pay sold sell")),
        (words("area surface size"), "km²", ()),
        (words("weight"), "kg", words("weigh heav weight")),
        (words("speed"), "km/h", ()),
        (words("temperature"), "°C", ()),
    ),
    dimensions=(
        (words("height width depth altitude thickness elevation"), "m"),
        (words("length distance"), "m h"),
        (words("price cost fare fee salary wage worth"), "EUR"),
        (words("area"), "km²"),
        (words("weight mass"), "kg"),
        (words("speed"), "km/h"),
        (words("temperature"), "°C"),
        (words("duration"), "h"),
    ),
    by=("by",),
    references=frozenset(words("it they them there here these those he she former latter")),
    label_words=frozenset(
        words(
            "played planned needed used held made involved affected recorded reported counted expected lost found came"
            " come known remaining left required available produced taken given term terms full half confidence"
            " interval estimate estimated forecast projected net gross per capita combined annual additional extra"
            " further initial final actual official minimum maximum record latest present original overall main"
        )
    ),
    qualifiers=frozenset(
        words("adjusted core underlying gross net real nominal harmonised harmonized diluted pre-tax after-tax")
    ),
)
