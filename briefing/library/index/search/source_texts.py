"""Searching the saved texts that briefs cite, and finding the best paragraph of each."""

from __future__ import annotations

from collections.abc import Sequence

from briefing.base.named_tuple import NamedTuple
from briefing.library.index.checked_values import checked_path, checked_row, checked_text, unpacked_text
from briefing.library.index.errors import index_errors
from briefing.library.index.rows import BriefIndex
from briefing.library.index.search.fulltext import fts_expression
from briefing.library.index.search.hits import NO_SNIPPET, Snippet, snippet
from briefing.query.highlight import Highlight, highlights
from briefing.query.match import item_conditions
from briefing.query.nodes import AllOf, AnyOf, Not, Query, QueryNode, Words

_SHOWN = 300_000
"""Characters at the start of a text that are searched for the best paragraph: more would be noticeable."""
_QUERY = """
    SELECT saved.row, file, packed FROM saved_words JOIN saved ON saved.row = saved_words.rowid
    WHERE saved_words MATCH :words AND packed IS NOT NULL
    AND EXISTS (SELECT 1 FROM rests JOIN brief USING (row) WHERE rests.saved = saved.row)
    ORDER BY saved_words.rowid LIMIT :limit
"""
_RESTING = """
    SELECT brief.row, rests.source FROM rests JOIN brief USING (row) WHERE rests.saved = :saved
    ORDER BY brief.stem, brief.file, rests.source LIMIT 1
"""


class TextHit(NamedTuple):
    """A saved text that matches."""

    file: str
    """Path inside the root."""
    row: int
    """The first brief, by id, that cites the text."""
    source: str
    """Id of the source of that brief that names the text."""
    paragraph: int
    """Number of the best paragraph, as in a cite's `at: para N`. 0: the title."""
    line: int
    """Line of the words in the text, from 1."""
    snippet: Snippet


def text_hits(brief_index: BriefIndex, query: Query, limit: int) -> list[TextHit]:
    """Return at most `limit` saved texts with the words of a query. Words with a field do not apply to saved texts.

    Raises:
        IndexUnusableError: the index is damaged.

    """
    node = _plain_words_part(query.node)
    match = None if node is None else fts_expression(node, None)
    if match is None:
        return []
    words = [one for one in item_conditions(node) if isinstance(one, Words)]
    found: list[TextHit] = []
    with index_errors():
        connection = brief_index.store.connection
        for saved, file, packed in connection.execute(_QUERY, {"words": match, "limit": limit}).fetchall():
            row, source = connection.execute(_RESTING, {"saved": saved}).fetchone()
            best = _best_paragraph(unpacked_text(packed, _SHOWN), words)
            found.append(TextHit(checked_path(file), checked_row(row), checked_text(source), *best))
    return found


def _plain_words_part(node: QueryNode | None) -> QueryNode | None:
    """Return the part of a query that concerns words in any text. None: there is none, or it cannot be separated."""
    if isinstance(node, AllOf):
        kept = tuple(each for each in node.nodes if _is_plain_words(each))
        return AllOf(kept) if any(not isinstance(each, Not) for each in kept) else None
    return node if node is not None and _is_plain_words(node) else None


def _is_plain_words(node: QueryNode) -> bool:
    match node:
        case Words():
            return node.field_name is None
        case Not():
            return _is_plain_words(node.node)
        case AllOf() | AnyOf():
            return fts_expression(node, None) is not None and all(map(_is_plain_words, node.nodes))
        case _:
            return False


def _best_paragraph(text: str, words: Sequence[Words]) -> tuple[int, int, Snippet]:
    """Return the number of the paragraph with the most of the words, the line of the first one, and a snippet."""
    from briefing.evidence.quotes.paragraphs import paragraph_at, paragraphs  # only when a text was found

    blocks = paragraphs(text)
    spans = [(number, span) for number, one in enumerate(words) for span in highlights(one, text)]
    held: dict[int, set[int]] = {}
    for number, span in spans:
        held.setdefault(paragraph_at(blocks, span.start), set()).add(number)
    best = min(held, key=lambda paragraph: (-len(held[paragraph]), paragraph), default=0)
    if best >= len(blocks):
        return 0, 1, NO_SNIPPET
    start, end = blocks[best]
    inside = [
        Highlight(span.start - start, min(span.end, end) - start) for _, span in spans if start <= span.start < end
    ]
    line = 1 + text.count("\n", 0, start + min((one.start for one in inside), default=0))
    return best, line, snippet(text[start:end].replace("\n", " "), inside)
