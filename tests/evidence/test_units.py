"""The rule for units, by example: units of one kind, people, and the nouns of other numbers."""

from __future__ import annotations

import pytest

from briefing.evidence import Support
from tests.support.evidence import check, codes

TITLE = "The title of the text\n\n"


def figure_yaml(fields: str, sentence: str, language: str) -> str:
    words = sentence.replace("'", "''")
    label = "" if "label:" in fields else "label: The one\n    "
    return (
        f"figures:\n  - {label}{fields}\n    cites: {{quote: '{words}'}}\n"
        f"sources:\n  article: {{kind: article, file: text.txt, language: {language}}}\n"
    )


def figure_codes(fields: str, sentence: str, language: str = "en") -> list[str]:
    return codes(check(figure_yaml(fields, sentence, language), TITLE + sentence))


SAID = [
    ("value: 410\n    unit: EUR million", "It cost €410m to build in all."),
    ("value: 410\n    unit: EURm", "It cost €410 million to build in all."),
    ("value: 1.4\n    unit: USD bn", "It cost 1.4 billion dollars to build."),
    ("value: 12\n    unit: min", "It took them 12 minutes to cross it."),
    ("value: 12\n    unit: km²", "It covers 12 square kilometres of the land."),
    ("value: 12\n    unit: square kilometres", "It covers 12 km² of the land at sea."),
    ("value: 3\n    unit: '% of GDP'", "It came to 3 percent of GDP last year."),
    ("value: 410\n    unit: households", "In all 410 households lost their power."),
    ("value: 12\n    unit: people", "In Orsk 12 were killed by the blast."),
    ("value: 12\n    unit: people", "The death toll rose to 12 on Friday."),
    ("value: 12\n    unit: people", "The blast left 12 homeless on Friday."),
    ("value: 12\n    unit: people", "In Orsk 12 are still missing at sea."),
    ("value: 12\n    unit: people", "The boat had 12 aboard when it sank."),
    ("value: 12\n    unit: people", "In Orsk 12 were wounded by the blast."),
    ("value: 12\n    unit: people", "In Orsk 12 were arrested on Friday."),
    ("value: 12\n    unit: people", "In Orsk 12 soldiers left the camp."),
    ("value: 5\n    unit: dollars", "It cost NZ$5 to cross it on foot."),
    ("value: 5\n    unit: USD", "It cost $5 to cross it on the ferry."),
    ("value: 5\n    unit: NZD", "It cost $5 to cross it on the ferry."),
    ("value: 20\n    unit: years", "It took them two decades to build it."),
    ("value: 4\n    unit: km", "It is 3, 4 or 5 km from the town."),
    ("value: 12\n    unit: tonnes of rice", "They sent 12 tonnes of rice to it."),
    ("value: 12\n    unit: shells", "They sent 12 boxes of shells and 3 guns."),
    ("value: 50\n    unit: km/h", "It ran at 50 kilometres an hour there."),
    ("value: 8940\n    unit: USD a tonne", "Copper fell to $8,940 a tonne in May."),
    ("value: 12\n    unit: MWh", "It gave them 12 megawatt-hours a day."),
    ("value: 25\n    unit: basis points", "The bank cut it by 25 basis points."),
    ("value: 25\n    unit: °C", "It was 25 degrees in the shade there."),
    ("label: Employees\n    value: 12\n    unit: people", "The firm employs 12 people in Orsk."),
    ("label: Killed\n    value: 5\n    unit: people", "In Orsk 5 were killed and 17 injured."),
    ("label: Nurses in four hospitals\n    value: 246", "They asked 246 nurses in four hospitals."),
]


@pytest.mark.parametrize(("fields", "sentence"), SAID)
def test_a_unit_that_the_sentence_says_is_not_reported(fields: str, sentence: str) -> None:
    assert figure_codes(fields, sentence) == []


DIFFERENT = [
    ("metres", "It is 850 feet in length at the top."),
    ("yards", "It is 850 metres in length at the top."),
    ("hectares", "It covers 850 km² of the land at sea."),
    ("acres", "It covers 850 hectares of the land."),
    ("square miles", "It covers 850 square kilometres of land."),
    ("kg", "It came to 850 pounds of rice in all."),
    ("tonnes", "It came to 850 tons of rice in all."),
    ("MW", "It gave them 850 MWh of power in May."),
    ("MWh", "It gave them 850 megawatts in May."),
    ("°F", "It was 850 °C in the fire at noon."),
    ("gallons", "It came to 850 barrels of oil a day."),
    ("litres", "It came to 850 gallons of oil a day."),
    ("km/h", "It flew at 850 mph to the north."),
    ("knots", "It flew at 850 km/h to the north."),
    ("cents", "It cost 850 dollars to cross it."),
    ("dollars", "It cost 850 cents to cross it there."),
    ("EUR", "It cost 850 dollars to cross it."),
    ("USD", "It cost NZ$850 to cross it at night."),
    ("AUD", "It cost HK$850 to cross it at night."),
    ("years", "It took them 850 decades to build it."),
    ("days", "It took them 850 hours to build it."),
    ("points", "It came to 850 percent of the votes."),
    ("'%'", "It rose by 850 percentage points there."),
    ("'%'", "It rose by 850 basis points on Friday."),
    ("percentage points", "It rose by 850 basis points on Friday."),
    ("tonnes", "In all 850 horses were sold in Orsk."),
    ("kilometres", "In all 850 people came to it in Orsk."),
    ("soldiers", "It is 850 metres in length at the top."),
]


@pytest.mark.parametrize(("unit", "sentence"), DIFFERENT)
def test_another_measure_beside_the_number_is_an_error(unit: str, sentence: str) -> None:
    assert figure_codes(f"value: 850\n    unit: {unit}", sentence) == ["unit-differs"]


DIFFERENT_ABROAD = [
    ("de", "km", "Es dauerte zwölf Stunden bis Orsk."),
    ("de", "EUR", "Es kostete zwölf Dollar im Mai dort."),
    ("fr", "km", "Il est à douze milles marins de là."),
    ("fr", "hours", "Il est à douze kilomètres de la ville."),
    ("es", "tonnes", "Pesa doce kilogramos en total, dicen."),
    ("es", "USD", "Cuesta doce euros cruzar el río allí."),
]


@pytest.mark.parametrize(("language", "unit", "sentence"), DIFFERENT_ABROAD)
def test_measures_are_compared_across_languages(language: str, unit: str, sentence: str) -> None:
    assert figure_codes(f"value: 12\n    unit: {unit}", sentence, language) == ["unit-differs"]


COUNTED_OTHERWISE = [
    ("value: 12\n    unit: soldiers", "The 12 boats carried 300 soldiers."),
    ("value: 12\n    unit: people", "The 12 boats carried 300 people."),
    ("value: 246\n    unit: hospitals", "They asked 246 nurses in four hospitals."),
    ("value: 4\n    unit: nurses", "They asked 246 nurses in four hospitals."),
    ("value: 2\n    unit: tanks", "They took two trucks and five tanks."),
    ("label: Hospitals\n    value: 246", "They asked 246 nurses in four hospitals."),
    ("label: Tanks taken\n    value: 2", "They took two trucks and five tanks."),
    ("value: 2\n    unit: percentage points", "For this two wanted a cut of 0.25 percentage points."),
    ("value: 23\n    unit: km", "It has 23 stations on nearly 140 km."),
    ("label: Height of the wall\n    value: 12\n    unit: tablets", "They found 12 tablets by the wall."),
]


@pytest.mark.parametrize(("fields", "sentence"), COUNTED_OTHERWISE)
def test_the_noun_of_another_number_is_an_error(fields: str, sentence: str) -> None:
    assert figure_codes(fields, sentence) == ["counts-otherwise"]


def test_the_noun_of_another_number_is_found_in_german() -> None:
    yaml = figure_yaml("value: 12\n    unit: Soldaten", "Zwölf Boote brachten 300 Soldaten.", "de")
    assert codes(
        check(f"briefing: 1\ntitle: Der Hafen\nlanguage: de\n{yaml}", f"{TITLE}Zwölf Boote brachten 300 Soldaten.")
    ) == ["counts-otherwise"]


NOT_SAID = [
    ("label: Boats seen\n    value: 12\n    unit: vessels", "In Orsk 12 boats were seen."),
    ("label: Boats\n    value: 12\n    unit: tanks", "In Orsk 12 boats were seen."),
]


@pytest.mark.parametrize(("fields", "sentence"), NOT_SAID)
def test_what_no_word_of_the_sentence_says_is_a_warning_and_a_word_of_the_label_no_excuse(
    fields: str, sentence: str
) -> None:
    assert figure_codes(fields, sentence) == ["unit-not-in-sentence"]


LEFT_OPEN = [
    ("value: 850", "It is 850 metres in length at the top.", "en"),
    ("value: 12\n    unit: boats", "Sie schickten zwölf Boote in den Norden.", "de"),
    ("value: 12\n    unit: boats", "Ze stuurden 12 boten naar het noorden.", "nl"),
]


@pytest.mark.parametrize(("fields", "sentence", "language"), LEFT_OPEN)
def test_a_unit_that_no_rule_can_decide_is_left_open(fields: str, sentence: str, language: str) -> None:
    evidence = check(figure_yaml(fields, sentence, language), TITLE + sentence)
    assert [code for code in codes(evidence) if code != "language-unknown"] == []
    assert evidence.claims[0].support is Support.WORDS_FOUND


def test_a_number_that_stands_for_what_was_named_before_is_left_open() -> None:
    yaml = figure_yaml("label: Nurses who stayed\n    value: 231\n    unit: nurses", "Of them, 231 stayed on.", "en")
    evidence = check(yaml, f"{TITLE}We had 246 nurses. Of them, 231 stayed on.")
    assert codes(evidence) == []
    assert evidence.claims[0].support is Support.WORDS_FOUND


LABELLED_OTHERWISE = [
    ("label: Windmills seen\n    value: 12\n    unit: boats", "In Orsk 12 boats were seen.", "label-not-in-source"),
    ("label: Width of the wall\n    value: 4\n    unit: km", "The wall is 4 km long at the top.", "counts-otherwise"),
    ("label: People rescued\n    value: 5\n    unit: people", "In May five people died there.", "counts-otherwise"),
    ("label: Injured\n    value: 5\n    unit: people", "In Orsk 5 were killed and 17 injured.", "counts-otherwise"),
    ("label: Soldiers\n    value: 12\n    unit: km", "The soldiers walked 12 km to the town.", "counts-otherwise"),
    ("label: Tanks taken\n    value: 14", "They took two of the town's 14 trucks.", "label-not-in-source"),
]


@pytest.mark.parametrize(("fields", "sentence", "code"), LABELLED_OTHERWISE)
def test_a_label_of_something_else_is_reported(fields: str, sentence: str, code: str) -> None:
    assert code in figure_codes(fields, sentence)


MARKET = f"{TITLE}Copper fell by 2%. Miners left.\n\nZinc rose to $3,000 a tonne. Stocks of lead rose by 400 tonnes."
LABEL_NOT_SAID = [
    (
        "label: Net income\n    value: 5\n    unit: £m",
        "Adjusted net income was £5m",
        f"{TITLE}Adjusted net income was £5m.",
    ),
    ("label: Rise of sales\n    value: 5\n    unit: £m", "Sales rose to £5m", f"{TITLE}Sales rose to £5m."),
    ("label: Price of rice\n    value: 3000\n    unit: '$ a tonne'", "Zinc rose to $3,000 a tonne", MARKET),
    ("label: Price of copper\n    value: 3000\n    unit: '$ a tonne'", "Zinc rose to $3,000 a tonne", MARKET),
    ("label: Change in stocks of tin\n    value: 400\n    unit: tonnes", "Stocks of lead rose by 400 tonnes", MARKET),
    ("label: Miners who left\n    value: 400\n    unit: tonnes", "Stocks of lead rose by 400 tonnes", MARKET),
    (
        "label: Guards\n    value: 14\n    unit: people",
        "Police saw 14 sailors there",
        f"{TITLE}Police saw 14 sailors there. It has 20 guards.",
    ),
    (
        "label: Spending\n    value: 5\n    unit: £m",
        "Income of £5m meets spending of about £6m",
        f"{TITLE}Income of £5m meets spending of about £6m.",
    ),
]


@pytest.mark.parametrize(("fields", "quote", "text"), LABEL_NOT_SAID)
def test_a_label_of_which_the_sentence_of_the_number_says_nothing_is_a_warning(
    fields: str, quote: str, text: str
) -> None:
    assert codes(check(figure_yaml(fields, quote, "en"), text)) == ["label-not-in-source"]


LABEL_SAID = [
    (
        "label: Adjusted net income\n    value: 5\n    unit: £m",
        "Adjusted net income was £5m",
        f"{TITLE}Adjusted net income was £5m.",
    ),
    ("label: Sum to which sales rose\n    value: 5\n    unit: £m", "Sales rose to £5m", f"{TITLE}Sales rose to £5m."),
    ("label: Price of zinc\n    value: 3000\n    unit: '$ a tonne'", "Zinc rose to $3,000 a tonne", MARKET),
    ("label: Weight of lead\n    value: 400\n    unit: tonnes", "Stocks of lead rose by 400 tonnes", MARKET),
    (
        "label: Height of the mill\n    value: 30\n    unit: m",
        "It is 30 m high",
        f"{TITLE}The mill is new. It is 30 m high.",
    ),
    ("label: Mills\n    value: 30", "There are 30 in all", f"{TITLE}Mills are rare. There are 30 in all."),
    (
        "label: Employees\n    value: 30\n    unit: people",
        "The mill employs 30 people",
        f"{TITLE}The mill employs 30 people.",
    ),
    ("label: Matches played\n    value: 30", "They lost two of 30 matches", f"{TITLE}They lost two of 30 matches."),
]


@pytest.mark.parametrize(("fields", "quote", "text"), LABEL_SAID)
def test_a_label_that_the_sentence_says_in_its_own_way_is_none(fields: str, quote: str, text: str) -> None:
    assert codes(check(figure_yaml(fields, quote, "en"), text)) == []


def test_a_word_of_a_label_may_be_part_of_a_german_compound() -> None:
    text = f"{TITLE}Die Hafenarbeiter sind 300 Leute."
    yaml = figure_yaml("label: Arbeiter im Hafen\n    value: 300\n    unit: Leute", "sind 300 Leute", "de")
    assert codes(check(f"briefing: 1\ntitle: T\nlanguage: de\n{yaml}", text)) == []
