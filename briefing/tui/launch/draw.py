"""Turns rows into the terminal output of a frame, without Textual and in the colours that Textual will use."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from types import MappingProxyType

from briefing.base.frozen import replace
from briefing.base.named_tuple import NamedTuple
from briefing.render.lines import Role, Run
from briefing.render.sheet_builder import crop_line
from briefing.render.symbols import Look
from briefing.render.text.cell_width import drawn
from briefing.render.text.wrap import line_cells
from briefing.tui.drawing.blanks import with_fewer_styles
from briefing.tui.drawing.layout import Size
from briefing.tui.launch.frame_content import Piece
from briefing.tui.theme.choice import MANY, colours_in
from briefing.tui.theme.colours import (
    ANSI,
    ANSI_LIGHT,
    MONO,
    OWN,
    Ground,
    Palette,
    TextStyle,
    TextStyles,
    dimmed,
    text_styles_of,
)
from briefing.tui.theme.textual_colours import palette_of

_COLOURS = ("black", "red", "green", "yellow", "blue", "magenta", "cyan", "white")
_BRIGHT = "bright_"


class FrameSetup(NamedTuple):
    """The size, the symbols and the colours that a frame is drawn with."""

    size: Size
    look: Look
    styles: TextStyles | None
    """None: it is not known which colours Textual will use, so the frame sets none."""
    theme: str = ""


class PageStyles(NamedTuple):
    """The colours of a page, and of the screen that it lies over."""

    page: TextStyles
    below: TextStyles | None
    """None: nothing is seen below a page."""


def frame(rows: Mapping[int, Sequence[Piece]], size: Size, styles: TextStyles | None) -> str:
    """Return the output that draws these rows of pieces, and all other cells empty."""
    return "".join(_row(row, rows.get(row, ()), size.columns, styles) for row in range(size.rows)) + "\x1b[0m"


def covered_frame(
    below: Mapping[int, Sequence[Piece]],
    edges: Mapping[int, Sequence[Piece]],
    page: Mapping[int, Sequence[Piece]],
    setup: FrameSetup,
    styles: PageStyles,
) -> str:
    """Return the output that draws a page over rows of pieces; the rows in `edges` are drawn as if there were none."""
    columns, plain = setup.size.columns, setup.styles
    under = [
        _row(row, edges[row], columns, plain)
        if row in edges
        else _row(row, () if styles.below is None else below.get(row, ()), columns, styles.below or plain)
        for row in range(setup.size.rows)
    ]
    over = [
        _at(row, piece.left, _filled((piece._replace(left=0),), piece.width, styles.page), styles.page)
        for row, pieces in page.items()
        for piece in pieces
    ]
    return "".join((*under, *over)) + "\x1b[0m"


def _row(row: int, pieces: Sequence[Piece], columns: int, styles: TextStyles | None) -> str:
    return _at(row, 0, _filled(pieces, columns, styles), styles)


def _at(row: int, left: int, texts: Iterable[tuple[str, TextStyle]], styles: TextStyles | None) -> str:
    """Return the output that draws texts from a cell on."""
    parts, last = [f"\x1b[{row + 1};{left + 1}H"], None
    for text, style in texts:
        code = "" if styles is None else _code(style)
        parts.append(text if code == last else f"\x1b[0{code}m{text}")
        last = code
    return "".join(parts)


def _filled(row: Sequence[Piece], columns: int, styles: TextStyles | None) -> Iterator[tuple[str, TextStyle]]:
    """Yield the texts that fill a whole row of the screen, each with its style."""
    on = styles or dict.fromkeys(Ground, MappingProxyType[Role, TextStyle]({}))
    ground, at = on[Ground.SCREEN].get(Role.BODY, TextStyle()), 0
    for piece in row:
        written = on[piece.ground]
        line = crop_line(piece.line, piece.width, "")
        missing = Run(" " * (piece.width - line_cells(line)))
        yield " " * (piece.left - at), ground
        texts = ((drawn(run.text), written.get(run.role, TextStyle())) for run in (*line, missing))
        yield from with_fewer_styles(texts, _blanks_look_alike)
        at = piece.left + piece.width
    yield " " * (columns - at), ground


def _blanks_look_alike(one: TextStyle, other: TextStyle) -> bool:
    return one.ground == other.ground and not (one.underline or one.reverse or other.underline or other.reverse)


@lru_cache(1024)
def _code(style: TextStyle) -> str:
    weight = ";1" * style.bold + ";3" * style.italic + ";4" * style.underline + ";7" * style.reverse
    return f"{weight}{_colour(style.colour, 30)}{_colour(style.ground, 40)}"


def _colour(colour: str, base: int) -> str:
    """Return the SGR code of a colour; `base` is 30 for the text and 40 for its background."""
    if colour.startswith("#"):
        return f";{base + 8};2;{';'.join(str(int(colour[at : at + 2], 16)) for at in (1, 3, 5))}"
    if not colour:
        return ""
    return f";{base + 60 * colour.startswith(_BRIGHT) + _COLOURS.index(colour.removeprefix(_BRIGHT))}"


def setup_for(theme: str, size: Size, look: Look, environment: Mapping[str, str]) -> FrameSetup:
    """Return what a frame is drawn with in a theme."""
    return FrameSetup(size, look, text_styles_for(theme, environment), theme)


def text_styles_for(theme: str, environment: Mapping[str, str]) -> TextStyles | None:
    """Return the styles of the first frame in a theme; None if it is not known which colours Textual will use."""
    palette = _palette_for(theme, environment)
    return _own_styles(theme, environment) if palette is None else text_styles_of(palette)


def page_styles_for(theme: str, environment: Mapping[str, str]) -> PageStyles | None:
    """Return the styles of a page in a theme, with the same condition."""
    palette = _palette_for(theme, environment)
    if palette is None:
        own = _own_styles(theme, environment)
        return None if own is None else PageStyles(own, None)
    return PageStyles(text_styles_of(replace(palette, ground=palette.raised)), dimmed(text_styles_of(palette), palette))


def _own_styles(theme: str, environment: Mapping[str, str]) -> TextStyles | None:
    """Return the styles of a theme without colours of its own."""
    if environment.get("NO_COLOR"):
        return MONO
    return {"ansi": ANSI, "ansi-dark": ANSI, "ansi-light": ANSI_LIGHT}.get(theme)


def _palette_for(theme: str, environment: Mapping[str, str]) -> Palette | None:
    """Return the palette of a theme. None: it has none, or not all of its colours are written here."""
    if environment.get("NO_COLOR") or colours_in(environment) != MANY:
        return None
    return OWN.get(theme) or palette_of(theme)
