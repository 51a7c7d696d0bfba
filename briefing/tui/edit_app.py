"""The reader while a brief is edited: all of the reader, with the keys that change the brief. Not loaded otherwise."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace

from briefing.base.problems import Problem
from briefing.edit.edited_file import EditedFile
from briefing.library.marks import OpenedMarks
from briefing.library.open import OpenedLibrary
from briefing.render.lines import Target, TargetKind
from briefing.tui.app import BriefingApp
from briefing.tui.controllers.editing import Editing
from briefing.tui.data.remembered import Begun
from briefing.tui.data.targets import CITING
from briefing.tui.drawing.documents import keys_document
from briefing.tui.keys.actions import IN_EDITING, Where
from briefing.tui.keys.bindings import bindings
from briefing.tui.screens.overlay import Ground
from briefing.tui.screens.text_to_brief import TextToBriefScreen
from briefing.tui.screens.words import WordsScreen
from briefing.tui.widgets.sheet_pane import Pane

_TEXT = "text-to-brief"
_ELSEWHERE = frozenset({"search", "measure"})
"""Actions that lead to other briefs: they act on the panes only."""


class EditingApp(BriefingApp):
    """The reader in the mode of `briefing edit`. Controllers of the editing see it as an `EditView`."""

    BINDINGS = bindings(Where.EDIT)

    def __init__(
        self,
        opened: OpenedLibrary,
        begun: Begun,
        edited: EditedFile,
        problems: Sequence[Problem] = (),
        marks: OpenedMarks | None = None,
    ) -> None:
        """Make the reader of one brief, whose file is `edited`."""
        settings = begun.settings
        keys: Mapping[str, str] = {**IN_EDITING, **settings.keys}
        super().__init__(opened, replace(settings, keys=keys), problems, marks=marks, begun=begun)
        self.text_screen = TextToBriefScreen(self.themes.role_styles)
        self.install_screen(self.text_screen, _TEXT)
        self.editing = Editing(self.context, self, self.open_brief, self.external, edited)
        self.text_screen.readout = self.editing.text.readout
        self.text_screen.moved = self.editing.text.moved
        self.notifications.brief_renewed.listen(self.editing.renew)

    def on_mount(self) -> None:
        """Say what can be undone, once the brief is shown."""
        self.theme_changed_signal.subscribe(self, lambda _: self.text_screen.apply_styles(self.themes.role_styles))
        self.after_paint(self.editing.begin)

    # keys

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Let the keys of the mode act in panes and in the text; those that lead to other briefs only in panes."""
        if self.is_in_text and action not in _ELSEWHERE:
            return True
        if action in _EDITS and not self.is_on_reading_screen:
            return False
        return super().check_action(action, parameters)

    @property
    def listening(self) -> frozenset[Where]:
        """The parts of the screen that keys and the palette can reach."""
        if self.has_text:
            return frozenset({Where.APP, Where.EDIT, Where.EDIT_TEXT})
        return super().listening | {Where.EDIT}

    def action_keys(self) -> None:
        """Show the keys of the text; in a pane first those that change the brief."""
        part = Where.EDIT_TEXT if self.has_text else Where.EDIT
        title = "Keys: the text" if self.has_text else "Keys: editing"
        self.open_page(title, keys_document(self.keys_used, self.state.look, part))

    def action_words(self) -> None:
        """Open the text at the words that the item rests on."""
        self.editing.text.open(self.item or self.reading_screen.panes["summary"].item)

    def on_pane_followed(self, event: Pane.Followed) -> None:
        """Open the text at the words that an item rests on; else go where it leads."""
        event.prevent_default()
        is_text = event.target.kind in CITING and event.pane.id in self.reading_screen.panes
        if (
            is_text
            and not event.is_late
            and not (event.pane.id == "sources" and event.target.kind is TargetKind.SOURCE)
        ):
            self.editing.text.open(event.target)
        else:
            self.source_text.follow(event)

    # changes

    def action_confirm(self) -> None:
        """Confirm the item, and go on to the next."""
        self.editing.confirm()

    def action_drop(self) -> None:
        """Drop the item."""
        self.editing.drop()

    def action_move(self, by: int) -> None:
        """Move the item within its block."""
        self.editing.move(by)

    def action_reword(self) -> None:
        """Type other words for the item."""
        self.editing.reword()

    def action_undo(self) -> None:
        """Undo the last change of the brief."""
        self.editing.undo()

    def action_finish(self) -> None:
        """Show what is wrong, and make the brief final."""
        self.editing.finish()

    def action_add(self) -> None:
        """Add what the cursor is on."""
        self.editing.adding.add()

    def action_quote(self) -> None:
        """Make the chosen words the quote of an item that is there."""
        self.editing.adding.quote()

    def action_speaker(self) -> None:
        """Ask who says the item."""
        self.editing.speaking.ask()

    def action_edit(self) -> None:
        """Edit the brief in the editor, at the line of the item."""
        self.editing.edit()

    # what controllers see: `EditView`

    @property
    def is_in_text(self) -> bool:
        """True while the text that is briefed is on top."""
        return self.screen_stack[-1:] == [self.text_screen]

    @property
    def has_text(self) -> bool:
        """True while the text that is briefed is open, also under a page."""
        return self.text_screen in self.screen_stack

    @property
    def item(self) -> Target | None:
        """The item that the cursor is on, or is about in the text."""
        return self.text_screen.current if self.has_text else super().item

    @property
    def edited_standing(self) -> str:
        """Where the brief stands, for the first row."""
        return self.editing.standing

    @property
    def ground(self) -> Ground:
        """The screen that pages, questions and menus lie over."""
        return self.text_screen if self.has_text else super().ground

    def open_text(self, left: Callable[[Target | None], None]) -> None:
        """Lay the text that is briefed over the panes; `left` gets the item to go to, or None."""
        if not self.has_text:
            self.push_screen(_TEXT, left)

    def ask_words(self, title: str, words: str, do: Callable[[str], None]) -> None:
        """Ask for other words, beginning with those that there are; `do` gets what was typed."""
        screen = WordsScreen(title, words, self.themes.raised, self.ground.edges)
        self.push_screen(screen, lambda said: do(said) if said else None)


_EDITS = frozenset({"confirm", "drop", "move", "reword", "undo", "finish", "add", "quote", "speaker"})
