"""What Textual costs by itself: a bare app with one Static that every key changes."""

from __future__ import annotations

from textual import events
from textual.app import App, ComposeResult
from textual.widgets import Static


class Hello(App[None]):
    """Show one line."""

    presses = 0

    def compose(self) -> ComposeResult:
        yield Static("Dispatch: hello, world")

    def on_key(self, event: events.Key) -> None:
        """Count the key; q quits."""
        if event.key == "q":
            self.exit()
        self.presses += 1
        self.query_one(Static).update(f"Dispatch: hello, world {self.presses}", layout=False)


if __name__ == "__main__":
    Hello().run()
