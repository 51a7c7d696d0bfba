"""The guard's rules for what is no claim: title and lede, tags, entities, what is open, and remarks.

What only says how the brief is to be handled is passed on: its date, status, language and marking.
"""

from __future__ import annotations

from collections.abc import Iterator

from briefing.draft.draft_text import draft_text
from briefing.draft.guarding.claims import worst
from briefing.draft.guarding.examined import Examined
from briefing.draft.guarding.objections import GuardCode, Objection
from briefing.draft.guarding.own_words import OwnWords
from briefing.draft.left_open import OpenLines
from briefing.evidence.facts.text import text_facts
from briefing.evidence.quotes.folding import fold_words
from briefing.format.dates import Edtf

_NOT_CARRIED = "the saved text does not say so"
HANDLING = frozenset({"briefing", "date", "status", "language", "marking"})
"""Keys that only say how a brief is to be handled."""
_JUDGED = frozenset({"title", "lede", "tags", "entities", "open", "summary", "figures", "timeline", "sources"})
"""Keys with rules of their own, here or in the other modules."""
_KINDS = frozenset({"person", "organisation", "organization", "place", "country", "city", "river", "region", "company"})


def head_objections(examined: Examined, words: OwnWords, published: Edtf | None) -> Iterator[Objection]:
    """Yield what of a brief apart from its claims and sources the saved texts do not carry.

    `published`: the date that is vouched for.
    """
    for key in examined.parsed.root.values:
        if key not in HANDLING | _JUDGED:
            yield Objection((key,), GuardCode.NOT_CHECKED, "nothing can check this")
    yield from _title_and_lede(examined, words)
    for number, tag in enumerate(examined.given.tags):
        if not words.has_each_word(tag):
            yield Objection(
                examined.listed("tags", number), GuardCode.NOT_CARRIED, f"the saved text does not have “{tag}”"
            )
    lines = examined.given.open
    missing = [number for number, is_carried in enumerate(words.carried(lines)) if not is_carried]
    texts = [draft_text(saved, text_facts(saved, published)) for _, saved in examined.holders()] if missing else []
    known = [OpenLines(text, is_dated=published is not None) for text in texts]
    for number in missing:
        if not any(each.has(lines[number]) for each in known):
            yield Objection(examined.listed("open", number), GuardCode.NOT_CARRIED, _NOT_CARRIED)
    yield from _entities(examined, words)


def _title_and_lede(examined: Examined, words: OwnWords) -> Iterator[Objection]:
    brief = examined.given
    title, lede = words.carried([brief.title, brief.lede or ""])
    titles = list(words.titles()) or [brief.title]
    found = {key: worst(examined.findings.get((key,), ())) for key in ("title", "lede")}
    about = found["title"]
    if (not title or about is not None) and fold_words(brief.title) not in map(fold_words, titles):
        code, sentence = (about.code, about.sentence) if about else (GuardCode.NOT_CARRIED, _NOT_CARRIED)
        yield Objection(("title",), code, f"{sentence}; the title of the text takes its place", instead=titles[0])
    about = found["lede"]
    if brief.lede is not None and (not lede or about is not None):
        code, sentence = (about.code, about.sentence) if about else (GuardCode.NOT_CARRIED, _NOT_CARRIED)
        yield Objection(("lede",), code, sentence)


def _entities(examined: Examined, words: OwnWords) -> Iterator[Objection]:
    """Yield the entities that the text does not name, and what the brief adds to those that it does."""
    for number, entity in enumerate(examined.given.entities):
        path = examined.listed("entities", number)
        if not words.has_words(entity.name):
            yield Objection(path, GuardCode.NOT_CARRIED, f"the saved text does not name “{entity.name}”")
            continue
        if entity.kind is not None and entity.kind.lower() not in _KINDS and not words.has_words(entity.kind):
            yield Objection((*path, "kind"), GuardCode.NOT_CARRIED, f"the saved text does not have “{entity.kind}”")
        own = set(fold_words(entity.name).split())
        others = [alias for alias in entity.aliases if not set(fold_words(alias).split()) <= own]
        if others:
            sentence = f"that “{others[0]}” is another name of it cannot be checked"
            yield Objection((*path, "aliases"), GuardCode.NOT_CHECKED, sentence)
