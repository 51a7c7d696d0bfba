"""What is no date, what is said of it, and what the writer is told to write instead."""

from __future__ import annotations

import pytest

from briefing.format.dates import DateError, parse_date

HINTS = (
    ("2025-Q1", "quarters are 33 to 36: write 2025-33"),
    ("Q4 2025", "quarters are 33 to 36: write 2025-36"),
    ("second quarter of 2025", "quarters are 33 to 36: write 2025-34"),
    ("H2 2024", "halves of a year are 40 and 41: write 2024-41"),
    ("21 Oct 2024", "write 2024-10-21"),
    ("21st of October 2024", "write 2024-10-21"),
    ("Oct. 21, 2024", "write 2024-10-21"),
    ("Oct 2024", "write 2024-10"),
    ("2024/10/21", "write 2024-10-21"),
    ("2024.10.21", "write 2024-10-21"),
    ("20241021", "write 2024-10-21"),
    ("21.10.2024", "write 2024-10-21"),
    ("05.04.2024", "write 2024-04-05"),
    ("10/21/2024", "write 2024-10-21"),
    ("05/04/2024", "write 2024-04-05 for 5 April 2024 or 2024-05-04 for 4 May 2024"),
    ("04/04/2024", "write 2024-04-04"),
    ("2024-1-5", "write 2024-01-05"),
    ("2024-1", "write 2024-01"),
    ("10/2024", "write 2024-10"),
    ("2024/10", "write 2024-10"),
    ("2024‑10‑21", "write 2024-10-21"),
    ("2024-13-05", "write 2024-05-13"),
    ("2024-21-10", "write 2024-10-21"),
    ("1990s", "a digit that is not stated is X: write 199X"),
    ("the 1990s", "a digit that is not stated is X: write 199X"),
    ("1900s", "write 190X for the ten years or 19XX for the hundred"),
    ("20th century", "a digit that is not stated is X: write 19XX"),
    ("199x", "a digit that is not stated is X: write 199X"),
    ("c. 1900", "about is ~ after the date: write 1900~"),
    ("ca 1900", "about is ~ after the date: write 1900~"),
    ("c1900", "about is ~ after the date: write 1900~"),
    ("1984?~", "uncertain and approximate together are %: write 1984%"),
    ("spring 2024", "seasons are 21 to 24: write 2024-21"),
    ("fall 2024", "seasons are 21 to 24: write 2024-23"),
    ("early 2024", "there is no sign for “early”: write 2024"),
    ("late 1990s", "there is no sign for “late”: write 199X"),
    ("January", "a year that is not stated is XXXX: write XXXX-01"),
    ("January to February", "a year that is not stated is XXXX: write XXXX-01/XXXX-02"),
    ("Jan–Feb 2025", "from and to stand on both sides of a slash: write 2025-01/2025-02"),
    ("21 to 23 October 2024", "from and to stand on both sides of a slash: write 2024-10-21/2024-10-23"),
    ("28 October to 3 November 2024", "from and to stand on both sides of a slash: write 2024-10-28/2024-11-03"),
    ("1914–1918", "from and to stand on both sides of a slash: write 1914/1918"),
    ("2024-10-21/22 Oct 2024", "from and to stand on both sides of a slash: write 2024-10-21/2024-10-22"),
    ("since 1985", "an open end is ..: write 1985/.."),
    ("1985-present", "an open end is ..: write 1985/.."),
    ("1985/open", "an open end is ..: write 1985/.."),
    ("until 1945", "an open end is ..: write ../1945"),
    ("1985/unknown", "an end that is not known is left empty: write 1985/"),
    ("1667 or 1668", "write [1667,1668]"),
    ("[1667, 1668]", "write [1667,1668]"),
    ("44 BC", "1 BC is the year 0000, 2 BC is -0001: write -0043"),
    ("AD 476", "write 0476"),
    ("12345", "a year of more than four digits starts with Y: write Y12345"),
    ("Y1985", "write 1985"),
    ("2024-10-21 14:00", "write 2024-10-21T14:00:00"),
    ("2023/24", "from and to stand on both sides of a slash: write 2023/2024"),
    ("2023–24", "from and to stand on both sides of a slash: write 2023/2024"),
    ("2023-24 season", "from and to stand on both sides of a slash: write 2023/2024"),
    ("1999-00", "from and to stand on both sides of a slash: write 1999/2000"),
    ("1914-18", "from and to stand on both sides of a slash: write 1914/1918"),
    ("1987/93", "from and to stand on both sides of a slash: write 1987/1993"),
    ("2010/11", "write 2010-11 for November 2010 or 2010/2011 for 2010 to 2011"),
    ("2010–11", "write 2010-11 for November 2010 or 2010/2011 for 2010 to 2011"),
    ("2024-5", "write 2024-05 for May 2024 or 2024/2025 for 2024 to 2025"),
    ("1995/6", "write 1995-06 for June 1995 or 1995/1996 for 1995 to 1996"),
    ("winter 2023/24", "seasons are 21 to 24: write 2023-24"),
    ("2023-2024", "from and to stand on both sides of a slash: write 2023/2024"),
    ("2024-Jan", "write 2024-01"),
    ("2024-Jan-05", "write 2024-01-05"),
    ("2024-123", "write 2024-05-02 for day 123 of 2024"),
    ("2024-366", "write 2024-12-31 for day 366 of 2024"),
    ("2024-W05", "write 2024-01-29/2024-02-04 for week 5 of 2024"),
    ("week 1 of 2025", "write 2024-12-30/2025-01-05 for week 1 of 2025"),
    ("2024-05-01/03", "from and to stand on both sides of a slash: write 2024-05-01/2024-05-03"),
    ("2024-05-01 - 2024-06-03", "from and to stand on both sides of a slash: write 2024-05-01/2024-06-03"),
    ("2024-05/06", "write 2024-05/2024-06 for May to June or 2024-05-06 for 6 May 2024"),
    ("2023-11/02", "write 2023-11/2024-02 for November to February or 2023-11-02 for 2 November 2023"),
    ("202405", "write 2024-05 for May 2024 or Y202405 for the year 202,405"),
    ("052024", "write 2024-05 for May 2024"),
    ("Jan-24", "write the year with four digits"),
    ("5/6/24", "write the year with four digits"),
    ("'90s", "write the year with four digits"),
    ("1920s-30s", "a digit that is not stated is X: write 192X/193X"),
    ("18th-19th centuries", "a digit that is not stated is X: write 17XX/18XX"),
    ("18th and 19th centuries", "a digit that is not stated is X: write 17XX/18XX"),
    ("5th century BC", "a digit that is not stated is X: write -04XX"),
    ("2020 and 2024", "write {2020,2024}"),
    ("between 2020 and 2024", "from and to stand on both sides of a slash: write 2020/2024"),
    ("2024/Q1", "quarters are 33 to 36: write 2024-33"),
    ("1H 2024", "halves of a year are 40 and 41: write 2024-40"),
    ("today", "write the day itself, as in 2024-10-21"),
    ("soon", "a date is written 2024-10-21, 2024-10 or 2024"),
)


@pytest.mark.parametrize(("text", "hint"), HINTS)
def test_another_notation_is_answered_with_what_to_write(text: str, hint: str) -> None:
    with pytest.raises(DateError) as caught:
        parse_date(text)
    assert caught.value.hint == hint


@pytest.mark.parametrize(
    ("text", "sentence", "offset"),
    [
        ("2023-02-29", "no such day: 29 February 2023 (2023 is not a leap year)", 8),
        ("1900-02-29", "no such day: 29 February 1900 (1900 is not a leap year)", 8),
        ("29 February 2023", "no such day: 29 February 2023 (2023 is not a leap year)", None),
        ("31/02/2024", "no such day: 31 February 2024 (February has 29 days)", None),
        ("2024-06-31", "no such day: 31 June 2024 (June has 30 days)", 8),
        ("2024-31-02", "no such day: 31 February 2024 (February has 29 days)", 8),
        ("02/30/2024", "no such day: 30 February 2024 (February has 29 days)", None),
        ("2024-02-28/31", "no such day: 31 February 2024 (February has 29 days)", None),
        ("2023-366", "no such day: day 366 of 2023 (the year has 365 days)", None),
        ("2024-W53", "no such week: week 53 of 2024", None),
        ("31 June", "no such day: 31 June (June has 30 days)", None),
        ("2024-06-00", "no such day: 00 (days are 01 to 31)", 8),
        ("2024-06-32", "no such day: 32 (days are 01 to 31)", 8),
        ("2023-02-3X", "no such day: no date is like 2023-02-3X", 8),
        ("XXX1-02-29", "no such day: 29 February (no year like XXX1 is a leap year)", 8),
        ("XXXX-02-30", "no such day: 30 February (February has 29 days)", 8),
        ("2024-00", "no such month: 00 (months are 01 to 12, seasons 21 to 24, quarters 33 to 36)", 5),
        ("2024-13", "no such month: 13 (months are 01 to 12, seasons 21 to 24, quarters 33 to 36)", 5),
        ("2024-42", "no such month: 42 (months are 01 to 12, seasons 21 to 24, quarters 33 to 36)", 5),
        ("2024-2X", "no such month: 2X (months are 01 to 12, seasons 21 to 24, quarters 33 to 36)", 5),
        ("2024-33-01", "33 is a quarter, not a month: it has no days", 5),
        ("2024/2023", "the end is before the start", 5),
        ("2024-10-21/2023-02-29", "no such day: 29 February 2023 (2023 is not a leap year)", 19),
        ("[1672..1670]", "the end is before the start", 7),
        ("[1667,2023-02-29]", "no such day: 29 February 2023 (2023 is not a leap year)", 14),
        ("[1670..1672-01]", "both sides of .. are years, or both months, or both days", 1),
        ("[1667,..1984]", ".. stands between two dates, before the first or after the last", 6),
        ("[1667..,1984]", ".. stands between two dates, before the first or after the last", 1),
        ("[..]", ".. stands between two dates, before the first or after the last", 1),
        ("../..", "an interval with neither a start nor an end says nothing", None),
        ("/", "an interval with neither a start nor an end says nothing", None),
        ("1985-04-12T25:00:00", "no such time of day (it is written 23:20:30, 23:20:30Z or 23:20:30+04:30)", 11),
        ("1985-04T23:20:30", "a time of day needs a whole date without X, ?, ~ or % before it", 0),
        ("1985-04-12T23:20:30/1986", "an interval goes from day to day, without times of day", 0),
        ("Y1985", "Y is only for years of more than four digits", 0),
        ("Y1E99999999", "a year of more than 18 digits", 0),
        ("1950S5", "5 significant digits of 1950, which has 4", 0),
        ("", "nothing is written where a date should be", 0),
        ("soon", "“soon” is not a date that can be read", 0),
        ("2024/soon", "“soon” is not a date that can be read", 5),
        ("9" * 1001, "a date of 1001 characters; at most 1000 are read", None),
    ],
)
def test_an_impossible_date_is_refused_at_its_place(text: str, sentence: str, offset: int | None) -> None:
    with pytest.raises(DateError) as caught:
        parse_date(text)
    assert (caught.value.sentence, caught.value.offset) == (sentence, offset)


@pytest.mark.parametrize(
    "text",
    [
        "1985-4", "85", "1985-04-1", "19850412", "1985-04-12Z", "1985-W05", "1985-123", "1984~?", "(1984)", "1984u",
        "1950S0", "1950S", "Y17E0", "Y17E-2", "YXXXXX", "Y12345-01", "1984E2", "12345S2", "1985/1986/1987", "[1984",
        "{1984]", "[1667,,1668]", "[1984/1985]", "１９８５", "1985\n", " 1985", "+1985", "−1985",
    ],
)  # fmt: skip
def test_what_only_resembles_the_format_is_refused(text: str) -> None:
    with pytest.raises(DateError):
        parse_date(text)


def test_a_long_text_is_quoted_in_part() -> None:
    with pytest.raises(DateError) as caught:
        parse_date("perhaps " * 20)
    assert len(caught.value.sentence) < 100
