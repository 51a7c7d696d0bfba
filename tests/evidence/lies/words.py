"""Lies in the writer's words: who did what, and whether it is denied, doubted, planned or attributed."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace

from briefing.format.model import Claim, Event, Figure, Point, Source, Standing
from tests.evidence.lies import verbs
from tests.evidence.lies.lie import Changed, Telling, are_kin, names_of, retold, speakers
from tests.evidence.lies.verbs import Rewrite

_NUMBER = (
    r"(?:[$£€]?\d[\d.,]*(?:\s\d{3})*%?|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve"
    r"|zwei|drei|quatre|trois|deux|dos|tres|cuatro|drie)"
)
_NO_AMOUNT = re.compile(
    r"(?:\b[Ii]n|\bof|Resolution|Section|line|Linie|ligne|since|until|before|after|from|to|by|between|and|bis|ab|seit|vor|en|and|\d"
    r"|The|the|unter|–|desde|Ab|am|last|un|entre|y|und|oder|[A-Z]\w+)\s*$"
)


def _rewritten(table: Mapping[str, tuple[Rewrite, ...]], telling: Telling) -> Iterator[Changed]:
    """Yield the claim with the first rewrite that fits."""
    text = telling.claim.text
    for rewrite in table.get(telling.language, ()):
        new = _put(rewrite, text)
        if new != text:
            yield retold(telling.claim, new)
            return


def _put(rewrite: Rewrite, text: str) -> str:
    new = rewrite.pattern.sub(rewrite.put, text, count=1)
    return re.sub(r"^\^(.)", lambda found: found[1].upper(), new)


def _reported(changed: Changed) -> Changed:
    return Changed(replace(changed.claim, standing=Standing.REPORTED), f"{changed.words} (standing reported)")


def _is_told(claim: Claim) -> bool:
    return isinstance(claim, Point | Event)


def verb_exchanged(telling: Telling) -> Iterator[Changed]:
    """Say the opposite with another verb."""
    text = telling.claim.text
    for verb, contrary in verbs.CONTRARIES.get(telling.language, {}).items():
        if re.search(rf"\b{verb}\b", text) and not re.search(rf"(?:not|never|nicht|No|no) (?:\w+ )?{verb}\b", text):
            yield retold(telling.claim, re.sub(rf"\b{verb}\b", contrary, text, count=1))


def negation_inserted(telling: Telling) -> Iterator[Changed]:
    """Deny what the source says."""
    # In "Holt believes that it was so" the negation would deny what is believed.
    if _is_told(telling.claim) and not verbs.NEGATED.search(telling.claim.text):
        yield from _rewritten(verbs.NEGATION_PUT, telling)


def negation_removed(telling: Telling) -> Iterator[Changed]:
    """Say what the source denies."""
    if _is_told(telling.claim):
        yield from _rewritten(verbs.NEGATION_TAKEN, telling)


def attribution_dropped(telling: Telling) -> Iterator[Changed]:
    """Say as a fact of the article what somebody says in it."""
    claim = telling.claim
    pattern = verbs.ATTRIBUTION_AT_THE_END.get(telling.language)
    if not isinstance(claim, Point) or claim.by is None or pattern is None or not pattern.search(claim.text):
        return
    bare = replace(claim, by=None)
    text = pattern.sub("", claim.text)
    yield Changed(replace(bare, text=text), f"by: {claim.by} -> -; text: {claim.text} -> {text}")


def certainty_added(telling: Telling) -> Iterator[Changed]:
    """Say as certain or confirmed what the source only says."""
    claim = telling.claim
    if not isinstance(claim, Point):
        return
    for changed in _rewritten(verbs.CERTAINTY, telling):
        yield _reported(changed)
    put = verbs.CERTAINTY_PUT.get(telling.language)
    if put is not None and not verbs.CERTAIN.search(telling.sentences) and not verbs.CERTAIN.search(claim.text):
        yield retold(claim, put.format(_inside(telling)))


def _inside(telling: Telling) -> str:
    """Return the claim as part of a sentence: with a small first letter, unless it begins with a name."""
    text = telling.claim.text
    first = text.split(" ", maxsplit=1)[0].rstrip(",")
    is_word = first in _ARTICLES or re.search(rf"\b{first.lower()}\b", telling.text) is not None
    return text[0].lower() + text[1:] if is_word else text


_ARTICLES = frozenset({"The", "A", "It", "There", "Nobody", "Der", "Die", "Das", "Le", "La", "Les", "El", "Los"})


def likelihood_added(telling: Telling) -> Iterator[Changed]:
    """Call probable what the source says plainly."""
    plain = not verbs.DOUBTFUL.search(telling.sentences) and not verbs.DOUBTFUL.search(telling.claim.text)
    if isinstance(telling.claim, Point) and plain:
        yield from _rewritten(verbs.LIKELIHOOD_PUT, telling)
        if telling.language == "en":
            yield retold(telling.claim, f"Probably, {_inside(telling)}")


def denial_dropped(telling: Telling) -> Iterator[Changed]:
    """Say what somebody denies."""
    yield from _rewritten(verbs.DENIAL_TAKEN, telling)


def doubt_dropped(telling: Telling) -> Iterator[Changed]:
    """Say plainly what the source doubts."""
    for changed in _rewritten(verbs.DOUBT_TAKEN, telling):
        yield _reported(changed)


def planned_becomes_done(telling: Telling) -> Iterator[Changed]:
    """Say that what is planned has been done."""
    if _is_told(telling.claim):
        for changed in _rewritten(verbs.DONE, telling):
            yield _reported(changed)


def hedge_of_the_text(telling: Telling) -> Iterator[Changed]:
    """Exchange or drop the hedge on a number in the writer's words, or put one that the source does not have."""
    claim, text = telling.claim, telling.claim.text
    if isinstance(claim, Figure):
        return
    for hedge, others in verbs.HEDGES.get(telling.language, {}).items():
        for match in re.finditer(rf"(?i)\b(?:{hedge}) (?={_NUMBER})", text):
            for other in others:
                yield retold(claim, _capital(text[: match.start()] + f"{other} " + text[match.end() :]))
            yield retold(claim, _capital(text[: match.start()] + text[match.end() :]))
    for match in re.finditer(rf"(?<![\w.,–$£€-]){_NUMBER}(?= [a-zäöüéè%])(?! a\.m| p\.m)", text, re.IGNORECASE):
        if _is_hedgeable(telling, match):
            for put in verbs.HEDGE_PUT.get(telling.language, ()):
                number = match.group()[0].lower() + match.group()[1:]
                yield retold(claim, _capital(f"{text[: match.start()]}{put} {number}{text[match.end() :]}"))


def _is_hedgeable(telling: Telling, match: re.Match[str]) -> bool:
    before, number = telling.claim.text[: match.start()], match.group()
    hedges = "|".join(verbs.HEDGES.get(telling.language, {}))
    plain = re.search(rf"(?i)\b{re.escape(number)}\b", telling.sentences) is not None
    hedged = re.search(rf"(?i)\b(?:{hedges}|within|only|estimated) [$£€]?{re.escape(number)}", telling.sentences)
    said = re.search(rf"(?i)(?:{hedges}|within)\s$", before)
    return (
        plain and not hedged and not said and not _NO_AMOUNT.search(before) and not re.fullmatch(r"[12]\d{3}", number)
    )


def _capital(text: str) -> str:
    return text[0].upper() + text[1:]


def _entities(telling: Telling) -> list[tuple[tuple[str, ...], str, str]]:
    """Return the names that each entity goes by, its kind and its full name."""
    found = []
    for entity in telling.ground.brief.entities:
        last = (entity.name.split(" ")[-1],) if entity.kind == "person" and " of " not in entity.name else ()
        names = tuple(dict.fromkeys((entity.name, *entity.aliases, *last)))
        found.append((names, entity.kind or "", entity.name))
    return found


def name_exchanged(telling: Telling) -> Iterator[Changed]:
    """Say about one entity what the source says about another one of the same text."""
    claim, text = telling.claim, telling.claim.text
    speaker = telling.ground.brief.source(claim.by) if claim.by else None
    for names, kind, whole in _entities(telling):
        used = next((name for name in names if _stands(name, text)), None)
        if used is None or (speaker is not None and speaker.name == whole):
            continue
        for others, other_kind, other in _entities(telling):
            if other_kind == kind and other != whole and not any(_stands(name, text) for name in others):
                yield retold(claim, re.sub(rf"(?<!\w){re.escape(used)}(?!\w)", other, text))


def subject_and_object_swapped(telling: Telling) -> Iterator[Changed]:
    """Swap who does it and to whom it is done."""
    claim, text = telling.claim, telling.claim.text
    agents = [names for names, kind, _ in _entities(telling) if kind in ("person", "organisation", "party", "team")]
    used = [next((name for name in names if _stands(name, text)), None) for names in agents]
    named = [name for name in used if name is not None]
    for one in named:
        for other in named:
            between = re.search(rf"{re.escape(one)},?([^,;]+?){re.escape(other)}", text)
            if between is not None and verbs.DIRECTED.search(between[1]):
                new = text.replace(one, "\0").replace(other, one).replace("\0", other)
                yield retold(claim, new)


def _stands(name: str, text: str) -> bool:
    return name in text and re.search(rf"(?<!\w){re.escape(name)}(?!\w)", text) is not None


def _others(telling: Telling) -> Iterator[Source]:
    """Yield the speakers who do not say it and whom its sentences do not mention."""
    brief, by = telling.ground.brief, telling.claim.by
    for other in speakers(brief):
        known = [*names_of(other), *([other.role] if other.role and not other.name else [])]
        told = any(_stands(name, f"{telling.sentences} {telling.claim.text}") for name in known)
        if other.id != by and not told and not (by and are_kin(brief, by, other.id)):
            yield other


def speaker_exchanged(telling: Telling) -> Iterator[Changed]:
    """Attribute to another speaker, only in `by`, what one says."""
    claim = telling.claim
    if claim.by is not None:
        for other in _others(telling):
            yield Changed(replace(claim, by=other.id), f"{claim.text} by: {claim.by} -> {other.id}")


def speaker_invented(telling: Telling) -> Iterator[Changed]:
    """Attribute to a speaker what the article says as a fact."""
    claim = telling.claim
    if claim.by is None and isinstance(claim, Point):
        for other in _others(telling):
            yield Changed(replace(claim, by=other.id), f"{claim.text} by: - -> {other.id}")


def speaker_exchanged_in_the_text(telling: Telling) -> Iterator[Changed]:
    """Attribute to another speaker what one says, in the writer's words and perhaps in `by`."""
    claim = telling.claim
    speaker = telling.ground.brief.source(claim.by) if claim.by else None
    if speaker is None:
        return
    used = next((name for name in names_of(speaker) if _stands(name, claim.text)), None)
    if used is None:
        return
    for other in _others(telling):
        if other.name:
            name = f"the {other.name}" if telling.language == "en" and other.name[0].islower() else other.name
            text = re.sub(rf"(?:\b(?:[Tt]he|its|der|la) )?(?<!\w){re.escape(used)}(?!\w)", name, claim.text)
            text = _capital(text)
            yield retold(claim, text)
            yield Changed(replace(claim, text=text, by=other.id), f"by: {claim.by} -> {other.id}; text -> {text}")
