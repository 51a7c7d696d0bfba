"""The words of German around numbers, and its units of measure."""

from __future__ import annotations

from briefing.evidence.languages.quantities import Quantities
from briefing.evidence.languages.table import words

MEASURES = {
    "%": ("%", "prozent"),
    "pp": ("pp", "prozentpunkt", "prozentpunkte", "prozentpunkten", "punkt", "punkte", "punkten"),
    "bp": ("bp", "basispunkt", "basispunkte", "basispunkten"),
    "‰": ("‰", "promille"),
    "miles": ("meile", "meilen"),
    "nmi": ("seemeile", "seemeilen"),
    "m": ("m", "meter", "metern", "mio"),
    "km": ("km", "kilometer", "kilometern"),
    "cm": ("cm", "zentimeter", "zentimetern"),
    "mm": ("mm", "millimeter", "millimetern"),
    "ft": ("ft", "fuß"),
    "km²": ("km²", "km2", "quadratkilometer", "quadratkilometern"),
    "m²": ("m²", "m2", "quadratmeter", "quadratmetern", "qm"),
    "ha": ("ha", "hektar"),
    "acres": ("acre", "acres"),
    "kg": ("kg", "kilogramm", "kilo"),
    "g": ("g", "gramm"),
    "t": ("t", "tonne", "tonnen"),
    "l": ("l", "liter", "litern"),
    "bbl": ("barrel", "fass"),
    "m³": ("m³", "m3", "kubikmeter", "kubikmetern"),
    "ms": ("ms", "millisekunde", "millisekunden"),
    "s": ("s", "sekunde", "sekunden"),
    "min": ("min", "min.", "minute", "minuten"),
    "h": ("h", "std.", "stunde", "stunden"),
    "day": ("tag", "tage", "tagen"),
    "week": ("woche", "wochen"),
    "month": ("monat", "monate", "monaten"),
    "year": ("jahr", "jahre", "jahren"),
    "decade": ("jahrzehnt", "jahrzehnte", "jahrzehnten"),
    "century": ("jahrhundert", "jahrhunderte", "jahrhunderten"),
    "EUR": ("eur", "€", "euro"),
    "USD": ("usd", "$", "us$", "dollar", "us-dollar"),
    "CAD": ("cad", "$", "dollar", "kanadische dollar", "kanadischen dollar"),
    "AUD": ("aud", "$", "dollar", "australische dollar", "australischen dollar"),
    "NZD": ("nzd", "nz$", "$", "dollar", "neuseeland-dollar"),
    "HKD": ("hkd", "hk$", "$", "dollar", "hongkong-dollar"),
    "cents": ("cent", "cents"),
    "GBP": ("gbp", "£", "pfund", "pfund sterling"),
    "lb": ("pfund",),
    "JPY": ("jpy", "¥", "yen"),
    "CNY": ("cny", "¥", "yuan", "renminbi"),
    "RUB": ("rub", "₽", "rubel"),
    "CHF": ("chf", "franken"),
    "SEK": ("sek", "kronen", "schwedische kronen"),
    "NOK": ("nok", "kronen", "norwegische kronen"),
    "DKK": ("dkk", "kronen", "dänische kronen"),
    "CZK": ("czk", "kronen", "tschechische kronen"),
    "PLN": ("pln", "zloty"),
    "UAH": ("uah", "hrywnja"),
    "TRY": ("try", "lira"),
    "kW": ("kw", "kilowatt"),
    "MW": ("mw", "megawatt"),
    "GW": ("gw", "gigawatt"),
    "TW": ("tw", "terawatt"),
    "kWh": ("kwh", "kilowattstunde", "kilowattstunden"),
    "MWh": ("mwh", "megawattstunde", "megawattstunden"),
    "GWh": ("gwh", "gigawattstunde", "gigawattstunden"),
    "TWh": ("twh", "terawattstunde", "terawattstunden"),
    "ly": ("lichtjahr", "lichtjahre", "lichtjahren"),
    "ppm": ("ppm",),
    "°C": ("°c", "grad", "grad celsius", "°", "celsius"),
    "°F": ("°f", "grad", "grad fahrenheit", "°", "fahrenheit"),
    "km/h": ("km/h", "stundenkilometer", "stundenkilometern", "kilometer pro stunde", "tempo"),
    "knots": ("knoten",),
}

GERMAN_QUANTITIES = Quantities(
    small_words=frozenset(
        words(
            "der die das den dem des ein eine einen einem einer eines und oder aber von vom im in an am auf aus bei"
            " beim bis durch für gegen mit nach ohne seit über um unter vor zu zum zur zwischen als wie dass wenn weil"
            " ist sind war waren sei wird werden wurde wurden hat haben hatte hatten kann können soll sollen muss nicht"
            " kein keine nur auch noch schon mehr weniger so sich er sie es wir ihr ihre sein seine davon darunter"
            " sowie jeweils insgesamt gestern heute pro je"
        )
    ),
    ordinal_before=words(
        "am der die das dem den des zum zur beim im vom seinem ihrem seiner ihrer ihre sein jeden jeder jede ein eine"
        " einem einer mein ab"
    ),
    numbered=words(
        "artikel art. paragraph paragraf § §§ absatz abs. nummer nr. nr zimmer raum flug linie seite seiten s."
        " kapitel kap. abbildung tabelle resolution version gate gleis block bus boeing airbus typ modell klasse"
        " kategorie stufe phase band bd. ziffer autobahn bundesstraße bezirk sektor zone kanal reaktor anlage fassung"
        " straßenbahn formel abschnitt tor akte fall windows punkt"
    ),
    clock=words("uhr"),
    aged_before=words("alter"),
    aged_behind=("-jährige", "-jähriger", "-jährigen", "-jähriges", " jahre alt", "-jährig"),
    age_words=("alter", "alt", "jahr", "jung", "ält", "jüng"),
    nothing=words("kein keine keinen keinem keiner null niemand nichts ohne nie nicht unverändert weder"),
    single=words("ein eine einen einem einer einzige einziger einziges einzigen einmal nur"),
    minus=("minus", "negativ mit", "negativ bei", "unter null.", "negativ.", "im minus.", "in den roten zahlen."),
    rises=words(
        "stieg* steig* gestiegen* wuchs* wachs* gewachsen* zunahm* zugenommen* zunehm* zunahme erhöh* anstieg* plus"
        " mehr kletter* verteuer* zuleg* gewann* gewonn* verdoppel* höher* hinzu aufgestockt* größer*"
    ),
    falls=words(
        "sank* sink* gesunken* fiel fielen fall fallen fällt gefallen rückgang* rückgäng* abnahm* abgenommen* abnehm*"
        " verlor* verlier* verlust* fehlbetrag* minus weniger niedriger* schrumpf* geschrumpft* gekürzt* kürz* senk*"
        " gesenkt* reduzier* verringer* einbruch* eingebrochen* brach gestrichen* streich* strich* nachgab*"
        " nachgegeben* defizit* einbuß* negativ* halbier* tiefer* abbau* abgebaut* kleiner*"
    ),
    changes=words("änderung* veränderung* unterschied* differenz* wachstum anstieg* zunahme* erhöhung* zuwachs"),
    levels=words("auf bei von"),
    change_nouns=words(
        "verlust* fehlbetrag* defizit* rückgang* minus einbuß* einbruch* anstieg* plus zuwachs* zunahme* steigerung*"
        " erhöhung* abnahme* abbau* negativ*"
    ),
    change_amounts=("von",),
    since=words("in im seit bis jahr jahre ab anfang ende mitte"),
    contests=words(
        "gewann gewannen gewonnen sieg siegte siegten verlor verloren schlug besiegte unentschieden tor tore toren"
        " spiel stimmen abstimmung satz"
    ),
    ranging=words("zwischen spanne reicht reichen schwankt schwanken variiert variieren"),
    leaving_out=words("vor ohne nach"),
    contacts=words(
        "kontakt kontakte pressekontakt medienkontakt ansprechpartner ansprechpartnerin ansprechpartnerinnen rückfragen"
    ),
    telephone=words("tel tel. telefon telefonnummer hotline fax rufnummer mobil"),
    tolerance=("±", "+/-", "plus/minus", "plus minus", "plusminus"),
    counted=r"(?-i:[A-ZÄÖÜ][\w'-]{2,})",
    not_over=("über",),
    estimated_things=(r"geschätzte[nr]?(?:\s\w+){1,2}\svon", r"schätzung(?:en)?(?:\s\w+){0,3}\sauf"),
    estimates=words("schätz geschätz"),
    implied=(
        (words("höhe"), "m", words("hoch hohe hoher hohes hohen höhe")),
        (words("länge"), "m", words("lang länge")),
        (words("länge dauer zeit"), "h", words("lang dauer lauf länge")),
        (words("entfernung abstand"), "m", words("entfernt entfernung weg von")),
        (words("alter"), "year", words("alt alte alter altes")),
        (words("tiefe"), "m", words("tief unter")),
        (words("breite"), "m", words("breit")),
        (words("durchmesser"), "m", words("durchmesser")),
        (words("kosten preis"), "EUR", words("kost preis bezahl verkauf gekauft")),
        (words("fläche größe"), "km²", ()),
        (words("gewicht"), "kg", words("wieg schwer gewicht")),
        (words("geschwindigkeit"), "km/h", ()),
        (words("temperatur"), "°C", ()),
    ),
    dimensions=(
        (words("höhe breite tiefe dicke"), "m"),
        (words("länge entfernung"), "m h"),
        (words("preis kosten gehalt lohn gebühr"), "EUR"),
        (words("fläche"), "km²"),
        (words("gewicht"), "kg"),
        (words("geschwindigkeit"), "km/h"),
        (words("temperatur"), "°C"),
        (words("dauer"), "h"),
    ),
    by=("um",),
    fates=(
        words("getöt tot tote tödlich todesopfer starb gestorben umgekommen ums"),
        words("verletz verwund"),
        words("vermiss"),
        words("festgenommen verhaft inhaft"),
        words("obdachlos vertrieb evakuier"),
        words("gerettet überleb"),
        words("bord"),
    ),
    references=frozenset(words("es sie er dort hier darin damit dabei davon darunter diese dieser dieses jene ihnen")),
    label_words=frozenset(
        words(
            "gespielte geplante betroffene erwartete verlorene gefundene verbleibende benötigte verfügbare weitere"
            " zusätzliche geschätzte insgesamt netto brutto pro derzeitige heutige frühere bisherige jährliche höchste"
            " vertrauensbereich konfidenzintervall schätzung prognose"
        )
    ),
    qualifiers=frozenset(
        words(
            "bereinigter bereinigte bereinigtes bereinigten realer reale nominale nominaler"
            " harmonisierter harmonisierte"
        )
    ),
)
