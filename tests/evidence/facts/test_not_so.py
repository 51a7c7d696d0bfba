"""What a text does not say: numbers that are none, and dates that belong to something else, in four languages."""

from __future__ import annotations

import pytest

from briefing.evidence.facts.text import text_facts
from briefing.evidence.facts.values import NumberFact, TextFacts
from briefing.evidence.languages import table
from briefing.evidence.saved_text import saved_text
from briefing.format.dates import parse_date

HEAD = "The title of it\n\n"


def facts_of(sentence: str, language: str) -> TextFacts:
    return text_facts(saved_text(HEAD + sentence, table(language)), parse_date("2018-03-06"))


def shown(fact: NumberFact) -> str:
    """Return a number with its date: "19874 in 2018-01"."""
    when = fact.when.when.text if fact.when is not None and fact.when.when is not None else ""
    return f"{fact.amount.high:f}" + (f" in {when}" if when else "")


@pytest.mark.parametrize(
    ("language", "sentence", "numbers"),
    [
        ("en", "Several thousand teachers surrounded the Statehouse.", ()),
        ("en", "A few thousand teachers covered the lawn.", ()),
        ("en", "Tens of thousands of people fled; many hundreds died.", ()),
        ("en", "Many hundred thousand birds died, and a couple of hundred cars burned.", ()),
        ("en", "Several million dollars were lost.", ()),
        ("en", "About a thousand stayed, three thousand left and some 200 slept.", ("1000", "3000", "200")),
        ("de", "Mehrere tausend Menschen kamen, einige Hundert blieben.", ()),
        ("de", "Ein paar hundert Demonstranten und viele tausend Zuschauer waren da.", ()),
        ("de", "Mehrere 100 Menschen und einige 1000 Euro.", ()),
        ("de", "Zehntausende flohen, mehreren Millionen fehlte Geld.", ()),
        ("de", "Etwa tausend Menschen kamen, zweitausend blieben.", ("1000", "2000")),
        ("fr", "Plusieurs milliers de personnes et quelques centaines de policiers.", ()),
        ("fr", "Plusieurs millions d’euros manquent.", ()),
        ("fr", "Quelque mille personnes et quelque 300 policiers.", ("1000", "300")),
        ("es", "Varios miles de personas, unos cientos de policías y varios millones de euros.", ()),
        ("es", "Unas pocas mil personas y algunos millones de dólares.", ()),
        ("es", "Unos mil policías y dos mil vecinos.", ("1000", "2000")),
    ],
)
def test_an_amount_that_is_no_number_gives_none(language: str, sentence: str, numbers: tuple[str, ...]) -> None:
    assert tuple(shown(one) for one in facts_of(sentence, language).numbers) == numbers


@pytest.mark.parametrize(
    ("language", "sentence", "numbers"),
    [
        ("de", "München, 06. März 2018 – Im Februar stieg der Preis auf 20.000 Euro.", ("20000 in 2018-02",)),
        ("de", "Berlin, 6. März 2018 – Die Firma hatte im Januar 300 Mitarbeiter.", ("300 in 2018-01",)),
        ("de", "Von Januar – März 2018 stieg der Umsatz auf 5 Millionen Euro.", ("5 in 2018-01/2018-03",)),
        ("de", "Der Index kletterte auf 20.059 Euro (Januar: 19.874 Euro).", ("20059", "19874 in 2018-01")),
        ("en", "The society, founded in 1863, handed out 6,500 blankets.", ("6500",)),
        ("en", "The bridge, built in 1931 and widened later, carries 6,500 cars.", ("6500",)),
        ("en", "The bridge opened in 1931, and it carried 6,500 cars in 2017.", ("6500 in 2017",)),
        ("de", "Das 2010 gegründete Unternehmen hat 300 Mitarbeiter.", ("300",)),
        ("de", "Auch der seit 1977 angebotene Wagen kostet 5.000 Euro.", ("5000",)),
        ("en", "MUNICH, March 6, 2018 – In February prices passed 20,000 euros.", ("20000 in 2018-02",)),
        ("en", "MUNICH, March 6, 2018 – February sales rose to 500 million euros.", ("500 in 2018-02",)),
        ("en", "Prices rose to 20,059 euros (January: 19,874 euros).", ("20059", "19874 in 2018-01")),
        ("en", "Revenue was $5bn (2017) and $4bn (2016).", ("5", "4")),
        ("en", "Revenue was $5bn in 2017 ($4bn in 2016).", ("5 in 2017", "4 in 2016")),
        ("en", "The firms join others selected by CLPS in November 2018, bringing the total to 14 firms.", ("14",)),
        ("en", "The five firms can now vie for orders, helping to pave the way to the moon by 2024.", ("5",)),
        ("en", "Nine firms were selected by CLPS in November 2018.", ("9 in 2018-11",)),
        ("en", "The plant, built by Siemens in 1998, employs 300 people.", ("300",)),
        ("fr", "PARIS, 6 mars 2018 – En février, les prix ont atteint 20.000 euros.", ("20000 in 2018-02",)),
        ("fr", "Les prix ont atteint 20.059 euros (janvier : 19.874 euros).", ("20059", "19874 in 2018-01")),
        ("fr", "Elles rejoignent celles choisies par l'agence en novembre 2018, portant le total à 14.", ("14",)),
        ("es", "MADRID, 6 de marzo de 2018 – En febrero, los precios llegaron a 20.000 euros.", ("20000 in 2018-02",)),
        ("es", "Los precios subieron a 20.059 euros (enero: 19.874 euros).", ("20059", "19874 in 2018-01")),
        ("es", "Se suman a las elegidas por la agencia en noviembre de 2018, con lo que hay 14 empresas.", ("14",)),
    ],
)
def test_a_number_gets_no_date_of_something_else(language: str, sentence: str, numbers: tuple[str, ...]) -> None:
    assert tuple(shown(one) for one in facts_of(sentence, language).numbers) == numbers


@pytest.mark.parametrize(
    ("language", "lines"),
    [
        (
            "de",
            ("Kontakt:", "Marion Modes AutoScout24 GmbH Dingolfinger Str. 1-15 D-81673 München Tel.: +49 89 444-1380"),
        ),
        ("de", ("Pressekontakt", "Anna Huber", "Hauptstraße 12", "80331 München", "Tel. 089 123456-20")),
        ("de", ("Rückfragen an presse@beispiel.de, Zimmer 2012",)),
        ("en", ("Media contact: Jane Doe", "12 Main Street", "Springfield 62701", "Phone: 555-123-4567")),
        ("en", ("For details, write to press@example.com or call +1 202 555 0123 in 2019.",)),
        ("fr", ("Contact presse :", "Jean Dupont", "75008 Paris", "Tél. : 01 23 45 67 89")),
        ("es", ("Contacto:", "Calle Mayor 12", "28013 Madrid", "Tel.: 912 345 678")),
    ],
)
def test_who_can_be_reached_and_how_is_no_fact(language: str, lines: tuple[str, ...]) -> None:
    found = facts_of("\n\n".join(lines), language)
    assert (found.numbers, found.dates) == ((), ())


@pytest.mark.parametrize(
    ("language", "sentence", "numbers"),
    [
        ("de", "Der Kontakt zu 30 Menschen brach 2018 ab.", ("30 in 2018",)),
        ("en", "He reached 300 people by telephone.", ("300",)),
        ("en", "Contact with 30 people was lost in 2018.", ("30 in 2018",)),
        ("fr", "Le contact a été rompu en 2018 avec 30 personnes.", ("30 in 2018",)),
        ("es", "El contacto con 30 personas se perdió en 2018.", ("30 in 2018",)),
    ],
)
def test_a_contact_in_a_sentence_is_told_as_others_are(language: str, sentence: str, numbers: tuple[str, ...]) -> None:
    assert tuple(shown(one) for one in facts_of(sentence, language).numbers) == numbers


@pytest.mark.parametrize(
    ("language", "sentence", "range_of"),
    [
        ("en", "Final papers normally take 6-to-18 months to complete.", ("6", "18")),
        ("en", "Some 5-to-10 people write them.", ("5", "10")),
        ("en", "Prices rose 5 to 10 percent.", ("5", "10")),
        ("de", "Dafür brauchen 5 bis 10 Menschen Zeit.", ("5", "10")),
        ("fr", "Il faut 5 à 10 personnes.", ("5", "10")),
        ("es", "Hacen falta de 5 a 10 personas.", ("5", "10")),
    ],
)
def test_both_ends_of_a_range_are_one_number(language: str, sentence: str, range_of: tuple[str, str]) -> None:
    (fact,) = facts_of(sentence, language).numbers
    assert (f"{fact.amount.low:f}", f"{fact.amount.high:f}") == range_of


@pytest.mark.parametrize(
    ("language", "sentence", "kinds"),
    [
        ("en", "The owner saw after tax profits rise by 12.7% year-on-year.", "12.7 change"),
        ("en", "Operating profits for the full year rose by almost 9% to more than €3 billion.", "9 change"),
        (
            "en",
            "We report a profit of €3,015 million before exceptional items, up 18.9% compared to last year.",
            "18.9 change",
        ),
        ("en", "The budget boosted base school spending by 2.5% each year.", "2.5 change"),
        ("en", "The number who said they had used it rose by 23 percent.", "23 change"),
        ("en", "The unemployment rate was 4.1% and rose to 4.3%.", "4.1 level 4.3 level"),
        ("en", "Projections for inflation have been revised down and average 2.6%.", "2.6 level"),
        ("en", "Prices fell in towns where 7% of people live.", "7 level"),
        ("de", "Das Segment verlor – wohl auch wetterbedingt – preislich 0,7 Prozent.", "0.7 change"),
        ("de", "Die Preise stiegen um 3 Prozent, die Quote liegt bei 5 Prozent.", "3 change 5 level"),
        ("de", "Die Quote stieg auf 5 Prozent.", "5 level"),
        ("fr", "Les prix ont reculé de 3 % et le taux de chômage est de 7 %.", "3 change 7 level"),
        ("fr", "Le bénéfice a atteint 5 euros, en hausse de 4 %.", "4 change"),
        ("es", "Los precios bajaron un 3 % y la tasa de paro es del 12 %.", "3 change 12 level"),
        ("es", "El beneficio creció casi un 9 % interanual.", "9 change"),
    ],
)
def test_a_rise_or_fall_in_percent_is_no_level(language: str, sentence: str, kinds: str) -> None:
    found = [one for one in facts_of(sentence, language).numbers if (one.unit or "").startswith("%")]
    assert " ".join(f"{one.amount.high:f} {one.kind}" for one in found) == kinds


@pytest.mark.parametrize(
    ("sentence", "events"),
    [
        ("Rents rose, the most since records began in 1989.", []),
        ("It was the worst flood since the dam broke in 1953.", []),
        ("Records began in 1989.", ["1989"]),
    ],
)
def test_what_something_is_the_most_since_is_no_event(sentence: str, events: list[str]) -> None:
    assert [one.when.text for one in facts_of(sentence, "en").dates if one.is_event and one.when] == events


@pytest.mark.parametrize(
    ("language", "sentence", "when"),
    [
        ("en", "They don't expect to take action on further boosting school funding until at least 2021.", "2021"),
        ("en", "It did not open until 1998.", "1998"),
        ("en", "It was no school and was open until 1998.", "../1998"),
        ("en", "It was open until 1998.", "../1998"),
    ],
)
def test_what_is_not_so_until_a_year_begins_in_it(language: str, sentence: str, when: str) -> None:
    assert [one.when.text for one in facts_of(sentence, language).dates if one.when is not None] == [when]


@pytest.mark.parametrize(
    ("language", "sentence"),
    [
        ("en", "We report a profit of €3,015 million before exceptional items, up 18.9% compared to last year."),
        ("en", "Selling costs increased 11.8% to €982 million excluding currency."),
    ],
)
def test_no_label_names_what_an_amount_is_without(language: str, sentence: str) -> None:
    labels = [one.label.lower() for one in facts_of(sentence, language).numbers]
    assert not [one for one in labels if "exceptional" in one or "currency" in one]
