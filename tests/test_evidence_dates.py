"""The rules for dates, by example: each form of a claimed date against each way in which texts put dates."""

from __future__ import annotations

from typing import NamedTuple

import pytest

from briefing.evidence.contexts import Unchecked, case_of
from briefing.evidence.dossier import dossier
from briefing.evidence.verdicts import locate
from briefing.evidence.when import when_findings
from tests.evidence import PATH, read, texts_of

TITLE = "The title of the text\n\n"
HELD, UNSURE = "held", "unsure"
NOT_IN_QUOTE, NOT_RECKONED = "date-not-in-quote", "date-not-reckoned"
HEDGE_DROPPED, HEDGE_ADDED = "date-hedge-dropped", "date-hedge-not-in-quote"


class Said(NamedTuple):
    """What the rules for dates say of a claim."""

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
    yaml = (
        f"{kind}:\n  -\n{lines}\n    cites: {{quote: '{words}'}}\n"
        f"sources:\n  article: {{kind: article, file: text.txt, language: {language}, published: 2024-10-21}}\n"
    )
    brief = read(yaml)
    works = dossier(brief, texts_of(brief, TITLE + sentence), PATH)
    (claim,) = brief.claims()
    verdicts = tuple(locate(cite.quote or "", TITLE + sentence) for cite in claim.cites)
    for outcome in when_findings(case_of(claim, verdicts, works)):
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
    ("en", "2024-40", "in the first half of the year it fell", HELD),
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
    ("en", "2024-10-19/2024-10-20", "They met over the weekend there", NOT_RECKONED),
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
]


@pytest.mark.parametrize(("when", "sentence", "text", "is_figure", "outcome"), OWN_WORDS)
def test_an_end_of_a_stretch_is_the_date_of_what_begins_or_ends_then(
    when: str, sentence: str, text: str, is_figure: bool, outcome: str
) -> None:
    fields = {"kind": "figures", "label": text} if is_figure else {"text": text}
    assert said(when, sentence, **fields).outcome == outcome


def test_a_date_that_a_quote_leaves_to_reckoning_is_reported_with_the_basis_that_it_needs() -> None:
    assert said("2024-10-18", "They met last Friday in the town.").words.endswith("it would be right: basis: reckoned")
    assert "reckoned" not in said("2024-10-17", "They met last Friday in the town.").words


def test_a_date_outside_the_quote_is_reported_with_the_advice_to_quote_it() -> None:
    found = said("1959", "It was opened to all in 1959.", quote="It was opened to all")
    assert found.outcome == NOT_IN_QUOTE
    assert found.words.endswith("outside the quote: quote it as well")


def test_what_stands_before_a_quote_puts_its_date_too() -> None:
    assert said("1945", "It happened some time after 1945, he said.", quote="1945, he said").outcome == HEDGE_DROPPED
    assert said("1998", "It was in 1997 or 1998, he said.", quote="1998, he said").outcome == HEDGE_DROPPED
