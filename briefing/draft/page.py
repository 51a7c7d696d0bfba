"""The text of a drafted brief, with the line on which each of its items begins."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Mapping

from briefing.base.frozen import frozen
from briefing.base.named_tuple import NamedTuple
from briefing.format.template import SCHEMA_FILE
from briefing.format.write import PlainItem, PlainValue, item_lines, mapping_lines, scalar

BLOCKS = ("summary", "figures", "timeline")
"""The blocks of claims, in the order of a brief."""


class Owner(NamedTuple):
    """What a line of a brief belongs to."""

    block: str
    """A block of claims, "sources", or empty for the head."""
    key: int | str
    """The number of a claim in its block, from 0; the id of a source."""


HEAD = Owner("", "")


@frozen
class Page:
    """The text of a brief."""

    text: str
    starts: tuple[int, ...]
    """Lines, from 1, on which something else begins, ascending; the first is 1."""
    owners: tuple[Owner, ...]
    """For each, what begins there."""

    def owner(self, line: int) -> Owner:
        """Return what a line belongs to."""
        return self.owners[max(bisect_right(self.starts, line) - 1, 0)]


def page_of(
    head: PlainItem,
    claims: Mapping[str, Iterable[PlainItem]],
    sources: Mapping[str, PlainItem],
    left_open: Iterable[str] = (),
    comment: str = "",
) -> Page:
    """Return the text of a brief."""
    lines = [f"# yaml-language-server: $schema={SCHEMA_FILE}"]
    lines += [f"# {comment}"] if comment else []
    lines += mapping_lines({"briefing": "1", **head})
    starts, owners = [1], [HEAD]

    def begin(owner: Owner) -> None:
        starts.append(len(lines) + 1)
        owners.append(owner)

    for block in BLOCKS:
        items = list(claims.get(block, ()))
        lines += ["", f"{block}:"] if items else []
        for number, item in enumerate(items):
            begin(Owner(block, number))
            lines += [f"  {line}" for line in item_lines(item)]
    lines += ["", "sources:"] if sources else []
    for source_id, source in sources.items():
        begin(Owner("sources", source_id))
        lines += [f"  {source_id}:", *(f"    {line}" for line in mapping_lines(source))]
    unknown = list(left_open)
    if unknown:
        begin(HEAD)
        lines += ["", "open:", *(f"  - {scalar(one)}" for one in unknown)]
    return Page("\n".join(lines) + "\n", tuple(starts), tuple(owners))


def without(item: PlainItem, *keys: str) -> dict[str, PlainValue]:
    """Return an item without some keys."""
    return {key: value for key, value in item.items() if key not in keys}
