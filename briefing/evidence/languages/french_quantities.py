"""The words of French around numbers, and its units of measure."""

from __future__ import annotations

from briefing.evidence.languages.quantities import Quantities
from briefing.evidence.languages.table import listed, words

MEASURES = {
    "%": ("%", "pour cent"),
    "pp": ("pp", "point de pourcentage", "points de pourcentage", "point", "points"),
    "bp": ("pb", "point de base", "points de base"),
    "‰": ("‰", "pour mille"),
    "miles": ("mile", "miles"),
    "nmi": ("mille marin", "milles marins", "mille nautique", "milles nautiques"),
    "m": ("m", "mètre", "mètres"),
    "km": ("km", "kilomètre", "kilomètres"),
    "cm": ("cm", "centimètre", "centimètres"),
    "mm": ("mm", "millimètre", "millimètres"),
    "ft": ("ft", "pied", "pieds"),
    "km²": ("km²", "km2", "kilomètre carré", "kilomètres carrés"),
    "m²": ("m²", "m2", "mètre carré", "mètres carrés"),
    "ha": ("ha", "hectare", "hectares"),
    "acres": ("acre", "acres"),
    "kg": ("kg", "kilogramme", "kilogrammes", "kilo", "kilos"),
    "g": ("g", "gramme", "grammes"),
    "t": ("t", "tonne", "tonnes"),
    "l": ("l", "litre", "litres"),
    "bbl": ("baril", "barils"),
    "m³": ("m³", "m3", "mètre cube", "mètres cubes"),
    "ms": ("ms", "milliseconde", "millisecondes"),
    "s": ("s", "seconde", "secondes"),
    "min": ("min", "mn", "minute", "minutes"),
    "h": ("h", "heure", "heures"),
    "day": ("jour", "jours"),
    "week": ("semaine", "semaines"),
    "month": ("mois",),
    "year": ("an", "ans", "année", "années"),
    "decade": ("décennie", "décennies"),
    "century": ("siècle", "siècles"),
    "EUR": ("eur", "€", "euro", "euros"),
    "USD": ("usd", "$", "us$", "dollar", "dollars", "dollars américains"),
    "CAD": ("cad", "$", "dollar", "dollars", "dollars canadiens"),
    "AUD": ("aud", "$", "dollar", "dollars", "dollars australiens"),
    "NZD": ("nzd", "$", "dollar", "dollars", "dollars néo-zélandais"),
    "cents": ("cent", "cents", "centime", "centimes"),
    "GBP": ("gbp", "£", "livre", "livres", "livres sterling"),
    "lb": ("livre", "livres"),
    "JPY": ("jpy", "¥", "yen", "yens"),
    "CNY": ("cny", "¥", "yuan", "yuans"),
    "RUB": ("rub", "₽", "rouble", "roubles"),
    "CHF": ("chf", "franc", "francs", "francs suisses"),
    "XOF": ("xof", "franc", "francs", "francs cfa", "fcfa"),
    "kW": ("kw", "kilowatt", "kilowatts"),
    "MW": ("mw", "mégawatt", "mégawatts"),
    "GW": ("gw", "gigawatt", "gigawatts"),
    "kWh": ("kwh", "kilowattheure", "kilowattheures", "kilowatts-heures"),
    "MWh": ("mwh", "mégawattheure", "mégawattheures"),
    "GWh": ("gwh", "gigawattheure", "gigawattheures"),
    "ly": ("année-lumière", "années-lumière"),
    "ppm": ("ppm", "parties par million"),
    "°C": ("°c", "degré", "degrés", "degrés celsius", "°", "celsius"),
    "°F": ("°f", "degré", "degrés", "degrés fahrenheit", "°", "fahrenheit"),
    "km/h": ("km/h", "kilomètres par heure", "kilomètres à l'heure", "kilomètres-heure"),
    "knots": ("nœud", "nœuds"),
}

FRENCH_QUANTITIES = Quantities(
    small_words=frozenset(
        words(
            "le la les l un une des de du d et ou mais à au aux en dans par pour sur sous avec sans vers chez contre"
            " entre depuis pendant avant après que qui dont où quand si car est sont était étaient sera seront a ont"
            " avait avaient ne n pas plus moins ce cet cette ces son sa ses leur leurs il elle ils elles on se s y"
            " selon soit ainsi environ chacun"
        )
    ),
    streets=(r",?\s(?:rue|avenue|boulevard|chemin|impasse|quai|allée)\s",),
    numbered=words(
        "article articles art. section numéro no n° nº chambre salle vol ligne route page pages p. chapitre figure"
        " tableau résolution version paragraphe § quai porte bus boeing airbus type modèle classe catégorie phase"
        " étape niveau tome vol. autoroute secteur zone district réacteur annexe alinéa formule voie dossier affaire"
        " windows"
    ),
    clock=words("heures h"),
    at_clock=words("à vers dès"),
    aged_before=("âgé de", "âgée de", "âgés de", "âgées de"),
    aged_behind=(),
    age_words=("âge", "an", "âgé"),
    nothing=words("aucun aucune zéro nul nulle personne rien sans pas ni inchangé inchangée stable jamais"),
    single=words("un une seul seule unique"),
    minus=(
        "moins",
        *listed(
            "négatif de; négative de; négatifs de; négatives de; négatif à; négative à; négatif d'environ;"
            " négative d'environ"
        ),
        "au-dessous de zéro.",
        "en dessous de zéro.",
    ),
    rises=words(
        "augment* hauss* grimp* bondi* progress* croissance croiss* croît crû accru* accroi* accroît gagn* plus relev*"
        " doubl* ajout* élev*"
    ),
    falls=words(
        "baiss* diminu* recul* chut* perd* perte* repli* réduc* réduit* moins déficit* tomb* décr* supprim* contract*"
        " négati* déficitaire* ralent* amput* abaiss* économis* inférieur*"
    ),
    changes=words("variation* évolution* écart* changement* différence* croissance hausse* augmentation*"),
    levels=words("à"),
    since=words("en depuis jusqu'en année fin début"),
    contests=words("gagné battu victoire perdu but buts match vote voix score mené nul défaite"),
    ranging=words("entre fourchette varie varient allant"),
    leaving_out=words("avant hors après"),
    contacts=words("contact contacts coordonnées"),
    telephone=words("tél tél. téléphone appeler appelez fax"),
    tolerance=("±", "+/-", "plus ou moins"),
    counted=r"[^\W\d_][\w'-]{1,}(?:s|x)",
    not_counted=frozenset(
        words(
            "plus moins dans sans vers très ils elles les des ses ces leurs nous vous mais puis alors"
            " pas jamais toujours près après dès deux six dix fois"
        )
    ),
    estimated_things=(r"estimée?s?\sà", r"estimation\sde", r"estimés?\s(?:\w+\s)?à"),
    estimates=words("estim évalu"),
    implied=(
        (words("hauteur altitude"), "m", words("haut altitude")),
        (words("longueur"), "m", words("long")),
        (words("durée longueur"), "h", words("dur long")),
        (words("distance"), "m", words("distan loin")),
        (words("âge"), "year", words("âg ans vieux date")),
        (words("profondeur"), "m", words("profond sous")),
        (words("largeur"), "m", words("larg")),
        (words("diamètre"), "m", words("diamètre")),
        (words("coût prix"), "EUR", words("coût coût pri pay vend")),
        (words("surface superficie taille"), "km²", ()),
        (words("poids"), "kg", words("pès poids pes")),
        (words("vitesse"), "km/h", ()),
        (words("température"), "°C", ()),
    ),
    dimensions=(
        (words("hauteur largeur profondeur altitude épaisseur"), "m"),
        (words("longueur distance"), "m h"),
        (words("prix coût coûts salaire tarif"), "EUR"),
        (words("superficie surface"), "km²"),
        (words("poids"), "kg"),
        (words("vitesse"), "km/h"),
        (words("température"), "°C"),
        (words("durée"), "h"),
    ),
    by=(),
    fates=(
        words("tué mort décéd décès péri trouv"),
        words("bless"),
        words("dispar"),
        words("arrêt interpell détenu"),
        words("sans-abri déplac évacu"),
        words("sauv rescap surviv"),
        words("bord"),
    ),
    references=frozenset(words("il elle ils elles en y celui celle ceux celles cela ceci ce")),
    label_words=frozenset(
        words(
            "joués prévus prévues perdus perdues trouvés concernés concernées attendus restants nécessaires disponibles"
            " supplémentaires estimés total totale net nette brut actuel actuelle annuel annuelle estimation prévision"
            " intervalle confiance"
        )
    ),
)
