"""Plain text and Markdown: titles, paragraphs, hyphens, encodings."""

from __future__ import annotations

import pytest

from briefing.articles.article import Article
from briefing.articles.read import read_article
from tests.articles.files import PROSE, TITLE


def read(text: str) -> Article:
    return read_article(text.encode(), "-")


@pytest.mark.parametrize(
    ("text", "blocks"),
    [
        pytest.param(
            f"{TITLE}\n\nThe harbour board voted today to\ndredge the channel before winter\ncomes.\n\n{PROSE[1]}",
            (TITLE, "The harbour board voted today to dredge the channel before winter comes.", PROSE[1]),
            id="wrapped",
        ),
        pytest.param(
            f"{TITLE}\nThe harbour board voted to dredge the channel,\nand nobody was against it, said the pilot.",
            (
                TITLE,
                "The harbour board voted to dredge the channel, and nobody was against it, said the pilot.",
            ),
            id="title above the text",
        ),
        pytest.param(f"{TITLE}\n{PROSE[0] * 3}\n{PROSE[1] * 3}", (TITLE, PROSE[0] * 3, PROSE[1] * 3), id="a line each"),
        pytest.param(
            f"{TITLE}\n\nWhat is known of the plans:\n- The channel is closed.\n- It opens on Friday.\n\n{PROSE[1]}",
            (
                TITLE,
                "What is known of the plans:",
                "- The channel is closed.",
                "- It opens on Friday.",
                PROSE[1],
            ),
            id="list",
        ),
        pytest.param(
            f"{TITLE}\n\nThe board is split, as the seventy-\nfive members are not always of\none mind.\n\n{PROSE[1]}",
            (TITLE, "The board is split, as the seventy-five members are not always of one mind.", PROSE[1]),
            id="hyphen of the word",
        ),
        pytest.param(
            f"{TITLE}\n\nThe interest of the board in the inter-\nest of others is small, said those.\n\n{PROSE[1]}",
            (TITLE, "The interest of the board in the interest of others is small, said those.", PROSE[1]),
            id="hyphen of the line",
        ),
        pytest.param(f"\ufeff{TITLE}\r\n\r\n{PROSE[0]}\r\n\r\n\r\n{PROSE[1]}\r\n", (TITLE, *PROSE), id="line ends"),
        pytest.param(f"{TITLE}\n \t\n{PROSE[0]}\f{PROSE[1]}", (TITLE, *PROSE), id="pages"),
        pytest.param(f"{PROSE[0]} {PROSE[1] * 4}", (PROSE[0], f"{PROSE[0]} {PROSE[1] * 4}"), id="without a title"),
        pytest.param(
            f"{TITLE}\n\n\x1b[31m{PROSE[0]}\u202e\n\n{PROSE[1]}", (TITLE, f"�[31m{PROSE[0]}�", PROSE[1]), id="escapes"
        ),
    ],
)
def test_plain_text_has_a_title_and_paragraphs(text: str, blocks: tuple[str, ...]) -> None:
    article = read(text)
    assert (article.title, *article.paragraphs) == blocks


@pytest.mark.parametrize("codec", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-32", "cp1252"])
def test_text_is_decoded(codec: str) -> None:
    assert read_article(f"{TITLE}\n\n{PROSE[0]}\n\n{PROSE[1]}".encode(codec), "-").paragraphs == PROSE


@pytest.mark.parametrize(
    ("markdown", "prose"),
    [
        ("The **harbour** board *voted* on ***Monday***.", "The harbour board voted on Monday."),
        ("The __harbour__ board _voted_; snake_case_names stay.", "The harbour board voted; snake_case_names stay."),
        ("It has [nine quays](https://example.org/a_(b) 'quays').", "It has nine quays."),
        (
            "It has [nine quays][1], and [more] of them.\n\n[1]: https://example.org",
            "It has nine quays, and [more] of them.",
        ),
        ("It has nine quays.[^1]\n\n[^1]: All of them", "It has nine quays."),
        ("![The channel](a.png) It has nine quays.", "It has nine quays."),
        ("It has `nine` quays, and ~~eight~~ ten.", "It has nine quays, and eight ten."),
        ("It has 3\\*3 quays &amp; a pier <!-- not 10 -->.", "It has 3*3 quays & a pier ."),
        ("It is 3 * 4 * 5 metres, and 2 < 3.", "It is 3 * 4 * 5 metres, and 2 < 3."),
        ("It has<br>\nnine\nquays.\\\nSo it is.", "It has nine quays. So it is."),
        ("> It has nine quays,\n> said the pilot.", "It has nine quays, said the pilot."),
        ("```\nquays = 9\n```\nIt has nine quays.", "It has nine quays."),
        ("* * *\nIt has nine quays.\n", "It has nine quays."),
        ("| Quay | Ships |\n|---|---|", "Quay | Ships"),
        ("1. It has nine quays.", "It has nine quays."),
        ("- [x] It has nine quays.", "It has nine quays."),
        ("It has nine quays\n---", "It has nine quays"),
        ("### It has nine quays ###", "It has nine quays"),
    ],
)
def test_markdown_becomes_prose(markdown: str, prose: str) -> None:
    article = read(f"# {TITLE}\n\n{PROSE[0]}\n\n{markdown}\n\n{PROSE[1]}\n")
    assert (article.title, *article.paragraphs) == (TITLE, PROSE[0], prose, PROSE[1])


def test_front_matter_says_where_an_article_is_from() -> None:
    front = f'---\ntitle: "{TITLE}"\nauthor: Ann Lee  # a pilot\ndate: 2024-10-21T08:00\n'
    front += "url: https://example.org/a\nlang: de\n---\n"
    article = read(front + "\n\n".join(PROSE))
    assert (article.title, article.author, article.published, article.url, article.language, article.paragraphs) == (
        TITLE,
        "Ann Lee",
        "2024-10-21",
        "https://example.org/a",
        "de",
        PROSE,
    )


def test_a_rule_at_the_top_is_no_front_matter() -> None:
    assert read(f"---\n\n# {TITLE}\n\n{PROSE[0]}\n\n---\n\n{PROSE[1]}").paragraphs == PROSE
