"""The dates of a text, by example: the words that give each one, its EDTF, and where it comes from."""

from __future__ import annotations

import json
from collections.abc import Iterator
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.evidence.context import Case, Unchecked, case_of
from briefing.evidence.dossier import dossier_of
from briefing.evidence.facts.dates import date_facts
from briefing.evidence.facts.published import published_of
from briefing.evidence.facts.text import text_facts
from briefing.evidence.facts.values import DateFact
from briefing.evidence.languages import table
from briefing.evidence.quotes.locate import locate
from briefing.evidence.rules.dates import date_findings
from briefing.evidence.saved_text import saved_text
from briefing.format.dates import parse_date
from tests.support.corpus import Part, corpus
from tests.support.evidence import PATH, read, texts_of

HEAD = "The title of the text\n\nThe first paragraph says what it is about, at some length.\n\n"
TUESDAY = "2024-11-12"
NOT_KNOWN = ""


def found(sentence: str, published: str, language: str = "en") -> list[DateFact]:
    saved = saved_text(HEAD + sentence, table(language))
    return list(date_facts(saved, parse_date(published) if published else None))


def shown(fact: DateFact, sentence: str) -> str:
    """Return a fact as "words = EDTF", with " (reckoned)"; only the words if they have no exact form."""
    span = fact.place.span
    words = (HEAD + sentence)[span.start : span.end]
    if fact.when is None:
        assert fact.stated == words
        return words
    return f"{words} = {fact.when.text}" + (" (reckoned)" if fact.basis == "reckoned" else "")


def objections(text: str, language: str, published: str) -> Iterator[str]:
    """Yield what the rules for dates say against each date of a text, put as an event that quotes its sentence."""
    facts = date_facts(saved_text(text, table(language)), parse_date(published) if published else None)
    article = {"kind": "article", "file": "text.txt", "language": language}
    if published:
        article["published"] = published
    events = [event(fact, text) for fact in facts]
    yaml = f"timeline: {json.dumps(events)}\nsources: {json.dumps({'article': article})}\n"
    for case in cases(yaml, text) if events else ():
        for outcome in date_findings(case):
            words = outcome.reason if isinstance(outcome, Unchecked) else outcome.sentence
            yield f"{case.claim.when and case.claim.when.text}: {words}: {case.claim.cites[0].quote}"


def event(fact: DateFact, text: str) -> dict[str, object]:
    sentence = fact.place.sentence
    fields = {"text": "It happened.", "stated": fact.stated, "basis": str(fact.basis)}
    fields |= {"when": fact.when.text} if fact.when is not None else {}
    quote = {"quote": text[sentence.start : sentence.end], "at": f"para {fact.place.paragraph}"}
    if not fact.place.paragraph:
        del quote["at"]
    return {name: value for name, value in fields.items() if value is not None} | {"cites": quote}


def cases(yaml: str, text: str) -> Iterator[Case]:
    brief = read(yaml)
    dossier = dossier_of(brief, texts_of(brief, text), PATH)
    for claim in brief.claims():
        verdicts = tuple(locate(cite.quote or "", text, cite.at) for cite in claim.cites)
        yield case_of(claim, verdicts, dossier)


def corpus_texts() -> Iterator[tuple[str, str, str]]:
    """Yield the saved texts of the corpus, each with its source and language."""
    for ground in corpus(Part.ALL):
        for source in ground.brief.sources:
            if source.id in ground.texts:
                yield source.id, ground.texts[source.id].text, source.language or "en"


TEXTS = list(corpus_texts())

STATED = [
    ("He was born on March 3, 1965, and died in 2020.", ["March 3, 1965 = 1965-03-03", "2020 = 2020"]),
    (
        "Revenue for the nine months ended September 30, 2024 rose.",
        ["nine months ended September 30, 2024 = 2024-01/2024-09"],
    ),
    ("Sales for the quarter ended June 30, 2001 fell.", ["quarter ended June 30, 2001 = 2001-04/2001-06"]),
    ("From 1 January 2025, fees will rise.", ["From 1 January 2025 = 2025-01-01/.."]),
    ("A letter from May 2019 shows it.", ["from May 2019 = 2019-05"]),
    ("As of March 4, 2011, it has 277 flaws.", ["As of March 4, 2011 = 2011-03-04"]),
    ("The plan runs from 2024 through 2027.", ["from 2024 through 2027 = 2024/2027"]),
    ("The plan runs through 2027.", ["through 2027 = ../2027"]),
    ("He served 1998-2003.", ["1998-2003 = 1998/2003"]),
    ("In the 18th and 19th centuries it grew.", ["18th = 17XX", "19th centuries = 18XX"]),
    ("In the third century BC it was small.", ["third century BC = -02XX"]),
    ("They came in the 1600s.", ["1600s = 16XX"]),
    ("On or about June 3, 2011, he shot.", ["On or about June 3, 2011 = 2011-06-03~"]),
    (
        "From in or around March 2020 to May 2021, they stole.",
        ["From in or around March 2020 to May 2021 = 2020-03~/2021-05"],
    ),
    ("No later than 30 June 2025 they must go.", ["No later than 30 June 2025 = ../2025-06-30"]),
    ("It was 5 May, 6 June or 7 July 2023.", ["5 May, 6 June or 7 July 2023 = [2023-05-05,2023-06-06,2023-07-07]"]),
    ("The ship sank on the night of 14-15 April 1912.", ["14-15 April 1912 = 1912-04-14/1912-04-15"]),
    ("The 2010-11 season was good.", ["2010-11 = 2010/2011"]),
    ("They work 2,024 hours in Room 2019.", []),
    ("The road is 2000 metres long.", []),
    ("A survey of 1709 schoolchildren was made.", []),
    ("Warming over 2000 - 2050 was studied.", ["2000 - 2050 = 2000/2050"]),
    ("“2019 is not as strong as 2018,” he said.", ["2019 = 2019", "2018 = 2018"]),
    ("See Lung Cancer 31(8):1039-49.", []),
    ("The deadline is 12/05/2024 at noon.", ["12/05/2024"]),
    ("It is dated 27-06-2012 below.", ["27-06-2012 = 2012-06-27"]),
    ("It has grown since 2019 in the city.", ["since 2019 = 2019/.."]),
    ("The law was in force until 1945.", ["until 1945 = ../1945"]),
    ("It was built before 1945 by them.", ["before 1945 = ../1944"]),
    ("They came after 1945 to stay.", ["after 1945 = 1946/.."]),
    ("It happened in 1998 or 1999, he said.", ["1998 or 1999 = [1998,1999]"]),
    ("It rose between May and July 2024.", ["between May and July 2024 = 2024-05/2024-07"]),
    ("Between 1990 and 1995 it fell.", ["Between 1990 and 1995 = 1990/1995"]),
    ("It was popular in the 1990s.", ["1990s = 199X"]),
    ("It grew in the 20th century.", ["20th century = 19XX"]),
    ("It was built about 1900 by him.", ["about 1900 = 1900~"]),
    ("It bloomed in spring 2024.", ["spring 2024 = 2024-21"]),
    ("It rose in the third quarter of 2024.", ["third quarter of 2024 = 2024-35"]),
    ("The 2023-24 season was good.", ["2023-24 = 2023/2024"]),
    ("Profit in the six months ended June 30, 2024 rose.", ["six months ended June 30, 2024 = 2024-01/2024-06"]),
    ("He was killed in 44 BC.", ["44 BC = -0043"]),
    ("It came in 2019, 2021 and 2023.", ["2019 = 2019", "2021 = 2021", "2023 = 2023"]),
    ("It was on Oct. 21, 2024.", ["Oct. 21, 2024 = 2024-10-21"]),
    ("It was on 21/10/2024 that.", ["21/10/2024 = 2024-10-21"]),
    ("In Q3 2024 it rose.", ["Q3 2024 = 2024-35"]),
    ("H1 2025 looks good.", ["H1 2025 = 2025-40"]),
    ("In the year to March 2024 it fell.", ["year to March 2024 = 2023-04/2024-03"]),
    ("It rained from 3 May to 5 June 2023.", ["from 3 May to 5 June 2023 = 2023-05-03/2023-06-05"]),
    ("It will be ready by the end of 2025.", ["by the end of 2025 = ../2025"]),
]

WITHOUT_YEAR = [
    ("It rose in January and February.", ["January and February = XXXX-01/XXXX-02"]),
    ("It opened on 12 May with a feast.", ["12 May = XXXX-05-12"]),
    ("He said on Tuesday that it was so.", ["Tuesday"]),
    ("Last year it rose 3%.", ["Last year"]),
]

RECKONED = [
    ("The judges said nothing about their order Monday.", ["Monday = 2024-11-11 (reckoned)"]),
    ("It announced an order of 50 ships of the new kind on Monday.", ["Monday = 2024-11-11 (reckoned)"]),
    ("Prices last year fall out of the comparison.", ["last year = 2023 (reckoned)"]),
    ("He was due to be released from prison in September.", ["September = 2024-09 (reckoned)"]),
    ("He was to be released in January.", ["January = 2025-01 (reckoned)"]),
    (
        "The law requires reports in March and August.",
        ["March = 2025-03 (reckoned)", "August = 2025-08 (reckoned)"],
    ),
    ("They would leave within 14 days of an order of the court.", []),
    ("By the end of the next decade it will be built.", ["By the end of the next decade = ../2039 (reckoned)"]),
    ("It will be built in the next decade.", ["next decade = 2024-11-12/2034-11-12 (reckoned)"]),
    ("Jon Blair, 29, of 1909 Jolinda Drive, was held.", []),
    ("In 1909 Jolinda Drive was a field.", ["1909 = 1909"]),
    ("The trial is expected to last six weeks.", []),
    ("The trial was adjourned until Monday.", ["until Monday = ../2024-11-18 (reckoned)"]),
    ("The strike lasted until Monday.", ["until Monday = ../2024-11-11 (reckoned)"]),
    ("He has until Friday to appeal.", ["until Friday = ../2024-11-15 (reckoned)"]),
    ("It will report Tuesday, Nov. 19, before noon.", ["Tuesday, Nov. 19 = 2024-11-19 (reckoned)"]),
    ("Friday last week he resigned.", ["Friday last week = 2024-11-08 (reckoned)"]),
    ("They meet on Tuesday of next week.", ["Tuesday of next week = 2024-11-19 (reckoned)"]),
    ("In the first half of this year, exports fell.", ["first half of this year = 2024-40 (reckoned)"]),
    ("He scored in the second half.", []),
    ("The strike will end on Friday.", ["Friday = 2024-11-15 (reckoned)"]),
    ("It will be held on Friday.", ["Friday = 2024-11-15 (reckoned)"]),
    ("It was set to begin Wednesday.", ["Wednesday = 2024-11-13 (reckoned)"]),
    ("A fire broke out in the city overnight.", ["overnight = 2024-11-11/2024-11-12 (reckoned)"]),
    ("It was shot down last night.", ["last night = 2024-11-11 (reckoned)"]),
    ("Over the next three months, rates will fall.", ["next three months = 2024-11-12/2025-02-12 (reckoned)"]),
    ("In the past year prices rose.", ["past year = 2023-11-12/2024-11-12 (reckoned)"]),
    ("A decade ago it was small.", ["A decade ago = 2014 (reckoned)"]),
    ("For the week ended Nov. 9, claims fell.", ["the week ended Nov. 9 = 2024-11-03/2024-11-09 (reckoned)"]),
    ("The December quarter was good for sales.", ["December quarter = 2023-10/2023-12 (reckoned)"]),
    ("In two days they will vote.", ["In two days = 2024-11-14 (reckoned)"]),
    ("The illness usually goes within a week.", []),
    ("It rained ten days before the vote.", []),
    ("In the last years it rained.", []),
    ("Every Monday the council meets.", []),
    ("He was paid to speak with Mark May about it.", []),
    ("The fall of the wall surprised them.", []),
    ("It was in USA TODAY.", []),
    ("Sales were down 10 percent last month.", ["last month = 2024-10 (reckoned)"]),
    ("It rained on Saturday and Sunday.", ["Saturday and Sunday = 2024-11-09/2024-11-10 (reckoned)"]),
    ("They spoke on February 6 - this year.", ["February 6 - this year = 2024-02-06 (reckoned)"]),
    ("The weekend of 9 and 10 November was wet.", ["weekend of 9 and 10 November = 2024-11-09/2024-11-10 (reckoned)"]),
    ("In March of the same year it closed.", ["March = XXXX-03"]),
    ("The next day it closed.", ["next day"]),
    ("That Friday he left.", ["Friday"]),
    ("He was sentenced on Nov. 5 to 10 years in prison.", ["Nov. 5 = 2024-11-05 (reckoned)"]),
    (
        "Five died between Friday night and Sunday.",
        ["between Friday night and Sunday = 2024-11-08/2024-11-10 (reckoned)"],
    ),
    ("Sales on Black Friday rose.", ["Friday"]),
    ("The judge set the trial for Jan. 5.", ["Jan. 5 = 2025-01-05 (reckoned)"]),
    ("The gates were shut until last week.", ["until last week = ../2024-11-10 (reckoned)"]),
    (
        "It rained overnight and on Monday.",
        ["overnight = 2024-11-11/2024-11-12 (reckoned)", "Monday = 2024-11-11 (reckoned)"],
    ),
    ("It fell in the second quarter of fiscal year 2025.", ["second quarter of fiscal year 2025"]),
    ("It rose in January and February.", ["January and February = 2024-01/2024-02 (reckoned)"]),
    ("It opened on 12 May with a feast.", ["12 May = 2024-05-12 (reckoned)"]),
    ("Sales rose 3% in the third quarter.", ["third quarter = 2024-35 (reckoned)"]),
    ("He said on Tuesday that it was so.", ["Tuesday = 2024-11-12 (reckoned)"]),
    ("Last year it rose 3%.", ["Last year = 2023 (reckoned)"]),
    ("This week it will meet.", ["This week = 2024-11-11/2024-11-17 (reckoned)"]),
    ("Over the past three weeks it rained.", ["past three weeks = 2024-10-22/2024-11-12 (reckoned)"]),
    ("Next month they will vote.", ["Next month = 2024-12 (reckoned)"]),
    ("He spoke on Friday, Oct. 3, of it.", ["Friday, Oct. 3 = 2024-10-03 (reckoned)"]),
    ("On the 21st of October it fell.", ["21st of October = 2024-10-21 (reckoned)"]),
    ("In the week of 3 March it fell.", ["the week of 3 March = 2024-03-03/2024-03-09 (reckoned)"]),
    ("In the twelve months to June it fell.", ["twelve months to June = 2023-07/2024-06 (reckoned)"]),
    ("Last Friday it rained.", ["Last Friday = 2024-11-08 (reckoned)"]),
    ("He will come next Monday.", ["next Monday = 2024-11-18 (reckoned)"]),
    ("It has been closed since last Tuesday.", ["since last Tuesday = 2024-11-05/.. (reckoned)"]),
    ("In May last year it rained.", ["May last year = 2023-05 (reckoned)"]),
    ("Three weeks ago it rained.", ["Three weeks ago = 2024-10-21/2024-10-27 (reckoned)"]),
    ("Two years ago it rained.", ["Two years ago = 2022 (reckoned)"]),
    ("By the end of the year it will be done.", ["By the end of the year = ../2024 (reckoned)"]),
    ("It rained from July 2023 to last month.", ["from July 2023 to last month = 2023-07/2024-10 (reckoned)"]),
    ("This summer was hot.", ["This summer = 2024-22 (reckoned)"]),
    ("The meeting is at 10 a.m. on Friday in town.", ["Friday"]),
    ("Since then it has rained.", []),
]


@pytest.mark.parametrize(("sentence", "wanted"), STATED)
def test_a_date_that_the_text_gives_is_written_as_it_says(sentence: str, wanted: list[str]) -> None:
    assert [shown(one, sentence) for one in found(sentence, NOT_KNOWN)] == wanted
    assert [shown(one, sentence) for one in found(sentence, TUESDAY)] == wanted


@pytest.mark.parametrize(("sentence", "wanted"), WITHOUT_YEAR)
def test_nothing_is_reckoned_without_a_date_of_publication(sentence: str, wanted: list[str]) -> None:
    assert [shown(one, sentence) for one in found(sentence, NOT_KNOWN)] == wanted


@pytest.mark.parametrize(("sentence", "wanted"), RECKONED)
def test_a_relative_date_is_reckoned_from_the_date_of_publication(sentence: str, wanted: list[str]) -> None:
    assert [shown(one, sentence) for one in found(sentence, TUESDAY)] == wanted


@pytest.mark.parametrize(("name", "text", "language"), TEXTS)
def test_the_checker_holds_every_date_of_a_text(name: str, text: str, language: str) -> None:
    del name
    for published in (NOT_KNOWN, "2024-11-12", "2025-06-16", "2019-02-01"):
        assert list(objections(text, language, published)) == []


PARTIAL = [
    ("It will open in early 2024.", "2024~", "early 2024"),
    ("The mid-1990s were good.", "199X~", "mid-1990s"),
    ("Earlier this year it fell.", "2024~", "Earlier this year"),
    ("In mid-October it fell.", "2024-10~", "mid-October"),
    ("In the first week of November it fell.", "2024-11~", "first week of November"),
]


@pytest.mark.parametrize(("sentence", "when", "words"), PARTIAL)
def test_a_part_of_a_time_is_approximate_and_keeps_the_words_of_the_text(sentence: str, when: str, words: str) -> None:
    (fact,) = found(sentence, TUESDAY)
    assert (fact.when and fact.when.text, fact.stated) == (when, words)


NO_EVENTS = [
    "Sales were down 5 percent from the year-to-date period last year.",
    "It is the highest since February 2020.",
    "It was the first time that it happened since 1905.",
    "It rose 3% from a year earlier.",
    "It was more than in 2019.",
    "Profit rose, compared with 4% in 2023.",
    "Output was up from 2.6% in September.",
    "The 2015 Act says so.",
    "The World Cup 2022 was held.",
    "The treaty (1998) says so.",
    "Others (Smith, 2004; Jones, 2010) said so.",
    "In fiscal 2024 it fell.",
    "It was not in 1998.",
]


@pytest.mark.parametrize("sentence", NO_EVENTS)
def test_a_date_of_a_comparison_a_name_or_a_citation_is_no_event(sentence: str) -> None:
    facts = found(sentence, TUESDAY)
    assert facts
    assert not any(fact.is_event for fact in facts)


EVENTS = [
    "More than 5,900 people will meet next month.",
    "More than a decade ago he left.",
    "In 2015 they acted.",
    "It has grown since 2019.",
]


@pytest.mark.parametrize("sentence", EVENTS)
def test_a_date_of_what_happens_is_an_event(sentence: str) -> None:
    (fact,) = found(sentence, TUESDAY)
    assert fact.is_event


OTHER_LANGUAGES = [
    ("fr", "Il devait être libéré en septembre.", ["septembre = 2024-09 (reckoned)"]),
    ("fr", "La loi exige un rapport en mars et en juin.", ["mars = 2025-03 (reckoned)", "juin = 2025-06 (reckoned)"]),
    ("fr", "Ils partiront dans les 14 jours suivant la décision.", []),
    ("de", "Binnen 14 Tagen nach dem Beschluss müssen sie gehen.", []),
    (
        "de",
        "Das Gesetz verlangt Berichte im März und Juni.",
        ["März = 2025-03 (reckoned)", "Juni = 2025-06 (reckoned)"],
    ),
    ("es", "La ley exige informes en marzo y junio.", ["marzo = 2025-03 (reckoned)", "junio = 2025-06 (reckoned)"]),
    ("de", "Seit 2019 wächst die Stadt.", ["Seit 2019 = 2019/.."]),
    ("de", "Am 12. Mai wurde es eröffnet.", ["12. Mai = 2024-05-12 (reckoned)"]),
    ("de", "Das Werk wuchs im 1. Quartal 2022 um 3 Prozent.", ["1. Quartal 2022 = 2022-33"]),
    ("de", "Am Samstagnachmittag (9.11.) regnete es.", ["Samstagnachmittag (9.11. = 2024-11-09 (reckoned)"]),
    ("de", "Vergangene Woche regnete es.", ["Vergangene Woche = 2024-11-04/2024-11-10 (reckoned)"]),
    ("de", "Vor drei Jahren wurde es gebaut.", ["Vor drei Jahren = 2021 (reckoned)"]),
    ("de", "Seit Montag ist es geschlossen.", ["Seit Montag = 2024-11-11/.. (reckoned)"]),
    ("de", "Bis Jahresende soll es fertig sein.", ["Bis Jahresende = ../2024 (reckoned)"]),
    ("de", "Über Nacht regnete es.", ["Über Nacht = 2024-11-11/2024-11-12 (reckoned)"]),
    ("de", "Jeden Montag tagt der Rat.", []),
    ("fr", "Au XXe siècle, il était grand.", ["XXe siècle = 19XX"]),
    ("fr", "Du 3 au 5 mai 2024, il a plu.", ["3 au 5 mai 2024 = 2024-05-03/2024-05-05"]),
    ("fr", "Le 12/05/2024, il a plu.", ["12/05/2024 = 2024-05-12"]),
    ("fr", "Ils ont été arrêtés lundi et mardi.", ["lundi et mardi = 2024-11-11/2024-11-12 (reckoned)"]),
    ("fr", "Dans deux jours, ils voteront.", ["Dans deux jours = 2024-11-14 (reckoned)"]),
    ("fr", "À la fin de l'année, ce sera fini.", ["la fin de l'année = 2024~ (reckoned)"]),
    ("fr", "Le procès s'ouvre lundi.", ["lundi = 2024-11-18 (reckoned)"]),
    ("es", "El 12 de mayo fue inaugurado.", ["12 de mayo = 2024-05-12 (reckoned)"]),
    ("es", "En el siglo XX era grande.", ["siglo XX = 19XX"]),
    ("es", "En los últimos tres meses llovió.", ["últimos tres meses = 2024-08-12/2024-11-12 (reckoned)"]),
    ("es", "El lunes por la mañana llovió.", ["lunes = 2024-11-11 (reckoned)"]),
    ("es", "Del 3 al 5 de mayo de 2024 llovió.", ["3 al 5 de mayo de 2024 = 2024-05-03/2024-05-05"]),
    ("es", "Ayer, lunes, llovió.", ["Ayer, lunes = 2024-11-11 (reckoned)"]),
]


@pytest.mark.parametrize(("language", "sentence", "wanted"), OTHER_LANGUAGES)
def test_other_languages_give_their_dates(language: str, sentence: str, wanted: list[str]) -> None:
    assert [shown(one, sentence) for one in found(sentence, TUESDAY, language)] == wanted


OTHER_YEARS = [
    # language, text, the last of its dates
    ("en", "In spring 1986 the reactor was closed. On March 6 the crew went home.", "March 6 = XXXX-03-06"),
    ("en", "In spring 1986 the reactor was closed.\n\nOn March 6 the crew went home.", "March 6 = XXXX-03-06"),
    ("en", "Work began in 1986 and on March 6 the crew went home.", "March 6 = XXXX-03-06"),
    ("en", "In 1986 the reactor was closed. The crew left. In autumn it burned.", "autumn = XXXX-23"),
    ("en", "In 1986 the company lost money. In the third quarter sales fell.", "third quarter = XXXX-35"),
    ("en", "In 1986 the reactor was closed. On Tuesday the crew went home.", "Tuesday"),
    ("en", "He was elected in 2019. The vote on 3 May was close.", "3 May = XXXX-05-03"),
    ("en", "It opened on 14 May 1986. It burned in June.", "June = XXXX-06"),
    ("de", "Im Frühjahr 1986 wurde er abgeschaltet. Am 6. März ging sie heim.", "6. März = XXXX-03-06"),
    ("de", "1986 brannte es. Am Dienstag kam die Feuerwehr.", "Dienstag"),
    ("fr", "Au printemps 1986, il fut arrêté. Le 6 mars, l'équipe est rentrée.", "6 mars = XXXX-03-06"),
    ("fr", "L'usine a brûlé en 1986. En septembre, elle a rouvert.", "septembre = XXXX-09"),
    ("es", "En la primavera de 1986 se cerró. El 6 de marzo se fue.", "6 de marzo = XXXX-03-06"),
    ("es", "La planta ardió en 1986. En septiembre reabrió.", "septiembre = XXXX-09"),
    ("en", "Profit rose in 2022. On Tuesday the company said it would hire.", "Tuesday = 2024-11-12 (reckoned)"),
    ("en", "It was the highest since 1905. On 3 May it fell.", "3 May = 2024-05-03 (reckoned)"),
    ("en", "Ann Lee, born in 1956, took over. She left on 3 May.", "3 May = 2024-05-03 (reckoned)"),
    ("en", "The 2005 Act was changed. It was signed on 3 May.", "3 May = 2024-05-03 (reckoned)"),
    ("en", "Sales rose, up from 3% in 2019. In June they fell.", "June = 2024-06 (reckoned)"),
    ("en", "He was elected in 2024. The vote on 3 May was close.", "3 May = 2024-05-03 (reckoned)"),
    ("en", "He was elected in 2019. The vote will be held on 3 March.", "3 March = 2025-03-03 (reckoned)"),
    ("en", "He left in 2019. Yesterday he resigned. The vote on 3 May was close.", "3 May = 2024-05-03 (reckoned)"),
    ("en", "It shut in 2019. It said so on Monday. On 3 May it burned.", "3 May = 2024-05-03 (reckoned)"),
    ("en", "The plant opened in 1998.\n\nOn Monday a fire broke out.", "Monday = 2024-11-11 (reckoned)"),
    ("en", "The plant opened in 1998.\n\nOfficers of the town closed it on 3 May.", "3 May = 2024-05-03 (reckoned)"),
    ("de", "Der Umsatz stieg 2022. Am Dienstag teilte die Firma es mit.", "Dienstag = 2024-11-12 (reckoned)"),
    ("fr", "L'usine a brûlé en 1986. Mardi, la société a annoncé une perte.", "Mardi = 2024-11-12 (reckoned)"),
    ("es", "La planta ardió en 1986. El martes la empresa anunció una baja.", "martes = 2024-11-12 (reckoned)"),
    ("es", "Nacido en 1956, dimitió el 6 de marzo.", "6 de marzo = 2024-03-06 (reckoned)"),
    ("en", "It lost money in the past year and a half.", "past year"),
]


@pytest.mark.parametrize(("language", "text", "wanted"), OTHER_YEARS)
def test_a_date_after_another_year_that_is_told_of_gets_no_year(language: str, text: str, wanted: str) -> None:
    assert shown(found(text, TUESDAY, language)[-1], text) == wanted


RATES = [
    ("de", "Die Inflation stieg auf 2,0 Prozent nach 1,6 Prozent im September.", False),
    ("de", "Die Inflation stieg nach 3 Tagen im September.", True),
    ("fr", "L'inflation a atteint 2 %, contre 1,6 % en septembre.", False),
    ("en", "Inflation was 2%, against 1.6% in September.", False),
]


@pytest.mark.parametrize(("language", "sentence", "is_event"), RATES)
def test_a_rate_of_another_month_is_only_compared(language: str, sentence: str, is_event: bool) -> None:
    assert [one.is_event for one in found(sentence, TUESDAY, language)] == [is_event]


@pytest.mark.parametrize("dash", ["-", "\u2013", "\u2014"])
def test_the_sentence_of_a_date_begins_at_its_dash(dash: str) -> None:
    text = f"{HEAD}One.\n\n\n{dash} On 3 May it rained."
    (fact,) = date_facts(saved_text(text, table("en")), parse_date(TUESDAY))
    assert text[fact.place.sentence.start : fact.place.sentence.end] == f"{dash} On 3 May it rained."


def test_all_facts_of_a_sentence_after_a_dash_give_the_same_sentence() -> None:
    text = f"{HEAD}One.\n\n\n\u2013 Mayor Ann Lee said 30 people left on 3 May."
    facts = text_facts(saved_text(text, table("en")), None)
    (number,), (date,), (*_, speaker) = facts.numbers, facts.dates, facts.speakers
    assert speaker.introduced is not None
    places = (number.place, date.place, speaker.place, speaker.introduced)
    assert {place.sentence for place in places} == {facts.sentences[-1].span}


PUBLISHED = [
    ("en", "Published 12 May 2024", "2024-05-12"),
    ("en", "PARIS, May 12, 2024 (AFP) - It rained in the north.", "2024-05-12"),
    ("en", "For immediate release, 3 March 2025", "2025-03-03"),
    ("en", "By Jane Doe | May 12, 2024 | 5 min read", "2024-05-12"),
    ("en", "Monday, May 18, 2015", "2015-05-18"),
    ("en", "23/4/2024", "2024-04-23"),
    ("en", "3/4/2024", None),
    ("en", "Updated August 2, 2014", None),
    ("en", "It happened on 12 May 2024 in the town of Ashby.", None),
    ("en", "May 12 (Reuters) - It rained in the north.", None),
    ("de", "Veröffentlicht am 12. Mai 2024, 10:30 Uhr", "2024-05-12"),
    ("fr", "Publié le 12 mai 2024 à 10h30", "2024-05-12"),
    ("es", "Publicado el 12 de mayo de 2024", "2024-05-12"),
]


@pytest.mark.parametrize(("language", "line", "day"), PUBLISHED)
def test_a_date_line_says_when_a_text_was_published(language: str, line: str, day: str | None) -> None:
    text = f"The title of it\n\n{line}\n\nThe council met and talked about the bridge for an hour.\n"
    published = published_of(saved_text(text, table(language)))
    assert (published and published.text) == day


def test_the_date_line_of_a_text_is_no_event() -> None:
    text = "The title\n\nMonday, May 18, 2015\n\nOn Friday, fishermen rescued them.\n"
    first, second = date_facts(saved_text(text, table("en")), parse_date("2015-05-18"))
    assert (first.is_date_line, first.is_event) == (True, False)
    assert (second.is_date_line, second.is_event) == (False, True)


@given(text=st.text(max_size=60), published=st.sampled_from([NOT_KNOWN, TUESDAY, "2024", "../2024", "9999-12-31"]))
def test_any_text_gives_dates_inside_their_sentences_in_order(text: str, published: str) -> None:
    saved = saved_text(f"{text} on 3 May or last week, {text}", table("en"))
    facts = date_facts(saved, parse_date(published) if published else None)
    spans = [fact.place.span for fact in facts]
    assert spans == sorted(spans)
    assert all(one.end <= other.start for one, other in pairwise(spans))
    assert all(fact.place.sentence.holds(*fact.place.span) for fact in facts)


def test_a_text_of_dates_only_is_read_up_to_a_limit() -> None:
    text = "The title\n\n" + "It was on 3 May 2024. " * 40
    assert len(date_facts(saved_text(text, table("en")), None, most=20)) == 20
