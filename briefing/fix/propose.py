"""Proposes fixes: misspelt keys, texts cut at a comma, typography of quotes, checksums of saved texts."""

from __future__ import annotations

import pathlib
import re
from collections.abc import Iterable, Iterator, Mapping
from itertools import takewhile

from briefing.base.frozen import frozen
from briefing.base.problems import Code, Problem, Spot
from briefing.base.safe_text import safe_line
from briefing.evidence import Exactness, QuoteState, Verdict
from briefing.evidence.dossier import dossier_of
from briefing.evidence.quotes.locate import look_for
from briefing.evidence.quotes.search import quote_searches
from briefing.fix.content import (
    LocatedText,
    Path,
    PlainContent,
    key_texts,
    put_value,
    remove_keys,
    rename_key,
    value_texts,
)
from briefing.fix.rewrite import Edit, Positions, rewrites
from briefing.format.model import Brief, Cite, Source, SourceText, TextState
from briefing.format.tree import Mapping as Map
from briefing.format.tree import Node, Scalar, Tree, parse_tree
from briefing.format.tree import Sequence as List

_NO_WIDTH = re.compile("[\u00ad\u200b\u200c\u200d\u2060\ufeff\u180e]")
"""Invisible characters, which are left out of quotes."""
_BROKEN = re.compile("[-\u2010\u00ad][ \t]*[\r\n]")
"""A hyphen at a line end, which may belong to the word or only to the line break."""


@frozen
class CheckedBrief:
    """One version of a brief, read and checked."""

    brief: Brief | None
    problems: tuple[Problem, ...]
    """Problems of the format and of the evidence."""
    texts: Mapping[str, SourceText]
    """The saved texts, by the id of the source."""


@frozen
class Fix:
    """One certain fix."""

    spot: Spot
    sentence: str
    """What it does: "the key “ledge” becomes “lede”". Safe to print."""
    edits: tuple[Edit, ...]
    """Alternative edits of the text, that which changes the least first."""
    path: Path
    """Path of the key, or of the text, that it changes."""
    name: str | None = None
    """The new name of the key. None: the key is not renamed."""
    value: str | None = None
    """The new text, up to white space. None: the text stays."""
    parts: tuple[str, ...] = ()
    """Keys to be removed, which were parts of the text."""

    def change(self, whole: PlainContent) -> None:
        """Apply the fix to the content of a file, in place."""
        if self.name is not None:
            rename_key(whole, self.path, self.name)
        elif self.value is not None:
            put_value(whole, self.path, self.value)
            remove_keys(whole, self.path, self.parts)


@frozen
class ParsedText:
    """The text of a file with its tree and the positions of its texts."""

    tree: Tree
    positions: Positions
    values: Mapping[Spot, LocatedText]
    names: Mapping[Spot, LocatedText]


def parse_text(text: str) -> ParsedText:
    """Parse a text."""
    tree = parse_tree(text, pathlib.Path())
    return ParsedText(tree, Positions(text), dict(value_texts(tree.node)), dict(key_texts(tree.node)))


def propose_fixes(text: ParsedText, checked: CheckedBrief, *, pin: bool) -> Iterator[Fix]:
    """Yield all fixes; with `pin` also those of checksums that are missing or outdated."""
    yield from _of_format(text, checked.problems)
    if checked.brief is None:
        return
    yield from _quotes(text, checked.brief, checked.texts)
    held = {name: saved for name, saved in checked.texts.items() if saved.state is TextState.HELD}
    for source in checked.brief.sources if pin else ():
        if source.id in held and held[source.id].sha256 != source.sha256:
            yield from _checksum(text, source, held[source.id].sha256)


def _of_format(text: ParsedText, problems: Iterable[Problem]) -> Iterator[Fix]:
    for problem in problems:
        if problem.code == Code.FIELD_UNKNOWN and problem.instead is not None:
            yield from _key(text, problem, problem.instead)
        if problem.code == Code.YAML_SYNTAX:
            yield from _cut(text, problem)


def _cut(text: ParsedText, problem: Problem) -> Iterator[Fix]:
    """Yield the fix of a text that was cut at commas inside { }, if the problem is about its second part."""
    found = text.names.get(Spot(problem.place.line, problem.place.column))
    mapping = _node_at(text.tree.node, found.path[:-1]) if found else None
    if found is None or not isinstance(mapping, Map):
        return
    names = list(mapping.values)
    at = names.index(found.scalar.text)
    value = mapping.values[names[at - 1]] if at else None
    parts = tuple(takewhile(lambda name: _is_part(mapping, name), names[at:]))
    if not parts or not isinstance(value, Scalar) or value.style or not value.text:
        return
    positions = text.positions
    start, end = positions.offset(value.spot), positions.offset(mapping.key(parts[-1]).end_spot)
    whole = " ".join(positions.text[start:end].split())
    path = (*found.path[:-1], names[at - 1])
    sentence = f"the text of “{safe_line(names[at - 1])}” is put in quotes"
    yield Fix(value.spot, sentence, (Edit(start, end, _in_quotes(whole)),), path, value=whole, parts=parts)


def _node_at(node: Node | None, path: Path) -> Node | None:
    """Return the node at a path. None: there is none."""
    for step in path:
        if isinstance(node, Map) and isinstance(step, str):
            node = node.values.get(step)
        else:
            node = node.items[step] if isinstance(node, List) and isinstance(step, int) else None
    return node


def _is_part(mapping: Map, name: str) -> bool:
    """Tell whether a key has no colon, and so is a part of a text after a comma."""
    value = mapping.values[name]
    return isinstance(value, Scalar) and not value.text and mapping.key(name).end_spot == value.spot


def _in_quotes(text: str) -> str:
    if '"' in text or "\\" in text:
        return "'" + text.replace("'", "''") + "'"
    return f'"{text}"'


def _cites(brief: Brief) -> Iterator[Cite]:
    for claim in brief.claims():
        yield from claim.cites
    for source in brief.sources:
        yield from source.cites


def _key(text: ParsedText, problem: Problem, name: str) -> Iterator[Fix]:
    spot = Spot(problem.place.line, problem.place.column)
    found = text.names.get(spot)
    if found is None:
        return
    start, end = _range(text, found)
    mark = (found.scalar.style or "")[:1]
    yield Fix(
        spot,
        f"the key “{safe_line(found.scalar.text)}” becomes “{name}”",
        (Edit(start, end, f"{mark}{name}{mark}"),),
        found.path,
        name=name,
    )


def _quotes(text: ParsedText, brief: Brief, saved: Mapping[str, SourceText]) -> Iterator[Fix]:
    """Yield the fixes of quotes that differ from the saved text only in typography."""
    dossier = dossier_of(brief, saved, pathlib.Path())
    known = {source.id: dossier.text(source.id) for source in brief.sources}
    held_texts = {name: one.text for name, one in known.items() if one is not None and one.state is TextState.HELD}
    cites = [
        (cite, cite.quote, held_texts[cite.source])
        for cite in _cites(brief)
        if cite.quote and cite.source in held_texts
    ]
    look = quote_searches([(held, quote) for _, quote, held in cites], dossier.folded)
    verdicts = [(cite, held, look_for(quote, look[held], cite.at)) for cite, quote, held in cites]
    said = [(cite, held, one, _own_words(one, held)) for cite, held, one in verdicts if _is_typography(one)]
    again = quote_searches([(held, words) for _, held, _, words in said if words is not None], dossier.folded)
    for cite, held, verdict, words in said:
        if words is not None and look_for(words, again[held], cite.at).span == verdict.span:
            yield from _quote(text, cite, words)


def _is_typography(verdict: Verdict) -> bool:
    """Tell whether the words were found and differ only in typography."""
    return verdict.state is QuoteState.FOUND and verdict.exactness is Exactness.TYPOGRAPHY


def _quote(text: ParsedText, cite: Cite, words: str) -> Iterator[Fix]:
    found = text.values.get(cite.spots["quote"]) if "quote" in cite.spots else None
    if found is None or words.split() == found.scalar.text.split():
        return
    start, end = _range(text, found)
    raw = text.positions.text[start:end]
    made = rewrites(raw, found.scalar.style or "", found.scalar.text, words)
    yield Fix(
        cite.spots["quote"],
        "the quote takes the saved text's own typography",
        tuple(Edit(start, end, way) for way in made),
        found.path,
        value=words,
    )


def _own_words(verdict: Verdict, saved: str) -> str | None:
    """Return the words of the saved text as a quote should have them. None: there is nothing to fix."""
    if verdict.span is None:
        return None
    words = saved[verdict.span.start : verdict.span.end]
    return None if _BROKEN.search(words) else " ".join(_NO_WIDTH.sub("", words).split())


def _checksum(text: ParsedText, source: Source, sha256: str) -> Iterator[Fix]:
    found = text.names.get(source.spots.get("id", Spot(0, 0)))
    node = _node_at(text.tree.node, found.path) if found else None
    if found is None or not isinstance(node, Map) or "file" not in node.entries:
        return
    yield Fix(
        source.spots.get("file", node.spot),
        f"the checksum of {safe_line(source.file or '')} is noted",
        (_checksum_edit(text, node, sha256),),
        (*found.path, "sha256"),
        value=sha256,
    )


def _checksum_edit(text: ParsedText, source: Map, sha256: str) -> Edit:
    given = text.values.get(source.entries["sha256"].value.spot) if "sha256" in source.entries else None
    if given is not None:
        start, end = _range(text, given)
        return Edit(start, end, sha256 if end > start else f" {sha256}")
    key, value = source.entries["file"]
    file = text.values.get(value.spot)
    behind = key.end_spot if file is None else file.scalar.end_spot
    positions = text.positions
    if positions.text[positions.offset(source.spot)] == "{":
        at = positions.offset(behind)
        return Edit(at, at, f", sha256: {sha256}")
    at = positions.line_end(behind)
    return Edit(at, at, f"{positions.newline()}{' ' * (key.spot.column - 1)}sha256: {sha256}")


def _range(text: ParsedText, found: LocatedText) -> tuple[int, int]:
    """Return the offsets of a text (start, end); a block scalar ends with its last line."""
    positions = text.positions
    start, end = positions.offset(found.scalar.spot), positions.offset(found.scalar.end_spot)
    if (found.scalar.style or "") in {"|", ">"}:
        end = start + len(positions.text[start:end].rstrip(" \t\r\n"))
    return start, end
