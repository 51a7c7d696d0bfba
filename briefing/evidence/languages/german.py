"""Owns the table of German."""

from __future__ import annotations

from decimal import Decimal

from briefing.evidence.languages import german_statements as more
from briefing.evidence.languages.table import Language, any_of, words
from briefing.model import Hedge

_UNITS = (
    "null eins zwei drei vier fünf sechs sieben acht neun zehn elf zwölf dreizehn vierzehn fünfzehn sechzehn siebzehn"
)
_TENS = "zwanzig dreißig vierzig fünfzig sechzig siebzig achtzig neunzig"
_MONTHS = "januar februar märz april mai juni juli august september oktober november dezember"
_DAYS = "montag dienstag mittwoch donnerstag freitag samstag sonntag"
_ABOUT = any_of(Hedge.ABOUT)
_NEARLY = any_of(Hedge.NEARLY)
_OVER = any_of(Hedge.OVER)
_UNDER = any_of(Hedge.UNDER)
_LEAST = any_of(Hedge.AT_LEAST)
_MOST = any_of(Hedge.AT_MOST)

GERMAN = Language(
    tag="de",
    abbreviations=words(
        "bzw nr z.b d.h mio mrd tsd dr prof hr fr st ca etc usw vgl abs art jan feb mär apr jun jul aug sep sept okt"
        " nov dez mo di mi do fr sa so geb gest inkl evtl ggf u.a o.ä s bd hrsg str max min rd ing dipl"
    ),
    negative_prefixes=(("un", r"[^\W\d_]{5}"),),
    thousands=".'",
    decimal=",",
    units={word: number for number, word in enumerate(_UNITS.split())}
    | {word: 10 * number for number, word in enumerate(_TENS.split(), 2)}
    | {"achtzehn": 18, "neunzehn": 19, "ein": 1, "dreissig": 30, "beide": 2, "beiden": 2, "zwo": 2},
    scales={
        "hundert": Decimal(100),
        "tausend": Decimal(1000),
        "million": Decimal(10**6),
        "millionen": Decimal(10**6),
        "milliarde": Decimal(10**9),
        "milliarden": Decimal(10**9),
        "billion": Decimal(10**12),
        "billionen": Decimal(10**12),
        "dutzend": Decimal(12),
        "mio.": Decimal(10**6),
        "mio": Decimal(10**6),
        "mrd.": Decimal(10**9),
        "mrd": Decimal(10**9),
    },
    compounds=True,
    joiners=("und",),
    one=("eine", "ein", "einer", "einem", "einen"),
    fractions={
        "halb": Decimal(1) / 2,
        "halbe": Decimal(1) / 2,
        "hälfte": Decimal(1) / 2,
        "drittel": Decimal(1) / 3,
        "viertel": Decimal(1) / 4,
        "fünftel": Decimal(1) / 5,
        "zehntel": Decimal(1) / 10,
    },
    out_of=("von",),
    percent=("%", "prozent", "prozentpunkte", "prozentpunkten"),
    ranges=("bis", "bis zu", "oder", "und"),
    between=(("zwischen", "und"),),
    from_words=("von", "um"),
    vague=("dutzende", "hunderte", "tausende", "zehntausende", "millionen", "mehrere", "einige", "viele"),
    before={
        "etwa": _ABOUT,
        "rund": _ABOUT,
        "ungefähr": _ABOUT,
        "circa": _ABOUT,
        "ca.": _ABOUT,
        "zirka": _ABOUT,
        "um die": _ABOUT,
        "schätzungsweise": _ABOUT,
        "geschätzt": _ABOUT,
        "geschätzte": _ABOUT,
        "~": _ABOUT,
        "knapp": any_of(Hedge.NEARLY, Hedge.UNDER),
        "fast": _NEARLY,
        "beinahe": _NEARLY,
        "nahezu": _NEARLY,
        "über": _OVER,
        "mehr als": _OVER,
        "gut": _OVER,
        "unter": _UNDER,
        "weniger als": _UNDER,
        "mindestens": _LEAST,
        "wenigstens": _LEAST,
        "höchstens": _MOST,
        "maximal": _MOST,
        "bis zu": _MOST,
    },
    after={"oder mehr": _LEAST, "oder weniger": _MOST, "in etwa": _ABOUT},
    no_hedge_after=("gespräche", "verhandlungen", "streit", "bericht", "berichte", "berichten", "fragen", "kontrolle"),
    estimated=("schätzungsweise", "geschätzt", "geschätzte"),
    months={word: number for number, word in enumerate(_MONTHS.split(), 1)}
    | {word[:3]: number for number, word in enumerate(_MONTHS.split(), 1) if word not in {"mai", "märz"}}
    | {"jänner": 1, "sept": 9},
    weekdays={word: number for number, word in enumerate(_DAYS.split())} | {"sonnabend": 5},
    seasons={
        "frühling": 21,
        "frühjahr": 21,
        "sommer": 22,
        "herbst": 23,
        "winter": 24,
        "ersten quartal": 33,
        "zweiten quartal": 34,
        "dritten quartal": 35,
        "vierten quartal": 36,
        "ersten halbjahr": 40,
        "zweiten halbjahr": 41,
    }
    | {
        f"{number}. {word}": first + number
        for first, last, word in ((32, 4, "quartal"), (32, 4, "quartals"), (39, 2, "halbjahr"), (39, 2, "halbjahrs"))
        for number in range(1, last + 1)
    },
    ordinals={},
    ordinal_ends=(".",),
    century=("jahrhundert", "jahrhunderts", "jahrhunderte"),
    decade_ends=("er",),
    about_dates=("um", "etwa", "ungefähr", "circa", "ca.", "gegen", "rund", "~"),
    day_words={"vorgestern": -2, "gestern": -1, "heute": 0, "morgen": 1, "übermorgen": 2},
    last=("letzten", "letzte", "letztes", "letzter", "vergangenen", "vergangene", "vergangenes", "vorigen"),
    this=("diesen", "dieses", "diese", "dieser", "am", "im"),
    next=("nächsten", "nächste", "nächstes", "kommenden", "kommende", "kommendes"),
    spans={
        "tag": "day",
        "tagen": "day",
        "woche": "week",
        "wochen": "week",
        "monat": "month",
        "monats": "month",
        "monaten": "month",
        "jahr": "year",
        "jahres": "year",
        "jahren": "year",
    },
    ago=("vor ",),
    future=("wird", "werden", "soll", "sollen", "nächsten", "kommenden", "geplant", "will", "wollen"),
    doubt=(
        "könnte",
        "könnten",
        "dürfte",
        "dürften",
        "möglicherweise",
        "vielleicht",
        "womöglich",
        "wahrscheinlich",
        "vermutlich",
        "mutmaßlich",
        "angeblich",
        "offenbar",
        "anscheinend",
        "soll",
        "sollen",
        "scheint",
        "scheinen",
        "behauptet",
        "behaupten",
        "behauptete",
        *more.DOUBT_PHRASES,
    ),
    doubt_tail=("behauptet", "behaupten", "behauptete", "angeblich"),
    negation=words("nicht nie niemals kein keine keinen keiner keinem weder"),
    no_negation=words("nur weniger mehr später länger zuletzt"),
    never_before=("wie noch nie", "wie nie zuvor", "wie nie", "noch nie zuvor"),
    denial=words(
        "dementiert dementierte bestreitet bestritt bestreiten falsch unwahr bezweifelt bezweifelte bezweifeln"
    ),
    attributed=("behauptet", "behaupten", "behauptete", "angeblich"),
    relatives=("der", "die", "das", "den", "dem", "denen", "wo"),
    intent=words("erwartet erwarten geplant vorläufig vorläufigen mutmaßliche mutmaßlichen prognostiziert")
    + more.INTENT_PHRASES,
    opposites=(
        (words("getötet tote toten todesopfer starben gestorben"), words("verletzt")),
        (
            words("stieg stiegen gestiegen steigt steigen erhöh wuchs zunahm höher"),
            words("sank sanken gesunken sinkt sinken fiel fielen rückgang niedriger weniger"),
        ),
    ),
    softer=words(
        "würde sollte kann können erwart plan hoff befürcht risiko glaub schätz prognos möglich droht gefahr chance"
        " laut unklar frage ob womöglich dürfte heißt"
    ),
    weaker=words(
        "ohne scheiter weiger fehl unfähig verhinder stopp ablehn lehn null kaum gegen unklar unbekannt unverändert"
        " statt bleib unwahrscheinlich unmöglich nichts niemand noch"
    ),
    empty=frozenset(
        words(
            "der die das den dem des und ein eine einen einem einer haben hat hatte war waren wird werden wurde wurden"
            " sind sein seine ihre sich auch noch schon mit von aus für über alle auf"
        )
    ),
    endings=words("e en er es em ern s n st t te ten tet test end ende enden ung ungen lich liche lichen"),
    function_words=frozenset(
        words(
            "der die das den dem des ein eine einen einem einer eines dieser diese dieses diesen diesem jener jene"
            " jedes jede jeder alle allen aller alles manche mehr meist meisten viele wenige einige ich mich mir mein"
            " meine wir uns unser unsere er ihn ihm sein seine seiner seinem seinen sie ihr ihre ihrer ihrem ihren"
            " ihnen es man wer wen wem was wo wann warum wie dort hier sich selbst in im an am auf zu zum zur für von"
            " vom bei beim mit ohne aus nach vor seit bis um über unter durch gegen zwischen neben hinter während"
            " wegen trotz laut gemäß und oder aber sondern denn weil wenn ob als wie dass daß obwohl so auch nur noch"
            " schon wieder immer sehr dann doch jedoch dabei damit dazu davon daran darauf darin dafür bin ist sind"
            " war waren wäre gewesen sei seien habe haben hat hatte hatten gehabt werde werden wird wurde wurden"
            " worden würde kann können konnte soll sollen sollte muss müssen musste darf dürfen will wollen wollte"
            " nicht kein keine keinen keiner nie zusammen insgesamt sagte sagt sagten teilte mit berichtete berichten"
            " erklärte gab an"
        )
    ),
    generic=frozenset(words("anzahl zahl summe gesamt gesamtzahl wert höhe menge betrag umfang")),
    breaks=("aber", "während", "doch", "sondern", "obwohl", "jedoch", "weil", "nachdem"),
    people=("menschen", "personen", "leute"),
    persons=words(
        "menschen personen leute männer frauen kinder zivilisten einwohner tote toten todesopfer verletzte"
        " verletzten getötet verletzt opfer soldaten"
    ),
    decades=("jahrzehnt", "jahrzehnte", "jahrzehnten"),
    points=("prozentpunkt", "prozentpunkte", "prozentpunkten"),
    measures={
        "%": ("%", "prozent"),
        "pp": ("pp", "prozentpunkt", "prozentpunkte", "prozentpunkten"),
        "bp": ("bp", "basispunkt", "basispunkte", "basispunkten"),
        "m": ("m", "meter", "metern", "mio"),
        "km": ("km", "kilometer", "kilometern"),
        "cm": ("cm", "zentimeter"),
        "kg": ("kg", "kilogramm", "kilo"),
        "t": ("t", "tonne", "tonnen"),
        "h": ("h", "stunde", "stunden"),
        "EUR": ("eur", "€", "euro"),
        "USD": ("usd", "$", "dollar", "us-dollar"),
        "GBP": ("gbp", "£", "pfund"),
        "CHF": ("chf", "franken"),
        "MW": ("mw", "megawatt"),
        "GW": ("gw", "gigawatt"),
    },
    likelihood=("wahrscheinlich", "unwahrscheinlich", "wahrscheinlichkeit", "fast sicher"),
    confidence=("zuversicht", "gewissheit", "sicherheit"),
    statements=more.STATEMENTS,
)
