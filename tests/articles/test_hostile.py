"""Any bytes give an article or one sentence, in little time, and what is loaded is what the kind needs."""

from __future__ import annotations

import subprocess
import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.articles.article import Article, ArticleError
from briefing.articles.read import read_article
from briefing.base.safe_text import first_unsafe
from tests.articles.files import PROSE, TITLE, docx, mail, page, paragraphs, pdf, word_paragraph

BODY = "\n\n".join(PROSE)
PAGE = page(paragraphs()).decode()
DATA = "<script type='application/ld+json'>{}</script>"
SEEDS = (
    pdf((TITLE, "", PROSE[0], "", PROSE[1]), ("More words of it.",)),
    docx("".join(map(word_paragraph, (TITLE, *PROSE)))),
    mail(
        f"--b\nContent-Type: text/html\n\n{page(paragraphs()).decode()}\n--b--",
        "Content-Type: multipart/x; boundary=b\n",
    ),
    page(
        f"<h1>{TITLE}</h1><div class=comments>{paragraphs()}</div>{paragraphs()}",
        "<script type='application/ld+json'>{}</script>",
    ),
    f"---\ntitle: x\n---\n# {TITLE}\n\n> {BODY}\n\n| a | b |\n".encode(),
    BODY.encode("utf-16"),
)


def is_read(data: bytes) -> None:
    """Assert that an article or one sentence comes of some bytes."""
    try:
        article = read_article(data, "x")
    except ArticleError as error:
        said = str(error)
        assert said.startswith("x: ")
        assert "\n" not in said
        return
    assert isinstance(article, Article)
    assert all(text == " ".join(text.split()) and text for text in (article.title, *article.paragraphs))
    assert first_unsafe(article.text) is None


@given(st.binary(max_size=400))
def test_any_bytes_are_read_or_refused(data: bytes) -> None:
    is_read(data)


@given(st.sampled_from(SEEDS), st.integers(0, 5000), st.integers(0, 300), st.binary(max_size=12))
def test_damaged_articles_are_read_or_refused(seed: bytes, at: int, cut: int, put: bytes) -> None:
    is_read(seed[: at % len(seed)] + put + seed[at % len(seed) + cut :])


@given(st.sampled_from(["# {}\n", "<p>{}", "{}\n\n", "---\n{}\n---\n"]), st.text(max_size=300))
def test_any_text_is_read_or_refused(form: str, text: str) -> None:
    is_read(form.format(text).encode("utf-8", "replace"))


@pytest.mark.parametrize(
    "data",
    [
        pytest.param(b"<html>" + b"<div>" * 100_000, id="deep page"),
        pytest.param(b"<html><body>" + b"<a href=x>a" * 60_000, id="links"),
        pytest.param(b"<html><body>" + (b"<div>" * 150 + b"<p>Words.</p>" + b"</div>" * 150) * 300, id="nested"),
        pytest.param(b"<html><body>" + b"<p>Word is here. " * 60_000, id="paragraphs"),
        pytest.param(b"<html><body><p " + b"a=1 " * 100_000 + b">", id="attributes"),
        pytest.param(b"<html><script type='application/ld+json'>" + b"[" * 400_000, id="deep data"),
        pytest.param(b"<html><p>" + b"&#x1b;]52;c;" * 50_000, id="escapes"),
        pytest.param(b"# a\n" + b"[" * 300_000, id="brackets"),
        pytest.param(b"# a\n" + b"_a " * 100_000, id="emphasis"),
        pytest.param(b"# a\n" + b"![a](" * 60_000, id="pictures"),
        pytest.param(b"a-\n" * 100_000, id="hyphens"),
        pytest.param(b"a" + "\u200b".encode() * 100_000 + b"a", id="invisible"),
        pytest.param(mail("".join(f"--b{n}\nContent-Type: multipart/mixed; boundary=b{n + 1}\n\n" for n in range(2000)),
                          "Content-Type: multipart/mixed; boundary=b0\n"), id="deep mail"),
        pytest.param(mail(BODY, "X: " + "=?utf-8?q?a?= " * 50_000 + "\n"), id="headers"),
        pytest.param(b"%PDF-1.4\n1 0 obj\n" + b"[" * 200_000, id="deep PDF"),
        pytest.param(b"%PDF-1.4\n" + b"startxref\n9\n%%EOF\n" * 20_000, id="tables"),
        pytest.param(pdf(("a",) * 8000), id="operators"),
        pytest.param(pdf((TITLE, *PROSE)).replace(b"/Length", b"/Filter /Fl /Length"), id="a filter of old"),
    ],
)  # fmt: skip
def test_hostile_articles_are_read_or_refused(data: bytes) -> None:
    is_read(data)


@pytest.mark.parametrize(
    ("data", "not_loaded"),
    [
        (BODY.encode(), {"lxml", "trafilatura", "pypdf", "email", "zipfile", "yaml"}),
        (SEEDS[3], {"pypdf", "yaml"}),  # trafilatura loads email and zipfile
        (SEEDS[0], {"lxml", "trafilatura", "zipfile", "yaml"}),
        (mail(BODY), {"lxml", "trafilatura", "pypdf", "zipfile", "yaml"}),
    ],
)
def test_only_what_a_kind_needs_is_loaded(data: bytes, not_loaded: set[str]) -> None:
    program = "import sys; from briefing.articles.read import read_article; read_article(sys.stdin.buffer.read(), '-');"
    done = subprocess.run(
        [sys.executable, "-c", f"{program} print(*sys.modules)"], input=data, capture_output=True, check=True
    )
    assert not_loaded & set(done.stdout.decode().split()) == set()


@pytest.mark.parametrize(
    ("data", "library", "what"),
    [
        (SEEDS[3], "lxml", "HTML"),
        (SEEDS[3], "trafilatura", "HTML"),
        (SEEDS[2], "lxml", "HTML"),
        (SEEDS[0], "pypdf", "PDF"),
    ],
)
def test_a_missing_extra_is_named(data: bytes, library: str, what: str) -> None:
    program = (
        f"import sys; sys.modules[{library!r}] = None\nfrom briefing.articles.read import read_article\n"
        "from briefing.articles.article import ArticleError\n"
        "try:\n    read_article(sys.stdin.buffer.read(), '-')\nexcept ArticleError as error:\n    print(error)"
    )
    done = subprocess.run([sys.executable, "-c", program], input=data, capture_output=True, check=True)
    wanted = f"standard input: {what} needs the extra `articles`: pip install 'briefing[articles]'\n"
    assert done.stdout.decode() == wanted


WATCH = """
import sys
def watch(event, values):
    if event in ("socket.connect", "socket.getaddrinfo", "socket.sendto"):
        print(event, values)
sys.addaudithook(watch)
from briefing.articles.read import read_article
print(len(read_article(sys.stdin.buffer.read(), "-").paragraphs))
"""


def test_reading_a_page_connects_to_nothing() -> None:
    head = "<base href=http://example.org><link rel=stylesheet href=c.css>"
    data = page(f"<img src=http://example.org/a><iframe src=http://example.org/b></iframe>{paragraphs()}", head)
    done = subprocess.run([sys.executable, "-c", WATCH], input=data, capture_output=True, check=True)
    assert (done.stdout, done.stderr) == (b"2\n", b"")
