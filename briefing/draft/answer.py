"""The answer of a program that drafted: found in its prose, read as hostile input, and held to the text by the guard.

Nothing but points, figures, events, speakers, lede, tags and open lines is taken from it, and of these only the keys
that `task.KEYS` has. What the brief is, where its text lies and whether a person has confirmed it is never its to say.
"""

from __future__ import annotations

import pathlib
import re
from collections.abc import Iterator, Mapping

from briefing.base.named_tuple import NamedTuple
from briefing.base.problems import BriefingError, Severity
from briefing.base.safe_text import safe_line
from briefing.draft.checking import texts_of
from briefing.draft.draft_text import ARTICLE
from briefing.draft.guard import GuardError, Vouched, Withheld, guard
from briefing.draft.page import BLOCKS
from briefing.draft.task import KEYS
from briefing.edit.brief_text import EditError, ParsedBrief, plain
from briefing.format.dates import DateError, Edtf, parse_date
from briefing.format.model import Reviewed, SourceText
from briefing.format.tree import Mapping as Map
from briefing.format.tree import Node, Scalar, Sequence, parse_tree
from briefing.format.write import PlainItem, PlainValue, mapping_lines

_KINDS = dict(zip(BLOCKS, ("point", "figure", "event"), strict=True))
"""What the schema calls an item of each block of claims."""
_TEXTS = ("tags", "open")
_FENCE = re.compile(r"^[ \t]*```[ \t]*[\w-]*[ \t]*\n(.*?)(?:^[ \t]*```[ \t]*$|\Z)", re.DOTALL | re.MULTILINE)
_BEGINNING = re.compile(rf"^(?:briefing|title|{'|'.join(KEYS['brief'])}):", re.MULTILINE)
_REVIEWED = str(Reviewed.NO)


class AnswerError(BriefingError):
    """An answer is no brief; the message is the rest of a sentence about the program."""


class Answer(NamedTuple):
    """What holds of an answer."""

    items: Mapping[str, list[PlainItem]]
    """By block of claims; every item has `reviewed: no`."""
    sources: Mapping[str, PlainItem]
    """By id, without the article."""
    lede: str
    """Empty: there is none."""
    texts: Mapping[str, list[str]]
    """Tags and open lines, by key."""
    withheld: tuple[Withheld, ...]


def read_answer(answer: str, title: str, language: str, article: PlainItem, text: SourceText) -> Answer:
    """Return what the saved text carries of an answer. `article`: the article, as a source of ours.

    Raises:
        AnswerError: it is no brief.
    """
    brief = _brief(_root(answer), article, title, language)
    try:
        guarded = guard(brief, lambda held: texts_of(held, text), Vouched(published=_date(article), text=True))
        left = ParsedBrief(guarded.text).root.values
    except (GuardError, EditError) as error:
        raise AnswerError(f"its answer is no brief: {error}") from error
    known, lede = left.get("sources"), left.get("lede")
    return Answer(
        items={block: [_item(node) for node in _list(left.get(block))] for block in BLOCKS},
        sources={name: _item(node) for name, node in known.values.items() if name != ARTICLE}
        if isinstance(known, Map)
        else {},
        lede=lede.text if isinstance(lede, Scalar) else "",
        texts={key: [one.text for one in _list(left.get(key)) if isinstance(one, Scalar)] for key in _TEXTS},
        withheld=guarded.withheld,
    )


def _date(article: PlainItem) -> Edtf | None:
    """Return the date of publication of the article. None: it is not known."""
    try:
        return parse_date(str(article.get("published", "")))
    except DateError:
        return None


def yaml_of(answer: str) -> str:
    """Return the YAML of an answer: its longest block between fences, else all from the first key of a brief on."""
    answer = answer.replace("\r\n", "\n").removeprefix("\ufeff")
    blocks = [found.group(1) for found in _FENCE.finditer(answer)]
    if blocks:
        return max(blocks, key=len)
    begun = _BEGINNING.search(answer)
    return answer[begun.start() :] if begun else answer


def _root(answer: str) -> Map:
    if not answer.strip():
        raise AnswerError("it has answered nothing")
    tree = parse_tree(yaml_of(answer), pathlib.Path())
    found = next((one for one in tree.problems if one.severity is Severity.ERROR), None)
    if found is not None:
        raise AnswerError(f"its answer is no brief: line {found.place.line}: {safe_line(found.sentence)}")
    if not isinstance(tree.node, Map) or not set(tree.node.values) & set(KEYS["brief"]):
        raise AnswerError("its answer is no brief: it has none of the keys that were asked for")
    return tree.node


def _brief(root: Map, article: PlainItem, title: str, language: str) -> str:
    """Return a brief of what an answer may say, below a head of our own."""
    names = _article_ids(root)
    whole: dict[str, PlainValue] = {"briefing": "1", "title": title, "language": language}
    lede = root.values.get("lede")
    if isinstance(lede, Scalar) and lede.text.strip():
        whole["lede"] = lede.text
    for key in _TEXTS:
        if texts := [one.text for one in _list(root.values.get(key)) if isinstance(one, Scalar) and one.text.strip()]:
            whole[key] = texts
    for block, kind in _KINDS.items():
        if items := [made for node in _list(root.values.get(block)) if (made := _claim(node, kind, names))]:
            whole[block] = items
    given = {key: article[key] for key in ("kind", "title", "file", "sha256", "published") if key in article}
    whole["sources"] = {ARTICLE: given, **dict(_speakers(root, names))}
    return "\n".join(mapping_lines(whole)) + "\n"


def _article_ids(root: Map) -> frozenset[str]:
    """Return the ids by which an answer means the article."""
    sources = root.values.get("sources")
    held = sources.values.items() if isinstance(sources, Map) else ()
    return frozenset({ARTICLE} | {name for name, node in held if _text(node, "kind") == "article"})


def _speakers(root: Map, articles: frozenset[str]) -> Iterator[tuple[str, PlainItem]]:
    sources = root.values.get("sources")
    for name, node in sources.values.items() if isinstance(sources, Map) else ():
        if name not in articles and isinstance(node, Map):
            yield name, {**_fields(node, "source", articles), "via": ARTICLE}


def _claim(node: Node, kind: str, articles: frozenset[str]) -> PlainItem:
    """Return an item with the keys that it may have. Empty: it is none."""
    if isinstance(node, Scalar):
        return {"text": node.text, "reviewed": _REVIEWED} if kind == "point" and node.text.strip() else {}
    if not isinstance(node, Map):
        return {}
    item = _fields(node, kind, articles)
    if item.get("by") in articles:
        item = {key: value for key, value in item.items() if key != "by"}
    return {**{key: value for key, value in item.items() if key != "cites"}, "reviewed": _REVIEWED, **_cites_of(item)}


def _cites_of(item: PlainItem) -> PlainItem:
    return {"cites": item["cites"]} if "cites" in item else {}


def _fields(node: Map, kind: str, articles: frozenset[str]) -> dict[str, PlainValue]:
    found: dict[str, PlainValue] = {}
    for key in KEYS[kind]:
        value = node.values.get(key)
        if value is None or (isinstance(value, Scalar) and not value.text.strip()):
            continue
        found[key] = _cites(value, articles) if key == "cites" else plain(value)
    return found


def _cites(node: Node, articles: frozenset[str]) -> PlainValue:
    if isinstance(node, Sequence):
        return [_cites(one, articles) for one in node.items]
    if isinstance(node, Scalar):
        return ARTICLE if node.text.strip() in articles else node.text
    if not isinstance(node, Map):
        return []
    cite = _fields(node, "cite", articles)
    if cite.get("source") in articles:
        del cite["source"]  # there is one article, which a cite need not name
    return cite


def _item(node: Node) -> PlainItem:
    value = plain(node)
    return value if isinstance(value, Mapping) else {}


def _list(node: Node | None) -> list[Node]:
    return node.items if isinstance(node, Sequence) else []


def _text(node: Node, key: str) -> str | None:
    value = node.values.get(key) if isinstance(node, Map) else None
    return value.text.strip() if isinstance(value, Scalar) else None
