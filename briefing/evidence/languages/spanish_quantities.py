"""The words of Spanish around numbers, and its units of measure."""

from __future__ import annotations

from briefing.evidence.languages.quantities import Quantities
from briefing.evidence.languages.table import listed, words

MEASURES = {
    "%": ("%", "por ciento", "por cien"),
    "pp": ("pp", "punto porcentual", "puntos porcentuales", "punto", "puntos"),
    "bp": ("pb", "punto básico", "puntos básicos"),
    "‰": ("‰", "por mil"),
    "miles": ("milla", "millas"),
    "nmi": ("milla náutica", "millas náuticas"),
    "m": ("m", "metro", "metros"),
    "km": ("km", "kilómetro", "kilómetros"),
    "cm": ("cm", "centímetro", "centímetros"),
    "mm": ("mm", "milímetro", "milímetros"),
    "ft": ("ft", "pie", "pies"),
    "km²": ("km²", "km2", "kilómetro cuadrado", "kilómetros cuadrados"),
    "m²": ("m²", "m2", "metro cuadrado", "metros cuadrados"),
    "ha": ("ha", "hectárea", "hectáreas"),
    "acres": ("acre", "acres"),
    "kg": ("kg", "kilogramo", "kilogramos", "kilo", "kilos"),
    "g": ("g", "gramo", "gramos"),
    "t": ("t", "tonelada", "toneladas"),
    "lb": ("libra", "libras"),
    "l": ("l", "litro", "litros"),
    "bbl": ("barril", "barriles"),
    "m³": ("m³", "m3", "metro cúbico", "metros cúbicos"),
    "s": ("s", "segundo", "segundos"),
    "min": ("min", "minuto", "minutos"),
    "h": ("h", "hora", "horas"),
    "day": ("día", "días"),
    "week": ("semana", "semanas"),
    "month": ("mes", "meses"),
    "year": ("año", "años"),
    "decade": ("década", "décadas", "decenio", "decenios"),
    "century": ("siglo", "siglos"),
    "EUR": ("eur", "€", "euro", "euros"),
    "USD": ("usd", "$", "us$", "dólar", "dólares", "dólares estadounidenses"),
    "CAD": ("cad", "$", "dólar", "dólares", "dólares canadienses"),
    "AUD": ("aud", "$", "dólar", "dólares", "dólares australianos"),
    "NZD": ("nzd", "$", "dólar", "dólares", "dólares neozelandeses"),
    "cents": ("céntimo", "céntimos", "centavo", "centavos"),
    "GBP": ("gbp", "£", "libra", "libras", "libras esterlinas"),
    "CHF": ("chf", "franco", "francos", "francos suizos"),
    "MXN": ("mxn", "$", "peso", "pesos", "pesos mexicanos"),
    "ARS": ("ars", "$", "peso", "pesos", "pesos argentinos"),
    "JPY": ("jpy", "¥", "yen", "yenes"),
    "CNY": ("cny", "¥", "yuan", "yuanes"),
    "kW": ("kw", "kilovatio", "kilovatios"),
    "MW": ("mw", "megavatio", "megavatios"),
    "GW": ("gw", "gigavatio", "gigavatios"),
    "kWh": ("kwh", "kilovatio hora", "kilovatios hora"),
    "MWh": ("mwh", "megavatio hora", "megavatios hora"),
    "GWh": ("gwh", "gigavatio hora", "gigavatios hora"),
    "ly": ("año luz", "años luz"),
    "ppm": ("ppm", "partes por millón"),
    "°C": ("°c", "grado", "grados", "grados celsius", "°", "celsius"),
    "°F": ("°f", "grado", "grados", "grados fahrenheit", "°", "fahrenheit"),
    "km/h": ("km/h", "kilómetros por hora"),
    "knots": ("nudo", "nudos"),
}

SPANISH_QUANTITIES = Quantities(
    small_words=frozenset(
        words(
            "el la los las un una unos unas de del y o pero a al en por para con sin sobre entre desde hasta contra"
            " que quien cuyo donde cuando si como es son era eran fue fueron ha han había habían será no más menos ya"
            " su sus se le les lo este esta estos estas según ayer hoy"
        )
    ),
    numbered=words(
        "artículo artículos art. sección número núm. nº n.º no. habitación sala vuelo línea ruta página páginas p."
        " pág. capítulo figura tabla cuadro resolución versión párrafo § puerta andén autobús boeing airbus tipo"
        " modelo clase categoría fase nivel tomo vol. autopista carretera sector zona distrito reactor anexo ley"
        " decreto fórmula núm expediente caso windows"
    ),
    clock=words("horas h a.m. p.m. am pm"),
    at_clock=("a las", "sobre las", "desde las"),
    aged_before=words("edad"),
    aged_behind=(" años de edad", " años,"),
    age_words=("edad", "año"),
    nothing=words("ningún ninguno ninguna cero nulo nadie nada sin ni nunca"),
    single=words("un una único única solo sola"),
    minus=(
        "menos",
        *listed("negativo de; negativa de; negativos de; negativas de; negativo en; negativa en; negativos en"),
        "bajo cero.",
        "grados bajo cero.",
    ),
    rises=words(
        "aument* sub* crec* alza* incremen* más avanz* mejor* gan* repunt* dispar* elev* duplic* encarec* mayor*"
    ),
    falls=words(
        "baj* cay* cae caen caída* descend* descens* disminu* reduj* reduc* perd* pierd* pérdida* menos déficit*"
        " recort* negativ* pérdidas retroced* desplom* contra* hund* menor* inferior* ralentiz*"
    ),
    changes=words("variación* cambio* diferencia* crecimiento* evolución* aumento* subida* alza*"),
    levels=words("al a hasta en"),
    since=words("en desde hasta año durante"),
    contests=words("ganó ganaron venció derrotó perdió perdieron gol goles empate empató partido voto votos marcador"),
    ranging=words("entre oscila oscilan varía varían"),
    leaving_out=words("antes sin excluyendo"),
    contacts=words("contacto contactos"),
    telephone=words("tel tel. teléfono llame fax"),
    tolerance=("±", "+/-", "más o menos"),
    counted=r"[^\W\d_][\w'-]{1,}s",
    not_counted=frozenset(
        words("más menos los las unos unas sus tras otros otras desde pues veces después antes jamás")
    ),
    estimated_things=(r"estimad[oa]s?\sen", r"estimación\sde"),
    estimates=words("estim calcul"),
    implied=(
        (words("altura altitud"), "m", words("alt")),
        (words("longitud"), "m", words("larg longitud")),
        (words("duración"), "h", words("dur")),
        (words("distancia"), "m", words("distan")),
        (words("edad"), "year", words("edad antig data")),
        (words("profundidad"), "m", words("profund bajo")),
        (words("anchura"), "m", words("anch")),
        (words("diámetro"), "m", words("diámetro")),
        (words("coste costo precio"), "EUR", words("cost cuest preci pag vend")),
        (words("superficie tamaño"), "km²", ()),
        (words("peso"), "kg", words("pes")),
        (words("velocidad"), "km/h", ()),
        (words("temperatura"), "°C", ()),
    ),
    dimensions=(
        (words("altura anchura profundidad altitud"), "m"),
        (words("longitud distancia"), "m h"),
        (words("precio coste costo salario sueldo tarifa"), "EUR"),
        (words("superficie área"), "km²"),
        (words("peso"), "kg"),
        (words("velocidad"), "km/h"),
        (words("temperatura"), "°C"),
        (words("duración"), "h"),
    ),
    fates=(
        words("muert fallec mató mataron murió murieron"),
        words("herid lesion"),
        words("desaparec"),
        words("deten arrest"),
        words("desplaz evacu"),
        words("rescat supervivient"),
        words("bordo"),
    ),
    references=frozenset(
        words("él ella ello ellos ellas allí ahí aquí este éste esta ésta esto esos esas estos estas")
    ),
    drops_subject=True,
    label_words=frozenset(
        words(
            "jugados previstos previstas perdidos perdidas hallados afectados afectadas esperados restantes necesarios"
            " disponibles adicionales estimados total neto neta bruto actual anual estimación previsión intervalo"
            " confianza"
        )
    ),
)
