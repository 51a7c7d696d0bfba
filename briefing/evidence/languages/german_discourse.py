"""The words of German for who says what, doubt, denial, certainty and plans, and its verb forms."""

from __future__ import annotations

from briefing.evidence.languages.discourse import Discourse
from briefing.evidence.languages.left_open import LeftOpen
from briefing.evidence.languages.table import base_forms, listed, words

DISCOURSE = Discourse(
    complementizers=("dass", "daß"),
    leaning=listed(
        "dies; dieser; diese; dieses; diesem; diesen; damit; dafür; dagegen; davon; dazu; deshalb; daher; dabei;"
        " darum; danach; dadurch; daran; darauf; darin; zudem; außerdem; allerdings; hingegen; auch; so; denn;"
        " dort; dann; zuvor; stattdessen; trotzdem; dennoch; gleichzeitig; zugleich; beide; jener; jene; oder;"
        " noch"
    ),
    negative_beginnings=("non-",),
    negation_adverbs=words("noch mehr"),
    irregular=base_forms(
        "sein ist sind war waren gewesen; haben hat hatte hatten gehabt; werden wird wurde wurden worden"
        " geworden; gehen geht ging gingen gegangen; kommen kommt kam kamen gekommen; geben gibt gab gaben"
        " gegeben; nehmen nimmt nahm nahmen genommen; gewinnen gewinnt gewann gewannen gewonnen; verlieren"
        " verliert verlor verloren; steigen steigt stieg stiegen gestiegen; sinken sinkt sank sanken gesunken;"
        " fallen fällt fiel fielen gefallen; sterben stirbt starb starben gestorben; schließen schließt schloss"
        " schlossen geschlossen; brechen bricht brach brachen gebrochen; sprechen spricht sprach sprachen"
        " gesprochen; finden findet fand fanden gefunden; bringen bringt brachte brachten gebracht; denken denkt"
        " dachte gedacht; schreiben schreibt schrieb schrieben geschrieben; bleiben bleibt blieb blieben"
        " geblieben; treffen trifft traf trafen getroffen; treten tritt trat traten getreten; zurücktreten"
        " zurückgetreten; verlassen verlässt verließ verließen; lassen lässt ließ ließen gelassen; halten hält"
        " hielt hielten gehalten; fliegen fliegt flog flogen geflogen; fliehen flieht floh flohen geflohen; ziehen"
        " zieht zog zogen gezogen; beginnen beginnt begann begannen begonnen; bieten bietet bot boten geboten;"
        " tragen trägt trug trugen getragen; schlagen schlägt schlug schlugen geschlagen; stehen steht stand"
        " standen gestanden; sehen sieht sah sahen gesehen; laufen läuft lief liefen gelaufen; rufen ruft rief"
        " riefen gerufen; schneiden schnitt geschnitten; senden sandte sandten gesandt gesendet; töten tötet"
        " tötete töteten getötet; kaufen kauft kaufte kauften gekauft; wachsen wächst wuchs wuchsen gewachsen;"
        " abnehmen abgenommen; zunehmen zugenommen; ablehnen abgelehnt; bestreiten bestreitet bestritt bestritten;"
        " unterschreiben unterschreibt unterschrieb unterschrieben; beschließen beschließt beschloss beschlossen;"
        " erhalten erhält erhielt erhielten; wissen weiß wusste wussten gewusst; stehlen stahl gestohlen; schießen"
        " schoss schossen geschossen; abschießen abgeschossen; zerstören zerstört zerstörte zerstörten"
    ),
    endings=words("ungen ung eten test tet ten te est en et er em es e t n s"),
    auxiliaries=frozenset(
        words(
            "ist sind war waren sein hat haben hatte hatten wird werden wurde wurden worden zu soll sollen kann können"
            " will"
        )
    ),
    past_auxiliaries=words("hat haben hatte hatten wurde wurden war waren worden ist sind"),
    passive_auxiliaries=words("wurde wurden worden wird werden"),
    not_done=words(
        "würde soll sollte könnte dürfte kann plan will wollen beabsicht kündig angekündigt verspr zusag erwart"
        " vorgesehen hoff droh ziel beschl genehm geeinigt einig vorhab"
    ),
    plans=words(
        "wird werden soll sollen will wollen plant planen geplant beabsichtigt beabsichtigen möchte möchten"
        " vorgesehen würde"
    ),
    says=words(
        "sagte sagt sagten sagen erklärte erklärt erklärten teilte teilten betonte betont betonten warnte warnt"
        " warnten behauptete behauptet behaupteten schrieb schreibt berichtete berichtet berichteten kritisierte"
        " meinte meint versicherte versichert zufolge hieß räumt räumte schätzt schätzen schätzte äußerte"
    ),
    says_clause=words(
        "kündigte kündigten meldete meldet meldeten fürchtet befürchtet befürchten rechnet rechnen erwartet"
        " hofft glaubt vermutet bestätigte bestätigt bestritt bestreitet wies sprach spricht"
    ),
    clause_words=listed("dass; an; mit; daß; es; ob; von"),
    attributions=listed(
        "laut; nach angaben; nach den angaben; angaben zufolge; nach einschätzung; nach ansicht; nach meinung;"
        " nach darstellung; nach seiner darstellung; nach ihrer darstellung; nach eigenen angaben; nach den"
        " worten; aus sicht; nach polizeiangaben; nach behördenangaben; nach unternehmensangaben; nach firmenangaben;"
        " nach medienberichten; heißt es in; hieß es in; heißt es aus; hieß es aus"
    ),
    passes_on=words(
        "bericht aussag angab darstell einschätz ansicht studie umfrage laut zufolge vorwurf warn kritik"
        " prognos schätz beschuldig heiß"
    ),
    pronouns=words("er sie es ihr sein seine seiner ihre ihrer ihm ihn ihnen"),
    possessives=("sein", "seine", "seiner", "ihre", "ihrer"),
    of_things=("es", "ihm", "ihn", "ihnen"),
    small_names=frozenset(words("der die das des dem den von vom zu zur und für in im am an auf herr frau dr prof")),
    generic_bodies=words(
        "minist bank polizei gericht regierung universit institut amt behörde rat kommission unternehmen"
        " konzern gruppe armee marine luftwaffe abteilung parlament gewerkschaft verband bund vorstand zentrum"
        " kammer kirche dienst fonds partei verein stadt staat land bundes landes ag gmbh se kg firma betreiber"
        " feuerwehr landrat"
    ),
    same_roles=listed("sprecher; minister; vorsitz; chef; direktor; präsident; professor"),
    acts=words(
        "bestritt bestreitet dementierte dementiert wies lehnte kritisierte kritisiert forderte fordert"
        " verlangte versprach verspricht kündigte schloss schließt nannte rechnet rechnete erwartet erwartete"
        " befürchtet fürchtet hofft bezweifelt bezweifelte bestätigte warf wirft stellte begrüßte warnte sprach"
        " verteidigte will"
    ),
    unnamed=words(
        "quelle beamte behörde zeuge schätzung akten analyst expert beobachter menschen anwohner diplomat"
        " ermittler staatsanwalt insider ingenieur bericht sprecher nachbar kritiker ärzte forscher historiker"
        " studie bild satellit daten zahlen umfrage markt händler anwält polizei wissenschaft verteidig landwirt"
        " bauern"
    ),
    certain=(
        *words(
            "sicherlich zweifellos zweifelsfrei eindeutig unbestreitbar unbestritten endgültig offensichtlich"
            " offenkundig unweigerlich unstrittig definitiv"
        ),
        "ohne zweifel",
        "ganz sicher",
        "mit sicherheit",
        "kein zweifel",
        "steht fest",
        "gewiss",
    ),
    certain_enough=words("sicher fest klar gewiss offensicht unstritt"),
    proven=words("bestätig beweis bewies bewiesen garantiert erwiesen nachgewiesen nachweislich belegt"),
    proven_enough=words("nachweis beleg erwies genehmig zugab zugegeben räum zugesichert"),
    probable=words("wahrschein vermutlich voraussichtlich unwahrschein"),
    probable_enough=words(
        "erwart prognos schätz glaub vermut befürcht möglich chance risiko rechn hoff könnt dürft soll droh"
    ),
    denying=words(
        "schloss schließ geschlossen stopp end halt hielt gehalten blieb bleib unverändert noch warte wartet"
        " bis ehemal früher verschob verschieb versch aussetz ausgesetzt absag abgesagt verzicht fehl miss lehn"
        " ablehn abgelehnt wies zurück bestr gegen blockier verbot verbiet verboten scheiter brach fiel fallen"
        " kurz leer frei befreit ausgenomm außer verlor verloren mangel nur statt allein vermeid verhinder"
        " abwesend gleich getrennt dementi ausgeschlossen ausschl unter still entzog widerruf raus offen lasse"
        " ließ steht"
    ),
    before_nouns=words("kein keine keinen keiner keinem weder"),
    limits=("bis", "als", "seit"),
    definite=words("der die das den dem"),
    settled=words("datiert gelegen bekannt genannt"),
    inner_clauses=words(
        "der die das dem den denen deren dessen nachdem bevor weil wenn als ob obwohl dass damit sodass wo wobei"
    ),
    inner_first=words("nachdem bevor seitdem weil obwohl wenn nach seit vor trotz"),
    counterfactual=(
        r"(?:wäre|wären|hätte|hätten)\b[^.;]*\b(?:gewesen|können|müssen|sollen|dürfen)",
        r"(?:gewesen|können|müssen|sollen) (?:wäre|wären|hätte|hätten)",
        r"(?:sonst|andernfalls) (?:wäre|wären|hätte|hätten)",
    ),
    conditions=("falls", "sofern", "wenn"),
    inner_denial=words(
        "kaum ohne verweigerte verweigert weigerte weigerten weigert lehnte lehnten scheiterte ausgeschlossen"
        " unterließ statt dementierte dementiert bestritt bestreitet verhinderte verhindert"
    ),
    opposite_verbs=(
        (words("billigen genehmigen annehmen unterzeichnen unterschreiben zustimmen"), words("ablehnen verwerfen")),
        (words("öffnen eröffnen"), words("schließen")),
        (words("einstellen anstellen"), words("entlassen kündigen")),
        (words("beginnen starten"), words("enden beenden stoppen")),
        (words("erlauben zulassen genehmigen"), words("verbieten untersagen")),
        (words("stärken"), words("schwächen")),
        (words("freisprechen"), words("verurteilen")),
        (words("verbessern"), words("verschlechtern")),
        (words("beschleunigen"), words("verlangsamen bremsen")),
        (words("unterstützen befürworten"), words("ablehnen bekämpfen")),
        (words("loben"), words("kritisieren")),
        (words("festnehmen verhaften"), words("freilassen")),
        (words("bestätigen"), words("dementieren bestreiten")),
        (words("verlängern"), words("verkürzen")),
        (words("verdoppeln"), words("halbieren")),
        (words("überleben"), words("sterben")),
        (words("bauen erbaut errichten"), words("abreißen abgerissen zerstören")),
        (words("wegfallen verlieren"), words("hinzukommen entstehen")),
        (words("gründen"), words("auflösen zerstören")),
        (words("geboren"), words("begraben")),
        (words("steigen wachsen zunehmen erhöhen"), words("sinken fallen abnehmen senken gesenkt schrumpfen")),
    ),
    converses=(
        (words("gewinnen"), words("verlieren")),
        (words("kaufen erwerben"), words("verkaufen")),
        (words("importieren einführen"), words("exportieren ausführen")),
    ),
    directions=(
        ("vor", "nach"),
        ("über", "unter"),
        ("nördlich", "südlich"),
        ("östlich", "westlich"),
        ("im norden", "im süden"),
        ("für", "gegen"),
        ("mit", "ohne"),
        ("mehr", "weniger"),
        ("alle", "keine"),
        ("alle", "einige"),
        ("meisten", "wenigsten"),
        ("früheste", "späteste"),
        ("anstieg", "rückgang"),
        ("höher", "niedriger"),
        ("größer", "kleiner"),
        ("größte", "kleinste"),
        ("höchste", "niedrigste"),
        ("älteste", "jüngste"),
        ("erste", "letzte"),
        ("mehrheit", "minderheit"),
        ("männer", "frauen"),
        ("einfuhr", "ausfuhr"),
        ("einfuhren", "ausfuhren"),
        ("importe", "exporte"),
    ),
    participle_prefix="ge",
    stem_letters=7,
    verb_last=True,
    doubt_forms=(
        r"(?<!ich )habe(?!\w)(?=[^.;]*\w)",
        r"sei(?:en)?(?!\w)",
        r"(?:solle|könne|werde|dürfe|müsse|wolle|hätte|wäre|würde)(?:n)?(?!\w)",
    ),
    document_names=("vorläufigen bericht", "vorläufigen abschlussbericht", "vorläufigen gutachten"),
    participles_before=(r"[a-zäöüß]{3,}(?:t|en|end)e[nrsm]?",),
    passive=("von", "durch"),
)

LEFT_OPEN = LeftOpen(
    before_questions=listed(
        "unklar ist; unklar bleibt; unklar war; bleibt unklar; blieb unklar; war unklar; ist unklar; noch unklar;"
        " zunächst unklar; offen ist; offen bleibt; bleibt offen; blieb offen; noch offen; ist offen; war offen;"
        " nicht bekannt; unbekannt ist; sagte nicht; sagt nicht; teilte nicht mit; nicht sagen; nicht klar"
    ),
    questions=words("wie wann wo ob wer warum was welche welcher welches wessen weshalb wieso woher wohin wodurch"),
    statements=listed(
        "ließ sich nicht überprüfen; ließen sich nicht überprüfen; nicht unabhängig; keine Angaben; machte keine"
        " Angaben; nannte keine Einzelheiten; vorläufigen Angaben; vorläufige Zahl; vorläufigen Zahlen; noch nicht"
        " fest; wird noch ermittelt; dauern an; noch nicht geklärt; nicht geklärt; nicht bestätigt; ist nicht"
        " bekannt; war nicht bekannt; sind nicht bekannt; waren nicht bekannt; noch nicht bekannt; zunächst nicht"
        " bekannt; ist unbekannt; sind unbekannt; bleibt unklar; blieb unklar; ist unklar; war unklar; noch unklar;"
        " zunächst unklar; nicht überprüfen; nicht überprüft; nicht geprüft; nicht veröffentlicht"
    ),
    quoted="„{}“",
    year="Das Jahr von {}.",
    estimate="Wer {} geschätzt hat.",
    undated="Die Daten von {}: Der Artikel nennt kein Datum der Veröffentlichung.",
)
