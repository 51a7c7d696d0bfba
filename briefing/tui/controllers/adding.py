"""Adding to a brief from its text: what the cursor is on, or words that the reader has chosen, becomes an item."""

from __future__ import annotations

from briefing.draft.briefed_text import BriefedText, NewItem, Thing, ThingKind
from briefing.draft.draft_text import DraftError
from briefing.draft.item_there import ItemsThere
from briefing.edit.changes import BriefText, ItemPath
from briefing.evidence.dossier import text_source_of
from briefing.evidence.facts.values import Place, SpeakerFact
from briefing.evidence.result import Span
from briefing.format.model import Brief, Cite, Claim
from briefing.format.write import PlainItem, PlainValue
from briefing.render.brief_items import item_at
from briefing.render.lines import Target, TargetKind
from briefing.render.pages.brief_beside import BriefInWork
from briefing.render.text.cell_width import tidy
from briefing.tui.controllers.edit_view import EditView
from briefing.tui.controllers.edited_brief import EditedBrief
from briefing.tui.controllers.text_in_work import BECOMES, TextInWork
from briefing.tui.controllers.view import View
from briefing.tui.data.brief_items import KINDS, item_name, items_of, new_name, path_of, target_of
from briefing.tui.drawing.choices import Choice

_CLAIMS = (TargetKind.POINT, TargetKind.FIGURE, TargetKind.EVENT)


class Adding:
    """Adds items to the brief, and gives items other quotes."""

    def __init__(self, view: View, mode: EditView, edited: EditedBrief, text: TextInWork) -> None:
        self._view, self._mode, self._edited, self._text = view, mode, edited, text

    def add(self) -> None:
        """Add what the cursor is on: a number as a figure, a date as an event, a speaker as a source, else a point.

        Words that are chosen are about the number or date that the choice began on, else the only one among them;
        where there are several, the reader says which.
        """
        screen, work = self._mode.text_screen, self._text.work
        screen.choose_with_mouse()
        cursor = screen.cursor
        if cursor is None or work is None or cursor.sentence is None:
            self._view.tell("there is nothing here that could be added")
            return
        if cursor.chosen is None:
            self._begin(work, cursor.thing)
            return
        things = _things_in(cursor.chosen, work.briefed)
        if cursor.began_on in things:
            self._begin(work, cursor.began_on)
        elif len(things) > 1:
            self._ask_what(work, things)
        else:
            self._begin(work, things[0] if things else None)

    def _ask_what(self, work: BriefInWork, things: list[Thing]) -> None:
        """Ask which of several numbers and dates chosen words are about."""
        choices = [Choice("add as", f"{BECOMES[one.kind]}: {_words(one, work)}") for one in things]
        every = [*things, None]
        self._view.open_menu(
            "What do these words become?",
            [*choices, Choice("add as", "a point: all of it")],
            lambda at: self._begin(work, every[at]),
        )

    def _begin(self, work: BriefInWork, thing: Thing | None) -> None:
        if thing is not None and work.briefed.needs_label(thing):
            self._mode.ask_words("What does this number count?", "", lambda label: self._add(work, thing, label))
        else:
            self._add(work, thing)

    def _add(self, work: BriefInWork, thing: Thing | None, label: str = "") -> None:
        """Add a thing, or a point. `label`: what a number counts, where the text does not say it."""
        try:
            new = self._new_item(work, thing, label)
        except DraftError as error:
            self._view.tell(f"this cannot be added as it is: {error}; v chooses your own words")
            return
        there = self._there(work, thing, new)
        if there is not None:
            self._tell_is_there(there, work.brief)
        elif self._write(new, thing, work):
            self._show_kept()

    def _write(self, new: NewItem, thing: Thing | None, work: BriefInWork) -> bool:
        """Write a new item with the sources it needs; tell whether it was written."""
        every = [*_with_point(new, thing, work), *self._speakers(new, work)]
        added: list[ItemPath] = [(one.block, _number_of(one, work) if one.key is None else one.key) for one in every]

        def with_items(text: BriefText) -> BriefText:
            for one, (block, step) in reversed(list(zip(every, added, strict=True))):
                text = text.with_item(block, one.item, step if isinstance(step, int) else None, one.key)
            return text

        if not self._edited.write(with_items, f"added {new_name(new)}", is_said=False):
            return False
        brief = self._edited.brief
        target = None if brief is None else target_of(added[0], brief)
        if target is not None:
            self._text.hold(target, is_new=True)
        if new.block == "sources" and len(every) == 1:
            self._view.tell("no item has what this source says yet: a on its sentence adds a point")
        return True

    def _show_kept(self) -> None:
        if self._mode.text_screen.cursor is not None:
            self._mode.text_screen.cursor.leave_choice()
        self._mode.text_screen.show_cursor()
        self._text.note_cursor()

    def _there(self, work: BriefInWork, thing: Thing | None, new: NewItem) -> ItemPath | None:
        """Return the item that the brief has already for what would be added."""
        cursor, there = self._mode.text_screen.cursor, ItemsThere(work.brief, work.briefed, work.progress)
        if cursor is None or cursor.chosen is not None or cursor.sentence is None:
            return there.same_as(new)
        return there.about_sentence(cursor.sentence) if thing is None else there.about_thing(thing)

    def _tell_is_there(self, there: ItemPath, brief: Brief) -> None:
        target = target_of(there, brief)
        if target is not None:
            self._text.hold(target, is_new=False)
            self._text.note_cursor()
            self._view.tell(f"this is in the brief already: {item_name(target, item_at(brief, target))}")

    def _new_item(self, work: BriefInWork, thing: Thing | None, label: str) -> NewItem:
        """Return the item that the words under the cursor become.

        Raises:
            DraftError: no quote carries it.
        """
        cursor = self._mode.text_screen.cursor
        if cursor is None or cursor.sentence is None:
            raise DraftError("there are no words here")
        if cursor.chosen is None:
            return work.briefed.new_point(cursor.sentence) if thing is None else work.briefed.new_item(thing, label)
        point = work.briefed.new_point_of(cursor.chosen)
        return point if thing is None else work.briefed.with_quote(work.briefed.new_item(thing, label), thing, point)

    def _speakers(self, new: NewItem, work: BriefInWork) -> list[NewItem]:
        """Return the source that a new item is said by, if the brief does not have it yet."""
        if new.block == "sources":
            return []
        return [one for one in work.briefed.speakers_of(new.item) if work.brief.source(one.key or "") is None]

    # other quotes

    def quote(self) -> None:
        """Make the chosen words the quote of an item that the reader names."""
        screen, work = self._mode.text_screen, self._text.work
        screen.choose_with_mouse()
        if work is None or screen.cursor is None or screen.cursor.chosen is None:
            self._view.tell("v chooses words first: Q makes them the quote of an item")
            return
        try:
            cite = work.briefed.cite(screen.cursor.chosen)
        except DraftError as error:
            self._view.tell(f"these words cannot be quoted: {error}")
            return
        targets = _by_distance(screen.cursor.chosen, screen.cursor.began_on, work)
        if not targets:
            self._view.tell("the brief has no point, figure or event yet: a adds these words")
            return
        choices = [Choice("item", item_name(one, item_at(work.brief, one))) for one in targets]
        self._view.open_menu(
            "Which item rests on these words?", choices, lambda at: self._give(targets[at], cite, work)
        )

    def _give(self, target: Target, cite: PlainItem, work: BriefInWork) -> None:
        item = item_at(work.brief, target)
        if not isinstance(item, Claim):
            return
        article = work.briefed.held.article
        others = [_plain(one) for one in item.cites if text_source_of(one.source, work.brief) != article]
        cites: PlainValue = [*others, cite] if others else cite
        if self._edited.change(
            target,
            lambda text, path: text.with_key(path, "cites", cites),
            f"gave another quote to {item_name(target, item)}",
        ):
            self._text.hold(target, is_new=False)
            self._show_kept()


def _things_in(chosen: Span, briefed: BriefedText) -> list[Thing]:
    """Return the numbers and dates that chosen words may be about; those in passing only if there are no others."""
    inside = [one for one in briefed.things if chosen.holds(*one.span) and one.kind is not ThingKind.SPEAKER]
    return [one for one in inside if one.is_key] or inside


def _words(thing: Thing, work: BriefInWork) -> str:
    return tidy(work.briefed.text[slice(*thing.span)])


def _with_point(new: NewItem, thing: Thing | None, work: BriefInWork) -> list[NewItem]:
    """Return a new item; a source comes with the point of what it says, since nothing else cites it."""
    if thing is None or not isinstance(thing.fact, SpeakerFact):
        return [new]
    place = thing.fact.place
    try:
        point = work.briefed.new_point(Place(place.paragraph, place.sentence, place.sentence))
    except DraftError:
        return [new]
    return [new, point] if point.item.get("by") == new.key else [new]


def _number_of(new: NewItem, work: BriefInWork) -> int:
    """Return the index in its block at which an item stands in the order of the text."""
    count = len(items_of(work.brief, KINDS[new.block]))
    for number in range(count):
        quoted = work.progress.first_of((new.block, number))
        if quoted is not None and quoted.start > new.span.start:
            return number
    return count


def _by_distance(words: Span, began_on: Thing | None, work: BriefInWork) -> list[Target]:
    """Return the points, figures and events of a brief, those first whose quotes are next to some words.

    The very first is the item of the number or date that the choice of these words began on.
    """
    there = ItemsThere(work.brief, work.briefed, work.progress)
    own = None if began_on is None else there.about_thing(began_on)
    near: dict[ItemPath, int] = {}
    for span, path in work.progress.quotes:
        distance = max(span.start - words.end, words.start - span.end, 0)
        near[path] = min(distance, near.get(path, distance))
    every = [Target(kind, number) for kind in _CLAIMS for number in range(len(items_of(work.brief, kind)))]
    furthest = len(work.briefed.text)

    def order(target: Target) -> tuple[bool, int]:
        path = path_of(target, work.brief)
        return path != own, near.get(path, furthest)

    return sorted(every, key=order)


def _plain(cite: Cite) -> PlainItem:
    item: dict[str, PlainValue] = {"source": cite.source}
    if cite.quote is not None:
        item["quote"] = cite.quote
    if cite.at is not None:
        item["at"] = f"para {cite.at}"
    if cite.credibility is not None:
        item["credibility"] = str(cite.credibility)
    return item
