"""Turns rows into the terminal output of a frame, without Textual and in the colours that Textual will use."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from types import MappingProxyType

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
from briefing.tui.theme.colours import ANSI, ANSI_LIGHT, MONO, OWN, Ground, TextStyle, TextStyles, text_styles_of
from briefing.tui.theme.textual_colours import palette_of

_COLOURS = ("black", "red", "green", "yellow", "blue", "magenta", "cyan", "white")
_BRIGHT = "bright_"


class FrameSetup(NamedTuple):
    """The size, the symbols and the colours that a frame is drawn with."""

    size: Size
    look: Look
    styles: TextStyles | None
    """None: it is not known which colours Textual will use, so the frame sets none."""


def frame(rows: Mapping[int, Sequence[Piece]], size: Size, styles: TextStyles | None) -> str:
    """Return the output that draws these rows of pieces, and all other cells empty."""
    codes = {} if styles is None else {style: _code(style) for on in styles.values() for style in on.values()}
    parts: list[str] = []
    for row in range(size.rows):
        parts.append(f"\x1b[{row + 1};1H")
        last = None
        for text, style in _filled(rows.get(row, ()), size.columns, styles):
            code = codes.get(style, "")
            parts.append(text if code == last else f"\x1b[0{code}m{text}")
            last = code
    return "".join(parts) + "\x1b[0m"


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


def text_styles_for(theme: str, environment: Mapping[str, str]) -> TextStyles | None:
    """Return the styles of the first frame in a theme; None if it is not known which colours Textual will use."""
    if environment.get("NO_COLOR"):
        return MONO
    if theme in {"ansi", "ansi-dark", "ansi-light"}:
        return ANSI_LIGHT if theme == "ansi-light" else ANSI
    if colours_in(environment) != MANY:
        return None
    palette = OWN.get(theme) or palette_of(theme)
    return None if palette is None else text_styles_of(palette)
