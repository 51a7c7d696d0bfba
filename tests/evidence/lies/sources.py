"""Lies about a source: its name, the language of its text; and quotes that are too long to be read."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from briefing.format.parse import read_brief_text
from tests.evidence.lies.lie import Changed, Lie, Telling, speakers, with_source
from tests.evidence.mutations import spots_of
from tests.support.grounds import Ground

LONGEST = 400
"""Characters of a quote that counts as long."""
TABLES = frozenset({"en", "de", "fr", "es"})
"""Languages with a table, now or soon."""
_NO_TABLE = ("nl", "pl", "ja")
_MISTYPED = {"en": ("eng", "em"), "de": ("ger", "dq"), "fr": ("fre", "fq"), "es": ("spa", "eq")}
_INVENTED = ("Harriet Bloomfield", "Viktor Sandoz")


def name_of_a_source(ground: Ground) -> Iterator[Lie]:
    """Call a speaker by the name of another one, or by a name that the text does not have."""
    for source in speakers(ground.brief):
        if source.name is None:
            continue
        others = [other.name for other in speakers(ground.brief) if other.name and not _share(other.name, source.name)]
        for name in (*others, *_INVENTED):
            spots = spots_of(source)
            brief = with_source(ground.brief, replace(source, name=name))
            yield Lie("name of a source", ground, brief, ground.texts, None, spots, f"name: {source.name} -> {name}")


def _share(one: str, other: str) -> bool:
    return bool(set(one.split()) & set(other.split()))


def language_without_table(ground: Ground) -> Iterator[Lie]:
    """Say that the text is in a language that has no table: nothing of it may be called verified."""
    return _tagged("language without a table", ground, _NO_TABLE)


def language_mistyped(ground: Ground) -> Iterator[Lie]:
    """Mistype the language of the text."""
    return _tagged("language mistyped", ground, None)


def _tagged(kind: str, ground: Ground, tags: tuple[str, ...] | None) -> Iterator[Lie]:
    for source in ground.brief.sources:
        if source.file is None or source.language not in TABLES:
            continue
        for tag in tags if tags is not None else _MISTYPED[source.language]:
            brief = with_source(ground.brief, replace(source, language=tag))
            problems = read_brief_text(_tiny(tag), Path("tag.yaml"), "tag").problems
            words = f"language: {source.language} -> {tag}"
            yield Lie(kind, ground, brief, ground.texts, None, spots_of(source), words, tuple(problems))


def _tiny(tag: str) -> str:
    return f"briefing: 1\ntitle: Tag\nsources:\n  a: {{kind: article, title: Piece, language: {tag}}}\n"


def quote_too_long(telling: Telling) -> Iterator[Changed]:
    """Quote far more than the words that carry the claim."""
    claim = telling.claim
    for index, cite in enumerate(claim.cites):
        quote = " ".join((cite.quote or "").split())
        for block in telling.ground.texts[cite.source].text.split("\n\n"):
            flat = " ".join(block.split())
            at = flat.find(quote)
            if quote and at >= 0 and len(flat) > LONGEST:
                long = _grown(flat, at, len(quote))
                cites = (*claim.cites[:index], replace(cite, quote=long), *claim.cites[index + 1 :])
                yield Changed(replace(claim, cites=cites), f"{claim.text} quote grown to {len(long)} characters")
                return


def _grown(flat: str, at: int, length: int) -> str:
    stop = min(len(flat), max(at + length, LONGEST + 5))
    while stop < len(flat) and flat[stop] != " ":
        stop += 1
    start = max(0, min(at, stop - LONGEST - 5))
    while start > 0 and flat[start - 1] != " ":
        start -= 1
    return flat[start:stop]
