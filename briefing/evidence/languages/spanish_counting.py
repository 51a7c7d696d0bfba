"""The words of Spanish between a number and what it counts."""

from __future__ import annotations

from decimal import Decimal

from briefing.evidence.languages.counting import Counting
from briefing.evidence.languages.table import listed, words

SPANISH_COUNTING = Counting(
    long_scales={Decimal(10**6): "millones"},
    points="puntos porcentuales",
    wholes=listed("del PIB; del producto interior bruto; del producto interno bruto"),
    per="por",
    per_any=("por",),
    per_some=words("la el al"),
    per_nouns=words("tonelada kilo litro hora año mes día persona unidad noche barril"),
    interval_words=listed("ic; ci; intervalo de confianza"),
    numbered=words("día jornada capítulo parte fase grupo ronda canal"),
    no_quantities=words("ambos ambas"),
    idioms=listed("de una vez; a la vez; en un momento"),
    level_verbs=words(
        "es son era eran fue fueron será está están estaba estaban alcanzó alcanza alcanzaron alcanzar alcanzará"
        " llegó llega llegar asciende ascendió ascienden situó sitúa situado sitúan cuesta costó costará cuestan mide"
        " mida pesa suma sumó sumaron supera superó totalizó representa representó mantiene mantuvo mantener queda"
        " quedó cifra cifró estima estimó calcula calculó fija fijó fijado cerró abrió marca marcó permanecen"
        " permanece pasó pasa pasar acercando tiene tienen tenía cuenta hay hubo ha han registró registra ronda roza"
        " resolvió"
    ),
    links=listed("a; al; de; del; en; por; para; contra; entre; sobre; con; hasta; frente"),
    comparisons=listed(
        "frente a; frente al; contra; en lugar de; comparado con; en comparación con; anterior; desde el"
    ),
    clause_words=frozenset(
        words("que quien quienes cuando mientras aunque pero porque pues si como donde y e o u sino cuyo cuya")
    ),
    auxiliaries=frozenset(
        words(
            "es son era eran fue fueron será serán sido ha han había habían está están estaban debe deben debía puede"
            " pueden podría podrían podrá podrán haber ser va van sería serían habría habrían hayan"
        )
    ),
    passive=frozenset(words("es son era eran fue fueron será serán sido está están estaban ser")),
    modals=frozenset(words("debe deben puede pueden podría podrían va van")),
    adverbs=frozenset(
        words(
            "también aún todavía ya ahora actualmente siempre así solo sólo ligeramente cerca casi incluso además"
            " entonces ayer hoy"
        )
    ),
    participle_pattern=r"[a-záéíóúüñ]{2,}(?:ad[oa]s?|id[oa]s?|íd[oa]s?|uert[oa]s?|uest[oa]s?|iert[oa]s?|crit[oa]s?|ech[oa]s?)",
    share="Porcentaje",
    rise="{} (aumento)",
    fall="{} (caída)",
    change="{} (variación)",
    change_nouns={
        "aumento": "de",
        "alza": "de",
        "subida": "de",
        "incremento": "de",
        "crecimiento": "de",
        "caída": "de",
        "descenso": "de",
        "bajada": "de",
        "baja": "de",
        "reducción": "de",
        "disminución": "de",
        "recorte": "de",
        "pérdida": "de",
        "variación": "de",
    },
    of_it="{}: {}",
    before="antes",
    before_behind=" {}",
    amount="Importe",
    pieces=words("para en a al sin con sobre bajo por"),
    determiners=frozenset(words("este esta estos estas ese esa su sus cada dicho dicha")),
    not_objects=frozenset(
        words("él ella ellos ellas esto eso ello nosotros más menos veces otro otra otros otras ayer hoy mañana")
    ),
    time_nouns=frozenset(
        words(
            "trimestre semestre año años mes meses semana semanas día días hora horas mañana tarde noche periodo"
            " época"
            " fecha fin"
        )
    ),
    spans_behind=listed("antes; después; atrás; más tarde"),
    not_turns=frozenset(words("pérdida pérdidas déficit menos más negativo inferior crecimiento")),
    totals=frozenset(
        words(
            "balance ventas ingresos beneficio beneficios gastos coste costo costos pérdidas daños total producción"
            " exportaciones importaciones víctimas muertos heridos fallecido fallecidos"
        )
    ),
    pace_links=("en",),
    from_words=words("de del"),
    shifts=frozenset(words("pasó pasa pasar pasado")),
    verb_pattern=r"[a-záéíóúñ]{3,}(?:ará|erá|irá|arán|erán|irán|ó|aron|ieron)",
    place_words=words("en desde"),
    in_all="en total",
    multiples=words("veces"),
    levels=frozenset(
        words(
            "tasa precio precios inflación desempleo paro nivel porcentaje salario deuda población capacidad"
            " promedio valor"
        )
    ),
    participles_behind=True,
    foresees=frozenset(words("prevé prevén espera esperan estima pronostica proyecta")),
    unnamed=frozenset(words("cifra cifras número total resultado resultados estimación estimaciones previsión")),
    scale_nouns=frozenset(words("magnitud")),
    vague=frozenset(words("primeras últimas nuevas")),
    respectively=frozenset(words("respectivamente")),
    chances=frozenset(words("probabilidades probabilidad riesgo probable")),
    state_verbs=frozenset(words("es son tiene tienen cuenta emplea hay permanece permanecen está están")),
)
