"""The words of Spanish around speakers."""

from __future__ import annotations

from briefing.evidence.languages.speaking import Speaking
from briefing.evidence.languages.table import words

SPEAKING = Speaking(
    acts=frozenset(
        words(
            "anunció anuncia anunciaron anunciado confirmó confirma confirmaron confirmado negó niega negaron"
            " desmintió prometió promete prevé prevén preveía espera esperan estimó estiman calculó calculan cifró"
            " pronostica pronosticó cree creen teme temen temía vaticina recomienda recomendó declararon dicho"
            " asegurado afirmado informado señalado admitió admite reconoció reconoce comunicó reporta reportó"
            " reportaron"
        )
    ),
    clauses=frozenset(
        words(
            "añadió añade agregó agrega apuntó apunta destacó destaca subrayó subraya precisó precisa recordó"
            " recuerda reveló revela concluyó concluye contó cuenta insistió insiste respondió responde comentó"
            " comenta relató manifestó manifiesta expresó sostuvo sostienen piensa piensan considera consideran opina"
            " opinan sentenció dictaminó falló reiteró argumentó aclaró avisó aseguraron señalaron explicaron"
            " indicaron afirmaron advierte advirtieron denunció denuncia acusó acusa lamentó"
            " hallaron encontraron descubrieron comprobaron constataron detalló detalla detallaron matizó puntualizó"
            " recalcó aseveró enfatizó alertó alertaron alerta consideró juzgó acordó"
            " propuso"
            " propone descartó descarta rechazó criticó zanjó remachó celebró"
        )
    ),
    shows=frozenset(
        words(
            "muestra muestran mostró mostraron mostraban revela revelan reveló indica indican indicó sugiere sugieren"
            " concluye concluyó registra registró refleja reflejan señala señalan detectó confirma confirmó estima"
            " cifra halló encontró apunta apuntan"
        )
    ),
    as_words=frozenset(words("pidió pide pidieron exigió exige ordenó")),
    with_word={
        "acordó": ("que",),
        "alertó": ("sobre", "de", "del", "que", ":", ","),
        "alertaron": ("sobre", "de", "del", "que", ":", ","),
        "alerta": ("sobre", "que"),
    },
    on_record=frozenset(words("entrevista")),
    nouns_too=frozenset(words("alerta cifra critica espera denuncia cuenta muestra pide revela estima calcula")),
    participles=frozenset(words("diciendo añadiendo asegurando afirmando citando")),
    standings={
        "announced": words("anunci"),
        "expected": words("prevé prevén preveía espera pronostic vaticin"),
        "suggested": words("sugier cree teme temía piensa consider opina"),
        "estimated": words("estim calcul cifr"),
        "disputed": words("neg niega desmint rechaz acus descart"),
    },
    not_yet=frozenset(words("a podría podrían debería debe va van si no que")),
    own_past=frozenset(words("ha han había habían también además le les se ya nos")),
    not_said=frozenset(words("no nunca")),
    clause_starts=frozenset(
        words(
            "que pero mientras aunque porque cuando si como donde y e o ni sino pues cual quien quienes cuyo cuya"
            " después antes"
        )
    ),
    relatives=frozenset(words("que quien quienes cual cuyo cuya")),
    determiners=frozenset(
        words(
            "el la los las un una unos unas su sus este esta estos estas varios varias algunos algunas otro otra"
            " otros otras dos tres cuatro cinco seis siete ocho nueve diez muchos"
        )
    ),
    indefinite=frozenset(
        words("un una unos unas varios varias algunos algunas otro otra otros dos tres cuatro muchos")
    ),
    inner=frozenset(words("de del para cercanas cercanos próximas a al")),
    inner_of_names=frozenset(words("a al para")),
    name_particles=frozenset(words("de la del los y al el bin von van")),
    name_links=frozenset(words("para")),
    joining=frozenset(words("y e pero")),
    inverts=True,
    reflexives=frozenset({"se"}),
    adjectives_behind=True,
    prepositions=frozenset(words("en con por sobre entre hacia hasta desde sin tras ante contra durante")),
    singular_persons=frozenset(words("él ella éste ésta")),
    plural_pronouns=frozenset(words("ellos ellas")),
    first_persons=frozenset(words("yo nosotros usted")),
    omits_pronouns=True,
    persons=words(
        "ministro ministra president alcalde alcaldesa director directora secretari portavoz consejer profesor"
        " profesora abogado abogada juez jueza fiscal general coronel capitán comisario economista analista"
        " investigador historiador médico médica ingenier fundador diputad senador embajador obispo rey reina"
        " príncipe papa gobernador entrenador seleccionador jugador testigo víctima madre padre hermano hermana"
        " epidemiólog meteorólog sismólog delegad agricultor ganader propietari vecino vecina experto experta jefe"
        " jefa doctor doctora canciller vicepresident responsable"
    ),
    mouthpieces=("portavoz",),
    groups=words(
        "fuentes fuente responsables testigos analistas expertos observadores vecinos diplomáticos investigadores"
        " fiscales ingenieros críticos médicos historiadores economistas científicos autoridades abogados"
        " agricultores sindicatos estimaciones meteorólogos ganaderos bomberos familiares ecologistas"
    ),
    bodies=words(
        "ministerio gobierno fiscalía policía guardia tribunal corte juzgado empresa compañía grupo sindicato"
        " federación asociación instituto agencia banco comisión consejo partido oposición ejército ayuntamiento"
        " confederación organización universidad observatorio junta generalitat diputación cámara senado congreso"
        " hospital unión"
    ),
    documents=words(
        "informe presupuesto estudio comunicado documento carta nota sentencia fallo auto texto auditoría análisis"
        " dictamen acta"
        " ensayo resolución reporte testimonio"
    ),
    data=words(
        "datos cifras estadística encuesta sondeo censo barómetro índice estimación previsiones resultados pronóstico"
    ),
    imagery=words("imagen imágenes foto vídeo satélite"),
    media=words("diario periódico cadena revista radio televisión"),
    media_names=frozenset(words("país mundo abc efe vanguardia reuters rtve afp")),
    legal_forms=frozenset(words("sa sl sau")),
    civil=frozenset(words("señor señora don doña sr sra dr dra")),
    titles=frozenset(
        words(
            "señor señora don doña sr sra dr dra presidente presidenta ministro ministra general coronel capitán"
            " alcalde alcaldesa rey reina príncipe princesa papa juez jueza doctor doctora profesor profesora"
        )
    ),
    unsigned=words("estimación prevision previsión"),
    same_body=words("empresa compañía grupo"),
)
