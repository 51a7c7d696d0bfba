from __future__ import annotations

import re
from functools import cache
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.articles.article import Article, ArticleError
from briefing.draft.compose import Draft, DraftOptions, compose
from briefing.draft.selection import MOST
from briefing.evidence.check import check_brief
from briefing.evidence.coverage import coverage
from briefing.evidence.facts.text import text_facts
from briefing.evidence.languages import table
from briefing.evidence.saved_text import saved_text
from briefing.format.model import SourceText, Status, TextState
from tests.draft.articles import TEXTS, article_at, article_of, brief_of, faults

HOSTILE = {
    "control characters": "Title\x1b]0;x\x07\n\nThe dam \x1b[31mheld 3,000\x00 people in 2024\x9b, said Ada Holt.\n",
    "YAML": "key: value\n\n- figures: [1, 2]\n\n# 3,000 people: {said: &a *a} !!python/object on 4 May 2024 | >-\n",
    "quotes": "“He said ‘no’”\n\n\"It's 3,000 'people'\", said \"Ada 'A' Holt\". «Oui» „ja“ 4,000 “tonnes” in 2024.\n",
    "markup": "[click=app.quit]Title[/]\n\n[link=x]3,000 people[/link] died on [bold]4 May 2024[/], said [x]Holt[/].\n",
    "bidi": "Title \u202eelttiT\n\nThe \u2066dam\u2069 held 3,000 \u202epeople\u202c in 2024 said \u200bAda Holt.\n",
    "numbers only": "1,000\n\n" + " ".join(str(number) for number in range(1000, 1400)) + "\n",
    "one word": "Dam\n\nThe dam held 3,000 people on 4 May 2024.\n",
    "no sentence": "dam\n\nwater and stones and 3,000 and water and stones and 2024 and water\n",
    "no paragraph": "The dam of Orsk held 3,000 people on 4 May 2024\n",
    "same again": "The dam holds\n\n" + "The dam held 3,000 people on 4 May 2024.\n\n" * 40,
    "long title": "The dam of Orsk " * 320 + "\n\nThe dam held 3,000 people on 4 May 2024, said Ada Holt.\n",
    "long paragraph": "The dam\n\n" + "The dam held 3,000 people on 4 May 2024, said Ada Holt. " * 400,
    "long sentence": "The dam\n\n" + "the dam held 3,000 people and " * 60 + "then it fell on 4 May 2024.\n",
    "number in the title": "Orsk: 7,412 people left the town\n\nThe dam fell on Sunday and nobody was hurt, it said.\n",
    "unsafe name": "../../etc/passwd\n\nThe dam held 3,000 people on 4 May 2024, said ../../Ada Holt.\n",
    "separators": "The dam\n\nThe dam held\u2028 3,000 people\x85 on 4 May\u2029 2024\x0c in all, said Ada Holt.\n",
    "a language without a table": "De dijk\n\nDe dijk van Oss is op 4 mei 2024 met 3.000 man dicht, zei het bestuur.\n",
    "signs": "水坝\n\n2024年5月4日，大坝容纳了3000人。消息人士说，大坝将于6月关闭。\n",
}


@cache
def draft_at(path: Path, published: str | None = None) -> Draft:
    """Return the draft of an article, composed once for all tests."""
    return compose(article_at(path), DraftOptions(published=published))


@pytest.mark.parametrize("published", [None, "2026-11-20"])
@pytest.mark.parametrize("path", TEXTS, ids=lambda path: path.stem)
def test_a_draft_of_an_article_checks_clean_and_quotes_it(path: Path, published: str | None) -> None:
    assert faults(draft_at(path, published), published) == []


@pytest.mark.parametrize("every", [False, True])
@pytest.mark.parametrize("name", HOSTILE)
def test_a_draft_of_a_hostile_text_checks_clean(name: str, every: bool) -> None:
    assert faults(compose(article_of(HOSTILE[name]), DraftOptions(every=every))) == []


@pytest.mark.parametrize("path", TEXTS[:6], ids=lambda path: path.stem)
def test_a_second_run_gives_the_same_bytes(path: Path) -> None:
    options = DraftOptions(published="2026-11-20")
    assert compose(article_at(path), options) == draft_at(path, "2026-11-20")


@pytest.mark.parametrize("path", TEXTS, ids=lambda path: path.stem)
def test_a_draft_has_no_more_items_than_a_reader_wants(path: Path) -> None:
    counts = draft_at(path).counts
    assert all(counts[block] <= most for block, most in MOST.items())


@given(text=st.text(alphabet=st.sampled_from("ab A.,:;'\"“”-–\n0123456789%€$\x1b\u202e[]{}#&*!|>éß中"), max_size=400))
def test_any_text_is_drafted_clean_or_refused(text: str) -> None:
    try:
        draft = compose(article_of(text), DraftOptions(every=True))
    except ArticleError:
        return
    assert faults(draft) == []


def test_a_draft_says_that_it_is_one() -> None:
    brief = brief_of(compose(article_at(TEXTS[0]), DraftOptions()))
    assert brief.status is Status.DRAFT


def test_what_the_person_says_about_an_article_counts_first() -> None:
    article = Article(title="The dam holds", paragraphs=("The dam held 3,000 people in 2024.",), publisher="Page")
    options = DraftOptions(
        name="dam",
        url="https://example.org/dam",
        published="2024-05-04",
        publisher="Example News",
        author="Ana Reyes",
        language="en-GB",
        marking="TLP:GREEN",
        tags=("dam",),
    )
    brief = brief_of(compose(article, options))
    source = brief.sources[0]
    assert (source.url, source.publisher, source.author) == ("https://example.org/dam", "Example News", "Ana Reyes")
    assert (brief.language, brief.marking, brief.tags, source.file) == ("en-GB", "TLP:GREEN", ("dam",), "texts/dam.txt")


def test_a_text_of_many_megabytes_is_refused() -> None:
    article = Article(title="Dam", paragraphs=("The dam holds. " * 140_000,))
    with pytest.raises(ArticleError, match=r"this has 2,100,00\d characters"):
        compose(article, DraftOptions())


def test_a_text_of_a_few_letters_is_refused() -> None:
    with pytest.raises(ArticleError, match="too little text"):
        compose(Article(title="Dam", paragraphs=()), DraftOptions())


@pytest.mark.parametrize("path", TEXTS[:12], ids=lambda path: path.stem)
def test_what_a_draft_leaves_out_is_listed_by_coverage(path: Path) -> None:
    draft = draft_at(path)
    brief, text = brief_of(draft), SourceText(state=TextState.HELD, text=draft.text)
    held = {one.id: text if one.file else SourceText(state=TextState.NOT_HELD) for one in brief.sources}
    evidence = check_brief(brief, held, Path("draft.yaml"))
    listed = [one.words for one in coverage(brief, held, evidence)]
    quoted = [cite.quote or "" for item in (*brief.figures, *brief.timeline) for cite in item.cites]
    facts = text_facts(saved_text(draft.text, table(brief.language)), None)
    digits = [re.search(r"\d[\d.,]*\d|\d", draft.text[slice(*one.place.span)]) for one in facts.numbers]
    lost = [one.group() for one in digits if one and not any(one.group() in words for words in (*listed, *quoted))]
    assert lost == []


def test_a_number_in_millions_is_not_small() -> None:
    text = "Meals\n\nThe agency met.\n\nThe agency feeds 1.4 million children in three rooms of a house.\n"
    figures = brief_of(compose(article_of(text), DraftOptions())).figures
    assert [figure.unit for figure in figures] == ["million children"]
