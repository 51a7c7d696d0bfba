"""Hostile names, arguments and texts through every command, in a terminal and into a pipe.

What comes out must hold nothing that a terminal would obey and nothing that nobody sees; no path may look like an
option; and what is written for programs (`-0`, JSON) must lead to the very file. `python -m tests.attacks.names` runs
the short form; `--long` goes through many more names, each command as a process of its own, and the reader and `pick`
at three sizes.
"""

from __future__ import annotations

import json
import os
import random
import re
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator, Sequence
from itertools import zip_longest
from pathlib import Path
from typing import NamedTuple

from briefing.base.safe_text import safe_lines
from tests.attacks.within import SEPARATOR
from tests.support.terminal import ROOT, Size, Terminal, command, environment

OBEYED = "\x1b]0;owned\x07\x1b[31m\x9b2J\x7f\u202e\u2066"
UNSEEN = (
    "a\u200bb\u200cc\u200dd\u2060e\ufefff\u00ad-g\u3164h\u115fi\ufe0fj\u034fk\u061cl\u200fm\u180en\u2063o"
    "\U000e0041\U000e0042\U000e0100\U000e0001p\u2028q"
)
NEEDED = "\u0645\u06cc\u200c\u062e\u0648 \u0915\u094d\u200d\u0937 \U0001f469\u200d\U0001f469\u200d\U0001f467"
"""Persian, Hindi and a family, with the joiners that they need."""
MARKUP = "[/] [@click=app.quit]x[/] <b>harbour</b> ::error::x"
TEXT = f"{OBEYED} {UNSEEN} {NEEDED} {MARKUP}"
NAMES: tuple[bytes, ...] = (
    *(b"-rf", b"+silent !touch owned", b"--help", b"-", b"+7", b"~x", b"$(touch owned)", b"`touch owned`"),
    *(b"; touch owned", b"a\nb", b"a\n::error::b", b"\x1b]0;owned\x07", b"\xc2\x9b31m", b"\xff\xfe"),
    *(b"file:12", b"http:x", b"%s %d", b"'", b'"', b"a  b", b"#x", b"[@click=app.quit]x", b"\\", b"n" * 240),
    *("\u202egpj".encode(), "a\u200bb\U000e0041".encode(), "\u0645\u06cc\u200c\u062e".encode()),
    *("\U0001f469\u200d\U0001f467".encode(), "\u2028x".encode(), b"\r", b"\t", b" "),
)
"""Of files, without their .yaml."""
_SGR = re.compile(r"\x1b\[[0-9;]*m")
"""Our own colours, which only come where the output is a terminal."""
_BAR = re.compile(r"\r(?:\[[#.]+\] [\d,]+ of [\d,]+ briefs, [\d,]+ a second)? *")
"""How far long work has come, which a terminal shows in one row."""
_SEQUENCE = re.compile(r"\x1b\[[0-?]*[ -/]*[@-~]|\x1b[78=>]|\x1b\]22;[a-z-]*\x07")
"""What a full screen is drawn with, and the shape of the mouse's pointer. A title and the like are none of it."""
_PLACED = {"check", "search", "impact"}
_PLACE = ("./", "../", "/")
_NO_PLACE = re.compile(r"[st]: |[\d,]+ more problems? in [\d,]+ other files?")
"""Lines of what is reported that are about no place: the source of `impact`, and what a check does not print."""
_SEEDS = 4
_SIZES = (Size(40, 12), Size(80, 24), Size(200, 60))
_KEYS = (
    *"0jjj1jj2j3j4j!",
    "\x1b",
    "?",
    "\x1b",
    *"sn",
    "\x1b",
    "o",
    "\x1b",
    "i",
    "\x1b",
    "/owned\r",
    "Fharbour\r",
    *"[d:",
    "\x1b",
)


class Case(NamedTuple):
    """One run of the program."""

    arguments: tuple[str, ...]
    names_alone: bool = False
    """Whether it prints names of files and nothing else: into a pipe byte for byte."""

    def __str__(self) -> str:
        return f"briefing {' '.join(map(ascii, self.arguments))}"


class Output(NamedTuple):
    """What came of a run."""

    code: int
    text: str
    """Of both streams where they are one, as in a terminal; else of standard output. Decoded as file names are."""
    errors: str = ""


def brief(text: str) -> str:
    """Return a brief with this text in every field that takes one, in which the word harbour can be found."""
    said = json.dumps(text)
    claim = f"by: s, stated: {said}, note: {said}, cites: {{source: s, quote: {said}}}"
    return (
        f"briefing: 1\ntitle: {said}\nlede: {said}\nauthor: {said}\nmarking: TLP:RED\ntags: [{said}]\nnote: {said}\n"
        f"entities: [{{name: {said}, kind: {said}, aliases: [{said}]}}]\nledge: {said}\n? {said}\n: {said}\n"
        f"summary: [{{text: {said}, {claim}}}]\nopen: [{said}]\nrelated: [{said}]\nx-own: {said}\ndate: {said}\n"
        f"figures: [{{label: {said}, value: 1, unit: {said}, {claim}}}]\n"
        f"timeline: [{{text: {said}, when: 1959, place: {said}, {claim}}}]\n"
        f"sources: {{s: {{kind: article, title: {said}, file: saved.txt, url: 'https://b\u00fccher.example/'}},"
        f" t: {{kind: person, name: {said}, role: {said}, publisher: {said}, url: {said}, file: {said}}}}}\n"
    )


def ground(folder: Path, names: Sequence[bytes]) -> Path:
    """Write a library with a brief of each name, at its top and in a folder that looks like an option."""
    (folder / "-x").mkdir(parents=True)
    text = brief(TEXT)
    for name in names:
        for place in (folder, folder / "-x"):
            Path(os.fsdecode(os.fsencode(place) + b"/" + name + b".yaml")).write_text(text, encoding="utf-8")
    (folder / "saved.txt").write_text(f"{TEXT}\n\n{TEXT.replace('x', 'y')}\n", encoding="utf-8", errors="replace")
    (folder / "good.yaml").write_text("briefing: 1\ntitle: A harbour\nsummary: [Both meet.]\n", encoding="utf-8")
    return folder


def cases(folder: Path, names: Sequence[bytes], arguments: Sequence[str]) -> list[Case]:
    """Return the runs: libraries named in every way, files named one by one, and arguments that are nothing."""
    files = [f"./{os.fsdecode(name)}.yaml" for name in names]
    every = [
        *(
            Case(("list", *where))
            for where in ((".",), ("-0", "."), ("--", "-x"), ("./-x",), (str(folder),), ("../" + folder.name,))
        ),
        *(Case((command, *form, ".")) for command, form in _FORMS),
        *(
            Case(("show", *form, file))
            for file in files[:3]
            for form in ((), ("--plain",), ("--markdown",), ("--json",))
        ),
        *(
            Case(("search", *form, "harbour", where))
            for form in ((), ("--json",), ("-0",))
            for where in (".", "./-x", str(folder))
        ),
        *(Case(("impact", *form, TEXT, ".")) for form in ((), ("--json",))),
        *(Case(("impact", "s", "--", "-x")),),
        *(Case(("diff", *form, "good.yaml", file)) for file in files[:3] for form in ((), ("--json",))),
        *(Case((command, "--", file.removeprefix("./"))) for command in ("show", "check") for file in files[:4]),
        *(Case(("check", "--fix", file)) for file in files[-2:]),
        Case(("new", TEXT, "-x"), names_alone=True),
        *(Case(place(argument)) for argument in arguments for place in _ARGUMENTS),
    ]
    return [case._replace(names_alone=case.names_alone or "-0" in case.arguments) for case in every]


_FORMS = (
    *(
        ("list", ("--json",)),
        ("list", ("--verdicts",)),
        ("show", ("--verdicts",)),
        ("check", ()),
        ("check", ("--coverage",)),
    ),
    *(("check", ("--format", form)) for form in ("json", "github", "sarif")),
    ("index", ()),
)
_ARGUMENTS: tuple[Callable[[str], tuple[str, ...]], ...] = (
    lambda argument: ("show", "--", argument),
    lambda argument: (f"--{argument}",),
    lambda argument: ("check", "--explain", argument),
    lambda argument: ("check", "--select", argument, "."),
    lambda argument: ("search", "--", f"tga:{argument}", "."),
    lambda argument: ("search", "--", argument, "."),
    lambda argument: ("impact", "--", argument, "."),
    lambda argument: ("diff", "--", argument, "good.yaml"),
    lambda argument: ("diff", "--", f"{argument}:x", "good.yaml"),
    lambda argument: ("index", "--", argument),
    lambda argument: ("new", "--", "a title", argument),
    lambda argument: ("search", "--limit", argument, "x"),
    lambda argument: ("check", "--format", argument, "."),
)
"""Places in which an argument may be nothing that there is, and is named by what is said of it."""


def _within(folder: Path, some: Sequence[Case], home: Path) -> list[str]:
    file = home / "cases.json"
    file.write_text(json.dumps([case.arguments for case in some]), encoding="utf-8")
    return [sys.executable, "-m", "tests.attacks.within", str(folder), str(file)]


def on_terminal(folder: Path, some: Sequence[Case], home: Path) -> list[Output]:
    """Run commands in a terminal."""
    with Terminal(_within(folder, some, home), Size(100, 30), environment(home)) as terminal:
        while terminal.process.poll() is None:
            terminal.read(0.05)
        while terminal.read(0):
            pass
        written = _decoded(bytes(terminal.written)).replace("\r\n", "\n")
    return [Output(code, _BAR.sub("", _SGR.sub("", text))) for code, text in _parts(written)]


def into_pipes(folder: Path, some: Sequence[Case], home: Path) -> list[Output]:
    """Run commands with their output in pipes."""
    done = subprocess.run(
        _within(folder, some, home),
        cwd=ROOT,
        env=environment(home),
        stdin=subprocess.DEVNULL,
        capture_output=True,
        check=False,
    )
    said = zip_longest(_parts(_decoded(done.stdout)), _parts(_decoded(done.stderr)), fillvalue=(-1, ""))
    return [Output(code, text, errors) for (code, text), (_, errors) in said]


def _decoded(data: bytes) -> str:
    return data.decode("utf-8", "surrogateescape")


def _parts(text: str) -> list[tuple[int, str]]:
    """Return what each run has written, and how it ended; what comes behind the last end, too, since it is a crash."""
    parts: list[tuple[int, str]] = []
    rest = text
    while SEPARATOR in rest:
        said, _, rest = rest.partition(SEPARATOR)
        code, _, rest = rest.partition("\n")
        parts.append((int(code), said))
    return [*parts, (-1, rest)] if rest else parts


def wrong(case: Case, output: Output, folder: Path, *, is_terminal: bool) -> Iterator[str]:
    """Yield what must not be in the output of a run."""
    if output.code not in {0, 1, 2} or "Traceback" in output.text + output.errors:
        yield f"{case}: {output.code} {output.text[-500:]!r} {output.errors[-500:]!r}"
    for text in (output.text if is_terminal or not case.names_alone else "", output.errors):
        found = _unsafe(text)
        if found is not None:
            yield f"{case} {'in a terminal' if is_terminal else 'in a pipe'}: {text[max(0, found - 40) : found + 40]!a}"
    if not is_terminal:
        yield from (f"{case}: {name!a}" for name in _names(case, output) if not _leads(name, folder))
        yield from (f"{case}: {line[:80]!a}" for line in _lines(case, output) if not line.startswith(_PLACE))
        yield from (f"{case}: {line[:80]!a}" for line in _ids(case, output) if line.startswith(("-", "+")))


def _unsafe(text: str) -> int | None:
    """Return where the first character stands that a terminal would obey, or that nobody sees."""
    safe = safe_lines(text)
    if safe == text:
        return None
    return next((at for at, pair in enumerate(zip(text, safe, strict=False)) if pair[0] != pair[1]), len(safe))


def _names(case: Case, output: Output) -> list[str]:
    """Return every path that was printed for another program."""
    if case.names_alone:
        return [name for name in output.text.split("\0" if "-0" in case.arguments else "\n") if name]
    if "json" in case.arguments or "--json" in case.arguments:
        return [path for line in output.text.splitlines() for path in _paths(json.loads(line))]
    return []


def _paths(value: object) -> Iterator[str]:
    if isinstance(value, dict):
        yield from (str(inner) for key, inner in value.items() if key == "path")
        yield from (path for inner in value.values() for path in _paths(inner))
    elif isinstance(value, list):
        yield from (path for inner in value for path in _paths(inner))


def _leads(name: str, folder: Path) -> bool:
    return name.startswith(_PLACE) and os.path.lexists(folder / name)


def _lines(case: Case, output: Output) -> list[str]:
    """Return the lines that begin with a place."""
    plain = {"--json", "-0", "--format", "--explain", "--fix"}.isdisjoint(case.arguments)
    lines = output.text.splitlines() if plain and case.arguments[0] in _PLACED else []
    return [line for line in lines if line and not _NO_PLACE.match(line)]


def _ids(case: Case, output: Output) -> list[str]:
    """Return the lines that begin with an id."""
    return output.text.splitlines() if case.arguments[0] == "list" and not case.names_alone else []


def on_screen(arguments: Sequence[str], folder: Path, home: Path, size: Size) -> Iterator[str]:
    """Yield what must not be in what the reader or `pick` writes while every part of it is looked at."""
    shell = ["sh", "-c", 'cd "$1"; shift; exec "$@"', "sh", str(folder), *command(*arguments)]
    with Terminal(shell, size, environment(home, BROWSER="true", EDITOR="true", PAGER="cat")) as terminal:
        terminal.settle(1.5)
        for keys in _KEYS:
            terminal.press(keys)
            terminal.settle(0.15)
        terminal.press("\x1b\x1bq")
        terminal.settle(0.3)
        terminal.press("\x03q")
        terminal.settle(0.3)
        written = _SEQUENCE.sub("", _decoded(bytes(terminal.written)))
    found = _unsafe(written.replace("\r", ""))
    if found is not None or "Traceback" in written:
        at = found or 0
        yield f"briefing {' '.join(arguments)} at {size}: {written[max(0, at - 60) : at + 40]!a}"


def attack(names: Sequence[bytes], arguments: Sequence[str], step: int = 1) -> Iterator[str]:
    """Yield what went wrong with every command, or every `step`th of them, in a terminal and into pipes."""
    with tempfile.TemporaryDirectory(prefix="names-") as top:
        home = Path(top)
        folder = ground(home / "library", names)
        some = cases(folder, names, arguments)[::step]
        for is_terminal, ran in ((True, on_terminal), (False, into_pipes)):
            outputs = ran(folder, some, home)
            if len(outputs) != len(some):
                yield f"{len(outputs)} of {len(some)} runs came to their end: {outputs[-1:]!a}"
            for case, output in zip(some, outputs, strict=False):
                yield from wrong(case, output, folder, is_terminal=is_terminal)
            shutil.rmtree(folder)
            ground(folder, names)
        if list(home.rglob("owned")):
            yield "a command that was the name of a file has been run"


def made_up(seed: int, number: int) -> list[bytes]:
    """Return names made up of what is odd, the same for the same seed."""
    chance = random.Random(seed)  # noqa: S311 - no secret
    odd = [
        *"-+~:%#'\"`$;&|<>\\[]{}()*?! \n\t\r\x07\x1b\x7f",
        "\x9b",
        "\u202e",
        "\u200b",
        "\u200d",
        "\U000e0041",
        "a",
        "\u0645",
    ]
    names = {
        os.fsencode("".join(chance.choices(odd, k=chance.randint(1, 12))))
        + bytes(chance.choices([0xFF, 0xC2, 0x41], k=1))
        for _ in range(number)
    }
    return sorted(names - {name for name in names if name.startswith(b".")})


def main() -> int:
    """Run the attack, and say what it found."""
    arguments = [OBEYED, UNSEEN, "-x\udcff", "\n::error::x", "--", "%s", "x" * 100_000]
    found = list(attack(NAMES, arguments))
    if "--long" in sys.argv:
        for seed in range(_SEEDS):
            found += attack(made_up(seed, 60), arguments[:2])
        with tempfile.TemporaryDirectory(prefix="names-") as top:
            folder = ground(Path(top) / "library", NAMES)
            for size in _SIZES:
                for asked in ((".",), ("pick", "."), ("./-x",)):
                    found += on_screen(asked, folder, Path(top), size)
    sys.stdout.write("".join(f"{each}\n" for each in found))
    sys.stdout.write(f"{len(found):,} found\n")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
