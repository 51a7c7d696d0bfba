"""The parser of queries. What may still be being typed is not an error.

Words and conditions side by side must all match; that binds closer than `or`.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from briefing.query.fields import field_condition, words_condition
from briefing.query.lexer import Token, TokenKind, tokenize
from briefing.query.nodes import (
    AllOf,
    AnyOf,
    DateConditions,
    FigureConditions,
    Not,
    Query,
    QueryError,
    QueryNode,
    Words,
)

_DEEPEST = 40
"""Nested brackets at most."""
_MOST = 100
"""Words and conditions of a query at most."""


def parse_query(text: str, *, is_whole: bool = False) -> Query:
    """Parse a query. An open quotation or bracket ends with the text; an operator at the end is ignored.

    So is a field at the end that lacks its value, since it may still be typed; with `is_whole` that is wrong.

    Raises:
        QueryError: the query is wrong; with the column of the mistake.

    """
    parser = _Parser(tokenize(text, is_whole=is_whole))
    node = parser.any_of(0)
    if parser.token.kind is TokenKind.CLOSE:
        raise QueryError("this bracket was never opened: leave it out", parser.token.column)
    return Query(node)


class _Parser:
    """A recursive-descent parser."""

    def __init__(self, source: Iterable[Token]) -> None:
        self._tokens = iter(source)
        self.token = next(self._tokens)
        """The next token."""
        self._count = 0

    def any_of(self, depth: int) -> QueryNode | None:
        """Parse alternatives, up to a closing bracket or the end."""
        nodes: list[QueryNode] = []
        while True:
            node = self._all_of(depth)
            joint = self.token
            if node is not None:
                nodes.append(node)
            elif joint.kind is TokenKind.OR and not joint.is_last:
                raise QueryError(
                    "“or” has nothing before it; in quotation marks it is a word to be found", joint.column
                )
            elif nodes and joint.kind is TokenKind.CLOSE:
                raise QueryError("“or” has nothing after it", joint.column)
            if joint.kind is not TokenKind.OR:
                break
            self._advance()
        return nodes[0] if len(nodes) == 1 else AnyOf(tuple(nodes)) if nodes else None

    def _all_of(self, depth: int) -> QueryNode | None:
        nodes: list[QueryNode] = []
        bare: dict[type, int] = {}
        while self.token.kind not in {TokenKind.OR, TokenKind.CLOSE, TokenKind.END}:
            is_bare = self.token.kind is TokenKind.FIELD
            node = self._one(depth)
            if node is None:
                continue
            if is_bare and isinstance(node, DateConditions | FigureConditions) and type(node) in bare:
                nodes[bare[type(node)]] = _merged(nodes[bare[type(node)]], node)
                continue
            if is_bare:
                bare.setdefault(type(node), len(nodes))
            nodes.append(node)
        return _joined(nodes)

    def _one(self, depth: int) -> QueryNode | None:
        """Parse one condition. None: it is still being typed, or it is an `and`, which changes nothing."""
        if depth > _DEEPEST:
            raise QueryError(f"brackets are nested more than {_DEEPEST} deep", self.token.column)
        token = self._advance()
        match token.kind:
            case TokenKind.OPEN:
                return self._brackets(token, depth)
            case TokenKind.NOT:
                return self._negation(token, depth)
            case TokenKind.AND:
                return None
            case TokenKind.WORD | TokenKind.PHRASE if token.is_last and not token.text.strip("-− \t"):
                return None  # the last word is empty so far
        self._count += 1
        if self._count > _MOST:
            raise QueryError(f"a query has at most {_MOST} words and conditions", token.column)
        return (
            words_condition(token.text, is_quoted=token.is_quoted)
            if token.kind is not TokenKind.FIELD
            else field_condition(token)
        )

    def _brackets(self, token: Token, depth: int) -> QueryNode | None:
        node = self.any_of(depth + 1)
        if self.token.kind is TokenKind.CLOSE:
            is_last = self._advance().is_last
            if node is None and not is_last:
                raise QueryError("there is nothing in these brackets", token.column)
        return node

    def _negation(self, token: Token, depth: int) -> QueryNode | None:
        if self.token.kind in {TokenKind.OR, TokenKind.AND, TokenKind.CLOSE}:
            raise QueryError("“not” has nothing after it; in quotation marks it is a word to be found", token.column)
        node = None if self.token.kind is TokenKind.END else self._one(depth + 1)
        return node.node if isinstance(node, Not) else node and Not(node)

    def _advance(self) -> Token:
        token = self.token
        self.token = next(self._tokens, token)
        return token


def _merged(one: QueryNode, other: QueryNode) -> QueryNode:
    """Merge the conditions of one date, or of one figure."""
    if isinstance(one, DateConditions) and isinstance(other, DateConditions):
        return replace(one, conditions=one.conditions + other.conditions)
    if isinstance(one, FigureConditions) and isinstance(other, FigureConditions):
        return replace(one, conditions=one.conditions + other.conditions)
    return one


def _joined(nodes: list[QueryNode]) -> QueryNode | None:
    """Return the conjunction of nodes. Signs without letters or digits are ignored if there are words as well."""
    nodes = [node for node in nodes if not _is_wordless(node)] or nodes[:1]
    return nodes[0] if len(nodes) == 1 else AllOf(tuple(nodes)) if nodes else None


def _is_wordless(node: QueryNode) -> bool:
    return (isinstance(node, Words) and not node.tokens) or (isinstance(node, Not) and _is_wordless(node.node))
