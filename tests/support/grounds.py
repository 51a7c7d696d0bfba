"""Good briefs for tests of evidence: the samples, and two with every kind of number and date."""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

from briefing.format.model import Brief, SourceText
from tests.support.evidence import read, texts_of

_SAMPLES = Path(__file__).parents[2] / "briefs"

_FERRY_TEXT = """The ferry and the dam
From our own correspondent

The ministry said last Friday that between 1,200 and 1,500 passengers crossed the strait in September. More than 40
ferries are in service, up to 12 of them at night. The crossing takes some 35 minutes, and the fare rose by 2.5 percent
to EUR 18.40. About two thirds of the passengers are commuters.

The dam at Orsk was finished on 14 March 1987 and holds 3.2 million tonnes of water. It replaced a weir of around 1910.
Nearly ninety workers lived beside it. A second dam, planned for 2031, is to cost at least $1.4bn. An estimated 5,600
households drew their power from it between 1990 and 1995.

“We have twenty-five engineers — and one of them is 71,” said Ada Holt, who has run the dam since 3 May 2009. The survey
of spring 2019 counted eleven thousand two hundred trout. Fewer than 300 sturgeon are left. The river froze in the
1960s, and again early in the 21st century.
"""

_FERRY = """briefing: 1
title: The ferry carries up to 1,500, and the dam costs $1.4bn
lede: More than 40 ferries cross; a new dam is planned for 2031.
summary:
  - text: More than 40 ferries are in service.
    cites: {quote: More than 40 ferries are in service}
  - text: The dam was finished in March 1987.
    cites: {quote: was finished on 14 March 1987, at: para 2}
  - text: A second dam is planned for 2031.
    standing: planned
    cites: {quote: 'A second dam, planned for 2031'}
  - text: Ada Holt has run the dam since 3 May 2009 with 25 engineers.
    cites:
      - {quote: 'Ada Holt, who has run the dam since 3 May 2009'}
      - {quote: We have twenty-five engineers}
figures:
  - {label: Passengers, low: 1200, high: 1500, unit: passengers,
     cites: {quote: 'between 1,200 and 1,500 passengers', at: para 1}}
  - {label: Ferries, value: 40, approx: over, unit: ferries, cites: {quote: More than 40 ferries}}
  - {label: Ferries at night, value: 12, approx: at most, cites: {quote: up to 12 of them at night}}
  - {label: Crossing, value: 35, unit: min, approx: about, cites: {quote: takes some 35 minutes}}
  - {label: Rise of the fare, value: 2.5, unit: '%', kind: change, cites: {quote: rose by 2.5 percent}}
  - {label: Fare, value: 18.40, unit: EUR, cites: {quote: to EUR 18.40, at: para 1}}
  - {label: Commuters, value: 67, unit: '% of passengers', approx: about,
     cites: {quote: About two thirds of the passengers are commuters}}
  - {id: water, label: Water held, value: 3.2, unit: million tonnes, kind: level,
     cites: {quote: holds 3.2 million tonnes of water}}
  - {id: workers, label: Workers, value: 90, approx: nearly, cites: {quote: Nearly ninety workers lived beside it}}
  - {label: Water for each worker, derived: water / workers}
  - {label: Cost, value: 1.4, unit: USD billion, approx: at least, standing: planned, when: 2031,
     cites: {quote: 'planned for 2031, is to cost at least $1.4bn'}}
  - {label: Households, value: 5600, standing: estimated, unit: households, when: 1990/1995,
     cites: {quote: 'An estimated 5,600 households drew their power from it between 1990 and 1995'}}
  - {label: Engineers, value: 25, unit: engineers, cites: {quote: We have twenty-five engineers}}
  - {label: Trout, value: 11200, unit: trout, when: 2019-21,
     cites: {quote: The survey of spring 2019 counted eleven thousand two hundred trout}}
  - {label: Sturgeon, value: 300, unit: sturgeon, approx: under, cites: {quote: Fewer than 300 sturgeon are left}}
timeline:
  - {text: The ministry speaks., when: 2024-10-18, basis: reckoned, cites: {quote: The ministry said last Friday}}
  - {text: The passengers cross., when: 2024-09, basis: reckoned, cites: {quote: crossed the strait in September}}
  - {text: The dam is finished., when: 1987-03-14, cites: {quote: was finished on 14 March 1987}}
  - {text: A weir is built., when: 1910~, cites: {quote: It replaced a weir of around 1910}}
  - {text: Ada Holt takes over., when: 2009-05-03, cites: {quote: since 3 May 2009, at: para 3}}
  - {text: The river freezes., when: 196X, cites: {quote: The river froze in the 1960s}}
  - {text: The river freezes again., stated: early in the 21st century, cites: {quote: again early in the 21st century}}
sources:
  article: {kind: article, title: The ferry and the dam, file: text.txt, published: 2024-10-21}
"""

_STROM_TEXT = """Strom und Getreide

Im Jahr 2023 lieferten rund 11.000 Anlagen 2,5 Milliarden Kilowattstunden. Mehr als fünfundzwanzig Betriebe schlossen
am 3. Oktober 2022. Etwa zwei Drittel der Ernte gingen ins Ausland.

Zwischen 1.200 und 1.400 Bauern protestierten im Januar. Die Ernte sank um 12,5 Prozent. Das Lager wurde um 1920 gebaut
und fasst zwölftausend Tonnen.
"""

_STROM = """briefing: 1
title: Strom und Getreide
language: de
summary:
  - text: Rund 11.000 Anlagen lieferten Strom.
    cites: {quote: lieferten rund 11.000 Anlagen}
figures:
  - {label: Anlagen, value: 11000, approx: about, unit: Anlagen, when: 2023,
     cites: {quote: Im Jahr 2023 lieferten rund 11.000 Anlagen}}
  - {label: Strom, value: 2.5, unit: Milliarden Kilowattstunden, cites: {quote: '2,5 Milliarden Kilowattstunden'}}
  - {label: Betriebe, value: 25, approx: over, unit: Betriebe, when: 2022-10-03,
     cites: {quote: Mehr als fünfundzwanzig Betriebe schlossen am 3. Oktober 2022}}
  - {label: Bauern, low: 1200, high: 1400, unit: Bauern, cites: {quote: Zwischen 1.200 und 1.400 Bauern}}
  - {label: Rückgang, value: 12.5, unit: '%', cites: {quote: 'sank um 12,5 Prozent'}}
  - {label: Lager, value: 12000, unit: t, cites: {quote: fasst zwölftausend Tonnen}}
timeline:
  - {text: Bauern protestieren., when: 2024-01, basis: reckoned, cites: {quote: Bauern protestierten im Januar}}
  - {text: Das Lager wird gebaut., when: 1920~, cites: {quote: Das Lager wurde um 1920 gebaut}}
sources:
  article: {kind: article, language: de, file: text.txt, published: 2024-02-05}
"""


class Ground(NamedTuple):
    """A brief that is right, with the saved texts of its sources."""

    brief: Brief
    texts: dict[str, SourceText]


def grounds() -> list[Ground]:
    """Return the good briefs, with no checksum, so that a text may be changed."""
    pairs = [(_FERRY, _FERRY_TEXT), (_STROM, _STROM_TEXT)]
    digest = (_SAMPLES / "texts" / "bridge-digest.txt").read_text(encoding="utf-8")
    for path in sorted(_SAMPLES.glob("*.yaml")):
        lines = path.read_text(encoding="utf-8").splitlines(keepends=True)
        pairs.append(("".join(line for line in lines if "sha256:" not in line), digest))
    briefs = [(read(yaml), text) for yaml, text in pairs]
    return [Ground(brief, texts_of(brief, text)) for brief, text in briefs]
