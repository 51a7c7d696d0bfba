"""The items of a brief as the editing names them: by their place in the file, and in a sentence. Pure."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from briefing.base.safe_text import safe_line
from briefing.draft.briefed_text import NewItem
from briefing.edit.references import ItemPath
from briefing.format.model import Brief, Claim, Source
from briefing.render.lines import Target, TargetKind
from briefing.render.text.cell_width import crop, tidy

BLOCKS = {
    TargetKind.POINT: "summary",
    TargetKind.FIGURE: "figures",
    TargetKind.EVENT: "timeline",
    TargetKind.SOURCE: "sources",
    TargetKind.OPEN: "open",
    TargetKind.RELATED: "related",
}
"""The block of the file that has the items of a kind."""
KINDS = {block: kind for kind, block in BLOCKS.items()}
_CALLED = {TargetKind.OPEN: "open question", TargetKind.RELATED: "related brief"}
_TEXT_KEYS = {"summary": "text", "figures": "label", "timeline": "text"}
"""The key of the words of an item, by its block."""
_SOURCE_KEYS = ("name", "title", "role")
_NAME = 40
"""Cells of an item's words in what is said of a change."""
_LISTED = 3
"""Names that are listed, at most."""


def items_of(brief: Brief, kind: TargetKind) -> Sequence[object]:
    """Return the items of a kind, in the order of the file."""
    blocks: Mapping[TargetKind, Sequence[object]] = {
        TargetKind.POINT: brief.summary,
        TargetKind.FIGURE: brief.figures,
        TargetKind.EVENT: brief.timeline,
        TargetKind.SOURCE: brief.sources,
        TargetKind.OPEN: brief.open,
        TargetKind.RELATED: brief.related,
    }
    return blocks.get(kind, ())


def path_of(target: Target, brief: Brief) -> ItemPath:
    """Return where an item stands in the file."""
    if target.kind is TargetKind.SOURCE:
        return "sources", brief.sources[target.number].id
    return BLOCKS[target.kind], target.number


def target_of(path: ItemPath, brief: Brief) -> Target | None:
    """Return the item at a place of the file."""
    block, step = path
    if isinstance(step, int):
        return Target(KINDS[block], step)
    source = brief.source(step)
    return None if source is None else Target(TargetKind.SOURCE, source.number - 1)


def words_key(item: Claim | Source) -> str:
    """Return the key of the file that has the words of an item; of a figure it is `label`."""
    if isinstance(item, Source):
        return next((key for key in _SOURCE_KEYS if getattr(item, key)), "title")
    return "text"


def item_name(target: Target, item: Claim | Source | None) -> str:
    """Return the name of an item in a sentence: its kind, number and words."""
    words = "" if item is None else item.heading if isinstance(item, Source) else item.text
    said = crop(tidy(words).strip(), _NAME)
    kind = _CALLED.get(target.kind, str(target.kind))
    return f"{kind} {target.number + 1}{f' “{said}”' if said else ''}"


def path_name(path: ItemPath) -> str:
    """Return the kind and number of an item, or the id of a source."""
    block, step = path
    return f"{KINDS[block]} {step + 1 if isinstance(step, int) else safe_line(step)}" if block in KINDS else block


def listed(names: Sequence[str]) -> str:
    """Return names in a sentence: the first of them, and how many more there are."""
    shown = names[:_LISTED]
    return ", ".join(shown) + (f" and {len(names) - len(shown)} more" if len(names) > len(shown) else "")


def new_name(new: NewItem) -> str:
    """Return the name of an item that is added: its kind and words."""
    kind = KINDS[new.block]
    words = new.item.get(_TEXT_KEYS.get(new.block, "name")) or new.item.get("role") or new.key or ""
    return f"{kind} “{crop(tidy(str(words)), _NAME)}”"
