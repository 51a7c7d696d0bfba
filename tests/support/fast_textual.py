"""What Textual does for each app and each frame of a test, and no test looks at, is left out or done once.

All of it changes private names. Where another Textual has none of that name, tests only take longer.
"""

from __future__ import annotations

from collections.abc import Callable

import textual._compositor as compositing
import textual._wait as waiting
from textual._context import visible_screen_stack
from textual.css.model import RuleSet
from textual.css.stylesheet import Stylesheet
from textual.design import ColorSystem
from textual.geometry import Region
from textual.screen import Screen

_PARSED: dict[tuple[object, ...], list[RuleSet]] = {}
_COLOURS: dict[tuple[object, ...], dict[str, str]] = {}


def make_fast() -> None:
    """Change Textual, for as long as this process runs."""
    _wait_briefly()
    if hasattr(Stylesheet, "_parse_rules"):
        _parse_once()
    _colours_once()
    if hasattr(compositing.Compositor(), "_dirty_regions"):
        _piece_nothing_together()


def _wait_briefly() -> None:
    """Pilot sleeps 20 ms twice a key as shipped."""
    for name in ("SLEEP_GRANULARITY", "SLEEP_IDLE"):
        if hasattr(waiting, name):
            setattr(waiting, name, 1 / 1000)


def _parse_once() -> None:
    """Each app parses its stylesheet anew, which takes most of its start; here an app is started a thousand times.

    Textual itself gives the parsed rules out again and again.
    """
    parse: Callable[..., list[RuleSet]] = Stylesheet._parse_rules  # noqa: SLF001
    known: dict[tuple[tuple[str, str], ...], int] = {}
    last: tuple[dict[str, str], int] = ({}, -1)

    def number_of(variables: dict[str, str]) -> int:
        """Return one number for equal variables; a sheet is given others, but its own are never changed."""
        nonlocal last
        if variables is not last[0]:
            last = variables, known.setdefault(tuple(variables.items()), len(known))
        return last[1]

    def parse_once(sheet: Stylesheet, css: str, *place: object, **more: object) -> list[RuleSet]:
        key = (css, *place, *more.items(), number_of(sheet._variables))  # noqa: SLF001
        if key not in _PARSED:
            _PARSED[key] = parse(sheet, css, *place, **more)
        return _PARSED[key]

    setattr(Stylesheet, "_parse_rules", parse_once)  # noqa: B010 - mypy takes methods for constants


def _colours_once() -> None:
    """Each app derives the colours of its theme three times, and each time 130 of them."""
    generate = ColorSystem.generate

    def generate_once(system: ColorSystem) -> dict[str, str]:
        key = tuple(tuple(part.items()) if isinstance(part, dict) else part for part in vars(system).values())
        if key not in _COLOURS:
            _COLOURS[key] = generate(system)
        return _COLOURS[key].copy()

    setattr(ColorSystem, "generate", generate_once)  # noqa: B010 - mypy takes methods for constants


def _piece_nothing_together() -> None:
    """Have the widgets drawn, but not their lines cut and joined to a frame, which an app without a terminal drops.

    It takes a sixth of the time of an app. Tests of a whole frame ask the compositor for one themselves.
    """
    whole = compositing.Compositor.render_update

    def render_update(
        compositor: compositing.Compositor,
        full: bool = False,
        screen_stack: list[Screen[object]] | None = None,
        simplify: bool = False,
    ) -> object:
        if full or simplify:
            return whole(compositor, full, screen_stack, simplify)
        visible_screen_stack.set(screen_stack or [])
        screen, dirty = compositor.size.region, compositor._dirty_regions.copy()  # noqa: SLF001
        compositor._dirty_regions.clear()  # noqa: SLF001
        if dirty:
            part = screen if screen in dirty else Region.from_union(list(dirty)).intersection(screen)
            for widget, (region, clip) in compositor.visible_widgets.items():
                # A screen has nothing but a ground, which Textual styles row by row.
                if part.overlaps(clip) and not isinstance(widget, Screen) and (seen := region.intersection(clip)):
                    widget.render_lines(seen.translate((-region.x, -region.y)))
        return None

    setattr(compositing.Compositor, "render_update", render_update)  # noqa: B010 - mypy takes methods for constants
