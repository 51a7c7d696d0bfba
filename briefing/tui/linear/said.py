"""What the conversation says of a brief, a row of the list, and a cite: lines of text. Pure."""

from __future__ import annotations

from collections.abc import Sequence

from briefing.base.plurals import counted
from briefing.base.problems import Problem, problem_counts
from briefing.evidence import QuoteState
from briefing.evidence.classes import CLASSES
from briefing.evidence.quotes.paragraphs import paragraphs
from briefing.format.dates.wording import short_date_words
from briefing.format.model import Claim, Status
from briefing.render.cited import Cited
from briefing.render.pages.search_results import BriefResults, HitLine
from briefing.render.parts.listed_brief import ListRow
from briefing.render.parts.review import NOT_REVIEWED
from briefing.render.parts.verdict_words import class_shown, verdict_words
from briefing.render.symbols import Look

_AROUND = 1
"""Paragraphs of a saved text before and after the one with the quoted words."""


def place_of(at: int | None, count: int) -> str:
    """Return which of so many something is, counted from 0: "3 of 2,007"; None: it is not among them."""
    return f"{at + 1:,} of {count:,}" if at is not None else f"not one of {count:,}"


def _marks(row: ListRow) -> list[str]:
    states = (("unread", row.unread), ("changed", row.changed), ("starred", row.starred))
    return [word for word, is_so in states if is_so]


def _standing(row: ListRow) -> list[str]:
    """Return where a brief stands if it is not final, and how many of its claims no person has confirmed."""
    status = [str(row.status)] if row.status is not Status.FINAL else []
    return [*status, *([f"{row.unreviewed:,} {NOT_REVIEWED}"] if row.unreviewed else [])]


def hit_words(hit: HitLine) -> str:
    """Return a hit of a search in words: its kind, its date, its text, how surely it is put and who says it."""
    date = [short_date_words(hit.date)] if hit.date else []
    says = [word for word in (hit.standing, hit.who) if word]
    limit = ["no single claim meets all of this"] if hit.is_apart else []
    limit += ["its date only reaches into this time"] if hit.is_beyond and not hit.is_apart else []
    told = f" ({', '.join([*says, *limit])})" if says or limit else ""
    return f"{', '.join([hit.word, *date])}: {hit.text}{told}"


def hit_title(group: BriefResults) -> str:
    """Return the title of a brief that has hits, with its marking, its problems, and its id if the title needs it."""
    number = group.errors + group.warnings
    facts = [group.name, str(group.marking or ""), counted(number, "problem") if number else ""]
    told = ", ".join(fact for fact in facts if fact)
    return f"{group.title} ({told})" if told else group.title


def title_line(title: str, row: ListRow, found: Sequence[Problem], place: str) -> str:
    """Return the line of a brief that is opened: its title, marking and marks, and how many problems it has.

    `title` has behind it what tells the brief from others of its title.
    """
    counts = problem_counts(found)
    number = counts.errors + counts.warnings
    facts = [
        *_standing(row),
        *([str(row.marking)] if row.marking else []),
        *_marks(row),
        *([counted(number, "problem")] if number else []),
    ]
    return f"Brief {place}: {title}{'; ' if facts else ''}{', '.join(facts)}"


def row_line(row: ListRow, apart: str, place: str) -> str:
    """Return the line of a brief in the list. `apart` stands behind its title."""
    number = row.errors + row.warnings
    facts = [
        *([short_date_words(row.date)] if row.date else []),
        *_standing(row),
        *([str(row.marking)] if row.marking else []),
        *_marks(row),
        *([counted(number, "problem")] if number else []),
    ]
    return f"Briefs, {place}: {row.title}{apart}{'; ' if facts else ''}{', '.join(facts)}"


def cite_lines(cited: Cited, look: Look) -> list[str]:
    """Return the verdict on a cite, its quote, and the saved text around it, which only found words have."""
    many = f"Cite {cited.index + 1} of {len(cited.cites)}. " if len(cited.cites) > 1 else ""
    source = f", in {cited.source.heading}" if cited.source is not None else ""
    support = class_shown(cited)
    review = NOT_REVIEWED if isinstance(cited.item, Claim) and not cited.item.is_reviewed else ""
    word = CLASSES[support].word if support is not None else ""
    said = f"{', '.join(filter(None, (review, word)))}: " if review or word else ""
    lines = [f"{many}{said}{verdict_words(cited)}{source}."]
    if cited.cite is not None and cited.cite.quote:
        lines.append(f"Quote: {look.signs.open_quote}{cited.cite.quote.strip()}{look.signs.close_quote}")
    return [*lines, *_paragraphs_around(cited)]


def _paragraphs_around(cited: Cited) -> list[str]:
    """Return the paragraph of the quoted words with those beside it, numbered; none unless the words are found."""
    verdict = cited.verdict
    if verdict is None or verdict.state is not QuoteState.FOUND or verdict.paragraph is None:
        return []
    text = cited.text.text
    blocks = paragraphs(text)
    numbers = range(max(1, verdict.paragraph - _AROUND), min(len(blocks), verdict.paragraph + _AROUND + 1))
    return [
        f"Paragraph {number}: {' '.join(text[blocks[number].start : blocks[number].end].split())}" for number in numbers
    ]
