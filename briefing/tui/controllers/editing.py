"""The editing of a brief by keys: each key is one change of its file, written at once, checked at once, undone by `u`.

Nothing here is loaded unless a brief is edited.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Mapping
from functools import partial
from pathlib import Path
from typing import NamedTuple, Protocol

from briefing.base.plurals import counted
from briefing.base.problems import Severity, counted_problems
from briefing.base.safe_text import safe_line
from briefing.draft.briefed_text import BriefedText, DraftError, NewItem, Thing, thing_words
from briefing.draft.draft_text import draft_text
from briefing.edit.brief_text import EditError
from briefing.edit.changes import BriefText, ItemPath
from briefing.edit.edited_file import ChangedElsewhereError, EditedFile
from briefing.evidence.check import RepeatedCheck
from briefing.evidence.dossier import dossier_of, text_source_of
from briefing.evidence.facts.text import text_facts
from briefing.evidence.facts.values import TextFacts
from briefing.evidence.result import QuoteState, Span
from briefing.evidence.saved_text import SavedText, saved_text
from briefing.format.dates import Edtf
from briefing.format.model import Brief, Claim, Figure, Source, SourceKind, Status, TextState
from briefing.render.cited import item_at
from briefing.render.lines import Line, Role, Run, Target, TargetKind
from briefing.render.pages.brief_beside import BriefInWork
from briefing.render.pages.text_to_brief import TextPages
from briefing.render.parts.claims import dotted
from briefing.render.parts.readout import readout_line
from briefing.render.parts.verdict_marks import verdicts
from briefing.render.text.cell_width import crop, tidy
from briefing.tui.controllers.context import Context
from briefing.tui.controllers.external import External
from briefing.tui.controllers.open_brief import OpenBrief
from briefing.tui.drawing.finishing import finish_question
from briefing.tui.screens.text_to_brief import TextToBriefScreen

_BLOCKS = {
    TargetKind.POINT: "summary",
    TargetKind.FIGURE: "figures",
    TargetKind.EVENT: "timeline",
    TargetKind.SOURCE: "sources",
    TargetKind.OPEN: "open",
    TargetKind.RELATED: "related",
}
_KINDS = {block: kind for kind, block in _BLOCKS.items()}
_CALLED = {TargetKind.OPEN: "open question", TargetKind.RELATED: "related brief"}
_TEXT_KEYS = {"summary": "text", "figures": "label", "timeline": "text"}
"""The key of the words of an item, by its block."""
_SOURCE_KEYS = ("name", "title", "role")
_CHECKED_AT_ONCE = 300_000
"""Characters of saved text up to which a changed brief is checked before it is drawn; of more, after that."""
_CLAIMS_AT_ONCE = 400
"""The same of claims."""
_FOUND_AT_ONCE = 20_000
"""Characters of a text up to which what it says is found before it opens; of more, beside the event loop."""
_NAME = 40
"""Cells of an item's words in what is said of a change."""


class _Text(NamedTuple):
    """A saved text, and what else decides what it says."""

    saved: SavedText
    published: Edtf | None

    @property
    def key(self) -> Hashable:
        """Equal for texts that say the same."""
        return self.saved.folded.original, self.saved.language.tag, self.published


class EditView(Protocol):
    """What the editing asks of the app besides what the other controllers do."""

    text_screen: TextToBriefScreen
    """The text that is briefed, over the panes."""

    @property
    def has_text(self) -> bool:
        """True while the text that is briefed is open, also under a page."""

    def open_text(self, left: Callable[[Target | None], None]) -> None:
        """Lay the text that is briefed over the panes; `left` gets the item to go to, or None."""

    def ask_words(self, title: str, words: str, do: Callable[[str], None]) -> None:
        """Ask for other words, beginning with those that there are; `do` gets what was typed."""


class Editing:
    """Changes one brief as keys say."""

    def __init__(
        self, context: Context, view: EditView, open_brief: OpenBrief, external: External, edited: EditedFile
    ) -> None:
        self._state, self._view, self._workers, _ = context
        self._mode = view
        self._open_brief, self._external, self._edited = open_brief, external, edited
        self._state.brief_rows.library.check_brief = RepeatedCheck().check
        self._facts: tuple[Hashable, TextFacts] | None = None
        """What the text says that was opened last, with what that depends on."""
        self._work: BriefInWork | None = None
        """The brief and the text that are shown together."""
        self._parsed: BriefText | None = None
        """The text of the brief as it was written last. None: nothing was."""
        self._added: Target | None = None
        """The item that was added last, while the cursor stays where it was."""

    # what is said of the mode

    @property
    def standing(self) -> str:
        """Where the brief stands, for the first row: every change is saved at once."""
        brief = self._state.reading.brief
        return f"{brief.status if brief is not None else 'not read'}, saved"

    def begin(self) -> None:
        """Say what there is to say at the start."""
        if self._edited.remarks:
            self._tell("")
        elif self._edited.undoes is not None and not self._workers.has_had_a_key:
            self._view.tell(f"u undoes what was done before: {self._edited.undoes}")

    def _tell(self, sentence: str) -> None:
        """Say what was done, and what the file has to be told once."""
        said = [sentence] if sentence else []
        self._view.tell("; ".join([*said, *self._edited.remarks]))
        self._edited.remarks.clear()

    # the brief and its text

    @property
    def _brief(self) -> Brief | None:
        return self._state.reading.brief

    def renew(self) -> None:
        """Take note that the brief was shown anew: by a change here, or since its file or its text has changed."""
        try:
            if self._edited.look():
                self._added = None
                self._view.tell("another program has changed the brief: it was read again, and undo begins anew")
        except EditError as error:
            self._view.tell(f"the brief cannot be edited now: {error}")
        if self._mode.has_text:
            self._renew_text()

    def _renew_text(self) -> None:
        work, brief = self._work, self._brief
        if work is None or brief is None:
            return
        article = work.briefed.held.article
        source = brief.source(article)
        if source is None:
            return
        self._work = self._in_work(brief, source)
        if self._work is not None:
            self._mode.text_screen.renew(self._work, self._view.title_bar())
            self.note_cursor()

    def _text_of(self, brief: Brief, source: Source) -> _Text | None:
        """Return the saved text of a source. None: none is held."""
        state = self._state
        held = state.brief_rows.library.text(state.entry, source)
        if held.state is not TextState.HELD:
            return None
        dossier = dossier_of(brief, {source.id: held}, Path())
        published = source.published if isinstance(source.published, Edtf) else None
        return _Text(saved_text(held.text, dossier.language_of(source.id)), published)

    def _in_work(self, brief: Brief, source: Source) -> BriefInWork | None:
        """Return the brief with how much of the saved text of a source is in it. None: no text is held."""
        text = self._text_of(brief, source)
        if text is None:
            return None
        if self._facts is None or self._facts[0] != text.key:
            self._facts = text.key, text_facts(*text)
        facts, before = self._facts[1], self._work
        if before is not None and before.briefed.held.facts is facts and before.brief.sources == brief.sources:
            briefed = before.briefed
        else:
            briefed = BriefedText(draft_text(text.saved, facts, brief, source.id))
        evidence = self._state.evidence
        return BriefInWork(brief, evidence, briefed, briefed.progress(brief, evidence))

    async def _find_facts(self, text: _Text, then: Callable[[], None]) -> None:
        """Find what a long text says, beside the event loop, and go on with that unless the reader has."""
        key_at = self._workers.key_at
        self._facts = text.key, await self._workers.in_pool("editing", partial(text_facts, *text))
        if self._view.is_on_reading_screen and self._workers.key_at == key_at:
            self._view.tell("")
            then()

    def open_text(self, target: Target | None) -> None:
        """Open the text that an item cites, at its words; without an item the article."""
        brief = self._brief
        if brief is None:
            self._view.tell("this brief cannot be read: ! says why, and e opens the editor")
            return
        if self._state.evidence is None:
            self._show()  # where its words are is not known yet
        source = self._source_of(brief, target)
        if source is None:
            self._view.tell("this brief has no article with a saved text: e opens the editor")
            return
        text = self._text_of(brief, source)
        is_known = text is None or (self._facts is not None and self._facts[0] == text.key)
        if text is not None and not is_known and len(text.saved.folded.original) > _FOUND_AT_ONCE:
            self._view.tell("this is a long text: it opens as soon as it is known what it says")
            self._workers.start(partial(self._find_facts, text, partial(self.open_text, target)), "editing")
            return
        self._work = self._in_work(brief, source)
        if self._work is None:
            self._view.tell("no text of this source is held: `file` of the source names it, and e opens the editor")
            return
        screen = self._mode.text_screen
        pages = TextPages(self._work.briefed, self._state.look)
        screen.open(pages, source, self._view.title_bar(), self._words_of(brief, target))
        screen.renew(self._work, self._view.title_bar())
        self._open_brief.cover()
        self._mode.open_text(self._left_text)
        self._added = None
        self.note_cursor()

    def _source_of(self, brief: Brief, target: Target | None) -> Source | None:
        """Return the source whose text an item cites; else the first article, else the first source with a text."""
        item = None if target is None else item_at(brief, target)
        named = [cite.source for cite in item.cites] if item is not None else []
        named += [item.id] if isinstance(item, Source) else []
        cited = [brief.source(text_source_of(name, brief)) for name in named]
        articles = [source for source in brief.sources if source.kind is SourceKind.ARTICLE]
        every = (*cited, *articles, *brief.sources)
        return next((source for source in every if source is not None and source.file is not None), None)

    def _words_of(self, brief: Brief, target: Target | None) -> Span | None:
        """Return where the words are that an item quotes, the cite first that is meant."""
        if target is None or self._state.evidence is None:
            return None
        found = verdicts(brief, self._state.evidence, target)
        own = found[target.cite : target.cite + 1] if target.cite is not None else ()
        return next((one.span for one in (*own, *found) if one.state is QuoteState.FOUND and one.span), None)

    def _left_text(self, target: Target | None) -> None:
        self._open_brief.uncover()
        if target is None:
            return
        reading_screen = self._view.reading_screen
        name = next((name for name, pane in reading_screen.panes.items() if pane.go_to(target)), None)
        if name is not None:
            reading_screen.go_to(name)

    def note_cursor(self) -> None:
        """Make the item current that quotes the words under the cursor, unless one was added there just now."""
        screen, work = self._mode.text_screen, self._work
        if screen.cursor is None or work is None:
            return
        if self._added is not None:
            screen.choose(self._added)
            return
        at = work.progress.items_at(screen.cursor.span)
        screen.choose(_target_of(at[0], work.brief) if at else None)

    def moved(self) -> None:
        """Take note that the cursor is on other words."""
        self._added = None
        self.note_cursor()

    # what is known of the words under the cursor

    def readout(self) -> Line:
        """Return what the readout says in the text: of the item there, else of what could be added."""
        screen, work, look = self._mode.text_screen, self._work, self._state.look
        cursor = screen.cursor
        if work is None or cursor is None:
            return ()
        if screen.current is not None:
            said = readout_line(work.brief, screen.current, look, work.evidence)
            if self._added == screen.current:
                return (Run(look.say(f"+ added {screen.current.kind} "), Role.KEY), *said)
            return (Run(f"{screen.current.kind} ", Role.META), *said)
        if cursor.chosen is not None:
            return (Run("a adds these words as the quote of "), Run(self._becomes(), Role.STRONG))
        if cursor.thing is not None:
            return tuple(dotted(_thing_facts(cursor.thing), look))
        is_sentence = cursor.is_on_sentence
        what = "a sentence: a adds it as a point" if is_sentence else "a word: v begins your own words here"
        return (Run(what, Role.META),)

    def _becomes(self) -> str:
        """Return what the chosen words become."""
        cursor = self._mode.text_screen.cursor
        thing = None if cursor is None else _only_thing(cursor.chosen, self._work)
        return "a point" if thing is None else _ARTICLES[thing.kind]

    # changes

    def confirm(self) -> None:
        """Confirm the item, and go on to the next."""
        target, brief = self._view.item, self._brief
        item = item_at(brief, target) if brief is not None and target is not None else None
        if not isinstance(item, Claim) or target is None:
            self._view.tell("points, figures and events are confirmed; this is none")
            return
        if item.is_reviewed:
            self._step_on()
            self._view.tell(f"{_name(target, item)} is confirmed already")
            return
        if self._change(lambda text, path: text.confirmed(path), f"confirmed {_name(target, item)}"):
            self._step_on()

    def _step_on(self) -> None:
        if not self._mode.has_text and self._view.reading_screen.pane is not None:
            self._view.reading_screen.pane.action_down()

    def drop(self) -> None:
        """Drop the item with the sources that nothing else cites, and say what else refers to it."""
        target, brief = self._view.item, self._brief
        item = item_at(brief, target) if brief is not None and target is not None else None
        if target is None or brief is None:
            self._view.tell("no item is here that could be dropped")
            return
        name, next_one = _name(target, item), self._next_shown(target)
        refers: list[str] = []
        lonely: list[str] = []

        def without(text: BriefText, path: ItemPath) -> BriefText:
            refers.extend(_path_name(one) for one in text.references(path))
            own = item.source_ids if isinstance(item, Claim) else ()
            for source in map(brief.source, own):
                is_said = source is not None and source.kind is not SourceKind.ARTICLE and source.file is None
                if source is not None and is_said and set(text.references(("sources", source.id))) == {path}:
                    lonely.append(source.id)
            return text.without([path, *(("sources", one) for one in lonely)])

        if self._change(without, f"dropped {name}"):
            if next_one is not None:
                self._go_to(next_one)
            also = f" and {_listed(lonely)}, which nothing else cites" if lonely else ""
            also += f"; {_listed(refers)} still {'refers' if len(refers) == 1 else 'refer'} to it" if refers else ""
            self._tell(f"dropped {name}{also}; u undoes")

    def _next_shown(self, target: Target) -> Target | None:
        """Return the item that follows one in its pane once that is dropped: events are in the order of time."""
        pane = self._view.reading_screen.pane
        if self._mode.has_text or pane is None:
            return None
        shown = [one.target for one in pane.sheet.items]
        at = next((index for index, one in enumerate(shown) if one == target), None)
        if at is None:
            return None
        near = next(iter((*shown[at + 1 : at + 2], *shown[max(0, at - 1) : at])), None)
        is_moved = near is not None and near.kind is target.kind and near.number > target.number
        return near._replace(number=near.number - 1) if near is not None and is_moved else near

    def move(self, by: int) -> None:
        """Move the item up or down within its block of the file."""
        target, brief = self._view.item, self._brief
        if target is None or brief is None or target.kind not in _BLOCKS:
            self._view.tell("no item is here that could be moved")
            return
        count = len(_block(brief, target.kind))
        if not 0 <= target.number + by < count:
            self._view.tell(f"it is the {'last' if by > 0 else 'first'} one")
            return
        way = "down" if by > 0 else "up"
        if self._change(
            lambda text, path: text.moved(path, by), f"moved {_name(target, item_at(brief, target))} {way}"
        ):
            moved = Target(target.kind, target.number + by)
            self._go_to(moved)
            if target.kind is TargetKind.EVENT:
                self._tell(f"moved {way} in the file; events are shown in the order of time")

    def _go_to(self, target: Target) -> None:
        if self._mode.has_text:
            self._added = None
            self._mode.text_screen.choose(target)
        elif self._view.reading_screen.pane is not None:
            self._view.reading_screen.pane.go_to(target)

    def reword(self) -> None:
        """Ask for other words for the item."""
        target, brief = self._view.item, self._brief
        item = item_at(brief, target) if brief is not None and target is not None else None
        if target is None or item is None:
            self._view.tell("points, figures, events and sources have words; this is none of them")
            return
        key = _words_key(item)
        words = getattr(item, key, None) if isinstance(item, Source) else item.text
        title = f"{'Label' if isinstance(item, Figure) else key.capitalize()} of {target.kind} {target.number + 1}"
        self._mode.ask_words(title, words or "", partial(self._reword, target, key))

    def _reword(self, target: Target, key: str, words: str) -> None:
        brief = self._brief
        item = item_at(brief, target) if brief is not None else None
        key = "label" if isinstance(item, Figure) else key
        self._change(lambda text, path: text.with_key(path, key, words), f"reworded {_name(target, item)}", target)

    def undo(self) -> None:
        """Take the last change of the brief back."""
        try:
            words = self._edited.undo()
        except ChangedElsewhereError as error:
            self._show()
            self._view.tell(str(error))
        except EditError as error:
            self._view.tell(str(error))
        else:
            self._added = None
            self._show()
            more = f"; u undoes: {self._edited.undoes}" if self._edited.undoes is not None else ""
            self._tell(f"undone: {words}{more}")

    def edit(self) -> None:
        """Edit the brief at the line of the item in the editor; what is undone before ends there."""
        self._external.edit()
        self.renew()

    def add(self) -> None:
        """Add what the cursor is on: a number as a figure, a date as an event, a speaker as a source, else a point."""
        screen, work = self._mode.text_screen, self._work
        screen.choose_with_mouse()
        cursor = screen.cursor
        if cursor is None or work is None or cursor.sentence is None:
            self._view.tell("there is nothing here that could be added")
            return
        thing = cursor.thing if cursor.chosen is None else _only_thing(cursor.chosen, work)
        if thing is not None and work.briefed.needs_label(thing):
            self._mode.ask_words("What does this number count?", "", self._add)
        else:
            self._add()

    def _add(self, label: str = "") -> None:
        """Add what the cursor is on. `label`: what a number counts, where the text does not say it."""
        screen, work = self._mode.text_screen, self._work
        cursor = screen.cursor
        if cursor is None or work is None:
            return
        try:
            new = self._new_item(work, label)
        except DraftError as error:
            self._view.tell(f"this cannot be added as it is: {error}; v chooses your own words")
            return
        if new.block == "sources" and work.brief.source(new.key or "") is not None:
            self._view.tell(f"{safe_line(new.key or '')} is among the sources already")
            return
        number = self._place_of(new, work)
        added: list[ItemPath] = []

        def with_item(text: BriefText) -> BriefText:
            for source in work.briefed.speakers_of(new.item):
                if new.block != "sources" and work.brief.source(source.key or "") is None:
                    text = text.with_item("sources", source.item, None, source.key)
            added.append((new.block, number if new.key is None else new.key))
            return text.with_item(new.block, new.item, number if new.key is None else None, new.key)

        if self._write(with_item, f"added {_item_words(new)}"):
            cursor.leave_choice()
            brief = self._brief
            self._added = None if brief is None else _target_of(added[0], brief)
            screen.choose(self._added)

    def _new_item(self, work: BriefInWork, label: str) -> NewItem:
        """Return the item that the words under the cursor become.

        Raises:
            DraftError: no quote carries it.
        """
        cursor = self._mode.text_screen.cursor
        if cursor is None or cursor.sentence is None:
            raise DraftError("there are no words here")
        chosen = cursor.chosen
        if chosen is not None:
            point = work.briefed.new_point_of(chosen)
            thing = _only_thing(chosen, work)
            if thing is None:
                return point
            return work.briefed.with_quote(work.briefed.new_item(thing, label), thing, point)
        if cursor.thing is not None:
            return work.briefed.new_item(cursor.thing, label)
        return work.briefed.new_point(cursor.sentence)

    def _place_of(self, new: NewItem, work: BriefInWork) -> int:
        """Return the index in its block at which an item stands in the order of the text."""
        kind = _KINDS[new.block]
        for number in range(len(_block(work.brief, kind))):
            quoted = work.progress.first_of((new.block, number))
            if quoted is not None and quoted.start > new.span.start:
                return number
        return len(_block(work.brief, kind))

    def finish(self) -> None:
        """Show what is wrong and what nobody has confirmed, and ask; then the brief is final."""
        brief = self._brief
        if brief is None:
            self._view.tell("this brief cannot be read: ! says why, and e opens the editor")
            return
        if brief.status is Status.FINAL:
            self._view.tell("this brief is final already")
            return
        found = counted_problems(self._state.problems)
        if not found and not brief.unreviewed and self._state.evidence is not None:
            self._make_final()
            return
        self._view.ask(finish_question(brief, found, is_checked=self._state.evidence is not None), self._make_final)

    def _make_final(self) -> None:
        if self._write(lambda text: text.with_key((), "status", str(Status.FINAL)), "made the brief final"):
            errors = sum(one.severity is Severity.ERROR for one in self._state.problems)
            left = f", with {counted(errors, 'error')}" if errors else ""
            self._tell(f"status: final is written{left}; u undoes")

    def _change(
        self, change: Callable[[BriefText, ItemPath], BriefText], words: str, target: Target | None = None
    ) -> bool:
        """Change the item under the cursor, or the one that is given; tell whether it was changed."""
        target, brief = target or self._view.item, self._brief
        if target is None or brief is None or target.kind not in _BLOCKS:
            self._view.tell("no item is here that could be changed")
            return False
        path = _path_of(target, brief)

        def changed(text: BriefText) -> BriefText:
            if text.count(path[0]) != len(_block(brief, target.kind)):
                raise EditError("the brief has items that cannot be read: ! says which, and e opens the editor")
            return change(text, path)

        return self._write(changed, words)

    def _write(self, change: Callable[[BriefText], BriefText], words: str) -> bool:
        """Write a changed text, and show it; tell whether it was written."""
        try:
            if self._edited.look():
                self._show()
                self._view.tell("another program has changed the brief: it was read again, and nothing was written")
                return False
            if self._parsed is None or self._parsed.text != self._edited.text:
                self._parsed = BriefText(self._edited.text)
            changed = change(self._parsed)
            self._edited.write(changed.text, words)
            self._parsed = changed
        except ChangedElsewhereError as error:
            self._show()
            self._view.tell(str(error))
            return False
        except EditError as error:
            self._view.tell(str(error))
            return False
        self._added = None
        self._show()
        self._tell(f"{words}; u undoes" if not self._mode.has_text else "")
        return True

    def _show(self) -> None:
        """Show the brief as its file is now; what is checked quickly is checked before that, for one frame."""
        state = self._state
        library, brief = state.brief_rows.library, state.brief_rows.library.read(state.entry).brief
        if brief is not None:
            texts = library.texts(state.entry, brief)
            is_short = sum(len(text.text) for text in texts.values()) <= _CHECKED_AT_ONCE
            if is_short and sum(1 for _ in brief.claims()) <= _CLAIMS_AT_ONCE:
                library.evidence(state.entry)
        self._open_brief.show_again()


_ARTICLES = {"number": "a figure", "date": "an event", "speaker": "a source"}


def _thing_facts(thing: Thing) -> list[list[Run]]:
    """Return what is said of a thing that no item quotes."""
    about = tidy(thing_words(thing))
    return [
        [Run(f"a {thing.kind}", Role.META)],
        [Run(about, Role.STRONG)] if about else [],
        [Run(f"a adds it as {_ARTICLES[thing.kind]}", Role.META)],
    ]


def _only_thing(span: Span | None, work: BriefInWork | None) -> Thing | None:
    """Return the number or date that chosen words are about: the first number among them, else the first date."""
    if span is None or work is None:
        return None
    inside = [one for one in work.briefed.things if span.holds(*one.span) and one.kind != "speaker"]
    numbers = [one for one in inside if one.kind == "number"]
    found = numbers or inside
    return found[0] if len(found) == 1 else None


def _block(brief: Brief, kind: TargetKind) -> tuple[object, ...]:
    blocks: Mapping[TargetKind, tuple[object, ...]] = {
        TargetKind.POINT: brief.summary,
        TargetKind.FIGURE: brief.figures,
        TargetKind.EVENT: brief.timeline,
        TargetKind.SOURCE: brief.sources,
        TargetKind.OPEN: brief.open,
        TargetKind.RELATED: brief.related,
    }
    return blocks.get(kind, ())


def _path_of(target: Target, brief: Brief) -> ItemPath:
    """Return where an item stands in the file."""
    if target.kind is TargetKind.SOURCE:
        return "sources", brief.sources[target.number].id
    return _BLOCKS[target.kind], target.number


def _target_of(path: ItemPath, brief: Brief) -> Target | None:
    """Return the item at a place of the file."""
    block, step = path
    if isinstance(step, int):
        return Target(_KINDS[block], step)
    source = brief.source(step)
    return None if source is None else Target(TargetKind.SOURCE, source.number - 1)


def _words_key(item: Claim | Source) -> str:
    if isinstance(item, Source):
        return next((key for key in _SOURCE_KEYS if getattr(item, key)), "title")
    return "text"


def _name(target: Target, item: Claim | Source | None) -> str:
    """Return the name of an item in a sentence: its kind, number and words."""
    words = "" if item is None else item.heading if isinstance(item, Source) else item.text
    said = crop(tidy(words).strip(), _NAME)
    kind = _CALLED.get(target.kind, str(target.kind))
    return f"{kind} {target.number + 1}{f' “{said}”' if said else ''}"


def _path_name(path: ItemPath) -> str:
    block, step = path
    return f"{_KINDS[block]} {step + 1 if isinstance(step, int) else safe_line(step)}" if block in _KINDS else block


def _listed(names: list[str]) -> str:
    shown = names[:3]
    return ", ".join(shown) + (f" and {len(names) - len(shown)} more" if len(names) > len(shown) else "")


def _item_words(new: NewItem) -> str:
    kind = _KINDS[new.block]
    words = new.item.get(_TEXT_KEYS.get(new.block, "name")) or new.item.get("role") or new.key or ""
    return f"{kind} “{crop(tidy(str(words)), _NAME)}”"
