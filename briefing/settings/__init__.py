"""The user's settings: config.yaml in the user's config folder. A library cannot bring settings of its own.

A wrong setting is reported with its place and ignored; nothing in the file is fatal.
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from types import MappingProxyType

from briefing.base.files import FileMissingError, FileProblemError, read_bytes
from briefing.base.frozen import field, frozen
from briefing.base.named_tuple import NamedTuple
from briefing.base.paths import user_folder
from briefing.base.problems import Place, Problem, Severity
from briefing.library.sort_orders import SORT_ORDERS

_LIMIT = 256 * 1024


class SettingHelp(NamedTuple):
    """What the manual says of one setting."""

    meaning: str
    example: str
    """Lines of config.yaml."""


SETTINGS: Mapping[str, SettingHelp] = MappingProxyType(
    {
        "theme": SettingHelp(
            "The colours; `T` shows the names; the default, auto, follows the terminal.", "theme: ink"
        ),
        "library": SettingHelp("The folder or file that opens if no path is given.", "library: ~/briefs"),
        "ascii": SettingHelp("Draw with ASCII signs only: yes or no.", "ascii: no"),
        "linear": SettingHelp(
            "Read in a conversation that only prints, for screen readers: yes or no; as `briefing read --linear`.",
            "linear: no",
        ),
        "sort": SettingHelp(f"First order of the list, until `S` is pressed: {', '.join(SORT_ORDERS)}.", "sort: date"),
        "searches": SettingHelp(
            "Searches at the top of the list, by name; at most 20.",
            "searches:\n  New since May: is:unread since:2026-05",
        ),
        "copy": SettingHelp(
            "The program that `y` and `Y` give their text to, and its arguments; without it, or if it fails, the"
            " terminal gets the text (OSC 52).",
            "copy: [wl-copy]",
        ),
        "pipe": SettingHelp(
            "Programs that `|` gives an item, a brief or the list to, by name, each with its arguments; at most 20.",
            "pipe:\n  count words: [wc, -w]",
        ),
        "drafters": SettingHelp(
            "Programs that `briefing draft --with NAME` gives an article to, each with its arguments: they get the task"
            " on standard input, and print a brief in YAML, which is guarded; at most 20.",
            "drafters:\n  local: [ollama, run, MODEL]",
        ),
        "keys": SettingHelp(
            "Other keys for actions, by the names of `briefing help keys`.",
            "keys:\n  app.quit: x\n  move.down: [j, down]",
        ),
    }
)
"""The settings, by their keys."""
CHOICES = tuple(SETTINGS)


Command = tuple[str, ...]
"""A program and its arguments, which no shell sees. A program with a slash in its name is an absolute path."""


@frozen
class Settings:
    """The settings. None: not set, the program chooses."""

    theme: str | None = None
    library: Path | None = None
    """The folder or file to open if no path is given."""
    keys: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))
    """Keys by the id of the action whose keys they replace; several keys are joined by commas."""
    ascii: bool | None = None
    """Whether only ASCII is drawn. None: as the terminal allows."""
    linear: bool | None = None
    """Whether the reader is a conversation that only prints. None: it is not."""
    sort: str | None = None
    """The order of the list, a name in `SORT_ORDERS`."""
    searches: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))
    """Saved searches: valid queries by the name that the list shows, in the order of the file."""
    copy: Command | None = None
    """The program that gets what is copied. None: the terminal gets it."""
    pipe: Mapping[str, Command] = field(default_factory=lambda: MappingProxyType({}))
    """Programs of the key `|` by the name that the menu shows, in the order of the file."""
    drafters: Mapping[str, Command] = field(default_factory=lambda: MappingProxyType({}))
    """Programs that draft a brief, by the name that `draft --with` takes."""
    places: Mapping[str, Place] = field(default_factory=lambda: MappingProxyType({}), compare=False, repr=False)
    """The place of each setting, by its key or "keys.ID", for problems that are found later."""


LoadedSettings = tuple[Settings, tuple[Problem, ...]]


def config_file(environment: Mapping[str, str]) -> Path | None:
    """Return the path of the settings. None: there is no home folder."""
    folder = user_folder(environment, "XDG_CONFIG_HOME", ".config")
    return None if folder is None else folder / "briefing" / "config.yaml"


def load_settings(environment: Mapping[str, str]) -> LoadedSettings:
    """Read the settings, and return them with their problems."""
    path = config_file(environment)
    if path is None:
        return Settings(), ()
    try:
        data = read_bytes(path, _LIMIT)
    except FileMissingError:
        return Settings(), ()
    except FileProblemError as error:
        return Settings(), (_unreadable(path, str(error)),)
    from briefing.settings.file import SettingsReader  # needs YAML, as a start in a library that is known does not

    return SettingsReader(path, environment.get("HOME", "")).read(data)


def _unreadable(path: Path, sentence: str) -> Problem:
    return Problem(Place(path, 1, 1), "unreadable", f"the settings cannot be read: {sentence}", Severity.WARNING)
