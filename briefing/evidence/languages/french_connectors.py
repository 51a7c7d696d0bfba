"""The small words of French, which count in texts of all languages."""

from __future__ import annotations

from briefing.evidence.languages.connectors import Connectors
from briefing.evidence.languages.table import listed, words

CONNECTORS = Connectors(
    articles=words("la le les l' un une"),
    of=words("de d'"),
    of_the=("du",),
    member_of=("chez",),
    elisions=words("d' l'"),
    per=("par",),
    unit_fillers=words("de du d"),
    part_of=words("de sur"),
    whole_articles=("les",),
    of_articles=words("la le les"),
    more=("autres",),
    shared_unit=words("et ou à"),
    numbered_and=words("et à"),
    new_direction=words("et après mais avant"),
    final=("final",),
    day_of_month=("de",),
    month_of_year=("de",),
    week_of_year=listed("de; de l'année"),
    before_this_year=listed("du; de; des; de la; de l'"),
    this_year=words("l' d'"),
    hour=("heures",),
    at_hour=("à",),
    date_line=words("par le la à du et mis jour publié lecture"),
    publication=("publié", "mis à jour", "modifié", "paru"),
)
