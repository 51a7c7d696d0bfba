"""Words that lies exchange, by language: verbs and their opposites, negations, hedges, attributions."""

from __future__ import annotations

import re
from typing import NamedTuple


class Rewrite(NamedTuple):
    """A pattern in the writer's words, and its replacement."""

    pattern: re.Pattern[str]
    put: str


def _rewrites(*pairs: tuple[str, str]) -> tuple[Rewrite, ...]:
    return tuple(Rewrite(re.compile(old), new) for old, new in pairs)


CONTRARIES = {
    "en": {
        "rose": "fell",
        "fell": "rose",
        "(?<!Rain )falls": "rises",
        "won": "lost",
        "lost the city to": "won the city from",
        "lost(?! the city)": "won",
        "beat": "lost to",
        "open": "close",
        "opens": "closes",
        "reopen": "close",
        "reopened": "closed",
        "signed": "rejected",
        "accepted": "rejected",
        "rejected": "accepted",
        "rejects": "accepts",
        "refused": "accepted",
        "refuses": "agrees",
        "opposed": "supported",
        "acquitted": "convicted",
        "was convicted": "was acquitted",
        "sold its Ohio plant to": "bought its Ohio plant from",
        "sold(?! its Ohio)": "bought",
        "buys": "sells",
        "built": "demolished",
        "destroys": "spares",
        "discovered": "destroyed",
        "begins": "ends",
        "restored": "cut",
        "stopped": "approved",
        "was released": "was sentenced",
        "missed": "scored",
        "moved(?= the)": "destroyed",
        "born": "buried",
        "limit": "promote",
        "improves": "reduces",
        "leaves its key rate unchanged": "raises its key rate",
        "was left unchanged": "was raised",
        "voted for": "voted against",
        "sacked": "founded",
        "founded": "destroyed",
        "drawn up": "thrown away",
        "was fined": "was paid",
        "widening": "narrowing",
        "win the final": "lose the final",
        "dies": "marries",
    },
    "de": {
        "steigen": "sinken",
        "eröffnet": "geschlossen",
        "kauft": "verkauft",
        "lehnt den Entwurf ab": "nimmt den Entwurf an",
        "erbaut": "abgerissen",
        "wegfallen": "hinzukommen",
        "starben": "heirateten",
        "sterben": "überleben",
        "hielt": "brach",
        "geschlossen": "eröffnet",
    },
    "fr": {
        "rouvre": "ferme",
        "ferme": "rouvre",
        "inaugurée": "démolie",
        "construit": "démoli",
        "reprendre": "cesser",
        "ouvrir": "fermer",
        "ouvertes": "fermées",
    },
    "es": {
        "bajó": "subió",
        "rechazó": "aprobó",
        "perdió": "ganó",
        "pierde": "gana",
        "construye": "derriba",
        "detiene": "libera",
        "caerá": "crecerá",
        "apoyar": "atacar",
        "descartó dimitir": "anunció que dimitirá",
        "inaugurará": "derribará",
    },
    "nl": {"gesloten": "open", "geopend": "gesloten"},
    "pt": {"fechada": "aberta", "construída": "demolida"},
    "ru": {"откроют": "закроют"},
}
"""A verb of the writer, and an opposite one, or one that the source rules out."""

NEGATED = re.compile(
    r"(?i)\b(?:no|not|never|nobody|none|nor|unlikely|denies|rules? out|ruled out|rejects?|without|doubts?|too small"
    r"|unchanged"
    r"|nicht|kein\w*|bezweifel\w*|bestreitet|aus, dass|lehnt|ne|n’\w+|jamais|dément|contestée|niega|desmiente|descartó"
    r"|rechazó|niet|ontkent|não|non|не)\b"
)
NEGATION_PUT = {
    "en": _rewrites(
        (r"^(.*?)(?<!may )\b(is|are|was|were|has|have|had|will|could) (?!not)", r"\1\2 not "),
        (r"^([^,]*?)\brose\b", r"\1did not rise"),
        (r"^([^,]*?)\bfell\b", r"\1did not fall"),
        (r"^([^,]*?)\blost\b", r"\1did not lose"),
        (r"^([^,]*?)\bwon\b", r"\1did not win"),
        (r"^([^,]*?)\bbeat\b", r"\1did not beat"),
        (r"^([^,]*?)\bsold\b", r"\1did not sell"),
        (r"^([^,]*?)\bacquitted\b", r"\1did not acquit"),
        (r"^([^,]*?)\bsigned\b", r"\1did not sign"),
        (r"^([^,]*?)\baccepted\b", r"\1did not accept"),
        (r"^([^,]*?)\bmissed\b", r"\1did not miss"),
        (r"^([^,]*?)\bopposed\b", r"\1did not oppose"),
        (r"^([^,]*?)\bmoved\b", r"\1did not move"),
        (r"^([^,]*?)\bdiscovered\b", r"\1did not discover"),
        (r"^([^,]*?)\bdefeated\b", r"\1did not defeat"),
        (r"^([^,]*?)(?<!be )\bstopped\b", r"\1did not stop"),
        (r"^([^,]*?)\bvoted\b", r"\1did not vote"),
        (r"^([^,]*?)\bbroke\b", r"\1did not break"),
        (r"^([^,]*?)\bopens\b", r"\1does not open"),
        (r"^([^,]*?)\bdies\b", r"\1does not die"),
        (r"^([^,]*?)\bplans\b", r"\1does not plan"),
    ),
    "de": _rewrites((r"\b(ist|sind|wird|war|hat|soll|bleibt|bleiben) (?!nicht|kein)", r"\1 nicht ")),
    "fr": _rewrites(
        (r"\b(est|sont) ", r"n’\1 pas "), (r"\bresteront\b", "ne resteront pas"), (r"\bpourrait\b", "ne pourrait pas")
    ),
    "es": _rewrites((r"\b(está|pidió|bajó|caerá|podrían?|perdió|pierde|informa|obtuvo)\b", r"no \1")),
    "nl": _rewrites((r"\b(blijft|wordt) ", r"\1 niet ")),
    "pt": _rewrites((r"\b(ficará|é) ", r"não \1 ")),
    "ru": _rewrites((r"\bоткроют\b", "не откроют")),
}
NEGATION_TAKEN = {
    "en": _rewrites(
        (r"\b(is|was|were|are|has|have|had|will|would|could|may) not( yet)?\b", r"\1"),
        (r"\bdid not make\b", "made"),
        (r"\bdid not testify\b", "testified"),
        (r"\bdid not look\b", "looked"),
        (r"\bdid not last\b", "lasted"),
        (r"\bdid not speak\b", "spoke"),
        (r"\bdoes not expect\b", "expects"),
        (r"\bdoes not yet know why\b", "knows why"),
        (r"\bdoes not want\b", "wants"),
        (r"\bdoes not learn\b", "learns"),
        (r"^Nobody was\b", "Somebody was"),
        (r"^Nobody knows\b", "Everybody knows"),
        (r"^Not one window\b", "One window"),
        (r"\bnever joined\b", "joined"),
        (r"\bhas no plans\b", "has plans"),
        (r"\bis no evidence that Marsh ever\b", "is evidence that Marsh"),
        (r"\bno sign\b", "signs"),
        (r"\bmade no difference\b", "made a difference"),
        (r"\bhad no part\b", "had a part"),
        (r", but not certain\b", " and certain"),
        (r", but not seriously\b", " and seriously"),
        (r", in Sarno it was not\b", ", as it was in Sarno"),
        (r"\bis unlikely to\b", "is likely to"),
    ),
    "de": _rewrites(
        (r" noch nicht\b", ""),
        (r", aber nicht bewiesen\b", " und bewiesen"),
        (r"\bsoll es nicht geben\b", "soll es geben"),
        (r" nicht\b", ""),
        (r"\bkeinen\b", "einen"),
        (r"\bkeine Wahl\b", "die Wahl"),
        (r"\bzu keiner Zeit\b", "lange"),
    ),
    "fr": _rewrites(
        (r"\bne (céderont) pas\b", r"\1"),
        (r"\bn’(a|ont) pas (?:encore )?", r"\1 "),
        (r"\bn’ont jamais\b", "ont souvent"),
    ),
    "es": _rewrites((r"\bno (habrá|pactará)\b", r"\1")),
    "nl": _rewrites((r" nog niet\b", "")),
    "pt": _rewrites((r"^Não há\b", "Há")),
    "it": _rewrites((r"\bnon ", "")),
    "ru": _rewrites((r"\bне ", "")),
}
ATTRIBUTION_AT_THE_END = {
    "en": re.compile(r", (?:says?|said|believes|fears?|complains|warns|say the) [^.;]+(?=\.$)"),
    "de": re.compile(r", sagt [^.;]+(?=\.$)"),
    "fr": re.compile(r", (?:dit|selon|juge) [^.;]+(?=\.$)"),
    "es": re.compile(r", (?:dijo|asegura|calcula) [^.;]+(?=\.$)"),
    "nl": re.compile(r", zegt [^.;]+(?=\.$)"),
    "pt": re.compile(r", (?:disse|anunciou) [^.;]+(?=\.$)"),
    "it": re.compile(r", assicura [^.;]+(?=\.$)"),
    "ru": re.compile(r", сообщил [^.;]+(?=\.$)"),
}
CERTAINTY = {
    "en": _rewrites(
        (r"\bmay have been\b", "was"),
        (r"\bmay not\b", "will not"),
        (r"\b(?:may|might|could)\b(?! be shot)", "will"),
        (r"\bis possible, but not certain\b", "is certain"),
        (r"\bprobably improves\b", "certainly improves"),
        (r"\bis likely\b", "is certain"),
        (r"\bis unlikely to\b", "will certainly not"),
    ),
    "de": _rewrites(
        (r"\bkönnten\b", "werden"),
        (r"\bvermutlich\b", "sicher"),
        (r"\bwahrscheinlich, aber nicht bewiesen\b", "sicher"),
    ),
    "fr": _rewrites((r"\bpourrait\b", "va"), (r"\bprobable\b", "certaine"), (r"\bmenacent de faire\b", "feront")),
    "es": _rewrites((r"\bpodría\b", "va a"), (r"\bpodrían\b", "van a")),
}
"""A word of doubt, and a certain one in its place."""
CERTAIN = re.compile(
    r"(?i)\b(?:confirm\w*|certain\w*|definite\w*|proven?|bestätigt|sicher|confirmé|certain\w*|seguro|confirmad\w)\b"
)
CERTAINTY_PUT = {
    "en": "It is confirmed that {}",
    "de": "Es ist bestätigt: {}",
    "fr": "Il est confirmé que {}",
    "es": "Está confirmado que {}",
}
DOUBTFUL = re.compile(
    r"(?i)\b(?:may|might|could|probab\w*|likely|unlikely|possibl\w*|believe\w*|suspect\w*|expect\w*|reported\w*|claim\w*|clear"
    r"|doubt\w*|estimate\w*|if|fear\w*|suggest\w*|wahrscheinlich|vermutlich|könnte\w*|probable\w*|pourrait|podrían?)\b"
)
LIKELIHOOD_PUT = {
    "en": _rewrites(
        (r"^(.*?)\b(is|are|was|were|has|have|had|will) ", r"\1\2 probably "),
    ),
    "de": _rewrites((r"\b(ist|sind|wird|hat|hielt) ", r"\1 vermutlich ")),
    "fr": _rewrites((r"\b(est|sont|ont) ", r"\1 probablement ")),
    "es": _rewrites((r"\b(está|pidió|bajó|perdió|rechazó)\b", r"probablemente \1")),
}
DENIAL_TAKEN = {
    "en": _rewrites(
        (r"^.+? (?:denies|rejects the charge) that (\w)", r"^\1"),
        (r"^Unity Mutual refuses to pay", "Unity Mutual pays"),
        (r"\brules out\b", "announces"),
        (r"\bhas been ruled out\b", "has been decided"),
    ),
    "de": _rewrites(
        (r"^.* schließt aus, dass Bibliotheken geschlossen werden\.", "Bibliotheken werden geschlossen."),
        (r"^.* bezweifelt, dass die Zinsen unter 3,5 Prozent bleiben\.", "Die Zinsen bleiben unter 3,5 Prozent."),
        (r"; Anwohner bezweifeln, dass er ungefährdet war", " und war ungefährdet"),
    ),
    "fr": _rewrites(
        (r"^.* dément que la ligne 12 soit vendue\.", "La ligne 12 est vendue."), (r"\best contestée\b", "est reconnue")
    ),
    "es": _rewrites(
        (r"^.* niega que el ayuntamiento haya llenado", "El ayuntamiento ha llenado"),
        (r"^La policía desmiente que hubiera disparos", "Hubo disparos"),
        (r"\bdescartó dimitir\b", "dimitirá"),
    ),
    "nl": _rewrites((r"^.* ontkent dat de fabriek zonder vergunning werkte\.", "De fabriek werkte zonder vergunning.")),
}
"""A denial in the writer's words, and the same without it; `^` before a group means a capital."""
DOUBT_TAKEN = {
    "en": _rewrites(
        (r"\bis believed to have\b", "has"),
        (r"\bis reported to be\b", "is"),
        (r"^.+? (?:claims|suspects|fears) that (\w)", r"^\1"),
        (r", believes Lena Marchetti; others doubt it\b", ""),
        (r"\bprobably \b", ""),
        (r"\bmay have been\b", "was"),
        (r"\bcould take away\b", "take away"),
        (r"\bcould fail\b", "fails"),
        (r"\bcould double\b", "double"),
        (r"\bcould lower\b", "lowers"),
        (r"\bmay name\b", "names"),
        (r"\bmight sue\b", "is suing"),
        (r"\bis expected to\b", "is about to"),
    ),
    "de": _rewrites(
        (r" vermutlich\b", ""),
        (r"\bkönnten wegfallen\b", "fallen weg"),
        (r"\bwahrscheinlich, aber nicht bewiesen\b", "bewiesen"),
    ),
    "fr": _rewrites(
        (r"\bpourrait reprendre\b", "reprend"), (r"\bpourrait ouvrir\b", "ouvre"), (r"\best probable\b", "est établie")
    ),
    "es": _rewrites((r"\bpodría llegar\b", "llega"), (r"\bpodrían apoyar\b", "apoyan")),
}
DONE = {
    "en": _rewrites(
        (r"\b(?:is|are) to reopen\b", "reopened"),
        (r"\b(?:is|are) to open\b", "opened"),
        (r"\b(?:is|are) to reach\b", "reached"),
        (r"\bis to send\b", "sent"),
        (r"\bis to sentence\b", "sentenced"),
        (r"\bare to sail again\b", "sailed again"),
        (r"\bis to move\b", "moved"),
        (r"\bis to be held\b", "was held"),
        (r"\bplans to publish\b", "has published"),
        (r"\bplans to hire\b", "has hired"),
        (r"\bis planned\b", "has been held"),
        (r"\bwill contribute\b", "has contributed"),
        (r"\bwill seek\b", "has held"),
        (r"\bwill run\b", "have run"),
        (r"\bwill decide\b", "has decided"),
        (r"\bcould be formed\b", "was formed"),
    ),
    "de": _rewrites(
        (r"\bsoll um 60 Prozentpunkte steigen\b", "ist um 60 Prozentpunkte gestiegen"),
        (r"^Der Rat entscheidet\b", "Der Rat hat entschieden"),
        (r"\bwill über Hilfen entscheiden\b", "hat über Hilfen entschieden"),
        (r"\bwird vermutlich geschlossen\b", "wurde geschlossen"),
        (r"\bbaut (rund 340 Arbeitsplätze) ab\b", r"hat \1 abgebaut"),
    ),
    "fr": _rewrites(
        (r"\bpourrait reprendre\b", "a repris"),
        (r"\bpourrait ouvrir\b", "a ouvert"),
        (r"\bresteront\b", "sont restées"),
    ),
    "es": _rewrites(
        (r"\bSe inaugurará\b", "Se inauguró"),
        (r"\bSe reunirá\b", "Se reunió"),
        (r"\bcaerá\b", "cayó"),
        (r"\bpodría llegar\b", "llegó"),
    ),
    "ru": _rewrites(
        (r"\bоткроют в октябре\b", "открыли в октябре"),
    ),
}
"""A plan, and the same as done."""
DIRECTED = re.compile(
    r"(?i)\b(?:beat|sold|has received fees from|the son of|rules? out|accuses?|will seek talks|defeated"
    r"|lost the city to|denies|who paid|no pactará|baut|buys?|kauft)\b"
)
"""Verbs of which the first name does something to the second, and not the second to the first."""
HEDGES: dict[str, dict[str, tuple[str, ...]]] = {
    "en": {
        r"(?:about|some|around|roughly)": ("more than", "fewer than"),
        r"(?:nearly|almost)": ("more than",),
        r"more than": ("fewer than", "nearly"),
        r"(?:fewer than|less than)": ("more than",),
        r"at least": ("up to", "about"),
        r"up to": ("at least", "more than"),
    },
    "de": {
        r"(?:rund|etwa)": ("mehr als", "weniger als"),
        r"(?:fast|knapp)": ("mehr als",),
        r"mehr als": ("weniger als", "fast"),
        r"mindestens": ("höchstens", "rund"),
        r"bis zu": ("mindestens", "mehr als"),
    },
    "fr": {
        r"environ": ("plus de",),
        r"plus de": ("moins de", "près de"),
        r"au moins": ("au plus",),
        r"près de": ("plus de",),
    },
    "es": {r"unos|unas": ("más de",), r"más de": ("menos de",), r"al menos": ("como mucho",), r"hasta": ("al menos",)},
    "nl": {r"ongeveer": ("meer dan",), r"zeker": ("hooguit",)},
}
HEDGE_PUT = {
    "en": ("more than", "nearly", "at least"),
    "de": ("mehr als", "fast"),
    "fr": ("plus de", "près de"),
    "es": ("más de", "casi"),
}
