"""Who says an item: the reader chooses among the speakers of the brief and of its text, the article itself first."""

from __future__ import annotations

from briefing.draft.briefed_text import NewItem
from briefing.edit.changes import BriefText, ItemPath
from briefing.format.model import Brief, Claim, SourceKind
from briefing.render.brief_items import item_at
from briefing.render.lines import Target
from briefing.render.text.cell_width import tidy
from briefing.tui.controllers.edit_view import EditView
from briefing.tui.controllers.edited_brief import EditedBrief
from briefing.tui.controllers.text_in_work import TextInWork
from briefing.tui.controllers.view import View
from briefing.tui.data.brief_items import item_name, listed
from briefing.tui.data.source_references import lonely_sources
from briefing.tui.drawing.choices import Choice


class Speaking:
    """Sets who says an item."""

    def __init__(self, view: View, mode: EditView, edited: EditedBrief, text: TextInWork) -> None:
        self._view, self._mode, self._edited, self._text = view, mode, edited, text

    def ask(self) -> None:
        """Ask who says the item."""
        target, brief = self._view.item, self._edited.brief
        item = item_at(brief, target) if brief is not None and target is not None else None
        if brief is None or target is None or not isinstance(item, Claim):
            nothing = "points, figures and events are said by somebody; this is none of them"
            is_in_text = self._mode.has_text and brief is not None and target is None
            self._view.tell(self._text.nothing_here if is_in_text else nothing)
            return
        briefed = self._text.briefed_for(target)
        in_brief = [one for one in brief.sources if one.kind is not SourceKind.ARTICLE]
        new = [] if briefed is None else [one for one in briefed.speakers() if brief.source(one.key or "") is None]
        ids: list[str | None] = [None, *(one.id for one in in_brief), *(one.key for one in new)]
        choices = [Choice("article", "The article itself", note="nobody is named for it")]
        choices += [Choice("sources", tidy(one.heading), note=tidy(one.role or str(one.kind))) for one in in_brief]
        choices += [Choice("the text", tidy(_called(one)), note="is added to the sources") for one in new]
        added = {one.key: one for one in new}
        self._view.open_menu(
            f"Who says {target.kind} {target.number + 1}?",
            choices,
            lambda at: self._set(target, item, brief, ids[at], added.get(ids[at])),
        )

    def _set(self, target: Target, item: Claim, brief: Brief, speaker: str | None, new: NewItem | None) -> None:
        name = item_name(target, item)
        if speaker == item.by:
            self._view.tell(f"{name} is said by that already")
            return
        lonely: list[str] = []

        def said(text: BriefText, path: ItemPath) -> BriefText:
            lonely.extend(one for one in lonely_sources(text, path, item, brief) if one == item.by)
            if any(cite.source in lonely for cite in item.cites):
                lonely.clear()
            if new is not None:
                text = text.with_item("sources", new.item, None, new.key)
            text = text.without([(*path, "by")]) if speaker is None else text.with_key(path, "by", speaker)
            return text.without([("sources", one) for one in lonely])

        if self._edited.change(target, said, f"{name} is said by {speaker or 'the article itself'} now"):
            if self._mode.has_text:
                self._text.hold(target, is_new=False)
                self._text.note_cursor()
            also = f"; {listed(lonely)} went, which nothing else cites" if lonely else ""
            self._edited.tell(f"{name} is said by {speaker or 'the article itself'} now{also}; u undoes")


def _called(new: NewItem) -> str:
    words = new.item.get("name") or new.item.get("title") or new.item.get("role") or new.key or ""
    return str(words)
