"""Owns the grammar of queries: what is joined with what. What somebody may still be typing is no mistake.

What stands side by side must match together, and binds closer than `or`.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from briefing.query.fields import condition, words
from briefing.query.lexer import Kind, Part, parts
from briefing.query.nodes import AllOf, AnyOf, Dates, Figures, Node, Not, Query, QueryError, Words

_DEEPEST = 40
"""Brackets inside brackets."""
_MOST = 100
"""Words and conditions of one query."""


def parse(text: str) -> Query:
    """Read what was typed. An open quotation or bracket ends with the text, and a joint that joins nothing is left out.

    Raises:
        QueryError: it is wrong; with the column of the mistake.

    """
    parser = _Parser(parts(text))
    node = parser.any_of(0)
    if parser.part.kind is Kind.CLOSE:
        raise QueryError("this bracket closes nothing: leave it out", parser.part.column)
    return Query(node)


class _Parser:
    """Takes the parts one after the other."""

    def __init__(self, source: Iterable[Part]) -> None:
        self._parts = iter(source)
        self.part = next(self._parts)
        """The next one."""
        self._count = 0

    def any_of(self, depth: int) -> Node | None:
        """Read alternatives, up to a bracket that closes or the end."""
        nodes: list[Node] = []
        while True:
            node = self._all_of(depth)
            joint = self.part
            if node is not None:
                nodes.append(node)
            elif joint.kind is Kind.OR and not joint.is_last:
                raise QueryError(
                    "“or” has nothing before it; in quotation marks it is a word to be found", joint.column
                )
            elif nodes and joint.kind is Kind.CLOSE:
                raise QueryError("“or” has nothing behind it", joint.column)
            if joint.kind is not Kind.OR:
                break
            self._advance()
        return nodes[0] if len(nodes) == 1 else AnyOf(tuple(nodes)) if nodes else None

    def _all_of(self, depth: int) -> Node | None:
        nodes: list[Node] = []
        bare: dict[type, int] = {}
        while self.part.kind not in {Kind.OR, Kind.CLOSE, Kind.END}:
            is_bare = self.part.kind is Kind.FIELD
            node = self._one(depth)
            if node is None:
                continue
            if is_bare and isinstance(node, Dates | Figures) and type(node) in bare:
                nodes[bare[type(node)]] = _merged(nodes[bare[type(node)]], node)
                continue
            if is_bare:
                bare.setdefault(type(node), len(nodes))
            nodes.append(node)
        return _joined(nodes)

    def _one(self, depth: int) -> Node | None:
        """Read one condition. None: somebody is still typing it, or it is a joint that changes nothing."""
        if depth > _DEEPEST:
            raise QueryError(f"brackets stand in brackets more than {_DEEPEST} deep", self.part.column)
        part = self._advance()
        match part.kind:
            case Kind.OPEN:
                return self._brackets(part, depth)
            case Kind.NOT:
                return self._negation(part, depth)
            case Kind.AND:
                return None
            case Kind.WORD | Kind.PHRASE if part.is_last and not part.text.strip("-− \t"):
                return None  # of what is still to be typed
        self._count += 1
        if self._count > _MOST:
            raise QueryError(f"a query has at most {_MOST} words and conditions", part.column)
        return words(part.text, is_quoted=part.is_quoted) if part.kind is not Kind.FIELD else condition(part)

    def _brackets(self, part: Part, depth: int) -> Node | None:
        node = self.any_of(depth + 1)
        if self.part.kind is Kind.CLOSE:
            is_last = self._advance().is_last
            if node is None and not is_last:
                raise QueryError("there is nothing in these brackets", part.column)
        return node

    def _negation(self, part: Part, depth: int) -> Node | None:
        if self.part.kind in {Kind.OR, Kind.AND, Kind.CLOSE}:
            raise QueryError("“not” has nothing behind it; in quotation marks it is a word to be found", part.column)
        node = None if self.part.kind is Kind.END else self._one(depth + 1)
        return node.node if isinstance(node, Not) else node and Not(node)

    def _advance(self) -> Part:
        part = self.part
        self.part = next(self._parts, part)
        return part


def _merged(one: Node, other: Node) -> Node:
    """Join the conditions of one date, or of one figure."""
    if isinstance(one, Dates) and isinstance(other, Dates):
        return replace(one, conditions=one.conditions + other.conditions)
    if isinstance(one, Figures) and isinstance(other, Figures):
        return replace(one, conditions=one.conditions + other.conditions)
    return one


def _joined(nodes: list[Node]) -> Node | None:
    """Join what must match together. Signs without a letter or a digit are passed by where there are words as well."""
    nodes = [node for node in nodes if not _is_wordless(node)] or nodes[:1]
    return nodes[0] if len(nodes) == 1 else AllOf(tuple(nodes)) if nodes else None


def _is_wordless(node: Node) -> bool:
    return (isinstance(node, Words) and not node.tokens) or (isinstance(node, Not) and _is_wordless(node.node))
