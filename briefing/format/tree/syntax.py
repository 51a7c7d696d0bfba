"""Explains the syntax errors of the YAML parser in plain words, with the position that helps the writer most."""

from __future__ import annotations

import re
from collections.abc import Callable

from briefing.base.named_tuple import NamedTuple
from briefing.base.problems import Code, Spot
from briefing.format.tree.libyaml.events import MarkedYAMLError
from briefing.format.tree.nodes import ParserMark, spot_of_mark


class _ParserError(NamedTuple):
    """An error of the parser, with the text."""

    problem: str
    """The parser's own words."""
    mark: ParserMark | None
    """Where the parser stopped."""
    context_mark: ParserMark | None
    """Start of what the parser was reading."""
    unfinished: ParserMark | None
    """Start of the innermost open list or mapping. None: none is open."""
    lines: list[str]
    """All lines of the text."""

    def line(self) -> str:
        """Return the line in which the parser stopped."""
        spot = spot_of_mark(self.mark)
        return self.lines[spot.line - 1] if spot.line <= len(self.lines) else ""

    def character(self) -> str:
        """Return the character at which the parser stopped. Empty: the end of a line."""
        column = spot_of_mark(self.mark).column
        return self.line()[column - 1 : column]

    def is_later(self) -> bool:
        """Tell whether the parser stopped in a later line than that of `context_mark`."""
        return spot_of_mark(self.mark).line > spot_of_mark(self.context_mark).line


_Finding = tuple[Code, Spot, str]
_CONFLICT = ("<" * 7, "|" * 7, "=" * 7, ">" * 7)
"""The beginnings of lines with which git and others mark a merge conflict."""


def find_merge_conflict(text: str) -> tuple[int, _Finding] | None:
    """Return the offset of the first line of a merge conflict, and the finding. None: there is no conflict."""
    marks = [mark for mark in _CONFLICT if mark in text]
    found = re.search(rf"^(?:{'|'.join(map(re.escape, marks))})(?: .*)?$", text, re.MULTILINE) if marks else None
    if found is None:
        return None
    line = text.count("\n", 0, found.start()) + 1
    sentence = f"{found.group()[:7]} is the mark of a merge conflict: keep one of the two versions and remove the marks"
    return found.start(), (Code.MERGE_CONFLICT, Spot(line, 1), sentence)


def explain_syntax_error(error: MarkedYAMLError, text: str, unfinished: ParserMark | None) -> _Finding:
    """Turn an error of the parser into a code, a position and a sentence for the writer.

    `unfinished` is the start of the innermost list or mapping that was open. None: none was.
    """
    mark = error.problem_mark or error.context_mark
    trouble = _ParserError(error.problem or "", mark, error.context_mark or mark, unfinished, text.split("\n"))
    said = f"{error.context or ''}: {trouble.problem}"
    for pattern, explained in _EXPLANATIONS:
        if re.search(pattern, said):
            return explained(trouble)
    return _here(trouble, f"this is not YAML: {trouble.problem}")


def _here(trouble: _ParserError, sentence: str, code: Code = Code.YAML_SYNTAX) -> _Finding:
    return (code, spot_of_mark(trouble.mark), sentence)


def _begun(trouble: _ParserError, sentence: str, code: Code = Code.YAML_SYNTAX) -> _Finding:
    return (code, spot_of_mark(trouble.context_mark), sentence)


def _open_quote(trouble: _ParserError) -> _Finding:
    return _begun(trouble, "this quote mark is never closed")


def _open_bracket(trouble: _ParserError) -> _Finding:
    first = spot_of_mark(trouble.context_mark)
    bracket = trouble.lines[first.line - 1][first.column - 1 : first.column] or "["
    closing = {"{": "}"}.get(bracket, "]")
    if comment := re.search(r"[\[{,]\s*(#)[^\s#]", trouble.lines[first.line - 1][first.column - 1 :]):
        spot = Spot(first.line, first.column + comment.start(1))
        return (Code.YAML_SYNTAX, spot, "from # on this is a comment: a text that begins with # needs quotes")
    if trouble.is_later() or not trouble.character():
        return _begun(trouble, f"this {bracket} is not closed with {closing}, or a comma is missing after an item")
    sentence = f"a comma or {closing} is missing before this: the {bracket} in column {first.column} is still open"
    return _here(trouble, sentence)


def _colon(trouble: _ParserError) -> _Finding:
    before = trouble.line()[: spot_of_mark(trouble.mark).column - 1]
    if len(before) > 1000:  # noqa: PLR2004 - libyaml's and YAML's own limit for a key is 1,024
        return _here(trouble, "a key may have 1,024 characters at most")
    if re.search(r":\s|^\s*-\s|[\"'].*[\"']\s*$", before):
        return _here(trouble, "a colon with a space after it begins a new value: put the whole text in quotes")
    return _here(trouble, "a key cannot stand here: the indentation is wrong, or the text above needs quotes")


def _strange_start(trouble: _ParserError) -> _Finding:
    character = trouble.character()
    if "\t" in (character, trouble.line()[:1]) or "tab character" in trouble.problem:
        return _here(trouble, "a tab cannot indent a line: use spaces")
    return _here(trouble, f"a text cannot begin with {character}: put it in quotes")


def _no_key(trouble: _ParserError) -> _Finding:
    before = trouble.line()[: spot_of_mark(trouble.mark).column - 1].rstrip()
    if before.endswith(('"', "'")):
        return _here(trouble, "after a closing quote mark the line must end: use the other kind of quote marks outside")
    if before.endswith(("]", "}")):
        return _here(trouble, "after a closing bracket the line must end: put the whole text in quotes")
    if trouble.character() in {"]", "}"}:
        return _here(trouble, "this bracket was never opened")
    return _here(trouble, "the indentation of this line fits none of the lines above")


def _no_colon(trouble: _ParserError) -> _Finding:
    spot = spot_of_mark(trouble.context_mark)
    line = trouble.lines[spot.line - 1].strip() if spot.line <= len(trouble.lines) else ""
    if re.match(r"[\w-]+\s*[：︓﹕꞉]", line):
        return _begun(trouble, "the colon of this line is not the one of YAML: type a plain : with a space after it")
    if re.match(r"-[^\s-]", line):
        return _begun(trouble, "a list item needs a space after its dash")
    if re.match(r"[–—•*·]\s", line):
        return _begun(trouble, f"a list item begins with a plain - and a space, not with {line[0]}")
    return _begun(trouble, "this line is not “key: value”: a colon with a space after it is missing")


def _dash(trouble: _ParserError) -> _Finding:
    return _here(trouble, "a list cannot begin here: put each “- item” on a line of its own, or the text in quotes")


def _escape(trouble: _ParserError) -> _Finding:
    sentence = "in double quotes \\ begins an escape, and this is none: write \\\\ or use single quotes"
    line, column = spot_of_mark(trouble.mark)
    backslash = trouble.line().rfind("\\", 0, column) + 1
    return (Code.YAML_SYNTAX, Spot(line, backslash or column), sentence)


def _outside(trouble: _ParserError) -> _Finding:
    return _here(trouble, "this belongs to nothing above: the indentation differs, or a colon is missing")


def _no_value(trouble: _ParserError) -> _Finding:
    if trouble.line()[spot_of_mark(trouble.mark).column - 1 :].strip():
        return _here(trouble, f"a value is missing before “{trouble.character()}”, or the text needs quotes")
    if trouble.unfinished is None:
        return _here(trouble, "a value is missing at the end of the text")
    return _open_bracket(trouble._replace(context_mark=trouble.unfinished))


def _block_text(trouble: _ParserError) -> _Finding:
    return _here(trouble, "after | or > the line must end, and the text begins in the next line, indented with spaces")


def _too_deep(trouble: _ParserError) -> _Finding:
    # libyaml from 0.2.6 on looks ahead and stops at a depth of 1,000, before our own limit is reached.
    return _here(trouble, "lists and mappings stand too deep inside each other", Code.YAML_DEPTH)


def _directive(trouble: _ParserError) -> _Finding:
    return _here(trouble, "a line that begins with % has no use in a brief: remove it")


def _anchor(trouble: _ParserError) -> _Finding:
    sentence = "a text that begins with & or * needs quotes (anchors and aliases have no use in a brief)"
    return _begun(trouble, sentence, Code.YAML_ANCHOR)


def _tag(trouble: _ParserError) -> _Finding:
    return _begun(trouble, "a text that begins with ! needs quotes (tags have no use in a brief)", Code.YAML_TAG)


_EXPLANATIONS: tuple[tuple[str, Callable[[_ParserError], _Finding]], ...] = (
    # The words of libyaml and, if they differ, those of the parser written in Python.
    (r"maximum nesting depth", _too_deep),
    (r"scanning an (anchor|alias)", _anchor),
    (r"(scanning|parsing) a tag|while parsing a node: found undefined tag", _tag),
    (r"quoted scalar: found unexpected (end of stream|document)", _open_quote),
    (r"escape|hexdecimal|hexadecimal", _escape),
    (r"flow (sequence|mapping): (did not find )?expected ',' or", _open_bracket),
    (r"mapping (values|keys) are not allowed", _colon),
    (r"cannot start any token|tab character", _strange_start),
    (r"sequence entries are not allowed", _dash),
    (r"could not find expected ':'", _no_colon),
    (r"block (mapping|collection): (did not find )?expected", _no_key),
    (r"expected '?<document start>", _outside),
    (r"expected (the )?node content", _no_value),
    (r"block scalar", _block_text),
    (r"directive|incompatible YAML", _directive),
)
"""The explanation by a pattern of "context: problem"; the first pattern that is found decides."""
