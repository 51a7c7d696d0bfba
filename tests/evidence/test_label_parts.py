"""Labels of figures whose words the sentence has, but in a part that the number is not of; and those that it has."""

from __future__ import annotations

import pytest

from tests.support.evidence import check

FUEL = (
    "Fuel costs rose 52 per cent to €63.5 million in the year due to a combination of rising oil prices,"
    " increased flying hours and the weakness of the euro against the US dollar."
)
REVENUE = "The company said total revenues were up 32 per cent to €487.4 million from €370.1 million the year before."
TESCO = (
    "Shares in Tesco, which employs about 345,000 people and was founded in 1919, fell 3 per cent before recovering."
)
COURT = "Boateng, 61, who denied all charges, was also fined 3 million cedis."
DEPTH = "The survey put the magnitude at 6.7 and the depth at 10 km."
MINISTRIES = "It wants to halve the unaudited ministries by 2025, but critics say 10 percent have been dealt with."
COSTES = "Los costes subieron un 52 % a 63 millones de euros debido al precio del petróleo y a las horas de vuelo."
COUTS = "Les coûts ont augmenté de 52 % à 63 millions d'euros en raison du prix du pétrole et des heures de vol."
KOSTEN = "Die Kosten stiegen um 52 Prozent auf 63 Millionen Euro wegen der Ölpreise und der Flugstunden."

APART = (
    ("en", FUEL, "Oil prices", "63.5", "EUR million"),
    ("en", FUEL, "Price of oil", "63.5", "EUR million"),
    ("en", FUEL, "Flying hours", "63.5", "EUR million"),
    ("en", FUEL, "US dollar", "63.5", "EUR million"),
    ("en", FUEL, "Euro", "63.5", "EUR million"),
    ("en", FUEL, "Fuel costs", "52", "%"),
    ("en", REVENUE, "Total revenues", "32", "%"),
    ("en", COURT, "Charges", "3", "million cedis"),
    ("en", DEPTH, "Magnitude", "10", "km"),
    ("en", MINISTRIES, "Unaudited ministries", "10", "%"),
    ("en", "The contracts, worth $85 million, were cancelled a month later.", "Months", "85", "USD million"),
    ("en", "Despite the strike, 40 trains ran.", "Strikes", "40", ""),
    ("en", "Amid protests over fares, the ministry paid $5 million.", "Fares", "5", "USD million"),
    ("en", "Sales fell to $12 million because of the strike at the ports.", "Ports", "12", "USD million"),
    ("en", "The firm, whose drivers were on strike, earned $12 million.", "Drivers", "12", "USD million"),
    ("es", COSTES, "Petróleo", "63", "millones de euros"),
    ("es", COSTES, "Horas de vuelo", "63", "millones de euros"),
    ("es", COSTES, "Costes", "52", "%"),
    ("fr", COUTS, "Pétrole", "63", "millions d''euros"),
    ("fr", COUTS, "Coûts", "52", "%"),
    ("de", KOSTEN, "Ölpreise", "63", "Millionen Euro"),
    ("de", KOSTEN, "Flugstunden", "63", "Millionen Euro"),
    ("de", KOSTEN, "Kosten", "52", "%"),
)
ITS_OWN = (
    ("en", FUEL, "Fuel costs", "63.5", "EUR million"),
    ("en", FUEL, "Fuel costs (rise)", "52", "%\n    kind: change"),
    ("en", REVENUE, "Total revenues", "487.4", "EUR million"),
    ("en", REVENUE, "Total revenues, the year before", "370.1", "EUR million"),
    ("en", TESCO, "Fall in shares in Tesco", "3", "%\n    kind: change"),
    ("en", DEPTH, "Depth", "10", "km"),
    ("en", DEPTH, "Magnitude", "6.7", ""),
    ("en", "The contracts, worth $85 million, were cancelled a month later.", "Contracts", "85", "USD million"),
    ("en", "Despite the strike, 40 trains ran.", "Trains", "40", ""),
    ("es", COSTES, "Costes", "63", "millones de euros"),
    ("fr", COUTS, "Coûts", "63", "millions d''euros"),
    ("de", KOSTEN, "Kosten", "63", "Millionen Euro"),
)


def support(language: str, sentence: str, label: str, value: str, unit: str) -> str:
    """Return how well a text of one sentence supports a figure."""
    unit, _, kind = unit.partition("\n")
    said = f"    unit: '{unit}'\n" if unit else ""
    said += f"{kind}\n" if kind else ""
    quote = sentence.replace("'", "''")
    yaml = (
        f"briefing: 1\ntitle: One\nlanguage: {language}\nfigures:\n  - label: {label}\n    value: {value}\n{said}"
        f"    cites: {{quote: '{quote}'}}\n"
        f"sources:\n  article: {{kind: article, file: text.txt, language: {language}}}\n"
    )
    evidence = check(yaml, f"Title\n\n{sentence}\n")
    return str(evidence.claims[0].support)


@pytest.mark.parametrize(("language", "sentence", "label", "value", "unit"), APART)
def test_a_label_of_another_part_is_not_verified(
    language: str, sentence: str, label: str, value: str, unit: str
) -> None:
    assert support(language, sentence, label, value, unit) != "verified"


@pytest.mark.parametrize(("language", "sentence", "label", "value", "unit"), ITS_OWN)
def test_the_label_of_its_own_part_is_verified(language: str, sentence: str, label: str, value: str, unit: str) -> None:
    assert support(language, sentence, label, value, unit) == "verified"
