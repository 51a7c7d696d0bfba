"""The small words of German, which count in texts of all languages."""

from __future__ import annotations

from briefing.evidence.languages.connectors import Connectors
from briefing.evidence.languages.table import listed, words

CONNECTORS = Connectors(
    articles=words("der die das den dem ein eine einen einem einer eines"),
    of=("von",),
    genitive_articles=words("der des"),
    member_of=words("vom bei"),
    per=words("pro je"),
    unit_fillers=words("der des"),
    part_of=words("der des von"),
    whole_articles=("den",),
    more=words("mehr weitere"),
    shared_unit=words("und oder bis"),
    numbered_and=words("und bis"),
    new_direction=words("und nach aber bevor ehe"),
    month_of_year=("des jahres",),
    week_of_year=listed("des jahres; des Jahres"),
    before_decade=words("der den die"),
    before_this_year=words("de des der"),
    this_year=("des",),
    hour=("uhr",),
    hour_and_minutes=("uhr",),
    at_hour=("um",),
    date_line=words("von vom am um uhr und stand aktualisiert lesezeit"),
    publication=(r"(?:zuletzt\s)?(?:veröffentlicht|aktualisiert|erstellt|erschienen)",),
    publication_labels=words("stand datum"),
)
