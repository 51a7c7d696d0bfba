"""How dates are said, at length and in a column."""

from __future__ import annotations

import pytest

from briefing.format.dates import parse_date
from briefing.format.dates.wording import date_words, short_date_words

SAID = (
    ("2024-10-21", "21 October 2024", "21 Oct 2024"),
    ("2024-10", "October 2024", "Oct 2024"),
    ("1959", "1959", "1959"),
    ("0476", "AD 476", "AD 476"),
    ("-0043-03-15", "15 March 44 BC", "15 Mar 44 BC"),
    ("0000", "1 BC", "1 BC"),
    ("Y170000002", "the year 170,000,002", "170,000,002"),
    ("Y-17E7", "170,000,001 BC", "170,000,001 BC"),
    ("1985-04-12T23:20:30", "12 April 1985, 23:20:30", "12 Apr 1985"),
    ("1985-04-12T23:20:30Z", "12 April 1985, 23:20:30 UTC", "12 Apr 1985"),
    ("1985-04-12T23:20:30+04:30", "12 April 1985, 23:20:30 UTC+04:30", "12 Apr 1985"),
    ("2024-21", "spring 2024", "spring 2024"),
    ("2024-28", "winter 2024 (northern hemisphere)", "winter 2024"),
    ("2001-34", "second quarter of 2001", "Q2 2001"),
    ("2001-38", "second quadrimester of 2001 (May to August)", "May–Aug 2001"),
    ("2001-41", "second half of 2001", "H2 2001"),
    ("190X", "the 1900s", "1900s"),
    ("19XX", "between 1900 and 1999", "1900–1999"),
    ("-019X", "between 200 BC and 191 BC", "200 BC–191 BC"),
    ("19X5", "a year like 19X5", "19X5"),
    ("156X-12-25", "25 December in the 1560s", "25 Dec 1560s"),
    ("15XX-12-25", "25 December of a year between 1500 and 1599", "25 Dec 1500–1599"),
    ("2004-XX", "2004, month not stated", "2004"),
    ("1985-04-XX", "April 1985, day not stated", "Apr 1985"),
    ("1985-XX-XX", "1985, day and month not stated", "1985"),
    ("1985-XX-12", "day 12 of some month in 1985", "12 ? 1985"),
    ("XXXX-01", "January, year not stated", "Jan, no year"),
    ("XXXX-12-XX", "December, day and year not stated", "Dec, no year"),
    ("XXXX-12-25", "25 December, year not stated", "25 Dec, no year"),
    ("XXXX", "year not stated", "no year"),
    ("1984-1X", "October, November or December 1984", "Oct/Nov/Dec 1984"),
    ("1984-0X", "a month from January to September 1984", "Jan–Sep 1984"),
    ("2024-10-3X", "30 or 31 October 2024", "3X Oct 2024"),
    ("2024-10-1X", "a day from 10 to 19 October 2024", "1X Oct 2024"),
    ("2024-1X-31", "day 31 of October or December 2024", "31 Oct/Dec 2024"),
    ("2024-0X-31", "day 31 of January, March, May, July or August 2024", "31 Jan–Aug 2024"),
    ("2024-04-3X", "30 April 2024", "30 Apr 2024"),
    ("2023-02-2X", "a day from 20 to 28 February 2023", "2X Feb 2023"),
    ("1950S2", "about 1950 (between 1900 and 1999)", "≈1950"),
    ("1984?", "1984 (uncertain)", "1984?"),
    ("2004-06~", "about June 2004", "≈Jun 2004"),
    ("2004-06-11%", "about 11 June 2004 (uncertain)", "≈11 Jun 2004?"),
    ("2025?-01", "January 2025 (year uncertain)", "Jan 2025?"),
    ("2004-06~-11", "11 June 2004 (month and year approximate)", "≈11 Jun 2004"),
    ("?2004-06-~11", "11 June 2004 (year uncertain, day approximate)", "≈11 Jun 2004?"),
    ("2004-%06-11", "11 June 2004 (month approximate and uncertain)", "≈11 Jun 2004?"),
    ("17XX/18XX", "the 18th to the 19th century (1700 to 1899)", "18th–19th c."),
    ("-03XX/-02XX", "the 4th to the 3rd century BC (400 BC to 201 BC)", "4th–3rd c. BC"),
    ("17XX/1850", "the 18th century (1700 to 1799) to 1850", "18th c.–1850"),
    ("19XX/..", "since the 20th century (1900 to 1999)", "since 20th c."),
    ("../10XX~", "until about the 11th century (1000 to 1099)", "until ≈11th c."),
    ("190X/191X", "the 1900s to the 1910s", "1900s–1910s"),
    ("1XXX/2XXX", "between 1000 and 1999 to between 2000 and 2999", "1000–1999 to 2000–2999"),
    ("XXXX-01/XXXX-02", "January to February, year not stated", "Jan–Feb, no year"),
    ("1900~/1930~", "about 1900 to about 1930", "≈1900–≈1930"),
    ("2024-10~/2024-12~", "about October 2024 to about December 2024", "≈Oct 2024–≈Dec 2024"),
    ("2025?-01/2025?-02", "January to February 2025 (year uncertain)", "Jan–Feb 2025?"),
    ("2024-10-21/2024-10-23", "21 to 23 October 2024", "21–23 Oct 2024"),
    ("2024-10-28/2024-11-03", "28 October to 3 November 2024", "28 Oct–3 Nov 2024"),
    ("2025-01/2025-02", "January to February 2025", "Jan–Feb 2025"),
    ("2024-21/2024-22", "spring to summer 2024", "spring–summer 2024"),
    ("2024-12/2025-01", "December 2024 to January 2025", "Dec 2024–Jan 2025"),
    ("2004-02-01/2005", "1 February 2004 to 2005", "1 Feb 2004–2005"),
    ("199X-01/199X-02", "January in the 1990s to February in the 1990s", "Jan 1990s–Feb 1990s"),
    ("2004-06-XX/2004-07-03", "June 2004, day not stated, to 3 July 2004", "Jun 2004–3 Jul 2004"),
    ("../1945", "until 1945", "until 1945"),
    ("1985/..", "since 1985", "since 1985"),
    ("1985/", "1985 to an unknown date", "1985–?"),
    ("/1985", "from an unknown date to 1985", "?–1985"),
    ("[1667,1668]", "1667 or 1668", "1667 or 1668"),
    ("{1667,1668}", "1667 and 1668", "1667 and 1668"),
    ("[1667,1668,1670..1672]", "1667, 1668, or any of 1670 to 1672", "1667 … or 1670–1672"),
    ("{1667,1668,1670..1672}", "1667, 1668, and all of 1670 to 1672", "1667 … and 1670–1672"),
    ("[..1984]", "1984 or an earlier year", "1984 or earlier"),
    ("{..1984}", "1984 and every earlier year", "until 1984"),
    ("{1760-12..}", "December 1760 and every later month", "since Dec 1760"),
    ("[1760-12..]", "December 1760 or a later month", "Dec 1760 or later"),
    ("[..1760-12-03]", "3 December 1760 or an earlier day", "3 Dec 1760 or earlier"),
    (
        "[1760-01,1760-02,1760-12..]",
        "January 1760, February 1760, or December 1760 or a later month",
        "Jan 1760 … or Dec 1760 or later",
    ),
)


@pytest.mark.parametrize(("text", "said", "_short"), SAID)
def test_a_date_is_said_in_words(text: str, said: str, _short: str) -> None:
    assert date_words(parse_date(text)) == said


@pytest.mark.parametrize(("text", "_said", "short"), SAID)
def test_a_date_is_said_in_a_column(text: str, _said: str, short: str) -> None:
    assert short_date_words(parse_date(text)) == short
