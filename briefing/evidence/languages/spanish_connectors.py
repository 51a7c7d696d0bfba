"""The small words of Spanish, which count in texts of all languages."""

from __future__ import annotations

from briefing.evidence.languages.connectors import Connectors
from briefing.evidence.languages.table import listed, words

CONNECTORS = Connectors(
    new_direction=words("y después pero antes"),
    articles=words("el la los las un una uno unas unos"),
    of=("de",),
    of_the=("del",),
    unit_fillers=("de",),
    part_of=("de",),
    whole_articles=words("los las"),
    shared_unit=words("y o a"),
    final=("final",),
    day_of_month=("de",),
    month_of_year=words("de del"),
    week_of_year=words("de del"),
    before_decade=words("los las"),
    before_this_year=listed("del; de; de la"),
    at_hour=("a las",),
    date_line=words("por el a las de del y"),
    publication=words("publicado actualizado"),
    publication_labels=("fecha",),
)
