"""Reads one file, step by step, and refuses files that are not briefs."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from types import MappingProxyType

from briefing.base.frozen import replace
from briefing.base.problems import Code, Place, Problem, Spot
from briefing.format import tree as yamltree
from briefing.format.model import Brief
from briefing.format.model.brief import Untyped
from briefing.format.model.reading import Reading
from briefing.format.parse.builders import TABLES
from briefing.format.parse.mapping import read_mapping
from briefing.format.parse.rules import check_references
from briefing.format.parse.schema import VERSION
from briefing.format.parse.state import ParseState
from briefing.format.tree import (
    DEFAULT_LIMITS,
    Limits,
    Node,
    Refused,
    Scalar,
    Sequence,
    decode,
    parse_tree,
    size_problem,
)


def read_brief_bytes(data: bytes, path: Path, brief_id: str | None = None) -> Reading:
    """Read the bytes of a brief; see `read_brief_text`."""
    too_large = size_problem(len(data), path, DEFAULT_LIMITS)
    if too_large is not None:
        return Reading(None, (too_large,))
    decoded = decode(data)
    reading = read_brief_text(decoded.text, path, brief_id)
    if decoded.finding is None:
        return reading
    spot, sentence = decoded.finding
    problem = Problem(Place(path, *spot), Code.NOT_UTF8, sentence)
    return replace(reading, problems=_in_order([problem, *reading.problems]))


def read_brief_text(text: str, path: Path, brief_id: str | None = None, limits: Limits = DEFAULT_LIMITS) -> Reading:
    """Read the text of a brief. `path` is used in problems; without `brief_id` the id is the file's name."""
    tree = parse_tree(text, path, limits)
    state = ParseState(path, path.stem if brief_id is None else brief_id, tree)
    brief = _read_root(state, tree.node)
    return Reading(brief, _in_order(state.problems))


def _in_order(problems: list[Problem]) -> tuple[Problem, ...]:
    return tuple(sorted(problems, key=lambda problem: (problem.place.line, problem.place.column)))


def _read_root(state: ParseState, node: Node | None) -> Brief | None:
    if not isinstance(node, yamltree.Mapping):
        _refuse_root(state, node)
        return None
    newer = _newer_version(node)
    if newer is not None:
        sentence = f"this brief is in version {newer.text} of the format, and this program reads version {VERSION}"
        state.problems.clear()
        state.report(Code.VERSION, newer.spot, sentence)
        return None
    state.article = _only_article(node)
    table = TABLES["brief"]
    values = read_mapping(state, node, table)
    brief = table.build(state, values)
    if not isinstance(brief, Brief):
        return None
    check_references(state, brief)
    extras = _extras(node)
    return replace(brief, extras=extras) if extras else brief


def _refuse_root(state: ParseState, node: Node | None) -> None:
    if node is None or (isinstance(node, Scalar) and not node.text.strip()):
        if state.whole:
            state.report(Code.EMPTY, Spot(1, 1), "the file is empty: a brief begins with “briefing: 1” and a title")
    elif state.whole and not isinstance(node, Refused):
        given = "a list" if isinstance(node, Sequence) else "a text"
        sentence = f"a brief is lines of “key: value”, beginning with “briefing: 1”, and this is {given}"
        state.report(Code.TYPE, node.spot, sentence)


def _newer_version(node: yamltree.Mapping) -> Scalar | None:
    version = node.values.get("briefing")
    if not isinstance(version, Scalar):
        return None
    text = version.text
    is_newer = text.isascii() and text.isdecimal() and len(text) < 10 and int(text) > VERSION  # noqa: PLR2004
    return version if is_newer else None


def _only_article(node: yamltree.Mapping) -> str | None:
    """Return the id of the only source of kind article. None: there is not exactly one.

    Found before the rest is read, as most cites without a source stand before the sources.
    """
    sources = node.values.get("sources")
    if not isinstance(sources, yamltree.Mapping):
        return None
    articles = [name for name, source in sources.values.items() if _is_article(source)]
    return articles[0] if len(articles) == 1 else None


def _is_article(source: Node) -> bool:
    kind = source.values.get("kind") if isinstance(source, yamltree.Mapping) else None
    return isinstance(kind, Scalar) and kind.text.strip() == "article"


def _extras(node: yamltree.Mapping) -> Mapping[str, Untyped]:
    extras = {name: _plain(value) for name, value in node.values.items() if name.startswith("x-")}
    return MappingProxyType(extras)


def _plain(node: Node) -> Untyped:
    if isinstance(node, Scalar):
        return node.text if node.text or node.style else None
    if isinstance(node, Sequence):
        return [_plain(item) for item in node.items]
    if isinstance(node, yamltree.Mapping):
        return {name: _plain(value) for name, value in node.values.items()}
    return None
