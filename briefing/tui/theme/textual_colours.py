"""The palettes that `styles` derives from the themes of Textual, for frames drawn before Textual is imported.

A test compares them with what is derived, and says what to write here when Textual changes a theme.
"""

from __future__ import annotations

from briefing.tui.theme.colours import Palette

_DERIVED = {
    "atom-one-dark": (
        "282c34 3b414d 353941 314051 bec1ca bbc1cb b1b6bd 898d96 444952"
        " 68b3ef 000000 626872 62f062 e2bd73 f7b0b0 4c425e c4c9d2"
    ),
    "atom-one-light": (
        "fafafa e0e0e0 e6e6e7 dce5f8 4f5158 383a42 5a5a60 7e7f82 cfcfd1"
        " 305ab5 ffffff a2a3a7 306c1c 4b4b13 9c2828 e8dabe 383a42"
    ),
    "catppuccin-frappe": (
        "303446 414559 3f4357 48445f c3cae6 c6d0f5 b7bdd5 9197af 51566c"
        " cfa7e8 000000 737a94 a6d189 e4c890 f1babb 6a5b75 f0f3fc"
    ),
    "catppuccin-latte": (
        "eff1f5 e6e9ef dee0e7 ded3f4 4c4e60 4c4f69 525462 737581 cbcdd6"
        " 7330cb ffffff a5a8b6 29681b 633f0d 9c0b2a f3c6ae 44475e"
    ),
    "catppuccin-macchiato": (
        "24273a 363a4f 34384c 3d3a58 b6bede cad3f5 a7aec9 8086a0 484c63"
        " c6a0f6 000000 6e748e a6da95 eed49f f1a5b0 62546d dfe4f9"
    ),
    "catppuccin-mocha": (
        "181825 313244 2a2b39 3b3344 b7bfdb cdd6f4 9da4be 7c8095 3f4152"
        " f5c2e7 000000 696d82 abe9b3 fae3b0 f294b1 5b4642 cdd6f4"
    ),
    "dracula": (
        "282a36 2b2e3b 3c3e48 3f3a55 dfdfdb f8f8f2 c1c2c1 949597 55575f"
        " c098f9 000000 85868a 50fa7b fedbb5 feb2b2 684161 f8f8f2"
    ),
    "flexoki": (
        "100f0f 1c1b1a 272625 121b27 e2dfd5 fffcf0 c0beb5 8c8a84 444340"
        " 6e96c5 000000 7b7974 83993b eae0bf e2b6b4 392d46 fffcf0"
    ),
    "gruvbox": (
        "282828 3c3836 3d3c37 363c39 e1d8b3 fbf1c7 c4bc9d 95907a 56544a"
        " 91aea2 000000 86826f b7bb26 fed2ae fcada3 66542a fbf1c7"
    ),
    "monokai": (
        "272822 2e2e2e 383934 3c3645 c1c1c0 d6d6d6 a8a8a7 82827f 4d4e49"
        " b68dff 000000 757673 a5e22e fcb662 fb9dbf 395d5f e2e2e2"
    ),
    "nord": (
        "2e3440 3b4252 3f4550 3c4a57 c6cbd6 d8dee9 bbc0ca 9297a1 535965"
        " 88c0d0 000000 7a808c a7c191 eacb8b e8c7ca 564f60 d8dee9"
    ),
    "rose-pine": (
        "191724 1f1d2e 2c2a38 342e43 c8c6db e0def4 acaabd 807e90 444251"
        " c4a7e7 000000 727081 9ccfd8 f5c177 ef93ad 584851 e0def4"
    ),
    "rose-pine-dawn": (
        "faf4ed fffaf3 e9e3e1 e9e0e2 54506b 575279 605d71 847f8c d6d0d3"
        " 6c5b7e ffffff b0abb8 3c676f 684617 7e4555 efd1cb 524d72"
    ),
    "rose-pine-moon": (
        "232136 2a273f 353349 3c3652 c9c7dd e0def4 aeacc2 858398 4c4a5f"
        " c4a7e7 000000 78768b 9ccfd8 f5c177 f1a1b8 5e4553 e0def4"
    ),
    "solarized-dark": (
        "002b36 073642 0d353f 063a4e a4b1b2 a8b4b5 97a7aa 72888d 1c424b"
        " 5ca8dd 000000 3a5a61 96a826 e4a58a ed9897 204060 b4bec0"
    ),
    "solarized-light": (
        "fdf6e3 eee8d5 ece8d8 dae4e0 4a585b 46585d 545e5e 747a76 d8d8ca"
        " 1c689d ffffff b2b8b1 5c6b00 8d340f a42523 d1ced9 3d4d51"
    ),
    "textual-dark": (
        "121212 1e1e1e 262626 0f2231 c7c7c7 e0e0e0 aaaaaa 7d7d7d 3f3f3f"
        " 3393dc 000000 6e6e6e 4ebf71 febc60 dc9dad 583e19 e0e0e0"
    ),
    "textual-light": (
        "e0e0e0 d8d8d8 cccccc bcc7cf 363636 1f1f1f 4c4c4c 686868 b5b5b5"
        " 004578 ffffff 898989 235532 3f290a 78273b e9cea9 1f1f1f"
    ),
    "tokyo-night": (
        "1a1b26 24283b 282a37 332f47 a6adc9 a9b1d6 9ba1b9 7b7f93 393c4c"
        " bb9af7 000000 5a5e75 9ece6a dfaf68 f78a9e 5e4238 c7cce4"
    ),
}
"""By the name of the theme, in the order of the alphabet: the fields of `Palette` in their order, as "rrggbb"."""

FOREIGN = tuple(_DERIVED)
"""The names of Textual's themes, without those in the terminal's own colours."""


def palette_of(theme: str) -> Palette | None:
    """Return the palette of a theme of Textual, or None if there is no theme of that name."""
    derived = _DERIVED.get(theme)
    return None if derived is None else Palette(*(f"#{colour}" for colour in derived.split()))
