"""What every controller is given."""

from __future__ import annotations

from briefing.base.named_tuple import NamedTuple
from briefing.tui.controllers.notifications import Notifications
from briefing.tui.controllers.view import View
from briefing.tui.state import ReaderState
from briefing.tui.workers import Workers


class Context(NamedTuple):
    """The state, the screen, what runs beside the event loop, and the notifications, of one reader."""

    state: ReaderState
    view: View
    workers: Workers
    notifications: Notifications
