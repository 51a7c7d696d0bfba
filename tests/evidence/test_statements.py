"""The rules for denial, doubt, certainty, plans and opposites, by example."""

from __future__ import annotations

import pytest

from tests.support.evidence import check

TITLE = "The title of the text\n\n"


def codes_of(claim: str, sentence: str, quote: str = "", language: str = "en") -> set[str]:
    """Return the codes of a point whose quote is a sentence, or a part of it."""
    own, words = claim.replace("'", "''"), (quote or sentence.rstrip(".")).replace("'", "''")
    yaml = (
        f"briefing: 1\ntitle: T\nlanguage: {language}\nsummary:\n  - text: '{own}'\n    cites: {{quote: '{words}'}}\n"
        f"sources:\n  a: {{kind: article, file: text.txt, language: {language}}}\n"
    )
    return {finding.code for finding in check(yaml, TITLE + sentence).findings}


WRONG = [
    # Denials: irregular and short verbs, verbs and phrases that deny, inside and outside the quote.
    ("They signed the deal.", "They did not sign the deal.", "en", "denial-dropped"),
    ("He won the case.", "In the end he did not win the case.", "en", "denial-dropped"),
    ("They flew to Orsk.", "They never flew to Orsk.", "en", "denial-dropped"),
    ("They paid the fine.", "They refused to pay the fine.", "en", "denial-dropped"),
    ("They bought the ship.", "They failed to buy the ship.", "en", "denial-dropped"),
    ("It hit the pier.", "The ship did not hit the pier.", "en", "denial-dropped"),
    ("Troops were sent.", "The minister denied that troops were sent.", "en", "denial-dropped"),
    ("The bank cut rates.", "The bank stopped short of cutting rates.", "en", "denial-dropped"),
    ("He killed them.", "There is no evidence that he killed them.", "en", "denial-dropped"),
    ("The town can pay.", "The town cannot pay its debts.", "en", "denial-dropped"),
    ("Sie unterzeichneten den Vertrag.", "Sie haben den Vertrag nicht unterzeichnet.", "de", "denial-dropped"),
    ("Les trains roulent.", "En mai, les trains ne roulent pas.", "fr", "denial-dropped"),
    # Doubt.
    ("Troops were sent.", "Troops are believed to have been sent.", "en", "doubt-dropped"),
    ("Ten are dead.", "In all ten are feared dead.", "en", "doubt-dropped"),
    ("He stole the ship.", "He is suspected of stealing the ship.", "en", "doubt-dropped"),
    ("The firm cut pay.", "The union accused the firm of cutting pay.", "en", "doubt-dropped"),
    ("Troops were sent.", "It is unclear whether troops were sent.", "en", "doubt-dropped"),
    ("The town closed the pool.", "The town threatened to close the pool.", "en", "doubt-dropped"),
    ("Der Minister ging.", "Der Minister soll gegangen sein.", "de", "plan-as-done"),
    # Added certainty and likelihood.
    ("The dam is certainly safe.", "The dam is safe in May.", "en", "certainty-added"),
    ("It is confirmed that the dam is safe.", "The dam is safe in May.", "en", "certainty-added"),
    ("The dam will undoubtedly hold.", "The dam will hold in May.", "en", "certainty-added"),
    ("The dam is likely safe.", "The dam is safe in May.", "en", "certainty-added"),
    ("Probably, he accused her.", "In May he accused her of envy.", "en", "certainty-added"),
    ("This proves that the dam is safe.", "The dam is safe in May.", "en", "certainty-added"),
    ("Der Damm ist zweifellos sicher.", "Der Damm hält im Mai.", "de", "certainty-added"),
    ("Le pont est évidemment ouvert.", "Le pont est ouvert en mai.", "fr", "certainty-added"),
    # Added negations.
    ("They did not sign the deal.", "They signed the deal in May.", "en", "negation-added"),
    ("No troops were sent.", "In May troops were sent.", "en", "negation-added"),
    ("The bridge isn't open.", "The bridge is open in May.", "en", "negation-added"),
    ("The bridge will never open.", "The bridge will open in May.", "en", "negation-added"),
    ("Der Hafen wurde nicht eröffnet.", "Der Hafen wurde 1871 eröffnet.", "de", "negation-added"),
    ("Le pont n'est pas ouvert.", "Le pont est ouvert en mai.", "fr", "negation-added"),
    # Plans.
    ("The bridge was opened.", "The bridge will be opened in May.", "en", "plan-as-done"),
    ("The firm has closed a plant.", "The firm plans to close a plant.", "en", "plan-as-done"),
    ("The army sent soldiers.", "The army is to send soldiers.", "en", "plan-as-done"),
    ("The firm bought a ship.", "The firm is due to buy a ship.", "en", "plan-as-done"),
    ("Der Hafen wurde eröffnet.", "Der Hafen soll im Mai eröffnet werden.", "de", "plan-as-done"),
    ("Le pont a été fermé.", "Le pont sera fermé en mai.", "fr", "plan-as-done"),
    # Opposites, and swapped names.
    ("The union rejected a rise.", "The union accepted a rise in May.", "en", "says-otherwise"),
    ("The firm hired 40 workers.", "The firm fired 40 workers in May.", "en", "says-otherwise"),
    ("The firm sold the plant.", "The firm bought the plant in May.", "en", "says-otherwise"),
    ("The bridge was closed in May.", "The bridge was opened in May.", "en", "says-otherwise"),
    ("The electricity is cut in Mirow.", "Electricity was restored in Mirow on Monday.", "en", "says-otherwise"),
    ("The chapel is founded.", "In 812 the chapel of the town was sacked.", "en", "says-otherwise"),
    ("Belu, son of Tarvan, won the city.", "Tarvan died. His son Belu lost the city.", "en", "says-otherwise"),
    ("All of the houses burned.", "Some of the houses burned.", "en", "says-otherwise"),
    ("Le trafic pourrait cesser lundi.", "Le trafic pourrait reprendre lundi.", "fr", "says-otherwise"),
    ("Se derribará una planta.", "Una planta se inaugurará en mayo.", "es", "says-otherwise"),
    ("They met before the vote.", "They met after the vote.", "en", "says-otherwise"),
    ("It lies north of Orsk.", "It lies south of Orsk.", "en", "says-otherwise"),
    ("Der Rat erlaubte den Bau.", "Der Rat untersagte den Bau.", "de", "says-otherwise"),
    ("Le conseil a rejeté le projet.", "Le conseil a approuvé le projet.", "fr", "says-otherwise"),
    ("In May Aland attacked Borland.", "In May Borland attacked Aland.", "en", "says-otherwise"),
    ("In May Aland was attacked by Borland.", "In May Aland attacked Borland.", "en", "says-otherwise"),
]


@pytest.mark.parametrize(("claim", "sentence", "language", "code"), WRONG)
def test_what_a_source_does_not_say_is_reported(claim: str, sentence: str, language: str, code: str) -> None:
    assert code in codes_of(claim, sentence, language=language)


RIGHT = [
    (
        "La alcaldesa reconoció los malos resultados, pero descartó dimitir.",
        "La alcaldesa reconoció los malos resultados, pero descartó dimitir.",
        "es",
    ),
    ("Russia is reported to be considering a tax.", "Russia is said to be considering a tax.", "en"),
    ("Claims against the firm rose.", "Insurance claims against the firm rose.", "en"),
    ("The dam will be opened.", "If the rain does not stop, the dam will be opened.", "en"),
    ("They failed to sign the deal.", "They did not sign the deal.", "en"),
    ("They did not attend.", "They were absent.", "en"),
    ("Nobody was harmed.", "Everybody was unharmed.", "en"),
    ("Trade is not only open but free.", "Trade is open and free.", "en"),
    ("The cause is not known.", "The cause remains unclear.", "en"),
    ("Aland was attacked by Borland.", "Borland attacked Aland.", "en"),
    ("Borland bought the ship from Aland.", "Aland sold the ship to Borland.", "en"),
    ("The police confirmed the arrest.", "The police acknowledged the arrest.", "en"),
    (
        "The walls were not rebuilt until the reign of Sarit.",
        "The walls were not rebuilt until the reign of Sarit.",
        "en",
    ),
    ("The bridge is to be opened.", "The bridge will be opened in May.", "en"),
    ("Das Bad wird vermutlich geschlossen.", "Das Bad wird wahrscheinlich geschlossen.", "de"),
    ("Der Hafen ist nicht geöffnet.", "Der Hafen ist geschlossen.", "de"),
    ("Le pont est fermé.", "Le pont est fermé depuis mai.", "fr"),
]


@pytest.mark.parametrize(("claim", "sentence", "language"), RIGHT)
def test_what_a_source_says_in_other_words_is_not_reported(claim: str, sentence: str, language: str) -> None:
    assert codes_of(claim, sentence, language=language) == set()


def test_a_denial_does_not_reach_over_another_verb_of_saying() -> None:
    sentence = "They rejected the charge and said that the ship was safe."
    assert codes_of("The ship was safe, they said.", sentence, "the ship was safe") == set()


AROUND = [
    ("Sin embargo, el alcalde dijo que 40 personas murieron allí.", "40 personas murieron allí", "es"),
    ("Sin duda, 40 personas murieron allí en mayo.", "40 personas murieron allí", "es"),
    ("Sin contar los barcos, 40 personas murieron allí.", "40 personas murieron allí", "es"),
    ("La tasa (sin energía ni comida) fue de 40 personas por día.", "fue de 40 personas por día", "es"),
    ("Sans doute, 40 personnes sont mortes là.", "40 personnes sont mortes là", "fr"),
    ("Nicht zuletzt deshalb starben dort 40 Menschen.", "starben dort 40 Menschen", "de"),
    ("No doubt 40 people died there in May.", "40 people died there", "en"),
    ("The teeth likely belonged to apes, dating to 40 million years ago.", "dating to 40 million years", "en"),
    ("It may pay if the firm takes back the 40 people who have been laid off.", "the 40 people who have been", "en"),
]


@pytest.mark.parametrize(("sentence", "quote", "language"), AROUND)
def test_what_does_not_govern_a_quote_neither_doubts_nor_denies_it(sentence: str, quote: str, language: str) -> None:
    yaml = (
        f"briefing: 1\ntitle: T\nlanguage: {language}\nfigures:\n  - label: X\n    value: 40\n    cites:"
        f" {{quote: '{quote}'}}\nsources:\n  a: {{kind: article, file: text.txt, language: {language}}}\n"
    )
    found = {finding.code for finding in check(yaml, TITLE + sentence).findings}
    assert found.isdisjoint({"doubt-outside-quote", "denial-outside-quote", "denial-dropped", "doubt-dropped"})


OUTSIDE = [
    ("If the 40 troops who have been sent return, peace may come.", "troops who have been sent", "doubt-outside-quote"),
    ("He ruled out that troops were sent.", "troops were sent", "denial-outside-quote"),
    ("There is no sign that troops were sent.", "troops were sent", "denial-outside-quote"),
    ("It is unclear whether troops were sent.", "troops were sent", "doubt-outside-quote"),
    ("If troops were sent home, peace may come.", "troops were sent home", "doubt-outside-quote"),
]


@pytest.mark.parametrize(("sentence", "quote", "code"), OUTSIDE)
def test_doubt_and_denial_around_a_quote_are_reported(sentence: str, quote: str, code: str) -> None:
    assert code in codes_of("Troops were sent.", sentence, quote)


NAMES = [
    ("The electricity is restored in Sarno.", "Electricity was restored in Mirow on Monday", {"name-elsewhere"}),
    ("Ida Vole takes over.", "the coach, Ada Holt, who took over in May", {"name-elsewhere"}),
    ("The electricity is restored in Mirow.", "Electricity was restored in Mirow on Monday", set()),
    ("Ada Holt takes over.", "the coach, Ada Holt, who took over in May", set()),
]


@pytest.mark.parametrize(("claim", "quote", "wanted"), NAMES)
def test_a_quote_that_says_of_another_name_what_a_claim_says_is_reported(
    claim: str, quote: str, wanted: set[str]
) -> None:
    text = (
        "Electricity was restored in Mirow on Monday, but not in Sarno. Ida Vole left. The town welcomed the coach,"
        " Ada Holt, who took over in May."
    )
    assert codes_of(claim, text, quote) & {"name-elsewhere"} == wanted


COMPANY = "  company: {kind: organisation, name: company, via: article, cites: {quote: The company}}\n"
VARRAN = "  varran: {kind: organisation, name: Varran, via: article, cites: {quote: Varran told}}\n"
CORWIN = "  corwin: {kind: organisation, name: Corwin, via: article, cites: {quote: Corwin went}}\n"


@pytest.mark.parametrize(
    ("sources", "wanted"),
    [(VARRAN, set()), (VARRAN + COMPANY, set()), (VARRAN + CORWIN + COMPANY, {"name-elsewhere"})],
)
def test_the_name_of_the_only_company_may_stand_for_the_company(sources: str, wanted: set[str]) -> None:
    yaml = (
        "briefing: 1\ntitle: One\nlanguage: en\nsummary:\n  - text: Varran set up a base in Mirow.\n"
        "    cites: {quote: 'The company, which set up a base in Mirow'}\n"
        f"sources:\n  article: {{kind: article, file: text.txt}}\n{sources}"
    )
    text = (
        f"{TITLE}Varran told of its year.\n\nThe fleet grew. Corwin went.\n\n"
        "The company, which set up a base in Mirow, has 40 jets.\n"
    )
    evidence = check(yaml, text)
    assert {one.code for one in evidence.findings} & {"name-elsewhere"} == wanted
    assert str(evidence.claims[0].support) != "verified"


FRACTIONS = [
    ("A quarter of the fleet is new.", "A tenth of the fleet is new.", {"number-not-cited"}),
    ("A quarter of the fleet is new.", "In all 10.4% of the fleet is new.", {"number-not-cited"}),
    ("A tenth of the fleet is new.", "A tenth of the fleet is new.", set()),
    ("A tenth of the fleet is new.", "In all 10.4% of the fleet is new.", set()),
    ("The fleet grew in the first half of 2024.", "The fleet grew in the first half of 2024.", set()),
]


@pytest.mark.parametrize(("claim", "sentence", "wanted"), FRACTIONS)
def test_a_fraction_in_words_stands_on_a_share_of_its_size(claim: str, sentence: str, wanted: set[str]) -> None:
    assert codes_of(claim, sentence) & {"number-not-cited"} == wanted


def test_a_fraction_of_the_title_stands_on_a_share_of_the_brief() -> None:
    yaml = (
        "briefing: 1\ntitle: {} of the fleet is new\nlanguage: en\nsummary:\n"
        "  - text: In all 10.4% of the fleet is new.\n    cites: {{quote: In all 10.4% of the fleet is new}}\n"
        "sources:\n  a: {{kind: article, file: text.txt}}\n"
    )
    text = f"{TITLE}In all 10.4% of the fleet is new."
    assert [one.code for one in check(yaml.format("A quarter"), text).findings] == ["number-not-cited"]
    assert not check(yaml.format("A tenth"), text).findings
