"""Numbers of figures and in the writer's words, by kind: which numbers of a quote support them."""

from __future__ import annotations

import pytest

from briefing.evidence import Support
from briefing.evidence.languages import table
from briefing.evidence.numbers.numerals import numerals
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


def point_codes(text: str, sentence: str, language: str = "en") -> list[str]:
    quoted, words = text.replace("'", "''"), sentence.replace("'", "''")
    yaml = (
        f"language: {language}\nsummary:\n  - text: '{quoted}'\n    cites: {{quote: '{words}'}}\n"
        f"sources:\n  article: {{kind: article, file: text.txt, language: {language}}}\n"
    )
    return codes(check(f"briefing: 1\ntitle: Harbour talks\n{yaml}", TITLE + sentence))


READ = [
    ("en", "2½ miles", ["2.5"]),
    ("en", "5¼ %", ["5.25"]),
    ("en", "5 1/4 %", ["5.25"]),
    ("en", "¾ of them", ["0.75"]),
    ("en", "1/2 of them", ["0.5"]),
    ("en", "2-1/2 inches", ["2.5"]),
    ("de", "3½ Stunden", ["3.5"]),
    ("en", "1,20,000 farmers", ["120000"]),
    ("en", "2.5 lakh crore", ["2500000000000"]),
    ("en", "12 lakh people", ["1200000"]),
    ("en", "₹3 crore", ["30000000"]),
    ("en", "two billion five months ago", ["2000000000", "5"]),
    ("en", "1.4 billion five months ago", ["1400000000", "5"]),
    ("en", "one million two weeks ago", ["1000000", "2"]),
    ("en", "two thousand five hundred", ["2500"]),
    ("en", "USD410 million", ["410000000"]),
    ("en", "at 4.25%-4.50%", ["4.25", "4.50"]),
    ("en", "10°C-12°C", ["10", "12"]),
    ("en", "3 km-4 km", ["3", "4"]),
    ("en", "a B-52, an A380 and COVID-19", []),
    ("fr", "mille milliards", ["1000000000000"]),
    ("fr", "2 mille milliards", ["2000000000000"]),
    ("zh", "约11万人", ["110000"]),
    ("ja", "1億2000万円", ["120000000"]),
    ("zh", "三百二十人", ["320"]),
    ("ko", "약 3만5000명", ["35000"]),
    ("ar", "١١٬٠٠٠ جندي", ["11000"]),
    ("fa", "۳٫۵ درصد", ["3.5"]),
    ("hi", "१,२०,००० किसान", ["120000"]),
    ("ru", "11 000 солдат, 2,5 км", ["11000", "2.5"]),
]


@pytest.mark.parametrize(("language", "text", "values"), READ)
def test_a_numeral_is_read_as_its_language_writes_it(language: str, text: str, values: list[str]) -> None:
    assert [f"{one.values[0].normalize():f}" for one in numerals(text, table(language))] == [
        f"{numeral.normalize():f}" for numeral in map(type(numerals("1", table("en"))[0].bare), values)
    ]


@pytest.mark.parametrize("text", ["11.000", "11,000"])
def test_where_a_mark_may_part_groups_or_decimals_both_readings_count(text: str) -> None:
    assert len(numerals(text, table("xx"))[0].values) == 2


CARRIED = [
    # A range, with a unit or a currency at both ends
    ("low: 4.25\n    high: 4.50\n    unit: '%'", "Rates stay at 4.25%–4.50% for now."),
    ("low: 10\n    high: 12\n    unit: °C", "It was 10°C–12°C in the shade."),
    ("low: 3\n    high: 4\n    unit: km", "It is 3 km–4 km from the town."),
    ("low: 410\n    high: 430\n    unit: USD million", "It cost $410-430 million to build."),
    ("low: 300\n    high: 450\n    unit: €m", "It cost between 300 million and 450 million euros."),
    ("low: 3\n    high: 4\n    unit: €bn", "It cost €3bn-€4bn to build in all."),
    ("low: -5\n    high: -3\n    unit: °C", "It was -5 to -3 °C in the shade."),
    ("low: 3\n    high: 12\n    unit: boats", "The estimates range from 3 to 12 boats."),
    ("low: 3\n    high: 12\n    unit: boats", "At least 3 but no more than 12 boats left."),
    ("low: 80\n    high: 100\n    unit: km/h", "There was an 80-100 km/h wind at sea."),
    ("low: 61\n    high: 74\n    unit: '%'", "It was 68% (95% CI 61 to 74) of them."),
    ("low: 64\n    high: 72\n    unit: '%'", "It was 68 ± 4 % of them in May."),
    ("low: 61\n    high: 74", "The mean was 68 (95% CI 61, 74) in May."),
    ("value: 68\n    low: 61\n    high: 74", "The mean was 68 (95% CI 61 to 74) in May."),
    ("value: 68\n    low: 64\n    high: 72", "The mean was 68 ± 4 in the second round."),
    ("value: 68\n    low: 61\n    high: 74", "It was 68, with a range of 61 to 74, in May."),
    # Its sign
    ("value: -0.3\n    unit: '%'\n    kind: change", "GDP fell by 0.3% in the spring."),
    ("value: -0.3\n    unit: '%'\n    kind: change", "There was a 0.3% fall in GDP in spring."),
    ("value: -0.3\n    unit: '%'\n    kind: change", "It shrank by 0.3%, after it had grown by 0.4%."),
    ("value: 0.4\n    unit: '%'\n    kind: change", "It shrank by 0.3%, after it had grown by 0.4%."),
    ("label: Fall of GDP\n    value: 0.3\n    unit: '%'\n    kind: change", "GDP fell by 0.3% in the spring."),
    ("value: -5\n    unit: °C", "It was minus 5 degrees at night."),
    ("value: -5\n    unit: °C", "It was 5 degrees below zero at night."),
    ("value: -5\n    unit: USD million", "The balance was -$5 million in May."),
    # 0 and 1
    ("value: 0\n    unit: boats", "They say that no boats were lost."),
    ("value: 0", "None of the crew was hurt at sea."),
    ("value: 1\n    unit: boats", "They lost a single boat in the storm."),
    ("value: 1\n    unit: boats", "They lost a small boat in the storm."),
    ("value: 1\n    unit: boats", "They lost one boat in the storm."),
    # Ages are numbers of a figure that says so
    ("label: Age of Holt\n    value: 71", "Ada Holt, 71, runs the dam at Orsk."),
    ("value: 71\n    unit: years", "Ada Holt, a 71-year-old engineer, runs it."),
    # Four digits are no year before what they count
    ("value: 2000\n    unit: people", "Some say that 2000 people came on Friday."),
    ("value: 8\n    unit: lakh", "In all 8 lakh people came on Friday."),
    ("value: 40\n    unit: people", "In one room 40 people slept on straw."),
]


@pytest.mark.parametrize(("fields", "sentence"), CARRIED)
def test_a_number_is_carried_in_every_form_of_its_kind(fields: str, sentence: str) -> None:
    assert figure_codes(fields, sentence) == []


NOT_CARRIED = [
    # Not the ends of one range
    ("low: 3\n    high: 12\n    unit: boats", "The 12 boats left after 3 weeks."),
    ("low: 3\n    high: 12\n    unit: boats", "The fleet fell from 12 to 3 boats."),
    ("low: 3\n    high: 12\n    unit: boats", "The fleet rose from 3 to 12 boats."),
    ("low: 1\n    high: 3\n    unit: goals", "The home side won 3–1 on goals."),
    ("low: 1\n    high: 3\n    unit: goals", "The home side lost 1–3 on goals."),
    ("low: 48\n    high: 52\n    unit: votes", "They voted 48 to 52 against it."),
    ("low: 12\n    high: 15", "It stands on pp. 12–15 of the report."),
    ("low: 555\n    high: 1234", "For tickets call 555-1234 before noon."),
    ("low: 737\n    high: 800", "The crew flew a 737-800 to the north."),
    ("low: 3\n    high: 14\n    unit: fans", "They held 14 fans. At least 3 were hurt."),
    # No amount
    ("value: 2\n    unit: troops", "The army has lost 4,000[2] troops."),
    ("value: 2\n    unit: troops", "The army lost its troops.2 They left."),
    ("value: 3\n    unit: attacks", "It was the 3rd attack on the boats."),
    ("value: 20", "It is the twenty-first ship of the fleet."),
    ("value: 33\n    unit: '%'", "It was the third ship that they lost."),
    ("value: 50\n    unit: '%'", "In the first half the home side led."),
    ("value: 5", "Under Article 5 of the pact they met."),
    ("value: 1408", "They met in room 1408 of the hotel."),
    ("value: 370", "The search for flight 370 went on."),
    ("value: 2397", "It broke Resolution 2397 of the council."),
    ("value: 66", "They drove on Route 66 to the coast."),
    ("value: 11", "It runs on Windows 11 and on nothing else."),
    ("value: 10", "At No. 10 they would not talk about it."),
    ("value: 12", "It is said on page 12 of the report."),
    ("value: 7", "The fire began at 7 p.m. in the kitchen."),
    ("value: 10", "The fire began at 10 o'clock in May."),
    ("label: Deaths\n    value: 71", "Ada Holt, 71, runs the dam at Orsk."),
    ("label: Boats\n    value: 71", "A 71-year-old woman was on the boats."),
    ("value: 12\n    unit: boats", "The boats left on 12 May in the rain."),
    ("value: 2019\n    unit: boats", "In 2019 the boats left in the rain."),
    # Halves
    ("value: 2\n    unit: miles", "The queue was 2½ miles long by noon."),
    ("value: 5\n    unit: '%'", "Unemployment stands at 5 1/4 % in May."),
    # The sign
    ("value: -0.3\n    unit: '%'", "GDP grew by 0.3% in the spring."),
    ("value: -0.3\n    unit: '%'\n    kind: change", "GDP grew by 0.3% in the spring."),
    ("value: -4.50\n    unit: '%'", "Rates stay at 4.25%–4.50% for now."),
    ("value: -3000\n    unit: men", "They sent 3,000 men to the north."),
    ("label: Change of GDP\n    value: 0.3\n    unit: '%'\n    kind: change", "GDP fell by 0.3% in the spring."),
    ("label: Growth of GDP\n    value: 0.3\n    unit: '%'\n    kind: change", "GDP fell by 0.3% in the spring."),
    # 0 and 1
    ("value: 0\n    unit: boats", "They lost 12 boats in the storm of May."),
    ("value: 1\n    unit: boats", "They lost 12 boats in the storm of May."),
    ("value: 1\n    unit: people", "In all no one was hurt by the 12 blasts."),
    # Scales and spans
    ("value: 2000000005", "It sold two billion five months ago."),
    ("value: 3\n    unit: GBP million", "Sales were £418 million for three months."),
]


@pytest.mark.parametrize(("fields", "sentence"), NOT_CARRIED)
def test_a_number_that_counts_nothing_or_something_else_carries_no_figure(fields: str, sentence: str) -> None:
    assert "number-not-in-quote" in figure_codes(fields, sentence)


BELOW = [
    # language, sentence, whether the number alone is an error
    ("en", "Cash flow was negative at 281 million.", True),
    ("en", "It had a negative cash flow of 281 million.", False),
    ("en", "It made a loss of 281 million in May.", False),
    ("fr", "C'est un flux négatif de 281 millions d'euros.", True),
    ("fr", "Le groupe a une perte de 281 millions en mai.", False),
    ("fr", "Une valeur négative de 281 millions en mai.", True),
    ("de", "Der Mittelfluss war mit 281 Millionen Euro negativ.", True),
    ("de", "Es gab einen Verlust von 281 Millionen Euro.", False),
    ("de", "Das Defizit von 281 Millionen Euro blieb.", False),
    ("es", "Hubo un flujo negativo de 281 millones de euros.", True),
    ("es", "El flujo fue negativo en 281 millones de euros.", True),
    ("es", "Tuvo una pérdida de 281 millones de euros.", False),
]


@pytest.mark.parametrize(("language", "sentence", "sure"), BELOW)
def test_words_say_that_a_number_is_below_zero(language: str, sentence: str, *, sure: bool) -> None:
    assert figure_codes("value: -281\n    unit: million", sentence, language) == []
    assert bool(figure_codes("value: 281\n    unit: million", sentence, language)) == sure


@pytest.mark.parametrize(
    "sentence", ["Die Zahl fiel von 12 auf 3 Prozent.", "Ein Rückgang von 12 auf 3 Prozent im Mai."]
)
def test_what_something_fell_from_is_not_below_zero(sentence: str) -> None:
    assert figure_codes("value: -12\n    unit: '%'", sentence, "de") == ["number-not-in-quote"]


HEDGES_OF_LESS = [
    ("es", "at least", "Al menos 58 personas murieron allí."),
    ("es", "at least", "Por lo menos 58 personas murieron allí."),
    ("es", "under", "Menos de 58 personas murieron allí."),
    ("es", "about", "Más o menos 58 personas murieron allí."),
    ("fr", "at least", "Au moins 58 personnes sont mortes."),
    ("fr", "under", "Moins de 58 personnes sont mortes."),
    ("en", "at most", "No more than 58 people died there."),
]


@pytest.mark.parametrize(("language", "approx", "sentence"), HEDGES_OF_LESS)
def test_less_in_a_hedge_is_no_minus(language: str, approx: str, sentence: str) -> None:
    assert figure_codes(f"value: 58\n    approx: {approx}", sentence, language) == []
    assert figure_codes("value: 58", sentence, language) == ["hedge-dropped"]


def test_a_fall_as_a_positive_change_with_a_plain_label_says_otherwise() -> None:
    fields = "label: Turnout\n    value: 5\n    unit: '%'\n    kind: change"
    assert figure_codes(fields, "Turnout fell by 5 percent in May.") == ["says-otherwise"]


def test_a_value_inside_an_interval_must_be_said_with_it() -> None:
    sentence = "The mean was 68 (95% CI 61 to 74) in May."
    assert figure_codes("value: 70\n    low: 61\n    high: 74", sentence) == ["number-not-in-quote"]
    assert figure_codes("value: 68\n    low: 60\n    high: 74", sentence) == ["number-not-in-quote"]


HEDGED = [
    ("approx: over", "The cost exceeded 3,000 euros in May."),
    ("approx: over", "Sales topped 3,000 euros in a day."),
    ("approx: over", "The price surpassed 3,000 euros in May."),
    ("approx: over", "The price passed 3,000 euros in May."),
    ("approx: over", "It cost in excess of 3,000 euros in May."),
    ("approx: over", "It cost north of 3,000 euros in May."),
    ("approx: at least", "It must cost ≥ 3,000 euros in May."),
    ("approx: at most", "It must cost ≤ 3,000 euros in May."),
    ("approx: about", "It cost ~3,000 euros to build in May."),
    ("approx: about", "It had an estimated cost of 3,000 euros."),
    ("approx: about", "It cost 3,000 euros or thereabouts in May."),
    ("approx: nearly", "It cost just shy of 3,000 euros in May."),
    ("approx: under", "It cost a little under 3,000 euros in May."),
]


@pytest.mark.parametrize(("approx", "sentence"), HEDGED)
def test_verbs_and_signs_hedge_a_number(approx: str, sentence: str) -> None:
    assert figure_codes(f"value: 3000\n    unit: euros\n    {approx}", sentence) == []
    assert figure_codes("value: 3000\n    unit: euros", sentence) == ["hedge-dropped"]


HEDGED_ABROAD = [
    ("de", "value: 50\n    unit: '%'\n    approx: nearly", "Fast die Hälfte der Wähler kam."),
    ("de", "value: 3000\n    approx: about", "Rund 3.000 Menschen kamen am Freitag."),
    ("de", "value: 3000\n    approx: over", "Der Preis überstieg 3.000 Euro im Mai."),
    ("fr", "value: 3000\n    approx: about", "Quelque 3 000 personnes sont venues."),
    ("fr", "value: 3000\n    approx: over", "Le prix dépasse 3 000 euros en mai."),
    ("es", "value: 3000\n    approx: over", "El precio superó 3.000 euros en mayo."),
]


@pytest.mark.parametrize(("language", "fields", "sentence"), HEDGED_ABROAD)
def test_hedges_are_words_of_their_language(language: str, fields: str, sentence: str) -> None:
    assert figure_codes(fields, sentence, language) == []
    assert figure_codes(fields.rpartition("\n")[0], sentence, language) == ["hedge-dropped"]


OPEN = [
    ("value: 12\n    unit: months", "Prices rose again over twelve months."),
    ("value: 12\n    unit: months\n    approx: over", "Prices rose again over twelve months."),
    ("value: 12\n    unit: laws", "Parliament passed 12 laws in the spring."),
    ("value: 3\n    unit: years", "It went on from 3 to 12 years there."),
]


@pytest.mark.parametrize(("fields", "sentence"), OPEN)
def test_what_no_rule_can_decide_is_no_finding_and_not_verified(fields: str, sentence: str) -> None:
    evidence = check(figure_yaml(fields, sentence, "en"), TITLE + sentence)
    assert codes(evidence) == []
    assert evidence.claims[0].support is Support.WORDS_FOUND


PUT_OTHERWISE = [
    ("About two men came.", "In May two men came there.", "hedge-not-in-quote"),
    ("A dozen men came.", "About a dozen men came there.", "hedge-dropped"),
    ("Half of the men came.", "Nearly half of the men came.", "hedge-dropped"),
    ("At least 300 men came.", "Up to 300 men came there in May.", "hedge-differs"),
    ("Over 300 men came.", "Fewer than 300 men came there.", "hedge-differs"),
    ("About 300 men came.", "In May 300 men came there.", "hedge-not-in-quote"),
    ("The 12 soldiers left.", "The 12 boats carried 300 soldiers.", "counts-otherwise"),
    ("Three boats left.", "Then three men and five boats left.", "counts-otherwise"),
    ("Three boats left.", "Then at last five boats left.", "number-not-cited"),
    ("They won 2-2 there.", "They won 3-2 there in the rain.", "number-not-cited"),
    ("It began at 12:40.", "It began at 12:30 in the rain.", "number-not-cited"),
    ("It fell in the seventh week.", "It fell for seven weeks in May.", "number-not-cited"),
]


@pytest.mark.parametrize(("text", "sentence", "code"), PUT_OTHERWISE)
def test_a_sentence_that_puts_a_number_otherwise_is_reported(text: str, sentence: str, code: str) -> None:
    assert code in point_codes(text, sentence)


PUT_ALIKE = [
    ("About 300 men came.", "Some 300 men came there in May."),
    ("More than 300 men came.", "Over 300 men came there in May."),
    ("About 300 men came.", "Almost 300 men came there in May."),
    ("An estimated 300 men came.", "Around 300 men came there in May."),
    ("They estimate that 300 men came.", "An estimated 300 men came there."),
    ("It began at 12:30.", "It began at 12:30 in the rain."),
    ("They won 3-2 there.", "They won 3–2 there in the rain."),
    ("It broke Resolution 2397.", "It broke Resolution 2397 in May."),
    ("Holt, 71, came.", "Ada Holt, 71, came there in May."),
    ("Two boats left.", "Two of the five boats left in May."),
]


@pytest.mark.parametrize(("text", "sentence"), PUT_ALIKE)
def test_a_sentence_that_puts_a_number_alike_is_not_reported(text: str, sentence: str) -> None:
    assert [
        code for code in point_codes(text, sentence) if code.startswith(("number", "hedge", "counts", "unit"))
    ] == []


FOREIGN = [
    ("pt", "value: 999", "Enviaram 11.000 soldados para a frente."),
    ("nl", "value: 999", "Ze stuurden 11.000 soldaten naar het front."),
    ("it", "value: 13", "Hanno inviato 11.000 soldati al fronte."),
    ("ru", "value: 999", "Они отправили 11 000 солдат на фронт."),
    ("uk", "value: 999", "Вони відправили 11 000 солдатів на фронт."),
    ("ko", "value: 999", "그들은 병사 11,000명을 전선에 보냈다."),
    ("zh", "value: 999", "他们向前线派出了11,000名士兵。"),
    ("ja", "value: 999", "彼らは前線に1万1000人の兵士を送った。"),
    ("ar", "value: 999", "أرسلوا ١١٬٠٠٠ جندي إلى الجبهة."),
]


@pytest.mark.parametrize(("language", "fields", "sentence"), FOREIGN)
def test_a_wrong_number_is_caught_in_a_language_without_a_table(language: str, fields: str, sentence: str) -> None:
    assert "number-not-in-quote" in figure_codes(fields, sentence, language)


@pytest.mark.parametrize(("language", "sentence"), [(language, sentence) for language, _, sentence in FOREIGN])
def test_the_right_number_is_no_finding_there(language: str, sentence: str) -> None:
    right = figure_codes("value: 11000", sentence, language)
    assert [code for code in right if code != "language-unknown"] == []


LEFT_OPEN = [
    ("nl", "value: 200", "Ze stuurden tweehonderd soldaten op 15 mei."),
    ("pt", "value: 3", "Enviaram 11.000 soldados em três barcos."),
    ("nl", "value: 2500000", "Ze stuurden 2,5 miljoen soldaten."),
    ("pl", "value: 1000000", "Wysłali milion żołnierzy na 450 statkach."),
    ("it", "value: 200", "Nel 2024 hanno inviato duecento soldati."),
    ("ru", "value: 7", "Они отправили семь кораблей 15 мая."),
]


@pytest.mark.parametrize(("language", "fields", "sentence"), LEFT_OPEN)
def test_a_number_that_may_be_in_words_there_is_left_open(language: str, fields: str, sentence: str) -> None:
    evidence = check(figure_yaml(fields, sentence, language), TITLE + sentence)
    assert [code for code in codes(evidence) if code != "language-unknown"] == []
    assert evidence.claims[0].support is Support.WORDS_FOUND
