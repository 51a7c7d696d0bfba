"""What a draft takes from single sentences: only what the text tells as a fact, and what its words mean."""

from __future__ import annotations

import pytest

from briefing.articles.article import Article
from briefing.draft.compose import DraftOptions, compose
from briefing.draft.labels import names_a_thing
from briefing.evidence.languages import table
from briefing.format.model import Brief, Standing
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
        pytest.param("en", "The roof of the house is gone, said Toby Wallace, 49.", [], id="age"),
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


@pytest.mark.parametrize(
    ("title", "sentence", "wanted"),
    [
        ("At least 107 killed in crane collapse", "A storm threw a crane down in Mecca, killing 107 or more.", ["107"]),
        ("Powerful 7.1 quake hits Orsk", "A magnitude 7.1 earthquake hit the town of Orsk on Friday.", ["7.1"]),
        ("32 people indicted for fraud", "Juries filed 32 papers, and 32 people were charged.", ["32", "32"]),
        ("Bank cuts 300 jobs", "The bank Corwin will cut 300 posts and sell branches for $300.", ["300", "300"]),
    ],
)
def test_what_the_title_says_is_one_figure_with_its_beginning(title: str, sentence: str, wanted: list[str]) -> None:
    assert values(drafted(sentence, title=title)) == wanted


def labels(brief: Brief) -> list[str]:
    """Return the labels of the figures of a brief."""
    return [figure.text for figure in brief.figures]


@pytest.mark.parametrize(
    ("sentence", "wanted"),
    [
        pytest.param(
            "Oregon has the most illnesses in this outbreak at 42, with Utah following behind at 28.",
            ["Illnesses in this outbreak, Oregon", "Illnesses in this outbreak, Utah"],
            id="names",
        ),
        pytest.param(
            "Inflation was 2.3% in 2024, 2.0% in 2025 and 1.9% in 2026.",
            ["Inflation, 2024", "Inflation, 2025", "Inflation, 2026"],
            id="dates",
        ),
        pytest.param(
            "Revenue was $300 million. Later it said that revenue was $400 million.", ["Revenue"], id="sentences"
        ),
        pytest.param("The rates remain unchanged at 2.5% and 4.5% respectively.", [], id="one-sentence"),
        pytest.param(
            "Revenue rose to $27.2 billion. Wall Street analysts were expecting revenue of $27.5 billion.",
            ["Revenue", "Revenue, Wall Street analysts"],
            id="speakers",
        ),
    ],
)
def test_no_two_figures_have_one_label(sentence: str, wanted: list[str]) -> None:
    assert labels(drafted(sentence)) == wanted


@pytest.mark.parametrize(
    ("language", "sentence", "wanted"),
    [
        pytest.param("en", "The service runs in a city of 4 million people.", [], id="people"),
        pytest.param("en", "The original estimate was about 660,000.", [], id="estimate"),
        pytest.param("en", "The bond US30YT=RR last rose 29/32 in price.", [], id="ticker-and-fraction"),
        pytest.param("en", "Analysts were expecting $2.52 a share.", [], id="only-expected"),
        pytest.param("es", "El banco la fija en cifras de 10 por ciento.", [], id="figures-es"),
        pytest.param("en", "The storm killed 30 people in Orsk.", ["People killed"], id="fate"),
        pytest.param("en", "The S&P 500 is up 24.5 percent.", ["Rise in S&P 500"], id="name-with-digits"),
        pytest.param(
            "en",
            "The rate on loans and the rate on deposits will remain unchanged at 2.5% and 4.5% respectively.",
            ["Rate on loans", "Rate on deposits"],
            id="respectively",
        ),
        pytest.param(
            "en",
            "Damage estimates ranged from $15 billion to more than $100 billion.",
            ["Minimum of damage estimates", "Maximum of damage estimates"],
            id="range",
        ),
        pytest.param(
            "en",
            "The firm reported net income of $6.5 million for the quarter, compared to net income of $3.9 million.",
            ["Net income", "Net income before"],
            id="compared",
        ),
        pytest.param(
            "en",
            "In all 123 voted in favour of the budget, with only 80 against them.",
            ["Votes in favour of the budget", "Votes against"],
            id="votes",
        ),
    ],
)
def test_a_label_tells_alone_what_its_number_is_of(language: str, sentence: str, wanted: list[str]) -> None:
    assert labels(drafted(sentence, language=language)) == wanted


@pytest.mark.parametrize(
    ("language", "sentence", "wanted"),
    [
        ("en", "Retail sales missed the 4.8 percent gain in revenue the bank was expecting.", Standing.EXPECTED),
        ("en", "The planned outage follows one that affected 2.5 million people.", Standing.REPORTED),
        ("de", "Der Schaden wird auf mehr als 50 000 Euro geschätzt.", Standing.ESTIMATED),
    ],
)
def test_a_figure_stands_as_the_text_puts_it(language: str, sentence: str, wanted: Standing) -> None:
    assert [figure.standing for figure in drafted(sentence, language=language).figures] == [wanted]


@pytest.mark.parametrize(
    ("language", "sentence", "wanted"),
    [
        ("en", "The firm opened a mine near Orsk on 4 May 2024.", ["2024-05-04"]),
        ("en", "Troops remain in Orsk, years after the army invaded it in the wake of the 2 May 2001 attacks.", []),
        ("en", "Two men who had been held in Orsk since 2016 were freed.", []),
        ("en", "After the chief of the firm left in October 2019, the bank took it over.", []),
        ("en", "He was arrested for the March 21 call to the office.", []),
        ("en", "The firm reported third-quarter earnings of the mine.", []),
        ("en", "The bank expects inflation of 2.3% in 2024 and 2.0% in 2025.", []),
        ("en", "The staff of the bank have revised down the growth projection for 2024.", []),
        ("en", "The ministry said that the mine of Orsk will close in May 2024.", ["2024-05"]),
        ("de", "Das Werk, das 2010 gegründet wurde, gehört jetzt der Stadt.", []),
        ("de", "Das Werk in Orsk wurde am 4. Mai 2024 eröffnet.", ["2024-05-04"]),
        ("fr", "La société qui a été fondée en 2010 a fermé une mine.", []),
        ("fr", "La mine d'Orsk a été fermée le 4 mai 2024.", ["2024-05-04"]),
        ("es", "La empresa que fue fundada en 2010 cerró una mina.", []),
        ("es", "La mina de Orsk fue cerrada el 4 de mayo de 2024.", ["2024-05-04"]),
    ],
)
def test_only_a_date_that_dates_its_sentence_is_an_event(language: str, sentence: str, wanted: list[str]) -> None:
    events = drafted(sentence, language=language).timeline
    assert [event.when.text for event in events if event.when is not None] == wanted


@pytest.mark.parametrize(
    ("sentence", "wanted"),
    [
        ("A source told Reuters that Russia is unlikely to cut its output.", "Russia is unlikely to cut its output."),
        ("Metrolink said on Twitter it has stopped its trains there.", None),
        ("Holt said in an email to the agency that Orsk never meant to pay.", "Orsk never meant to pay."),
        ("The firm reported big earnings that topped all estimates.", None),
        ("The bank of Orsk will close two branches, Holt told reporters.", "The bank of Orsk will close two branches."),
    ],
)
def test_a_point_has_what_is_said_without_those_who_are_told(sentence: str, wanted: str | None) -> None:
    assert drafted(sentence).summary[0].text == (wanted or sentence)


@pytest.mark.parametrize(
    ("sentence", "wanted"),
    [
        pytest.param(
            "The minutes of the meeting on 4 May 2024 showed that two members – Ada Holt and Ian Reyes, who have both"
            " voted for a rise before – were back in favour of holding the rates of the bank again.",
            "again.",
            id="aside",
        ),
        pytest.param(
            "The council of the bank expects rates to remain unchanged at least until May 2024 so that inflation"
            " goes back to levels that are below, but close to, the target of the bank in the medium term.",
            "term.",
            id="but",
        ),
    ],
)
def test_an_event_is_not_cut_where_its_meaning_would_change(sentence: str, wanted: str) -> None:
    assert drafted(sentence).timeline[0].text.endswith(wanted)


@pytest.mark.parametrize(
    ("language", "sentence", "wanted"),
    [
        (
            "en",
            "It was not possible to independently verify the claim of the group.",
            "It was not possible to independently verify the claim of the group.",
        ),
        ("en", "The army did not reveal the place of the crash.", "The army did not reveal the place of the crash."),
        (
            "en",
            "The bank of Orsk closed two branches on Wednesday.",
            "The dates of “Wednesday”: the article does not say when it was published.",
        ),
        ("en", "The bank closed a branch (Dec 08) in the town of Orsk.", "The year of “Dec 08”."),
        (
            "de",
            "Die Bank in Orsk hat am Mittwoch zwei Filialen geschlossen.",
            "Die Daten von „Mittwoch“: Der Artikel nennt kein Datum der Veröffentlichung.",
        ),
        (
            "fr",
            "La banque d'Orsk a fermé deux agences mercredi dernier.",
            "Les dates de «\u00a0mercredi dernier\u00a0» : l’article ne dit pas quand il a été publié.",
        ),
        (
            "es",
            "El banco de Orsk cerró dos oficinas el miércoles pasado.",
            "Las fechas de «miércoles pasado»: el artículo no dice cuándo se publicó.",
        ),
    ],
)
def test_what_a_text_leaves_open_is_told(language: str, sentence: str, wanted: str) -> None:
    assert wanted in drafted(sentence, language=language).open


@pytest.mark.parametrize(
    ("paragraphs", "wanted"),
    [
        (
            ("The Centers for Disease Control said that 300 people fell ill.", "The CDC said that 12 people died."),
            ["Centers for Disease Control"],
        ),
        (
            ("Damage costs $300 million, said Chuck Watson of Enki.", "It may rise to $400 million, Watson said."),
            ["Chuck Watson"],
        ),
        (
            ("The Orsk Daily Chronicle says 300 people came.", "The Chronicle says that 12 people were arrested."),
            ["Orsk Daily Chronicle"],
        ),
        (
            ("The Health Ministry said that 300 people fell ill.", "The Interior Ministry said that 12 people died."),
            ["Health Ministry", "Interior Ministry"],
        ),
    ],
)
def test_a_speaker_with_two_names_is_one_source(paragraphs: tuple[str, ...], wanted: list[str]) -> None:
    assert [source.name for source in drafted(*paragraphs).sources if source.name is not None] == wanted


@pytest.mark.parametrize(
    ("label", "language", "wanted"),
    [
        ("Cost", "en", True),
        ("Rise in revenue", "en", True),
        ("Remain", "en", False),
        ("To begin", "en", False),
        ("By deal", "en", False),
        ("Share of WeWork's", "en", False),
        ("Rain dumped on", "en", False),
        ("Fin", "fr", False),
        ("Bilan", "fr", True),
        ("Schaden", "de", True),
        ("Tasa de inflación", "es", True),
    ],
)
def test_a_label_names_a_thing(label: str, language: str, wanted: bool) -> None:
    assert names_a_thing(label, table(language)) is wanted


def test_the_agency_of_a_date_line_is_no_word_of_a_label() -> None:
    brief = drafted(
        "ANKARA (Reuters) - At least 38 people were killed when a quake struck the town of Orsk.",
        "A tremor in the port of Mirow killed 523 people.",
    )
    labels = [figure.text for figure in brief.figures]
    assert len(labels) == 2
    assert not any("Reuters" in label for label in labels)


def test_a_role_of_another_paragraph_is_not_that_of_a_source() -> None:
    brief = drafted(
        "Varran announced profits of $5 million.", "The low cost carrier Varran said it had carried 7 million people."
    )
    roles = [source.role for source in brief.sources if source.name == "Varran"]
    assert roles == [None]
