"""The command `draft`: a brief from an article, and the text that it quotes, as two new files."""

from __future__ import annotations

import gc
import os
import re
import sys
from pathlib import Path

from briefing.articles.article import Article
from briefing.articles.read import read_article
from briefing.base.files import BRIEF_LIMIT, TEXT_LIMIT, FileProblemError, read_bytes, read_stream, write_new
from briefing.base.part_files import remove_stale_part_files
from briefing.base.paths import STDIN, is_folder, typed_path
from briefing.base.plurals import counted
from briefing.base.safe_text import one_line, visible
from briefing.base.suggestions import did_you_mean
from briefing.cli.commands.drafters import DrafterError, answer_of, drafter_of, seconds_of
from briefing.cli.exits import Exit, UsageError
from briefing.cli.streams import can_open_screen, complain, write_brief, write_name
from briefing.cli.targets import default_library
from briefing.cli.task import Task
from briefing.cli.typed_dates import typed_date
from briefing.draft.compose import Draft, DraftOptions, compose
from briefing.format.language_tags import is_language_tag
from briefing.format.model import Marking
from briefing.format.parse.addresses import AddressError
from briefing.format.parse.addresses import url as checked_url
from briefing.format.parse.reader import read_brief_bytes
from briefing.settings import Command

_NAME = re.compile(r"[^\W_](?:[\w-]*[^\W_])?")
_LONGEST_NAME = 200
"""Bytes of a name in UTF-8: file systems allow 255, and a part file has a longer one while it is written."""
_OTHER_NAME = "; --name gives the files another name"
_COUNTED = {"figures": "figure", "timeline": "event", "summary": "point", "sources": "source", "open": "open question"}
"""What the parts of a draft are called, by their blocks, in the order in which they are counted."""
_SHOWN = 20
"""Items that are listed where they are left out, at most."""


def draft(task: Task) -> int:
    """Draft a brief from an article, and write it with the text that it quotes; or print it. Then open the reader."""
    options = _options(task)
    drafter = drafter_of(task.settings, task.arguments.drafter, task.arguments.with_command)
    seconds = seconds_of(task.arguments.time_limit)
    if drafter is None and (task.arguments.alone or task.arguments.time_limit is not None):
        raise UsageError("--alone and --time-limit are for a program that drafts: name one with --with")
    article = _read(task.arguments.article)
    made = _composed(article, options)
    if task.arguments.task:
        from briefing.draft.merge import task_of  # a draft of ours does not need it

        write_brief(task_of(made), task.environment)
        return Exit.OK
    folder = Path() if task.arguments.print else _folder(task)
    brief, text = folder / f"{made.name}.yaml", folder / "texts" / f"{made.name}.txt"
    if drafter is not None:
        if not task.arguments.print:
            _require_free(brief, text)
        try:
            made = _answered(made, drafter, seconds, task)
        except DrafterError as error:
            complain(f"briefing: {error}")
            return Exit.PROBLEMS
    if task.arguments.print:
        _say_what_was_left_out(made)
        write_brief(made.brief, task.environment)
        return Exit.OK
    _write_both(folder, brief, text, made)
    write_name(brief, task.environment)
    write_name(text, task.environment)
    if task.arguments.no_open or not can_open_screen(task.environment):
        _say_what_was_left_out(made)
        return Exit.OK
    return _opened(task, brief, made)


def _opened(task: Task, path: Path, made: Draft) -> int:
    """Open the reader on the brief, and say what it has once the reader has left it: by then, keys have changed it."""
    from briefing.cli.commands.edit import open_editing  # not needed without a terminal

    _list_what_was_left_out(made)
    code = open_editing(task, path)
    try:
        brief = read_brief_bytes(read_bytes(path, BRIEF_LIMIT), path).brief
    except FileProblemError:
        return code  # it was moved or deleted meanwhile
    if brief is not None:
        blocks = {"figures": brief.figures, "timeline": brief.timeline, "summary": brief.summary}
        held = {**{name: len(items) for name, items in blocks.items()}, "sources": len(brief.sources)}
        left = f"{brief.unreviewed:,} not confirmed by a person" if brief.unreviewed else "all confirmed by a person"
        counts = [counted(held[block], name) for block, name in _COUNTED.items() if held.get(block)]
        complain(f"briefing: {', '.join(counts)}; {left}; status: {brief.status}")
    return code


def _composed(article: Article, options: DraftOptions) -> Draft:
    gc.disable()  # drafting leaves no cycles, and looking for some takes a seventh of the time of a long text
    try:
        return compose(article, options)
    finally:
        gc.enable()


def _answered(made: Draft, drafter: Command, seconds: float, task: Task) -> Draft:
    """Return a draft with what holds of the answer of a program, and say what does not.

    Raises:
        DrafterError: it gives no answer, or one that is no brief.
    """
    from briefing.draft.answer import AnswerError  # a draft of ours needs none of this
    from briefing.draft.merge import task_of, with_answer

    program = visible(Path(drafter[0]).name or drafter[0])
    answer = answer_of(drafter, task_of(made), seconds)
    try:
        answered = with_answer(made, answer, alone=task.arguments.alone, every=task.arguments.all)
    except AnswerError as error:
        raise DrafterError(f"{program}: {error}") from error
    for one in answered.withheld:
        complain(f"withheld: {_COUNTED.get(str(one.path[0]), one.path[0])}: “{one.words}”: {one.sentence} [{one.code}]")
    more = f"; {answered.more:,} more than a draft has" if answered.more else ""
    complain(f"{program}: {counted(answered.taken, 'item')} in the draft, {len(answered.withheld):,} withheld{more}")
    return answered.draft


def _require_free(brief: Path, text: Path) -> None:
    """Refuse names that are taken, before a program is given minutes."""
    for path in (brief, text):
        if os.path.lexists(path):
            raise UsageError(f"{visible(str(path))}: there is already a file of this name{_OTHER_NAME}")


def _read(name: str) -> Article:
    try:
        if name == STDIN:
            if sys.stdin is None:
                raise UsageError("standard input is closed")
            return read_article(read_stream(sys.stdin.buffer, TEXT_LIMIT), name)
        return read_article(read_bytes(typed_path(name), TEXT_LIMIT), name)
    except FileProblemError as error:
        raise UsageError(f"{visible(name)}: {error}") from error


def _folder(task: Task) -> Path:
    """Return the folder of the library that gets the brief: the one that was named, else the user's, else this one."""
    given = task.arguments.folder
    if given is not None:
        folder = typed_path(given)
        if not is_folder(folder):
            raise UsageError(f"{visible(given)}: there is no such folder")
        return folder
    library = default_library(task.environment, task.settings)
    if not library.is_samples and is_folder(library.path) and os.access(library.path, os.W_OK):
        return library.path
    return Path()


def _write_both(folder: Path, brief: Path, text: Path, made: Draft) -> None:
    """Write both files or none. Nothing is overwritten."""
    if os.path.lexists(brief):
        raise UsageError(f"{visible(str(brief))}: there is already a file of this name{_OTHER_NAME}")
    try:
        text.parent.mkdir(exist_ok=True)
    except OSError as error:
        raise UsageError(f"{visible(str(text.parent))}: {error.strerror or error}") from error
    remove_stale_part_files(folder)
    remove_stale_part_files(text.parent)
    _write(text, made.text)
    is_whole = False
    try:
        _write(brief, made.brief)
        is_whole = True
    finally:
        if not is_whole:
            text.unlink(missing_ok=True)  # it is new: without its brief nothing would name it


def _write(path: Path, content: str) -> None:
    try:
        write_new(path, content.encode("utf-8"))
    except FileProblemError as error:
        hint = _OTHER_NAME if os.path.lexists(path) else ""
        raise UsageError(f"{visible(str(path))}: {error}{hint}") from error


def _list_what_was_left_out(made: Draft) -> None:
    for one in made.left_out[:_SHOWN]:
        complain(f"left out: {one.kind}: {one.words} [{one.code}]")
    if len(made.left_out) > _SHOWN:
        complain(f"left out: {len(made.left_out) - _SHOWN} more")


def _say_what_was_left_out(made: Draft) -> None:
    _list_what_was_left_out(made)
    counts = [counted(count, name) for block, name in _COUNTED.items() if (count := made.counts.get(block, 0))]
    left = counted(len(made.left_out), "item") if made.left_out else "no items"
    complain(f"briefing: {', '.join(counts)}; {left} left out; no person has confirmed any of it")
    if made.remark:
        complain(f"briefing: {made.remark}")


def _options(task: Task) -> DraftOptions:
    given = task.arguments
    return DraftOptions(
        name=_name(given.name),
        url=_url(given.url),
        published=_published(given.published),
        publisher=_line(given.publisher, "--publisher"),
        author=_line(given.author, "--author"),
        language=_language(given.language),
        marking=_marking(given.marking),
        tags=tuple(dict.fromkeys(line for tag in given.tag if (line := _line(tag, "--tag")))),
        every=given.all,
    )


def _line(text: str | None, option: str) -> str | None:
    if text is None:
        return None
    line = one_line(text)
    if not line:
        raise UsageError(f"{option}: this is empty")
    return line


def _name(text: str | None) -> str | None:
    if text is None:
        return None
    if _NAME.fullmatch(text) is None or len(text.encode("utf-8", "surrogatepass")) > _LONGEST_NAME:
        raise UsageError(
            f"--name: “{visible(text)}” cannot be the name of a brief: write letters, digits and hyphens, without a"
            " folder or suffix"
        )
    return text


def _url(text: str | None) -> str | None:
    if text is None:
        return None
    try:
        return checked_url(text.strip())
    except AddressError as error:
        raise UsageError(f"--url: {error}") from error


def _published(text: str | None) -> str | None:
    if text is None or text == "unknown":
        return text
    return typed_date(text, "--published", "; or write unknown").text


def _language(text: str | None) -> str | None:
    if text is not None and not is_language_tag(text):
        raise UsageError(f"--language: “{visible(text)}” is no tag of a language: en, fr, de, es, pt-BR")
    return text


def _marking(text: str | None) -> str | None:
    known = [str(one) for one in Marking]
    if text is not None and text not in known:
        raise UsageError(f"--marking: “{visible(text)}” is not one of {', '.join(known)}{did_you_mean(text, known)}")
    return text
