"""The tables of languages from which a realistic library is made: what is said, how numbers and dates are written.

In a sentence `[...]` is what a claim quotes. `{p}` is a town, `{o}` a company, `{s}` a person, `{n}` and `{m}` whole
numbers, `{x}` one with a decimal, `{d}` a date in the language, `{y}` a day of the week before publication.
"""

from __future__ import annotations

from typing import NamedTuple

from tests.support.realistic.words import words


class Saying(NamedTuple):
    """A sentence of a text, and the claim that rests on it."""

    sentence: str
    """With what is quoted in square brackets."""
    claim: str
    """The text of a point or an event, the label of a figure."""
    fields: str = ""
    """What else the claim has, as YAML, a field a line: `standing: planned`, `value: {n}`."""


class Language(NamedTuple):
    """What briefs and texts in one language are made of."""

    tag: str
    share: int
    """Of a hundred briefs."""
    months: tuple[str, ...]
    weekdays: tuple[str, ...]
    """From Monday on."""
    dates: tuple[str, ...]
    """A day, a month, a year, a decade, some years: with `{day}`, `{month}`, `{year}`, `{decade}`, `{end}`."""
    thousand: str
    """What stands between the thousands of a number."""
    decimal: str
    first_names: tuple[str, ...]
    last_names: tuple[str, ...]
    roles: tuple[str, ...]
    introduction: str
    """A sentence that names a speaker `{s}` and the role `{r}`."""
    subjects: tuple[str, ...]
    """First words of a title."""
    turns: tuple[str, ...]
    """Last words of a title, with `{p}`."""
    points: tuple[Saying, ...]
    figures: tuple[Saying, ...]
    events: tuple[Saying, ...]
    closed: Saying
    """An event whose date is reckoned from the day of the week."""
    filling: tuple[str, ...]
    """Sentences that no claim rests on."""
    corpus: tuple[str, ...]
    """Names of articles in `tests/evidence/corpus/`."""


ENGLISH = Language(
    tag="en",
    share=68,
    months=words("January February March April May June July August September October November December"),
    weekdays=words("Monday Tuesday Wednesday Thursday Friday Saturday Sunday"),
    dates=("on {day} {month} {year}", "in {month} {year}", "in {year}", "in the {decade}s", "from {year} to {end}"),
    thousand=",",
    decimal=".",
    first_names=words("Ana Birte Carl Dora Elsa Frank Greta Hugh Ines Jack Kofi Lena Mark Nora Oscar Petra"),
    last_names=words(
        "Abbott Barlow Castle Dunmore Ellery Fenwick Garland Holt Ingram Jessop Kendal Lowther Marsden Norwood"
        " Oakley Penrose Quint Radley Sutton Thorne Underhill Vickers Whitlow Yardley"
    ),
    roles=("mayor", "harbour master", "head of the union", "spokesman of the board", "minister of transport", "judge"),
    introduction="[{s}, {r}], spoke to reporters in the town hall.",
    subjects=(
        "Ferry line",
        "Bridge repairs",
        "Harbour talks",
        "Grain depot",
        "Hospital beds",
        "School meals",
        "Night trains",
        "Water supply",
        "Copper mine",
        "Wind farm",
        "Housing plan",
        "Council vote",
    ),
    turns=(
        "in {p} to end in spring",
        "in {p} delayed again",
        "near {p} costs more than planned",
        "at {p} before the court",
        "in {p} divides the council",
        "in {p}: what is known",
        "after the flood in {p}",
        "and the future of {p}",
    ),
    points=(
        Saying(
            "[In {p} {n} people had to leave their homes], and most of them sleep in halls.",
            "In {p} {n} people had to leave their homes.",
        ),
        Saying(
            "“[The people of {p} were not asked,” said {s}], who has lived there for years.",
            "The people of {p} were not asked, says {s}.",
            "by: {b}",
        ),
        Saying(
            "[{s} said that {p} could lose up to {n} jobs], though others doubt it.",
            "{p} could lose up to {n} jobs, says {s}.",
            "by: {b}\nstanding: suggested",
        ),
        Saying(
            "[{o} has taken no decision on {p}], and none is due before the summer.",
            "{o} has taken no decision on {p}.",
        ),
        Saying(
            "[{o} is reported to be considering a sale of its site in {p}].",
            "{o} is reported to be considering a sale of its site in {p}.",
            "standing: suggested",
        ),
        Saying(
            "[{o} plans to build {n} flats in {p}], many of them on stilts.",
            "{o} plans to build {n} flats in {p}.",
            "standing: planned",
        ),
        Saying(
            "[About {n} workers in {p} are on strike], and the shops stay shut.",
            "About {n} workers in {p} are on strike.",
        ),
        Saying(
            "[{s} denied that the bridge at {p} was unsafe]; the last report is two years old.",
            "{s} denies that the bridge at {p} was unsafe.",
            "by: {b}",
        ),
        Saying(
            "[Rail traffic between {p} and the coast may stand still for weeks], passengers were told.",
            "Rail traffic between {p} and the coast may stand still for weeks.",
            "standing: suggested",
        ),
        Saying(
            "[Nobody in {p} was hurt in the fire], which began in a barn.",
            "Nobody in {p} was hurt in the fire.",
        ),
    ),
    figures=(
        Saying(
            "[{o} employs {n} people in {p}], more than ever before.",
            "Employees of {o} in {p}",
            "value: {n}\nunit: people\nmeasure: {O}/employees",
        ),
        Saying(
            "[Repairs in {p} are expected to cost {x} million euros], half of it from the state.",
            "Cost of repairs in {p}",
            "value: {x}\nunit: million euros\nstanding: expected",
        ),
        Saying(
            "[Traffic through {p} rose by {x}%] in the first half of the year.",
            "Growth of traffic through {p}",
            'value: {x}\nunit: "%"\nkind: change',
        ),
        Saying(
            "[Between {n} and {m} passengers pass through {p} every day], depending on the season.",
            "Passengers a day in {p}",
            "low: {n}\nhigh: {m}\nunit: passengers",
        ),
        Saying(
            "[The reserve near {p} covers about {n} hectares] of marsh and forest.",
            "Area of the reserve near {p}",
            "value: {n}\nunit: hectares\napprox: about",
        ),
        Saying(
            "[At least {n} people were hurt in {p}], most of them on the quay.",
            "People hurt in {p}",
            "value: {n}\nunit: people\napprox: at least",
        ),
        Saying(
            "[{o} shipped {n} tonnes of grain from {p}], most of it by rail.",
            "Grain shipped from {p}",
            "value: {n}\nunit: tonnes\nmeasure: {O}/grain",
        ),
    ),
    events=(
        Saying("[The station in {p} was opened {d}], with a brass band.", "The station in {p} is opened."),
        Saying("[{o} bought the quarry near {p} {d}], and never worked it.", "{o} buys the quarry near {p}."),
        Saying("[The mill in {p} stood empty {d}], as older people recall.", "The mill in {p} stands empty."),
        Saying("[A fire destroyed the granary of {p} {d}], and it was rebuilt.", "The granary of {p} burns down."),
        Saying(
            "[Work on the bypass of {p} was stopped {d}], when the money ran out.", "Work on the bypass of {p} stops."
        ),
    ),
    closed=Saying("[{o} closed its office in {p} on {y}], a letter says.", "{o} closes its office in {p}."),
    filling=(
        "Nobody at the meeting wanted to say how long the work would take, or who is to pay for it.",
        "The road along the river was closed for {n} days, and lorries went round by the hills.",
        "A report of {m} pages, which this paper has seen, lists what went wrong and names no one.",
        "According to {s}, the plan was drawn up in haste, perhaps within a few weeks.",
        "Prices in the shops have risen by about {n} per cent since the winter, a survey suggests.",
        "“We have heard promises before,” said a woman who sells fish on the quay.",
        "It is not clear whether the contract was ever signed; {o} would not comment.",
        "More than {n} letters reached the council, most of them against the proposal.",
        "The weather turned in the night, and by morning the fields were under water.",
        "In {year} the town had twice as many inhabitants, three newspapers and a theatre.",
        "Experts doubt that the figures are complete, since two districts sent none.",
        "The court will hear the case in the autumn, if the parties do not settle before.",
        "Older people remember {year}, when the ice carried away the wooden bridge.",
        "{s} is said to have warned of the risk early, and to have been ignored.",
        "The engineers measured again, found a difference of {n} millimetres, and stopped the trains.",
        "Whatever is decided, the work cannot begin before the birds have left their nests.",
        "Some of the {m} workers have found other jobs; the others wait, and draw a small allowance.",
        "A second survey, made in {year} with other methods, came to nearly the same result.",
    ),
    corpus=("copper-market", "cup-final", "kelland-rate", "marlow-results", "mill-fire", "school-meals", "ashmar"),
)

GERMAN = Language(
    tag="de",
    share=12,
    months=words("Januar Februar März April Mai Juni Juli August September Oktober November Dezember"),
    weekdays=words("Montag Dienstag Mittwoch Donnerstag Freitag Samstag Sonntag"),
    dates=(
        "am {day}. {month} {year}",
        "im {month} {year}",
        "{year}",
        "in den {decade}er Jahren",
        "von {year} bis {end}",
    ),
    thousand=".",
    decimal=",",
    first_names=words("Anke Bernd Clara Dieter Elke Franz Gisela Heiko Ilse Jürgen Karin Lars Maike Norbert"),
    last_names=words(
        "Ahrens Brandt Claasen Dreyer Ebeling Frerichs Göbel Hinrichs Jansen Köster Lohmann Meinert Nissen Osterloh"
        " Petersen Röhrig Stolze Timm Uhlig Voigt"
    ),
    roles=("Bürgermeisterin", "Hafenmeister", "Betriebsrat", "Sprecherin der Werft", "Verkehrsminister", "Richterin"),
    introduction="[{r} {s}] sprach im Rathaus mit Journalisten.",
    subjects=(
        "Fährlinie",
        "Brückenbau",
        "Hafengespräche",
        "Getreidespeicher",
        "Krankenhausbetten",
        "Schulessen",
        "Nachtzüge",
        "Wasserversorgung",
        "Kupfermine",
        "Windpark",
        "Wohnungsbau",
        "Abstimmung",
    ),
    turns=(
        "in {p} endet im Frühjahr",
        "in {p} erneut verschoben",
        "bei {p} wird teurer als geplant",
        "von {p} vor Gericht",
        "in {p} spaltet den Rat",
        "in {p}: was bekannt ist",
        "nach dem Hochwasser in {p}",
        "und die Zukunft von {p}",
    ),
    points=(
        Saying(
            "[In {p} mussten {n} Menschen ihre Häuser verlassen], die meisten schlafen in Turnhallen.",
            "In {p} mussten {n} Menschen ihre Häuser verlassen.",
        ),
        Saying(
            "[{s} sagte, in {p} könnten bis zu {n} Stellen wegfallen], andere bezweifeln das.",
            "In {p} könnten bis zu {n} Stellen wegfallen, sagt {s}.",
            "by: {b}\nstanding: suggested",
        ),
        Saying(
            "[{o} hat über {p} noch nicht entschieden], und vor dem Sommer geschieht nichts.",
            "{o} hat über {p} noch nicht entschieden.",
        ),
        Saying(
            "[{o} will in {p} {n} Wohnungen bauen], viele davon auf Stelzen.",
            "{o} will in {p} {n} Wohnungen bauen.",
            "standing: planned",
        ),
        Saying(
            "[Der Verkehr nach {p} könnte wochenlang ruhen], denn die Gleise sind unterspült.",
            "Der Verkehr nach {p} könnte wochenlang ruhen.",
            "standing: suggested",
        ),
    ),
    figures=(
        Saying(
            "[{o} beschäftigt in {p} {n} Menschen], mehr als je zuvor.",
            "Beschäftigte von {o} in {p}",
            "value: {n}\nunit: Menschen\nmeasure: {O}/employees",
        ),
        Saying(
            "[Die Reparaturen in {p} kosten voraussichtlich {x} Millionen Euro], die Hälfte zahlt das Land.",
            "Kosten der Reparaturen in {p}",
            "value: {x}\nunit: Millionen Euro\nstanding: expected",
        ),
        Saying(
            "[Der Verkehr durch {p} stieg um {x} Prozent], vor allem nachts.",
            "Anstieg des Verkehrs durch {p}",
            'value: {x}\nunit: "%"\nkind: change',
        ),
        Saying(
            "[Das Schutzgebiet bei {p} ist etwa {n} Hektar groß], davon ein Drittel Moor.",
            "Größe des Schutzgebiets bei {p}",
            "value: {n}\nunit: Hektar\napprox: about",
        ),
    ),
    events=(
        Saying("[Der Bahnhof von {p} wurde {d} eröffnet], mit Blasmusik.", "Der Bahnhof von {p} wird eröffnet."),
        Saying("[Die Mühle in {p} stand {d} leer], wie Ältere sich erinnern.", "Die Mühle in {p} steht leer."),
        Saying("[{o} kaufte {d} den Steinbruch bei {p}], nutzte ihn aber nie.", "{o} kauft den Steinbruch bei {p}."),
    ),
    closed=Saying("[{o} schloss am {y} das Büro in {p}], so ein Schreiben.", "{o} schließt das Büro in {p}."),
    filling=(
        "Niemand wollte in der Sitzung sagen, wie lange die Arbeiten dauern und wer sie bezahlen soll.",
        "Die Straße am Fluss war {n} Tage gesperrt, Lastwagen fuhren über die Hügel.",
        "Ein Bericht von {m} Seiten, der dieser Zeitung vorliegt, nennt Fehler, aber keine Namen.",
        "Nach Angaben von {s} entstand der Plan in Eile, wohl binnen weniger Wochen.",
        "„Versprechen haben wir schon oft gehört“, sagte eine Frau, die am Kai Fisch verkauft.",
        "Ob der Vertrag je unterschrieben wurde, ist unklar; {o} wollte sich nicht äußern.",
        "Im Jahr {year} hatte die Stadt doppelt so viele Einwohner, drei Zeitungen und ein Theater.",
        "Fachleute bezweifeln, dass die Zahlen vollständig sind, denn zwei Bezirke meldeten keine.",
        "In der Nacht schlug das Wetter um, am Morgen standen die Felder unter Wasser.",
        "Was auch beschlossen wird, vor dem Ende der Brutzeit kann nicht gebaut werden.",
        "Einige der {m} Beschäftigten haben andere Arbeit gefunden, die übrigen warten.",
    ),
    corpus=("hafen-lauen", "haushalt-wessen"),
)

FRENCH = Language(
    tag="fr",
    share=10,
    months=words("janvier février mars avril mai juin juillet août septembre octobre novembre décembre"),
    weekdays=words("lundi mardi mercredi jeudi vendredi samedi dimanche"),
    dates=(
        "le {day} {month} {year}",
        "en {month} {year}",
        "en {year}",
        "dans les années {decade}",
        "de {year} à {end}",
    ),
    thousand="\u00a0",
    decimal=",",
    first_names=words("Anne Bruno Claire Denis Élise Fabrice Hugo Inès Julien Karine Lucie Mireille Noël"),
    last_names=words(
        "Arnaud Berthier Castan Delmas Estève Fabre Garnier Lacroix Marchand Noiret Perrin Rivière Sorel Tissot Vasseur"
    ),
    roles=("maire", "directeur du port", "secrétaire du syndicat", "ministre des transports", "juge"),
    introduction="[{s}, {r}], a reçu la presse à la mairie.",
    subjects=(
        "Ligne de ferry",
        "Travaux du pont",
        "Négociations du port",
        "Silo à grain",
        "Lits d’hôpital",
        "Cantines",
        "Trains de nuit",
        "Eau potable",
        "Mine de cuivre",
        "Parc éolien",
        "Plan de logement",
        "Vote du conseil",
    ),
    turns=(
        "à {p} : fin au printemps",
        "à {p} : nouveau retard",
        "près de {p} : plus cher que prévu",
        "de {p} devant le tribunal",
        "à {p} divise le conseil",
        "à {p} : ce que l’on sait",
        "après la crue à {p}",
        "et l’avenir de {p}",
    ),
    points=(
        Saying(
            "[À {p}, {n} personnes ont quitté leur maison], et la plupart dorment dans des gymnases.",
            "À {p}, {n} personnes ont quitté leur maison.",
        ),
        Saying(
            "« [Les habitants de {p} n’ont pas été consultés », a déclaré {s}], qui y vit depuis longtemps.",
            "Les habitants de {p} n’ont pas été consultés, dit {s}.",
            "by: {b}",
        ),
        Saying(
            "[{o} n’a pris aucune décision sur {p}], et rien n’est attendu avant l’été.",
            "{o} n’a pris aucune décision sur {p}.",
        ),
        Saying(
            "[Le trafic vers {p} pourrait s’arrêter pendant des semaines], car la voie est coupée.",
            "Le trafic vers {p} pourrait s’arrêter pendant des semaines.",
            "standing: suggested",
        ),
    ),
    figures=(
        Saying(
            "[{o} emploie {n} personnes à {p}], plus que jamais.",
            "Personnes employées par {o} à {p}",
            "value: {n}\nunit: personnes\nmeasure: {O}/employees",
        ),
        Saying(
            "[Les réparations à {p} sont estimées à {x} millions d’euros], dont la moitié pour l’État.",
            "Coût des réparations à {p}",
            "value: {x}\nunit: millions d’euros\nstanding: estimated",
        ),
        Saying(
            "[Le trafic par {p} a augmenté de {x} %], surtout la nuit.",
            "Hausse du trafic par {p}",
            'value: {x}\nunit: "%"\nkind: change',
        ),
        Saying(
            "[La réserve de {p} couvre environ {n} hectares], dont un tiers de marais.",
            "Surface de la réserve de {p}",
            "value: {n}\nunit: hectares\napprox: about",
        ),
    ),
    events=(
        Saying("[La gare de {p} a été inaugurée {d}], en musique.", "La gare de {p} est inaugurée."),
        Saying("[Le moulin de {p} est resté vide {d}], disent les anciens.", "Le moulin de {p} est vide."),
        Saying("[{o} a acheté la carrière de {p} {d}], sans l’exploiter.", "{o} achète la carrière de {p}."),
    ),
    closed=Saying("[{o} a fermé {y} son bureau de {p}], dit une lettre.", "{o} ferme son bureau de {p}."),
    filling=(
        "Personne n’a voulu dire combien de temps dureront les travaux, ni qui les paiera.",
        "La route le long du fleuve est restée fermée {n} jours, et les camions sont passés par les collines.",
        "Un rapport de {m} pages, que ce journal a pu lire, énumère les erreurs sans nommer personne.",
        "Selon {s}, le plan a été établi à la hâte, peut-être en quelques semaines.",
        "« On nous a déjà fait des promesses », dit une femme qui vend du poisson sur le quai.",
        "On ignore si le contrat a été signé ; {o} n’a pas souhaité répondre.",
        "En {year}, la ville comptait deux fois plus d’habitants, trois journaux et un théâtre.",
        "Les experts doutent que les chiffres soient complets, car deux districts n’ont rien envoyé.",
        "Le temps a changé dans la nuit, et au matin les champs étaient sous l’eau.",
        "Quelques-uns des {m} salariés ont trouvé un autre emploi ; les autres attendent.",
    ),
    corpus=("greve-rail",),
)

SPANISH = Language(
    tag="es",
    share=7,
    months=words("enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre"),
    weekdays=words("lunes martes miércoles jueves viernes sábado domingo"),
    dates=(
        "el {day} de {month} de {year}",
        "en {month} de {year}",
        "en {year}",
        "en los años {decade}",
        "de {year} a {end}",
    ),
    thousand=".",
    decimal=",",
    first_names=words("Alba Bruno Carmen Diego Elena Fermín Gloria Iván Julia Lucía Mateo Nuria Óscar Pilar"),
    last_names=words("Aranda Barral Cortés Domingo Espina Ferrer Gallego Huerta Lago Montes Nieto Soler"),
    roles=("alcalde", "directora del puerto", "secretario del sindicato", "consejera de transportes", "juez"),
    introduction="[{s}, {r}], habló con la prensa en el ayuntamiento.",
    subjects=(
        "Línea de transbordador",
        "Obras del puente",
        "Negociaciones del puerto",
        "Silo de grano",
        "Camas de hospital",
        "Comedores escolares",
        "Trenes nocturnos",
        "Agua potable",
        "Mina de cobre",
        "Parque eólico",
        "Plan de vivienda",
        "Voto del pleno",
    ),
    turns=(
        "en {p}: termina en primavera",
        "en {p}: otro retraso",
        "cerca de {p}: más caro de lo previsto",
        "de {p} ante el juez",
        "en {p} divide al pleno",
        "en {p}: lo que se sabe",
        "tras la riada en {p}",
        "y el futuro de {p}",
    ),
    points=(
        Saying(
            "[En {p} {n} personas dejaron sus casas], y la mayoría duerme en polideportivos.",
            "En {p} {n} personas dejaron sus casas.",
        ),
        Saying(
            "[{s} negó que el puente de {p} fuera inseguro]; el último informe es de hace dos años.",
            "{s} niega que el puente de {p} fuera inseguro.",
            "by: {b}",
        ),
        Saying(
            "[{o} no ha tomado ninguna decisión sobre {p}], y no se espera antes del verano.",
            "{o} no ha tomado ninguna decisión sobre {p}.",
        ),
        Saying(
            "[El tráfico hacia {p} podría parar durante semanas], pues la vía está cortada.",
            "El tráfico hacia {p} podría parar durante semanas.",
            "standing: suggested",
        ),
    ),
    figures=(
        Saying(
            "[{o} emplea a {n} personas en {p}], más que nunca.",
            "Empleados de {o} en {p}",
            "value: {n}\nunit: personas\nmeasure: {O}/employees",
        ),
        Saying(
            "[El tráfico por {p} subió un {x} %], sobre todo de noche.",
            "Subida del tráfico por {p}",
            'value: {x}\nunit: "%"\nkind: change',
        ),
        Saying(
            "[La reserva de {p} ocupa unas {n} hectáreas], un tercio de marisma.",
            "Superficie de la reserva de {p}",
            "value: {n}\nunit: hectáreas\napprox: about",
        ),
    ),
    events=(
        Saying("[La estación de {p} se inauguró {d}], con música.", "Se inaugura la estación de {p}."),
        Saying("[El molino de {p} estuvo vacío {d}], dicen los mayores.", "El molino de {p} está vacío."),
        Saying("[{o} compró la cantera de {p} {d}], sin explotarla.", "{o} compra la cantera de {p}."),
    ),
    closed=Saying("[{o} cerró el {y} su oficina de {p}], dice una carta.", "{o} cierra su oficina de {p}."),
    filling=(
        "Nadie quiso decir cuánto durarán las obras ni quién las va a pagar.",
        "La carretera del río estuvo cortada {n} días, y los camiones pasaron por las colinas.",
        "Un informe de {m} páginas, que este diario ha leído, enumera los errores sin dar nombres.",
        "Según {s}, el plan se hizo con prisa, quizá en pocas semanas.",
        "«Promesas ya hemos oído», dijo una mujer que vende pescado en el muelle.",
        "No está claro si el contrato llegó a firmarse; {o} no quiso responder.",
        "En {year} la ciudad tenía el doble de habitantes, tres periódicos y un teatro.",
        "El tiempo cambió por la noche, y por la mañana los campos estaban bajo el agua.",
    ),
    corpus=("embalse-ronda",),
)

DUTCH = Language(
    tag="nl",
    share=3,
    months=words("januari februari maart april mei juni juli augustus september oktober november december"),
    weekdays=words("maandag dinsdag woensdag donderdag vrijdag zaterdag zondag"),
    dates=("op {day} {month} {year}", "in {month} {year}", "in {year}", "in de jaren {decade}", "van {year} tot {end}"),
    thousand=".",
    decimal=",",
    first_names=words("Anouk Bram Femke Gijs Hanna Joost Lotte Maarten Nienke Pieter"),
    last_names=words("Bakker Bos Dekker Kuiper Mulder Prins Smit Visser Vos Zwart"),
    roles=("burgemeester", "havenmeester", "directeur", "woordvoerder"),
    introduction="[{s}, {r}], sprak met de pers in het stadhuis.",
    subjects=(
        "Veerdienst",
        "Brugwerk",
        "Havenoverleg",
        "Graansilo",
        "Ziekenhuisbedden",
        "Schoolmaaltijden",
        "Nachttreinen",
        "Watervoorziening",
        "Kopermijn",
        "Windpark",
        "Woningbouw",
        "Stemming",
    ),
    turns=(
        "in {p} stopt in het voorjaar",
        "in {p} weer uitgesteld",
        "bij {p} duurder dan gepland",
        "van {p} voor de rechter",
        "in {p} verdeelt de raad",
        "in {p}: wat bekend is",
        "na het hoogwater in {p}",
        "en de toekomst van {p}",
    ),
    points=(
        Saying(
            "[In {p} moesten {n} mensen hun huis verlaten], de meesten slapen in sporthallen.",
            "In {p} moesten {n} mensen hun huis verlaten.",
        ),
        Saying("[{o} heeft nog niets besloten over {p}], en dat blijft zo.", "{o} heeft nog niets besloten over {p}."),
    ),
    figures=(
        Saying(
            "[{o} heeft in {p} {n} mensen in dienst], meer dan ooit.",
            "Werknemers van {o} in {p}",
            "value: {n}\nunit: mensen\nmeasure: {O}/employees",
        ),
        Saying(
            "[Het verkeer door {p} steeg met {x} procent], vooral ’s nachts.",
            "Groei van het verkeer door {p}",
            'value: {x}\nunit: "%"\nkind: change',
        ),
    ),
    events=(
        Saying("[Het station van {p} werd {d} geopend], met muziek.", "Het station van {p} wordt geopend."),
        Saying("[{o} kocht {d} de groeve bij {p}], en deed er niets mee.", "{o} koopt de groeve bij {p}."),
    ),
    closed=Saying("[{o} sloot {y} het kantoor in {p}], staat in een brief.", "{o} sluit het kantoor in {p}."),
    filling=(
        "Niemand wilde zeggen hoe lang het werk duurt, en wie het gaat betalen.",
        "De weg langs de rivier was {n} dagen dicht, en vrachtwagens reden om door de heuvels.",
        "Een rapport van {m} bladzijden, dat deze krant heeft gezien, noemt fouten maar geen namen.",
        "Volgens {s} is het plan in haast gemaakt, misschien in een paar weken.",
        "In {year} had de stad twee keer zoveel inwoners, drie kranten en een theater.",
    ),
    corpus=("kaasfabriek",),
)

LANGUAGES = (ENGLISH, GERMAN, FRENCH, SPANISH, DUTCH)
