"""Owns the words of a query as FTS5 has them: quoted by us, so that nothing that is typed can be its syntax."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from briefing.base.words import grams, has_grams, is_spaceless
from briefing.query.nodes import AllOf, AnyOf, Field, Node, Not, Words

_COLUMNS: Mapping[Field, str] = {
    Field.TITLE: "title",
    Field.TAG: "tags",
    Field.ENTITY: "entities",
    Field.SOURCE: "sources",
    Field.BY: "voices",
    Field.ID: "name",
}


def fts_expression(node: Node, columns: Sequence[str] | None) -> str | None:
    """Return what finds a part of a query that is made of words only. None: it is not, or says only what must not be.

    Words that name no field are looked for in these columns; None: in all.
    """
    match node:
        case Words():
            return _words(node, columns) if node.tokens else None
        case AnyOf():
            return _joined(" OR ", (fts_expression(each, columns) for each in node.nodes))
        case AllOf():
            return _all_of(node.nodes, columns)
        case _:
            return None


def is_text_condition(node: Node, columns: Sequence[str] | None) -> bool:
    """Tell whether a part of a query can stand among words that must match together, be it as what must not match."""
    return fts_expression(node.node if isinstance(node, Not) else node, columns) is not None


def _all_of(nodes: Iterable[Node], columns: Sequence[str] | None) -> str | None:
    nodes = tuple(nodes)
    wanted = _joined(" AND ", (fts_expression(node, columns) for node in nodes if not isinstance(node, Not)))
    unwanted = [node.node for node in nodes if isinstance(node, Not)]
    if wanted is None or not unwanted:
        return wanted
    without = _joined(" OR ", (fts_expression(node, columns) for node in unwanted))
    return without and f"({wanted} NOT {without})"


def _joined(joint: str, parts: Iterable[str | None]) -> str | None:
    """Join expressions; None: there is none, or one of them is none."""
    known = list(parts)
    if not known or None in known:
        return None
    return f"({joint.join(filter(None, known))})"


def _words(words: Words, columns: Sequence[str] | None) -> str:
    last = words.tokens[-1]
    star = " *" if words.is_begun and not is_spaceless(last) else ""
    found = f"{_phrase(words.tokens)}{star}"
    if words.place is not None:
        return f"({_COLUMNS[words.place]} : {found})"
    if star and len(words.tokens) == 1 and has_grams(last):
        found = f"({found} OR {_phrase(grams(last))})"
    return found if columns is None else f"({{{' '.join(columns)}}} : {found})"


def _phrase(tokens: Iterable[str]) -> str:
    return " + ".join(f'"{token}"' for token in tokens)
