"""The text that is briefed while it is open: what it says, which item its cursor is about, and what is said of that."""

from __future__ import annotations

from collections.abc import Callable, Hashable
from functools import partial
from pathlib import Path

from briefing.base.named_tuple import NamedTuple
from briefing.draft.briefed_text import BriefedText, Thing, ThingKind, thing_words
from briefing.draft.draft_text import draft_text
from briefing.draft.item_there import ItemsThere
from briefing.edit.references import ItemPath
from briefing.evidence.dossier import dossier_of, text_source_of
from briefing.evidence.facts.text import text_facts
from briefing.evidence.facts.values import TextFacts
from briefing.evidence.result import QuoteState, Span
from briefing.evidence.saved_text import SavedText, saved_text
from briefing.format.dates import Edtf
from briefing.format.model import Brief, Source, SourceKind, TextState
from briefing.render.brief_items import item_at
from briefing.render.lines import Line, Role, Run, Target
from briefing.render.pages.brief_beside import BriefInWork
from briefing.render.pages.text_to_brief import TextPages
from briefing.render.parts.claims import dotted
from briefing.render.parts.readout import readout_line
from briefing.render.parts.verdict_marks import verdicts
from briefing.render.text.cell_width import crop, tidy
from briefing.tui.controllers.context import Context
from briefing.tui.controllers.edit_view import EditView
from briefing.tui.controllers.edited_brief import EditedBrief
from briefing.tui.controllers.open_brief import OpenBrief
from briefing.tui.data.brief_items import KINDS, listed, path_name, target_of

_FOUND_AT_ONCE = 20_000
"""Characters of a text up to which what it says is found before it opens; of more, beside the event loop."""
_LIT = 28
"""Cells of the words under the cursor, where the readout repeats them."""
BECOMES = {ThingKind.NUMBER: "a figure", ThingKind.DATE: "an event", ThingKind.SPEAKER: "a source"}
"""What is made of a thing."""


class _Text(NamedTuple):
    """A saved text, and what else decides what it says."""

    saved: SavedText
    published: Edtf | None

    @property
    def key(self) -> Hashable:
        """Equal for texts that say the same."""
        return self.saved.folded.original, self.saved.language.tag, self.published


class _Held(NamedTuple):
    """An item that stays the current one until the cursor moves or the brief changes."""

    target: Target
    version: int
    is_new: bool
    """Whether it was added just now, rather than come from."""


class TextInWork:
    """Opens the text that a brief is made of, and knows which item is about the words under its cursor."""

    def __init__(self, context: Context, mode: EditView, open_brief: OpenBrief, edited: EditedBrief) -> None:
        self._state, self._view, self._workers, _ = context
        self._mode, self._open_brief, self._edited = mode, open_brief, edited
        self._facts: tuple[Hashable, TextFacts] | None = None
        """What the text says that was opened last, with what that depends on."""
        self.work: BriefInWork | None = None
        """The brief and the text that are shown together."""
        self._held: _Held | None = None

    # the text

    def open(self, target: Target | None) -> None:
        """Open the text that an item cites, at its words; without an item the article."""
        brief = self._edited.brief
        if brief is None:
            self._view.tell("this brief cannot be read: ! says why, and e opens the editor")
            return
        if self._state.evidence is None:
            self._edited.show()  # where its words are is not known yet
        source = _source_of(brief, target)
        if source is None:
            self._view.tell("this brief has no article with a saved text: e opens the editor")
            return
        text = self._text_of(brief, source)
        if text is not None and not self._is_quickly_found(text):
            self._view.tell("this is a long text: it opens as soon as it is known what it says")
            self._workers.start(partial(self._find_facts, text, partial(self.open, target)), "editing")
            return
        self.work = self._in_work(brief, source)
        if self.work is None:
            self._view.tell("no text of this source is held: `file` of the source names it, and e opens the editor")
            return
        screen = self._mode.text_screen
        pages = TextPages(self.work.briefed, self._state.look)
        screen.open(pages, source, self._view.title_bar(), self._words_of(brief, target))
        screen.renew(self.work, self._view.title_bar())
        self._open_brief.cover()
        self._mode.open_text(self._left)
        self._held = None
        if target is not None:
            self._go_to_own_thing(target._replace(cite=None), self.work)
            self.hold(target._replace(cite=None), is_new=False)
        self.note_cursor()

    def renew(self) -> None:
        """Show the brief as it is now beside the text."""
        work, brief = self.work, self._edited.brief
        source = None if work is None or brief is None else brief.source(work.briefed.held.article)
        if brief is None or source is None or not self._mode.has_text:
            return
        self.work = self._in_work(brief, source)
        if self.work is not None:
            self._mode.text_screen.renew(self.work, self._view.title_bar())
            self.note_cursor()

    def briefed_for(self, target: Target) -> BriefedText | None:
        """Return the text that an item cites with what it says. None: there is none, or finding that takes long."""
        if self._mode.has_text:
            return None if self.work is None else self.work.briefed
        brief = self._edited.brief
        source = None if brief is None else _source_of(brief, target)
        text = None if brief is None or source is None else self._text_of(brief, source)
        if brief is None or source is None or text is None or not self._is_quickly_found(text):
            return None
        work = self._in_work(brief, source)
        return None if work is None else work.briefed

    def _is_quickly_found(self, text: _Text) -> bool:
        is_known = self._facts is not None and self._facts[0] == text.key
        return is_known or len(text.saved.folded.original) <= _FOUND_AT_ONCE

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
        facts, before = self._facts[1], self.work
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

    def _words_of(self, brief: Brief, target: Target | None) -> Span | None:
        """Return where the words are that an item quotes, the cite first that is meant."""
        if target is None or self._state.evidence is None:
            return None
        found = verdicts(brief, self._state.evidence, target)
        own = found[target.cite : target.cite + 1] if target.cite is not None else ()
        return next((one.span for one in (*own, *found) if one.state is QuoteState.FOUND and one.span), None)

    def _go_to_own_thing(self, target: Target, work: BriefInWork) -> None:
        """Go to the number or date that an item has become, among several in its quote."""
        cursor, there = self._mode.text_screen.cursor, _there(work)
        quotes = [span for span, path in work.progress.quotes if target_of(path, work.brief) == target]
        if cursor is None or not quotes:
            return
        inside = (one for one in work.briefed.things if quotes[0].holds(*one.span))
        for thing in inside:
            path = there.about_thing(thing)
            if path is not None and target_of(path, work.brief) == target:
                cursor.go_to_thing(thing)
                self._mode.text_screen.show_cursor()
                return

    def _left(self, target: Target | None) -> None:
        self._open_brief.uncover()
        if target is None:
            return
        reading_screen = self._view.reading_screen
        name = next((name for name, pane in reading_screen.panes.items() if pane.go_to(target)), None)
        if name is not None:
            reading_screen.go_to(name)

    # the item that the cursor is about

    def hold(self, target: Target, *, is_new: bool) -> None:
        """Keep an item the current one until the cursor moves or the brief changes."""
        self._held = _Held(target, self._edited.version, is_new)

    def moved(self) -> None:
        """Take note that the cursor is on other words."""
        self._held = None
        self.note_cursor()

    def note_cursor(self) -> None:
        """Make the item current that is about what the cursor is on, unless one is kept."""
        screen, work = self._mode.text_screen, self.work
        if screen.cursor is None or work is None:
            return
        if self._held is not None and self._held.version != self._edited.version:
            self._held = None
        quoting = [target_of(path, work.brief) for path in work.progress.items_at(screen.cursor.span)]
        path = self._about()
        here = target_of(path, work.brief) if path is not None else None
        current = self._held.target if self._held is not None else here
        screen.choose(current, current or next(iter(quoting), None))

    def _about(self) -> ItemPath | None:
        cursor, work = self._mode.text_screen.cursor, self.work
        if cursor is None or work is None or cursor.sentence is None:
            return None
        there = _there(work)
        if cursor.is_on_sentence:
            return there.about_sentence(cursor.sentence)
        if cursor.chosen is None and cursor.thing is not None:
            return there.about_thing(cursor.thing)
        return there.about_words(cursor.span)

    @property
    def nothing_here(self) -> str:
        """Say that no item is about what the cursor is on, and which quotes it."""
        quoting = self._quoting()
        if not quoting:
            return "no item is about these words: a adds them"
        return f"no item is about just these words: {listed(quoting)} quote{'s' if len(quoting) == 1 else ''} them"

    def _quoting(self) -> list[str]:
        cursor, work = self._mode.text_screen.cursor, self.work
        if cursor is None or work is None:
            return []
        return [path_name(path) for path in work.progress.items_at(cursor.span) if path[0] in KINDS]

    # what is said of it

    def readout(self) -> Line:
        """Return what the readout says: what is lit, the item about it, else what `a` would make of it."""
        screen, work, look = self._mode.text_screen, self.work, self._state.look
        cursor = screen.cursor
        if work is None or cursor is None:
            return ()
        target = screen.current
        if target is not None:
            is_new = self._held is not None and self._held.is_new
            named = f"+ added {target.kind} " if is_new else f"{target.kind} {target.number + 1} "
            lead = Run(look.say(named), Role.KEY if is_new else Role.META)
            return (lead, *readout_line(work.brief, target, look, work.evidence))
        if cursor.chosen is not None:
            return tuple(dotted([[Run("your own words", Role.META)], [Run(_OWN_WORDS, Role.META)]], look))
        quoting = self._quoting()
        only = [[Run(f"only {listed(quoting)} quote{'s' if len(quoting) == 1 else ''} it", Role.META)]]
        what = "a sentence" if cursor.is_on_sentence else "a word"
        facts = _thing_facts(cursor.thing, work.briefed.text) if cursor.thing else [[Run(what, Role.META)]]
        adds = BECOMES[cursor.thing.kind] if cursor.thing else "a point" if cursor.is_on_sentence else ""
        does = f"a adds it as {adds}" if adds else "v begins your own words here"
        return tuple(dotted([*facts, *(only if quoting else []), [Run(does, Role.META)]], look))


_OWN_WORDS = "a adds what they say, with them as its quote; Q makes them the quote of an item that is there"


def _there(work: BriefInWork) -> ItemsThere:
    return ItemsThere(work.brief, work.briefed, work.progress)


def _thing_facts(thing: Thing, text: str) -> list[list[Run]]:
    """Return what is said of a thing that no item is about."""
    about, words = tidy(thing_words(thing)), crop(tidy(text[slice(*thing.span)]), _LIT)
    return [[Run(f"“{words}”, a {thing.kind}", Role.META)], *([[Run(about, Role.STRONG)]] if about else [])]


def _source_of(brief: Brief, target: Target | None) -> Source | None:
    """Return the source whose text an item cites; else the first article, else the first source with a text."""
    item = None if target is None else item_at(brief, target)
    named = [cite.source for cite in item.cites] if item is not None else []
    named += [item.id] if isinstance(item, Source) else []
    cited = [brief.source(text_source_of(name, brief)) for name in named]
    articles = [source for source in brief.sources if source.kind is SourceKind.ARTICLE]
    every = (*cited, *articles, *brief.sources)
    return next((source for source in every if source is not None and source.file is not None), None)
