"""Whether the speaker that was found is the one annotated: the name or the head noun of the role is the same."""

from __future__ import annotations

import re

from briefing.evidence.facts.values import SpeakerFact
from briefing.evidence.quotes.folding import fold_words

_WORD = re.compile(r"[^\W_]+(?:[-'’.&][^\W_]+)*")
_ENDS = re.compile(r"\b(?:of|for|at|from|in|with|who|on|de|du|des|d|à|la|le|les|der|des|von|für|im|del|en)\b|,")


def is_same_speaker(who: str, fact: SpeakerFact) -> bool:
    """Tell whether a speaker is the one annotated; `|` stands between names of the same speaker."""
    found = _words(f"{fact.name or ''} {fact.role or ''}")
    heads = {head for text in (fact.name, fact.role) if text for head in (_last(text), _head(text)) if head}
    return any(
        bool(heads & _words(one)) or (bool(found) and _head(one) in found) or (bool(found) and _last(one) in found)
        for one in who.split("|")
    )


def _words(text: str) -> set[str]:
    return {_singular(word) for word in _WORD.findall(fold_words(text).casefold())}


def _last(text: str) -> str:
    words = _WORD.findall(fold_words(text).casefold())
    return _singular(words[-1]) if words else ""


def _head(text: str) -> str:
    """Return the last word before the first preposition or comma: the head noun of a role."""
    return _last(_ENDS.split(fold_words(text), maxsplit=1)[0])


def _singular(word: str) -> str:
    return re.sub(r"(?:'s|s)$", "", word) if len(word) > len("gas") else word
