"""The table of words of Spanish; its longer parts are in the modules beside it."""

from __future__ import annotations

from decimal import Decimal

from briefing.evidence.languages.spanish_connectors import CONNECTORS
from briefing.evidence.languages.spanish_counting import SPANISH_COUNTING
from briefing.evidence.languages.spanish_discourse import DISCOURSE, LEFT_OPEN
from briefing.evidence.languages.spanish_quantities import MEASURES, SPANISH_QUANTITIES
from briefing.evidence.languages.spanish_speaking import SPEAKING
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
    "cero uno dos tres cuatro cinco seis siete ocho nueve diez once doce trece catorce quince dieciséis diecisiete"
    " dieciocho diecinueve veinte veintiuno veintidós veintitrés veinticuatro veinticinco veintiséis veintisiete"
    " veintiocho veintinueve"
)
_TENS = "treinta cuarenta cincuenta sesenta setenta ochenta noventa"
_HUNDREDS = (
    ("doscientos", 200),
    ("trescientos", 300),
    ("cuatrocientos", 400),
    ("quinientos", 500),
    ("seiscientos", 600),
    ("setecientos", 700),
    ("ochocientos", 800),
    ("novecientos", 900),
)
_MONTHS = "enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre"
_DAYS = "lunes martes miércoles jueves viernes sábado domingo"


SPANISH = Language(
    tag="es",
    abbreviations=words(
        "sr sra srta dr dra d dña ing lic prof gral cap tte núm nº art aprox ca etc pág págs p pp vol ed ee.uu ee uu"
        " s.a ene feb mar abr jun jul ago sep sept oct nov dic a.c d.c av avda tel máx mín ud uds"
    ),
    negative_prefixes=(("in", r"[^\W\d_]{6}"), ("im", "p(?:osib|robab)"), ("des", r"[^\W\d_]{6}")),
    thousands=".",
    decimal=",",
    number_words={word: number for number, word in enumerate(_UNITS.split())}
    | {word: 10 * number for number, word in enumerate(_TENS.split(), 3)}
    | dict(_HUNDREDS)
    | {word.replace("ientos", "ientas"): number for word, number in _HUNDREDS}
    | {"un": 1, "una": 1, "veintiún": 21, "veintiuna": 21, "ambos": 2, "ambas": 2, "quinientas": 500},
    scales={
        "cien": Decimal(100),
        "ciento": Decimal(100),
        "mil": Decimal(1000),
        "millón": Decimal(10**6),
        "millones": Decimal(10**6),
        "billón": Decimal(10**12),
        "billones": Decimal(10**12),
        "docena": Decimal(12),
        "docenas": Decimal(12),
    },
    short_scales={"m": Decimal(10**6), "mm": Decimal(10**6), "mill.": Decimal(10**6)},
    joiners=("y",),
    indefinite_articles=("un", "una"),
    fractions={
        "mitad": Decimal(1) / 2,
        "medio": Decimal(1) / 2,
        "media": Decimal(1) / 2,
        "tercio": Decimal(1) / 3,
        "tercios": Decimal(1) / 3,
        "cuarto": Decimal(1) / 4,
        "cuartos": Decimal(1) / 4,
        "quinta parte": Decimal(1) / 5,
        "quinto": Decimal(1) / 5,
        "quintos": Decimal(1) / 5,
        "décima parte": Decimal(1) / 10,
    },
    out_of=("de cada",),
    percent=("%", "por ciento", "por cien", "puntos porcentuales", "punto porcentual"),
    ranges=("a", "y", "o"),
    until=("hasta",),
    between=(("entre", "y"),),
    from_words=("de", "desde"),
    vague=(
        "decenas",
        "docenas",
        "cientos",
        "centenares",
        "miles",
        "millones",
        "varios",
        "varias",
        "muchos",
        "muchas",
        "algunos",
        "algunas",
        "pocos",
        "pocas",
    ),
    hedges_before={
        "por sobre": OVER,
        "unos": ABOUT,
        "unas": ABOUT,
        "cerca de": ABOUT | NEARLY,
        "alrededor de": ABOUT,
        "aproximadamente": ABOUT,
        "en torno a": ABOUT,
        "más o menos": ABOUT,
        "se estima en": ABOUT,
        "se estiman en": ABOUT,
        "estimado en": ABOUT,
        "estimados en": ABOUT,
        "~": ABOUT,
        "≈": ABOUT,
        "casi": NEARLY,
        "más de": OVER,
        "por encima de": OVER,
        "supera los": OVER,
        "supera las": OVER,
        "superan los": OVER,
        "superó los": OVER,
        "superaron los": OVER,
        "≥": AT_LEAST,
        "≤": AT_MOST,
        "supera": OVER,
        "superan": OVER,
        "superó": OVER,
        "superaron": OVER,
        "excede": OVER,
        "poco más de": OVER,
        "poco menos de": NEARLY | UNDER,
        "rozando": NEARLY,
        ">": OVER,
        "menos de": UNDER,
        "por debajo de": UNDER,
        "<": UNDER,
        "al menos": AT_LEAST,
        "por lo menos": AT_LEAST,
        "como mínimo": AT_LEAST,
        "un mínimo de": AT_LEAST,
        "no menos de": AT_LEAST,
        "como máximo": AT_MOST,
        "un máximo de": AT_MOST,
        "a lo sumo": AT_MOST,
        "hasta": AT_MOST,
        "no más de": AT_MOST,
    },
    hedges_after={
        "aproximadamente": ABOUT,
        "más o menos": ABOUT,
        "como mínimo": AT_LEAST,
        "al menos": AT_LEAST,
        "o más": AT_LEAST,
        "como máximo": AT_MOST,
        "o menos": AT_MOST,
    },
    no_hedge_after=words("desde febrero enero marzo abril mayo junio julio"),
    estimated=("se estima en", "se estiman en", "estimado en", "estimados en"),
    capital_names=True,
    titles=frozenset(
        words(
            "presidente presidenta ministro ministra ministerio gobierno estado estados república reino unión ejército"
            " armada policía parlamento congreso senado tribunal supremo consejo banco central universidad iglesia"
            " general coronel alcalde alcaldesa rey reina príncipe princesa papa don doña señor señora doctor doctora"
            " norte sur este oeste navidad internet"
        )
    ),
    demonyms=(
        ("España", "español"),
        ("Francia", "francés"),
        ("Alemania", "alemán"),
        ("Inglaterra", "inglés"),
        ("Portugal", "portugués"),
        ("Rusia", "ruso"),
        ("Ucrania", "ucraniano"),
        ("China", "chino"),
    ),
    name_endings=words("a o as os es ano ana anos anas ense enses és esa ino ina eño eña"),
    months={word: number for number, word in enumerate(_MONTHS.split(), 1)}
    | {word[:3]: number for number, word in enumerate(_MONTHS.split(), 1) if word != "mayo"}
    | {"sept": 9, "setiembre": 9},
    capital_months=False,
    weekdays={word: number for number, word in enumerate(_DAYS.split())},
    seasons={
        "primavera": 21,
        "verano": 22,
        "otoño": 23,
        "invierno": 24,
        "primer trimestre": 33,
        "segundo trimestre": 34,
        "tercer trimestre": 35,
        "cuarto trimestre": 36,
        "último trimestre": 36,
        "primer semestre": 40,
        "segundo semestre": 41,
        "primera mitad": 40,
        "segunda mitad": 41,
    },
    ordinals={},
    ordinal_ends=("º", "ª", "o", "a", ".º"),
    century=("siglo",),
    decade_ends=(),
    about_dates=("hacia", "alrededor de", "en torno a", "cerca de", "aproximadamente en", "circa", "~"),
    day_words={
        "anteayer": -2,
        "antes de ayer": -2,
        "ayer": -1,
        "anoche": -1,
        "hoy": 0,
        "pasado mañana": 2,
        "mañana": 1,
    },
    last=("pasado", "pasada", "el pasado", "la pasada", "último", "última", "últimos", "últimas"),
    this=("este", "esta", "el", "la"),
    next=("próximo", "próxima", "el próximo", "la próxima", "próximos", "próximas"),
    up_to_now=("último", "última"),
    day_parts=("por la mañana", "por la tarde", "por la noche"),
    recurring=("cada", "todos los", "un"),
    told_sides=("aquel", "aquella", "ese", "esa", "mismo", "misma"),
    named_days=(("", "santo"), ("", "negro"), ("", "de ceniza"), ("", "de resurrección"), ("", "de ramos")),
    told_years=("del mismo año", "de ese año", "de aquel año"),
    half_more=("y medio", "y media"),
    births=words("nacido nacida nacidos nacidas nació nacieron nacimiento"),
    compared_rates=("contra", "tras"),
    records=("el más", "la más", "más alto", "más alta", "más bajo", "más baja", "primera vez", "mayor", "menor"),
    many_units=("días", "semanas", "meses", "años"),
    told_then=("siguiente", "antes"),
    compared=("frente a", "frente al", "comparado con", "en comparación con", "respecto a", "respecto al"),
    reports=frozenset(
        words(
            "beneficio beneficios ventas ingresos resultado resultados crecimiento economía inflación pib acciones paro"
            " empleo"
            " producción exportaciones importaciones pedidos precios previsión dividendo consumo pérdida pérdidas"
        )
    ),
    present_year={
        "fin de año": "end",
        "final de año": "end",
        "finales de año": "end",
        "fines de año": "end",
        "principios de año": "start",
        "el año en curso": "",
    },
    words_too={"mañana": ("la", "esta")},
    night_words=("durante la noche",),
    time_units={
        "día": "day",
        "días": "day",
        "semana": "week",
        "semanas": "week",
        "mes": "month",
        "meses": "month",
        "año": "year",
        "años": "year",
    },
    ago=("hace ", "atrás", "antes"),
    future=words(
        "comienza empieza exige será serán próximo próxima"
        " previsto prevista previstos prevé prevén planea planean va van deberá deberán habrá"
    ),
    # Dates, further words.
    day_first=True,
    eras_before=("a. C.", "a.C.", "a. de C.", "a. e. c.", "antes de Cristo", "antes de nuestra era"),
    eras_after=("d. C.", "d.C.", "d. de C.", "después de Cristo", "de nuestra era"),
    date_parts={
        "principios de": "early",
        "principios del": "early",
        "comienzos de": "early",
        "comienzos del": "early",
        "inicios de": "early",
        "inicios del": "early",
        "el comienzo de": "start",
        "el inicio de": "start",
        "mediados de": "mid",
        "mediados del": "mid",
        "finales de": "late",
        "finales del": "late",
        "fines de": "late",
        "el final de": "end",
        "final de": "end",
        "fin de": "end",
    },
    date_bounds={
        "antes de": "before",
        "antes del": "before",
        "después de": "after",
        "después del": "after",
        "tras": "after",
        "hasta": "until",
        "hasta el": "until",
        "para": "by",
        "antes o en": "latest",
        "a más tardar en": "latest",
        "a más tardar el": "latest",
        "como muy tarde en": "latest",
        "no más tarde de": "latest",
        "desde": "since",
        "a partir de": "from",
        "a partir del": "from",
        "no antes de": "earliest",
        "no antes del": "earliest",
        "como muy pronto en": "earliest",
        "como pronto en": "earliest",
    },
    date_bounds_behind={
        "o antes": "latest",
        "como muy tarde": "latest",
        "a más tardar": "latest",
        "o después": "earliest",
        "o más tarde": "earliest",
        "en adelante": "from",
    },
    date_fillers=("el", "la", "los", "en", "año", "al", "a", "ejercicio", "al menos"),
    date_to=("a", "al", "hasta", "hasta el"),
    date_or=("o", "u"),
    date_and=("y", "e"),
    date_between=("entre",),
    not_but=(("no", "sino"),),
    instead_of=("en lugar de", "en vez de", "y no en", "y no el"),
    in_year=("en",),
    year_words=("año",),
    after_year=words("el la los las él ella un una y cuando fue era se"),
    counted_nouns=words(
        "votos escaños empleos puestos casas viviendas hogares casos miembros invitados espectadores alumnos"
        " estudiantes empleados agentes policías barcos vehículos coches camiones trenes autobuses vuelos ejemplares"
        " libros árboles animales ovejas acciones toneladas unidades empresas escuelas hospitales tiendas granjas"
        " pueblos ciudades islas páginas palabras barriles botellas entradas visitantes turistas migrantes refugiados"
        " manifestantes presos rehenes combatientes horas grados puntos euros dólares pesos libras voltios vatios"
        " agricultores"
    ),
    decade_before=("años", "los años", "década de", "la década de", "década de los"),
    decade_words={
        f"{before}{word}": number
        for before in ("años ", "década de los ")
        for word, number in (
            ("veinte", 20),
            ("treinta", 30),
            ("cuarenta", 40),
            ("cincuenta", 50),
            ("sesenta", 60),
            ("setenta", 70),
            ("ochenta", 80),
            ("noventa", 90),
        )
    },
    century_before=("siglo", "siglos"),
    holidays={
        "año nuevo": (1, 1),
        "nochevieja": (12, 31),
        "nochebuena": (12, 24),
        "navidad": (12, 25),
        "día del trabajo": (5, 1),
        "todos los santos": (11, 1),
    },
    weekend=("fin de semana",),
    week_words=("semana",),
    week_of=("la semana del",),
    week_to=("la semana terminada el", "la semana hasta el"),
    day_of_year=("día de", "día del año", "día del"),
    fiscal=("ejercicio",),
    months_to=("meses hasta", "meses hasta el", "meses terminados en", "meses terminados el"),
    period_to={
        "año hasta": 12,
        "ejercicio terminado el": 12,
        "doce meses hasta": 12,
        "trimestre terminado el": 3,
        "semestre terminado el": 6,
    },
    first_months={
        f"primeros {word} meses": number
        for number, word in enumerate(words("dos tres cuatro cinco seis siete ocho nueve diez once"), 2)
    },
    last_behind=("pasado", "pasada", "pasados", "pasadas", "último", "última", "últimos", "últimas"),
    next_behind=("próximo", "próxima", "próximos", "próximas", "siguiente", "que viene"),
    appointed=("para",),
    within=("dentro de", "en"),
    counted_from=listed("desde; tras; después; siguientes; posteriores; a partir de; de la; del"),
    past=words(
        "dijo hubo fue fueron era eran estaba había tuvo hizo hicieron llegó murió abrió cerró ganó perdió cayó subió"
        " ha han dieron puso anunciado decidido"
    ),
    past_endings=("ó", "aron", "ieron", "uvo", "izo", "ujo", "uso"),
    future_endings=("rán", "rá"),
    future_told=("sería", "serían", "iba a", "iban a", "habrá", "habría"),
    saying=words("dijo anunció afirmó aseguró declaró informó confirmó explicó señaló anunciado decidido"),
    begins=words(
        "empie empez comien comenz inici abr abier lanz fund cre toma tomó asum lleg entr nombr eleg elig cas nac nace"
        " adopt firm prohib impus impon instal estall"
    ),
    ends=words(
        "fin acab termin cierr cerr deja dejó muer muri falle dimit dimisi expir levant complet disol reabr reanud"
    ),
    happens=words("esto eso ocurre ocurrió sucede sucedió pasa pasó"),
    date_lines=("publicado", "publicado el", "actualizado", "actualizado el", "fecha", "modificado el"),
    date_updates=("actualizado", "actualizado el", "modificado el"),
    ending_words=("expir", "venc", "plazo", "terminó", "termina"),
    zones={"utc": 0, "gmt": 0, "cet": 60, "cest": 120},
    noon={"mediodía": 720, "medianoche": 0},
    half_days={"a. m.": 0, "a.m.": 0, "p. m.": 720, "p.m.": 720},
    doubt=(
        *words(
            "podría podrían quizá quizás tal-vez probablemente posiblemente aparentemente presuntamente supuestamente"
            " presunto presunta supuesto supuesta parece parecen sugiere sugieren sugirió habría habrían sería serían"
            " estaría estarían puede pueden"
        ),
        "susceptible de",
        "susceptibles de",
    ),
    doubt_tail=("sugiere", "sugieren", "sugirió"),
    negation=("no", "nunca", "jamás", "ningún", "ninguno", "ninguna", "nadie", "tampoco", "ni"),
    no_negation=words("solo sólo menos más obstante"),
    never_before=(
        "sin embargo",
        "sin duda",
        "sin duda alguna",
        "sin lugar a dudas",
        "sin contar",
        "sin precedentes",
        "sin más",
        "sin perjuicio",
        "no obstante",
        "como nunca",
        "como nunca antes",
    ),
    denial=words(
        "negó niega niegan negaron desmintió desmiente desmienten desmintieron rechazó rechaza rechazan falso falsa"
    ),
    attributed=(),
    relatives=("que", "quien", "quienes", "cuyo", "cuya", "donde"),
    intent=words(
        "prevé prevén previsto prevista espera esperan esperado planea planean proyecta proyectado provisional"
        " preliminar sospechoso amenazó"
    ),
    opposites=(
        (words("muert fallec mató mataron murió murieron"), words("herid lesion")),
        (
            words("aument subió subieron sube suben creció crecieron crece alza incremen"),
            words("baj cayó cayeron cae caen descend disminu reduj reduc caída descenso"),
        ),
        (words("ganó ganaron gana ganan"), words("perdió perdieron pierde pierden")),
        (words("abrió abrieron abre apertura"), words("cerró cerraron cierra cierre")),
        (words("firm"), words("rechaz")),
    ),
    softer=words(
        "podría debería espera prev teme riesgo estim posib amenaz según incierto si plan proyecto pretende cree"
        " considera duda"
    ),
    weaker=words(
        "sin fracas rechaz falt incapaz evit impid deten cero nada apenas contra opon imposib improb sigue salvo en-vez"
    ),
    stop_words=frozenset(
        words(
            "los las una unos unas que quien con por para del sus está están ser son fue fueron han había habían como"
            " más muy todo todos todas entre sobre desde hasta también"
        )
    ),
    endings=words(
        "s es a o as os e en ó é ió ieron aron aba aban ía ían ado ada ados adas ido ida idos idas ar er ir ando iendo"
        " ará arán erá erán irá irán ción ciones miento mientos mente ura uras"
    ),
    irregular={
        form: base
        for base, forms in (
            ("ser", "es son fue fueron era eran será serán"),
            ("ir", "va van iba iban irá irán"),
            ("hacer", "hizo hicieron hace hacen hecho"),
            ("morir", "murió murieron muere mueren muerto muertos muerta muertas muerte muertes"),
            ("abrir", "abierto abierta abiertos abrió abre"),
            ("cerrar", "cierra cierran cierre cerró"),
            ("decir", "dijo dijeron dice dicen dicho"),
            ("poner", "puso pusieron puesto pone ponen"),
            ("venir", "vino vinieron viene vienen"),
            ("largo", "longitud largos larga largas"),
            ("alto", "altura altos alta altas"),
            ("ancho", "anchura anchos ancha anchas"),
        )
        for form in forms.split()
    },
    function_words=frozenset(
        words(
            "el la los las lo un una unos unas al del de a ante bajo con contra desde durante en entre hacia hasta"
            " mediante para por según sin sobre tras y e o u ni pero sino aunque porque pues que si como cuando donde"
            " quien quienes cuyo cuya cual cuales este esta estos estas ese esa esos esas aquel aquella esto eso su"
            " sus se me te le les nos os mi mis tu tus nuestro nuestra él ella ellos ellas yo nosotros ya también"
            " tampoco muy más menos tan tanto todo toda todos todas otro otra otros otras mismo misma cada ha han he"
            " hemos había habían haber habrá es son fue fueron era eran ser sido está están estaba estar será serán"
            " puede pueden podrá va van no nunca dijo dice dijeron dicen afirmó afirma aseguró asegura informó"
            " informa declaró señaló anunció además entonces aún así solo sólo"
        )
    ),
    reporting=frozenset(
        words(
            "dijo dice dijeron dicen afirmó afirma afirman aseguró asegura informó informa declaró señaló anunció según"
            " explicó explica indicó indica estima estiman calcula calculan añadió"
        )
    ),
    doubting=frozenset(words("duda dudan cree creen piensa piensan si rechaza rechazan descarta descartan")),
    relations=frozenset(words("antes después desde hasta durante entre tras")),
    measuring=frozenset(
        words(
            "coste costes costo precio precios variación aumento subida caída descenso dinero cuota tasa distancia"
            " porcentaje duración edad peso capacidad población presupuesto longitud altura anchura profundidad"
            " velocidad temperatura ganancia pérdida daños ingresos gastos personas media objetivo límite superficie"
            " alza baja"
        )
    ),
    generic=frozenset(words("importe número cantidad total suma cifra valor tamaño nivel")),
    qualifiers=frozenset(
        words(
            "bruto bruta neto neta ajustado ajustada corregido medio media mediano estimado estimada"
            " provisional antiguo antiguos operativo orgánico consolidado nominal real extranjeros"
            " previsto subyacente"
        )
    ),
    clause_breaks=("pero", "mientras", "aunque", "sino", "porque", "después", "cuando"),
    causes=listed(
        "debido a; debido al; a causa de; a causa del; por culpa de; por culpa del; gracias a; gracias al;"
        " pese a; pese al; a pesar de; a pesar del; como consecuencia de; como consecuencia del; como"
        " resultado de; como resultado del; en medio de; en medio del; tras"
    ),
    people=("personas", "gente"),
    persons=words(
        "personas hombres mujeres niños civiles habitantes muertos muertas muertes fallecidos heridos víctimas soldados"
        " desaparecidos desplazados detenidos trabajadores pacientes pasajeros"
    ),
    decades=("década", "décadas", "decenio", "decenios"),
    points=("punto porcentual", "puntos porcentuales"),
    measures=MEASURES,
    likelihood=("probable", "probablemente", "improbable", "probabilidad", "verosímil"),
    confidence=("confianza", "certeza"),
    connectors=CONNECTORS,
    quantities=SPANISH_QUANTITIES,
    counting=SPANISH_COUNTING,
    discourse=DISCOURSE,
    left_open=LEFT_OPEN,
    speaking=SPEAKING,
)
