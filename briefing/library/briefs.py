"""A library: reads briefs and their saved texts on demand, and caches the last ones read.

Opening a library reads no brief, so that 100,000 open as fast as three.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Container, Hashable, Mapping, Sequence
from functools import partial
from pathlib import Path

from briefing.base.file_cache import FileCache
from briefing.base.files import BRIEF_LIMIT, TEXT_LIMIT, FileProblemError, Stamp, one_at_a_time, read_stream, stamp
from briefing.base.frozen import replace
from briefing.base.paths import STDIN, is_folder
from briefing.base.problems import BriefingError, Problem
from briefing.base.safe_text import visible
from briefing.base.static_types import BinaryIO
from briefing.evidence import Evidence
from briefing.format.model import Brief, Reading, Source, SourceText, TextState
from briefing.library.entries import STDIN_ID, SUFFIXES, Entry, entries_of, read_entry, unreadable_problem, walk
from briefing.library.source_texts import find_saved_text, read_saved_text

_READINGS_KEPT = 12
_TEXTS_KEPT = 4_000_000
"""Limit of the cache of saved texts, in characters; each text counts as `_TEXT` more. The last text read always
stays."""
_TEXT = 200_000
_TEXTS_LIMIT = 2 * TEXT_LIMIT
"""Characters of saved text read for one brief, since all of them are in memory together. Once the limit is reached,
the remaining texts of the brief are not read."""
_EVIDENCE_KEPT = 12
_MOST_NAMED = 12
"""Other briefs at most whose titles are read for one brief."""
_WHAT_A_LIBRARY_IS = "a library is a folder of briefs, and a brief is a file whose name ends in .yaml"


CheckBrief = Callable[[Brief, Mapping[str, SourceText], Path, Container[str] | None], Evidence]
"""Checks a brief against texts: see `evidence.check.check_brief`."""


class LibraryError(BriefingError):
    """A library cannot be opened. The text is a sentence that says why, without a full stop."""


class Library:
    """The briefs of a library in the order of their ids, with a cache of what was read.

    May be used from several threads.
    """

    def __init__(
        self,
        entries: Sequence[Entry],
        problems: Sequence[Problem] = (),
        given: Mapping[Entry, Reading] | None = None,
        find: Callable[[str], Entry | None] | None = None,
    ) -> None:
        """Take the entries as they are.

        `given` holds the readings of briefs that have no file. With `find`, `entries` is empty and entries are looked
        up by their ids, in an index.
        """
        self.entries = entries
        self.problems = problems
        """Folders that could not be read."""
        self.gives_titles = False
        """Whether evidence has the titles of the other briefs that a brief names: each costs a reading of a file."""
        self.check_brief: CheckBrief | None = None
        """How briefs are checked; None: each anew. Set while one brief is changed again and again."""
        self._given = given or {}
        self._find = find
        self._by_id: dict[str, Entry] | None = None
        self._readings = FileCache(_READINGS_KEPT, read_entry, lambda entry: stamp(entry.path))
        self._texts = FileCache(
            _TEXTS_KEPT, read_saved_text, lambda saved: stamp(saved.path), lambda one: len(one.text) + _TEXT
        )
        self._evidence = FileCache(_EVIDENCE_KEPT, self._check, self.stamps)

    def find(self, brief_id: str) -> Entry | None:
        """Return the entry of that id, or None."""
        return self._find(brief_id) if self._find else self._ids().get(brief_id)

    def _ids(self) -> Mapping[str, Entry]:
        if self._by_id is None:
            self._by_id = {entry.id: entry for entry in reversed(self.entries)}
        return self._by_id

    def __contains__(self, brief_id: object) -> bool:
        """Tell whether there is a brief of that id."""
        return isinstance(brief_id, str) and self.find(brief_id) is not None

    def stamp(self, entry: Entry) -> Stamp | None:
        """Return a value that changes when the file changes, or None if the file is gone."""
        return stamp(entry.path)

    def read(self, entry: Entry) -> Reading:
        """Read the brief, or return the cached reading if the file has not changed. Never raises."""
        return self._given[entry] if entry in self._given else self._readings.get(entry)

    def read_uncached(self, entry: Entry) -> Reading:
        """Return the cached reading if the file has not changed; else read the brief without caching it.

        Never raises.
        """
        return self._given[entry] if entry in self._given else self._readings.cached(entry) or read_entry(entry)

    def text(self, entry: Entry, source: Source) -> SourceText:
        """Read the saved text of a source of that brief.

        Never raises: `state` and `reason` of the result say what went wrong.
        """
        if source.file is None:
            return SourceText(state=TextState.NOT_HELD, reason="no text of this source is held")
        saved = find_saved_text(entry, source.file)
        if saved is None:
            return SourceText(state=TextState.NOT_HELD, reason=f"{visible(source.file)}: there is no such file")
        return self._texts.get(saved)

    def text_path(self, entry: Entry, source: Source) -> Path | None:
        """Return the path of the saved text of a source of that brief, or None if there is none."""
        saved = None if source.file is None else find_saved_text(entry, source.file)
        return None if saved is None else saved.path

    def texts(self, entry: Entry, brief: Brief) -> Mapping[str, SourceText]:
        """Read the saved texts of a brief, each file once, and return them by the ids of its sources. Never raises."""
        read: dict[str | None, SourceText] = {}
        left = _TEXTS_LIMIT
        for source in brief.sources:
            if source.file not in read:
                read[source.file] = self.text(entry, source) if left > 0 or source.file is None else _not_read(source)
                left -= len(read[source.file].text)
        return {source.id: read[source.file] for source in brief.sources}

    def evidence(self, entry: Entry, pause: Callable[[], None] | None = None) -> Evidence | None:
        """Check the brief against its saved texts; None if the brief cannot be read. Raises only what `pause` raises.

        The result is cached for as long as the brief's file and its texts do not change. `pause` is called before each
        step of a check: it may wait, or raise to give the check up.
        """
        return self._evidence.get(entry, partial(self._check, pause=pause))

    def cached_evidence(self, entry: Entry) -> Evidence | None:
        """Return the cached result of `evidence` if the files have not changed; None otherwise."""
        return self._evidence.cached(entry)

    def is_read(self, entry: Entry) -> bool:
        """Tell whether `read` has no work to do. It has if the file is gone."""
        return entry in self._given or self._readings.has(entry)

    def is_checked(self, entry: Entry) -> bool:
        """Tell whether `evidence` has no work to do: its result is cached, or the brief cannot be read or is gone."""
        return self.read(entry).brief is None or self._evidence.has(entry)

    def forget_evidence(self) -> None:
        """Drop all cached evidence."""
        self._evidence = FileCache(_EVIDENCE_KEPT, self._check, self.stamps)

    def check(self, entry: Entry, brief: Brief, pause: Callable[[], None] | None = None) -> Evidence:
        """Check a brief as if the file of that entry held it. Nothing is cached. `pause`: see `evidence`."""
        from briefing.evidence.check import check_brief  # not needed to read a brief

        check = self.check_brief or partial(check_brief, pause=pause)
        # Of a file that was named alone, the other briefs of its library are not known.
        known = None if entry.alone or entry.file == STDIN else self
        texts = self.texts(entry, brief)
        with one_at_a_time(sum(len(text.text) for text in texts.values())):
            return check(brief, texts, entry.path, known)

    def _check(self, entry: Entry, pause: Callable[[], None] | None = None) -> Evidence | None:
        brief = self.read(entry).brief
        if brief is None:
            return None
        evidence = self.check(entry, brief, pause)
        return replace(evidence, titles=self._named_titles(brief)) if self.gives_titles else evidence

    def _named_titles(self, brief: Brief) -> dict[str, str]:
        """Return the titles of other briefs that a brief names, by id."""
        ids = [*([brief.supersedes] if brief.supersedes else []), *(related.brief for related in brief.related)]
        entries = {brief_id: self.find(brief_id) for brief_id in dict.fromkeys(ids[:_MOST_NAMED])}
        briefs = {brief_id: self.read_uncached(entry).brief for brief_id, entry in entries.items() if entry is not None}
        return {brief_id: found.title for brief_id, found in briefs.items() if found is not None}

    def stamps(self, entry: Entry) -> Hashable | None:
        """Return a value that changes when the brief or one of its texts changes; None if the brief's file is gone."""
        own: Hashable | None = STDIN if entry in self._given else stamp(entry.path)
        brief = self.read(entry).brief
        if own is None or brief is None:
            return own
        files = (source.file for source in brief.sources if source.file is not None)
        saved = (find_saved_text(entry, file) for file in files)
        return (own, *(one and stamp(one.path) for one in saved))


def _not_read(source: Source) -> SourceText:
    reason = f"{visible(source.file or '')}: the texts of this brief are more than can be read together"
    return SourceText(state=TextState.UNREADABLE, reason=reason)


def open_library(paths: Sequence[Path], stdin: BinaryIO | None = None) -> Library:
    """Find the briefs at the paths: files, folders with everything below them, and "-" for standard input.

    Hidden files and folders are skipped, and links to folders are not followed.

    Raises:
        LibraryError: a path does not exist, or a folder holds no brief.

    """
    entries: dict[Path, Entry] = {}
    problems: list[Problem] = []
    given: dict[Entry, Reading] = {}
    for path in paths:
        if str(path) == STDIN and stdin is not None:
            entry = Entry(STDIN_ID, STDIN, Path())
            given[entry] = _read_stream(stdin)
            entries[path] = entry
        elif is_folder(path):
            found = _folder_entries(path, problems)
            if len(paths) == 1:
                return Library(found, problems)
            entries.update((entry.path, entry) for entry in found)
        else:
            entries.setdefault(path, _named_file_entry(path))
    return Library(tuple(entries.values()), problems, given)


def _named_file_entry(path: Path) -> Entry:
    try:
        path.lstat()
    except PermissionError as error:
        sentence = "a folder on its path may not be read: permission denied"
        raise LibraryError(f"{visible(str(path))}: {sentence}") from error
    except (OSError, ValueError) as error:
        raise LibraryError(f"{visible(str(path))}: there is no such file or folder{_name_hint(path)}") from error
    # A bare `-` would mean standard input.
    file = f"./{STDIN}" if path.name == STDIN else path.name
    return Entry(path.stem if path.suffix in SUFFIXES else path.name, file, path.parent, alone=True)


def _folder_entries(root: Path, problems: list[Problem]) -> tuple[Entry, ...]:
    def failed(folder: str, error: OSError) -> None:
        problems.append(unreadable_problem(root / folder, f"this folder cannot be read: {error.strerror}"))

    found = tuple(entries_of(root, (file for file, _ in walk(root, failed))))
    if not found:
        raise LibraryError(no_brief_in(root, problems))
    return found


def no_brief_in(root: Path, problems: Sequence[Problem]) -> str:
    """Say why a folder holds no brief; `problems` are those of subfolders that could not be read."""
    name = visible(str(root))
    if problems:
        return f"{visible(str(problems[0].place.path))}: {problems[0].sentence}"
    with os.scandir(root) as items:
        what = "holds no brief" if any(items) else "is empty"
    return f"{name}: this folder {what}; {_WHAT_A_LIBRARY_IS}"


def _name_hint(path: Path) -> str:
    """Return a hint at the most similar name beside a misspelt path, or an empty text."""
    from briefing.base.suggestions import nearest_word, suggestion  # only for those who mistyped

    try:
        names = [name for name in os.listdir(path.parent) if not name.startswith(".")]  # noqa: PTH208 (names, not paths)
    except OSError:
        return ""
    near = nearest_word(path.name, names)
    return suggestion(near and str(path.with_name(near)))


def _read_stream(stream: BinaryIO) -> Reading:
    from briefing.format.parse import read_brief_bytes  # needs YAML, as a start in a library that is known does not

    path = Path(STDIN)
    try:
        return read_brief_bytes(read_stream(stream, BRIEF_LIMIT), path, STDIN_ID)
    except FileProblemError as error:
        return Reading(None, (unreadable_problem(path, str(error)),))
