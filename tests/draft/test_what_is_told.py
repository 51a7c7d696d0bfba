"""What a draft takes from single sentences: only what the text tells as a fact, and what its words mean."""

from __future__ import annotations

import pytest

from briefing.articles.article import Article
from briefing.draft.compose import DraftOptions, compose
from briefing.format.model import Brief
from tests.draft.articles import brief_of


def drafted(*paragraphs: str, language: str = "en", title: str = "News", published: str | None = None) -> Brief:
    """Return the draft of an article."""
    article = Article(title=title, paragraphs=paragraphs)
    return brief_of(compose(article, DraftOptions(language=language, published=published)))


def values(brief: Brief) -> list[str]:
    """Return the values of the figures of a brief."""
    return [str(figure.amount.high) for figure in brief.figures if figure.amount is not None]


@pytest.mark.parametrize(
    ("language", "sentence", "wanted"),
    [
        pytest.param("en", "I think the death toll would have been more than a thousand.", [], id="counterfactual"),
        pytest.param("en", "The plant would have 300 workers, the company said.", ["300"], id="future-in-the-past"),
        pytest.param("en", "He denied that 300 people were killed in the raid.", [], id="denied"),
        pytest.param("en", "Did the army kill 300 people in the town of Orsk?", [], id="question"),
        pytest.param("en", "No more than 300 people were killed in Orsk.", ["300"], id="at-most"),
        pytest.param("en", "The toll was 300, not 400, the ministry said.", ["300"], id="not-but"),
        pytest.param("en", "If 300 people die, the law is void.", [], id="condition"),
        pytest.param("en", "The bank cut 300 jobs, but did not close 12 of its branches.", ["300"], id="not-done"),
        pytest.param("de", "Ohne den Deich hätten 3000 Menschen sterben können.", [], id="counterfactual-de"),
        pytest.param("de", "Nicht 300, sondern 400 Menschen starben in Orsk.", ["400"], id="not-but-de"),
        pytest.param("fr", "Le bilan aurait pu atteindre 3 000 morts.", [], id="counterfactual-fr"),
        pytest.param("fr", "Il n'y a pas eu 300 morts, selon la police.", [], id="denied-fr"),
        pytest.param("es", "El balance podría haber alcanzado los 3.000 muertos.", [], id="counterfactual-es"),
        pytest.param("es", "No murieron 300 personas en el incendio.", [], id="denied-es"),
    ],
)
def test_only_a_number_that_is_told_as_a_fact_becomes_a_figure(language: str, sentence: str, wanted: list[str]) -> None:
    assert values(drafted(sentence, language=language)) == wanted
