"""Which items of a brief refer to a source or a figure."""

from __future__ import annotations

from collections.abc import Iterator

from briefing.format.arithmetic import DerivationError, figure_ids
from briefing.format.tree import Mapping, Node, Scalar, Sequence

ItemPath = tuple[str, int | str]
"""An item of the file: ("figures", 3), ("sources", "ministry"), ("open", 0). Numbers count from 0."""


def references_to(root: Mapping, path: ItemPath) -> tuple[ItemPath, ...]:
    """Return the items that refer to the source or the figure at a path, each once, in the order of the file."""
    block, step = path
    if block == "sources":
        only = str(step) == _only_article(root)
        return tuple(one for one, item in _items(root) if one != path and _names_source(item, str(step), is_only=only))
    figures = _list(root.values.get("figures"))
    if block != "figures" or not isinstance(step, int) or not 0 <= step < len(figures):
        return ()
    name = _text(_value(figures[step], "id"))
    if not name:
        return ()
    return tuple(one for one, item in _items(root) if one != path and _names_figure(item, name))


def _items(root: Mapping) -> Iterator[tuple[ItemPath, Node]]:
    for block, node in root.values.items():
        for number, item in enumerate(_list(node)):
            yield (block, number), item
        if block == "sources" and isinstance(node, Mapping):
            for name, item in node.values.items():
                yield (block, name), item


def _names_source(item: Node, name: str, *, is_only: bool) -> bool:
    if any(_text(_value(item, key)) == name for key in ("by", "via")):
        return True
    cites = _value(item, "cites")
    for cite in _list(cites) if isinstance(cites, Sequence) else [cites]:
        given = _text(cite) or _text(_value(cite, "source"))
        if given == name or (is_only and not given and isinstance(cite, Mapping)):
            return True
    return False


def _names_figure(item: Node, name: str) -> bool:
    if any(_text(one) == name for one in _list(_value(item, "figures"))):
        return True
    try:
        return name in figure_ids(_text(_value(item, "derived")) or "")
    except DerivationError:
        return False


def _only_article(root: Mapping) -> str | None:
    """Return the source that a cite means that names none. None: there is not exactly one article."""
    sources = root.values.get("sources")
    held = sources.values.items() if isinstance(sources, Mapping) else ()
    articles = [name for name, source in held if _text(_value(source, "kind")) == "article"]
    return articles[0] if len(articles) == 1 else None


def _value(node: Node | None, key: str) -> Node | None:
    return node.values.get(key) if isinstance(node, Mapping) else None


def _text(node: Node | None) -> str | None:
    return node.text.strip() if isinstance(node, Scalar) else None


def _list(node: Node | None) -> list[Node]:
    return node.items if isinstance(node, Sequence) else []
