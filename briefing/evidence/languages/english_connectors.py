"""The small words of English, which count in texts of all languages."""

from __future__ import annotations

from briefing.evidence.languages.connectors import Connectors
from briefing.evidence.languages.table import listed, words

CONNECTORS = Connectors(
    articles=words("a an the"),
    of=("of",),
    member_of=words("at from"),
    per=("per",),
    unit_fillers=words("of the a an in"),
    part_of=("of",),
    whole_articles=words("the its their his her these those"),
    of_the_whole=listed("of the; of its; of their; of his; of her; of these; of those"),
    of_articles=("the",),
    more=words("more other"),
    shared_unit=words("and or to"),
    numbered_and=words("and to"),
    new_direction=words("and after but before"),
    telephone_at=words("on at"),
    final=("final",),
    day_of_month=("of",),
    month_of_year=("of", "in"),
    week_of_year=listed("of; in; of the year"),
    second_date=("the",),
    second_century=words("the early mid late"),
    before_decade=words("the of"),
    nineteen=("nineteen",),
    day_number=("day",),
    before_year=words("of for"),
    before_this_year=words("of in the"),
    this_year=("the",),
    at_hour=("at",),
    date_line=words(
        "by on at in of and the from updated published posted last read min mins minute minutes am pm a.m p.m"
    ),
    publication=(
        r"(?:(?:first|last|originally)\s)?(?:published|updated|posted|modified|revised|issued|created|released)",
    ),
    publication_labels=("date",),
)
