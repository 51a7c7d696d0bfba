"""The rules for dates, by example: each form of a claimed date with each way in which texts give dates."""

from __future__ import annotations

from typing import NamedTuple

import pytest

from briefing.evidence.context import Unchecked, case_of
from briefing.evidence.dossier import dossier_of
from briefing.evidence.quotes.locate import locate
from briefing.evidence.rules.dates import date_findings
from tests.support.evidence import PATH, check, read, texts_of

TITLE = "The title of the text\n\n"
HELD, UNSURE = "held", "unsure"
NOT_IN_QUOTE, NOT_RECKONED = "date-not-in-quote", "date-not-reckoned"
HEDGE_DROPPED, HEDGE_ADDED = "date-hedge-dropped", "date-hedge-not-in-quote"


class Said(NamedTuple):
    """The outcome of the rules for dates for one claim."""

    outcome: str
    """A code, `HELD` or `UNSURE`."""
    words: str
    """The sentence of the finding, or why it is unsure."""


def said(when: str, sentence: str, language: str = "en", quote: str | None = None, **fields: str) -> Said:
    words = (quote or sentence).replace("'", "''")
    kind = fields.pop("kind", "timeline")
    more = {"text" if kind == "timeline" else "label": "It happened.", "when": f"'{when}'"} | fields
    if kind == "figures":
        more["value"] = "5"
    lines = "\n".join(f"    {name}: {value}" for name, value in more.items())
    return said_of(f"{kind}:\n  -\n{lines}\n    cites: {{quote: '{words}'}}\n", sentence, language)


def said_of(claims: str, sentence: str, language: str = "en") -> Said:
    source = f"{{kind: article, file: text.txt, language: {language}, published: 2024-10-21}}"
    yaml = f"{claims}sources:\n  article: {source}\n"
    brief = read(yaml)
    dossier = dossier_of(brief, texts_of(brief, TITLE + sentence), PATH)
    (claim,) = brief.claims()
    verdicts = tuple(locate(cite.quote or "", TITLE + sentence) for cite in claim.cites)
    for outcome in date_findings(case_of(claim, verdicts, dossier)):
        if isinstance(outcome, Unchecked):
            return Said(UNSURE, outcome.reason)
        return Said(outcome.code, outcome.sentence)
    return Said(HELD, "")


STATED = [
    # when, sentence, outcome
    ("-0043", "killed in 44 BC by friends", HELD),
    ("-0044", "killed in 44 BC by friends", NOT_IN_QUOTE),
    ("-0500", "fort was built by settlers long ago", NOT_IN_QUOTE),
    ("1945", "happened some time after 1945", HEDGE_DROPPED),
    ("1945", "It fell before 1945 at last", HEDGE_DROPPED),
    ("1945", "It was ready by 1945 at last", HEDGE_DROPPED),
    ("1945", "It was open until 1945 at last", HEDGE_DROPPED),
    ("1945", "It went on since 1945 at last", HEDGE_DROPPED),
    ("1945", "It was ready no later than 1945", HEDGE_DROPPED),
    ("1945", "It came no earlier than 1945", HEDGE_DROPPED),
    ("1945", "It was in or before 1945", HEDGE_DROPPED),
    ("1945", "It was in 1945 or later then", HEDGE_DROPPED),
    ("1945", "It was in 1945 or earlier", HEDGE_DROPPED),
    ("1945", "It was in 1945 at the latest", HEDGE_DROPPED),
    ("1945", "a post-1945 house of stone", HEDGE_DROPPED),
    ("1945", "a pre-1945 house of stone", HEDGE_DROPPED),
    ("1945/..", "happened some time after 1945", HELD),
    ("1946/..", "happened some time after 1945", HELD),
    ("../1945", "happened some time after 1945", NOT_IN_QUOTE),
    ("../1945", "It fell before 1945 at last", HELD),
    ("../1944", "It fell before 1945 at last", HELD),
    ("1945/..", "It fell before 1945 at last", NOT_IN_QUOTE),
    ("../2030", "It is to open by 2030 at last", HELD),
    ("../2026", "closed until the end of 2026", HELD),
    ("../2026-12", "closed until the end of 2026", HELD),
    ("../2026-12-31", "closed until the end of 2026", HELD),
    ("2026", "closed until the end of 2026", HEDGE_DROPPED),
    ("1998", "happened in 1998 or 1999", HEDGE_DROPPED),
    ("[1998,1999]", "happened in 1998 or 1999", HELD),
    ("{1998,1999}", "happened in 1998 or 1999", HEDGE_DROPPED),
    ("{1998,1999}", "happened in 1998 and 1999", HELD),
    ("[1998,1999]", "happened in 1998 and 1999", HEDGE_DROPPED),
    ("1998/1999", "happened in 1998 or 1999", HEDGE_DROPPED),
    ("1990", "lived there between 1990 and 1995", HEDGE_DROPPED),
    ("1990/1995", "lived there between 1990 and 1995", HELD),
    ("1990/1995", "from 1990 to 1995 they", HELD),
    ("1995", "from 1990 to 1995 they", HEDGE_DROPPED),
    ("1990/1995", "(1990–1995) it was", HELD),
    ("1990/1995", "(1990-95) it was", HELD),
    ("1998", "built not in 1998 but in 1999", NOT_IN_QUOTE),
    ("1999", "built not in 1998 but in 1999", HELD),
    ("1998", "It was not built in 1998, but in 1999", NOT_IN_QUOTE),
    ("1998", "It came in 1999, not in 1998", NOT_IN_QUOTE),
    ("1998", "It came in 1999 rather than in 1998", NOT_IN_QUOTE),
    ("1998", "It did not open until 1998", HELD),
    ("2000", "Some 2000 people came in 1998", NOT_IN_QUOTE),
    ("1408", "He slept in Room 1408 of it", NOT_IN_QUOTE),
    ("1999", "It cost $1999 in a shop", NOT_IN_QUOTE),
    ("1500", "They ran 1500 m in all", NOT_IN_QUOTE),
    ("1984", "They had 1,984 seats", NOT_IN_QUOTE),
    ("1914", "In all 1914 votes were cast", NOT_IN_QUOTE),
    ("1914", "The 1914 votes were cast", NOT_IN_QUOTE),
    ("1998", "It was the vote of 1998, he", HELD),
    ("0800-12-25", "On 25 December 800 he was crowned", HELD),
    ("0476", "It fell in 476 at the end, in 476.", HELD),
    ("0079", "It fell in AD 79 to ash", HELD),
    ("0079", "It fell in 79 AD to ash", HELD),
    ("0079", "It fell in 79 BC to ash", NOT_IN_QUOTE),
    ("-0299", "It fell in 300 BCE to", HELD),
    ("17XX/18XX", "in the 18th–19th centuries they", HELD),
    ("17XX/18XX", "in the 18th and 19th centuries they", HELD),
    ("-04XX", "grew in the 5th century BC it", HELD),
    ("04XX", "grew in the 5th century BC it", NOT_IN_QUOTE),
    ("04XX", "grew in the 5th century it", HELD),
    ("-04XX", "grew in the 5th century it", NOT_IN_QUOTE),
    ("2023/2024", "in the 2023–24 season they", HELD),
    ("2023/2024", "in the 2023/24 season they", HELD),
    ("2023/2024", "in FY2023-24 it sold", HELD),
    ("2023/2025", "in the 2023–24 season they", NOT_IN_QUOTE),
    ("2024", "in FY2024 it sold more", HELD),
    ("2024", "for the full-year 2024 it sold", HELD),
    ("199X", "in the '90s it was", HELD),
    ("199X", "in the nineties it was", HELD),
    ("1994~/1996~", "in the mid-1990s it was", HELD),
    ("1994/1996", "in the mid-1990s it was", NOT_IN_QUOTE),
    ("1990~/1993~", "in the early 1990s it was", HELD),
    ("1997~/1999~", "in the late 1990s it was", HELD),
    ("1990~/1993~", "in the late 1990s it was", NOT_IN_QUOTE),
    ("199X", "in the mid-1990s it was", HELD),
    ("1995~", "in the mid-1990s it was", HELD),
    ("2024-06-03/2024-06-09", "in week 23 of 2024 it", HELD),
    ("2024-06-03/2024-06-09", "in the week of 3 June 2024 it", HELD),
    ("2024-05-02", "on the 123rd day of 2024 it", HELD),
    ("2024-05-03", "on the 123rd day of 2024 it", NOT_IN_QUOTE),
    ("2024-07/2024-09", "three months to the end of September 2024 it", HELD),
    ("2024-35", "three months to the end of September 2024 it", HELD),
    ("2024-09", "three months to the end of September 2024 it", NOT_IN_QUOTE),
    ("2023-04/2024-03", "in the year to March 2024 it", HELD),
    ("2024-34", "three months to the end of September 2024 it", NOT_IN_QUOTE),
    ("2024-40", "in the first half of 2024 it", HELD),
    ("2024-01/2024-06", "in the first six months of 2024 it", HELD),
    ("2024-01/2024-09", "in the first nine months of 2024 it", HELD),
    ("2024-01-01", "on New Year's Day 2024 it", HELD),
    ("../2025-06~", "ready by mid-2025 it is", HELD),
    ("../2025", "ready by mid-2025 it is", HELD),
    ("2024-12", "at the end of 2024 it", HELD),
    ("2024-11-30", "at the end of 2024 it", NOT_IN_QUOTE),
    ("2024", "by the end of 2024 it", HEDGE_DROPPED),
    ("XXXX-12-25", "on 25 December they", HELD),
    ("XXXX-12-26", "on 25 December they", NOT_IN_QUOTE),
    ("2024-XX-05", "on 5 March 2024 they", HELD),
    ("1XXX", "it was in 1856 that", HELD),
    ("19XX-12", "in December 1964 they", HELD),
    ("19XX-12", "in December they, in the 20th century,", HELD),
    ("Y-17E7", "some 170 million years ago it", HELD),
    ("Y-16E7", "some 170 million years ago it", NOT_IN_QUOTE),
    ("1950S2", "built around 1950 by them", HELD),
    ("1950S2", "built around 1960 by them", NOT_IN_QUOTE),
    ("2024-05-12T10:15:00", "on 12 May 2024 at 10:15 they", HELD),
    ("2024-05-12T10:15:00Z", "on 12 May 2024 at 10:15 GMT they", HELD),
    ("2024-05-12T10:15:00Z", "on 12 May 2024 at 10:15 they", UNSURE),
    ("2024-05-12T22:15:00", "on 12 May 2024 at 10:15 p.m. they", HELD),
    ("2024-05-12T11:15:00", "on 12 May 2024 at 10:15 they", NOT_IN_QUOTE),
    ("2024-05-12T10:15:00", "on 12 May 2024 they met", NOT_IN_QUOTE),
    ("2024-05-12T08:15:00Z", "on 12 May 2024 at 10:15 CEST they", HELD),
    ("2024-05-12T10:15:00+02:00", "on 12 May 2024 at 10:15 CEST they", HELD),
    ("2024-05-12T09:15:00Z", "on 12 May 2024 at 10:15 CEST they", NOT_IN_QUOTE),
    ("2024-05-12T12:00:00", "at noon on 12 May 2024 they", HELD),
    ("[..1904]", "in 1904 or earlier it was", HELD),
    ("[1904..]", "in 1904 or later it was", HELD),
    ("[..1904]", "in 1904 or later it was", NOT_IN_QUOTE),
    ("[1990..1995]", "between 1990 and 1995 it was", HELD),
    ("2024-25", "in the spring of 2024 it was", HELD),
    ("2024-26", "in the spring of 2024 it was", NOT_IN_QUOTE),
    ("1959?", "It was built in 1959, so", HEDGE_ADDED),
    ("2025-01/2025-02", "from January to February 2025 it was", HELD),
    ("2023-12/2024-02", "from December to February 2024 it was", HELD),
    ("2024-04-30/2024-05-02", "from 30 April to 2 May 2024 it was", HELD),
    ("2024-10-19/2024-10-21", "from 19 to 21 October 2024", HELD),
    ("2024-10-20", "from 19 to 21 October 2024", NOT_IN_QUOTE),
    ("2024-10-19", "from 19 to 21 October 2024", HEDGE_DROPPED),
    ("2024-10", "from 19 to 21 October 2024", HELD),
    ("2024-01", "were sent in January again", NOT_IN_QUOTE),
    ("1959", "Completed in 1959, the bridge has two tracks", HELD),
    ("1959", "the 1959 bridge has two tracks", HELD),
    ("1959", "Bridge (1959) has two tracks", HELD),
    ("1959", "The bridge was built in the year 1959 by", HELD),
    ("1959", "The bridge, built 1959, has two tracks", HELD),
    ("2024-05", "In May of 2024 they met at", HELD),
    ("2024-05-03", "On the 3rd of May, 2024, they met", HELD),
    ("2024-05-03", "On Friday, May 3, 2024, they met", HELD),
    ("2024-05-03", "(3 May 2024) they met again", HELD),
    ("2024-05-03", "on 03/05/2024 they met", HELD),
    ("2024-05-03", "on 2024/05/03 they met", HELD),
    ("2024-05-03", "on 3.5.2024 they met", HELD),
    ("2012", "London 2012 was the best games", HELD),
    ("2020", "the Tokyo 2020 Games were late", HELD),
    ("1998", "World Cup 1998 took place in", HELD),
    ("2024", "Sales in 2024 rose to 5", HELD),
    ("2024", "2024 was the warmest year", HELD),
    ("2024", "The year 2024 was the warmest", HELD),
    ("2023", "during 2023, 500 people left", HELD),
    ("2023", "as of 2023 it had five", HELD),
    ("2023", "as early as 2023 it had five", HELD),
    ("1066", "the conquest of 1066 changed", HELD),
    ("1215", "Magna Carta, 1215, is a", HELD),
    ("1984", "In 1984 people read it there", HELD),
    ("2024-33", "in Q1 2024 it sold more", HELD),
    ("2024-33", "in the first quarter of fiscal 2024 it", HELD),
    ("2024-36", "fourth-quarter 2024 sales were", HELD),
    ("2024-01/2024-03", "in the first three months of 2024 it", HELD),
    ("2024-01/2024-03", "January–March 2024 saw a", HELD),
    ("2024-01/2024-03", "between January and March 2024 it", HELD),
    ("2023-12-31", "at 31 December 2023 it had", HELD),
    ("2023-12-31", "as at 31 December 2023 it had", HELD),
    ("2023", "year ended 31 December 2023 it had", HELD),
    ("2023-01/2023-12", "year ended 31 December 2023 it had", HELD),
    ("2023-01-01/2023-12-31", "year ended 31 December 2023 it had", HELD),
    ("1939/1945", "during World War II (1939–45) it", HELD),
    ("1939/1945", "from 1939 until 1945 it was", HELD),
    ("1939/1945", "the years 1939 to 1945 were", HELD),
    ("1939-09-01/1945-09-02", "from 1 September 1939 to 2 September 1945 it", HELD),
    ("1887/1889", "built from 1887–89 by them", HELD),
    ("1900~/1930~", "about 1900 to about 1930 they", HELD),
    ("1900~/1930~", "around 1900 to 1930 they", HELD),
    ("-0099/-0043", "(100–44 BC) he was", HELD),
    ("0079-08-24", "on 24 August AD 79 it", HELD),
    ("0079-08-24", "on 24 August 79 AD it", HELD),
    ("-0043-03-15", "on 15 March 44 BC he", HELD),
    ("-0043-03", "in March 44 BC he", HELD),
    ("2024-12-25", "on Christmas Day 2024 they", HELD),
    ("2024-12-24", "on Christmas Eve 2024 they", HELD),
    ("XXXX-12-25", "on Christmas Day they sing", HELD),
    ("2024-07-04", "on July 4th, 2024 they", HELD),
    ("20XX", "in the 21st century they", HELD),
    ("20XX", "in the twenty-first century they", HELD),
    ("2001~", "c. 2001 it was built", HELD),
    ("2001~", "circa 2001 it was built", HELD),
    ("2001~", "sometime around 2001 it was", HELD),
    ("2001~", "in about 2001 it was built", HELD),
    ("2024-05-03/..", "from 3 May 2024 onwards it", HELD),
    ("2024-05-03", "with effect from 3 May 2024 it", HELD),
    ("2024-05-03", "effective 3 May 2024 it is", HELD),
    ("2024-05-03/..", "starting on 3 May 2024 it is", HELD),
    ("../2024-05-03", "until midnight on 3 May 2024 it", HELD),
    ("../2024-05-03", "no later than Friday, 3 May 2024 it", HELD),
    ("2024-05-03", "no later than Friday, 3 May 2024 it", HEDGE_DROPPED),
    ("1945", "shortly after 1945 it was built", HEDGE_DROPPED),
    ("1945", "soon before 1945 it was built", HEDGE_DROPPED),
    ("1945", "it predates 1945 by a bit", HELD),
    ("1998", "Not 1998 but 1999 was the year", NOT_IN_QUOTE),
    ("1999", "Not 1998 but 1999 was the year", HELD),
    ("1998", "It isn't from 1998 but from 1999", NOT_IN_QUOTE),
    ("1998", "either 1998 or 1999, it is", HEDGE_DROPPED),
    ("2024-05", "in May or June 2024 it", HEDGE_DROPPED),
    ("[2024-05,2024-06]", "in May or June 2024 it", HELD),
    ("2024", "in May or June 2024 it", HELD),
    ("2024-05-03", "on 3 or 4 May 2024 it", HEDGE_DROPPED),
    ("[2024-05-03,2024-05-04]", "on 3 or 4 May 2024 it", HELD),
    ("{2024-05-03,2024-05-04}", "on 3 and 4 May 2024 it", HELD),
    ("1990", "the 1990s or 2000s were", NOT_IN_QUOTE),
    ("[199X,200X]", "the 1990s or 2000s were", HELD),
    ("199X", "the 1990s or 2000s were", HEDGE_DROPPED),
    ("1500", "It has 1500 inhabitants in all", NOT_IN_QUOTE),
    ("2000", "about 2000 people came there", NOT_IN_QUOTE),
    ("1800", "$1800 was paid to them", NOT_IN_QUOTE),
    ("1800", "1800 dollars was paid to them", NOT_IN_QUOTE),
    ("1800", "Flight 1800 landed there", NOT_IN_QUOTE),
    ("2001", "Resolution 2001 was passed", NOT_IN_QUOTE),
    ("1066", "Section 1066 applies to them", NOT_IN_QUOTE),
    ("1300", "at 1300 hours they met", NOT_IN_QUOTE),
    ("1300", "at 1300 they met again", NOT_IN_QUOTE),
    ("1600", "a 1600-seat hall was built", NOT_IN_QUOTE),
    ("1600", "1600 seats were sold to", NOT_IN_QUOTE),
    ("1080", "a 1080p video was shown", NOT_IN_QUOTE),
    ("2500", "the village lies at 2500 m", NOT_IN_QUOTE),
    ("1900", "costs EUR 1900 a month", NOT_IN_QUOTE),
    ("1999", "page 1999 of the book says", NOT_IN_QUOTE),
    ("1500", "a crowd of 1500 people came", NOT_IN_QUOTE),
    ("2023", "[2023] EWCA Civ 5 was", HELD),
    ("1000", "1000 km from here it lies", NOT_IN_QUOTE),
    ("1000", "at 1000°C it melts there", NOT_IN_QUOTE),
    ("1999", "no. 1999 was drawn there", NOT_IN_QUOTE),
    ("1750", "a 1750 cc engine was built", NOT_IN_QUOTE),
    ("2024-11-05", "ahead of the 5 November 2024 election they", HELD),
    ("1998", "before the 1998 World Cup they", HELD),
    ("1945", "before the 1945 they", HEDGE_DROPPED),
    ("1945", "after the year 1945 it", HEDGE_DROPPED),
    ("1990", "after the 1990s it was", NOT_IN_QUOTE),
    ("199X", "after the 1990s it was", HEDGE_DROPPED),
    ("2024", "before the end of 2024 it", HEDGE_DROPPED),
    ("../2024", "before the end of 2024 it", HELD),
    ("17XX", "after the 18th century it", HEDGE_DROPPED),
    ("17XX", "before the 18th century it was", HEDGE_DROPPED),
    ("-0030/0014", "from 31 BC to AD 14 he", HELD),
    ("1200", "over 1200 came to see it", UNSURE),
    ("1800", "flight AB 1800 landed there", UNSURE),
]


@pytest.mark.parametrize(("when", "sentence", "outcome"), STATED)
def test_a_stated_date_is_held_to_how_its_quote_puts_it(when: str, sentence: str, outcome: str) -> None:
    assert said(when, sentence).outcome == outcome


ABROAD = [
    # language, when, sentence, outcome
    ("de", "-0043", "Er starb 44 v. Chr. in Rom", HELD),
    ("de", "0044", "Er starb 44 v. Chr. in Rom", NOT_IN_QUOTE),
    ("de", "-04XX", "im 5. Jahrhundert v. Chr. wuchs", HELD),
    ("de", "17XX/18XX", "im 18. und 19. Jahrhundert wuchs", HELD),
    ("de", "1945", "Es geschah nach 1945 in der Stadt", HEDGE_DROPPED),
    ("de", "1945", "Es geschah vor 1945 in der Stadt", HEDGE_DROPPED),
    ("de", "1945", "Es geschah bis 1945 in der Stadt", HEDGE_DROPPED),
    ("de", "1945", "Es geschah spätestens 1945 dort", HEDGE_DROPPED),
    ("de", "1945", "Es geschah frühestens 1945 dort", HEDGE_DROPPED),
    ("de", "1945/..", "Es geschah nach 1945 in der Stadt", HELD),
    ("de", "1945", "seit 1945 in der Stadt", HEDGE_DROPPED),
    ("de", "1998", "Es geschah 1998 oder 1999 dort", HEDGE_DROPPED),
    ("de", "1998", "Es geschah nicht 1998, sondern 1999", NOT_IN_QUOTE),
    ("de", "1999", "Es geschah nicht 1998, sondern 1999", HELD),
    ("de", "1998", "Es geschah 1999 statt 1998 dort", NOT_IN_QUOTE),
    ("de", "1990", "zwischen 1990 und 1995 geschah es", HEDGE_DROPPED),
    ("de", "1990/1995", "zwischen 1990 und 1995 geschah es", HELD),
    ("de", "1990/1995", "von 1990 bis 1995 geschah es", HELD),
    ("de", "2024-05-03/2024-05-05", "vom 3. bis 5. Mai 2024 dort", HELD),
    ("de", "2000", "Es kamen 2000 Menschen am Abend", NOT_IN_QUOTE),
    ("de", "0476", "Im Jahr 476 fiel die Stadt", HELD),
    ("de", "1994~/1996~", "Mitte der 1990er Jahre dort", HELD),
    ("de", "199X", "in den neunziger Jahren dort", HELD),
    ("de", "2024-12", "Ende 2024 geschah es dort", HELD),
    ("de", "2024", "Ende 2024 geschah es dort", HELD),
    ("de", "../2026", "bis Ende 2026 gesperrt", HELD),
    ("de", "2024-05-12", "am 12.05.2024 geschah es", HELD),
    ("de", "2024-12-05", "am 12.05.2024 geschah es", NOT_IN_QUOTE),
    ("de", "2024-06-03/2024-06-09", "in der KW 23/2024 dort", HELD),
    ("de", "2024-40", "im ersten Halbjahr 2024 dort", HELD),
    ("de", "2024-07/2024-09", "die drei Monate bis Ende September 2024", HELD),
    ("de", "2022-10-03", "Am 3. Oktober 2022 schloss", HELD),
    ("de", "1920~", "wurde um 1920 gebaut, hieß es", HELD),
    ("de", "1920", "wurde um 1920 gebaut, hieß es", HEDGE_DROPPED),
    ("fr", "-0043", "Il mourut en 44 av. J.-C. à Rome", HELD),
    ("fr", "17XX", "au XVIIIe siècle, ils", HELD),
    ("fr", "17XX/18XX", "aux XVIIIe et XIXe siècles, ils", HELD),
    ("fr", "1945", "C'était après 1945, dans la ville", HEDGE_DROPPED),
    ("fr", "1945", "C'était avant 1945, dans la ville", HEDGE_DROPPED),
    ("fr", "1945", "C'était jusqu'en 1945, dans la ville", HEDGE_DROPPED),
    ("fr", "2030", "Il faut finir d'ici 2030, dans la ville", HEDGE_DROPPED),
    ("fr", "1998", "En 1998 ou 1999, ils", HEDGE_DROPPED),
    ("fr", "1998", "non pas en 1998 mais en 1999, ils", NOT_IN_QUOTE),
    ("fr", "1990", "entre 1990 et 1995, ils", HEDGE_DROPPED),
    ("fr", "1990/1995", "de 1990 à 1995, ils", HELD),
    ("fr", "199X", "dans les années 1990, ils", HELD),
    ("fr", "199X", "dans les années 90, ils", HELD),
    ("fr", "2024-05-03", "le 3 mai 2024, ils", HELD),
    ("fr", "2024-05-01", "le 1er mai 2024, ils", HELD),
    ("fr", "2024", "fin 2024, ils ont", HELD),
    ("fr", "2000", "Quelque 2000 personnes sont venues", NOT_IN_QUOTE),
    ("fr", "2024-01-01", "le jour de l'An 2024, ils", HELD),
    ("fr", "1959", "en 1959, ils ont bâti", HELD),
    ("fr", "1959~", "vers 1959, ils ont bâti", HELD),
    ("fr", "2024-05-12", "le 12/05/2024, ils", HELD),
    ("fr", "0800-12-25", "le 25 décembre 800, il fut", HELD),
    ("ru", "2024-05-12", "Это было 12.05.2024 в городе", HELD),
    ("ru", "2024-05-13", "Это было 12.05.2024 в городе", NOT_IN_QUOTE),
    ("ru", "2024-05-12", "Это было 13 мая 2024 года", NOT_IN_QUOTE),
    ("ru", "2024-05-13", "Это было 13 мая 2024 года", UNSURE),
    ("ru", "2023", "Это было 13 мая 2024 года", NOT_IN_QUOTE),
    ("ru", "2024", "Это было 13 мая 2024 года", HELD),
    ("ja", "2024-05-12", "それは2024年5月12日でした。", HELD),
    ("ja", "2024-05-13", "それは2024年5月12日でした。", NOT_IN_QUOTE),
    ("zh", "2024-05-12", "2024年5月12日发生的事情", HELD),
    ("ko", "2024-05-12", "2024년 5월 12일에 있었던 일", HELD),
    ("ar", "2024-05-12", "في ١٢/٠٥/٢٠٢٤ كان ذلك", HELD),
    ("ru", "2024-05-12", "Это было в прошлом месяце там", UNSURE),
    ("it", "2024-05-12", "Fu il 2024-05-12 nella città", HELD),
    ("it", "1959", "Fu costruito nel 1958 in città", NOT_IN_QUOTE),
    ("pt", "2019", "Foi em 1958 na cidade velha", NOT_IN_QUOTE),
    ("es", "1945", "Ocurrió después de 1945 en la ciudad", HEDGE_DROPPED),
    ("es", "1945", "Ocurrió antes de 1945 en la ciudad", HEDGE_DROPPED),
    ("es", "1998", "Ocurrió en 1998 o 1999 allí", HEDGE_DROPPED),
    ("es", "17XX", "en el siglo XVIII allí", HELD),
    ("es", "17XX/18XX", "en los siglos XVIII y XIX allí", HELD),
    ("es", "-0043", "murió en el 44 a. C. en Roma", HELD),
    ("es", "2024-05-03", "el 3 de mayo de 2024 allí", HELD),
    ("es", "199X", "en los años noventa allí", HELD),
    ("es", "199X", "en los años 90 allí", HELD),
    ("es", "1990/1995", "entre 1990 y 1995 allí", HELD),
    ("es", "1990", "entre 1990 y 1995 allí", HEDGE_DROPPED),
    ("es", "1998", "no en 1998, sino en 1999 allí", NOT_IN_QUOTE),
    ("es", "2000", "Unas 2000 personas llegaron allí", NOT_IN_QUOTE),
    ("es", "../2026", "hasta finales de 2026 allí", HELD),
    ("es", "2024-40", "en el primer semestre de 2024 allí", HELD),
    ("es", "2030", "para 2030 estará listo allí", HEDGE_DROPPED),
    ("es", "2024", "En 2024 llegaron allí", HELD),
    ("es", "1990/1995", "de 1990 a 1995 allí vivió", HELD),
]


@pytest.mark.parametrize(("language", "when", "sentence", "outcome"), ABROAD)
def test_other_languages_put_dates_their_own_way(language: str, when: str, sentence: str, outcome: str) -> None:
    assert said(when, sentence, language).outcome == outcome


RECKONED = [
    # language, when, sentence of an article of Monday, 21 October 2024, outcome
    ("en", "2024-10-25", "They will meet on Friday in town", HELD),
    ("en", "2024-10-18", "They will meet on Friday in town", NOT_RECKONED),
    ("en", "2024-10-18", "They met on Friday in town", HELD),
    ("en", "2024-10-25", "They met on Friday in town", NOT_RECKONED),
    ("en", "2024-10-18", "The meeting on Friday in town", HELD),
    ("en", "2024-10-25", "The meeting on Friday in town", HELD),
    ("en", "2024-12-06", "It will pay on 6 December to all", HELD),
    ("en", "2023-12-06", "It will pay on 6 December to all", NOT_RECKONED),
    ("en", "2023-12-06", "It paid on 6 December to all", HELD),
    ("en", "2024-10-18", "The ministry said on Friday that it will close", HELD),
    ("en", "2024-10-25", "The ministry said that it will close on Friday", HELD),
    ("en", "2024-10-18", "The ministry said that it will close on Friday", NOT_RECKONED),
    ("en", "2024-09-30~", "It opened about three weeks ago there", HELD),
    ("en", "2024-09-30", "It opened about three weeks ago there", HEDGE_DROPPED),
    ("en", "2024-09-30~", "It opened three weeks ago there", HEDGE_ADDED),
    ("en", "2024-10-21/2024-10-27", "This week they met in town", HELD),
    ("en", "2024-11", "It opens next month in town", HELD),
    ("en", "2024-11-11", "It will open in three weeks there", HELD),
    ("en", "2024-09-30/2024-10-21", "In the past three weeks they met", HELD),
    ("en", "2023", "It opened last year in town", HELD),
    ("en", "2024-40", "in the first half of the year it fell", HELD),
    ("en", "2023-40", "in the first half of last year it fell", HELD),
    ("en", "2024-01", "in January this year it fell", HELD),
    ("en", "2023-01", "in January last year it fell", HELD),
    ("en", "2024", "earlier this year it fell", HELD),
    ("en", "2024-10-28", "It opens next Monday in town", HELD),
    ("en", "2024-10-20", "They met yesterday in town", HELD),
    ("en", "2024-10-21/..", "Closed since Monday in town", HELD),
    ("en", "../2024-10-25", "It will be ready by Friday in town", HELD),
    ("en", "2024-10-25", "It will be ready by Friday in town", HEDGE_DROPPED),
    ("en", "2023-10-21", "They met a year ago in town", NOT_RECKONED),
    ("en", "2023", "They met a year ago in town", HELD),
    ("en", "2024-12-31", "at the end of the year it will close", HELD),
    ("en", "../2024-12-31", "by the end of the year it will close", HELD),
    ("en", "2024-10-22", "They will meet tomorrow in town", HELD),
    ("en", "2024-10-14/2024-10-20", "They met last week in town", HELD),
    ("en", "2024-06-21", "last summer they met", NOT_RECKONED),
    ("en", "2024-22", "last summer they met", HELD),
    ("en", "2025-21", "It will open in the spring, he", HELD),
    ("en", "2024-01-01", "On New Year's Day they met", HELD),
    ("en", "2025-01-01", "On New Year's Day they will meet", HELD),
    ("en", "2024-01", "They met last January in town", HELD),
    ("en", "2024-10-23", "They will meet in two days", HELD),
    ("en", "2024-10-19/2024-10-20", "They met over the weekend there", HELD),
    ("de", "2024-10-18", "Sie trafen sich am Freitag dort", HELD),
    ("de", "2024-10-25", "Sie werden sich am Freitag treffen", HELD),
    ("de", "2023", "Im vergangenen Jahr fiel es dort", HELD),
    ("de", "2024-09-30", "Vor drei Wochen fiel es dort", HELD),
    ("de", "2024-11", "Im nächsten Monat wird es fallen", HELD),
    ("de", "2024-40", "im ersten Halbjahr des Jahres fiel es", HELD),
    ("de", "2024-10-20", "Gestern fiel es dort nieder", HELD),
    ("de", "2023", "Vor einem Jahr fiel es dort", HELD),
    ("de", "2024-11-11", "In drei Wochen wird es fallen", HELD),
    ("de", "2024-01", "Im Januar dieses Jahres fiel es", HELD),
    ("de", "2024-09-30/2024-10-21", "In den vergangenen drei Wochen fiel es", HELD),
    ("fr", "2024-10-14", "Lundi dernier, ils ont signé", HELD),
    ("fr", "2024-10-28", "Lundi prochain, ils vont signer", HELD),
    ("fr", "2023", "L'année dernière, ils ont signé", HELD),
    ("fr", "2024-10-14/2024-10-20", "La semaine dernière, ils ont signé", HELD),
    ("fr", "2024-11", "Le mois prochain, ils vont signer", HELD),
    ("fr", "2024-09-30", "Il y a trois semaines, ils ont signé", HELD),
    ("fr", "2024-11-11", "Dans trois semaines, ce sera signé", HELD),
    ("fr", "2024-05", "En mai dernier, ils ont signé", HELD),
    ("fr", "2024-10-20", "Hier, ils ont signé", HELD),
    ("fr", "2024-10-18", "Ils ont signé vendredi à Paris", HELD),
    ("fr", "2024-09-30/2024-10-21", "Au cours des trois dernières semaines, ils", HELD),
    ("en", "2024-10-21", "They met on Monday in the town", HELD),
    ("en", "2024-10-14", "They met on Monday in the town", HELD),
    ("en", "2024-10-21", "They met today in the town", HELD),
    ("en", "2024-10-20", "on Sunday night they fought", HELD),
    ("en", "2024-10-17", "The minister, speaking on Thursday, said", HELD),
    ("en", "2024-10-17", "Thursday's vote was the first", HELD),
    ("en", "2024-10-24", "Thursday's vote will be the first", HELD),
    ("en", "2024-10-17", "A bomb killed five on Thursday", HELD),
    ("en", "2024-10-17", "Five people died Thursday when", HELD),
    ("en", "2024-10-24", "A bomb killed five on Thursday", NOT_RECKONED),
    ("en", "2024-10-24", "Voters go to the polls on Thursday", HELD),
    ("en", "2024-10-24", "The court is due to rule on Thursday", HELD),
    ("en", "2024-10-17", "The court is due to rule on Thursday", NOT_RECKONED),
    ("en", "2024-10-24", "The court is expected to rule on Thursday", HELD),
    ("en", "2024-10-24", "Police plan to meet on Thursday to", HELD),
    ("en", "2024-10-17", "Police arrested five on Thursday", HELD),
    ("en", "2023-12", "In December the price had risen", HELD),
    ("en", "2024-12", "In December the price will rise", HELD),
    ("en", "2024-12", "In December the price had risen", NOT_RECKONED),
    ("en", "2024-09", "Prices rose in September to", HELD),
    ("en", "2023-09", "Prices rose in September to", NOT_RECKONED),
    ("en", "2024-10", "Prices rose in October to", HELD),
    ("en", "2024-10", "earlier this month they met", HELD),
    ("en", "2024-11-05", "the election on 5 November decides", HELD),
    ("en", "2024-11-05", "ahead of the 5 November election", HELD),
    ("en", "2024", "so far this year it has sold", HELD),
    ("en", "2025", "next year it will sell more", HELD),
    ("en", "2022", "two years ago it was sold", HELD),
    ("en", "2022", "It was sold two years earlier", HELD),
    ("en", "2024-10-16", "five days ago they met", HELD),
    ("en", "2024-10-18/2024-10-20", "x from Friday to Sunday they met", HELD),
    ("en", "2024-10-07/2024-10-21", "in the past two weeks they met", HELD),
    ("en", "2024-10-07/2024-10-21", "over the last two weeks they met", HELD),
    ("en", "2024-10-21/2024-11-04", "over the next two weeks they will", HELD),
    ("en", "2024-34", "in the second quarter sales fell", HELD),
    ("en", "2024-36", "in the fourth quarter sales will fall", HELD),
    ("en", "2023-36", "in the fourth quarter sales fell", HELD),
    ("en", "2024-07/2024-09", "in the three months to September sales fell", HELD),
    ("en", "2024-22", "this summer they met in town", HELD),
    ("en", "2024-05-12", "on 12 May they met in town", HELD),
    ("en", "2024-05-13", "on 12 May they met in town", NOT_RECKONED),
    ("en", "2023-05-12", "on 12 May last year they met", HELD),
    ("en", "2024-05-12", "on 12 May last year they met", NOT_RECKONED),
    ("en", "2024-10-19", "two days ago they met there", HELD),
    ("en", "2024-10-20~", "about a day ago they met there", HELD),
    ("de", "2024-10-17", "Am Donnerstag tagte der Rat dort", HELD),
    ("de", "2024-10-24", "Am kommenden Donnerstag tagt der Rat", HELD),
    ("de", "2024-10-17", "Der Rat hat am Donnerstag entschieden", HELD),
    ("de", "2024-10-24", "Der Rat hat am Donnerstag entschieden", NOT_RECKONED),
    ("de", "2024-09", "Im September sank der Preis dort", HELD),
    ("de", "2024-12-06", "Am 6. Dezember wird gezahlt, heißt es", HELD),
    ("de", "2023-12-06", "Am 6. Dezember wird gezahlt, heißt es", NOT_RECKONED),
    ("de", "2024-10-14/2024-10-20", "In der vergangenen Woche sank der Preis", HELD),
    ("de", "2024-09", "Im vergangenen Monat sank der Preis", HELD),
    ("de", "2023-34", "im zweiten Quartal des vergangenen Jahres", HELD),
    ("de", "2024-10-21/..", "Seit Montag gilt das Verbot dort", HELD),
    ("de", "2024", "In diesem Jahr sank der Preis", HELD),
    ("de", "2023", "Letztes Jahr sank der Preis dort", HELD),
    ("de", "2022", "Vor zwei Jahren sank der Preis", HELD),
    ("fr", "2024-10-17", "Jeudi, le conseil a voté contre", HELD),
    ("fr", "2024-10-24", "Le conseil votera jeudi prochain là", HELD),
    ("fr", "2024-09", "En septembre, le prix a baissé", HELD),
    ("fr", "2024-09", "Le mois dernier, le prix a baissé", HELD),
    ("fr", "2024", "Cette année, le prix a baissé", HELD),
    ("fr", "2023", "L'an dernier, le prix a baissé", HELD),
    ("fr", "2022", "Il y a deux ans, le prix a baissé", HELD),
    ("fr", "2024-10-21/2024-10-27", "Cette semaine, le prix a baissé", HELD),
    ("fr", "2024-12-06", "Le 6 décembre, le conseil votera", HELD),
    ("es", "2024-10-17", "El consejo votó el jueves en contra", HELD),
    ("es", "2024-09", "El mes pasado bajó el precio", HELD),
    ("es", "2024", "Este año bajó el precio allí", HELD),
    ("es", "2022", "Hace dos años bajó el precio", HELD),
]


@pytest.mark.parametrize(("language", "when", "sentence", "outcome"), RECKONED)
def test_a_reckoned_date_follows_from_the_day_of_the_article(
    language: str, when: str, sentence: str, outcome: str
) -> None:
    assert said(when, sentence, language, basis="reckoned").outcome == outcome


OWN_WORDS = [
    # when, sentence, the writer's words, whether it is a figure, outcome
    ("2009-05-03", "who has run the dam since 3 May 2009", "Ada Holt takes over.", False, HELD),
    ("2009", "who has run the dam since 2009", "The dam has 5 people.", True, HEDGE_DROPPED),
    ("1990", "from 1990 to 1995 he was mayor", "He becomes mayor.", False, HELD),
    ("1995", "from 1990 to 1995 he was mayor", "He steps down.", False, HELD),
    ("2030", "The plan is ready by 2030", "It is to be ready by 2030.", False, HELD),
    ("2030", "The plan is ready by 2030", "It is ready.", False, HEDGE_DROPPED),
    ("2030", "It is to cost 5 billion by 2030", "Cost", True, HELD),
    ("1903", "George Orwell (1903–1950) was", "Orwell is born.", False, HELD),
    ("1950", "George Orwell (1903–1950) was", "Orwell dies.", False, HELD),
    ("1914", "The war of 1914–1918 was", "The war begins.", False, HELD),
    ("1945", "closed since 1945 to all", "The bridge closes.", False, UNSURE),
    ("1990", "sold 5 units between 1990 and 1995", "Units", True, HEDGE_DROPPED),
    ("2024-06-30", "in the six months ended June 30, 2024", "The six months end.", False, HELD),
    ("2024-06-30", "in the six months ended June 30, 2024", "Revenue of the half-year", True, UNSURE),
    ("2024-06-29", "in the six months ended June 30, 2024", "The six months end.", False, NOT_IN_QUOTE),
    ("2024-10-22", "They are in recess until 22 October 2024", "They are in recess until this day.", False, HELD),
    ("2024-10-22", "They are in recess until 22 October 2024", "The talks resume.", False, HELD),
    ("2024-10-22", "They are in recess until 22 October 2024", "They are in recess.", False, HEDGE_DROPPED),
]


@pytest.mark.parametrize(("when", "sentence", "text", "is_figure", "outcome"), OWN_WORDS)
def test_an_end_of_a_stretch_is_the_date_of_what_begins_or_ends_then(
    when: str, sentence: str, text: str, is_figure: bool, outcome: str
) -> None:
    fields = {"kind": "figures", "label": text} if is_figure else {"text": text}
    assert said(when, sentence, **fields).outcome == outcome


def test_a_date_that_a_quote_leaves_to_reckoning_is_reported_with_the_basis_that_it_needs() -> None:
    assert said("2024-10-18", "They met last Friday in the town.").words.endswith("it is right: add basis: reckoned")
    assert "reckoned" not in said("2024-10-17", "They met last Friday in the town.").words


def test_a_hint_names_every_date_that_a_quote_may_mean_or_none() -> None:
    claim = (
        "timeline:\n  - {text: It broke out., when: 2016-08-12, basis: reckoned, cites: {quote: out on 10 August}}\n"
    )
    sources = "sources:\n  article: {kind: article, file: text.txt, published: 2016-08}\n"
    (finding,) = check(claim + sources, TITLE + "It broke out on 10 August.").findings
    assert "means 2015-08-10 or 2016-08-10" in finding.sentence


def test_a_date_outside_the_quote_is_reported_with_the_advice_to_quote_it() -> None:
    found = said("1959", "It was opened to all in 1959.", quote="It was opened to all")
    assert found.outcome == NOT_IN_QUOTE
    assert found.words.endswith("outside the quote: quote it as well")


def test_what_stands_before_a_quote_puts_its_date_too() -> None:
    assert said("1945", "It happened some time after 1945, he said.", quote="1945, he said").outcome == HEDGE_DROPPED
    assert said("1998", "It was in 1997 or 1998, he said.", quote="1998, he said").outcome == HEDGE_DROPPED


DATE_LINES = [
    # language, the first lines of a text, a day on which it was published, one on which it was not
    ("en", "Published 12 May 2024", "2024-05-12", "2024-05-19"),
    ("en", "PARIS, May 12 (Reuters) - Troops left.", "2024-05-12", "2024-05-19"),
    ("en", "PARIS, May 12 (Reuters) - Troops left.", "2024-05-13", "2024-06-12"),
    ("en", "WASHINGTON, D.C., May 12, 2024 — Troops left.", "2024-05-12", "2023-05-12"),
    ("en", "Updated: 2024-05-12 10:00", "2024-05-10", "2024-05-19"),
    ("en", "Published: 2024-05-12T10:00:00Z", "2024-05-12", "2024-05-13"),
    ("en", "**Published:** May 12, 2024", "2024-05-12", "2024-05-11"),
    ("en", "Sunday, 12 May 2024 10:00 GMT", "2024-05-12", "2024-04-12"),
    ("en", "Posted on May 12, 2024 at 3:45 pm", "2024-05-12", "2025-05-12"),
    ("en", "Published 12 May 2024, updated later", "2024-05", "2024-05"),
    ("en", "12 May 2024 | 5 min read", "2024-05-12", "2024-05-26"),
    ("de", "Veröffentlicht am 12. Mai 2024, 10:00 Uhr", "2024-05-12", "2024-05-19"),
    ("de", "BERLIN, 12. Mai (dpa) - Das Haus", "2024-05-12", "2024-05-19"),
    ("de", "Sonntag, 12. Mai 2024", "2024-05-12", "2024-05-19"),
    ("fr", "Publié le 12 mai 2024 à 10h00", "2024-05-12", "2024-05-19"),
    ("fr", "VALCOURT, 6 décembre 2024 – Quatre trains", "2024-12-06", "2024-12-13"),
    ("es", "Publicado el 12 de mayo de 2024", "2024-05-12", "2024-05-19"),
    ("ru", "12.05.2024", "2024-05-12", "2024-05-19"),
]


def lines_that_differ(head: str, published: str, language: str = "en") -> list[str]:
    yaml = (
        "summary:\n  - text: Troops were sent.\n    cites: {quote: troops were sent}\n"
        f"sources:\n  article: {{kind: article, file: text.txt, language: {language}, published: {published}}}\n"
    )
    found = check(yaml, f"{TITLE}{head}\n\nAround 11,000 troops were sent.").findings
    return [finding.code for finding in found if finding.code == "published-differs"]


@pytest.mark.parametrize(("language", "head", "right", "wrong"), DATE_LINES)
def test_the_date_line_of_a_text_is_that_of_its_publication(language: str, head: str, right: str, wrong: str) -> None:
    assert lines_that_differ(head, right, language) == []
    if wrong != right:
        assert lines_that_differ(head, wrong, language) == ["published-differs"]


NO_DATE_LINES = [
    "It opened on 12 May 2024.",
    "The deadline, 12 May 2024",
    "NATO, 4 April 1949 - the treaty is signed",
    "By Ann Lee, 12 May 2024",
    "12 May 2024\n\nWork began.\n\n14 May 2024",
    "Room 12, May 2024",
    "4 April 1949",
]


@pytest.mark.parametrize("head", NO_DATE_LINES)
def test_a_date_that_may_be_of_something_else_is_no_date_line(head: str) -> None:
    assert lines_that_differ(head, "2024-10-21") == []


OTHER_YEAR = "a date that may be of another year"
OTHER_YEARS = [
    # language, what stands before the quote, the quote, when and its basis, outcome
    ("en", "In spring 1986 it was closed. ", "On March 6 the crew left", "2024-03-06 reckoned", UNSURE),
    ("en", "In spring 1986 it was closed. ", "On March 6 the crew left", "1986-03-06 reckoned", UNSURE),
    ("en", "In spring 1986 it was closed. ", "On March 6 the crew left", "1986-03-06", UNSURE),
    ("en", "In spring 1986 it was closed. ", "On March 6 the crew left", "XXXX-03-06", HELD),
    ("en", "In spring 1986 it was closed. ", "On March 6 the crew left", "1987-03-06", NOT_IN_QUOTE),
    ("en", "In spring 1986 it was closed. ", "On March 6 the crew left", "2024-03-07 reckoned", NOT_RECKONED),
    ("en", "In spring 1986 it was closed. ", "On March 6 the crew left", "1986-03-07", NOT_IN_QUOTE),
    ("en", "It shut in 1986.\n\n", "On March 6 the crew left", "2024-03-06 reckoned", UNSURE),
    ("en", "It shut in 1986. ", "On Friday the crew left", "2024-10-18 reckoned", UNSURE),
    ("en", "It shut in 1986. ", "In summer the crew left", "2024-22 reckoned", UNSURE),
    ("en", "It shut in 1986. ", "In June the crew left", "2024-06 reckoned", UNSURE),
    ("en", "It shut in 1986. ", "In June 1986 the crew left", "1986-06", HELD),
    ("de", "1986 brannte es. ", "Am 6. März ging sie heim", "2024-03-06 reckoned", UNSURE),
    ("de", "1986 brannte es. ", "Am 6. März ging sie heim", "1986-03-06", UNSURE),
    ("fr", "L'usine a brûlé en 1986. ", "En septembre, elle a rouvert", "2024-09 reckoned", UNSURE),
    ("es", "La planta ardió en 1986. ", "En septiembre reabrió", "2024-09 reckoned", UNSURE),
    ("en", "Profit rose in 2022. ", "On Friday the company said it would hire", "2024-10-18 reckoned", HELD),
    ("en", "It was the highest since 1905. ", "On 3 May it fell", "2024-05-03 reckoned", HELD),
    ("en", "Ann Lee, born in 1956, took over. ", "She left on 3 May", "2024-05-03 reckoned", HELD),
    ("en", "The 2005 Act was changed. ", "It was signed on 3 May", "2024-05-03 reckoned", HELD),
    ("en", "He was elected in 2024. ", "The vote on 3 May was close", "2024-05-03 reckoned", HELD),
    ("en", "He was elected in 2024. ", "The vote on 3 May was close", "2024-05-03", NOT_IN_QUOTE),
    ("en", "The plant opened in 1998.\n\n", "On Friday a fire broke out", "2024-10-18 reckoned", HELD),
    ("de", "Der Umsatz stieg 2022. ", "Am Freitag teilte die Firma es mit", "2024-10-18 reckoned", HELD),
    ("fr", "Elle a brûlé en 1986. ", "Vendredi, la société a annoncé une perte", "2024-10-18 reckoned", HELD),
    ("es", "Ardió en 1986. ", "El viernes la empresa anunció una baja", "2024-10-18 reckoned", HELD),
]


@pytest.mark.parametrize(("language", "before", "quote", "when", "outcome"), OTHER_YEARS)
def test_a_date_after_another_year_that_is_told_of_cannot_be_reckoned(
    language: str, before: str, quote: str, when: str, outcome: str
) -> None:
    day, _, basis = when.partition(" ")
    fields = {"basis": basis} if basis else {}
    result = said(day, f"It is about this.\n\n{before}{quote}.", language, quote, **fields)
    assert result.outcome == outcome
    assert outcome != UNSURE or result.words == OTHER_YEAR


WRITTEN = [
    # the writer's words, the sentence that they quote, outcome
    ("It was a park until 2003.", "It has been a park since 2003 for all", NOT_IN_QUOTE),
    ("It was a park since 2003.", "It has been a park since 2003 for all", HELD),
    ("It fell after 1945.", "The old tower fell before 1945", NOT_IN_QUOTE),
    ("It fell in 1945.", "The old tower fell before 1945", HEDGE_DROPPED),
    ("It fell in 1945.", "The old tower fell in 1945", HELD),
    ("It is to open by 2030.", "It will open no later than 2030", HELD),
    ("It is to open after May.", "It will open no later than May 2030", NOT_IN_QUOTE),
    ("It opened in 1950.", "The old tower fell before 1945", HELD),
]


@pytest.mark.parametrize(("text", "sentence", "outcome"), WRITTEN)
def test_the_writer_puts_a_date_as_the_quote_does(text: str, sentence: str, outcome: str) -> None:
    assert said_of(f"summary:\n  - text: {text}\n    cites: {{quote: {sentence}}}\n", sentence).outcome == outcome
