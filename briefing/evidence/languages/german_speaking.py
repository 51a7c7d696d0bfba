"""The words of German around speakers."""

from __future__ import annotations

from briefing.evidence.languages.speaking import Speaking
from briefing.evidence.languages.table import listed, words

SPEAKING = Speaking(
    acts=frozenset(
        words(
            "kündigte kündigten meldete meldet meldeten melden befürchtet befürchten fürchtet erwartet erwarten"
            " erwartete rechnet rechnen rechnete hofft hoffen glaubt vermutet vermuten bestätigte bestätigt"
            " bestätigten bestritt bestreitet dementierte dementiert versprach verspricht prognostiziert"
            " prognostizierte prognostizieren beziffert bezifferte rät empfiehlt gab geben gibt veranschlagt beklagt"
            " beklagte warnen berichten sagen mitteilte mitteilten mitteilt erläuterte gaben schreiben fürchten"
            " bestätigen"
            " bestreiten ankündigte beklagen teilt teilen schrieben"
        )
    ),
    clauses=frozenset(
        words(
            "ergänzte fügte fügt stellte stellt wies weist hob verwies gestand sprach spricht urteilte entschied"
            " findet hält glaubt erzählte erzählt antwortete bilanzierte fasste resümierte mahnte erläuterte"
            " bekräftigte präzisierte argumentiert argumentierte konstatierte denkt urteilt zitierte forderte fordert"
            " stellten wiesen hoben befand befindet schilderte schildert monierte moniert unterstrich unterstreicht"
            " urteilten forderten"
            " fordern"
            " verlangte verlangt kritisierte kritisiert rügte wirft warf rief"
        )
    ),
    as_words=frozenset(words("nannte nennt bezeichnete bezeichnet")),
    shows=frozenset(
        words(
            "zeigt zeigte zeigen zeigten belegt belegte belegen belegten ergab ergaben ergibt ergeben deutet deuten"
            " weist bestätigt beziffert schätzt kommt kam registrierte verzeichnete legt"
        )
    ),
    with_word={
        "teilt": ("mit",),
        "teilen": ("mit",),
        "gab": ("an", "bekannt", "zu"),
        "gibt": ("an", "bekannt", "zu"),
        "geben": ("an", "bekannt"),
        "stellte": ("fest", "klar", "aussicht"),
        "stellten": ("fest", "klar"),
        "wiesen": ("zurück", "hin", "darauf"),
        "hoben": ("hervor",),
        "gaben": ("an", "bekannt", "zu"),
        "stellt": ("fest", "klar", "aussicht"),
        "wies": ("zurück", "hin", "darauf"),
        "weist": ("zurück", "hin", "darauf"),
        "hob": ("hervor",),
        "befindet": ("dass",),
        "fügte": ("hinzu",),
        "fügt": ("hinzu",),
        "legt": ("nahe",),
        "kommt": ("schluss", "ergebnis"),
        "kam": ("schluss", "ergebnis"),
        "rief": ("auf",),
        "hält": ("für",),
        "deutet": ("darauf",),
        "deuten": ("darauf",),
        "sprach": ("von",),
        "spricht": ("von",),
        "zeigte": (),
        "rechnet": ("mit", "damit"),
        "rechnen": ("mit", "damit"),
        "rechnete": ("mit", "damit"),
    },
    participles=frozenset(),
    behind_name=("zufolge",),
    standings={
        "announced": words("kündig"),
        "planned": words("plan beabsicht"),
        "expected": words("erwart rechne prognos hoff"),
        "suggested": words("glaub vermut befürcht fürcht deute legt nahe meint"),
        "estimated": words("schätz beziffer veranschlag"),
        "disputed": words("bestr dement lehn wies weist zurück behaupt wirft warf"),
    },
    on_record=frozenset(words("interview gespräch")),
    nouns_too=frozenset(),
    not_yet=frozenset(words("zu will soll sollen könnte würde möchte nicht")),
    own_past=frozenset(
        words(
            "hat haben hatte hatten auch zudem später aber jedoch sich weiter ferner außerdem gestern heute dagegen"
            " zuletzt bereits nun schon noch"
        )
    ),
    not_said=frozenset(words("nicht nie")),
    clause_starts=frozenset(
        words(
            "dass daß und aber doch weil während wenn als ob obwohl nachdem bevor damit sodass denn wie wo wer oder"
            " sondern sowie dies zuvor danach daraufhin dabei zugleich anschließend außerdem zudem später damals dazu"
            " darin demnach hierzu hierbei dennoch allerdings weiterhin gleichzeitig gestern heute bislang bisher"
            " schließlich stattdessen trotzdem inzwischen unterdessen zunächst"
        )
    ),
    relatives=frozenset(words("der die das dem den deren dessen welche welcher")),
    determiners=frozenset(
        words(
            "der die das dem den des ein eine einer einem eines sein seine seiner ihr ihre ihrer mehrere einige viele"
            " zwei drei vier fünf sechs sieben acht neun zehn diese dieser dieses"
        )
    ),
    indefinite=frozenset(words("ein eine einer einem eines mehrere einige viele zwei drei vier fünf sechs sieben")),
    inner=frozenset(words("von vom der des am für bei beim zum zur an im")),
    inner_of_names=frozenset(words("an am im bei")),
    name_particles=frozenset(words("von van zu de al bin")),
    long_particles=listed("von der; van der; van den; von den; de la"),
    tail_words=frozenset({"so"}),
    name_links=frozenset(words("für")),
    joining=frozenset(words("und aber")),
    inverts=True,
    prepositions=frozenset(words("in auf mit nach vor über unter gegen durch bei an seit am um im aus")),
    singular_persons=frozenset(words("er sie dieser")),
    plural_pronouns=frozenset(),
    thing_pronouns=frozenset(words("es")),
    first_persons=frozenset(words("ich wir man du")),
    persons=words(
        "minister präsident kanzler senator bürgermeister landrat sprecher vorsitz chef direktor leiter professor"
        " anwalt anwält richter staatsanwalt general oberst hauptmann kommissar ökonom analyst forscher historiker"
        " arzt ärztin ingenieur gründer betriebsrat betriebsrät abgeordnet botschafter bischof könig fürst trainer"
        " spieler zeuge zeugin meteorolog geolog epidemiolog landwirt bäuerin inhaber geschäftsführer experte"
        " expertin sekretär verteidiger volkswirt vorstand rektor dekan pfarrer einsatzleiter wirt besitzer landrät"
        " rätin anwältin ärzt staatsanwält bäuer kämmer verdächtig angeklagt beschuldigt kläger"
    ),
    perfect=frozenset(
        words(
            "gesagt erklärt mitgeteilt angekündigt bestätigt berichtet veröffentlicht gewarnt betont behauptet"
            " gemeldet bekanntgegeben geschätzt dementiert bestritten prognostiziert angegeben geschrieben versichert"
        )
    ),
    perfect_auxiliaries=frozenset(words("hat haben habe hatte hatten")),
    mouthpieces=words("sprecher"),
    groups=words(
        "quellen quelle erkenntnis ratsmitglied beamte zeugen schätzung analysten experten beobachter anwohner"
        " diplomaten ermittler"
        " staatsanwälte insider ingenieure nachbarn kritiker ärzte forscher historiker ökonomen volkswirte"
        " wissenschaftler händler landwirte behörden rettungskräfte meteorologen angehörige gewerkschafter"
        " umweltschützer medienberichte teilnehmer sprecher kreise"
    ),
    bodies=words(
        "ausschuss ausschüss ministerium regierung polizei gericht staatsanwaltschaft unternehmen konzern behörde amt"
        " verband"
        " gewerkschaft bund institut universität bank kommission partei verein stadt feuerwehr firma betreiber"
        " hersteller kreml organisation kammer agentur rat bundesbank zentralbank krankenhaus klinik armee opposition"
        " rechnungshof gerichtshof verfassungsgericht wetterdienst reederei dienst"
    ),
    documents=words(
        "bericht studie mitteilung dokument brief urteil gutachten untersuchung erklärung analyse schreiben anklage"
        " beschluss papier prognose"
    ),
    data=words("daten zahlen statistik umfrage index barometer ergebnisse erhebung messungen"),
    imagery=words("bild satellit aufnahme video foto"),
    media=words("zeitung nachrichtenagentur sender magazin blatt"),
    media_names=frozenset(words("spiegel bild faz dpa reuters afp ard zdf ndr wdr handelsblatt zeit")),
    legal_forms=frozenset(words("ag gmbh se kg ohg")),
    civil=frozenset(words("herr frau dr prof")),
    titles=frozenset(words("herr frau dr prof professor professorin doktor präsident präsidentin könig königin papst")),
    unsigned=words("schätzung prognose"),
    same_body=words("unternehmen konzern firma betreiber hersteller"),
    capital_nouns=True,
    comparing=frozenset({"als"}),
    in_compounds=True,
)
