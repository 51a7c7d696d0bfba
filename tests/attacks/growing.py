"""Briefs, saved texts, queries, settings and libraries in which one thing is there any number of times."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import NamedTuple

Files = Mapping[str, str]
"""By path inside the library; what the commands are told to read is `a.yaml`."""

_OPENING = "briefing: 1\ntitle: Harbour talks resume\n"
_SOURCE = "sources:\n  paper: {kind: article, title: Talks to resume, file: text.txt, published: 2024-10-21}\n"
_TALK = (
    "On {day} October 2024 about {number:,} people came to quay {index}, said Anna Berg of the Harbour Paper, "
    "and nearly {index} of them may have left by ship, according to the port authority."
)
_QUOTE = "about {number:,} people came to quay {index}"


class Growth(NamedTuple):
    """One dimension."""

    name: str
    files: Callable[[int], Files]
    """Makes a library in which the dimension has a size."""
    size: int
    """The largest that is tried: near what the limits of the program allow, or what takes about a second."""
    query: Callable[[int], str] = lambda _: "harbour"
    """What is searched for."""
    settings: Callable[[int], str] = lambda _: ""
    commands: frozenset[str] | None = None
    """Which of the commands are measured. None: all of those that read briefs."""


def _brief(*parts: str) -> Files:
    return {"a.yaml": _OPENING + "".join(parts)}


def _with_text(text: str, *parts: str) -> Files:
    return {"a.yaml": _OPENING + "".join(parts) + _SOURCE, "text.txt": f"Talks to resume\n\n{text}\n"}


def _list(key: str, items: Iterable[str]) -> str:
    return f"{key}:\n" + "".join(f"  - {item}\n" for item in items)


def _talk(index: int) -> str:
    return _TALK.format(day=index % 28 + 1, number=3000 + index, index=index + 2)


def _quote(index: int) -> str:
    return _QUOTE.format(number=3000 + index, index=index + 2)


def _talks(count: int) -> str:
    return "\n\n".join(map(_talk, range(count)))


def _quoting(quotes: Iterable[str], text: str) -> Files:
    points = (f'{{text: "People came to quay {at}.", cites: {{quote: "{q}"}}}}' for at, q in enumerate(quotes))
    return _with_text(text, _list("summary", points))


def _claims(count: int) -> str:
    """Return some claims of each kind about the first talks: what a text is tried with."""
    points = [f'{{text: "About 3,000 people came.", cites: {{quote: "{_quote(at)}"}}}}' for at in range(count)]
    figures = [
        f"{{label: People at quay {at + 2}, value: {3000 + at}, unit: people, approx: about, "
        f'when: 2024-10-{at % 28 + 1:02}, cites: {{quote: "{_quote(at)}"}}}}'
        for at in range(count)
    ]
    events = [
        f'{{text: "People came to quay {at + 2}.", when: 2024-10-{at % 28 + 1:02}, '
        f'cites: {{quote: "{at % 28 + 1} October 2024 {_quote(at)}"}}}}'
        for at in range(count)
    ]
    return _list("summary", points) + _list("figures", figures) + _list("timeline", events)


def _text(grown: Callable[[int], str]) -> Callable[[int], Files]:
    """Return what holds the same claims against a text of which a part grows."""
    return lambda n: _with_text(f"{_talks(4)}\n\n{grown(n)}", _claims(4))


def _inside(part: str) -> Callable[[int], Files]:
    """Return what grows in the very sentence that is quoted."""

    def files(n: int) -> Files:
        words = f"about 3,000 people came {part * (n // len(part))} to quay 2"
        claim = 'cites: {quote: "about 3,000 people came"}'
        points = [f"{{text: About 3000 people came to quay 2., {claim}}}"]
        figures = [f"{{label: People at quay 2, value: 3000, unit: people, approx: about, {claim}}}"]
        events = [f"{{text: People came to quay 2., when: 2024-10-21, {claim}}}"]
        parts = (_list("summary", points), _list("figures", figures), _list("timeline", events))
        return _with_text(f"On 21 October 2024 {words}, said Anna Berg.", *parts)

    return files


def _field(line: str, letters: str = "word ") -> Callable[[int], Files]:
    """Return a brief with one field whose text grows; the cites of its claims are good."""
    return lambda n: _with_text(_talks(2), line.replace("@", (letters * (n // len(letters) + 1))[:n].strip()))


def _items(key: str, item: str) -> Callable[[int], Files]:
    """Return a brief with any number of items, in which @ is the number of the item."""
    return lambda n: _with_text(_talks(2), _list(key, (item.replace("@", str(at)) for at in range(n))))


def _chains(count: int, depth: int) -> str:
    """Return derived figures each of which rests on the one before, so many deep."""
    figures = ["{id: f0, label: Base, value: 3, unit: people}"]
    for at in range(1, count + 1):
        below = "f0" if (at - 1) % depth == 0 else f"f{at - 1}"
        figures.append(f"{{id: f{at}, label: Derived {at}, derived: {below} + f0}}")
    return _list("figures", figures)


def _sources(count: int, via: Callable[[int], str]) -> Files:
    lines = [
        f"  s{at}: {{kind: person, name: Person {at}{f', via: {via(at)}' if via(at) else ''}}}\n" for at in range(count)
    ]
    points = _list("summary", (f"{{text: Person {at} says so., by: s{at}, cites: s{at}}}" for at in range(count)))
    return _brief(points, "sources:\n", *lines)


def _speakers(count: int, names: Callable[[int], str]) -> Files:
    """Return points whose speakers a text names before their sentences, which begin with "he"."""
    text = [f"{names(at)} met {names(at + 1)} at quay {at}. {_SAID.format(number=3000 + at)}." for at in range(count)]
    points = [
        f'{{text: "{names(at + 1)} said {3000 + at:,} people came.", by: s{at}, '
        f'cites: {{quote: "{_SAID.format(number=3000 + at)}"}}}}'
        for at in range(count)
    ]
    sources = (
        f"  s{at}: {{kind: {'person' if at % 2 else 'organisation'}, name: {names(at)}, via: paper}}\n"
        for at in range(count)
    )
    files = _with_text("\n\n".join(text), _list("summary", points))
    return {**files, "a.yaml": files["a.yaml"] + "".join(sources)}


_SAID = "He said that {number:,} people came that night"


def _cites_of_one(count: int) -> Files:
    cites = ", ".join(f'{{quote: "{_quote(at)}"}}' for at in range(count))
    return _with_text(_talks(count), _list("summary", [f"{{text: People came., cites: [{cites}]}}"]))


def _library(count: int, brief: Callable[[int], str], place: Callable[[int], str] = "b{}.yaml".format) -> Files:
    return {"a.yaml": _OPENING, **{place(at): brief(at) for at in range(count)}}


def _quoting_one(at: int) -> str:
    """Return a brief that quotes one of the first talks."""
    cite = f'cites: {{quote: "{_quote(at % 50)}"}}'
    return f"{_OPENING}{_list('summary', [f'{{text: P, {cite}}}'])}{_SOURCE}"


def _settings(line: str) -> Callable[[int], str]:
    return lambda n: "".join(line.replace("@", str(at)) for at in range(n))


_TEXT_COMMANDS = frozenset({"check", "verdicts", "coverage", "index", "source_text", "fix"})
_LIBRARY_COMMANDS = frozenset({"check", "list", "index", "search", "impact"})
_FEW = 40_000
"""Characters of a text field."""

OF_BRIEFS = [
    Growth("bare points", _items("summary", "Point @ is said."), 16_000),
    Growth("equal points", _items("summary", "The same point is said."), 16_000),
    Growth("points that quote", lambda n: _quoting(map(_quote, range(n)), _talks(n)), 1200),
    Growth("quotes that are not found", lambda n: _quoting((f"{_quote(at)} xyz" for at in range(n)), _talks(n)), 1600),
    Growth(
        "quotes of no word of the text", lambda n: _quoting((f"zzy{at} zzx zzw" for at in range(n)), _talks(n)), 2000
    ),
    Growth(
        "quotes found often", lambda n: _quoting((f"people came to quay {at % 7}" for at in range(n)), _talks(n)), 1600
    ),
    Growth("one quote that is not found", lambda n: _quoting(["people never came"] * n, _talks(9)), 4000),
    Growth("one quote that is found", lambda n: _quoting([_quote(1)] * n, _talks(9)), 2000),
    Growth("cites of one point", _cites_of_one, 1200),
    Growth("figures", _items("figures", "{id: f@, label: Label @, value: 3@, unit: people, measure: a/m@}"), 4000),
    Growth("figures of one measure", _items("figures", "{label: L @, value: 3@, unit: km, measure: a/b}"), 4000),
    Growth("figures of one kind", _items("figures", "{label: L @, value: 3@, unit: km, kind: level}"), 4000),
    Growth("figures of many units", _items("figures", "{label: L @, value: 3@, unit: u@}"), 4000),
    Growth("derived figures", lambda n: _brief(_chains(n, 1)), 4000),
    Growth("chains of derivation", lambda n: _brief(_chains(n, 20)), 4000),
    Growth("one chain of derivation", lambda n: _brief(_chains(n, 1_000_000)), 4000),
    Growth(
        "names in formulas",
        lambda n: _brief(
            _list("figures", [f"{{id: f{at}, label: B {at}, value: {at + 3}, unit: km}}" for at in range(60)]),
            *(
                f"  - {{label: D {at}, derived: {' + '.join(f'f{(at + i) % 60}' for i in range(50))}}}\n"
                for at in range(n)
            ),
        ),
        2000,
    ),
    Growth(
        "events", _items("timeline", "{text: Event @ happens., when: 19@}".replace("19@", "1959-01, place: P @")), 4000
    ),
    Growth(
        "events on days",
        lambda n: _brief(
            _list("timeline", (f"{{text: E {i}, when: {1000 + i % 999}-0{i % 9 + 1}-11}}" for i in range(n)))
        ),
        5000,
    ),
    Growth("events without a date", _items("timeline", "{text: Event @ happens., stated: in the time of @}"), 4000),
    Growth("events of open intervals", _items("timeline", "{text: Event @, when: ../1@}".replace("1@", "1959")), 5000),
    Growth(
        "figures of one event",
        lambda n: _brief(
            _list("figures", (f"{{id: f{at}, label: L {at}, value: {at}}}" for at in range(n))),
            _list("timeline", [f"{{text: Event, when: 1959, figures: [{', '.join(f'f{at}' for at in range(n))}]}}"]),
        ),
        4000,
    ),
    Growth("sources", lambda n: _sources(n, lambda _: ""), 2500),
    Growth("sources via one", lambda n: _sources(n, lambda at: "s0" if at else ""), 2500),
    Growth("a via chain", lambda n: _sources(n, lambda at: f"s{at - 1}" if at else ""), 2500),
    Growth("a via loop", lambda n: _sources(n, lambda at: f"s{(at or n) - 1}"), 2500),
    Growth("speakers", lambda n: _speakers(n, lambda at: f"Ab{chr(97 + at % 26)}{at} Bo{at}"), 400),
    Growth("speakers of one name", lambda n: _speakers(n, lambda at: f"Ab{at} Holt"), 400),
    Growth(
        "sources that one point cites",
        lambda n: _brief(
            _list("summary", [f"{{text: P, cites: [{', '.join(f's{at}' for at in range(n))}]}}"]),
            "sources:\n",
            *(f"  s{at}: {{kind: person, name: Person {at}}}\n" for at in range(n)),
        ),
        4000,
    ),
    Growth("tags", lambda n: _brief(f"tags: [{', '.join(f'tag{at}' for at in range(n))}]\n"), 16_000),
    Growth("entities", _items("entities", "{name: Name @, aliases: [Other @]}"), 5000),
    Growth(
        "aliases of one name",
        lambda n: _brief(f"entities:\n  - {{name: A, aliases: [{', '.join(f'Alias {at}' for at in range(n))}]}}\n"),
        16_000,
    ),
    Growth(
        "names beside claims",
        lambda n: _with_text(_talks(300), _list("entities", (f"Berg {at}" for at in range(n))), _claims(60)),
        8000,
    ),
    Growth("open questions", _items("open", "Question @ is open."), 16_000),
    Growth("related briefs", _items("related", "{brief: other-@, as: updates}"), 6000),
    Growth("notes", _items("summary", "{text: Point @, note: Note @}"), 6000),
    Growth("keys kept for others", lambda n: _brief(*(f"x-key{at}: value {at}\n" for at in range(n))), 12_000),
    Growth("nested keys kept for others", lambda n: _brief("x-key: " + "[" * 20 + "a, " * n + "a" + "]" * 20), 16_000),
]

_CLAIM = 'summary:\n  - {text: "@", cites: {quote: about 3,000 people came to quay 2}}\n'
OF_FIELDS = [
    Growth("length of the title", lambda n: {"a.yaml": f"briefing: 1\ntitle: {'word ' * (n // 5)}\n"}, 200_000),
    Growth("length of a title of one word", lambda n: {"a.yaml": f"briefing: 1\ntitle: {'w' * n}\n"}, 200_000),
    Growth("length of the lede", _field("lede: @\n"), 200_000),
    Growth("length of the note", _field("note: @\n"), 200_000),
    Growth("paragraphs of the note", _field('note: "@"\n', "w\\n\\n"), 200_000),
    Growth("length of the author", _field("author: @\n"), 200_000),
    Growth("length of a point", _field(_CLAIM), 200_000),
    Growth("length of a point of names", _field(_CLAIM, "Anna Berg "), 100_000),
    Growth("length of a point of numbers", _field(_CLAIM, "3,000 12 "), 100_000),
    Growth("length of a point of dates", _field(_CLAIM, "12 October 2024 "), 100_000),
    Growth("length of a point of one word", _field(_CLAIM, "w"), 200_000),
    Growth("length of a point of wide characters", _field(_CLAIM, "港"), 200_000),
    Growth("length of a point of combining characters", _field(_CLAIM, "a\u0301\u0323"), 100_000),
    Growth("length of a point of invisible characters", _field(_CLAIM, "a\u200b"), 100_000),
    Growth("length of a point of hyphens", _field(_CLAIM, "a-"), 200_000),
    Growth("length of a point of slashes", _field(_CLAIM, "a/"), 200_000),
    Growth("length of a point of hard spaces", _field(_CLAIM, "a\u00a0"), 200_000),
    Growth("length of a point of spaces", _field(_CLAIM, "a" + " " * 999), 200_000),
    Growth("length of a point of quote marks", _field(_CLAIM, "'"), 200_000),
    Growth("length of a point of dots", _field(_CLAIM, "a. "), 200_000),
    Growth(
        "length of a label", _field("figures:\n  - {label: @, value: 3, cites: {quote: about 3,000 people}}\n"), 100_000
    ),
    Growth(
        "length of a unit",
        _field("figures:\n  - {label: L, value: 3000, unit: @, cites: {quote: about 3,000 people}}\n"),
        100_000,
    ),
    Growth("length of a number", _field("figures:\n  - {label: L, value: @}\n", "7"), 100_000),
    Growth("length of a number in groups", _field('figures:\n  - {label: L, value: "1@"}\n', ",000"), 100_000),
    Growth("length of a measure", _field("figures:\n  - {label: L, value: 3, measure: @}\n", "a/"), 100_000),
    Growth(
        "length of a formula",
        _field("figures:\n  - {id: a, label: L, value: 3}\n  - {label: M, derived: @ a}\n", "a + "),
        100_000,
    ),
    Growth("length of a formula of hyphens", _field("figures:\n  - {label: M, derived: @ a}\n", "a-"), 100_000),
    Growth("length of a date", _field("date: '@'\n", "2024-10-"), 100_000),
    Growth("length of a set of dates", _field("timeline:\n  - {text: E, when: '[@1999]'}\n", "1959,"), 100_000),
    Growth("length of a date of digits", _field("date: '@'\n", "2"), 100_000),
    Growth("length of a date in words", _field("date: '@'\n", "early october "), 100_000),
    Growth(
        "length of `stated`",
        _field("timeline:\n  - {text: E, stated: @, cites: {quote: about 3,000 people}}\n"),
        100_000,
    ),
    Growth("length of a place", _field("timeline:\n  - {text: E, when: 1959, place: @}\n"), 100_000),
    Growth("length of an id", _field("summary:\n  - {id: @, text: E}\n", "a-"), 100_000),
    Growth("length of an id with mistakes", _field("summary:\n  - {id: @, text: E}\n", "A_"), 100_000),
    Growth("length of a tag", _field("tags: [@]\n"), 200_000),
    Growth("length of a language", _field("language: @\n", "en-"), 100_000),
    Growth("length of a marking", _field("marking: @\n", "TLP:"), 100_000),
    Growth("length of a status", _field("status: @\n", "draft"), 100_000),
    Growth("length of a key", _field("@: a\n", "titel"), 100_000),
    Growth("length of a name", _field("entities:\n  - @\n", "Anna Berg "), 200_000),
    Growth("length of a name of capitals", _field("entities:\n  - @\n", "A B "), 200_000),
    Growth("length of an open question", _field("open: [@]\n"), 200_000),
    Growth("length of a comment", _field("# @\n"), 200_000),
    Growth("length of a quote that is found", lambda n: _quoting([("word " * n)[:n].strip()], "word " * n), 200_000),
    Growth("length of a quote of one word", lambda n: _quoting(["w" * n], "w" * n), 200_000),
    Growth("length of a quote that is not found", lambda n: _quoting([("word " * n)[:n] + "x"], "word " * n), 200_000),
    Growth(
        "length of a quote of hyphens at line ends",
        lambda n: _quoting([("ab-cd-" * n)[:n] + "x"], "ab-\ncd-\n" * (n // 5)),
        20_000,
    ),
    Growth(
        "length of a source's title",
        lambda n: _brief("sources:\n  s: {kind: article, title: " + "word " * (n // 5) + "}\n"),
        100_000,
    ),
    Growth(
        "length of an address",
        lambda n: _brief("sources:\n  s: {kind: article, url: 'https://e.org/" + "a/" * (n // 2) + "'}\n"),
        100_000,
    ),
    Growth(
        "length of a host",
        lambda n: _brief("sources:\n  s: {kind: article, url: 'https://" + "ä." * (n // 2) + "org'}\n"),
        100_000,
    ),
    Growth(
        "length of a file name",
        lambda n: _brief("sources:\n  s: {kind: article, file: '" + "a/" * (n // 2) + "t'}\n"),
        100_000,
    ),
    Growth(
        "length of a sha256", lambda n: _brief("sources:\n  s: {kind: article, sha256: '" + "a" * n + "'}\n"), 100_000
    ),
]

OF_MISTAKES = [
    Growth("unknown keys", lambda n: _brief(*(f"summry{at}: a\n" for at in range(n))), 12_000),
    Growth(
        "unknown keys of an item",
        lambda n: _brief("summary:\n  - {text: P, ", ", ".join(f"txt{at}: a" for at in range(n)), "}\n"),
        12_000,
    ),
    Growth("keys that are there twice", lambda n: _brief("lede: a\n" * n), 12_000),
    Growth("keys that are there twice, two by two", lambda n: _brief(*(f"x-{at}: a\n" * 2 for at in range(n))), 6000),
    Growth("ids that are there twice", _items("summary", "{id: same, text: P @}"), 6000),
    Growth("wrong ids", _items("summary", "{id: Wrong_@, text: P}"), 6000),
    Growth("wrong dates", _items("timeline", "{text: E, when: 2024-13-@}"), 6000),
    Growth("dates in words", _items("timeline", "{text: E, when: 12 October @}"), 6000),
    Growth("wrong numbers", _items("figures", "{label: L, value: about @ or so}"), 6000),
    Growth("wrong words", _items("summary", "{text: P, standing: reprted@}"), 6000),
    Growth("wrong types", _items("summary", "{text: [a, @]}"), 6000),
    Growth("lists for points", _items("summary", "[a, @]"), 8000),
    Growth("missing labels", _items("figures", "{value: @}"), 8000),
    Growth("missing amounts", _items("figures", "{label: a @}"), 8000),
    Growth("unknown sources", _items("summary", "{text: P, cites: papr@}"), 6000),
    Growth("unknown speakers", _items("summary", "{text: P, by: papr@}"), 6000),
    Growth("unknown figures", _items("timeline", "{text: E, when: 1959, figures: [f@]}"), 5000),
    Growth(
        "unknown figures beside many",
        lambda n: _brief(
            _list("figures", (f"{{id: figure{at}, label: L, value: 1}}" for at in range(n))),
            _list("timeline", (f"{{text: E, when: 1959, figures: [figur{at}]}}" for at in range(n))),
        ),
        2000,
    ),
    Growth(
        "unknown sources beside many",
        lambda n: _brief(
            _list("summary", (f"{{text: P, cites: paper-{at}x}}" for at in range(n))),
            "sources:\n",
            *(f"  paper-{at}: {{kind: person, name: N}}\n" for at in range(n)),
        ),
        2000,
    ),
    Growth("wrong formulas", _items("figures", "{label: L, derived: a @ b}"), 6000),
    Growth("formulas of unknown figures", _items("figures", "{label: L, derived: a@ + b@}"), 6000),
    Growth(
        "a loop of derivation",
        lambda n: _brief(_list("figures", (f"{{id: f{at}, label: L, derived: f{(at + 1) % n}}}" for at in range(n)))),
        4000,
    ),
    Growth("divisions by zero", _items("figures", "{id: f@, label: L, derived: f@z / f@z}"), 4000),
    Growth(
        "wrong addresses",
        lambda n: _brief("sources:\n", *(f"  s{at}: {{kind: article, url: 'ftp://{at}'}}\n" for at in range(n))),
        5000,
    ),
    Growth(
        "wrong languages",
        lambda n: _brief("sources:\n", *(f"  s{at}: {{kind: article, language: englsh{at}}}\n" for at in range(n))),
        5000,
    ),
    Growth(
        "wrong file names",
        lambda n: _brief("sources:\n", *(f"  s{at}: {{kind: article, file: ../{at}}}\n" for at in range(n))),
        5000,
    ),
    Growth(
        "files that are not there",
        lambda n: _brief("sources:\n", *(f"  s{at}: {{kind: article, file: t{at}.txt}}\n" for at in range(n))),
        5000,
    ),
    Growth("wrong paragraphs", _items("summary", "{text: P, cites: {quote: people came, at: pra @}}"), 4000),
    Growth("texts cut by commas", _items("summary", "{text: One thing, another @, a third}"), 5000),
    Growth("values that became comments", _items("summary", "#point @ of them"), 12_000),
    Growth("texts cut by comments", _items("summary", "point @ #1 of them"), 12_000),
    Growth("texts with colons", _items("summary", "point @: a: b"), 12_000),
    Growth("lines that are no YAML", lambda n: _brief(*(f"lede {at}: a: b\n" for at in range(n))), 12_000),
    Growth("tabs", lambda n: _brief("summary:\n", "\t- a\n" * n), 12_000),
    Growth(
        "quote marks that are not closed",
        lambda n: _brief("summary:\n", *(f'  - "a {at}\n' for at in range(n))),
        12_000,
    ),
    Growth(
        "brackets that are not closed", lambda n: _brief("summary:\n", *(f"  - [a {at}\n" for at in range(n))), 12_000
    ),
    Growth("brackets inside each other", lambda n: _brief("x-a: ", "[" * n), 100_000),
    Growth("braces inside each other", lambda n: _brief("x-a: ", "{a: " * n), 100_000),
    Growth("mappings inside each other", lambda n: _brief(*(" " * at + "a:\n" for at in range(n))), 1000),
    Growth("anchors", _items("summary", "&a@ point"), 12_000),
    Growth("tags of YAML", _items("summary", "!!str point @"), 12_000),
    Growth("control characters", _items("summary", '"\\e[2J @"'), 12_000),
    Growth("invisible characters", _items("summary", "point\u202e @"), 12_000),
    Growth("invisible characters in keys", lambda n: _brief(*(f"le\u200bde{at}: a\n" for at in range(n))), 8000),
    Growth("merge conflicts", lambda n: _brief("<<<<<<< a\nlede: a\n=======\nlede: b\n>>>>>>> b\n" * n), 4000),
    Growth("documents", lambda n: _brief("---\nlede: a\n" * n), 12_000),
    Growth("blank lines", lambda n: _brief("\n" * n, "lede: a\n"), 400_000),
    Growth("comments", lambda n: _brief("# a\n" * n, "lede: a\n"), 100_000),
    Growth("lines of spaces", lambda n: _brief("lede: a\n", "    \n" * n), 100_000),
    Growth("carriage returns", lambda n: _brief("\r" * n, "lede: a\n"), 200_000),
    Growth(
        "typography of quotes",
        lambda n: _quoting((_quote(at).replace(" people", "  people") for at in range(n)), _talks(n)),
        800,
    ),
    Growth("misspelt keys of items", _items("summary", "{text: P @, standng: planned}"), 5000),
]

_T = 400_000
OF_TEXTS = [
    Growth(f"text of {name}", _text(grown), size, commands=_TEXT_COMMANDS)
    for name, grown, size in [
        ("talks", _talks, 4000),
        ("words", lambda n: "word " * (n // 5), 4 * _T),
        ("lines of words", lambda n: ("word " * 12 + "\n") * (n // 61), 4 * _T),
        ("one word", lambda n: "w" * n, 4 * _T),
        ("paragraphs of one letter", lambda n: "w\n\n" * (n // 3), 4 * _T),
        ("lines of one letter", lambda n: "w\n" * (n // 2), 4 * _T),
        ("blank lines", lambda n: "\n" * n, 4 * _T),
        ("numbers", lambda n: "12 3,000 4.5% " * (n // 14), _T),
        ("digits", lambda n: "1" * n, _T),
        ("groups of digits", lambda n: "1" + ",000" * (n // 4), _T),
        ("groups of digits with spaces", lambda n: "1" + " 000" * (n // 4), _T),
        ("number words", lambda n: "two hundred and three thousand " * (n // 31), _T),
        ("dates", lambda n: "12 October 2024 " * (n // 16), _T),
        ("months", lambda n: "May " * (n // 4), _T),
        ("names", lambda n: "Anna Berg " * (n // 10), _T),
        ("capitals", lambda n: "A B " * (n // 4), _T),
        ("abbreviations", lambda n: "Dr. A. " * (n // 7), _T),
        ("sentences", lambda n: "It is. " * (n // 7), _T),
        ("quote marks", lambda n: "' " * (n // 2), _T),
        ("quote marks side by side", lambda n: "'\"" * (n // 2), _T),
        ("guillemets", lambda n: "\u00ab a \u00bb " * (n // 6), _T),
        ("open guillemets", lambda n: "\u00ab" * n, _T),
        ("open guillemets with spaces", lambda n: "\u00ab " * (n // 2), _T),
        ("spaces", lambda n: " " * n, 4 * _T),
        ("spaces and line ends", lambda n: " \n" * (n // 2), 4 * _T),
        ("hard spaces", lambda n: "a\u00a0" * (n // 2), _T),
        ("dashes", lambda n: "-" * n, _T),
        ("dashes with spaces", lambda n: "- " * (n // 2), _T),
        ("hyphens at line ends", lambda n: "ab-\ncd " * (n // 7), _T),
        ("hyphens and line ends", lambda n: "-\n" * (n // 2), _T),
        ("dots", lambda n: "." * n, _T),
        ("dots with spaces", lambda n: ". " * (n // 2), _T),
        ("ellipses", lambda n: "\u2026 " * (n // 2), _T),
        ("stars", lambda n: "*" * n, _T),
        ("stars with spaces", lambda n: "* a" * (n // 3), _T),
        ("underlines", lambda n: "_a" * (n // 2), _T),
        ("block quotes", lambda n: "\n>" * (n // 2), _T),
        ("links", lambda n: "[a](b) " * (n // 7), _T),
        ("open brackets", lambda n: "[" * n, _T),
        ("open brackets and no links", lambda n: "[a](" * (n // 4), _T),
        ("nested brackets", lambda n: "(" * (n // 2) + ")" * (n // 2), _T),
        ("combining characters", lambda n: "a" + "\u0301" * n, _T),
        ("combining characters out of order", lambda n: "a" + "\u0301\u0323" * (n // 2), _T),
        ("compatibility characters", lambda n: "\ufb01\u2460" * (n // 2), _T),
        ("long compatibility characters", lambda n: "\ufdfa" * n, _T // 4),
        ("invisible characters", lambda n: "a\u200b" * (n // 2), _T),
        ("soft hyphens", lambda n: "a\u00ad" * (n // 2), _T),
        ("Hangul", lambda n: "\u1100\u1161\u11a8" * (n // 3), _T),
        ("wide characters", lambda n: "\u6e2f" * n, _T),
        ("Thai", lambda n: "\u0e17\u0e48\u0e32" * (n // 3), _T),
        ("currency signs", lambda n: "$" * n, _T),
        ("per cent", lambda n: "per cent " * (n // 9), _T),
        ("fractions", lambda n: "\u00bd " * (n // 2), _T),
        ("Roman numerals", lambda n: "XIV " * (n // 4), _T),
        ("superscripts", lambda n: "\u00b2" * n, _T),
        ("form feeds", lambda n: "a\f" * (n // 2), _T),
        ("carriage returns", lambda n: "a\r" * (n // 2), _T),
        ("one quote", lambda n: (_quote(0) + ". ") * (n // 35), _T),
        ("one quote inside of words", lambda n: ("x" + _quote(0) + "x ") * (n // 35), _T),
        ("the name of the speaker", lambda n: "Anna Berg said so. " * (n // 19), _T),
        ("titles", lambda n: "Talks to resume\n\n" * (n // 17), _T),
        ("date lines", lambda n: "Published 12 October 2024\n" * (n // 26), _T),
    ]
] + [
    Growth(f"quoted sentence of {name}", _inside(part), _T, commands=_TEXT_COMMANDS)
    for name, part in [
        ("words", "word "),
        ("numbers", "12 "),
        ("dates", "12 October 2024 "),
        ("names", "Anna Berg "),
        ("capitals", "A B "),
        ("hedges", "about nearly "),
        ("negations", "not never "),
        ("commas", ", "),
        ("speakers", "said Anna Berg, "),
        ("one word", "w"),
        ("hyphens", "a-"),
        ("quote marks", "' "),
        ("units", "km per cent "),
        ("number words", "two hundred "),
        ("brackets", "( "),
        ("semicolons", "; "),
        ("and", "and "),
        ("of", "of "),
    ]
]

_ONE = frozenset({"search"})


def _three(_: int) -> Files:
    return {f"{name}.yaml": f"{_OPENING}lede: Harbour {name}\nsummary: [Harbour talks resume]\n" for name in "abc"}


OF_QUERIES = [
    Growth(f"query of {name}", _three, size, query, commands=_ONE)
    for name, query, size in [
        ("words", lambda n: "harbour " * n, 20_000),
        ("one word", lambda n: "h" * n, 100_000),
        ("accents", lambda n: "e\u0301" * n, 100_000),
        ("alternatives", lambda n: "harbour or " * n + "a", 20_000),
        ("negations", lambda n: "-" * n + "harbour", 20_000),
        ("negated words", lambda n: "-a " * n, 20_000),
        ("brackets", lambda n: "(" * n + "harbour" + ")" * n, 20_000),
        ("open brackets", lambda n: "(" * n, 20_000),
        ("one phrase", lambda n: '"' + "harbour " * n + '"', 20_000),
        ("phrases", lambda n: '"harbour talks" ' * n, 20_000),
        ("open quote marks", lambda n: '"' * n, 20_000),
        ("fields", lambda n: "title:harbour " * n, 20_000),
        ("unknown fields", lambda n: "titel:harbour " * n, 20_000),
        ("one unknown field", lambda n: "t" * n + ":harbour", 100_000),
        ("colons", lambda n: ":" * n, 20_000),
        ("dates", lambda n: "since:2024 " * n, 20_000),
        ("one date", lambda n: "since:" + "2024-" * n, 20_000),
        ("one number", lambda n: "figure:>" + "9" * n, 100_000),
        ("wide characters", lambda n: "\u6e2f" * n, 50_000),
        ("digits", lambda n: "1" * n, 100_000),
        ("spaces", lambda n: " " * n + "harbour", 100_000),
        ("signs", lambda n: "&|*" * n, 50_000),
    ]
]

OF_SETTINGS = [
    Growth(f"settings of {name}", _three, size, settings=settings, commands=frozenset({"list"}))
    for name, settings, size in [
        ("unknown keys", _settings("them@: ink\n"), 6000),
        ("searches", lambda n: "searches:\n" + _settings("  S @: harbour\n")(n), 6000),
        ("bindings", lambda n: "keys:\n" + _settings("  app.quit@: x\n")(n), 6000),
        ("keys of one binding", lambda n: f"keys:\n  move.down: [{', '.join(['j'] * n)}]\n", 12_000),
        ("keys that are there twice", _settings("theme: ink\n"), 12_000),
        ("one theme", lambda n: f"theme: {'i' * n}\n", 100_000),
        ("one search", lambda n: f"searches:\n  S: {'harbour ' * n}\n", 12_000),
        ("brackets", lambda n: "theme: " + "[" * n, 100_000),
    ]
]

_DEEP = 120
OF_LIBRARIES = [
    Growth(f"library of {name}", files, size, commands=_LIBRARY_COMMANDS)
    for name, files, size in [
        ("briefs", lambda n: _library(n, lambda at: f"{_OPENING}lede: Brief {at}\n"), 1600),
        ("equal briefs", lambda n: _library(n, lambda _: _OPENING), 1600),
        ("broken briefs", lambda n: _library(n, lambda _: "["), 1600),
        ("empty files", lambda n: _library(n, lambda _: ""), 1600),
        ("folders", lambda n: _library(n, lambda _: _OPENING, "f{}/b.yaml".format), 800),
        ("folders in folders", lambda n: _library(n, lambda _: _OPENING, lambda at: "f/" * at + "b.yaml"), _DEEP),
        (
            "ids that are there twice",
            lambda n: _library(n, lambda _: _OPENING, lambda at: f"b{at // 2}.y{'a' * (at % 2)}ml"),
            1600,
        ),
        ("other files", lambda n: _library(n, lambda _: _OPENING, "b{}.txt".format), 3000),
        (
            "related briefs",
            lambda n: _library(n, lambda at: f"{_OPENING}related: [b{at - 1}, b{at + 1}, b{at // 2}]\n"),
            1600,
        ),
        (
            "briefs that rest on one source",
            lambda n: _library(
                n,
                lambda _: (
                    f"{_OPENING}summary: [{{text: P, cites: s0}}]\nsources: {{s0: {{kind: person, name: Person 0}}}}\n"
                ),
            ),
            1200,
        ),
        (
            "briefs with one saved text",
            lambda n: {"text.txt": _talks(50), **_library(n, _quoting_one)},
            800,
        ),
        (
            "saved texts",
            lambda n: {
                **{f"t{at}.txt": _talk(at) for at in range(n)},
                **_library(n, lambda at: f"{_OPENING}sources: {{s0: {{kind: article, title: T, file: t{at}.txt}}}}\n"),
            },
            1200,
        ),
    ]
]

EVERY = [*OF_BRIEFS, *OF_FIELDS, *OF_MISTAKES, *OF_TEXTS, *OF_QUERIES, *OF_SETTINGS, *OF_LIBRARIES]
