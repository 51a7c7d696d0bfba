"""The words of French for who says what, doubt, denial, certainty and plans, and its verb forms."""

from __future__ import annotations

from briefing.evidence.languages.discourse import Discourse
from briefing.evidence.languages.left_open import LeftOpen
from briefing.evidence.languages.table import base_forms, listed, words

DISCOURSE = Discourse(
    complementizers=("que",),
    leaning=listed(
        "ce; cet; cette; ces; c; cela; ceci; celui; celle; ceux; celles; ainsi; donc; pourtant; toutefois;"
        " cependant; néanmoins; aussi; puis; enfin; en revanche; par contre; par ailleurs; en outre; de plus; de"
        " même; or; ni; car; ensuite; là"
    ),
    negative_beginnings=("non-",),
    negation_adverbs=words("encore plus"),
    irregular=base_forms(
        "être est sont était étaient été fut furent; avoir a ont avait avaient eu; aller va vont allait allé"
        " allée allés; venir vient vint venu venue venus; tenir tient tenu tenue; prendre prend prit pris prise;"
        " mettre met mit mis mise; vendre vend vendu vendue vendus vendues; perdre perd perdu perdue perdus;"
        " rendre rend rendu rendue; reprendre reprend reprit repris reprise; rester reste resté; mourir meurt mort"
        " morts morte; ouvrir ouvre ouvert ouverte ouverts ouvertes ouvrira; fermer ferme fermé fermée fermés"
        " fermées fermera; construire construit construite construits construira; détruire détruit détruite"
        " détruits détruites; écrire écrit écrite; dire dit dite; faire fait faite fera; voir voit vu vue; savoir"
        " sait su; recevoir reçoit reçu reçue; battre bat battu battue; élire élit élu élue élus; réduire réduit"
        " réduite; partir part parti partie partis; sortir sort sorti sortie; acheter achète acheté achetée"
        " achètera; signer signe signé signée signés signera; tuer tue tué tuée tués tuées; gagner gagne gagné"
        " gagnée gagnera; envoyer envoie envoyé envoyée envoyés envoyées enverra; payer paie paye payé payée"
        " paiera; croître croît crû croissance; vaincre vainc vaincu; interdire interdit interdite; permettre"
        " permet permis permise; promettre promet promis; atteindre atteint atteinte"
    ),
    endings=words(
        "ations ation ements ement issent eront aient erait era ait ées ants ante ant ée és é ent ez er ir re es ra e"
        " s t"
    ),
    auxiliaries=frozenset(
        words("est sont été être a ont avait avaient avoir était étaient fut furent sera seront va vont")
    ),
    past_auxiliaries=words("a ont avait avaient été était étaient fut furent est sont"),
    passive_auxiliaries=words("été est sont fut furent"),
    not_done=words(
        "serait devrait pourrait doit va vont prév plan projet annonc promet promis espèr attend menac veut"
        " veulent entend compte objectif décid approuv accept accord"
    ),
    plans=listed(
        "va; vont; sera; seront; doit; doivent; devrait; devraient; prévoit de; prévoient de; prévoit; compte;"
        " veut; veulent; entend; s'apprête à; prévu de"
    ),
    says=words(
        "dit disent déclare déclaré déclarent affirme affirmé affirment assure assuré assurent estime estiment"
        " estimé explique expliqué précise précisé ajoute ajouté souligne souligné indique indiqué indiquent"
        " avertit averti soutient prétend prétendent raconte raconté écrit"
    ),
    says_clause=words(
        "annonce annoncé annoncent craint craignent promet promis rappelle confirme confirmé dément démenti"
    ),
    clause_words=("que", "qu", "de"),
    attributions=("selon", "d'après", "de l'avis de", "aux dires de", "de source"),
    passes_on=words("selon d'après avis source sondage étude rapport accus critiq prév avert annonc promet"),
    pronouns=words("il elle ils elles lui son sa ses leur leurs celui-ci celle-ci"),
    possessives=("son", "sa", "ses", "leur", "leurs"),
    of_things=("leur", "leurs", "lui"),
    small_names=frozenset(words("le la les l de d du des et à au aux en un une m mme mlle dr")),
    generic_bodies=words(
        "minist banque police tribunal cour gouvernement universit institut agence office conseil comité"
        " commission compagnie groupe société entreprise armée marine département parlement syndicat union"
        " fédération association autorit bureau centre chambre église service fonds parti club ville état"
        " direction préfe maire région"
    ),
    same_roles=("minist", "présid", "direct", "secrét", "porte"),
    acts=words(
        "démenti dément nie nié accuse accusé rejette rejeté refuse refusé promet promis annonce annoncé"
        " confirme confirmé critique critiqué exige exigé demande demandé craint prévoit réclame exclut exclu"
        " salue salué compte calcule chiffre conteste contesté"
    ),
    unnamed=words(
        "source responsable témoin estimation archive analyste expert observateur habitant diplomat enquêteur"
        " procureur ingénieur rapport porte voisin critique médecin chercheur historien étude image satellite"
        " données chiffres sondage marché avocat policier agriculteur direction"
    ),
    certain=(
        *words(
            "certainement assurément incontestabl indéniabl indubitabl évidemment manifestement clairement"
            " définitivement inévitabl formellement"
        ),
        "sans aucun doute",
        "sans doute",
        "à coup sûr",
        "bien sûr",
        "sans conteste",
        "nul doute",
    ),
    certain_enough=words("certain sûr évident manifeste clair avér"),
    proven=words("confirm prouv preuve garanti"),
    proven_enough=words("vérif établi ratif approuv reconn admet admis avér démontr attest"),
    probable=words("probable vraisembl improbable"),
    probable_enough=words("attend prév estim croi pens crai possib chance risque espèr suggèr pourrai devrai menac"),
    split_negation=r"(?:ne\s|n')(?=(?:[^\s.;:!?]+\s){1,4}?(?:pas|jamais|plus|rien|guère|aucune?|personne)(?!\w))",
    plan_forms=r"[^\W\d_]{2,}(?:eront|iront|dront|rront|era|ira|dra|rra)(?!\w)",
    denying=words(
        "ferm arrêt fin cess suspend suspendu mainten stable encore attend jusqu ancien ex retard report annul"
        " abandon manqu rejet refus décl démen oppos bloqu interdi échou effondr rompu tomb vide libre exempt"
        " exclu sauf perdu perd absence quitt malgré coup peu seul au évit empêch absen neutre secret mort"
        " acquitt blanchi contest différ reste plutôt contre retir révoqu démission sous libér"
    ),
    before_nouns=("aucun", "aucune", "nul", "nulle"),
    limits=("jusqu", "avant", "depuis", "où"),
    definite=words("le la les ces"),
    settled=words("datant mesurant pesant situé située situés situées connu connue appelé appelée dont"),
    inner_clauses=words("qui que dont où lequel laquelle après avant depuis lorsque quand puisque si tandis alors"),
    inner_first=words("après avant depuis malgré lorsque puisque si"),
    counterfactual=("aurait pu", "auraient pu", "aurait dû", "auraient dû", r"sans (?:cela|quoi)"),
    conditions=("si", "à condition", "pourvu"),
    inner_denial=listed(
        "sans; guère; à peine; refuse de; refusé de; refusent de; échoué à; renoncé à; renonce à; exclu;"
        " exclut; incapable de; au lieu de; plutôt que de; empêché de; rien ne prouve que"
    ),
    opposite_verbs=(
        (words("approuver adopter accepter signer ratifier"), words("rejeter refuser")),
        (words("ouvrir inaugurer rouvrir"), words("fermer démolir démolie")),
        (words("reprendre redémarrer"), words("cesser interrompre")),
        (words("éclater"), words("éteint")),
        (words("créer créés"), words("supprimer suppression")),
        (words("embaucher recruter nommer"), words("licencier renvoyer")),
        (words("commencer débuter"), words("finir terminer cesser arrêter")),
        (words("autoriser permettre"), words("interdire")),
        (words("renforcer"), words("affaiblir")),
        (words("acquitter relaxer"), words("condamner")),
        (words("améliorer"), words("détériorer aggraver")),
        (words("accélérer"), words("ralentir")),
        (words("soutenir"), words("combattre")),
        (words("arrêter"), words("libérer relâcher")),
        (words("confirmer"), words("démentir")),
        (words("prolonger"), words("raccourcir")),
        (words("construire bâtir"), words("détruire démolir")),
        (words("augmenter grimper progresser"), words("baisser diminuer reculer chuter")),
        (words("survivre"), words("mourir")),
        (words("entrer arriver"), words("partir quitter")),
    ),
    converses=(
        (words("gagner"), words("perdre")),
        (words("acheter acquérir"), words("vendre")),
        (words("importer"), words("exporter")),
    ),
    directions=(
        ("avant", "après"),
        ("dessus", "dessous"),
        ("nord", "sud"),
        ("ouest", "est"),
        ("pour", "contre"),
        ("avec", "sans"),
        ("plus", "moins"),
        ("tous", "aucun"),
        ("toutes", "aucune"),
        ("plupart", "minorité"),
        ("premier", "dernier"),
        ("première", "dernière"),
        ("hommes", "femmes"),
        ("importations", "exportations"),
        ("majorité", "minorité"),
        ("supérieur", "inférieur"),
        ("supérieure", "inférieure"),
        ("hausse", "baisse"),
    ),
    participle_ends=("é", "ée", "és", "ées"),
    document_names=("rapport provisoire", "rapport préliminaire", "rapport d'étape provisoire"),
    participles_behind=(r"[^\W\d_]+(?:ée?s?|i(?:es?|ses?|tes?|s|t)?|ue?s?)",),
    adjuncts=(r"[^\W\d_]{2,}ant",),
    stem_letters=6,
    doubt_forms=(
        r"[^\W\d_]{2,}erai(?:t|ent)(?!\w)",
        r"(?:[^\W\d_]*(?:vien|tien|pren|ren|per|ven|atten|vou|fau|vau|met|permet|dev|pour))(?:d|t)?rai(?:t|ent)(?!\w)",
        r"(?:serait|aurait|irait|ferait|seraient|auraient|iraient|feraient)(?!\w)",
    ),
    passive=("par",),
)

LEFT_OPEN = LeftOpen(
    before_questions=listed(
        "on ignore; on ne sait pas; on ne sait pas encore; on ignorait; nul ne sait; pas dit; pas précisé; pas"
        " indiqué; pas voulu dire; refusé de dire; reste à savoir; pas clair; ne précise pas; ne dit pas; ne"
        " précisent pas"
    ),
    questions=words("combien comment quand où si qui pourquoi quel quelle quels quelles ce"),
    statements=listed(
        "pas possible de vérifier; n'a pas pu vérifier; de source indépendante; bilan provisoire; chiffre"
        " préliminaire; bilan encore provisoire; en cours de vérification; n'a pas donné de détails; n'a pas"
        " révélé; enquête est en cours; pas encore connu; pas encore connue; pas encore connues; pas été confirmé;"
        " pas été confirmée; pas encore été confirmé; pas pu être confirmé; pas pu être vérifié; pas pu être"
        " vérifiée; pas pu être vérifiées; reste inconnu; reste inconnue; restent inconnues; restent inconnus; est"
        " inconnu; est inconnue; sont inconnues; pas été précisé; pas été précisée; pas été communiqué; pas été"
        " communiquée; pas été rendu public; n'est pas connu; n'est pas connue; ne sont pas connues; reste"
        " incertain; reste incertaine"
    ),
    quoted="«\u00a0{}\u00a0»",
    year="L’année de {}.",
    estimate="De qui vient l’estimation {}.",
    undated="Les dates de {} : l’article ne dit pas quand il a été publié.",
)
