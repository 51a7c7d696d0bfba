"""A full brief with its saved text: 15 figures, 7 events, 10 sources and 5 points, some of them doubtful."""

from __future__ import annotations

from pathlib import Path

from briefing.evidence.check import check_brief
from briefing.format.model import SourceText, TextState
from tests.support.evidence import held, read

TEXT = """At least 31 dead as river bursts banks in Tarn Valley

At least 31 people have died and up to 14,000 have been forced from their homes after the Tarn River burst its banks in
the early hours of Saturday, the regional government says.

Some 180 to 200 houses in the town of Lower Tarn were swept away when a dyke gave way at about 3:40 a.m., according to
mayor Elsa Quint. Another 1,100 buildings were damaged, Elsa Quint said. By Sunday evening rescue teams had recovered 27
bodies; four people died in hospital, said Dr Amir Solano of the district clinic.

More than 220 millimetres of rain fell in 36 hours, over three times the average for the whole of June, the National
Weather Institute reported. The river peaked at 9.3 metres, the National Weather Institute said, 1.8 metres above the
previous record, which was set in March 1995.

Images from the Helios-2 satellite show that about 45 square kilometres of farmland are under water. Insurance group
Meridian estimates the damage at between 300 million and 450 million euros, while a preliminary report from the Chamber
of Agriculture estimates crop losses at 85 million euros.

Residents accused the authorities of acting too late: in May they were told that the dyke was safe for ten years. Two
engineers, who asked not to be named, said that they inspected the dyke in spring 2022 and that their warnings were
ignored.

Interior Minister Clara Dane denied this. She said that 2.5 million euros were spent on the dyke since 2019, and
announced an inquiry, which is to start next week. Three days of mourning begin on Monday.

In the early 1980s deadly floods killed 12 people in the valley.
"""
_YAML = """briefing: 1
title: At least 31 dead as river bursts banks in Tarn Valley
lede: >-
  At least 31 people died and up to 14,000 were forced from their homes when a dyke on the Tarn gave way. Residents and
  engineers say warnings were ignored; the ministry denies it.
date: 2024-11-28
status: draft
marking: TLP:CLEAR
tags: [floods, tarn-valley, dykes]
entities: [{name: Tarn Valley, kind: place}, {name: Clara Dane, kind: person}, {name: Elsa Quint, kind: person}]
summary:
  - text: At least 31 people have died and up to 14,000 have been forced from their homes.
    by: government
    cites: {quote: "At least 31 people have died and up to 14,000 have been forced from their homes"}
  - text: Some 180 to 200 houses were swept away in Lower Tarn when a dyke gave way at about 3:40 a.m. on Saturday.
    by: quint
    cites: {quote: "Some 180 to 200 houses in the town of Lower Tarn were swept away when a dyke gave way"}
  - text: More than 220 mm of rain fell in 36 hours, over three times the June average.
    by: institute
    cites: {quote: "More than 220 millimetres of rain fell in 36 hours"}
  - text: Two engineers say their warnings about the dyke were ignored.
    by: engineers
    standing: disputed
    cites: {quote: "their warnings were ignored"}
  - text: The Interior Ministry denies this; an inquiry is to start next week.
    by: dane
    cites: {quote: "announced an inquiry, which is to start next week"}
figures:
  - {label: Dead, value: 31, unit: people, approx: at least, by: government, kind: total, measure: tarn-flood/dead,
    cites: {quote: "At least 31 people have died"}}
  - {label: Forced from their homes, value: 14000, unit: people, approx: at most, by: government,
    cites: {quote: "up to 14,000 have been forced from their homes"}}
  - {label: Houses swept away, low: 180, high: 200, unit: houses, approx: about, by: quint,
    cites: {quote: "Some 180 to 200 houses in the town of Lower Tarn were swept away"}}
  - {label: Other buildings damaged, value: 1100, unit: buildings, by: quint,
    cites: {quote: "Another 1,100 buildings were damaged"}}
  - {id: bodies, label: Bodies recovered by Sunday evening, value: 27, unit: bodies, when: 2024-06-09,
    basis: reckoned, cites: {quote: "By Sunday evening rescue teams had recovered 27 bodies"}}
  - {id: hospital, label: Died in hospital, value: 4, unit: people, by: solano,
    cites: {quote: "four people died in hospital"}}
  - {label: Sum of the dead, derived: bodies + hospital, unit: people}
  - {label: Rain in 36 hours, value: 220, unit: millimetres, approx: over, by: institute,
    cites: {quote: "More than 220 millimetres of rain fell in 36 hours"}}
  - {label: Peak of the river, value: 9.3, unit: metres, by: institute,
    cites: {quote: "The river peaked at 9.3 metres"}}
  - {label: Above the record of March 1995, value: 1.8, unit: metres, by: institute,
    cites: {quote: "1.8 metres above the previous record"}}
  - {label: Farmland under water, value: 45, unit: square kilometres, approx: about, by: helios,
    cites: {quote: "about 45 square kilometres of farmland are under water"}}
  - {label: Damage, low: 300, high: 450, unit: EUR million, by: meridian, standing: estimated,
    cites: {quote: "estimates the damage at between 300 million and 450 million euros"}}
  - {label: Crop losses, value: 85, unit: EUR million, by: chamber, standing: estimated,
    cites: {quote: "estimates crop losses at 85 million euros"}}
  - {label: Spent on the dyke since 2019, value: 2.5, unit: EUR million, by: dane, when: 2019/..,
    cites: {quote: "2.5 million euros were spent on the dyke since 2019"}}
  - {label: Killed in the floods of the early 1980s, value: 12, unit: people,
    cites: {quote: "killed 12 people in the valley"}}
timeline:
  - {text: Deadly floods in the valley, when: 198X, cites: {quote: "In the early 1980s deadly floods"}}
  - {text: The previous record level of the river, when: 1995-03, cites: {quote: "which was set in March 1995"}}
  - {text: Two engineers inspect the dyke, when: 2022-21, by: engineers,
    cites: {quote: "they inspected the dyke in spring 2022"}}
  - {text: Residents are told that the dyke is safe for ten years, when: 2024-05, basis: reckoned,
    cites: {quote: "in May they were told that the dyke was safe for ten years"}}
  - {text: The river bursts its banks, when: 2024-06-08, basis: reckoned,
    cites: {quote: "the Tarn River burst its banks in the early hours of Saturday"}}
  - {text: Three days of mourning begin, when: 2024-06-10, basis: editor, note: The Monday after the article.,
    cites: {quote: "Three days of mourning begin on Monday"}}
  - {text: An inquiry starts, when: 2024-06-10/2024-06-16, basis: reckoned, by: dane, standing: announced,
    cites: {quote: "announced an inquiry, which is to start next week"}}
sources:
  article: {kind: article, title: At least 31 dead as river bursts banks in Tarn Valley, publisher: The Valley Post,
    published: 2024-06-09, file: texts/flood.txt}
  government: {kind: organisation, name: Regional government, via: article}
  quint: {kind: person, name: Elsa Quint, role: mayor of Lower Tarn, via: article}
  solano: {kind: person, name: Amir Solano, role: district clinic, via: article}
  institute: {kind: organisation, name: National Weather Institute, via: article}
  helios: {kind: imagery, name: Helios-2, via: article}
  meridian: {kind: organisation, name: Meridian, role: insurance group, via: article}
  chamber: {kind: organisation, name: Chamber of Agriculture, via: article}
  engineers: {kind: unnamed, name: two engineers, via: article}
  dane: {kind: person, name: Clara Dane, role: Interior Minister, via: article}
open: [Why the dyke gave way, How many are missing]
"""
FLOOD = read(_YAML)
_ABSENT = SourceText(state=TextState.NOT_HELD)
TEXTS = {source.id: held(TEXT) if source.file else _ABSENT for source in FLOOD.sources}
EVIDENCE = check_brief(FLOOD, TEXTS, Path("flood.yaml"))
"""Its claims are verified, doubtful, of words found, and one is computed."""
