"""The reader: one Textual app that shows in which order things happen. What is done stands in the controllers."""

from __future__ import annotations

import gc
import os
import sys
from collections.abc import Callable, Mapping, Sequence
from inspect import isawaitable

from rich.console import RenderableType
from textual import events
from textual.actions import ActionParseResult
from textual.dom import DOMNode
from textual.screen import Screen

from briefing.base.problems import Problem, count_of_problems, counted_problems, problem_counts
from briefing.library.marks import OpenedMarks
from briefing.library.open import OpenedLibrary
from briefing.render.lines import Target
from briefing.settings import Settings
from briefing.tui.controllers.brief_list import BriefList
from briefing.tui.controllers.clipboard import Clipboard
from briefing.tui.controllers.context import Context
from briefing.tui.controllers.external import External
from briefing.tui.controllers.leave import Kept, Leave
from briefing.tui.controllers.marks.actions import MarkActions
from briefing.tui.controllers.marks.read_tracking import ReadTracking
from briefing.tui.controllers.marks.tasks import MarkTasks
from briefing.tui.controllers.memory import Memory
from briefing.tui.controllers.navigation import Navigation
from briefing.tui.controllers.notifications import Notifications
from briefing.tui.controllers.open_brief import BriefChecked, OpenBrief
from briefing.tui.controllers.palette import Entry, Palette
from briefing.tui.controllers.pipe import Pipe
from briefing.tui.controllers.search import WARM, Search
from briefing.tui.controllers.sorting import Sorting
from briefing.tui.controllers.source_text import SourceTextReader
from briefing.tui.controllers.sync.follow import Sync
from briefing.tui.controllers.sync.index_build import IndexBuild
from briefing.tui.controllers.sync.list_update import ListUpdate
from briefing.tui.controllers.sync.watch import Watch
from briefing.tui.controllers.theme import Theme
from briefing.tui.controllers.when_checked import WhenChecked
from briefing.tui.data.brief_rows import BriefRows
from briefing.tui.data.hit_target import HitTarget
from briefing.tui.data.kept_searches import kept_searches
from briefing.tui.data.mark_cache import MarkCache, marks_of
from briefing.tui.data.remembered import Begun
from briefing.tui.drawing.choices import Choice
from briefing.tui.drawing.dialogs import Question, QuestionKeys
from briefing.tui.drawing.documents import keys_document, problems_document
from briefing.tui.drawing.notices import end_of_pane, zoomed
from briefing.tui.drawing.sheet_cache import Document
from briefing.tui.drawing.title_bar import ListPlace, TitleBar, TitleFacts, title_bar
from briefing.tui.drawing.window_title import window_title
from briefing.tui.keys.actions import Where, is_app_action
from briefing.tui.keys.bindings import bindings, first_key, usable_keymap, written_keys
from briefing.tui.launch.frame_cache import STARTUP
from briefing.tui.panes import LIBRARY, MAIN, TITLES
from briefing.tui.screens.overlay import Ground, Overlay
from briefing.tui.screens.reading import ReadingScreen
from briefing.tui.screens.source_text import SourceTextScreen
from briefing.tui.settings_faults import setting_problem
from briefing.tui.state import ReaderState
from briefing.tui.terminal.clipboard import osc52, through_tmux
from briefing.tui.terminal.driver import terminal_driver
from briefing.tui.terminal.input import BackgroundReported
from briefing.tui.terminal.session import TERMINAL
from briefing.tui.textual_compat import CrashSafeApp
from briefing.tui.widgets.brief_list import LibraryList
from briefing.tui.widgets.sheet_pane import Pane
from briefing.tui.workers import Workers

_PAINTED_BY = 1.0
"""Seconds after which what waits for the first paint is done all the same."""
_COLLECTIONS = 4_000, 3, 150
"""Allocations until a collection of garbage, collections until one of those that were left, and until one of all. With
Python's 10 for the second, one stopped keys for 120 ms while a brief of 300 KB was checked; these stop them for 10, and
10,000 for the first for 30."""
_SWITCH = 0.0005
"""Seconds for which a thread may keep the interpreter while the screen waits for it; as shipped, ten times that."""
_ANSWERS = ("question.yes", "question.no")
_SOURCE_TEXT, _SEARCH = "passage", "search"


class BriefingApp(CrashSafeApp):
    """The reader.

    It makes the state, the workers, the screens and the controllers, connects them, and hands every message and every
    action to one controller. Controllers see it as a `View`.
    """

    TITLE = "briefing"
    CSS_PATH = "app.tcss"
    BINDINGS = bindings(Where.APP)

    start_delay = 0.1
    """Seconds after the first paint, and after a key, until the library is looked at."""

    def __init__(
        self,
        opened: OpenedLibrary,
        settings: Settings,
        problems: Sequence[Problem] = (),
        *,
        marks: OpenedMarks | None = None,
        begun: Begun | None = None,
    ) -> None:
        """Make the reader. `begun` is what it takes from the starts before; None: nothing, and it keeps nothing."""
        super().__init__(terminal_driver())
        self._opened_with = opened.sentence
        begun = begun or Begun(settings)
        look = begun.look
        self._begun = begun
        self.themes = Theme(
            self, look, self.tell, is_light=begun.is_light if TERMINAL.is_light is None else TERMINAL.is_light
        )
        self.keys_used, faults = usable_keymap(settings.keys)
        self.set_keymap(self.keys_used)
        if sentence := self.themes.wear(begun.choice):
            faults = (*faults, ("theme", sentence))

        self.background = Workers(self)
        mark_cache = MarkCache(opened, marks or marks_of(opened, os.environ), self.background.pool("marks"))
        brief_rows = BriefRows(opened, mark_cache, settings.sort or "name")
        self.state = ReaderState(brief_rows, mark_cache, look, is_sample=opened.is_samples)
        self.state.settings_problems = [*problems, *(setting_problem(settings, *fault) for fault in faults)]

        self.reading_screen = ReadingScreen(brief_rows, self.themes.role_styles, first_key("pane.zoom", self.keys_used))
        self.source_text_screen = SourceTextScreen(self.themes.role_styles)
        self.install_screen(self.source_text_screen, _SOURCE_TEXT)
        self.notifications = Notifications()
        self.context = Context(self.state, self, self.background, self.notifications)
        self._make_controllers(self.context, settings)
        self._connect()
        self.reading_screen.begin_in(self.read_tracking.first_part)
        self.brief_list.show_searches(kept_searches(settings.searches, brief_rows))

    def _make_controllers(self, context: Context, settings: Settings) -> None:
        """Make the controllers; each is given those that it calls, which are made before it."""
        self.brief_list = BriefList(context)
        self.open_brief = OpenBrief(context, self.brief_list)
        self.external = External(context, self.open_brief, Clipboard(context, settings.copy))
        self.pipe = Pipe(context, settings.pipe)
        self.navigation = Navigation(context, self.open_brief, self.external)
        self.when_checked = WhenChecked(context)
        self.source_text = SourceTextReader(context, self.navigation, self.when_checked)
        self.search = Search(context, self.open_brief, self.navigation, self.source_text)
        self.mark_tasks = MarkTasks(context)
        self.read_tracking = ReadTracking(context, self.mark_tasks)
        self.marks = MarkActions(context, self.mark_tasks, self.read_tracking, self.brief_list, self.navigation)
        self.sorting = Sorting(context, self.brief_list, self.mark_tasks)
        list_update = ListUpdate(context, self.brief_list, self.open_brief, self.navigation)
        watch = Watch(context, self.open_brief, list_update)
        index_build = IndexBuild(context, watch, list_update)
        self.sync = Sync(context, self.open_brief, watch, list_update, index_build)
        self.memory = Memory(self.state, self.themes, self._begun)
        kept = Kept(self.read_tracking, self.memory, self.themes)
        self.palette = Palette(self, self.themes, self.keys_used)
        self.leave = Leave(self, context, self.brief_list, self.open_brief, kept)

    def _connect(self) -> None:
        """Say who listens to which notification, in the order of the calls."""
        notifications = self.notifications
        notifications.row_chosen.listen(self.open_brief.open)
        notifications.row_left.listen(self.sync.list_update.forget_content)
        notifications.brief_coming.listen(self.read_tracking.keep_last_place)
        notifications.brief_shown.listen(self.read_tracking.begin, self._name_window, self.sync.list_update.note_open)
        notifications.brief_renewed.listen(self.source_text.renew, self.read_tracking.look_at_change, self._name_window)
        notifications.brief_renewed.listen(self.when_checked.go_on)  # the last: it may lay a page over what is renewed
        notifications.rows_changed.listen(self.leave.note_list_change, self.marks.rows_changed)
        notifications.index_taken_in.listen(self.search.take_in, self.marks.count_again)
        notifications.library_reopened.listen(self.search.start_over)

    # the start

    def get_default_screen(self) -> Screen[None]:
        """Read on the reading screen."""
        return self.reading_screen

    def on_mount(self) -> None:
        """Show the first brief; finish the start after the first paint."""
        self.is_starting = True
        self.theme_changed_signal.subscribe(self, lambda _: self._apply_styles())
        self.app_resume_signal.subscribe(self, lambda _: self.screen.refresh())  # the shell has written over it
        self.brief_list.begin(self._begun.words, self._begun.form)
        self.open_brief.show()
        self.after_paint(self._started)

    def _apply_styles(self) -> None:
        role_styles = self.themes.role_styles
        self.reading_screen.apply_styles(role_styles)
        self.source_text_screen.apply_styles(role_styles)
        self.search.apply_styles(role_styles)

    def _started(self) -> None:
        gc.collect(0)
        gc.freeze()
        gc.set_threshold(*_COLLECTIONS)
        gc.enable()
        sys.setswitchinterval(_SWITCH)
        if not self.background.has_had_a_key and not STARTUP.is_shown:
            self.leave.keep_frame(self.state.mark_cache.state_at_start)
        if self._opened_with is not None:
            self.tell(self._opened_with)
        self.sync.watch.start()
        self.background.later(self.start_delay, lambda: self.background.when_quiet(self._do_the_rest, self.start_delay))

    def _do_the_rest(self) -> None:
        """Begin with what is done beside the reading, once the keys that were typed during the start are answered."""
        self.is_starting = False
        if self.is_running:
            self.sync.start()
            self.marks.start()
            self.sorting.sort_by_marks()
            self.brief_list.count_searches()
            self.background.when_quiet(self._warm_up, WARM)

    def _warm_up(self) -> None:
        if self.is_running:
            self.brief_list.warm_up(self.search.load)

    def _name_window(self) -> None:
        TERMINAL.name(window_title(self.state.entry, self.state.reading.brief))

    # keys

    async def on_event(self, event: events.Event) -> None:
        """Take a key; the first may come before Textual has given any part the focus."""
        if isinstance(event, events.Key):
            self.background.begin_answer()
            if self.is_on_reading_screen:
                self.reading_screen.focus_any()
        await super().on_event(event)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Let no key of the reading screen act under a page that lies over it; ctrl+z acts anywhere."""
        del parameters
        is_free = self.is_on_reading_screen or self.is_in_source_text
        return is_free or action in {"suspend_process", "redraw"} or not is_app_action(action)

    async def run_action(
        self,
        action: str | ActionParseResult,
        default_namespace: DOMNode | None = None,
        namespaces: Mapping[str, DOMNode] | None = None,
    ) -> bool:
        """Do what a key says; what was said before is forgotten."""
        self.background.note_key()
        self.tell("")
        return await super().run_action(action, default_namespace, namespaces)

    @property
    def listening(self) -> frozenset[Where]:
        """The parts of the screen that keys and the palette can reach."""
        if self.has_source_text:  # the palette lies over it when it asks
            return frozenset({Where.APP, Where.MOVE, Where.SOURCE_TEXT})
        part = Where.LIST if self.reading_screen.current == LIBRARY else Where.PANE
        return frozenset({Where.APP, Where.SCREEN, Where.MOVE, part})

    @property
    def palette_entries(self) -> list[Entry]:
        """Every action that can be run from here, and every theme."""
        return self.palette.entries(self.listening, in_list=self.reading_screen.current == LIBRARY)

    # the list

    def on_library_list_moved(self, event: LibraryList.Moved) -> None:
        """Read the brief that the reader went to in the list."""
        self.navigation.go_to_place(event.index)

    def on_library_list_chosen(self) -> None:
        """Go from the list to the text."""
        self.reading_screen.go_to(MAIN)

    def on_library_list_searched(self, event: LibraryList.Searched) -> None:
        """Filter the list by a saved search."""
        self.brief_list.filter_by_search(event.name)

    def on_reading_screen_filtered(self, event: ReadingScreen.Filtered) -> None:
        """Show only the briefs with these words."""
        self.brief_list.filter(event.words)

    def on_library_list_ended(self) -> None:
        """Say that no brief follows."""
        self.navigation.turn(1)

    def action_list_form(self) -> None:
        """Show the rows of the list in the next form."""
        self.brief_list.change_form()

    def action_list_new(self) -> None:
        """Show only what is new or has changed in the list, or all briefs again."""
        self.brief_list.list_new()

    def on_reading_screen_zoomed(self, event: ReadingScreen.Zoomed) -> None:
        """Say which keys show all parts again."""
        self.tell(zoomed(event.part, self.keys_used))

    def action_sort(self) -> None:
        """Put the list in the next order."""
        self.sorting.sort_next()

    # from brief to brief

    def action_turn(self, step: int) -> None:
        """Go to the next brief of the list, or the one before."""
        self.navigation.turn(step)

    def action_unread(self, step: int) -> None:
        """Go to the next brief of the list that is unread or has changed, or to the one before."""
        self.marks.go_to_unread(step)

    def on_pane_reached(self, event: Pane.Reached) -> None:
        """Mark a brief read at its end; go on from there to the next unread one."""
        self.read_tracking.reach(event)
        if event.goes_on and event.pane in self.reading_screen.panes.values() and self.is_on_reading_screen:
            self.marks.go_to_unread(1)

    def on_pane_stopped(self, event: Pane.Stopped) -> None:
        """Say where keys lead from the first and the last item of a pane."""
        if event.pane in self.reading_screen.panes.values() and self.is_on_reading_screen and event.items:
            self.tell(end_of_pane(event.step, event.items, self.keys_used))

    def action_trail(self, step: int) -> None:
        """Go back to where the reader jumped from, or forward again."""
        self.navigation.go_back(step)

    def on_reading_screen_jumping(self, event: ReadingScreen.Jumping) -> None:
        """Note where words took the reader from."""
        self.navigation.note_jump(event.part, event.item)

    def action_search(self) -> None:
        """Search all briefs."""
        self.search.open(self.themes.role_styles)

    def action_measure(self) -> None:
        """Show the same measure in other briefs."""
        self.search.same_measure(self.item, self.themes.role_styles)

    # from an item to its words and its source

    def action_words(self) -> None:
        """Open the words that the item rests on."""
        self.source_text.open_item()

    def on_pane_followed(self, event: Pane.Followed) -> None:
        """Go where an item or a cite mark leads."""
        self.source_text.follow(event)

    def on_source_text_screen_claims_asked(self, event: SourceTextScreen.ClaimsAsked) -> None:
        """List the items that rest on one line of a saved text."""
        self.source_text.list_quoting(event.targets)

    def action_source(self) -> None:
        """Go to the source of the item; pressed again there, to the article that reports it."""
        self.navigation.go_to_source()

    def action_falls(self) -> None:
        """Show what falls with the source of the item."""
        self.source_text.list_dependents()

    def action_pager(self) -> None:
        """Show the saved text in the reader's pager."""
        self.external.page_saved_text(self.source_text.cited)

    # other programs

    def action_open(self) -> None:
        """Show the address of the item's source, and open it when the reader says so."""
        self.external.open_address()

    def action_pipe(self) -> None:
        """Give the item, the brief or the list to a program of the settings."""
        self.pipe.ask()

    def action_copy(self) -> None:
        """Copy what is selected, or the item with its citation and marking."""
        self.external.copy()

    def action_copy_brief(self) -> None:
        """Copy the whole brief as Markdown."""
        self.external.copy_brief()

    def action_edit(self) -> None:
        """Edit the brief at the line of the item."""
        self.external.edit()

    # marks

    def action_mark_read(self) -> None:
        """Mark the brief read as it is there, or unread again."""
        self.marks.toggle_read()

    def action_mark_starred(self) -> None:
        """Give the brief a star, or take it."""
        self.marks.toggle_star()

    def action_mark_all(self) -> None:
        """Mark all briefs in the list read, after asking."""
        self.marks.mark_all()

    def action_undo_marks(self) -> None:
        """Undo the last marks."""
        self.marks.undo()

    def action_changes(self) -> None:
        """Show what changed in the brief since the version that the reader read last."""
        self.marks.show_changes()

    # files

    def on_brief_checked(self, event: BriefChecked) -> None:
        """Take note of what a check has found, then show it."""
        self.sync.note_checked(event.entry)
        self.open_brief.take_evidence(event.entry)

    def on_background_reported(self, event: BackgroundReported) -> None:
        """Follow the background of the terminal, which has become light or dark."""
        self.themes.follow(is_light=event.is_light)

    def on_app_focus(self) -> None:
        """Look at the files: the reader may come from an editor."""
        self.sync.watch.look_on_return()
        self.open_brief.look_again()

    def action_reload(self) -> None:
        """Look at everything now, and read the open brief again."""
        self.sync.reload()

    def action_stop_reading(self) -> None:
        """Stop the reading of a large library."""
        self.sync.index_build.stop()

    # pages and themes

    def action_keys(self) -> None:
        """Show the keys of the part that listens, and then those that act in every part."""
        part = self.reading_screen.current
        listens = Where.SOURCE_TEXT if self.is_in_source_text else Where.LIST if part == LIBRARY else Where.PANE
        title = "Saved text" if self.is_in_source_text else TITLES[part]
        self.open_page(f"Keys: {title}", keys_document(self.keys_used, self.state.look, listens))

    def action_problems(self) -> None:
        """Show the problems of the brief, then those of the settings and of folders."""
        self.when_checked.do(self._open_problems)

    def _open_problems(self) -> None:
        state = self.state
        found = (*state.problems, *state.settings_problems, *state.folder_problems.values())
        page = problems_document(found, state.look)
        title = count_of_problems(state.problems) if counted_problems(state.problems) else "Problems"
        self.open_page(title, page, lambda at: self.external.edit_at(found[at.number].place) if at else None)

    def action_command_palette(self) -> None:
        """Open the palette."""
        entries = self.palette_entries
        self.open_menu("What would you like to do?", [entry.choice for entry in entries], lambda at: entries[at].run())

    def action_redraw(self) -> None:
        """Draw the whole screen again, since another program has written over it."""
        self.screen.refresh()

    def action_next_theme(self) -> None:
        """Change to the next theme."""
        self.themes.change_to_next()

    def action_help_quit(self) -> None:
        """Say how to leave: ctrl+c is for copying here."""
        self.tell("q quits; so does ctrl+q, from anywhere")

    # the end

    def action_done(self) -> None:
        """Quit."""
        self.leave.leave_with(0)

    async def action_quit(self) -> None:
        """Quit, from anywhere."""
        self.leave.leave_with(0)

    def end_by(self, number: int) -> None:
        """Quit since a signal with this number came, or the terminal has gone."""
        self.leave.leave_with(128 + number)

    def exit(self, result: int | None = None, return_code: int = 0, message: RenderableType | None = None) -> None:
        """End the app; where the reader is in the brief is kept."""
        self.leave.keep_place()
        super().exit(result, return_code, message)

    async def on_unmount(self) -> None:
        """Write the marks that wait, and end the process that reads the library."""
        self.background.stop_asking()
        self.state.mark_cache.close()
        await self.background.stop_processes()

    def close(self) -> None:
        """End the threads and close the index, once the app has ended."""
        self.background.stop_library()
        self.brief_list.close()
        self.background.close()
        self.sync.close()

    # what controllers see: `View`

    @property
    def _top(self) -> Screen[object] | None:
        """The screen on top. None: the app has ended, and something that it waited for comes late."""
        return next(reversed(self.screen_stack), None)

    @property
    def is_on_reading_screen(self) -> bool:
        """True while nothing lies over the reading screen."""
        return self._top is self.reading_screen

    @property
    def is_in_source_text(self) -> bool:
        """True while the saved text is on top."""
        return self._top is self.source_text_screen

    @property
    def has_source_text(self) -> bool:
        """True while the saved text is open, also under a page."""
        return self.source_text_screen in self.screen_stack

    @property
    def item(self) -> Target | None:
        """The item that the cursor is on: in the saved text the cite that is shown."""
        if self.is_in_source_text:
            return self.source_text_screen.target
        return self.reading_screen.pane.item if self.reading_screen.pane else None

    def tell(self, sentence: str) -> None:
        """Show a sentence in the last row until the next key."""
        self.ground.say(sentence)
        if isinstance(self._top, Overlay):
            self._top.refresh_edges()

    @property
    def edited_standing(self) -> str:
        """Where a brief stands that is edited, for the first row. Empty: it is only read."""
        return ""

    @property
    def ground(self) -> Ground:
        """The screen that pages, questions and menus lie over."""
        return self.source_text_screen if self.has_source_text else self.reading_screen

    def title_bar(self) -> TitleBar:
        """Return what the bar of the first row says: title, place in the list, what is wrong, marking."""
        state, library = self.state, self.reading_screen.library
        view = library.shown_rows
        if view:
            total = state.look.signs.ellipsis if self.brief_list.is_partly_found else f"{len(view):,}"
            at = min(library.index + 1, len(view)) if self.brief_list.is_place_known else 0
            place = ListPlace(at, total)
        else:
            place = ListPlace(0, f"{len(state.brief_rows):,}")
        if view and state.words.strip():
            place = place._replace(is_filtered=True)
        if not self.reading_screen.folded:
            place = place._replace(unread=state.unread or 0, changed=state.changed or 0)
        counted, findings = state.counted_problems, state.evidence.findings if state.evidence else ()
        wrong = {
            "settings": counted.of(state.settings_problems),
            "folders": problem_counts(state.folder_problems.values()),
        }
        facts = TitleFacts(
            state.build_progress,
            state.is_gone,
            counted.of(state.reading.problems, findings),
            wrong,
            is_sample=state.is_sample,
            edited=self.edited_standing,
        )
        return title_bar(state.entry, state.reading.brief, place, facts, state.look)

    def update_title_bar(self) -> None:
        """Draw the first row anew."""
        self.reading_screen.show_title_bar(self.title_bar())
        self.search.show_progress()
        if isinstance(self._top, Overlay):
            self._top.refresh_edges()

    def open_page(
        self,
        title: str,
        document: Document,
        chosen: Callable[[Target | None], None] | None = None,
        *others: Document,
    ) -> None:
        """Lay a page over the screen; `chosen` gets the item that ended it, or None. A key leads to the others."""
        from briefing.tui.screens.page import PageScreen  # loaded once the start is over, as the two below

        self.push_screen(PageScreen(title, document, self.themes.raised, self.ground.edges, *others), chosen)

    def ask(self, question: Question, do: Callable[[], None]) -> None:
        """Lay a question over the screen; `do` is called if the answer is yes."""
        from briefing.tui.screens.question import QuestionScreen

        yes, no = (" ".join(written_keys(name, self.keys_used).split()[:2]) for name in _ANSWERS)
        keys = QuestionKeys(yes, no, first_key(question.asked_by, self.keys_used))
        screen = QuestionScreen(question, keys, self.themes.raised, self.ground.edges)
        self.push_screen(screen, lambda said: do() if said else None)

    def open_menu(self, title: str, choices: Sequence[Choice], chosen: Callable[[int], object]) -> None:
        """Lay a menu over the screen; `chosen` gets the index of the choice, and may return something to wait for."""
        from briefing.tui.screens.menu import MenuScreen

        async def done(at: int | None) -> None:
            if at is not None and isawaitable(waits := chosen(at)):
                await waits

        self.push_screen(MenuScreen(title, choices, self.themes.raised, self.ground.edges), done)

    def open_source_text(self, left: Callable[[Target | None], None]) -> None:
        """Lay the saved text over the panes; `left` gets the source to go to, or None."""
        self.push_screen(_SOURCE_TEXT, left)

    def add_search(self, screen: Screen[HitTarget | None]) -> None:
        """Take the search screen, so that it keeps what was typed while it is closed."""
        self.install_screen(screen, _SEARCH)

    def open_search(self, chosen: Callable[[HitTarget | None], None]) -> None:
        """Lay the search screen over the panes; `chosen` gets where the chosen hit leads, or None."""
        self.push_screen(_SEARCH, chosen)

    def selected_text(self) -> str | None:
        """Return what is selected with the mouse."""
        return self.screen.get_selected_text()

    def copy_to_clipboard(self, text: str) -> None:
        """Put a text on the terminal's clipboard; in tmux by both of the ways that its settings may open."""
        super().copy_to_clipboard(text)
        if os.environ.get("TMUX"):
            self.send(through_tmux(osc52(text)))

    def after_paint(self, do: Callable[[], object]) -> None:
        """Call this once the screen is painted, or after a second.

        Textual keeps it with the screen that is on top now. If a key lays another one over that before it is painted,
        it may be called only when that one is closed.
        """
        waiting = [do]

        def do_once() -> None:
            while waiting and self.is_running:
                waiting.pop()()

        self.call_after_refresh(do_once)
        self.background.later(_PAINTED_BY, do_once)
