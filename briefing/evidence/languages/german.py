"""The table of words of German; its longer parts are in the modules beside it."""

from __future__ import annotations

from decimal import Decimal

from briefing.evidence.languages.german_connectors import CONNECTORS
from briefing.evidence.languages.german_counting import GERMAN_COUNTING
from briefing.evidence.languages.german_discourse import DISCOURSE, LEFT_OPEN
from briefing.evidence.languages.german_quantities import GERMAN_QUANTITIES, MEASURES
from briefing.evidence.languages.german_speaking import SPEAKING
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
    "null eins zwei drei vier fünf sechs sieben acht neun zehn elf zwölf dreizehn vierzehn fünfzehn sechzehn siebzehn"
)
_TENS = "zwanzig dreißig vierzig fünfzig sechzig siebzig achtzig neunzig"
_MONTHS = "januar februar märz april mai juni juli august september oktober november dezember"
_DAYS = "montag dienstag mittwoch donnerstag freitag samstag sonntag"


GERMAN = Language(
    tag="de",
    abbreviations=words(
        "bzw nr z.b d.h mio mrd tsd dr prof hr fr st ca etc usw vgl abs art jan feb mär apr jun jul aug sep sept okt"
        " nov dez chr mo di mi do fr sa so geb gest inkl evtl ggf u.a o.ä s bd hrsg str max min rd ing dipl"
    ),
    negative_prefixes=(("un", r"[^\W\d_]{5}"),),
    thousands=".'",
    decimal=",",
    number_words={word: number for number, word in enumerate(_UNITS.split())}
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
    indefinite_articles=("eine", "ein", "einer", "einem", "einen"),
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
    vague=(
        "dutzende",
        "hunderte",
        "tausende",
        "zehntausende",
        "millionen",
        "mehrere",
        "mehreren",
        "mehrerer",
        "einige",
        "einigen",
        "einiger",
        "etliche",
        "etlichen",
        "viele",
        "vielen",
        "wenige",
        "wenigen",
        "paar",
    ),
    hedges_before={
        "etwa": ABOUT,
        "rund": ABOUT,
        "ungefähr": ABOUT,
        "circa": ABOUT,
        "ca.": ABOUT,
        "zirka": ABOUT,
        "um die": ABOUT,
        "schätzungsweise": ABOUT,
        "geschätzt": ABOUT,
        "geschätzte": ABOUT,
        "~": ABOUT,
        "knapp": NEARLY | UNDER,
        "fast": NEARLY,
        "annähernd": ABOUT | NEARLY,
        "an die": ABOUT,
        "in etwa": ABOUT,
        "übersteigt": OVER,
        "überstieg": OVER,
        "überschreitet": OVER,
        "überschritt": OVER,
        "übertraf": OVER,
        "übertrifft": OVER,
        "etwas mehr als": OVER,
        "etwas weniger als": NEARLY | UNDER,
        "nicht mehr als": AT_MOST,
        "nicht weniger als": AT_LEAST,
        "≥": AT_LEAST,
        "≤": AT_MOST,
        "≈": ABOUT,
        ">": OVER,
        "<": UNDER,
        "beinahe": NEARLY,
        "nahezu": NEARLY,
        "über": OVER,
        "mehr als": OVER,
        "gut": OVER,
        "unter": UNDER,
        "weniger als": UNDER,
        "mindestens": AT_LEAST,
        "wenigstens": AT_LEAST,
        "höchstens": AT_MOST,
        "maximal": AT_MOST,
        "bis zu": AT_MOST,
    },
    hedges_after={
        "oder so": ABOUT,
        "überschritten": OVER,
        "und mehr": AT_LEAST,
        "oder mehr": AT_LEAST,
        "oder weniger": AT_MOST,
        "in etwa": ABOUT,
    },
    no_hedge_after=("gespräche", "verhandlungen", "streit", "bericht", "berichte", "berichten", "fragen", "kontrolle"),
    estimated=("schätzungsweise", "geschätzt", "geschätzte"),
    months={word: number for number, word in enumerate(_MONTHS.split(), 1)}
    | {word[:3]: number for number, word in enumerate(_MONTHS.split(), 1) if word not in {"mai", "märz"}}
    | {"jänner": 1, "sept": 9},
    weekdays={word: number for number, word in enumerate(_DAYS.split())}
    | {"sonnabend": 5}
    | {
        f"{word}{part}": number
        for number, word in enumerate(_DAYS.split())
        for part in ("morgen", "vormittag", "mittag", "nachmittag", "abend", "nacht")
    },
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
        "schlussquartal": 36,
        "ersten jahreshälfte": 40,
        "zweiten jahreshälfte": 41,
        "erste quartal": 33,
        "zweite quartal": 34,
        "dritte quartal": 35,
        "vierte quartal": 36,
        "erste halbjahr": 40,
        "zweite halbjahr": 41,
        "q1": 33,
        "q2": 34,
        "q3": 35,
        "q4": 36,
    }
    | {
        f"{number}. {word}": first + number
        for first, last, word in ((32, 4, "quartal"), (32, 4, "quartals"), (39, 2, "halbjahr"), (39, 2, "halbjahrs"))
        for number in range(1, last + 1)
    },
    ordinals={},
    ordinal_ends=(".",),
    century=("jahrhundert", "jahrhunderts", "jahrhunderte"),
    decade_ends=("er-jahre", "er-jahren", "er-Jahre", "er-Jahren", "ern", "er"),
    about_dates=("um", "etwa", "ungefähr", "circa", "ca.", "gegen", "rund", "~"),
    day_words={"vorgestern": -2, "gestern": -1, "heute": 0, "morgen": 1, "übermorgen": 2},
    last=words(
        "letzten letzte letztes letzter vergangenen vergangene vergangenes vergangener vorigen vorige voriges voriger"
    ),
    this=("diesem", "diesen", "dieses", "diese", "dieser", "am", "im", "laufenden", "laufendes"),
    next=words("nächsten nächste nächstes nächster kommenden kommende kommendes kommender"),
    day_parts=("früh", "morgen", "vormittag", "nachmittag", "abend"),
    recurring=("jeden", "jedem", "ein", "eines", "einem", "einen"),
    told_sides=("jenem", "jenen", "jene", "jener", "demselben", "selben", "gleichen"),
    told_years=("desselben jahres", "jenes jahres", "des gleichen jahres", "des folgejahres"),
    next_week_too=("nächsten", "nächste", "nächster"),
    half_more=("und ein halbes",),
    births=words("geboren geborene geborener geborenen jahrgang"),
    compared_rates=("nach",),
    records=words("höchste höchsten höchster niedrigste niedrigsten größte größten stärkste stärksten ersten erste"),
    many_units=("tagen", "wochen", "monaten", "jahren"),
    compared=("gegenüber", "verglichen mit", "im vergleich zu", "im vergleich zum", "als"),
    reports=frozenset(
        words(
            "umsatz umsätze gewinn gewinne verlust verluste ergebnis wachstum wirtschaft inflation bip konjunktur"
            " aktien prozent produktion export exporte importe aufträge preise prognose dividende bruttoinlandsprodukt"
            " wirtschaftsleistung konsum nachfrage arbeitslosigkeit investitionen konjunkturell konjunktureller absatz"
        )
    ),
    present_year={
        "jahresende": "end",
        "jahresbeginn": "start",
        "jahresanfang": "start",
        "jahresmitte": "mid",
        "ende des jahres": "end",
        "anfang des jahres": "start",
        "beginn des jahres": "start",
        "mitte des jahres": "mid",
    },
    words_too={"morgen": ("am", "guten", "jeden")},
    night_words=("über nacht",),
    time_units={
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
    future=(
        "beginnt",
        "beginnen",
        "startet",
        "starten",
        "endet",
        "tagt",
        "tagen",
        "verlangt",
        "wird",
        "werden",
        "soll",
        "sollen",
        "nächsten",
        "kommenden",
        "geplant",
        "will",
        "wollen",
    ),
    # Dates, further words.
    day_first=True,
    eras_before=("v. Chr.", "v.Chr.", "v. Chr", "vor Christus", "vor Christi Geburt", "v. u. Z.", "v.u.Z."),
    eras_after=("n. Chr.", "n.Chr.", "n. Chr", "nach Christus", "nach Christi Geburt", "u. Z."),
    date_parts={
        "anfang": "start",
        "anfang des": "early",
        "anfang der": "early",
        "beginn des": "start",
        "beginn der": "start",
        "frühe": "early",
        "frühen": "early",
        "mitte": "mid",
        "mitte des": "mid",
        "mitte der": "mid",
        "späte": "late",
        "späten": "late",
        "ende": "end",
        "ende des": "end",
        "ende der": "late",
    },
    date_bounds={
        "vor": "before",
        "vor dem": "before",
        "nach": "after",
        "nach dem": "after",
        "später als": "after",
        "bis": "until",
        "bis zum": "until",
        "bis zur": "until",
        "bis in": "until",
        "bis in den": "until",
        "bis ins": "until",
        "bis spätestens": "latest",
        "spätestens": "latest",
        "spätestens am": "latest",
        "spätestens im": "latest",
        "spätestens bis": "latest",
        "nicht später als": "latest",
        "seit": "since",
        "seit dem": "since",
        "ab": "from",
        "ab dem": "from",
        "erst": "start",
        "frühestens": "earliest",
        "frühestens am": "earliest",
        "frühestens im": "earliest",
        "frühestens ab": "earliest",
        "nicht vor": "earliest",
        "nicht vor dem": "earliest",
    },
    date_bounds_behind={
        "oder früher": "latest",
        "oder vorher": "latest",
        "oder davor": "latest",
        "oder später": "earliest",
        "oder danach": "earliest",
        "an": "from",
    },
    date_fillers=(
        "an",
        "zu",
        "vom",
        "dem",
        "den",
        "der",
        "das",
        "des",
        "im",
        "am",
        "in",
        "jahr",
        "jahre",
        "jahres",
        "zum",
        "etwa",
        "um",
        "mindestens",
        "geschäftsjahr",
    ),
    date_to=("bis", "bis zum", "bis zur", "bis ende", "bis in den"),
    date_or=("oder", "bzw."),
    date_and=("und", "sowie"),
    date_between=("zwischen",),
    not_but=(("nicht", "sondern"),),
    instead_of=("statt", "anstatt", "statt im", "nicht", "und nicht", "und nicht im", "anstelle von"),
    in_year=("anno",),
    year_words=("jahr", "jahre"),
    after_year=words("der die das er sie es wurde wurden war waren kam ein eine in und als"),
    no_year_after=("tel",),
    counted_nouns=words(
        "stimmen sitze stellen arbeitsplätze häuser wohnungen haushalte fälle mitglieder gäste zuschauer fans schüler"
        " studenten studierende mitarbeiter beschäftigte beamte polizisten schiffe boote fahrzeuge autos züge busse"
        " flüge exemplare bücher bäume tiere rinder schafe aktien tonnen stück firmen unternehmen betriebe schulen"
        " krankenhäuser läden höfe dörfer städte inseln stufen seiten wörter hektar fass flaschen karten besucher"
        " touristen flüchtlinge demonstranten gefangene geiseln kämpfer uhr grad punkte prozent euro dollar franken"
        " mark pfund meter metern kilometer kilometern quadratmeter volt watt bauern anlagen helfer"
    ),
    decade_before=(),
    decade_words={
        f"{word}{ending}": number
        for word, number in (
            ("zwanziger", 20),
            ("dreißiger", 30),
            ("vierziger", 40),
            ("fünfziger", 50),
            ("sechziger", 60),
            ("siebziger", 70),
            ("achtziger", 80),
            ("neunziger", 90),
        )
        for ending in ("", "n", "jahre", "jahren")
    },
    holidays={
        "neujahr": (1, 1),
        "neujahrstag": (1, 1),
        "neujahrstag des jahres": (1, 1),
        "silvester": (12, 31),
        "heiligabend": (12, 24),
        "heiligen abend": (12, 24),
        "weihnachtstag": (12, 25),
        "nikolaustag": (12, 6),
        "tag der arbeit": (5, 1),
        "tag der deutschen einheit": (10, 3),
        "allerheiligen": (11, 1),
    },
    weekend=("wochenende",),
    week_words=("kw", "kalenderwoche", "woche"),
    week_of=("woche vom", "woche ab dem", "in der woche vom"),
    week_to=("woche bis zum",),
    day_of_year=("tag des jahres", "tag im jahr"),
    fiscal=("geschäftsjahr", "haushaltsjahr", "gj", "GJ"),
    months_to=("monate bis", "monaten bis", "monate bis zum", "monaten bis zum"),
    period_to={
        "jahr bis": 12,
        "zwölf monate bis": 12,
        "zwölf monaten bis": 12,
        "quartal bis": 3,
        "quartal bis zum": 3,
        "halbjahr bis": 6,
        "halbjahr bis zum": 6,
    },
    first_months={
        f"ersten {word} {months}": number
        for number, word in enumerate(
            ["zwei", "drei", "vier", "fünf", "sechs", "sieben", "acht", "neun", "zehn", "elf"], 2
        )
        for months in ("monate", "monaten")
    },
    appointed=("für",),
    within=("in", "innerhalb von", "binnen"),
    counted_from=listed("nach; ab; seit"),
    past=words(
        "sagte sagten war waren hatte hatten wurde wurden kam kamen ging gingen traf trafen begann begannen gab gaben"
        " fand fanden fiel fielen stieg stiegen gewann verlor hielt hielten hat haben teilte erklärte nahm nahmen"
        " angekündigt mitgeteilt erklärt gesagt berichtet versprochen bestätigt gemeldet beschlossen"
        " starb starben schloss sank ließ lief"
    ),
    past_endings=("te", "ten"),
    future_told=("würde", "würden", "solle", "sollten", "werde"),
    saying=words(
        "sagte sagten teilte erklärte erklärten kündigte kündigten berichtete meldete betonte beschloss beschlossen"
        " versprach angekündigt mitgeteilt erklärt gesagt beschlossen berichtet versprochen bestätigt gemeldet"
    ),
    begins=words(
        "begin begann begonn start eröffn gründ übern tritt trat antritt amtsantritt wird wurde einführ eingeführt"
        " heirat verhäng gebor geburt einzug zieh zog unterzeichn ernann gewähl wahl antreten auftakt ausbruch bricht"
    ),
    ends=words(
        "end endet beend schließ schloss schluss geschloss stirb starb tod tot gestorb abschluss verlässt verließ"
        " rücktritt tritt auflös aufgehob hebt fortgesetzt weiter lauf läuft abgelauf wiedereröffn letzt fertig"
    ),
    happens=words("es das geschieht geschah passiert passierte findet fand statt"),
    date_lines=(
        "veröffentlicht",
        "veröffentlicht am",
        "erschienen am",
        "stand",
        "aktualisiert",
        "erschienen",
        "datum",
        "zuletzt aktualisiert",
        "vom",
    ),
    date_updates=("aktualisiert", "zuletzt aktualisiert", "stand"),
    ending_words=("endet", "endete", "läuft", "lief", "ablauf", "abgelauf", "frist"),
    zones={"utc": 0, "gmt": 0, "mez": 60, "mesz": 120, "cet": 60, "cest": 120},
    noon={"mitternacht": 0, "mittag": 720},
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
        *listed(
            "unklar ob; unklar, ob; ob; als ob; verdacht; verdächtigt; beschuldigt; vorgeworfen; befürchtet;"
            " befürchten; gilt als; gelten als; gerüchten zufolge; gerüchte; könne; vermutet; vermuten; glaubt;"
            " glauben"
        ),
    ),
    doubt_tail=("behauptet", "behaupten", "behauptete", "angeblich"),
    negation=words("nicht nie niemals kein keine keinen keiner keinem weder"),
    no_negation=words("nur weniger mehr später länger zuletzt"),
    never_before=(
        "ohne zweifel",
        "ohne weiteres",
        "nicht zuletzt",
        "nicht umsonst",
        "ohne frage",
        "wie noch nie",
        "wie nie zuvor",
        "wie nie",
        "noch nie zuvor",
    ),
    denial=words(
        "dementiert dementierte bestreitet bestritt bestreiten falsch unwahr bezweifelt bezweifelte bezweifeln"
    ),
    attributed=("behauptet", "behaupten", "behauptete", "angeblich"),
    relatives=("der", "die", "das", "den", "dem", "denen", "wo"),
    intent=words("erwartet erwarten geplant vorläufig vorläufigen mutmaßliche mutmaßlichen prognostiziert")
    + words(
        "plant planen will wollen möchte beabsichtigt angekündigt droht drohte drohen hofft versucht versuchte"
        " vorgesehen beantragt sollte sollten"
    ),
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
    stop_words=frozenset(
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
    doubting=frozenset(
        words(
            "bezweifelt bezweifelte bezweifeln glaubt glaubte glauben meint meinte ob falls schloss schließt lehnt"
            " lehnte zweifelt zweifelte unklar sei seien habe hätte hätten würde würden"
        )
    ),
    relations=frozenset(words("vor nach seit bis binnen innerhalb zwischen während")),
    measuring=frozenset(
        words(
            "veränderung größe kosten preis preise anstieg rückgang anteil rate entfernung dauer alter gewicht"
            " kapazität zuwachs fläche länge breite tiefe geschwindigkeit temperatur jährliche jährlicher vorjahr"
            " umsatz gewinn verlust schaden einnahmen ausgaben haushalt einwohner menschen personen durchschnitt ziel"
            " grenze fehlbetrag"
        )
    ),
    generic=frozenset(words("anzahl zahl summe gesamt gesamtzahl wert höhe menge betrag umfang")),
    qualifiers=frozenset(
        words(
            "bereinigte bereinigter bereinigtes bereinigten bereinigt brutto netto geschätzte"
            " geschätzten vorläufige vorläufigen durchschnittliche durchschnittlichen mittlere"
            " mittleren ehemalige ehemaligen ausländische ausländischen inländische geplante geplanten"
            " operative operativer operatives operativen nominale reale reales konsolidierte laufende"
            " laufenden männliche weibliche"
        )
    ),
    clause_breaks=("aber", "während", "doch", "sondern", "obwohl", "jedoch", "weil", "nachdem"),
    causes=listed("wegen; aufgrund; auf grund; infolge; angesichts; trotz; dank; vor dem hintergrund"),
    people=("menschen", "personen", "leute"),
    persons=words(
        "vermisste vermisst festgenommen obdachlos getöteten verwundete arbeiter passagiere bewohner fahrgäste schüler"
        " studenten flüchtlinge gäste mitarbeiter beschäftigte angestellte bauern polizisten besucher teilnehmer"
        " familien menschen personen leute männer frauen kinder zivilisten einwohner tote toten todesopfer verletzte"
        " verletzten getötet verletzt opfer soldaten"
    ),
    decades=("jahrzehnt", "jahrzehnte", "jahrzehnten"),
    points=("prozentpunkt", "prozentpunkte", "prozentpunkten"),
    measures=MEASURES,
    likelihood=("wahrscheinlich", "unwahrscheinlich", "wahrscheinlichkeit", "fast sicher"),
    confidence=("zuversicht", "gewissheit", "sicherheit"),
    connectors=CONNECTORS,
    quantities=GERMAN_QUANTITIES,
    counting=GERMAN_COUNTING,
    discourse=DISCOURSE,
    left_open=LEFT_OPEN,
    speaking=SPEAKING,
)
