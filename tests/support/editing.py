"""A brief that is edited by keys, the text that it is made of, and the app on it."""

from __future__ import annotations

import os
from pathlib import Path

from briefing.edit.edited_file import EditedFile
from briefing.library.open import open_indexed
from briefing.settings import Settings
from briefing.tui.data.remembered import Begun
from briefing.tui.edit_app import EditingApp

ARTICLE = """\
Ferry line lifts forecast

Marlow Ferries, which runs the lines to the islands, raised its forecast on Tuesday to between 410 million and 430
million dollars, after passenger numbers rose 7.4 percent in the third quarter.

Revenue came to $1.26 billion, up from $1.14 billion a year earlier, the company said in a statement.
Net profit was $96.3 million.

"Demand has been stronger than anybody expected," chief executive Maren Holt told analysts. She said that about 40
percent of the increase came from freight.

The line, founded in 1968, employs 5,200 people and runs 41 vessels. It plans to hire 350 sailors by mid-2025. A new
terminal opens on 6 December.
"""
BRIEF = """\
# yaml-language-server: $schema=brief.schema.json
briefing: 1
title: Ferry line lifts forecast
status: draft
marking: TLP:GREEN

summary:
  # the lede
  - text: Passenger numbers rose 7.4 percent in the third quarter.
    reviewed: no
    cites: {quote: passenger numbers rose 7.4 percent in the third quarter}
  - text: The line employs 5,200 people.
    reviewed: no
    cites: {quote: "employs 5,200 people"}

figures:
  - label: Vessels
    value: 41
    unit: vessels
    reviewed: no
    cites: {quote: runs 41 vessels}
  - label: Revenue
    value: 1.26
    unit: USD billion
    cites: {quote: Revenue came to $1.26 billion}

sources:
  article: {kind: article, title: Ferry line lifts forecast, published: 2024-11-12, file: texts/ferry.txt}

open: [Who pays for the terminal.]
"""


def write_ferry(folder: Path, brief: str = BRIEF, article: str = ARTICLE) -> Path:
    """Write the brief and its text; return the path of the brief."""
    (folder / "texts").mkdir(exist_ok=True)
    (folder / "texts" / "ferry.txt").write_text(article, encoding="utf-8")
    path = folder / "ferry.yaml"
    path.write_text(brief, encoding="utf-8", newline="")
    return path


def editor(path: Path, settings: Settings | None = None) -> EditingApp:
    """Return the app in which a brief is edited."""
    opened = open_indexed([path], os.environ)
    return EditingApp(opened, Begun(settings or Settings()), EditedFile(path, os.environ))
