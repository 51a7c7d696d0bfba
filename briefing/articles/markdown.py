"""Markdown as plain prose: its marks, links, images, code and comments go, its words stay."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator

from briefing.articles.decoding import decode_text
from briefing.articles.found import Found

_FRONT = re.compile(r"\A---[ \t]*\n(.{0,20000}?)\n(?:---|\.\.\.)[ \t]*(?:\n|\Z)", re.DOTALL)
_ENTRY = re.compile(r"([A-Za-z][\w-]{0,30})[ \t]*:[ \t]+(\S.*)\Z")
_COMMENT = re.compile(r"<!--.*?(?:-->|\Z)", re.DOTALL)
_FENCE = re.compile(r" {0,3}(`{3,}|~{3,})[^`\n]*\Z")
_HEADING = re.compile(r" {0,3}#{1,6}[ \t]+(.*?)[ \t]*#*[ \t]*\Z")
_UNDERLINE = re.compile(r" {0,3}(?:=+|-{2,})[ \t]*\Z")
_RULE = re.compile(r" {0,3}(?:(?:\*[ \t]*){3,}|(?:-[ \t]*){3,}|(?:_[ \t]*){3,})\Z")
_QUOTE = re.compile(r"\A {0,3}(?:>[ \t]?)+")
_ITEM = re.compile(r"[ \t]*(?:[-*+]|\d{1,9}[.)])[ \t]+(?:\[[ xX]\][ \t]+)?")
_DEFINITION = re.compile(r" {0,3}\[[^\]\n]{1,200}\]:[ \t]*\S")
_TABLE_ROW = re.compile(r"[ \t]*\|.*\|[ \t]*\Z")
_TABLE_LINE = re.compile(r"[ \t]*\|?[ \t]*:?-+:?[ \t]*(?:\|[ \t]*:?-+:?[ \t]*)*\|?[ \t]*\Z")
_INLINE = (
    (
        re.compile(
            r"!\[[^\[\]]{0,1000}\](?:\([^()\n]{0,3000}(?:\([^()\n]{0,300}\)[^()\n]{0,300})?\)|\[[^\[\]\n]{0,200}\])"
        ),
        "",
    ),
    (re.compile(r"\[\^[^\]\s]{1,40}\]"), ""),
    (re.compile(r"\[([^\[\]]{1,1000})\]\((?:[^()\n]|\([^()\n]{0,300}\)){0,3000}\)"), r"\1"),
    (re.compile(r"\[([^\[\]]{1,1000})\]\[[^\[\]\n]{0,200}\]"), r"\1"),
    (re.compile(r"<(https?://[^<>\s]{1,2000})>"), r"\1"),
    (re.compile(r"</?[A-Za-z][^<>]{0,2000}>"), ""),
    (re.compile(r"(?<!\\)(`{1,3})(?!`)([^`\n]{1,2000}?)\1(?!`)"), r"\2"),
    (re.compile(r"(?<![\\*\w])(\*{1,3})(?=[^\s*])([^*\n]{1,5000}?)(?<=[^\s*\\])\1(?!\*)"), r"\2"),
    (re.compile(r"(?<![\\\w])(_{1,3})(?=[^\s_])((?:[^_\n]|(?<=\w)_(?=\w)){1,5000}?)(?<=[^\s_\\])\1(?![\w_])"), r"\2"),
    (re.compile(r"(?<!\\)~~(?=\S)([^~\n]{1,2000}?)(?<=\S)~~"), r"\1"),
    (re.compile(r"\\([!-/:-@\[-`{-~])"), r"\1"),
)
"""What is written in a line, and what stays of it."""
_MARKED = re.compile(r"[!\[<`*_~\\&]")
_FIELDS = {
    "title": "title",
    "author": "author",
    "authors": "author",
    "byline": "author",
    "date": "published",
    "published": "published",
    "publisher": "publisher",
    "site": "publisher",
    "source": "url",
    "url": "url",
    "canonical": "url",
    "canonical_url": "url",
    "lang": "language",
    "language": "language",
    "retrieved": "retrieved",
    "saved": "retrieved",
    "clipped": "retrieved",
}
"""Keys of front matter, and what they give."""


def read_markdown(data: bytes) -> Found:
    """Read a text in Markdown."""
    text = decode_text(data)
    fields, text = _front_matter(text)
    text = _COMMENT.sub("", text)
    blocks, title = [], fields.get("title")
    for is_title, block in _blocks(text):
        if is_title and title is None:
            title = _prose(block)
        else:
            blocks.append(_prose(block))
    return Found(
        blocks=tuple(blocks),
        title=title,
        publisher=fields.get("publisher"),
        author=fields.get("author"),
        published=fields.get("published"),
        retrieved=fields.get("retrieved"),
        url=fields.get("url"),
        language=fields.get("language"),
    )


def _front_matter(text: str) -> tuple[dict[str, str], str]:
    """Return the fields of the front matter, and the text after it. Of YAML only `key: value` is read."""
    found = _FRONT.match(text)
    if found is None:
        return {}, text
    entries = [entry for line in found[1].split("\n") if (entry := _ENTRY.match(line))]
    if not entries or not found[1].lstrip().startswith(entries[0].group()):
        return {}, text  # a rule, and text up to another one
    fields: dict[str, str] = {}
    for entry in entries:
        name = _FIELDS.get(entry[1].lower())
        if name is not None and name not in fields:
            fields[name] = _scalar(entry[2])
    return fields, text[found.end() :]


def _scalar(text: str) -> str:
    text = text.strip()
    if len(text) > 1 and text[0] == text[-1] and text[0] in "\"'":
        return text[1:-1].replace("''", "'") if text[0] == "'" else text[1:-1].replace('\\"', '"')
    text = re.sub(r"\s+#.*", "", text)
    return text[1:-1].strip(" \"'") if text.startswith("[") and text.endswith("]") else text


def _prose(block: str) -> str:
    """Return a block without the marks within its lines."""
    if _MARKED.search(block) is None:
        return block
    for pattern, instead in _INLINE:
        block = pattern.sub(instead, block)
    return html.unescape(block)


class _Blocks:
    """Puts lines together to headings, paragraphs, items and table rows."""

    def __init__(self) -> None:
        self.done: list[tuple[bool, str]] = []
        """Each with whether it is a heading that comes before all text."""
        self._lines: list[str] = []
        """The paragraph or item that is not at its end."""

    def take(self, kind: str, line: str) -> None:
        """Take the next line, of one of the kinds of `_kinds`."""
        if kind == "more":
            self._lines.append(line)
            return
        is_heading = kind == "underline" and len(self._lines) == 1
        self.end(is_heading=is_heading)
        if kind == "item":
            self._lines = [line]
        elif kind in {"heading", "row"}:
            self._put(line, is_heading=kind == "heading")

    def end(self, *, is_heading: bool = False) -> None:
        """Take the end of a paragraph, which may turn out to be a heading."""
        if self._lines:
            self._put(" ".join(self._lines), is_heading=is_heading)
            self._lines = []

    def _put(self, text: str, *, is_heading: bool) -> None:
        self.done.append((is_heading and not self.done, text))


def _blocks(text: str) -> list[tuple[bool, str]]:
    """Return the blocks in their order, each with whether it is a heading that comes before all text."""
    blocks = _Blocks()
    for kind, line in _kinds(text):
        blocks.take(kind, line)
    blocks.end()
    return blocks.done


def _kinds(text: str) -> Iterator[tuple[str, str]]:
    """Yield each line of a text with what it is: heading, underline, item, row, more (text), or blank."""
    fence = ""
    for raw in text.split("\n"):
        line = _QUOTE.sub("", raw)
        mark = _FENCE.match(line)
        if fence:
            if mark and mark[1].startswith(fence) and not line.strip().strip(fence[0]):
                fence = ""
            continue
        if mark:
            fence = mark[1]
            yield "blank", ""
        else:
            yield _kind(line)


def _kind(line: str) -> tuple[str, str]:
    if heading := _HEADING.match(line):
        return "heading", heading[1]
    if _TABLE_ROW.match(line):
        cells = [cell.strip() for cell in line.strip().strip("|").split("|")]
        return ("blank", "") if _TABLE_LINE.match(line) else ("row", " | ".join(filter(None, cells)))
    if _UNDERLINE.match(line):
        return "underline", ""
    if not line.strip() or _RULE.match(line) or _DEFINITION.match(line):
        return "blank", ""
    if item := _ITEM.match(line):
        return "item", line[item.end() :]
    return "more", line.strip().removesuffix("\\")
