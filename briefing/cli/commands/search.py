"""The command `search`: updates the index of a library, searches it, and prints what it finds."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Mapping, Sequence
from itertools import islice
from pathlib import Path

from briefing.base.json_text import Json, json_text
from briefing.base.paths import is_folder, printed_path
from briefing.base.plurals import counted
from briefing.base.safe_text import safe_line, visible
from briefing.cli.complaints import complain_of_each
from briefing.cli.exits import Exit, UsageError
from briefing.cli.progress import ProgressBar
from briefing.cli.streams import complain, encoding, write, write_name
from briefing.cli.targets import default_library, mention_samples
from briefing.cli.task import Task
from briefing.library.index.build.build import build
from briefing.library.index.errors import IndexBusyError, MarksUnreadableError
from briefing.library.index.rebuild import with_index
from briefing.library.index.rows import BriefIndex, IndexedBrief
from briefing.library.index.scan.full import scan_library
from briefing.library.index.search.hits import BriefHits, ItemHit, Snippet, hits, snippet
from briefing.library.index.search.search import matching_rows
from briefing.library.index.search.source_texts import TextHit, text_hits
from briefing.library.index.store import IndexStore, open_index
from briefing.library.index.with_marks import MarkedBriefs
from briefing.library.marks import library_key, marks_file, set_aside_damaged
from briefing.query import Query, QueryError, parse_query
from briefing.query.times import with_times

_AT_ONCE = 200
"""Briefs whose hits are looked up at once."""
_MOST_TEXTS = 1000
"""Saved texts that are listed at most."""
_SHOWN = 60
"""Characters of a wrong query that are shown on either side of the mistake."""


def search(task: Task) -> int:
    """Print what matches a query: the items of each brief in the order of the list, then saved texts."""
    text, root = _asked(task)
    try:
        query = parse_query(text, is_whole=True)
    except QueryError as error:
        _point_at(error, text)
        return Exit.USAGE
    printed: dict[str | Path, None] = {}

    def answer(store: IndexStore) -> None:
        _print(BriefIndex(store, root), query, task, printed)

    with_index(lambda: open_index(root, task.environment), answer, complain)
    return Exit.OK if printed else Exit.PROBLEMS


def _print(brief_index: BriefIndex, query: Query, task: Task, printed: dict[str | Path, None]) -> None:
    """Print what is found. `printed` is what was printed before the index turned out to be damaged and was rebuilt."""
    _update(brief_index)
    for one in islice(_asked_for(task, brief_index, query), task.arguments.limit):
        if one in printed:
            continue
        if isinstance(one, Path):
            write_name(one, task.environment, end="\0")
        else:
            write(f"{one}\n", encoding(task.environment))
        printed[one] = None


def _asked(task: Task) -> tuple[str, Path]:
    """Return the query and the folder of the library; the latter is the last of several arguments if it is a folder.

    Raises:
        UsageError: --limit is wrong, or there is no folder.

    """
    arguments, limit = list(task.arguments.words), task.arguments.limit
    if limit is not None and limit < 1:
        raise UsageError("--limit takes a number from 1")
    if len(arguments) > 1 and is_folder(Path(arguments[-1])):
        return " ".join(arguments[:-1]), Path(arguments[-1])
    choice = default_library(task.environment, task.settings)
    mention_samples(choice)
    if not is_folder(choice.path):
        why = f"{choice.why}: " if choice.why else ""
        raise UsageError(f"{why}{visible(str(choice.path))}: only a folder can be searched")
    return " ".join(arguments), choice.path


def _point_at(error: QueryError, text: str) -> None:
    """Print what is wrong with a query, with a mark below the place."""
    from briefing.render.text.cell_width import cells  # needed only for a mistake

    at = error.column - 1
    before, behind = visible(text[max(0, at - _SHOWN) : at]), visible(text[at : at + _SHOWN])
    complain(f"briefing: column {error.column}: {error}")
    complain(f"  {before}{behind}")
    complain(f"  {' ' * cells(before)}^")


def _update(brief_index: BriefIndex) -> None:
    """Update the index: find new and changed files, and read them."""
    bar = ProgressBar(sys.stderr)
    try:
        failed = scan_library(brief_index).failed
        complain_of_each([f"{visible(printed_path(brief_index.root / folder))}: {reason}" for folder, reason in failed])
        complain_of_each(build(brief_index, bar.show).messages)
    except IndexBusyError as error:
        complain(f"{error}: what is found is what it held before")
    finally:
        bar.clear()
    if left := brief_index.count_waiting():
        complain(f"not read yet: {counted(left, 'brief')}, of which at most the title is found")


def _marks(brief_index: BriefIndex, task: Task) -> MarkedBriefs:
    """Return the marks of the library. Their file is only read, and not created if there is none."""
    library, path = library_key(brief_index.root), marks_file(task.environment)
    return MarkedBriefs(
        brief_index, library, path, set_aside=lambda: set_aside_damaged(brief_index.root, task.environment)
    )


def _found(brief_index: BriefIndex, query: Query, marks: MarkedBriefs) -> Iterator[tuple[IndexedBrief, BriefHits]]:
    """Yield the briefs that match, in the order of the list."""
    timed = with_times(query)
    try:
        rows = set(matching_rows(brief_index, timed, marks=marks))
    except MarksUnreadableError as error:
        complain(str(error))
        rows = set(matching_rows(brief_index, timed, marks=MarkedBriefs(brief_index, marks.library, None)))
    ordered = [row for row in brief_index.order() if row in rows]
    for first in range(0, len(ordered), _AT_ONCE):
        some = ordered[first : first + _AT_ONCE]
        known = brief_index.look_up(some)
        yield from ((known[one.row], one) for one in hits(brief_index, timed, some) if one.row in known)


def _texts(brief_index: BriefIndex, query: Query) -> Iterator[tuple[IndexedBrief, TextHit]]:
    found = text_hits(brief_index, query, _MOST_TEXTS)
    known = brief_index.look_up([one.row for one in found])
    return ((known[one.row], one) for one in found if one.row in known)


def _asked_for(task: Task, brief_index: BriefIndex, query: Query) -> Iterator[str | Path]:
    """Yield what is to be printed: lines, or paths for --print0."""
    marks = _marks(brief_index, task)
    if task.arguments.print0:
        return _files(brief_index, query, marks)
    return _json(brief_index, query, marks) if task.arguments.json else _lines(brief_index, query, marks)


def _files(brief_index: BriefIndex, query: Query, marks: MarkedBriefs) -> Iterator[Path]:
    yield from (listed.entry.path for listed, _ in _found(brief_index, query, marks))
    yield from dict.fromkeys(brief_index.root / text.file for _, text in _texts(brief_index, query))


def _lines(brief_index: BriefIndex, query: Query, marks: MarkedBriefs) -> Iterator[str]:
    for listed, found in _found(brief_index, query, marks):
        path = visible(printed_path(listed.entry.path))
        title = safe_line(listed.title or listed.entry.id)
        if not found.items:
            yield f"{path}:1: {title}{_marking(listed)}"
        for item in found.items:
            yield f"{path}:{item.line}: {title}{_shown(item)}{_marking(listed)}"
    for listed, text in _texts(brief_index, query):
        path = visible(printed_path(brief_index.root / text.file))
        name = safe_line(f"{text.source} of {listed.entry.id}")
        yield f"{path}:{text.line}: {name}: {safe_line(text.snippet.text)}{_marking(listed)}"


def _shown(item: ItemHit) -> str:
    """Return the text of an item, to be printed after the title of its brief."""
    partly = "meets a part of the query" if item.is_apart else ""
    said = ", ".join(filter(None, (item.presented, item.said_by, partly)))
    who = f" ({safe_line(said)})" if said else ""
    if item.snippet.text and not item.highlights:
        return f": {safe_line(item.snippet.text)}{who}"
    return "" if item.kind == "brief" else f": {safe_line(snippet(item.text, item.highlights).text)}{who}"


def _marking(listed: IndexedBrief) -> str:
    return f" [{listed.marking}]" if listed.marking else ""


def _json(brief_index: BriefIndex, query: Query, marks: MarkedBriefs) -> Iterator[str]:
    for listed, found in _found(brief_index, query, marks):
        items: list[Json] = [_item_json(item) for item in found.items]
        yield json_text({**_brief_json(listed), "path": printed_path(listed.entry.path), "hits": items})
    for listed, text in _texts(brief_index, query):
        place: Mapping[str, Json] = {
            "path": printed_path(brief_index.root / text.file),
            "line": text.line,
            "paragraph": text.paragraph,
        }
        yield json_text({**_brief_json(listed), "source": text.source, **place, **_snippet_json(text.snippet)})


def _brief_json(listed: IndexedBrief) -> Mapping[str, Json]:
    return {
        "brief": listed.entry.id,
        "title": listed.title,
        "date": listed.date,
        "status": listed.status,
        "marking": listed.marking,
    }


def _item_json(item: ItemHit) -> Json:
    own: Mapping[str, Json] = {"kind": item.kind, "number": item.number, "line": item.line, "text": item.text}
    told = {"said_by": item.said_by, "standing": item.presented, "when": item.when}
    given: Mapping[str, Json] = {name: text for name, text in told.items() if text}
    partly: Mapping[str, Json] = {"apart": True} if item.is_apart else {}
    return {**own, "lit": _pairs(item.highlights), **_snippet_json(item.snippet), **given, **partly}


def _snippet_json(found: Snippet) -> Mapping[str, Json]:
    return {"snippet": found.text, "snippet_lit": _pairs(found.highlights)} if found.text else {}


def _pairs(spans: Sequence[tuple[int, int]]) -> Json:
    return [[start, end] for start, end in spans]
