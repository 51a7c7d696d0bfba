"""Libraries, settings and marks for the reader in which one thing is there any number of times."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from contextlib import closing
from pathlib import Path
from typing import NamedTuple

from briefing.library.marks.marks import open_marks
from briefing.library.marks.values import BriefVersion

_HEAD = "briefing: 1\ntitle: Harbour talks {number}\ndate: 2024-10-21\n"
_SOURCE = "sources:\n  paper: {kind: article, title: Talks to resume, file: text.txt, published: 2024-10-21}\n"
_TALK = "On {day} October 2024 about {number:,} people came to quay {index}, said Anna Berg of the Harbour Paper."
_QUOTE = "about {number:,} people came to quay {index}"
_PAIR = 2
"""Briefs that are written of one kind, so that the next brief is as large as the one before."""

Files = Mapping[str, str]


def _no_marks(_library: Path, _variables: Mapping[str, str], _size: int) -> None:
    """Mark nothing."""


class Dimension(NamedTuple):
    """Something that there may be any number of."""

    name: str
    files: Callable[[int], Iterator[tuple[str, str]]]
    """Yields the files of a library in which there are so many, by path."""
    size: int
    """The largest number that is tried."""
    settings: Callable[[int], str] = lambda _: ""
    mark: Callable[[Path, Mapping[str, str], int], None] = _no_marks

    def write(self, folder: Path, size: int) -> None:
        """Write the library."""
        folders: set[Path] = set()
        for name, text in self.files(size):
            path = folder / name
            if path.parent not in folders:
                path.parent.mkdir(parents=True, exist_ok=True)
                folders.add(path.parent)
            path.write_text(text, encoding="utf-8", newline="")


def _quote(index: int) -> str:
    return _QUOTE.format(number=3000 + index, index=index + 2)


def _talks(count: int) -> str:
    return "\n\n".join(
        _TALK.format(day=index % 28 + 1, number=3000 + index, index=index + 2) for index in range(max(1, count))
    )


def _point(index: int) -> str:
    return f'  - {{text: "Point {index}: people came.", cites: {{quote: "{_quote(index % 4)}"}}}}\n'


_POINTS = "summary:\n" + "".join(map(_point, range(4)))


def _pair(
    body: Callable[[int], str], text: Callable[[int], str] = lambda _: _talks(4)
) -> Callable[..., Iterator[tuple[str, str]]]:
    """Return what makes briefs that are equal but for their titles, and their text."""

    def files(size: int) -> Iterator[tuple[str, str]]:
        yield "text.txt", f"Talks to resume\n\n{text(size)}\n"
        for number in range(_PAIR):
            yield f"b{number}.yaml", _HEAD.format(number=number) + body(size)

    return files


def _items(key: str, item: Callable[[int], str]) -> Callable[[int], str]:
    def body(size: int) -> str:
        items = "".join(f"  - {item(index)}\n" for index in range(size))
        return f"{_POINTS if key != 'summary' else ''}{key}:\n{items}{_SOURCE}"

    return body


def _titled(size: int) -> Iterator[tuple[str, str]]:
    """Yield briefs whose title is so long."""
    yield "text.txt", f"Talks to resume\n\n{_talks(4)}\n"
    for number in range(_PAIR):
        head = _HEAD.format(number=f"{number} {'people ' * (size // 7)}")
        yield f"b{number}.yaml", head + _POINTS + _SOURCE


def _sources(size: int) -> str:
    return f"{_POINTS}{_SOURCE}" + "".join(f"  s{at}: {{kind: person, name: Person {at}}}\n" for at in range(size))


def _library(place: Callable[[int], str]) -> Callable[[int], Iterator[tuple[str, str]]]:
    def files(size: int) -> Iterator[tuple[str, str]]:
        yield "text.txt", f"Talks to resume\n\n{_talks(4)}\n"
        yield "a.yaml", _HEAD.format(number="a") + _POINTS + _SOURCE
        for number in range(size):
            yield place(number), _HEAD.format(number=number) + "summary:\n" + _point(number)[:-1] + "\n" + _SOURCE

    return files


_BRIEFS = _library(lambda number: f"{number % 100:02}/b{number}.yaml")
_FEW = _library("b{}.yaml".format)
_SAME = _pair(lambda _: _POINTS + _SOURCE)
"""Two briefs, whatever else grows."""


def briefs_of(size: int) -> Dimension:
    """Return the dimension of briefs up to that size."""
    return Dimension("briefs", _BRIEFS, size)


def _ids(library: Path) -> list[str]:
    return [str(path.relative_to(library).with_suffix("")) for path in sorted(library.rglob("*.yaml"))]


def _mark_all(library: Path, variables: Mapping[str, str], _size: int) -> None:
    """Mark every brief read, and star every second one."""
    with closing(open_marks(library, variables).marks) as marks:
        ids = _ids(library)
        marks.set_read([BriefVersion(one, bytes(16)) for one in ids], True, "all marked read")
        marks.set_starred(ids[::2], True, "starred")


def _mark_singly(library: Path, variables: Mapping[str, str], size: int) -> None:
    """Mark so often that there are so many steps to undo."""
    with closing(open_marks(library, variables).marks) as marks:
        for step in range(size):
            marks.set_starred(["b0"], step % 2 == 0, "starred")


DIMENSIONS = (
    Dimension(
        "points",
        _pair(
            _items("summary", lambda at: f'{{text: "Point {at}: people came.", cites: {{quote: "{_quote(at % 4)}"}}}}')
        ),
        2000,
    ),
    Dimension(
        "figures",
        _pair(_items("figures", lambda at: f'{{label: "People at quay {at}", value: {at}, unit: people}}')),
        4000,
    ),
    Dimension(
        "figures of one measure",
        _pair(_items("figures", lambda at: f"{{label: L {at}, value: {at}, unit: km, measure: a/b}}")),
        2000,
    ),
    Dimension(
        "events",
        _pair(
            _items("timeline", lambda at: f'{{text: "People came {at}.", when: {1000 + at % 1000}-0{at % 9 + 1}-11}}')
        ),
        4000,
    ),
    Dimension(
        "events of one day",
        _pair(_items("timeline", lambda at: f'{{text: "People came {at}.", when: 1959-01-11}}')),
        2000,
    ),
    Dimension("sources", _pair(_sources), 2000),
    Dimension("length of the title", _titled, 100_000),
    Dimension(
        "length of a point",
        _pair(lambda n: f'summary:\n  - {{text: "{"people came " * (n // 12 + 1)}"}}\n{_SOURCE}'),
        200_000,
    ),
    Dimension(
        "length of the text",
        _pair(lambda _: _POINTS + _SOURCE, lambda n: _talks(4) + "\n\n" + "People came. " * (n // 13)),
        1_000_000,
    ),
    Dimension("paragraphs of the text", _pair(lambda _: _POINTS + _SOURCE, _talks), 8000),
    Dimension(
        "quotes in one text",
        _pair(
            lambda n: (
                "summary:\n"
                + "".join(f'  - {{text: People came., cites: {{quote: "{_quote(at)}"}}}}\n' for at in range(n))
                + _SOURCE
            ),
            _talks,
        ),
        1000,
    ),
    Dimension("briefs", _BRIEFS, 8000),
    Dimension("folders", _library("f{}/b.yaml".format), 4000),
    Dimension("folders in folders", _library(lambda number: "f/" * (number % 60) + f"b{number}.yaml"), 2000),
    Dimension(
        "broken briefs", lambda n: ((name, text if at < 2 else "[") for at, (name, text) in enumerate(_FEW(n))), 2000
    ),
    Dimension(
        "saved searches", _SAME, 4000, lambda n: "searches:\n" + "".join(f"  S {at}: harbour {at}\n" for at in range(n))
    ),
    Dimension(
        "keys in the settings", _SAME, 2000, lambda n: "keys:\n" + "".join(f"  app.quit{at}: x\n" for at in range(n))
    ),
    Dimension("marked briefs", _BRIEFS, 4000, mark=_mark_all),
    Dimension("steps to undo", _SAME, 2000, mark=_mark_singly),
)
