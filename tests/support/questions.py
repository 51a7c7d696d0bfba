"""A library of 28 briefs such as a reader has: five with their saved texts, and short ones around them."""

from __future__ import annotations

from pathlib import Path

JAB_TEXT = """\
Malaria jab protects three in four children, study finds

By our health correspondent, 2 October 2023

A vaccine against malaria protects 75 per cent of children for a year, researchers report in Tropical Trials. The trial
took in 4,800 children in four countries.

Critics who asked not to be named say that the trial was stopped too early. By their count protection fell to
54 per cent after 18 months, and they call the price of 4 dollars a dose a guess.

In 2013 the World Health Organization set the goal of a vaccine that protects 75 per cent of those who get it.
Between 2009 and 2014 another vaccine was tried in seven countries.

Ghana and Nigeria approved the vaccine in April. A follow-up of the children is to run until 2026. Who will pay for it
was not said.
"""
JAB = """\
briefing: 1
title: Malaria jab protects three in four children
lede: Researchers report protection of 75 per cent for a year; critics who are not named count 54 per cent later on.
date: 2023-10-03
marking: TLP:CLEAR
tags: [health]
summary:
  - {text: The jab protects three in four children for a year., by: study,
     cites: {quote: protects 75 per cent of children for a year}}
  - {text: The trial was stopped too early., by: critics, standing: disputed,
     cites: {quote: the trial was stopped too early}}
figures:
  - {id: year, label: Efficacy after 12 months, value: 75, unit: per cent,
     measure: malaria-jab/efficacy, by: study,
     cites: {quote: protects 75 per cent of children}}
  - {id: later, label: Efficacy after 18 months, value: 54, unit: per cent,
     measure: malaria-jab/efficacy, by: critics, standing: disputed,
     cites: {quote: protection fell to 54 per cent after 18 months}}
  - {label: Children in the trial, value: '4,800', unit: children, cites: {quote: 'took in 4,800 children'}}
  - {label: Efficacy lost between the two, derived: year - later, unit: per cent}
  - {label: Price of a dose, value: 4, unit: dollars, by: critics, standing: estimated,
     cites: {quote: the price of 4 dollars a dose a guess}}
timeline:
  - {text: The WHO sets the goal of a vaccine that protects 75 per cent., when: 2013,
     cites: {quote: In 2013 the World Health Organization set the goal}}
  - {text: Another vaccine is tried in seven countries., when: 2009/2014,
     cites: {quote: Between 2009 and 2014 another vaccine was tried}}
  - {text: Ghana and Nigeria approve the vaccine., when: 2023-04, basis: reckoned,
     cites: {quote: Ghana and Nigeria approved the vaccine in April}}
  - {text: A follow-up of the children ends., when: 2026, standing: planned,
     cites: {quote: A follow-up of the children is to run until 2026}}
sources:
  news: {kind: article, title: 'Malaria jab protects three in four children, study finds',
    file: texts/jab.txt, published: 2023-10-02}
  study: {kind: document, title: Tropical Trials, via: news}
  critics: {kind: unnamed, name: critics, via: news}
open: [Who pays for the follow-up.]
"""
FLOOD_TEXT = """\
Deadly floods in the Tarn valley

10 June 2024

At least 31 people died when the river burst its banks on Saturday, the regional government says. Satellite pictures
show 140 square kilometres under water.

Two engineers who inspected the dyke in spring 2022 say that they warned of cracks. Residents were told in May that the
dyke was safe for ten years.

An inquiry is to begin in September.
"""
FLOOD = """\
briefing: 1
title: Deadly floods in the Tarn valley
date: 2024-06-11
marking: TLP:AMBER
summary:
  - {text: The river burst its banks and at least 31 people died., by: government,
     cites: {quote: At least 31 people died}}
  - {text: There had been a warning of cracks in the dyke., by: engineers,
     cites: {quote: they warned of cracks}}
figures:
  - {label: Killed by the flood, value: 31, unit: people, approx: at least,
     measure: tarn-flood/dead, by: government,
     cites: {quote: At least 31 people died}}
  - {label: Land under water, value: 140, unit: square kilometres, by: pictures,
     cites: {quote: show 140 square kilometres under water}}
timeline:
  - {text: The river bursts its banks., when: 2024-06-08, basis: reckoned,
     cites: {quote: when the river burst its banks on Saturday}}
  - {text: Two engineers inspect the dyke., when: 2022-21,
     cites: {quote: Two engineers who inspected the dyke in spring 2022}}
  - {text: An inquiry begins., when: 2024-09, standing: announced, basis: reckoned,
     cites: {quote: An inquiry is to begin in September}}
sources:
  news: {kind: article, title: Deadly floods in the Tarn valley, file: texts/flood.txt, published: 2024-06-10}
  government: {kind: organisation, name: Regional government, via: news}
  engineers: {kind: unnamed, name: two engineers, role: engineer, via: news}
  pictures: {kind: imagery, title: Satellite pictures, via: news}
open: [Who told the residents that the dyke was safe.]
"""
FIRST_DAY = """\
briefing: 1
title: Deadly floods in the Tarn valley
date: 2024-06-09
marking: TLP:AMBER
summary: [The river has burst its banks.]
figures:
  - {label: Killed by the flood, value: 27, unit: people, measure: tarn-flood/dead}
"""
BANK = """\
briefing: 1
title: Central bank leaves its rate unchanged
date: 2024-11-08
marking: TLP:GREEN
summary:
  - {text: The rate stays at 3.5 per cent., by: bank}
  - {text: The next cut may come in spring., by: analysts, standing: expected}
figures:
  - {label: Key rate, value: 3.5, unit: per cent, by: bank}
timeline:
  - {text: The council meets again., when: 2025-01-30, standing: planned}
  - {text: Bond buying ended., when: 2013-12}
sources:
  bank: {kind: organisation, name: Central bank}
  analysts: {kind: unnamed, name: analysts}
"""
SHIPPING = """\
briefing: 1
title: Alder Freight raises its forecast
date: 2024-11-12
marking: TLP:CLEAR
summary:
  - {text: The profit forecast was raised., by: alder}
figures:
  - {label: Profit forecast, low: 410, high: 430, unit: USD million, measure: alder/profit-forecast, by: alder}
  - {label: Profit forecast before, low: 380, high: 400, unit: USD million, measure: alder/profit-forecast, by: alder}
  - {label: Ships of its own, value: 44, unit: ships}
timeline:
  - {text: An interim dividend is paid., when: 2024-12-06, standing: announced, by: alder}
sources:
  alder: {kind: organisation, name: Alder Freight}
"""
OTHER = """\
briefing: 1
title: {title}
date: 2025-0{month}-1{day}
marking: TLP:CLEAR
summary: [{{text: "{title}, the town says.", by: town}}]
figures: [{{label: Cost of the {thing}, value: {cost}, unit: EUR million, by: town}}]
timeline: [{{text: Work on the {thing} begins., when: {year}, by: town}}]
sources: {{town: {{kind: organisation, name: Town of {town}}}}}
"""
_THINGS = ("bridge", "school", "harbour", "tram", "library", "museum", "market", "theatre")
_TOWNS = ("Arden", "Brook", "Carlow")


def write_library(folder: Path) -> Path:
    """Write 28 briefs and their saved texts."""
    texts = folder / "texts"
    texts.mkdir()
    (texts / "jab.txt").write_text(JAB_TEXT, encoding="utf-8")
    (texts / "flood.txt").write_text(FLOOD_TEXT, encoding="utf-8")
    briefs = {"jab": JAB, "flood": FLOOD, "first-day": FIRST_DAY, "bank": BANK, "shipping": SHIPPING}
    for number in range(23):
        thing, town = _THINGS[number % len(_THINGS)], _TOWNS[number % len(_TOWNS)]
        title = f"{town} gets a {thing}"
        briefs[f"town-{number:02}"] = OTHER.format(
            title=title,
            month=1 + number % 9,
            day=number % 10,
            thing=thing,
            cost=61 + number,
            year=2015 + number % 9,
            town=town,
        )
    for name, text in briefs.items():
        (folder / f"{name}.yaml").write_text(text, encoding="utf-8")
    return folder


def change_library(folder: Path) -> None:
    """Change one brief and add one."""
    changed = folder / "town-00.yaml"
    changed.write_text(changed.read_text(encoding="utf-8").replace("value: 61", "value: 64"), encoding="utf-8")
    ferry = OTHER.format(title="Arden gets a ferry", month=1, day=3, thing="ferry", cost=5, year=2026, town="Arden")
    (folder / "town-00b.yaml").write_text(ferry, encoding="utf-8")
