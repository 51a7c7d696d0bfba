"""The rules for numbers, hedges, dates and own words, by example: what a sensible reader accepts is not reported."""

from __future__ import annotations

import pytest

from tests.support.evidence import check, codes

TITLE = "The title of the text\n\n"


def figure_codes(fields: str, sentence: str, quote: str | None = None, source: str = "") -> list[str]:
    words = (quote or sentence).replace("'", "''")
    yaml = (
        f"figures:\n  - label: The one\n    {fields}\n    cites: {{quote: '{words}'}}\n"
        f"sources:\n  article: {{kind: article, file: text.txt{source}}}\n"
    )
    return codes(check(yaml, TITLE + sentence))


def event_codes(fields: str, sentence: str, quote: str | None = None) -> list[str]:
    words = (quote or sentence).replace("'", "''")
    yaml = (
        f"timeline:\n  - text: It happened.\n    {fields}\n    cites: {{quote: '{words}'}}\n"
        "sources:\n  article: {kind: article, file: text.txt, published: 2024-10-21}\n"
    )
    return codes(check(yaml, TITLE + sentence))


def point_codes(text: str, sentence: str, quote: str | None = None, more: str = "") -> list[str]:
    words = (quote or sentence).replace("'", "''")
    yaml = (
        f"summary:\n  - text: '{text}'\n    {more}cites: {{quote: '{words}'}}\n"
        "sources:\n  article: {kind: article, file: text.txt}\n"
    )
    return codes(check(yaml, TITLE + sentence))


CARRIED = [
    ("value: 11000", "They sent 11,000 men."),
    ("value: 11000", "They sent 11 000 men."),
    ("value: 11000", "They sent 11\u00a0000 men."),
    ("value: 11000", "They sent 11 thousand men."),
    ("value: 11000", "They sent eleven thousand men."),
    ("value: 250000", "They sent two hundred and fifty thousand men."),
    ("value: 100", "They sent a hundred men."),
    ("value: 24", "They sent two dozen men."),
    ("value: 12", "They sent a dozen men."),
    ("value: 500000", "They sent half a million men."),
    ("value: 2500000", "They sent 2.5 million men."),
    ("value: 2.5\n    unit: million", "They sent 2.5 million men."),
    ("value: 2500000", "They sent two and a half million men."),
    ("value: 2.5\n    unit: EUR million", "It cost €2.5m to build."),
    ("value: 2500\n    unit: EUR million", "It cost 2.5 billion euros to build."),
    ("value: 1.4\n    unit: USD bn", "It cost $1.4 billion to build."),
    ("low: 2\n    high: 3\n    unit: million", "They sent two to three million men."),
    ("low: 3000\n    high: 4000", "They sent between 3,000 and 4,000 men."),
    ("low: 3000\n    high: 4000", "They sent 3,000–4,000 men, no more."),
    ("value: 4000", "The number rose from 3,000 to 4,000 men."),
    ("value: 36\n    unit: '%'", "Turnout was 36 percent of voters."),
    ("value: 36\n    unit: '%'", "Turnout was 36 per cent of voters."),
    ("value: 36.5\n    unit: '%'", "Turnout was 36.5% of voters."),
    ("value: 67\n    unit: '%'", "Two thirds of the voters came."),
    ("value: 50\n    unit: '%'", "Half of the voters came out."),
    ("value: 20\n    unit: '%'", "One in five of the voters came."),
    ("value: -5\n    unit: '%'\n    kind: change", "Turnout fell 5 percent."),
    ("value: 2", "Both bridges are closed."),
    ("value: 1", "A bridge was closed here."),
    ("value: 850\n    unit: m", "It is 850 metres in length."),
    ("value: 850\n    unit: metres", "It is 850 m in length."),
    ("value: 850\n    unit: m", "It is 850m in length."),
    ("value: 120\n    unit: km/h", "It ran at 120 km/h at first."),
    ("value: 12\n    unit: '% of GDP'", "It came to 12 percent of GDP."),
    ("value: 40\n    unit: people", "Forty people were injured."),
    ("value: 3000\n    unit: soldiers", "They sent 3,000 soldiers."),
    ("value: 85\n    unit: years", "He was eighty-five years old."),
    ("value: 1000000", "It has a million inhabitants."),
    ("value: 10.5", "The index stood at 10.5 points."),
    ("value: 3", "At 12:30 on 4/5/2024 three trains left."),
    ("value: 3000", "In talks about 3,000 troops, they agreed."),
    ("value: 3\n    approx: over\n    unit: USD million", "It cost upwards of US $3 million."),
    ("value: 9\n    unit: years", "They reached Orsk – nine years later."),
    ("value: 9\n    unit: years", "They reached Orsk - 9 years later."),
    ("low: 30\n    high: 40", "They sent 30 – 40 men, no more."),
    ("value: 20\n    unit: years\n    approx: nearly", "It took nearly two decades to build."),
    ("value: 2\n    unit: decades\n    approx: nearly", "It took nearly two decades to build."),
    ("value: 9\n    unit: people", "The fire took the lives of nine individuals."),
    ("value: 412\n    unit: EUR thousand", "Income came to TEUR 412 in May."),
    ("value: 0.9\n    unit: EUR per USD", "A dollar, $1, was 0.9 euro at noon."),
    ("value: 0.25\n    unit: percentage points", "It rose by 0.25 percentage points."),
    ("value: 7\n    unit: million miles", "It flew another 7 million miles."),
    ("value: 4\n    unit: '%'\n    when: 2024-07-01/2024-09-30", "Third quarter 2024-07-01 – 2024-09-30: 4 %."),
    ("value: 3000\n    approx: about", "In talks about 3,000 troops, they agreed."),
    ("value: 3000\n    approx: about", "They sent some 3,000 men."),
    ("value: 3000\n    approx: about", "They sent roughly 3,000 men."),
    ("value: 3000\n    approx: about", "They sent 3,000 men or so."),
    ("value: 3000\n    approx: about", "They sent an estimated 3,000 men."),
    ("value: 3000\n    standing: estimated", "They sent an estimated 3,000 men."),
    ("value: 3000\n    approx: at least", "They sent at least 3,000 men."),
    ("value: 3000\n    approx: at least", "They sent 3,000 men or more."),
    ("value: 3000\n    approx: at most", "They sent up to 3,000 men."),
    ("value: 3000\n    approx: at most", "They sent as many as 3,000 men."),
    ("value: 3000\n    approx: under", "They sent fewer than 3,000 men."),
    ("value: 3000\n    approx: over", "They sent more than 3,000 men."),
    ("value: 3000\n    approx: over", "They sent just over 3,000 men."),
    ("value: 3000\n    approx: nearly", "They sent almost 3,000 men."),
    ("value: 3\n    unit: EUR million\n    approx: over", "It cost more than €3 million."),
    ("low: 3000\n    high: 4000\n    approx: about", "They sent about 3,000 to 4,000 men."),
]


@pytest.mark.parametrize(("fields", "sentence"), CARRIED)
def test_a_figure_that_its_quote_carries_is_not_reported(fields: str, sentence: str) -> None:
    assert figure_codes(fields, sentence) == []


NOT_CARRIED = [
    ("value: 100", "They sent 3,100 men away.", "number-not-in-quote"),
    ("value: 11", "They sent 11 thousand men.", "number-not-in-quote"),
    ("value: 11000", "They sent 11.000 men away.", "number-not-in-quote"),
    ("value: 24", "They sent dozens of men away.", "number-not-in-quote"),
    ("value: 20000", "They sent tens of thousands.", "number-not-in-quote"),
    ("value: 2.5\n    unit: EUR", "It cost €2.5 million to build.", "number-not-in-quote"),
    ("value: 2.5\n    unit: EUR billion", "It cost €2.5 million to build.", "number-not-in-quote"),
    ("value: 27", "They flew an Su-27 to the north.", "number-not-in-quote"),
    ("value: 12", "The train left at 12:30 sharp.", "number-not-in-quote"),
    ("value: 60\n    unit: '%'", "Two thirds of the voters came.", "number-not-in-quote"),
    ("value: 3000", "They sent 3,000 to 4,000 men.", "interval-dropped"),
    ("value: 4000", "They sent between 3,000 and 4,000 men.", "interval-dropped"),
    ("value: 3000", "They sent about 3,000 men.", "hedge-dropped"),
    ("value: 3000", "They sent 3,000 men or more.", "hedge-dropped"),
    ("value: 3000", "They sent an estimated 3,000 men.", "hedge-dropped"),
    ("low: 3000\n    high: 4000", "They sent about 3,000 to 4,000 men.", "hedge-dropped"),
    ("value: 3000\n    approx: about", "They sent more than 3,000 men.", "hedge-differs"),
    ("value: 3000\n    approx: over", "They sent at least 3,000 men.", "hedge-differs"),
    ("value: 3000\n    approx: about", "They sent 3,000 men away.", "hedge-not-in-quote"),
    ("value: 850\n    unit: km", "It is 850 metres in length.", "unit-differs"),
    ("value: 12\n    unit: soldiers", "It employs 12 civilians.", "unit-not-in-sentence"),
    ("value: 12\n    unit: people", "It has 12 bridges in all.", "unit-not-in-sentence"),
    ("value: 1000000", "It flew 1.4 million miles in May.", "number-not-in-quote"),
    ("value: 72\n    unit: days", "It began 72 hours ago.", "unit-differs"),
    ("value: 4\n    unit: men", "It came to 4% of the men.", "unit-differs"),
    ("value: 5\n    unit: billion", "It has between 5 and 3 billion men.", "interval-dropped"),
    ("value: 850\n    unit: EUR", "It cost 850 dollars to build.", "unit-differs"),
    ("value: 0.5\n    unit: '%'", "It rose by 0.5 percentage points.", "unit-differs"),
    ("value: 0.5\n    unit: percentage points", "It rose by 0.5 percent in May.", "unit-differs"),
    ("value: 910\n    unit: EUR million", "It cost €890 million ($910 million).", "unit-differs"),
    ("value: 31\n    unit: km", "It is 31 miles away, not 50 km.", "unit-differs"),
    ("value: 850\n    unit: '%'", "It is 850 metres in length.", "unit-differs"),
]


@pytest.mark.parametrize(("fields", "sentence", "code"), NOT_CARRIED)
def test_a_figure_that_its_quote_does_not_carry_is_reported(fields: str, sentence: str, code: str) -> None:
    assert figure_codes(fields, sentence) == [code]


GERMAN = [
    ("value: 11000", "Sie schickten 11.000 Soldaten."),
    ("value: 11000", "Sie schickten 11'000 Soldaten."),
    ("value: 11000", "Sie schickten elftausend Soldaten."),
    ("value: 25", "Sie schickten fünfundzwanzig Soldaten."),
    ("value: 2.5\n    unit: Millionen", "Sie zahlten 2,5 Millionen Mark."),
    ("value: 3000\n    approx: about", "Sie schickten rund 3.000 Soldaten."),
    ("value: 3000\n    approx: at most", "Sie schickten bis zu 3.000 Soldaten."),
    ("low: 3000\n    high: 4000", "Sie schickten 3.000 bis 4.000 Soldaten."),
    ("value: 12.5\n    unit: '%'", "Die Ernte sank um 12,5 Prozent."),
]


@pytest.mark.parametrize(("fields", "sentence"), GERMAN)
def test_german_writes_numbers_its_own_way(fields: str, sentence: str) -> None:
    assert figure_codes(fields, sentence, source=", language: de") == []


ABROAD = [
    ("value: 1.81\n    unit: EUR billion", "Der Umsatz stieg auf 1,81 Milliarden Euro."),
    ("value: 2.5\n    unit: million people", "Es kamen 2,5 Millionen Menschen."),
    ("value: 78\n    unit: drones", "Sie schossen 78 Drohnen ab."),
    ("value: 12\n    unit: hours", "Es dauerte zwölf Stunden."),
    ("value: 4\n    unit: '%'\n    when: 2023-40", "Im 1. Halbjahr 2023 waren es 4 %."),
    ("value: 4\n    unit: '%'\n    when: 2023-35", "Im 3. Quartal 2023 waren es 4 %."),
    ("value: 5\n    unit: '%'", "Die Preise sind, wie noch nie, um 5 % gestiegen."),
]


@pytest.mark.parametrize(("fields", "sentence"), ABROAD)
def test_a_brief_may_be_in_another_language_than_its_source(fields: str, sentence: str) -> None:
    assert figure_codes(fields, sentence, source=", language: de") == []


def test_the_units_of_a_source_in_another_language_are_compared() -> None:
    codes_found = figure_codes("value: 12\n    unit: km", "Es dauerte zwölf Stunden.", source=", language: de")
    assert codes_found == ["unit-differs"]


FRENCH = [
    ("value: 11000", "Ils ont envoyé 11 000 hommes."),
    ("value: 11000", "Ils ont envoyé onze mille hommes."),
    ("value: 97", "Ils ont envoyé quatre-vingt-dix-sept hommes."),
    ("value: 72", "Ils ont envoyé soixante-douze hommes."),
    ("value: 21", "Ils ont envoyé vingt et un hommes."),
    ("value: 2.5\n    unit: millions", "Ils ont payé 2,5 millions de francs."),
    ("value: 3000\n    approx: about", "Ils ont envoyé environ 3 000 hommes."),
    ("value: 3000\n    approx: over", "Ils ont envoyé plus de 3 000 hommes."),
    ("low: 3000\n    high: 4000", "Ils ont envoyé entre 3 000 et 4 000 hommes."),
    ("value: 12.5\n    unit: '%'", "La récolte a baissé de 12,5 %, dit-on."),
    ("value: 12\n    when: 2024-10-03", "Le 3 octobre 2024, douze hommes sont partis."),
]


@pytest.mark.parametrize(("fields", "sentence"), FRENCH)
def test_a_language_more_takes_only_a_table(fields: str, sentence: str) -> None:
    assert figure_codes(fields, sentence, source=", language: fr-CH") == []


def test_a_number_in_a_language_without_a_table_is_not_judged_by_its_words() -> None:
    found = figure_codes("value: 3", "Lähetettiin seitsemän miestä.", source=", language: fi")
    assert found == ["language-unknown"]


DATED = [
    ("when: 1959", "It was built in 1959, after the war."),
    ("when: 2024-10-21", "It opened on 21 October 2024 in the rain."),
    ("when: 2024-10-21", "It opened on October 21st, 2024 in the rain."),
    ("when: 2024-10-21", "It opened on Oct. 21, 2024 in the rain."),
    ("when: 2024-10-21", "It opened on 21/10/2024 in the rain."),
    ("when: 2024-10", "It opened on 21 October 2024 in the rain."),
    ("when: XXXX-10-21", "It opened on 21 October in the rain."),
    ("when: 2025-01/2025-02", "It was open in January and February 2025."),
    ("when: XXXX-01/XXXX-02", "It was open in January and February."),
    ("when: 2024-10-19/2024-10-21", "It was open from 19 to 21 October 2024."),
    ("when: 2024-10-19/2024-10-21", "It was open on 19–21 October 2024."),
    ("when: 196X", "The river froze in the 1960s."),
    ("when: 19XX", "The river froze in the 20th century."),
    ("when: 19XX", "The river froze in the twentieth century."),
    ("when: ../1945", "It was closed until the year 1945."),
    ("when: 2024-21", "It opened in the spring of 2024."),
    ("when: 2024-34", "It opened in the second quarter of 2024."),
    ("when: 1959~", "It was built around 1959, it seems."),
    ("when: 1959?", "It was perhaps built in 1959."),
    ("when: '[1667,1668]'", "It was built in 1667 or 1668, after the war."),
    ("when: 2024-10-18\n    basis: reckoned", "They met last Friday in the town."),
    ("when: 2024-10-18\n    basis: reckoned", "They met on Friday in the town."),
    ("when: 2024-10-20\n    basis: reckoned", "They met yesterday in the town."),
    ("when: 2024-10\n    basis: reckoned", "They met this month in the town."),
    ("when: 2024-09\n    basis: reckoned", "They met last month in the town."),
    ("when: 2024-01/2024-02\n    basis: reckoned", "They met in January and February."),
    ("when: 2025-01\n    basis: reckoned", "They will meet in January."),
    ("when: 2024-09-30\n    basis: reckoned", "They met three weeks ago in the town."),
    ("when: 2022\n    basis: reckoned", "They met two years ago in the town."),
    ("when: 2024-10-14/2024-10-20\n    basis: reckoned", "They met last week in the town."),
    ("when: 2024-36\n    basis: reckoned", "It is projected to end in the fourth quarter."),
    ("when: 2024-36\n    basis: reckoned\n    standing: planned", "The work ends in the fourth quarter."),
    ("when: 2024-10-19/2024-10-21\n    basis: reckoned", "They mourned from Saturday to Monday."),
    ("when: 2024-10-03\n    basis: reckoned", "They met on 3 October in the town."),
    ("when: 1850\n    basis: editor\n    note: From the style of it.", "It was built long ago by masters."),
    ("stated: early in the 20th century", "It was destroyed early in the 20th century."),
]


@pytest.mark.parametrize(("fields", "sentence"), DATED)
def test_a_date_that_its_quote_gives_is_not_reported(fields: str, sentence: str) -> None:
    assert event_codes(fields, sentence) == []


MISDATED = [
    ("when: 1958", "It was built in 1959, after the war.", "date-not-in-quote"),
    ("when: 2024-10-21", "It opened on 22 October 2024 in the rain.", "date-not-in-quote"),
    ("when: 2024-11", "It opened on 21 October 2024 in the rain.", "date-not-in-quote"),
    ("when: 2025-01", "It was open in January and February.", "date-not-in-quote"),
    ("when: XXXX-05", "It may be open in the summer.", "date-not-in-quote"),
    ("when: 190X", "It was built early in the 20th century.", "date-not-in-quote"),
    ("when: 2024-10-21", "It opened in October 2024 in the rain.", "date-not-in-quote"),
    ("when: 1959", "It was built about 1959, in summer.", "date-hedge-dropped"),
    ("when: 1959~", "It was built in 1959, after the war.", "date-hedge-not-in-quote"),
    ("when: 2024-10-17\n    basis: reckoned", "They met last Friday in the town.", "date-not-reckoned"),
    ("when: 2025-01\n    basis: reckoned", "They met in January in the town.", "date-not-reckoned"),
    ("when: 2024-10-05\n    basis: reckoned", "They met in the town of Orsk.", "date-not-reckoned"),
]


@pytest.mark.parametrize(("fields", "sentence", "code"), MISDATED)
def test_a_date_that_its_quote_does_not_give_is_reported(fields: str, sentence: str, code: str) -> None:
    assert event_codes(fields, sentence) == [code]


PLAIN = [
    ("Work has begun.", "Work has begun, and more may follow.", "Work has begun"),
    ("Work has begun.", "It is not cold in May. Work has begun at last.", "Work has begun"),
    ("Work may have begun.", "Imagery suggests that work has begun.", "work has begun"),
    ("They met in May.", "In May they met in Orsk again.", "they met in Orsk"),
    ("Two states agreed.", "The two states agreed on a plan.", "states agreed on a plan"),
    ("It was agreed.", "The deal may fail, but it was agreed today.", "it was agreed today"),
    ("Troops were sent.", "No fewer than 300 of the troops were sent home.", "troops were sent home"),
    ("Troops were sent.", "The troops were sent without delay.", "The troops were sent"),
    ("Work has begun.", "The bridge, which may be weak, has been opened.", "has been opened"),
    ("Work has begun.", "Work has begun and may last for years.", "Work has begun"),
    ("Work has begun.", "Work has begun to settle old claims.", "Work has begun"),
    ("Work has begun.", "With no warning, work has begun in Orsk.", "work has begun in Orsk"),
    ("An Su-27 flew 3 times.", "An Su-27 flew 3 times over it.", "An Su-27 flew 3 times"),
    ("About 11,000 went.", "Some 11 thousand men went.", "Some 11 thousand men"),
    ("Work may have begun.", "The work may have begun.", "work may have begun"),
    ("Work has begun.", "Work has begun, and more may follow.", "Work has begun, and more may follow"),
    ("Trade is open.", "Trade is not only open but free.", "Trade is not only open"),
    ("The talks failed.", "The talks did not bring peace.", "talks did not bring peace"),
    ("They failed to agree.", "They did not agree on peace.", "They did not agree"),
    ("Nobody was hurt.", "No one was hurt in the fire.", "No one was hurt"),
    ("He was absent.", "He could not be reached by phone.", "could not be reached"),
    ("The Turkish side agreed.", "After a week Turkey agreed.", "a week Turkey agreed"),
    ("The French side agreed.", "After a week France agreed.", "a week France agreed"),
    ("In Orsk the Ministry spoke.", "In Orsk they spoke to us.", "they spoke to us"),
    ("Work has begun, says the MFA.", "In Orsk work has begun.", "work has begun"),
    ("Survivors met on Friday.", "Some met there on Friday.", "met there on Friday"),
    ("Prices have never been so high.", "They are as never before, in 1950, high.", "in 1950, high"),
    ("It cost over $3m.", "It cost more than US $3 million.", "cost more than US $3 million"),
    ("Rates are to rise to 5%.", "Rates are expected to rise to 5%.", "expected to rise to 5%"),
    ("It cost as much as planned.", "It cost as much as planned.", "It cost as much as planned"),
    ("Nine died and 4 were hurt.", "Nine died and 4 were hurt.", "Nine died and 4 were hurt"),
    ("Ten were hurt.", "Ten were injured, and two died.", "Ten were injured"),
    ("Prices rose.", "Prices increased in the lower town.", "Prices increased"),
    ("It is not possible.", "It is impossible to reach it.", "It is impossible to reach"),
    ("The unit is possible.", "The unit was possible, not impossible.", "unit was possible"),
    ("In the Southeast they met.", "In the South East they met.", "South East they met"),
    ("They met on 21 October.", "They met on October 21 in Orsk.", "met on October 21"),
]


@pytest.mark.parametrize(("text", "sentence", "quote"), PLAIN)
def test_wording_that_its_quote_bears_out_is_not_reported(text: str, sentence: str, quote: str) -> None:
    assert point_codes(text, sentence, quote) == []


SLANTED = [
    ("Work has begun.", "Imagery suggests that work has begun.", "work has begun", "doubt-outside-quote"),
    ("Work has begun.", "Work has begun, the ministry claimed.", "Work has begun", "doubt-outside-quote"),
    ("Work has begun.", "Reportedly, work has begun in Orsk.", "work has begun", "doubt-outside-quote"),
    ("Work will begin.", "The work will not begin this year.", "The work will", "denial-outside-quote"),
    ("Work has begun.", "Work has begun, the ministry in Orsk claimed.", "Work has begun", "doubt-outside-quote"),
    ("Work has begun.", "He denied, on Friday, that work has begun.", "work has begun", "denial-outside-quote"),
    ("Work has begun.", "He denied that work has begun.", "work has begun", "denial-outside-quote"),
    ("Work has begun.", "It isn't true that work has begun.", "work has begun", "denial-outside-quote"),
    ("Work has begun.", "The work may have begun.", "work may have begun", "doubt-dropped"),
    ("It cost $3m.", "It cost more than US $3 million.", "cost more than US $3 million", "hedge-dropped"),
    ("It cost €3m.", "It cost $3 million to build.", "It cost $3 million to", "unit-differs"),
    ("It rose by 0.5 percent.", "It rose by 0.5 percentage points.", "0.5 percentage points", "unit-differs"),
    ("Rates rise to 5%.", "Rates are expected to rise to 5%.", "expected to rise to 5%", "doubt-dropped"),
    ("It has 12 cases of it.", "It has 12 suspected cases of it.", "12 suspected cases of it", "doubt-dropped"),
    ("Prices fell.", "In May the prices rose.", "the prices rose", "says-otherwise"),
    ("Ten were killed.", "In May ten were wounded.", "ten were wounded", "says-otherwise"),
    ("A link is possible.", "In May a link is impossible.", "a link is impossible", "says-otherwise"),
    ("The bridge weakens trade.", "The bridge could weaken trade.", "bridge could weaken trade", "doubt-dropped"),
    ("Troops were sent.", "Reports suggest troops were sent.", "suggest troops were sent", "doubt-dropped"),
    ("Work has begun.", "The work has not begun.", "work has not begun", "denial-dropped"),
    ("Troops were sent.", "In all no troops were sent.", "no troops were sent", "denial-dropped"),
    ("The side of Turkay agreed.", "After a week Turkey agreed.", "a week Turkey agreed", "name-not-in-source"),
    ("Matsegara agreed.", "After a week Matsegora agreed.", "a week Matsegora agreed", "name-not-in-source"),
    ("Then Iran agreed.", "After a week Turkey agreed.", "a week Turkey agreed", "name-not-in-source"),
    ("In 2022, they met.", "In 2024, they met in Orsk.", "In 2024, they met", "number-not-cited"),
    ("In 2023, they met.", "In 2024, they met in Orsk.", "In 2024, they met", "number-not-cited"),
    ("About 12,000 went.", "Some 11 thousand men went.", "Some 11 thousand men", "number-not-cited"),
]


@pytest.mark.parametrize(("text", "sentence", "quote", "code"), SLANTED)
def test_wording_that_its_source_does_not_bear_out_is_reported(text: str, sentence: str, quote: str, code: str) -> None:
    assert point_codes(text, sentence, quote) == [code]


def test_a_claim_that_says_who_claims_it_passes_the_claim_on() -> None:
    yaml = (
        "summary:\n  - text: It hit a camp.\n    by: army\n    cites: {source: a, quote: its forces hit a camp}\n"
        "sources:\n  a: {kind: article, file: text.txt}\n  army: {kind: organisation, name: Army, via: a}\n"
    )
    assert codes(check(yaml, f"{TITLE}The army claimed its forces hit a camp.")) == []


def test_an_alias_of_an_entity_is_a_known_name() -> None:
    yaml = (
        "entities:\n  - {name: Orsk, aliases: [Orska]}\nsummary:\n  - text: In Orska work has begun.\n"
        "    cites: {quote: work has begun}\nsources:\n  a: {kind: article, file: text.txt}\n"
    )
    assert codes(check(yaml, f"{TITLE}The work has begun.")) == []


def test_the_lede_may_name_the_day_that_an_event_is_reckoned_to() -> None:
    yaml = (
        "briefing: 1\ntitle: T\nlede: On 18 October 2024 they met.\ntimeline:\n  - text: They met.\n"
        "    when: 2024-10-18\n    basis: reckoned\n    cites: {quote: They met last Friday}\n"
        "sources:\n  a: {kind: article, file: text.txt, published: 2024-10-21}\n"
    )
    assert codes(check(yaml, f"{TITLE}They met last Friday.")) == []


def test_a_standing_that_says_so_settles_a_doubt() -> None:
    assert (
        point_codes("Work has begun.", "It may be that work has begun.", "work has begun", "standing: suggested\n    ")
        == []
    )


@pytest.mark.parametrize(("quote", "found"), [("They met in May", []), ("They met in May 2023", ["number-not-cited"])])
def test_a_writer_may_add_the_year_of_the_article_where_the_quote_has_none(quote: str, found: list[str]) -> None:
    yaml = (
        f"summary:\n  - text: They met in 2024.\n    cites: {{quote: {quote}}}\n"
        "sources:\n  a: {kind: article, file: text.txt, published: 2024-10-21}\n"
    )
    assert codes(check(yaml, f"{TITLE}{quote}.")) == found
