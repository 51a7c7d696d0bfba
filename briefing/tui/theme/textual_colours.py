"""The palettes that `styles` derives from the themes of Textual, for frames drawn before Textual is imported.

A test compares them with what is derived, and says what to write here when Textual changes a theme.
"""

from __future__ import annotations

from briefing.tui.theme.colours import Palette

_DERIVED = {
    "atom-one-dark": (
        "282c34 3b414d 3a3e47 bec1ca bbc1cb adb1b8 acb0b7 898d96 444952"
        " a77ec5 61afef 626872 62f062 ef6262 4c425e c4c9d2"
    ),
    "atom-one-light": (
        "fafafa e0e0e0 dedfe0 4f5158 383a42 5e5f63 5d5d61 7e7f82 cfcfd1"
        " 987428 4078f2 a2a3a7 3a8522 e43b3b e8dabe 383a42"
    ),
    "catppuccin-frappe": (
        "303446 414559 45495e c6cde7 c6d0f5 b5bbd0 b8bdcf 9197af 51566c"
        " f4b8e4 ca9ee6 737a94 a6d189 e68284 6a5b75 f0f3fc"
    ),
    "catppuccin-latte": (
        "eff1f5 e6e9ef d8dae1 4c4e60 4c4f69 595b68 5b5c68 737581 cbcdd6"
        " ca5008 8839ef a5a8b6 368824 d10f39 f3c6ae 44475e"
    ),
    "catppuccin-macchiato": (
        "24273a 363a4f 3b3f54 b6bede cad3f5 a4aac3 abafc3 878ca5 484c63"
        " f5bde6 c6a0f6 6e748e a6da95 ed8796 62546d dfe4f9"
    ),
    "catppuccin-mocha": (
        "181825 313244 313241 b7bfdb cdd6f4 989eb4 969baf 7c8095 3f4152"
        " f9b387 f5c2e7 696d82 abe9b3 f28fad 5b4642 cdd6f4"
    ),
    "dracula": (
        "282a36 2b2e3b 454650 dfdfdb f8f8f2 b5b6b5 b6b7b7 949597 55575f"
        " ff79c6 bd93f9 85868a 50fa7b fe5d5d 684161 f8f8f2"
    ),
    "flexoki": (
        "100f0f 1c1b1a 31302e e2dfd5 fffcf0 b2b0a8 9f9d96 8c8a84 444340"
        " 9b76c8 4c7eb7 7b7974 6c8617 c2635e 392d46 fffcf0"
    ),
    "gruvbox": (
        "282828 3c3836 45443e e1d8b3 fbf1c7 bab399 b7b39f 95907a 56544a"
        " f9bd2f 85a598 86826f b7bb26 fa5b48 66542a fbf1c7"
    ),
    "monokai": (
        "272822 2e2e2e 3f403b c1c1c0 d6d6d6 acacaa ababaa 8e8e8b 4d4e49"
        " 66d9ef ae81ff 757673 a5e22e f94687 395d5f e2e2e2"
    ),
    "nord": (
        "2e3440 3b4252 454b57 c9ced8 d8dee9 b8bdc5 b9bdc4 989da6 535965"
        " b48ead 88c0d0 7a808c a3be8c ce888f 564f60 d8dee9"
    ),
    "rose-pine": (
        "191724 1f1d2e 343241 c8c6db e0def4 a09eb1 a09eae 807e90 444251"
        " ebbcba c4a7e7 727081 9ccfd8 ea6f92 584851 e0def4"
    ),
    "rose-pine-dawn": (
        "faf4ed fffaf3 e3dddc 54506b 524d72 615d6e 625e6c 7b7784 d6d0d3"
        " ab6864 8873a0 b0abb8 4d858f b4637a efd1cb 524d72"
    ),
    "rose-pine-moon": (
        "232136 2a273f 3d3b50 c9c7dd e0def4 a7a5ba a9a7b9 8b899d 4c4a5f"
        " ea9a97 c4a7e7 78768b 9ccfd8 ea6f92 5e4553 e0def4"
    ),
    "solarized-dark": (
        "002b36 073642 123943 a4b1b2 a8b4b5 93a3a6 94a5a8 72888d 1c424b"
        " 7378c6 268bd2 3a5a61 849900 e0504e 204060 b4bec0"
    ),
    "solarized-light": (
        "fdf6e3 eee8d5 e5e2d3 4a585b 46585d 5b6362 5c6260 747a76 d8d8ca"
        " 6c71c4 2484c7 b2b8b1 768900 db322f d1ced9 3d4d51"
    ),
    "textual-dark": (
        "121212 1e1e1e 2e2e2e c7c7c7 e0e0e0 9e9e9e 989898 7d7d7d 3f3f3f"
        " fea62b 0d7ed6 6e6e6e 4ebf71 c35973 583e19 e0e0e0"
    ),
    "textual-light": (
        "e0e0e0 d8d8d8 c4c4c4 363636 1f1f1f 4e4e4e 515151 686868 b5b5b5"
        " 8b5b17 004578 898989 2e7243 b93c5b e9cea9 1f1f1f"
    ),
    "tokyo-night": (
        "1a1b26 24283b 2e303e a1a8c6 a9b1d6 959ab0 9397ab 7b7f93 393c4c"
        " fe9e64 bb9af7 5a5e75 9ece6a f6768e 5e4238 c7cce4"
    ),
}
"""By the name of the theme: the fields of `Palette` in their order, as "rrggbb"."""


def palette_of(theme: str) -> Palette | None:
    """Return the palette of a theme of Textual, or None if there is no theme of that name."""
    derived = _DERIVED.get(theme)
    return None if derived is None else Palette(*(f"#{colour}" for colour in derived.split()))
