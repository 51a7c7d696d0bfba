"""The command `guard`: prints what holds of anybody's brief, and says what it withholds."""

from __future__ import annotations

import os
from collections.abc import Iterable, Mapping
from pathlib import Path

from briefing.base.files import BRIEF_LIMIT, FileProblemError, read_stream
from briefing.base.json_text import Json, json_text
from briefing.base.paths import STDIN, printed_path, typed_path
from briefing.base.safe_text import visible
from briefing.cli.exits import Exit, UsageError
from briefing.cli.streams import complain, write_brief, write_bytes
from briefing.cli.targets import RequestedBrief, fallback_library, requested_briefs, standard_input
from briefing.cli.task import Task
from briefing.cli.typed_dates import typed_date
from briefing.draft.guard import Guarded, GuardError, ReadTexts, Vouched, Withheld, guard
from briefing.format.model import Brief, SourceKind, SourceText, TextState
from briefing.format.tree import decode
from briefing.library.briefs import Library
from briefing.library.entries import STDIN_ID, Entry, read_file
from briefing.library.source_texts import SavedTextFile, read_saved_text

_NOT_HELD = SourceText(state=TextState.NOT_HELD, reason="only the text of --text is held")


def print_guarded(task: Task) -> int:
    """Print what holds of a brief."""
    given = task.arguments
    requested = _requested(given.brief, task)
    published = typed_date(given.published, "--published") if given.published is not None else None
    vouched = Vouched(published=published, text=given.text is not None)
    read_texts = _texts_of(requested) if given.text is None else _texts_from(given.text)
    name = printed_path(requested.entry.path) if given.brief != STDIN else STDIN
    try:
        guarded = guard(_text(requested.entry), read_texts, vouched)
    except GuardError as error:
        if given.json:
            write_bytes(_json(name, None, str(error)))
        complain(f"briefing: {visible(name)}: nothing is passed on: {error}")
        return Exit.PROBLEMS
    if given.json:
        write_bytes(_json(name, guarded))
    else:
        write_brief(guarded.text, task.environment)
    _say_what_is_withheld(name, guarded.withheld)
    if guarded.is_empty:
        complain(f"briefing: {visible(name)}: no claim is left")
    return Exit.PROBLEMS if guarded.withheld else Exit.OK


def _say_what_is_withheld(name: str, withheld: Iterable[Withheld]) -> None:
    """Print a line about each part that is not passed on. `name`: of the brief."""
    for one in withheld:
        complain(f"{name}:{one.spot.line}:{one.spot.column}: withheld: “{one.words}”: {one.sentence} [{one.code}]")


def _requested(name: str, task: Task) -> RequestedBrief:
    if name == STDIN:
        entry = Entry(STDIN_ID, STDIN, Path())
        return RequestedBrief(Library((entry,)), entry)
    found = list(requested_briefs([name], fallback_library([name], task.environment, task.settings)))
    if len(found) != 1:
        raise UsageError(f"{visible(name)}: guard takes one brief, and this is {len(found):,}")
    return found[0]


def _text(entry: Entry) -> str:
    """Return the text of a brief, with its byte order mark.

    Raises:
        GuardError: it cannot be read, or is not in UTF-8.
    """
    try:
        data = _standard_input() if entry.file == STDIN else read_file(entry)
    except FileProblemError as error:
        raise GuardError(str(error)) from error
    decoded = decode(data)
    if decoded.finding is not None:
        raise GuardError(f"line {decoded.finding.spot.line}: {decoded.finding.sentence}")
    return data.decode("utf-8")


def _standard_input() -> bytes:
    stream = standard_input()
    if stream is None:
        raise UsageError("standard input is closed")
    return read_stream(stream, BRIEF_LIMIT)


def _texts_of(requested: RequestedBrief) -> ReadTexts:
    return lambda brief: requested.library.texts(requested.entry, brief)


def _texts_from(name: str) -> ReadTexts:
    """Return a function that gives the text of a file to the article of a brief, which may have only one."""
    path = Path(os.path.realpath(typed_path(name)))
    held = read_saved_text(SavedTextFile(path.name, path.parent))
    if held.state is not TextState.HELD:
        raise UsageError(f"--text: {held.reason}")

    def texts(brief: Brief) -> Mapping[str, SourceText]:
        articles = [source.id for source in brief.sources if source.kind is SourceKind.ARTICLE]
        if len(articles) > 1:
            raise GuardError(f"--text is for a brief with one source of kind article, and this has {len(articles):,}")
        return {source.id: held if source.id in articles else _NOT_HELD for source in brief.sources}

    return texts


def _json(name: str, guarded: Guarded | None, why: str = "") -> bytes:
    """Return what was guarded as one JSON object; of what is no brief at all, the reason."""
    withheld: list[Json] = []
    for one in guarded.withheld if guarded else ():
        place: Json = {"file": name, "line": one.spot.line, "column": one.spot.column}
        withheld.append(
            {
                "path": list(one.path),
                "place": place,
                "words": one.words,
                "code": one.code,
                "sentence": one.sentence,
            }
        )
    whole: Json = {"brief": guarded.text if guarded else None, "withheld": withheld, "refused": why or None}
    return f"{json_text(whole)}\n".encode()
