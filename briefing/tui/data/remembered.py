"""What comes back at the next start: theme, order of the list, filter and brief; in one JSON file in the state folder.

The file is read at a start and written when the reader leaves, under a lock and only what this reader has changed, so
that two readers lose nothing of each other. Whatever it contains, a start goes on: what cannot be used is ignored.
"""

from __future__ import annotations

import json
import os
import stat
from collections.abc import Callable, Mapping
from pathlib import Path
from types import MappingProxyType

from briefing.base.files import stamp
from briefing.base.frozen import field, frozen, replace
from briefing.base.named_tuple import NamedTuple
from briefing.base.paths import state_folder
from briefing.base.private_files import lock_folder, open_private_folder, write_private_file
from briefing.library.index.errors import IndexUnusableError
from briefing.library.index.rows import BriefIndex
from briefing.library.open import OpenedLibrary
from briefing.library.sort_orders import SORT_ORDERS
from briefing.render.symbols import Look
from briefing.settings import Settings
from briefing.tui.drawing.list_form import ListForm
from briefing.tui.file_state import optional_file_state
from briefing.tui.terminal.console import is_console
from briefing.tui.theme.choice import AUTO, CHOICES, is_light_by

_FOLDER, _FILE, _DAMAGED = "briefing", "reader.json", "reader.damaged.json"
_VERSION = 1
_LIMIT = 256 * 1024
"""Bytes of the largest file that is read."""
_LIBRARIES = 50
"""Libraries that are remembered, those read last."""
_LONGEST = 4096
"""Characters of the longest text that is remembered: paths are no longer."""


@frozen
class InLibrary:
    """What is remembered of one library."""

    brief: str | None = None
    """Id of the brief that was open last."""
    words: str = ""
    """What the list was filtered by. Empty: by nothing."""


@frozen
class Remembered:
    """What is remembered between starts. None: nothing was chosen."""

    theme: str | None = None
    """A name in `CHOICES`."""
    sort: str | None = None
    """A name in `SORT_ORDERS`."""
    form: str | None = None
    """The form of the list, a value of `ListForm`."""
    is_light: bool | None = None
    """Whether the background of the terminal was light, when it last said so."""
    libraries: Mapping[str, InLibrary] = field(default_factory=lambda: MappingProxyType({}))
    """By the real path of the library's folder; the one read last is the last."""

    def of(self, library: str | None) -> InLibrary:
        """Return what is remembered of a library. None: the briefs were named one by one."""
        return NOTHING if library is None else self.libraries.get(library, NOTHING)

    def with_library(self, library: str, kept: InLibrary) -> Remembered:
        """Return this with another entry of a library."""
        others = {path: each for path, each in self.libraries.items() if path != library}
        newest = [*others.items(), (library, kept)][-_LIBRARIES:]
        return replace(self, libraries=MappingProxyType(dict(newest)))


NOTHING = InLibrary()


class Begun(NamedTuple):
    """What a start takes from the starts before it, and from the settings where they left nothing."""

    own: Settings
    """The settings as the user wrote them."""
    remembered: Remembered = Remembered()
    environment: Mapping[str, str] = MappingProxyType({})
    """Where the file is. Without a state folder nothing is kept."""
    option: str | None = None
    """The theme that the command line names, for this run."""
    is_fresh: bool = False
    """Whether the reader wants nothing of what was remembered."""
    library: str | None = None
    """The real path of the library's folder. None: the briefs were named one by one."""

    @property
    def settings(self) -> Settings:
        """The settings, with what the reader chose last in place of what they say."""
        theme, sort = self.remembered.theme or self.own.theme, self.remembered.sort or self.own.sort
        return replace(self.own, theme=theme, sort=sort)

    @property
    def look(self) -> Look:
        """The signs of the terminal."""
        return Look(ascii=bool(self.own.ascii), console=is_console(self.environment))

    @property
    def choice(self) -> str:
        """The theme: its name, or to follow the terminal."""
        return self.option or self.settings.theme or AUTO

    @property
    def is_light(self) -> bool:
        """Whether the background of the terminal is light, as far as that is known before it answers."""
        said = is_light_by(self.environment)
        return bool(self.remembered.is_light) if said is None else said

    @property
    def form(self) -> ListForm:
        """The form of the list."""
        return ListForm(self.remembered.form or ListForm.AUTO)

    @property
    def words(self) -> str:
        """What the list is filtered by."""
        return self.remembered.of(self.library).words

    def opened(self, opened: OpenedLibrary) -> tuple[Begun, OpenedLibrary]:
        """Return this for a library that was opened, and that with the brief that was open last, if it is there."""
        if opened.root is None:
            return self, opened
        begun = self._replace(library=os.path.realpath(opened.root))
        row = begun.row_in(opened.brief_index)
        return begun, opened if row is None else opened._replace(first=row)

    def row_in(self, brief_index: BriefIndex) -> int | None:
        """Return the row of the brief that was open last. None: there is none any more."""
        brief = self.remembered.of(self.library).brief
        if brief is None:
            return None
        try:
            row = brief_index.find(brief)
            entry = None if row is None else brief_index.entry(row)
        except IndexUnusableError:  # whoever asks next is told
            return None
        return row if entry is not None and stamp(entry.path) else None


class Noted(NamedTuple):
    """What one run leaves for the next start. None: nothing was chosen."""

    left: InLibrary
    """The brief and the filter that the reader left."""
    theme: str | None = None
    sort: str | None = None
    form: str | None = None
    is_light: bool | None = None
    """Whether the terminal has said that its background is light. None: it has said nothing."""

    def added_to(self, before: Remembered, begun: Begun) -> Remembered:
        """Return what is remembered from now on; after a fresh start without what was chosen before."""
        kept = Remembered(is_light=before.is_light, libraries=before.libraries) if begun.is_fresh else before
        after = replace(
            kept,
            theme=self.theme or kept.theme,
            sort=self.sort or kept.sort,
            form=self.form or kept.form,
            is_light=kept.is_light if self.is_light is None else self.is_light,
        )
        return after if begun.library is None else after.with_library(begun.library, self.left)


def begin(
    settings: Settings, environment: Mapping[str, str], *, option: str | None = None, is_fresh: bool = False
) -> tuple[Begun, str | None]:
    """Return what a start takes from those before it, and a sentence if the file is damaged."""
    remembered, sentence = (Remembered(), None) if is_fresh else load(environment)
    return Begun(settings, remembered, environment, option, is_fresh), sentence


def remembered_file(environment: Mapping[str, str]) -> Path | None:
    """Return the path of the file. None: there is no state folder."""
    base = state_folder(environment)
    return None if base is None else base / _FOLDER / _FILE


def load(environment: Mapping[str, str]) -> tuple[Remembered, str | None]:
    """Return what is remembered, and a sentence if the file was damaged and is set aside."""
    path = remembered_file(environment)
    if path is None:
        return Remembered(), None
    try:
        return _parsed(_content(path)), None
    except FileNotFoundError:
        return Remembered(), None
    except OSError as error:
        return Remembered(), f"what was remembered cannot be read: {error.strerror}"
    except (ValueError, RecursionError):
        return Remembered(), _set_aside(path)


class Updated(NamedTuple):
    """What is remembered after a change."""

    remembered: Remembered
    file_states: tuple[str, ...]
    """The line of `file_state` of the file that says so."""


def update(environment: Mapping[str, str], change: Callable[[Remembered], Remembered]) -> Updated | None:
    """Change what is remembered, as it is in the file now, and return it. None: it could not be written."""
    base, path = state_folder(environment), remembered_file(environment)
    if base is None or path is None:
        return None
    try:
        with open_private_folder(base, _FOLDER) as folder:
            lock_folder(folder)
            before, _ = load(environment)
            after = change(before)
            if _written(after) != _written(before) or not path.exists():  # the order of the libraries counts as well
                write_private_file(folder, _FILE, _written(after))
            return Updated(after, optional_file_state(str(path)))
    except OSError:
        return None


def _content(path: Path) -> str:
    """Return the text of a regular file of this user.

    Raises:
        OSError: it cannot be read, or is no such file.
        ValueError: it is too long, or no text.

    """
    descriptor = os.open(path, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_NOFOLLOW", 0))
    with open(descriptor, "rb") as file:  # noqa: PTH123 (a Path is not a descriptor)
        status = os.fstat(descriptor)
        if not stat.S_ISREG(status.st_mode):
            raise OSError(0, "it is not a regular file")
        if status.st_size > _LIMIT:
            raise ValueError(path)
        return file.read(_LIMIT).decode()


def _set_aside(path: Path) -> str:
    aside = path.with_name(_DAMAGED)
    try:
        path.replace(aside)
    except OSError:
        return f"{_FILE} in the state folder is damaged: nothing is remembered"
    return f"{_FILE} in the state folder was damaged: it is now {_DAMAGED}, and nothing is remembered"


def _written(kept: Remembered) -> bytes:
    libraries = {
        path: {"brief": each.brief, "filter": each.words} for path, each in kept.libraries.items() if each != NOTHING
    }
    values = {"version": _VERSION, "theme": kept.theme, "sort": kept.sort, "form": kept.form, "light": kept.is_light}
    return f"{json.dumps({**values, 'libraries': libraries}, indent=1)}\n".encode()


def _parsed(text: str) -> Remembered:
    """Return what a text says. Values that cannot be used are left out.

    Raises:
        ValueError: it is not what this program writes.

    """
    values = json.loads(text)
    if not isinstance(values, dict) or values.get("version") != _VERSION:
        raise ValueError(_FILE)
    theme, sort, form, light = (values.get(name) for name in ("theme", "sort", "form", "light"))
    found = values.get("libraries")
    libraries = found.items() if isinstance(found, dict) else ()
    return Remembered(
        theme if isinstance(theme, str) and theme in CHOICES else None,
        sort if isinstance(sort, str) and sort in SORT_ORDERS else None,
        form if isinstance(form, str) and form in set(ListForm) else None,
        light if isinstance(light, bool) else None,
        MappingProxyType(
            {path: _in_library(each) for path, each in [*libraries][-_LIBRARIES:] if len(path) < _LONGEST}
        ),
    )


def _in_library(value: object) -> InLibrary:
    if not isinstance(value, dict):
        return NOTHING
    brief, words = value.get("brief"), value.get("filter")
    return InLibrary(
        brief if isinstance(brief, str) and len(brief) < _LONGEST else None,
        words if isinstance(words, str) and len(words) < _LONGEST else "",
    )
