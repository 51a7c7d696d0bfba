"""What a person found in a text: the numbers, dates and speakers of NAME.json beside NAME.txt."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import NotRequired, TypedDict

from briefing.base.frozen import frozen
from briefing.evidence.languages import table
from briefing.evidence.result import Span
from briefing.evidence.saved_text import SavedText, saved_text
from briefing.format.dates import Edtf, parse_date


class Place(TypedDict):
    para: int
    """0 is the title."""
    words: str
    nth: NotRequired[int]
    """Which of the places where the words occur in the paragraph; the first is 1."""
    optional: NotRequired[bool]


class NumberNote(Place):
    value: NotRequired[str]
    """In `unit`, as decimal text or as a fraction ("1/3")."""
    low: NotRequired[str]
    high: NotRequired[str]
    unit: str | None
    counted: str | None
    hedge: str | None
    kind: str | None
    passing: NotRequired[bool]


class DateNote(Place):
    edtf: str | None
    basis: str
    also: NotRequired[list[str]]


class SpeakerNote(Place):
    who: str
    kind: str


class TextNotes(TypedDict):
    published: str | None
    language: str
    register: str
    numbers: list[NumberNote]
    dates: list[DateNote]
    speakers: list[SpeakerNote]


@frozen
class AnnotatedText:
    """A text and what a person found in it."""

    name: str
    saved: SavedText
    published: Edtf | None
    notes: TextNotes

    def span(self, note: Place) -> Span:
        """Return where the words of an annotation stand, in the text as it is saved.

        Raises:
            ValueError: the paragraph does not hold them.

        """
        within = self.saved.blocks[note["para"]]
        original = self.saved.folded.original
        start = within.start - 1
        for _ in range(note.get("nth", 1)):
            start = original.find(note["words"], start + 1, within.end)
            if start < 0:
                raise ValueError(f"{self.name}: paragraph {note['para']} does not hold “{note['words']}”")
        return Span(start, start + len(note["words"]))


def annotated_texts(*folders: Path) -> Iterator[AnnotatedText]:
    """Yield the annotated texts of some folders, by name; a text without NAME.json is left out."""
    for folder in folders:
        for path in sorted(folder.glob("*.json")):
            notes: TextNotes = json.loads(path.read_text(encoding="utf-8"))
            text = path.with_suffix(".txt").read_text(encoding="utf-8")
            saved = saved_text(text, table(notes["language"]))
            published = notes["published"]
            yield AnnotatedText(path.stem, saved, parse_date(published) if published else None, notes)
