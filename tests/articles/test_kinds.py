"""The kind of an article is told by its content, and every kind gives the same title and paragraphs."""

from __future__ import annotations

import pytest

from briefing.articles.article import ArticleError
from briefing.articles.kinds import KINDS
from briefing.articles.read import read_article
from tests.articles.files import PROSE, TITLE, docx, mail, page, paragraphs, pdf, word_paragraph

BODY = "\n\n".join(PROSE)
EVERY = (
    (pdf((TITLE, "", PROSE[0], "", PROSE[1])), "PDF files"),
    (docx("".join(map(word_paragraph, (TITLE, *PROSE)))), "Word documents (.docx)"),
    (mail(BODY), "mail and pages saved as mail (.eml, .mhtml)"),
    (page(f"<h1>{TITLE}</h1>{paragraphs()}"), "HTML pages"),
    (f"# {TITLE}\n\n{BODY}\n".encode(), "Markdown"),
    (f"{TITLE}\n\n{BODY}\n".encode(), "plain text"),
)


def test_every_kind_is_tried_here() -> None:
    assert [name for _, name in EVERY] == [kind.name for kind in KINDS]


@pytest.mark.parametrize(("data", "name"), EVERY)
def test_a_file_is_of_the_first_kind_that_fits(data: bytes, name: str) -> None:
    assert next(kind.name for kind in KINDS if kind.fits(data)) == name


@pytest.mark.parametrize("data", [data for data, _ in EVERY])
def test_every_kind_gives_the_same_article(data: bytes) -> None:
    article = read_article(data, "misleading.jpg")
    assert (article.title, article.paragraphs) == (TITLE, PROSE)


@pytest.mark.parametrize("data", [data for data, _ in EVERY])
def test_the_saved_text_is_itself_an_article_with_the_same_paragraphs(data: bytes) -> None:
    text = read_article(data, "-").text
    assert read_article(text.encode(), "-").text == text


def test_the_saved_text_has_blank_lines_between_title_and_paragraphs() -> None:
    assert read_article(EVERY[-1][0], "a.txt").text == f"{TITLE}\n\n{PROSE[0]}\n\n{PROSE[1]}\n"


@pytest.mark.parametrize(
    ("data", "sentence"),
    [
        pytest.param(b"", "it is empty", id="empty"),
        pytest.param(b" \n\t", "it is empty", id="blank"),
        pytest.param(b"x" * (16 * 1024 * 1024 + 1), "it is larger than 16 MiB, the most that is read", id="large"),
        pytest.param(b"Hello", "there is too little text in it for an article", id="short"),
        pytest.param(b"\x89PNG\r\n\x1a\n" + bytes(50), "it is a picture: an article is text", id="png"),
        pytest.param(b"ID3\x04\x00" + bytes(50), "it is a sound or a film: an article is text", id="mp3"),
        pytest.param(b"PK\x03\x04" + bytes(50), "it is an archive: unpack it first", id="zip"),
        pytest.param(
            b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(50),
            "it is a document of an old Office (.doc): save it as .docx or as plain text",
            id="doc",
        ),
        pytest.param(bytes(range(256)) * 20, "it is not text", id="bytes"),
        pytest.param(
            b'{"text": "Words of an article that nobody reads in braces, or would want to."}',
            "it is data for programs, in XML or JSON: an article is text",
            id="JSON",
        ),
        pytest.param(
            b"<?xml version='1.0'?><rss><item>Words of an article that nobody reads so.</item></rss>",
            "it is data for programs, in XML or JSON: an article is text",
            id="XML",
        ),
        pytest.param(b"\xc4\xe3\xba\xc3" * 50, "nothing tells its encoding: save it as UTF-8", id="gbk"),
        pytest.param(b"%PDF-1.4 broken", "the PDF is damaged", id="broken PDF"),
        pytest.param(
            pdf(()), "this PDF has no text, only pictures of pages: run it through OCR first", id="scanned PDF"
        ),
        pytest.param(
            page("<form><p>Welcome</p><input type=password></form>"),
            "the page asks to sign in, to run scripts or to accept cookies, and shows no article",
            id="login",
        ),
        pytest.param(
            page("<p>Please enable JavaScript to see this site as it was meant to be seen.</p>"),
            "the page asks to sign in, to run scripts or to accept cookies, and shows no article",
            id="JavaScript",
        ),
    ],
)
def test_bad_input_gets_one_sentence(data: bytes, sentence: str) -> None:
    with pytest.raises(ArticleError) as caught:
        read_article(data, "some\nname")
    assert str(caught.value) == f"some\\nname: {sentence}"


def test_standard_input_is_called_so() -> None:
    with pytest.raises(ArticleError, match=r"\Astandard input: it is empty\Z"):
        read_article(b"", "-")
