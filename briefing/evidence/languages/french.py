"""The table of words of French; its longer parts are in the modules beside it."""

from __future__ import annotations

from decimal import Decimal

from briefing.evidence.languages.french_connectors import CONNECTORS
from briefing.evidence.languages.french_counting import FRENCH_COUNTING
from briefing.evidence.languages.french_discourse import DISCOURSE, LEFT_OPEN
from briefing.evidence.languages.french_quantities import FRENCH_QUANTITIES, MEASURES
from briefing.evidence.languages.french_speaking import SPEAKING
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

_UNITS = "zéro un deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze seize"
_MONTHS = "janvier février mars avril mai juin juillet août septembre octobre novembre décembre"
_DAYS = "lundi mardi mercredi jeudi vendredi samedi dimanche"


FRENCH = Language(
    tag="fr",
    abbreviations=words(
        "m mm mme mmes mlle dr pr st ste no nos etc cf av apr ap j.-c janv févr juil sept oct nov déc p pp vol"
        " art éd env"
    ),
    negative_prefixes=(("im", "p(?:ossib|robab)"), ("in", r"[^\W\d_]{6}")),
    thousands=".",
    decimal=",",
    number_words={word: number for number, word in enumerate(_UNITS.split())}
    | {"une": 1, "vingt": 20, "trente": 30, "quarante": 40, "cinquante": 50, "soixante": 60, "septante": 70}
    | {"quatre-vingt": 80, "quatre-vingts": 80, "huitante": 80, "nonante": 90, "dix-sept": 17, "dix-huit": 18}
    | {"dix-neuf": 19},
    scales={
        "cent": Decimal(100),
        "cents": Decimal(100),
        "mille": Decimal(1000),
        "million": Decimal(10**6),
        "millions": Decimal(10**6),
        "milliard": Decimal(10**9),
        "milliards": Decimal(10**9),
        "douzaine": Decimal(12),
    },
    joiners=("et",),
    indefinite_articles=("un", "une"),
    fractions={
        "moitié": Decimal(1) / 2,
        "demi": Decimal(1) / 2,
        "tiers": Decimal(1) / 3,
        "quart": Decimal(1) / 4,
        "quarts": Decimal(1) / 4,
        "cinquième": Decimal(1) / 5,
        "dixième": Decimal(1) / 10,
    },
    out_of=("sur",),
    percent=("%", "pour cent", "points de pourcentage"),
    ranges=("à", "et", "ou"),
    between=(("entre", "et"),),
    from_words=("de", "passé de"),
    vague=("dizaines", "centaines", "milliers", "douzaines", "millions", "plusieurs", "quelques", "maintes"),
    hedges_before={
        "environ": ABOUT,
        "près de": ABOUT | NEARLY,
        "à peu près": ABOUT,
        "quelque": ABOUT,
        "autour de": ABOUT,
        "de l'ordre de": ABOUT,
        "presque": NEARLY,
        "pratiquement": NEARLY,
        "un peu plus de": OVER,
        "un peu moins de": NEARLY | UNDER,
        "aux alentours de": ABOUT,
        "aux environs de": ABOUT,
        "avoisine": ABOUT,
        "avoisinait": ABOUT,
        "dépasse": OVER,
        "dépassent": OVER,
        "dépassé": OVER,
        "dépassait": OVER,
        "dépassant": OVER,
        "excède": OVER,
        "excédait": OVER,
        "supérieur à": OVER,
        "supérieure à": OVER,
        "inférieur à": UNDER,
        "inférieure à": UNDER,
        "pas moins de": AT_LEAST,
        "pas plus de": AT_MOST,
        "≥": AT_LEAST,
        "≤": AT_MOST,
        "≈": ABOUT,
        "~": ABOUT,
        ">": OVER,
        "<": UNDER,
        "plus de": OVER,
        "plus d'": OVER,
        "moins de": UNDER,
        "moins d'": UNDER,
        "au moins": AT_LEAST,
        "au minimum": AT_LEAST,
        "au plus": AT_MOST,
        "au maximum": AT_MOST,
        "jusqu'à": AT_MOST,
        "quelques": ABOUT,
    },
    hedges_after={"environ": ABOUT, "au moins": AT_LEAST, "ou plus": AT_LEAST, "au plus": AT_MOST, "ou moins": AT_MOST},
    months={word: number for number, word in enumerate(_MONTHS.split(), 1)}
    | {"janv": 1, "févr": 2, "juil": 7, "sept": 9, "oct": 10, "nov": 11, "déc": 12},
    capital_months=False,
    weekdays={word: number for number, word in enumerate(_DAYS.split())},
    seasons={
        "printemps": 21,
        "l'été": 22,
        "automne": 23,
        "hiver": 24,
        "premier trimestre": 33,
        "deuxième trimestre": 34,
        "troisième trimestre": 35,
        "quatrième trimestre": 36,
        "premier semestre": 40,
        "second semestre": 41,
        "deuxième semestre": 41,
        "dernier trimestre": 36,
        "1er trimestre": 33,
        "2e trimestre": 34,
        "3e trimestre": 35,
        "4e trimestre": 36,
        "1er semestre": 40,
        "2e semestre": 41,
        "t1": 33,
        "t2": 34,
        "t3": 35,
        "t4": 36,
        "été": 22,
        "l'automne": 23,
        "l'hiver": 24,
    },
    ordinals={},
    roman_ordinal_ends=("e", "er", "ème"),
    ordinal_ends=("er", "e", "ème"),
    century=("siècle", "siècles"),
    decade_ends=(),
    about_dates=("vers", "environ", "autour de", "aux alentours de", "~"),
    day_words={"avant-hier": -2, "hier": -1, "aujourd'hui": 0, "demain": 1, "après-demain": 2},
    last=(),
    this=("ce", "cet", "cette", "ces"),
    next=(),
    day_parts=("matin", "après-midi", "soir"),
    recurring=("chaque", "tous les", "un"),
    named_days=(("", "saint"), ("", "noir"), ("", "de pâques"), ("", "de pentecôte"), ("", "des cendres")),
    told_years=("de la même année", "de cette année-là"),
    names_too=("mars",),
    half_more=("et demi", "et demie"),
    births=words("né née nés nées naissance"),
    compared_rates=("contre", "après"),
    records=("le plus", "la plus", "les plus", "première fois"),
    many_units=("jours", "semaines", "ans", "années"),
    told_then=("suivant", "suivante"),
    compared=("par rapport à", "par rapport au", "comparé à"),
    reports=frozenset(
        words(
            "bénéfice bénéfices chiffre ventes résultat résultats croissance inflation pib conjoncture actions"
            " production exportations importations commandes prix prévision dividende consommation chômage perte pertes"
            " investissement investissements emploi"
        )
    ),
    present_year={
        "fin d'année": "end",
        "la fin de l'année": "end",
        "fin de l'année": "end",
        "la fin d'année": "end",
        "début d'année": "start",
        "le début de l'année": "start",
        "début de l'année": "start",
        "l'année en cours": "",
    },
    time_units={
        "jour": "day",
        "jours": "day",
        "semaine": "week",
        "semaines": "week",
        "mois": "month",
        "an": "year",
        "ans": "year",
        "année": "year",
        "années": "year",
    },
    ago=("il y a ",),
    future=(
        "commence",
        "débute",
        "s'ouvre",
        "se tient",
        "sera",
        "seront",
        "prochain",
        "prochaine",
        "prévu",
        "prévue",
        "exige",
        "reporté à",
        "reporté au",
        "reportée à",
        "reportée au",
        "ajourné à",
        "ajourné au",
        "se réunit",
        "reprend",
        "doit",
        "doivent",
        "devrait",
        "devraient",
    ),
    # Dates, further words.
    day_first=True,
    eras_before=(
        "av. J.-C.",
        "avant J.-C.",
        "av. J-C",
        "avant J-C",
        "avant Jésus-Christ",
        "avant notre ère",
        "av. J.-C",
    ),
    eras_after=("apr. J.-C.", "ap. J.-C.", "après J.-C.", "après Jésus-Christ", "de notre ère"),
    date_parts={
        "début": "start",
        "au début de": "start",
        "début de": "start",
        "le début de": "start",
        "au début des": "early",
        "début des": "early",
        "le début des": "early",
        "au début du": "early",
        "début du": "early",
        "mi": "mid",
        "milieu": "mid",
        "au milieu": "mid",
        "milieu de": "mid",
        "milieu des": "mid",
        "milieu du": "mid",
        "fin": "end",
        "fin de": "end",
        "fin des": "late",
        "fin du": "late",
        "la fin de": "end",
        "la fin d'": "end",
        "la fin des": "late",
        "la fin du": "late",
    },
    date_bounds={
        "avant": "before",
        "avant le": "before",
        "après": "after",
        "après le": "after",
        "jusqu'en": "until",
        "jusqu'à": "until",
        "jusqu'au": "until",
        "jusque": "until",
        "d'ici": "by",
        "d'ici à": "by",
        "d'ici le": "by",
        "d'ici au": "by",
        "au plus tard en": "latest",
        "au plus tard le": "latest",
        "au plus tard": "latest",
        "depuis": "since",
        "depuis le": "since",
        "à partir de": "from",
        "à partir du": "from",
        "à compter de": "from",
        "à compter du": "from",
        "dès": "from",
        "pas avant": "earliest",
        "pas avant le": "earliest",
        "au plus tôt en": "earliest",
        "au plus tôt le": "earliest",
        "au plus tôt": "earliest",
    },
    date_bounds_behind={
        "ou avant": "latest",
        "ou plus tôt": "latest",
        "au plus tard": "latest",
        "ou après": "earliest",
        "ou plus tard": "earliest",
        "au plus tôt": "earliest",
    },
    date_fillers=(
        "le",
        "la",
        "l'",
        "en",
        "au",
        "à",
        "de",
        "du",
        "l'année",
        "l'an",
        "environ",
        "au moins",
        "l'exercice",
    ),
    date_to=("à", "au", "jusqu'en", "jusqu'à", "jusqu'au"),
    date_or=("ou", "ou en", "ou le"),
    date_and=("et", "et en", "et le", "ainsi que"),
    date_between=("entre", "entre le"),
    not_but=(("pas", "mais"), ("non", "mais")),
    instead_of=("plutôt qu'en", "au lieu de", "et non en", "et non le", "et pas en", "non pas en"),
    in_year=("en",),
    year_words=("an", "année"),
    after_year=words("il elle ils elles le la les un une et quand fut était"),
    no_year_after=("tél",),
    counted_nouns=words(
        "voix sièges emplois postes maisons logements foyers cas membres invités spectateurs élèves étudiants salariés"
        " employés agents policiers navires bateaux véhicules voitures trains bus vols exemplaires livres arbres"
        " animaux moutons actions tonnes unités entreprises écoles hôpitaux magasins fermes villages villes îles"
        " marches pages mots hectares barils bouteilles billets visiteurs touristes migrants réfugiés manifestants"
        " prisonniers otages combattants heures degrés points euros dollars francs livres mètres kilomètres volts watts"
        " agriculteurs"
    ),
    decade_before=("années", "les années", "des années"),
    decade_words={
        "années vingt": 20,
        "années trente": 30,
        "années quarante": 40,
        "années cinquante": 50,
        "années soixante": 60,
        "années soixante-dix": 70,
        "années quatre-vingt": 80,
        "années quatre-vingts": 80,
        "années quatre-vingt-dix": 90,
    },
    holidays={
        "jour de l'an": (1, 1),
        "nouvel an": (1, 1),
        "saint-sylvestre": (12, 31),
        "veille de noël": (12, 24),
        "noël": (12, 25),
        "fête du travail": (5, 1),
        "toussaint": (11, 1),
        "14-juillet": (7, 14),
    },
    weekend=("week-end",),
    week_words=("semaine",),
    week_of=("la semaine du",),
    week_to=("la semaine close le", "la semaine se terminant le"),
    day_of_year=("jour de", "jour de l'année"),
    fiscal=("exercice",),
    months_to=("mois à", "mois clos", "mois clos le", "mois au", "mois jusqu'au", "mois jusqu'à"),
    period_to={
        "exercice clos le": 12,
        "douze mois à": 12,
        "douze mois au": 12,
        "trimestre clos le": 3,
        "semestre clos le": 6,
    },
    first_months={
        f"{word} premiers mois": number
        for number, word in enumerate(
            ["deux", "trois", "quatre", "cinq", "six", "sept", "huit", "neuf", "dix", "onze"], 2
        )
    },
    last_behind=("dernier", "dernière", "derniers", "dernières", "passé", "passée", "écoulé", "écoulée"),
    next_behind=("prochain", "prochaine", "prochains", "prochaines", "suivant", "suivante"),
    appointed=("pour",),
    within=("dans", "d'ici", "sous"),
    counted_from=listed("suivant; après; de la; de l'; du; à compter de; à partir de"),
    past=words(
        "était étaient avait avaient fut furent a ont dit annoncé déclaré affirmé indiqué précisé confirmé décidé"
        " promis demandé expliqué assuré estimé ajouté"
    ),
    past_endings=("ait", "aient"),
    future_endings=("ront", "era", "ira"),
    future_told=("serait", "seraient", "aura", "auront", "va", "vont", "allait", "doit", "devait"),
    saying=words(
        "dit annoncé déclaré affirmé indiqué précisé confirmé décidé promis demandé expliqué assuré estimé ajouté"
    ),
    begins=words(
        "commenc début démarr ouvr ouvert lanc fond cré prend prise pris devient devenu entr nomm élu élect épous mari"
        " naît né naissance instaur adopt sign interdi arriv impos install éclat"
    ),
    ends=words(
        "fin finit termin ferm clos quitt meurt mort décès décéd démission expir achèv achev lev abol dissou rouv"
        " reprend reprenn repris"
    ),
    happens=words("il cela ça se produit produisit passe eut lieu a"),
    date_lines=(
        "publié",
        "publié le",
        "mis à jour",
        "mis à jour le",
        "modifié le",
        "date",
        "mise à jour",
        "paru le",
        "le",
    ),
    date_updates=("mis à jour", "mis à jour le", "modifié le", "mise à jour"),
    ending_words=("expir", "prend fin", "prit fin", "échéance", "délai"),
    zones={"utc": 0, "gmt": 0, "cet": 60, "cest": 120},
    noon={"midi": 720, "minuit": 0},
    doubt=words(
        "pourrait pourraient peut-être probablement vraisemblablement apparemment serait seraient aurait auraient"
        " semble semblent suggère suggèrent prétend prétendent affirmerait présumé présumée"
    )
    + listed(
        "soupçonné; soupçonnée; soupçonnés; accusé de; accusée de; accusés de; on ignore si; comme si; craint que;"
        " craignent que; présumés; présumées; rumeur; rumeurs; susceptible de; susceptibles de; risque de; risquent de"
    ),
    doubt_tail=("suggère", "suggèrent", "prétend", "prétendent"),
    negation=("pas", "jamais", "aucun", "aucune", "nul", "nulle", "ni"),
    never_before=(
        "sans doute",
        "sans aucun doute",
        "sans compter",
        "sans parler",
        "sans précédent",
        "sans surprise",
        "sans plus attendre",
    ),
    no_negation=("seulement", "moins", "plus"),
    denial=words("dément démenti démentent démentait nie nient nié faux fausse"),
    attributed=("prétend", "prétendent"),
    relatives=("qui", "que", "dont", "où"),
    intent=words("prévu prévue prévoit attendu attendue provisoire présumé")
    + listed("va; vont; veut; veulent; compte; menace de; menacent de; envisage; espère; tente de"),
    opposites=((words("tué mort décès"), words("blessé")), (words("augment hauss"), words("baiss diminu recul"))),
    softer=words(
        "serait seraient aurait devrait peut peuvent prév espère crain risque estim possib menac chance selon incertain"
        " si question plan projet"
    ),
    weaker=words(
        "sans échou refus manqu incapable évit empêch arrêt rejet zéro rien guère contre opposé inconnu inchangé"
        " impossible improbable reste n' ne"
    ),
    stop_words=frozenset(
        words(
            "les des une que qui dans pour par sur avec est sont été être avoir ont aux ses son leur leurs cette ces"
            " elle ils elles plus tout tous"
        )
    ),
    endings=words(
        "s e es é ée ées és er ez ent ait aient ant ants ante antes ont a ra ront tion tions ement ements eur eurs x"
    ),
    function_words=frozenset(
        words(
            "le la les un une des du de d l au aux ce cet cette ces ça cela celui celle ceux celles mon ma mes notre"
            " nos votre vos son sa ses leur leurs je me moi nous vous il elle lui on ils elles eux se soi qui que"
            " quoi dont où quand comment pourquoi y en dans sur sous à pour par avec sans vers chez entre parmi"
            " pendant depuis jusque jusqu avant après contre selon lors dès malgré sauf outre et ou mais ni car donc"
            " or si comme lorsque puisque parce tandis alors ainsi aussi encore déjà très plus moins bien même tout"
            " toute tous toutes chaque quelque quelques plusieurs autre autres être est sont était étaient sera"
            " seront été suis êtes fut furent soit avoir a ont avait avaient aura auront eu ai fait faire font"
            " faisait peut peuvent pouvait doit doivent devait va vont ne n pas jamais aucun aucune dit disent"
            " déclaré déclare affirmé affirme indiqué indique annoncé ajoute ajouté c s qu j m t"
        )
    ),
    doubting=frozenset(words("doute doutent croit croient pense pensent si refuse refusent exclut excluent")),
    relations=frozenset(words("avant après depuis jusque jusqu jusqu'à jusqu'au pendant entre")),
    measuring=frozenset(
        words(
            "hausse baisse prix coût coûts variation part taux distance durée âge poids capacité recul progression"
            " augmentation diminution longueur hauteur largeur profondeur vitesse température chiffre bénéfice perte"
            " dégâts recettes dépenses budget population personnes moyenne objectif limite superficie surface"
        )
    ),
    generic=frozenset(words("nombre total somme montant valeur quantité taille niveau")),
    qualifiers=frozenset(
        words(
            "brut brute bruts net nette nets ajusté ajustée ajustés corrigé corrigée moyen moyenne"
            " médian médiane estimé estimée provisoire anciens ancien opérationnel organique consolidé"
            " courant nominal réel étrangers prévu"
        )
    ),
    clause_breaks=("mais", "tandis", "alors", "cependant", "bien", "parce", "après", "lorsque"),
    causes=listed(
        "en raison de; en raison du; en raison des; en raison d'; à cause de; à cause du; à cause des; à"
        " cause d'; du fait de; du fait du; du fait des; grâce à; grâce au; grâce aux; malgré; en dépit de; en"
        " dépit du; en dépit des; à la suite de; à la suite du; à la suite des; à la suite d'; suite à; compte"
        " tenu de; compte tenu du; sur fond de"
    ),
    people=("personnes", "gens"),
    persons=words(
        "disparus arrêtés sans-abri employés salariés travailleurs passagers élèves étudiants réfugiés migrants"
        " agriculteurs policiers familles personnes gens hommes femmes enfants civils habitants morts tués blessés"
        " victimes soldats"
    ),
    decades=("décennie", "décennies"),
    points=("point de pourcentage", "points de pourcentage"),
    measures=MEASURES,
    likelihood=("probable", "probablement", "improbable", "vraisemblable", "probabilité"),
    confidence=("confiance", "certitude"),
    connectors=CONNECTORS,
    quantities=FRENCH_QUANTITIES,
    counting=FRENCH_COUNTING,
    short_scales={"md": Decimal(10**9), "mds": Decimal(10**9), "m": Decimal(10**6), "mio": Decimal(10**6)},
    discourse=DISCOURSE,
    left_open=LEFT_OPEN,
    speaking=SPEAKING,
)
