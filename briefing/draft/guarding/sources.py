"""The guard's rules for sources: each is named by the saved text, with its role; what it says of itself is dropped.

The text of an article cannot tell where it was published, by whom, or when: such keys are not passed on, unless the
text has their words, or the person who guards vouches for them.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from briefing.draft.guarding.claims import cite_objections, worst
from briefing.draft.guarding.examined import Examined
from briefing.draft.guarding.objections import GuardCode, Objection
from briefing.draft.guarding.own_words import OwnWords, titles_of
from briefing.edit.brief_text import Path
from briefing.evidence.codes import EvidenceCode
from briefing.evidence.dates.date_line import date_lines
from briefing.evidence.facts.values import SpeakerFact
from briefing.evidence.languages import table
from briefing.evidence.quotes.folding import fold_words
from briefing.evidence.result import QuoteState
from briefing.format.dates import Edtf
from briefing.format.model import Source, SourceKind, Unknown
from briefing.format.tree import Mapping

_HEAD = 3000
"""Characters of a saved text among which its own date may stand."""
_KEPT = frozenset({"kind", "file", "sha256", "via", "cites"})
"""Keys that say where the words of a source are; the check finds what is wrong with them."""
_OF_KEYS = frozenset({EvidenceCode.PUBLISHED_DIFFERS, EvidenceCode.SOURCE_NEVER_CITED})
"""Findings about a source that only cost it a key, or that depend on what is left of the brief."""
_NAMES = ("name", "title", "role")


def source_objections(examined: Examined, words: OwnWords, published: Edtf | None) -> Iterator[Objection]:
    """Yield what of the sources of a brief the saved texts do not carry. `published`: the date that is vouched for."""
    for source in examined.brief.sources:
        path: Path = ("sources", source.id)
        objection = next(_whole(source, path, examined), None)
        if objection is not None:
            yield objection
        else:
            yield from _parts(source, path, examined, words, published)


def _whole(source: Source, path: Path, examined: Examined) -> Iterator[Objection]:
    found = worst(one for one in examined.findings.get(("sources", source.id), ()) if one.code not in _OF_KEYS)
    if found is not None:
        yield Objection(path, found.code, found.sentence)
    elif examined.is_holder(source):
        return
    elif source.kind is SourceKind.ARTICLE or source.via is None:
        yield Objection(path, GuardCode.NOT_CARRIED, "no saved text of it is held")
    elif not source.cites or any(
        verdict.state is not QuoteState.FOUND for verdict in examined.evidence.source_cites[source.id]
    ):
        yield Objection(path, GuardCode.NOT_CARRIED, "no words are quoted that name it")
    elif not any(_of(source, name) for name in _NAMES):
        yield Objection(path, GuardCode.NOT_CARRIED, "it has neither name nor title nor role")
    else:
        yield from _named(source, path, examined)


def _named(source: Source, path: Path, examined: Examined) -> Iterator[Objection]:
    """Yield which of name, title and role stand in no paragraph that is quoted for the source."""
    saved = examined.saved(source.id)
    verdicts = examined.evidence.source_cites[source.id]
    near = [saved.paragraph(verdict.paragraph or 0).text.casefold() for verdict in verdicts] if saved else []
    called = _words(source.name or source.role or "")
    facts = [
        one for one in examined.facts(source.id).speakers if called and _words(one.name or one.role or "") == called
    ]
    for key in _NAMES:
        text = _of(source, key)
        if text and not any(" ".join(_words(text)) in near_one for near_one in near):
            yield Objection(path, GuardCode.NOT_CARRIED, f"“{text}” does not stand in the paragraph that names it")
    if source.name and source.role and not _has_role(source.name, source.role, facts, near):
        yield Objection(path, GuardCode.NOT_CARRIED, f"the text does not say that {source.name} is “{source.role}”")
    kinds = {one.kind for one in facts}
    if kinds and source.kind not in kinds:
        yield Objection(path, GuardCode.NOT_CARRIED, f"the text does not speak of a source of kind {source.kind}")


def _has_role(name: str, role: str, facts: Iterable[SpeakerFact], near: Iterable[str]) -> bool:
    """Whether a role is found to be that of a name, or stands beside it or its last word in a paragraph."""
    wanted = _words(role)
    if any(_words(one.role or "") == wanted for one in facts):
        return True
    words, last = re.escape(" ".join(wanted)), re.escape(_words(name)[-1])
    beside = re.compile(rf"(?<!\w){last},?\s(?:\w+\s)?{words}(?!\w)|(?<!\w){words},?\s(?:\w+\s){{0,2}}?{last}(?!\w)")
    return any(beside.search(one) for one in near)


def _of(source: Source, key: str) -> str | None:
    return {"name": source.name, "title": source.title, "role": source.role}[key]


def _words(text: str) -> list[str]:
    return fold_words(text).casefold().split()


def _parts(
    source: Source, path: Path, examined: Examined, words: OwnWords, published: Edtf | None
) -> Iterator[Objection]:
    """Yield which keys of a source that holds are not passed on."""
    node = examined.parsed.node(path)
    given = node.values if isinstance(node, Mapping) else {}
    is_holder = examined.is_holder(source)
    for key in given:
        if key in _KEPT or (key in _NAMES and not is_holder):
            continue
        if key == "title":
            yield from _title(source, path, examined)
        else:
            why = _of_key(key, source, examined, words, published)
            if why:
                yield Objection((*path, key), GuardCode.NOT_CARRIED, why)
    yield from cite_objections(given["cites"], (*path, "cites")) if "cites" in given else ()


def _title(source: Source, path: Path, examined: Examined) -> Iterator[Objection]:
    saved = examined.saved(source.id)
    own = titles_of(saved) if saved else ()
    if own and fold_words(source.title or "") not in map(fold_words, own):
        yield Objection((*path, "title"), GuardCode.NOT_CARRIED, "the saved text has another title", instead=own[0])


def _of_key(key: str, source: Source, examined: Examined, words: OwnWords, published: Edtf | None) -> str:
    """Return why a key is not passed on. Empty: it is."""
    match key:
        case "published":
            return "" if _is_known(source, examined, published) else "the saved text does not say when it was published"
        case "language":
            given = examined.given.source(source.id)
            is_told = given is not None and table(given.language) is examined.dossier.language_of(source.id)
            return "" if is_told else "the saved text is in another language"
        case "name" | "role" | "publisher" | "author" | "url":
            text = {"name": source.name, "role": source.role, "publisher": source.publisher, "author": source.author}
            value = text.get(key, source.url)
            return "" if value and words.has_words(value) else f"the saved text does not have “{value}”"
        case "retrieved":
            return "" if source.retrieved is Unknown.UNKNOWN else "when it was retrieved cannot be checked"
        case _:
            return "nothing can check this"


def _is_known(source: Source, examined: Examined, published: Edtf | None) -> bool:
    """Whether a date of publication is unknown, vouched for, or that of the date line of the saved text."""
    date = source.published
    if not isinstance(date, Edtf):
        return True
    if published is not None and date == published:
        return True
    held = examined.dossier.own_text(source.id)
    lines = date_lines(held[:_HEAD], examined.dossier.language_of(source.id)) if held is not None else ()
    own = [line.mention.days for line in lines if not line.is_update]
    first, last = date.earliest, date.latest
    if first is None or last is None:
        return False
    return any(days is not None and (days[0].ordinal, days[1].ordinal) == (first.ordinal, last.ordinal) for days in own)
