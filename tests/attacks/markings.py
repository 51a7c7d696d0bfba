"""An attack with random keys on hostile briefs, at every size: the whole marking is on the screen after each burst.

`python -m tests.attacks.markings` types 2,000 keys, the same on every run, into a reader at each of five sizes, with
`--long` 20,000. The screens on which the marking was not whole are printed; the reader must end with 0, and leave the
terminal as it was.
"""

from __future__ import annotations

import argparse
import random
import sys
import tempfile
from collections.abc import Iterator, Sequence
from pathlib import Path

from tests.attacks.keys import KEYS
from tests.support.terminal import Preloaded, Size, Terminal, environment

SIZES = (Size(40, 12), Size(80, 24), Size(120, 40), Size(160, 45), Size(200, 60))
_SHORT, _LONG = 2_000, 20_000
"""Keys."""
_MARKING = "TLP:AMBER+STRICT"
"""Of every brief."""
_TEXTS = (
    r"[/] [@click=app.quit]x[/] [link=x]",
    r"\e[31m\e]0;pwn\a\x9b2J\x7f\u202e",
    r"a\u200bb\u2060c\ufeffd\U000e0041e\u3164f\ufe0fg\u200dh",
    "x" * 3_000,
    "漢字" * 400,
    r"e\u0301\u0302\u0303" * 200,
)
"""As YAML writes them between double quotes."""
_QUIT = "\x11"
_LENGTHS = (1, 1, 2, 3, 6)
_PAUSES = (0.0, 0.005, 0.03)
_QUIET = 0.15
"""Seconds without output until a screen counts as drawn."""
_SEARCH_HEAD = 5
"""Rows of a search in which its words stand, and what is said of them."""
_LOOKED_AT = 5
"""After each burst of so many the screen is looked at."""


def hostile_brief(text: str) -> str:
    """Return a brief with this text in every field that takes one."""
    claim = f'by: s, stated: "{text}", note: "{text}", cites: {{source: s, quote: "{text}"}}'
    return f"""\
briefing: 1
title: "{text} title"
lede: "L {text}"
author: "{text}"
marking: {_MARKING}
tags: ["{text[:40]}"]
summary:
  - {{text: "P {text}", likelihood: likely, confidence: low, {claim}}}
  - {{text: "Q {text}"}}
figures:
  - {{label: "F {text}", value: 1, unit: "{text}", {claim}}}
timeline:
  - {{text: "E {text}", when: 1959, place: "{text}", {claim}}}
sources:
  s: {{kind: article, title: "{text}", name: "{text}", publisher: "{text}", author: "{text}", file: saved.txt}}
open: ["{text}"]
note: "{text}"
"""


def attacked(size: Size, keys: int, seed: int = 0) -> Iterator[str]:
    """Type random keys into a reader at a size; yield what went wrong."""
    chance = random.Random(seed)  # noqa: S311 - the same keys on every run
    with tempfile.TemporaryDirectory(prefix="briefing-attack-") as folder:
        home, library = Path(folder, "home"), Path(folder, "library")
        library.mkdir()
        Path(library, "saved.txt").write_text("Title\n\nWords of a page.\n" * 40, encoding="utf-8")
        for number, text in enumerate(_TEXTS):
            Path(library, f"b{number}{'-long' * 30}.yaml").write_text(hostile_brief(text), encoding="utf-8")
        variables = environment(home, EDITOR="true", VISUAL="true", PAGER="true", BROWSER="true")
        with Terminal(Preloaded(library), size, variables) as terminal:
            terminal.until_shown(_MARKING)
            yield from _typed(terminal, chance, keys)
            terminal.settle(0.3)
            for _ in range(100):
                if terminal.process.poll() is not None:
                    break
                terminal.press(_QUIT)
                terminal.settle(0.05)
            code, at = terminal.until_ended(), f"at {size.columns}x{size.rows}, seed {seed}"
            if code != 0:
                yield f"{at} it ended with {code}\n{terminal.screen()}"
            if terminal.attributes() != terminal.attributes_before or 1049 in terminal.modes_left_on():
                yield f"{at} the terminal was not given back: modes {terminal.modes_left_on()}"
            yield from (log.read_text(encoding="utf-8") for log in home.rglob("crash-*.log"))


def _typed(terminal: Terminal, chance: random.Random, keys: int) -> Iterator[str]:
    """Type so many keys; yield each screen without its marking."""
    sent = bursts = 0
    last: list[str] = []
    while sent < keys and terminal.process.poll() is None:
        burst = chance.choices(KEYS, k=chance.choice(_LENGTHS))
        terminal.press("".join(burst))
        last = [*last, "".join(burst)][-8:]
        sent, bursts = sent + len(burst), bursts + 1
        if bursts % _LOOKED_AT:
            terminal.settle(chance.choice(_PAUSES))
            continue
        terminal.settle(_QUIET)
        screen = terminal.screen()
        if _MARKING not in screen and _shows_a_brief(screen) and terminal.process.poll() is None:
            yield f"after {sent} keys, the last {last}, no whole marking is on\n{screen}"


def _shows_a_brief(screen: str) -> bool:
    """Tell whether a screen shows anything of a brief: a list and a search may have found none."""
    rows = screen.split("\n")
    is_empty_search = rows[0].startswith(" F ") and not any(row.strip() for row in rows[_SEARCH_HEAD:-2])
    return "No brief matches." not in screen and not is_empty_search


def main(argv: Sequence[str] | None = None) -> int:
    """Attack; the exit code is 1 if anything went wrong."""
    parser = argparse.ArgumentParser(prog="python -m tests.attacks.markings", description=__doc__)
    parser.add_argument("--long", action="store_true", help=f"{_LONG:,} keys at each size")
    keys = _LONG if parser.parse_args(argv).long else _SHORT
    wrong = 0
    for size in SIZES:
        for sentence in attacked(size, keys):
            wrong += 1
            sys.stdout.write(f"{size.columns}x{size.rows}: {sentence}\n")
            sys.stdout.flush()
    sys.stdout.write(f"{wrong} faults in {keys:,} keys at each of {len(SIZES)} sizes\n")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
