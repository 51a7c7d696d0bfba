"""The words of French between a number and what it counts."""

from __future__ import annotations

from decimal import Decimal

from briefing.evidence.languages.counting import Counting
from briefing.evidence.languages.table import listed, words

FRENCH_COUNTING = Counting(
    long_scales={Decimal(10**6): "millions", Decimal(10**9): "milliards"},
    points="points de pourcentage",
    wholes=listed("du PIB; du produit intérieur brut"),
    per="par",
    per_any=("par",),
    per_some=words("l' la le"),
    per_nouns=words("tonne kilo litre unité heure nuit"),
    interval_words=listed("ic; ci; intervalle de confiance"),
    numbered=words("jour tour chapitre partie phase groupe acte chaîne"),
    no_quantities=listed("les deux"),
    idioms=listed("d'un coup; à un moment; d'une part"),
    level_verbs=words(
        "est sont était étaient fut sera élève élevait atteint atteignait atteindre atteindra"
        " atteignent établit établissait établirait établi établir compte comptait coûte coûté coûtait coûtent"
        " représente représentait mesure mesurait pèse pesait totalise reste restait dépasse dépassait passe passé"
        " passer passait stabiliser maintient maintenu fixe fixé chiffre chiffré estime estimé évalue évalué ressort"
        " ressortait porte porté pointe culmine culminé avoisine prévoit tablait table révisé ramené affiche affiché"
        " dégagé réalisé enregistré enregistre clôturé termine terminé ouvert a ont avait avaient"
    ),
    elided=words("qu' puisqu' lorsqu' s' n' c' j' m' t' jusqu'"),
    links=words("à de d' du des en par pour contre entre sur avec dans au aux jusqu'"),
    comparisons=listed("contre; au lieu de; après; auparavant; par rapport à"),
    clause_words=frozenset(
        words("que qui dont où quand lorsque alors tandis mais si car puisque parce comme et ou puis")
    ),
    auxiliaries=frozenset(
        words(
            "est sont était étaient fut furent sera seront été a ont avait avaient ayant doit doivent devrait"
            " devraient peut peuvent pourrait pourraient va vont serait seraient aurait auraient"
        )
    ),
    passive=frozenset(words("est sont était étaient fut furent sera seront été")),
    modals=frozenset(words("doit doivent devrait devraient peut peuvent pourrait pourraient va vont")),
    adverbs=frozenset(
        words(
            "presque entièrement totalement"
            " aussi encore déjà désormais actuellement toujours ainsi seulement légèrement fortement nettement"
            " également donc près environ même toutefois cependant hier ne pas s' se n' il elle on"
        )
    ),
    participle_pattern=(
        r"[a-zéèêàâçîïôûü]{2,}(?:és?|ées?|is|ise|ises|ie|ies|it|its|ite|ites|us|ue|ues|ts|tes|te|erts?|ertes?)"
    ),
    share="Part",
    rise="{} (hausse)",
    fall="{} (baisse)",
    change="{} (variation)",
    change_nouns={
        "hausse": "de",
        "baisse": "de",
        "augmentation": "de",
        "progression": "de",
        "recul": "de",
        "chute": "de",
        "réduction": "de",
        "diminution": "de",
        "repli": "de",
        "croissance": "de",
        "gain": "de",
        "perte": "de",
        "variation": "de",
    },
    of_it="{} : {}",
    before="avant",
    before_behind=" {}",
    amount="Montant",
    pieces=listed("pour; en; à; au; aux; sans; avec; dans; sur; sous; chez"),
    determiners=frozenset(words("ce cet cette ces son sa ses leur leurs notre nos votre chaque")),
    not_objects=frozenset(
        words("ici il elle ils elles on nous vous cela ceci ça plus moins fois chacun autre autres hier aujourd'hui")
    ),
    time_nouns=frozenset(
        words(
            "trimestre semestre an ans année années mois semaine semaines jour jours heure heures matin soir nuit"
            " période époque date fin début"
        )
    ),
    spans_behind=listed("plus tôt; plus tard; auparavant; avant; après"),
    not_turns=frozenset(words("perte pertes déficit moins plus négatif déficitaire inférieur croissance")),
    in_kind=(),
    totals=frozenset(
        words(
            "bilan ventes chiffre bénéfice bénéfices revenus recettes dépenses coût coûts pertes dégâts total"
            " production exportations importations victimes morts blessés"
        )
    ),
    pace_links=words("de d'"),
    from_words=words("de d'"),
    of_more=("des",),
    shifts=frozenset(words("passe passé passée passer passait passent")),
    verb_pattern=r"[a-zéèêç]{3,}(?:era|eront|ait|aient|èrent)",
    place_words=words("dans en chez"),
    in_all="au total",
    multiples=words("fois"),
    levels=frozenset(words("taux prix inflation chômage niveau part salaire dette population capacité moyenne valeur")),
    participles_behind=True,
    foresees=frozenset(words("prévoit prévoient prévoyait attend attendent anticipe anticipent table tablait")),
    unnamed=frozenset(
        words("chiffre chiffres estimation estimations nombre total montant résultat résultats prévision prévisions")
    ),
    scale_nouns=frozenset(words("magnitude")),
    vague=frozenset(words("premier premiers dernier derniers nouveau")),
    respectively=frozenset(words("respectivement")),
    chances=frozenset(words("risque risques chances probabilités susceptibles")),
    state_verbs=frozenset(words("est sont reste restent compte comptent emploie a ont")),
)
