"""The dates of a text, by example: the words that give each one, its EDTF, and where it comes from."""

from __future__ import annotations

import json
from collections.abc import Iterator

import pytest

from briefing.evidence.context import Case, Unchecked, case_of
from briefing.evidence.dossier import dossier_of
from briefing.evidence.facts.dates import date_facts
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
