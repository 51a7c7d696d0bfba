"""The topic `checks`: the classes of claims, what a check mark means, and every code of a problem."""

from __future__ import annotations

from briefing.cli.manual.page import Entries, Entry, Heading, Page, Part, Text
from briefing.evidence.classes import CLASSES, MEANING
from briefing.report.explanations import CODE_EXPLANATIONS


def checks_page() -> Page:
    """Return the page about checking."""
    classes = (
        Entry(f"{one.full} {one.word}".strip() or one.counted, f"{one.meaning.partition(': ')[2]}.")
        for one in CLASSES.values()
    )
    parts: list[Part] = [
        Text(
            "`briefing check` compares each claim with the saved texts that it cites. Every quote must be there word"
            " for word, and carry the number, the hedge, the unit, the date, the names and the doubt of the claim."
            " What was not checked is never called verified."
        ),
        Heading("Classes of claims"),
        Entries(tuple(classes)),
        Text(f"The sign of a verified claim means that {MEANING}"),
        Heading("Options that choose codes"),
        Text(
            "--select and --ignore take codes with commas between them; --strict counts warnings as errors; --explain"
            " CODE shows a bad and a good example of one."
        ),
        Heading("Codes"),
        Entries(tuple(Entry(code, one.meaning) for code, one in CODE_EXPLANATIONS.items())),
    ]
    return Page("Checking a library", tuple(parts))
