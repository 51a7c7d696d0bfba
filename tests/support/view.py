"""A view without an app: what controllers show is noted, for tests of a controller by itself."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Sequence
from contextlib import AbstractContextManager, nullcontext
from pathlib import Path

from textual.screen import Screen

from briefing.library.open import open_indexed
from briefing.render.lines import Target
from briefing.render.symbols import Look
from briefing.tui.controllers.context import Context
from briefing.tui.controllers.notifications import Notifications
from briefing.tui.data.brief_rows import BriefRows
from briefing.tui.data.hit_target import HitTarget
from briefing.tui.data.mark_cache import MarkCache, marks_of
from briefing.tui.drawing.choices import Choice
from briefing.tui.drawing.dialogs import Question
from briefing.tui.drawing.sheet_cache import Document
from briefing.tui.drawing.title_bar import TitleBar
from briefing.tui.screens.reading import ReadingScreen
from briefing.tui.screens.source_text import SourceTextScreen
from briefing.tui.state import ReaderState
from briefing.tui.textual_compat import CrashSafeApp
from briefing.tui.theme.styles import OWN_THEMES, role_styles_of
from briefing.tui.workers import Workers
from tests.support.app import index


class NotedView:
    """The screens of a reader, which nobody paints, and what was said and opened on them."""

    def __init__(self, brief_rows: BriefRows) -> None:
        role_styles = role_styles_of(OWN_THEMES[0], Look(ascii=False), colour=True)
        self.reading_screen = ReadingScreen(brief_rows, role_styles)
        self.source_text_screen = SourceTextScreen(role_styles)
        self.item: Target | None = None
        self.is_running = True
        self.is_on_reading_screen = True
        self.is_in_source_text = False
        self.has_source_text = False
        self.said: list[str] = []
        """What was told in the last row, the newest last."""
        self.pages: list[str] = []
        """Titles of the pages that were opened."""
        self.copied: list[str] = []
        self.title_bars = 0
        """How often the first row was drawn anew."""

    def tell(self, sentence: str) -> None:
        self.said.append(sentence)

    def title_bar(self) -> TitleBar:
        return TitleBar()

    def update_title_bar(self) -> None:
        self.title_bars += 1

    def open_page(
        self,
        title: str,
        subject: Document,
        chosen: Callable[[Target | None], None] | None = None,
        *others: Document,
    ) -> None:
        del subject, chosen, others
        self.pages.append(title)

    def ask(self, question: Question, do: Callable[[], None]) -> None:
        del do
        self.pages.append(question.title)

    def open_menu(self, title: str, choices: Sequence[Choice], chosen: Callable[[int], object]) -> None:
        del choices, chosen
        self.pages.append(title)

    def open_source_text(self, left: Callable[[Target | None], None]) -> None:
        del left
        self.is_in_source_text = self.has_source_text = True

    def add_search(self, screen: Screen[HitTarget | None]) -> None:
        del screen

    def open_search(self, chosen: Callable[[HitTarget | None], None]) -> None:
        del chosen

    def selected_text(self) -> str | None:
        return None

    def copy_to_clipboard(self, text: str) -> None:
        self.copied.append(text)

    def suspend(self) -> AbstractContextManager[None]:
        return nullcontext()

    def after_paint(self, do: Callable[[], object]) -> None:
        del do


def without_app(folder: Path) -> Iterator[tuple[Context, NotedView]]:
    """Yield what controllers are given, on a folder whose index is in step; the list shows all briefs."""
    opened = open_indexed([folder], os.environ)
    index(opened.brief_index)
    workers = Workers(CrashSafeApp(None))
    mark_cache = MarkCache(opened, marks_of(opened, os.environ), workers.pool("marks"))
    brief_rows = BriefRows(opened, mark_cache)
    brief_rows.arrange()
    view = NotedView(brief_rows)
    view.reading_screen.library.show(brief_rows.rows, 0, None)
    yield Context(ReaderState(brief_rows, mark_cache, Look(ascii=False)), view, workers, Notifications()), view
    mark_cache.close()
    workers.close()
    opened.brief_index.store.close()
