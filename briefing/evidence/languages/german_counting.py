"""The words of German between a number and what it counts."""

from __future__ import annotations

from decimal import Decimal

from briefing.evidence.languages.counting import Counting
from briefing.evidence.languages.table import listed, words

GERMAN_COUNTING = Counting(
    long_scales={Decimal(10**6): "Millionen", Decimal(10**9): "Milliarden"},
    plural_units={
        "tonne": "tonnen",
        "stunde": "stunden",
        "minute": "minuten",
        "sekunde": "sekunden",
        "woche": "wochen",
        "jahr": "jahre",
        "monat": "monate",
        "tag": "tage",
    },
    points="Prozentpunkte",
    wholes=listed("des BIP; des Bruttoinlandsprodukts; der Wirtschaftsleistung"),
    per="pro",
    per_any=words("pro je"),
    interval_words=listed("ki; ci; konfidenzintervall; vertrauensbereich; vertrauensintervall"),
    numbered=words("tag runde kapitel teil phase gruppe akt"),
    no_quantities=words("beide beiden"),
    idioms=listed("auf einen Schlag; auf eins; Notruf 110; Notruf 112"),
    level_verbs=words(
        "ist sind war waren betrug betragen beträgt beläuft beliefen belief liegt lagen lag erreichte erreichten"
        " erreicht kam kamen steht stand standen kostete kosten kostet machte macht machten zählt zählte umfasst"
        " umfasste misst wiegt blieb bleibt blieben wurde wurden bezifferte beziffert beziffern schätzt schätzen"
        " schätzte hob hoben überstieg übertraf verharrte schloss lautet lautete entspricht entsprach nahm nahmen"
        " nimmt legte legten ging gingen gab gaben stellte hatte hatten hat habe haben verzeichnete verzeichneten"
        " verzeichnet erzielte erwirtschaftete steigerte steigerten steigert"
    ),
    links=words("auf bei von um mit für gegenüber nach zu zum zwischen über unter an im in aus"),
    comparisons=listed("gegenüber; nach; statt; verglichen mit; im vergleich zu; zuvor; vorher"),
    clause_words=frozenset(
        words("dass während weil obwohl wenn als nachdem bevor da und aber oder doch sondern denn damit sodass")
    ),
    auxiliaries=frozenset(
        words(
            "ist sind war waren wurde wurden worden wird werden hat haben hatte hatten habe hätten sei seien kann"
            " können konnte konnten soll sollen sollte muss müssen musste mussten würde würden"
        )
    ),
    passive=frozenset(words("ist sind war waren wurde wurden worden wird werden sei seien")),
    modals=frozenset(words("kann können soll sollen muss müssen")),
    adverbs=frozenset(
        words(
            "auch noch bereits schon inzwischen derzeit aktuell zuletzt hingegen dagegen jedoch allerdings insgesamt"
            " nur leicht schwer deutlich stark knapp weiter zudem damit so somit wieder erneut bislang bisher jetzt"
            " dort hier davon zunächst dann mittlerweile zugleich wohl voraussichtlich etwa rund sogar"
        )
    ),
    participle_pattern=(
        r"(?:\w{0,6}ge[a-zäöü]{2,}(?:t|en)|(?:ver|zer|ent|er|be|über|unter)[a-zäöü]{3,}(?:t|en)|[a-zäöü]{3,}iert"
        r"|umgekommen|gestorben|abgesagt)"
    ),
    share="Anteil",
    rise="{} (Anstieg)",
    fall="{} (Rückgang)",
    change="{} (Veränderung)",
    change_nouns={
        "anstieg": "bei",
        "zuwachs": "bei",
        "plus": "bei",
        "zunahme": "bei",
        "steigerung": "bei",
        "erhöhung": "bei",
        "rückgang": "bei",
        "minus": "bei",
        "abnahme": "bei",
        "verlust": "bei",
        "einbruch": "bei",
        "senkung": "bei",
        "veränderung": "bei",
    },
    of_it="{}: {}",
    before="zuvor",
    before_behind=", {}",
    amount="Betrag",
    pieces=words("für in im an auf aus mit ohne bei gegen an unter"),
    determiners=frozenset(
        words("diese dieser dieses diesen jeder jede jedes alle kein keine sein seine ihr ihre ihren seinen eigene")
    ),
    not_objects=frozenset(
        words("es sie er wir ihr uns viele einige mehrere andere anderen mal prozent gestern heute morgen dabei dort")
    ),
    time_nouns=frozenset(
        words(
            "quartal quartals vorquartal vorjahr vorjahres vormonat jahr jahre jahren monat monate monaten woche"
            " wochen tag tage tagen halbjahr jahrzehnt zeitraum abend morgen nacht nachmittag wochenende uhr"
        )
    ),
    spans_behind=words("zuvor später früher vorher"),
    not_turns=frozenset(words("verlust verluste defizit fehlbetrag minus plus mehr weniger negativ")),
    totals=frozenset(
        words(
            "umsatz gewinn erlöse einnahmen ausgaben kosten verlust schaden schäden bilanz produktion ausfuhren"
            " einfuhren tote verletzte"
        )
    ),
    verb_pattern=r"[a-zäöüß]{3,}(?:t|te|ten|en)",
    place_words=words("in an aus bei"),
    in_all="insgesamt",
    multiples=words("mal fach"),
    levels=frozenset(
        words(
            "quote rate preis preise inflation arbeitslosigkeit anteil gehalt schulden bevölkerung kapazität"
            " durchschnitt wert niveau leitzins"
        )
    ),
    foresees=frozenset(words("erwartet erwarten erwartete prognostiziert rechnet")),
    unnamed=frozenset(words("zahl zahlen ergebnis ergebnisse schätzung schätzungen prognose prognosen betrag")),
    vague=frozenset(words("erste ersten letzte letzten neue neuen")),
    respectively=frozenset(words("beziehungsweise")),
    chances=frozenset(words("wahrscheinlicher unwahrscheinlicher")),
    state_verbs=frozenset(words("ist sind hat haben beschäftigt betreibt zählt bleiben leben")),
)
