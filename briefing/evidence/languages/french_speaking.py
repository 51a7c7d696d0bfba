"""The words of French around speakers."""

from __future__ import annotations

from briefing.evidence.languages.speaking import Speaking
from briefing.evidence.languages.table import words

SPEAKING = Speaking(
    acts=frozenset(
        words(
            "annonce annoncé annoncent confirme confirmé confirment dément démenti démentent nie nié craint craignent"
            " craignait promet promis prévoit prévoient prévoyait prévu affirme affirmé affirment estime estimé"
            " estiment évalue évalué chiffre chiffré prédit réaffirmé espère espèrent attend attendent anticipe"
            " anticipent table proclamé revendiqué revendique redoute redoutent évoque évoqué fait communiqué compte"
            " rapportent rapporté signalent signalé signale noté notent note tablait tablaient tablent"
        )
    ),
    clauses=frozenset(
        words(
            "ajoute ajouté ajoutent note noté rappelle rappelé conclut conclu concluent révèle révélé constate"
            " constaté confié raconte poursuit poursuivi répond répondu regrette regretté remarque remarqué pense"
            " pensent croit croient considère considéré lancé insiste insisté résume résumé admet admis reconnaît"
            " reconnu déplore déploré observe observé martelé commente commenté relève relevé fait savoir prévenu"
            " prévient suppose jugé témoigné argue argué plaide plaidé assène glisse tonne demande demandé réclame"
            " dénonce dénoncé accuse accusé juge recommande réjoui félicité félicitée félicités réjouie inquiétée"
            " inquiété étonné indigné réjouit félicite"
            " inquiète détaille détaillé détaillent signale signalé signalent alerte alerté alertent tempère nuance"
            " décrit décrivent rapporte rapporté rapportent alarmé ironisé enchaîné renchéri abonde témoigne"
            " témoignent racontent rappellent souvient"
        )
    ),
    shows=frozenset(
        words(
            "montre montré montrent montraient révèle révélé révèlent indique indiqué indiquent suggère suggéré"
            " suggèrent constate relève détecté mesuré recense recensé fait conclut conclu confirme confirment estime"
            " évalue chiffre établit établi démontre démontré mentionne mentionné mentionnent évoque"
        )
    ),
    with_word={"fait": ("état", "savoir"), "compte": ("plus",), "appelé": ("à",), "table": ("sur",), "attend": ("à",)},
    participles=frozenset(words("ajoutant précisant affirmant soulignant estimant expliquant assurant citant")),
    on_record=frozenset(words("entretien interview")),
    nouns_too=frozenset(words("estime note chiffre demande critique annonce compte table juge alerte nuance rapporte")),
    standings={
        "announced": words("annonc proclam"),
        "expected": words("prévoi prévoy prévu attend anticip prédi espèr table"),
        "suggested": words("suggèr suggér pens croi craint craign redout suppos"),
        "estimated": words("estim évalu chiffr compte recens"),
        "disputed": words("dément ni nié rejet accus prétend"),
    },
    not_yet=frozenset(words("à de pourrait pourraient devrait doit va vont si d' sera ne n' pas")),
    own_past=frozenset(
        words(
            "a ont avait avaient aussi également ensuite toutefois cependant lui encore notamment déjà s' en y eux"
            " elles eu leur jeudi lundi mardi mercredi vendredi samedi dimanche hier aujourd'hui se"
        )
    ),
    not_said=frozenset(words("pas jamais")),
    clause_starts=frozenset(
        words(
            "que qu' qui dont où mais tandis alors parce car lorsque quand si comme puis et ou ni donc avant après"
            " depuis puisque quoique bien"
        )
    ),
    relatives=frozenset(words("qui dont lequel laquelle lesquels")),
    determiners=frozenset(
        words(
            "le la les l' un une des ce cet cette ces son sa ses leur leurs plusieurs quelques certains certaines"
            " deux trois quatre cinq six sept huit neuf dix"
        )
    ),
    indefinite=frozenset(words("un une des plusieurs quelques certains certaines deux trois quatre cinq six")),
    inner=frozenset(words("de du des d' à au aux chez proches proche pour")),
    inner_of_names=frozenset(words("à au aux pour")),
    name_particles=frozenset(words("de von van der la le du des d' al el bin")),
    name_links=frozenset(words("pour")),
    joining=frozenset(words("et mais")),
    inverts=True,
    clitic_subjects=words("-t-il -t-elle -t-ils -t-elles -il -elle -ils -elles"),
    reflexives=frozenset(words("s' se")),
    adjectives_behind=True,
    prepositions=frozenset(words("en dans sur avec par contre entre sans sous vers lors devant pendant jeudi à")),
    singular_persons=frozenset(words("il elle celui-ci celle-ci")),
    plural_pronouns=frozenset(words("ils elles")),
    first_persons=frozenset(words("je j' nous vous on tu")),
    persons=words(
        "ministre président préfet maire directeur directrice secrétaire porte-parole responsable professeur"
        " professeure avocat juge procureur général colonel capitaine commissaire économiste analyste chercheur"
        " chercheuse historien médecin ingénieur fondateur fondatrice patron chef député sénateur conseiller"
        " ambassadeur évêque roi reine prince premier première chancelier gouverneur entraîneur sélectionneur joueur"
        " témoin victime mère père frère sœur épidémiologiste sismologue météorologue délégué syndicaliste"
        " agriculteur éleveur propriétaire gérant habitant voisin élu adjoint pdg expert spécialiste m. mme docteur"
        " journaliste"
    ),
    mouthpieces=("porte-parole",),
    groups=words(
        "sources source responsables témoin analystes expert observateur habitants diplomate enquêteurs procureurs"
        " ingénieurs voisins critiques médecins chercheurs historiens économistes scientifiques autorités secouristes"
        " pompiers policiers avocats agriculteurs syndicats élus estimations policier proches riverains parents"
        " météorologues spécialistes journalistes enseignants infirmiers salariés riverain"
    ),
    bodies=words(
        "ministère gouvernement parquet police gendarmerie préfecture mairie tribunal cour direction compagnie groupe"
        " société entreprise syndicat fédération association institut agence banque commission conseil parti"
        " opposition armée élysée kremlin matignon observatoire ong centrale constructeur opérateur exploitant"
        " organisation confédération union chambre sénat assemblée hôpital université marine chancellerie"
    ),
    documents=words(
        "rapport étude communiqué document lettre note jugement arrêt décision enquête avis ordonnance texte mémo"
        " audit bilan expertise loi essai budget"
    ),
    data=words("données chiffres statistique sondage recensement baromètre indice estimation prévisions résultats"),
    imagery=words("image photo vidéo satellite cliché"),
    media=words("journal quotidien hebdomadaire chaîne magazine radio télévision"),
    media_names=frozenset(words("monde figaro libération afp reuters parisien équipe bfm bfmtv franceinfo")),
    legal_forms=frozenset(words("sa sas sarl se")),
    civil=frozenset(words("m mme mlle dr me")),
    titles=frozenset(
        words(
            "m mme mlle dr me président présidente ministre premier première général colonel capitaine maire préfet"
            " professeur docteur roi reine prince princesse pape juge commissaire"
        )
    ),
    elided=words("l' d' qu' s' n' j' c' m' t' jusqu' lorsqu' puisqu' quoiqu'"),
    unsigned=words("estimation prévision"),
    same_body=words("compagnie groupe société entreprise opérateur constructeur"),
)
