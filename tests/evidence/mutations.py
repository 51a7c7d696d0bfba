"""Mutations: one digit, word, hedge or date of a correct brief is changed; each knows the finding to expect.

`python -m tests.evidence.mutations` tries these and the lies of `tests.evidence.lies` on the corpus, and reports on
each kind.
"""

from __future__ import annotations

import random
import re
import sys
import textwrap
from collections.abc import Callable, Iterator
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import TypeVar

from briefing.base.problems import Spot
from briefing.evidence import Evidence
from briefing.evidence.check import check_brief
from briefing.evidence.codes import EvidenceCode
from briefing.format.dates import Edtf, parse_date
from briefing.format.model import Amount, Brief, Claim, Event, Figure, Hedge, Point, Source, SourceText, Spots
from tests.support.evidence import PATH, held
from tests.support.grounds import Ground, grounds

SEED = 3
LEAST = Decimal("0.99")
"""Share of the mutations that must be caught with the right code at the right place."""


@dataclass(frozen=True, slots=True)
class Mutation:
    """One change to a correct brief."""

    kind: str
    brief: Brief
    texts: dict[str, SourceText]
    code: EvidenceCode
    spot: Spot
    """Place of the expected finding."""
    words: str
    """What was changed, for whoever reads the report."""


Item = TypeVar("Item")
Change = Callable[[random.Random, Ground], Mutation | None]


def mutations(count: int, seed: int = SEED) -> Iterator[Mutation]:
    """Yield so many mutations, all kinds about equally often."""
    chance = random.Random(seed)  # noqa: S311 - the same mutations on every run
    good, kinds = grounds(), tuple(SLIPS.values())
    done = 0
    while done < count:
        mutation = kinds[done % len(kinds)](chance, chance.choice(good))
        if mutation is not None:
            done += 1
            yield mutation


def is_caught(mutation: Mutation) -> bool:
    """Whether the checker gives the right code at the right place."""
    return any(
        finding.code == mutation.code and (finding.place.line, finding.place.column) == mutation.spot
        for finding in checked(alone(mutation.brief, {mutation.spot}), mutation.texts).findings
    )


def alone(brief: Brief, spots: AbstractSet[Spot]) -> Brief:
    """Return a brief reduced to the claim that has one of these spots, and to claims that another claim can name.

    Checking it takes a tenth of the time and assesses the claim alike, which a test compares for some lies.
    """
    kept = [claim for claim in brief.claims() if claim.id is not None or spots & spots_of(claim)]
    return replace(
        brief,
        summary=tuple(claim for claim in kept if isinstance(claim, Point)),
        figures=tuple(claim for claim in kept if isinstance(claim, Figure)),
        timeline=tuple(claim for claim in kept if isinstance(claim, Event)),
    )


def spots_of(item: Claim | Source) -> frozenset[Spot]:
    """Return every place that belongs to a claim or a source, its cites included."""
    return frozenset([*item.spots.values(), *(spot for cite in item.cites for spot in cite.spots.values())])


def checked(brief: Brief, texts: dict[str, SourceText]) -> Evidence:
    """Check a brief."""
    return check_brief(brief, texts, PATH)


def harmless(chance: random.Random, ground: Ground) -> Ground:
    """Change only the form: line breaks, quotation marks and dashes of the text, order of claims, cites and sources."""
    width = chance.randrange(30, 150)
    texts = {name: retyped(chance, text, width) for name, text in ground.texts.items()}
    brief = ground.brief
    shuffled = replace(
        brief,
        summary=tuple(_with_shuffled_cites(chance, point) for point in _shuffled(chance, brief.summary)),
        figures=tuple(_shuffled(chance, brief.figures)),
        timeline=tuple(_shuffled(chance, brief.timeline)),
        sources=tuple(_shuffled(chance, brief.sources)),
    )
    return Ground(shuffled, texts)


def main() -> int:
    """Try every lie on the corpus and print the report."""
    from tests.evidence.lies.command import main as of_the_report  # which needs the slips of this module

    return of_the_report()


def _shuffled(chance: random.Random, items: tuple[Item, ...]) -> list[Item]:
    return chance.sample(items, len(items))


def _with_shuffled_cites(chance: random.Random, point: Point) -> Point:
    return replace(point, cites=tuple(_shuffled(chance, point.cites)))


def retyped(chance: random.Random, text: SourceText, width: int) -> SourceText:
    blocks = [textwrap.fill(" ".join(block.split()), width) for block in text.text.split("\n\n")]
    words = "\n\n".join(blocks)
    for old, new in (("'", "’"), ('"', "“"), ("“", '"'), ("—", " - "), (" - ", " – "), ("-", "\u2011")):
        words = words.replace(old, new) if chance.random() < 1 / 2 else words
    return held(words.replace("\n", "\r\n") if chance.random() < 1 / 2 else words)


def _put(ground: Ground, old: Claim, new: Claim) -> Brief:
    """Return the brief with one claim in the place of another."""
    brief = ground.brief
    return replace(
        brief,
        summary=tuple(new if item is old and isinstance(new, Point) else item for item in brief.summary),
        figures=tuple(new if item is old and isinstance(new, Figure) else item for item in brief.figures),
        timeline=tuple(new if item is old and isinstance(new, Event) else item for item in brief.timeline),
    )


def _spot(spots: Spots, field: str) -> Spot:
    return spots.get(field, spots[""])


def _pick(chance: random.Random, items: list[Item]) -> Item | None:
    return chance.choice(items) if items else None


def _digit_changed(chance: random.Random, text: str) -> str:
    places = [found.start() for found in re.finditer(r"\d", text)]
    at = chance.choice(places)
    return text[:at] + chance.choice([digit for digit in "123456789" if digit != text[at]]) + text[at + 1 :]


def _quote_change(kind: str, wanted: str, change: Callable[[random.Random, str], str]) -> Change:
    """Return a change to a quote that has what `wanted` describes."""

    def changed(chance: random.Random, ground: Ground) -> Mutation | None:
        claims = [
            claim for claim in ground.brief.claims() if any(re.search(wanted, cite.quote or "") for cite in claim.cites)
        ]
        claim = _pick(chance, claims)
        if claim is None:
            return None
        index = chance.choice([place for place, cite in enumerate(claim.cites) if re.search(wanted, cite.quote or "")])
        cite = claim.cites[index]
        quote = cite.quote or ""
        new = change(chance, quote)
        cites = (*claim.cites[:index], replace(cite, quote=new), *claim.cites[index + 1 :])
        brief = _put(ground, claim, replace(claim, cites=cites))
        if new == quote:
            return None
        return Mutation(
            kind, brief, ground.texts, EvidenceCode.QUOTE_NOT_FOUND, _spot(cite.spots, "quote"), f"{quote} -> {new}"
        )

    return changed


def _word_changed(chance: random.Random, text: str) -> str:
    words = text.split(" ")
    at = chance.randrange(len(words))
    words[at] = chance.choice([word for word in ("yesterday", "river", "seven", "most") if word != words[at]])
    return " ".join(words)


def _word_dropped(chance: random.Random, text: str) -> str:
    words = text.split(" ")
    at = chance.randrange(1, len(words) - 1)
    return " ".join(words[:at] + words[at + 1 :])


def _words_swapped(chance: random.Random, text: str) -> str:
    words = text.split(" ")
    at = chance.randrange(len(words) - 1)
    words[at], words[at + 1] = words[at + 1], words[at]
    return " ".join(words)


def _name_changed(chance: random.Random, text: str) -> str:
    name = chance.choice(re.findall(r"[A-Z][a-z]{3,}", text))
    at = chance.randrange(1, len(name))
    return text.replace(
        name, name[:at] + chance.choice([letter for letter in "aeiou" if letter != name[at]]) + name[at + 1 :]
    )


def _letter_dropped(chance: random.Random, text: str) -> str:
    at = chance.choice([found.start() for found in re.finditer(r"\w", text)])
    return text[:at] + text[at + 1 :]


def _source_digit(chance: random.Random, ground: Ground) -> Mutation | None:
    """Change a digit of the saved text inside a quote."""
    claims = [
        claim for claim in ground.brief.claims() if any(re.search(r"\d", cite.quote or "") for cite in claim.cites)
    ]
    claim = _pick(chance, claims)
    if claim is None:
        return None
    cite = next(cite for cite in claim.cites if re.search(r"\d", cite.quote or ""))
    number = chance.choice(re.findall(r"\d[\d.,]*\d|\d", cite.quote or ""))
    changed = _digit_changed(chance, number)
    text = ground.texts[cite.source].text
    texts = ground.texts | {cite.source: held(re.sub(rf"(?<![\d.,]){re.escape(number)}(?!\d)", changed, text))}
    spot = _spot(cite.spots, "quote")
    return Mutation(
        "digit of the text", ground.brief, texts, EvidenceCode.QUOTE_NOT_FOUND, spot, f"{number} -> {changed}"
    )


def _paragraph(chance: random.Random, ground: Ground) -> Mutation | None:
    """Point a quote that has a paragraph at another one."""
    claim = _pick(
        chance, [claim for claim in ground.brief.claims() if any(cite.at is not None for cite in claim.cites)]
    )
    if claim is None:
        return None
    index, cite = next((index, cite) for index, cite in enumerate(claim.cites) if cite.at is not None)
    elsewhere = chance.choice([number for number in range(1, 9) if number != cite.at])
    cites = (*claim.cites[:index], replace(cite, at=elsewhere), *claim.cites[index + 1 :])
    brief = _put(ground, claim, replace(claim, cites=cites))
    words = f"{cite.quote}: para {cite.at} -> {elsewhere}"
    return Mutation("paragraph", brief, ground.texts, EvidenceCode.QUOTE_MISPLACED, _spot(cite.spots, "at"), words)


def _figures(ground: Ground) -> list[Figure]:
    return [figure for figure in ground.brief.figures if figure.amount is not None]


def _amount(chance: random.Random, ground: Ground) -> Mutation | None:
    """Change a digit of a number, or of one end of an interval."""
    return _amount_of_one(chance, ground, _figures(ground))


def _amount_of_one(chance: random.Random, ground: Ground, figures: list[Figure]) -> Mutation | None:
    """Change a digit of the number of one of these figures."""
    figure = _pick(chance, figures)
    if figure is None or figure.amount is None:
        return None
    low, high = figure.amount.low, figure.amount.high
    if not figure.amount.is_interval:
        new = Decimal(_digit_changed(chance, str(low)))
        amount, field = Amount(new, new), "value"
    elif chance.random() < 1 / 2:
        amount, field = Amount(Decimal(_digit_changed(chance, str(low))), high), "low"
    else:
        amount, field = Amount(low, Decimal(_digit_changed(chance, str(high)))), "high"
    brief = _put(ground, figure, replace(figure, amount=amount))
    kind = "value" if field == "value" else "end of an interval"
    words = f"{figure.text}: {low} to {high} -> {amount.low} to {amount.high}"
    return Mutation(kind, brief, ground.texts, EvidenceCode.NUMBER_NOT_IN_QUOTE, _spot(figure.spots, field), words)


def _end(chance: random.Random, ground: Ground) -> Mutation | None:
    """Change one end of an interval."""
    figures = [figure for figure in _figures(ground) if figure.amount is not None and figure.amount.is_interval]
    return _amount_of_one(chance, ground, figures)


def _interval(chance: random.Random, ground: Ground) -> Mutation | None:
    """Keep one end of an interval only."""
    figure = _pick(chance, [each for each in _figures(ground) if each.amount is not None and each.amount.is_interval])
    if figure is None or figure.amount is None:
        return None
    end = chance.choice([figure.amount.low, figure.amount.high])
    brief = _put(ground, figure, replace(figure, amount=Amount(end, end)))
    words = f"{figure.text}: only {end}"
    return Mutation(
        "interval dropped", brief, ground.texts, EvidenceCode.INTERVAL_DROPPED, _spot(figure.spots, "high"), words
    )


def _hedge(kind: str, code: EvidenceCode, field: str) -> Change:
    """Return a change to the hedge of a figure: dropped, added or exchanged."""

    def changed(chance: random.Random, ground: Ground) -> Mutation | None:
        has_hedge = code is not EvidenceCode.HEDGE_NOT_IN_QUOTE
        figures = [
            each for each in _figures(ground) if (each.approx is not None) == has_hedge and each.standing != "estimated"
        ]
        figure = _pick(chance, figures)
        if figure is None:
            return None
        near = {Hedge.ABOUT, Hedge.NEARLY, Hedge.UNDER, figure.approx}
        new = (
            None
            if code is EvidenceCode.HEDGE_DROPPED
            else chance.choice([each for each in Hedge if not has_hedge or each not in near])
        )
        brief = _put(ground, figure, replace(figure, approx=new))
        words = f"{figure.text}: {figure.approx} -> {new}"
        return Mutation(kind, brief, ground.texts, code, _spot(figure.spots, field), words)

    return changed


def _when(kind: str, code: EvidenceCode, change: Callable[[random.Random, str], str | None]) -> Change:
    """Return a change to the date of a claim."""

    def changed(chance: random.Random, ground: Ground) -> Mutation | None:
        claim = _pick(chance, [claim for claim in ground.brief.claims() if claim.when is not None])
        if claim is None or claim.when is None:
            return None
        text = change(chance, claim.when.text)
        new = _date(text) if text is not None and text != claim.when.text else None
        if new is None or (claim.basis != "stated" and code is EvidenceCode.DATE_HEDGE_NOT_IN_QUOTE):
            return None
        right = code if claim.basis == "stated" else EvidenceCode.DATE_NOT_RECKONED
        brief = _put(ground, claim, replace(claim, when=new))
        words = f"{claim.when.text} -> {new.text}"
        return Mutation(kind, brief, ground.texts, right, _spot(claim.spots, "when"), words)

    return changed


def _date(text: str) -> Edtf | None:
    try:
        return parse_date(text)
    except ValueError:
        return None


def _year_changed(chance: random.Random, text: str) -> str | None:
    year = re.match(r"\d{3,4}", text)
    return None if year is None else _digit_changed(chance, year.group()) + text[year.end() :]


def _month_changed(chance: random.Random, text: str) -> str | None:
    return re.sub(r"(?<=[\dX]-)\d\d", f"{chance.randrange(1, 13):02}", text, count=1)


def _day_changed(chance: random.Random, text: str) -> str | None:
    return re.sub(r"(?<=-\d\d-)\d\d", f"{chance.randrange(1, 29):02}", text, count=1)


def _tilde_added(_: random.Random, text: str) -> str | None:
    return None if re.search("[~/]", text) else f"{text}~"


def _tilde_dropped(_: random.Random, text: str) -> str | None:
    return text.removesuffix("~")


def _written_number(chance: random.Random, ground: Ground) -> Mutation | None:
    """Change a digit in the writer's own words."""
    claims = [claim for claim in ground.brief.claims() if re.search(r"\d", claim.text) and claim.cites]
    claim = _pick(chance, claims)
    if claim is None:
        return None
    text = _digit_changed(chance, claim.text)
    brief = _put(ground, claim, replace(claim, text=text))
    spot = _spot(claim.spots, "label" if isinstance(claim, Figure) else "text")
    return Mutation(
        "number of the writer", brief, ground.texts, EvidenceCode.NUMBER_NOT_CITED, spot, f"{claim.text} -> {text}"
    )


def _stated(chance: random.Random, ground: Ground) -> Mutation | None:
    """Change a word in what is said to be stated."""
    claim = _pick(chance, [claim for claim in ground.brief.claims() if claim.stated is not None])
    if claim is None or claim.stated is None:
        return None
    stated = _word_changed(chance, claim.stated)
    brief = _put(ground, claim, replace(claim, stated=stated))
    words = f"{claim.stated} -> {stated}"
    return Mutation(
        "stated", brief, ground.texts, EvidenceCode.STATED_NOT_IN_QUOTE, _spot(claim.spots, "stated"), words
    )


SLIPS: dict[str, Change] = {
    "digit of a quote": _quote_change("digit of a quote", r"\d", _digit_changed),
    "word of a quote": _quote_change("word of a quote", r"\w", _word_changed),
    "word dropped from a quote": _quote_change("word dropped from a quote", r"\w \w+ \w", _word_dropped),
    "words of a quote swapped": _quote_change("words of a quote swapped", r"\w \w", _words_swapped),
    "name in a quote": _quote_change("name in a quote", r"[A-Z][a-z]{3,}", _name_changed),
    "letter dropped from a quote": _quote_change("letter dropped from a quote", r"\w", _letter_dropped),
    "digit of the text": _source_digit,
    "paragraph": _paragraph,
    "value": _amount,
    "end of an interval": _end,
    "interval dropped": _interval,
    "hedge dropped": _hedge("hedge dropped", EvidenceCode.HEDGE_DROPPED, "value"),
    "hedge added": _hedge("hedge added", EvidenceCode.HEDGE_NOT_IN_QUOTE, "approx"),
    "hedge exchanged": _hedge("hedge exchanged", EvidenceCode.HEDGE_DIFFERS, "approx"),
    "year": _when("year", EvidenceCode.DATE_NOT_IN_QUOTE, _year_changed),
    "month": _when("month", EvidenceCode.DATE_NOT_IN_QUOTE, _month_changed),
    "day": _when("day", EvidenceCode.DATE_NOT_IN_QUOTE, _day_changed),
    "~ added": _when("~ added", EvidenceCode.DATE_HEDGE_NOT_IN_QUOTE, _tilde_added),
    "~ dropped": _when("~ dropped", EvidenceCode.DATE_HEDGE_DROPPED, _tilde_dropped),
    "number of the writer": _written_number,
    "stated": _stated,
}
"""The mutations by name: each changes one thing."""

if __name__ == "__main__":
    sys.exit(main())
