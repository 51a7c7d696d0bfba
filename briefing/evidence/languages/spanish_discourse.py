"""The words of Spanish for who says what, doubt, denial, certainty and plans, and its verb forms."""

from __future__ import annotations

from briefing.evidence.languages.discourse import Discourse
from briefing.evidence.languages.left_open import LeftOpen
from briefing.evidence.languages.table import base_forms, listed, words

DISCOURSE = Discourse(
    complementizers=("que",),
    leaning=listed(
        "esto; eso; ello; este; esta; estos; estas; ese; esa; esos; esas; aquel; aquella; así; además; también;"
        " tampoco; entonces; sin embargo; no obstante; por tanto; por ello; por eso; por otra parte; en cambio;"
        " luego; ni; o; pues; allí; mientras tanto; ambos; ambas"
    ),
    negative_beginnings=("non-",),
    irregular=base_forms(
        "ser es son fue fueron era eran será serán sido; ir va van iba iban irá irán ido; hacer hizo hicieron hace"
        " hacen hecho; morir murió murieron muere mueren muerto muertos muerta muertas muerte; abrir abierto abierta"
        " abiertos abrió abre abrirá; cerrar cierra cierran cerró cerrado cerrada cerrará; vender vende vendió vendido"
        " vendida; comprar compra compró comprado comprada; ganar gana ganó ganado; perder pierde perdió perdido; caer"
        " cae cayó caído caerá; subir sube subió subido subirá; llegar llega llegó llegado llegará; haber hay hubo"
        " habrá; enviar envía envió enviado enviará; construir construyó construido construida construye construirá;"
        " detener detuvo detuvieron detenido; pedir pidió pide pedido"
    ),
    endings=words(
        "aciones ación amientos amiento imiento ieron aban aría arán ando iendo aron ado ada ados adas ido ida idos"
        " idas ará erá irá ar er ir ió an en as es os a e o ó s"
    ),
    stem_letters=6,
    document_names=("informe provisional", "informe preliminar"),
    participles_behind=(r"[^\W\d_]+[aií]d[oa]s?", r"hech[oa]s?|escrit[oa]s?|puest[oa]s?"),
    adjuncts=(r"[^\W\d_]{2,}(?:ando|endo)",),
    participle_ends=("ado", "ada", "ados", "adas", "ido", "ida", "ó", "aron", "ieron"),
    auxiliaries=frozenset(words("es son fue fueron ser sido está están ha han había habían haber será serán va van a")),
    past_auxiliaries=words("ha han había habían fue fueron"),
    passive_auxiliaries=words("sido fue fueron es son"),
    not_done=words("podría debería prev plan anunci prometi promet esper pretend quier acord aprob amenaz será"),
    plans=listed(
        "va a; van a; será; serán; planea; planean; prevé; prevén; pretende; quiere; se dispone a; debe; deberá"
    ),
    plan_forms=r"[^\W\d_]{2,}(?:ará|erá|irá|arán|erán|irán|drá|drán)(?!\w)",
    says=words(
        "dijo dice dijeron dicen afirmó afirma afirman aseguró asegura declaró declara señaló señala explicó explica"
        " estima estiman calcula calculan cifra cifran sostiene advirtió advierte indicó indica informó informa"
        " informaron criticó teme temen"
    ),
    says_clause=words("anunció anuncia confirmó confirma prometió espera cree creen niega negó"),
    nouns_too=frozenset({"cifra"}),
    noun_marks=frozenset(words("la una esta su dicha misma última nueva cada qué de")),
    clause_words=("que", "de"),
    attributions=("según", "de acuerdo con", "en palabras de", "a juicio de"),
    passes_on=words("según informe estudio encuesta estimación acus critic advert anunci prome"),
    pronouns=words("él ella ellos ellas su sus le les"),
    possessives=("su", "sus"),
    small_names=frozenset(words("el la los las de del y en un una don doña d sr sra dr")),
    generic_bodies=words(
        "minist banco policía tribunal gobierno universidad instituto agencia oficina consejo comité comisión compañía"
        " grupo empresa ejército parlamento sindicato unión federación asociación autoridad centro iglesia servicio"
        " fondo partido club ciudad estado dirección ayuntamiento confederación consejer"
    ),
    same_roles=("minist", "president", "direct", "portav", "consejer"),
    acts=words(
        "negó niega acusó acusa rechazó rechaza prometió promete anunció anuncia confirmó confirma criticó exige"
        " exigió pidió pide teme prevé descartó descarta espera calcula estima desmintió"
    ),
    unnamed=words(
        "fuente responsable testigo estimación archivo analista experto observador vecino diplomático investigador"
        " fiscal ingeniero informe portavoz crítico médico historiador estudio imagen satélite datos cifras encuesta"
        " mercado abogado policía agricultor meteorólog"
    ),
    certain=listed(
        "ciertamente; indudable; claramente; evidentemente; obviamente; definitivamente; inevitable; sin duda; con"
        " certeza; con seguridad; está claro"
    ),
    certain_enough=words("seguro cierto claro evidente obvio duda"),
    proven=words("confirm demostr demuestr prueba probado garantiz"),
    proven_enough=words("verific ratific aprob reconoc admit comprob asegur"),
    probable=words("probable previsible improbable"),
    probable_enough=words("espera estim cree piensa teme posib riesgo podr quiz sugier prev parec"),
    denying=words(
        "cerr cierre deten dej termin acab ces suspend manten mantuv todavía aún pendiente hasta retras aplaz cancel"
        " abandon falt rechaz desmint opus opon bloque prohib fracas vací libre exent exclu salvo perd ausen evit impid"
        " secreto murió absuel desconoc sin nada apenas contra imposib"
    ),
    before_nouns=("ningún", "ninguna", "ninguno", "nadie"),
    limits=("hasta", "desde", "que"),
    definite=words("el la los las estos estas"),
    settled=words("datado datada datados datadas situado situada situados situadas conocido conocida llamado llamada"),
    inner_clauses=words("que quien quienes cuya cuyo donde cuando tras después antes desde aunque porque si mientras"),
    inner_first=words("tras después antes desde aunque porque si mientras"),
    counterfactual=(
        r"(?:podría|podrían) haber",
        r"(?:habría|habrían|hubiera|hubieran|hubiese|hubiesen) (?:sido|podido|debido|tenido|muerto|\w+ado|\w+ido)",
    ),
    conditions=("si",),
    inner_denial=listed(
        "sin; apenas; no logró; se negó a; se niega a; descartó; descarta; incapaz de; en lugar de; desmintió"
    ),
    opposite_verbs=(
        (words("aprobar aceptar firmar ratificar"), words("rechazar vetar")),
        (words("abrir inaugurar reabrir"), words("cerrar derribar demoler")),
        (words("contratar nombrar"), words("despedir")),
        (words("empezar comenzar"), words("terminar acabar cesar")),
        (words("permitir autorizar"), words("prohibir")),
        (words("detener arrestar"), words("liberar soltar")),
        (words("absolver"), words("condenar")),
        (words("confirmar"), words("desmentir negar")),
        (words("construir"), words("derribar demoler destruir")),
        (words("subir aumentar crecer"), words("bajar caer disminuir")),
        (words("apoyar"), words("combatir")),
        (words("mejorar"), words("empeorar")),
    ),
    converses=((words("ganar"), words("perder")), (words("comprar"), words("vender"))),
    directions=(
        ("antes", "después"),
        ("norte", "sur"),
        ("oeste", "este"),
        ("contra", "por"),
        ("con", "sin"),
        ("más", "menos"),
        ("todos", "algunos"),
        ("todas", "algunas"),
        ("todos", "ningún"),
        ("primer", "último"),
        ("hombres", "mujeres"),
        ("mayoría", "minoría"),
    ),
    passive=("por",),
)

LEFT_OPEN = LeftOpen(
    before_questions=listed(
        "no está claro; no estaba claro; no quedó claro; no queda claro; se desconoce; se desconocía; se ignora;"
        " no se sabe; no se sabía; no dijo; no precisó; no detalló; no aclaró; no especificó; no ha dicho; no quiso"
        " decir; falta por saber; no reveló"
    ),
    questions=words("cuántos cuántas cuánto cuánta cómo cuándo dónde si quién quiénes qué cuál cuáles"),
    statements=listed(
        "no fue posible verificar; no se pudo confirmar; no pudo verificar; cifras preliminares; cifra preliminar;"
        " balance provisional; sin dar detalles; no dio detalles; no reveló; está siendo investigado; bajo"
        " investigación; aún no se conoce; todavía no se conoce; no ha sido confirmado; no ha sido confirmada; no"
        " se ha confirmado; no se han confirmado; no pudo ser confirmado; no pudo ser verificado; no pudo ser"
        " verificada; no pudieron ser verificadas; no se pudo verificar; se desconoce; se desconocen; se"
        " desconocía; no se conoce; no se conocen; es desconocido; es desconocida; no se ha divulgado; no se ha"
        " publicado"
    ),
    quoted="«{}»",
    year="El año de {}.",
    estimate="De quién es la estimación {}.",
    undated="Las fechas de {}: el artículo no dice cuándo se publicó.",
)
