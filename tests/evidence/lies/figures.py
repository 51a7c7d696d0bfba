"""Lies about a number: its value, its sign, its interval, its hedge, its unit and what it counts."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal, InvalidOperation

from briefing.format.model import Amount, Cite, Figure, Hedge
from tests.evidence.lies.lie import Changed, Telling, retold

_NUMBER = re.compile(r"(?<![\w.,])\d(?:[\d.,\u00a0\u202f]|\s(?=\d{3}(?!\d)))*(?<=\d)(?![\d:])(?!(?:st|nd|rd|th)\b)")
_MONTH = re.compile(
    r"\s?(?:Jan|Feb|Mar|Apr|May|June?\b|July?\b|Aug|Sep|Oct|Nov|Dec|M[aä]r|Mai|Juni|Juli|Okt|Dez|[.]\s?(?:[A-Z]\w+ber|[JMA]\w+)"
    r"|janv|f[ée]v|mars|avr|mai|juin|juil|août|d[ée]c|de\s[a-z]|januar|a\.m|p\.m|Uhr)"
)
_WORDS = ("two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve")
_ORDINAL = re.compile(
    r"(?<!\ba )\b(?:(\d+)(?:st|nd|rd|th)|(first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth))\b"
)
_ORDINALS = ("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth")
_DOWNWARD = re.compile(r"(?i)\b(?:fall|loss|decline|cut|drop|decrease|rückgang|fehlbetrag|baisse|debt|pertes|lost)\b")

MEASURES = {
    "metres": ("feet", "kilometres"),
    "m": ("ft", "km"),
    "km": ("miles", "m"),
    "miles": ("kilometres", "feet"),
    "feet": ("metres", "miles"),
    "mm": ("cm", "inches"),
    "hectares": ("square kilometres", "acres"),
    "tonnes": ("kilograms", "pounds"),
    "tonne": ("pound", "ounce"),
    "hours": ("minutes", "days"),
    "minutes": ("hours", "seconds"),
    "milliseconds": ("seconds", "minutes"),
    "years": ("months", "decades"),
    "days": ("weeks", "hours"),
    "Hektar": ("Quadratkilometer", "Quadratmeter"),
    "Tonnen": ("Kilogramm", "Pfund"),
    "Liter": ("Milliliter",),
    "mètres carrés": ("hectares", "kilomètres carrés"),
    "metros": ("kilómetros", "pies"),
    "hectáreas": ("kilómetros cuadrados", "metros cuadrados"),
    "метров": ("километров", "сантиметров"),
    "ton": ("kilo",),
    "ettari": ("chilometri quadrati",),
    "barrel": ("tonne",),
    "bushel": ("tonne",),
}
"""A unit, and other units of its kind in which the amount would differ."""
CURRENCIES = {
    "GBP": ("EUR", "USD"),
    "EUR": ("USD", "CHF"),
    "USD": ("EUR", "CHF"),
    "pence": ("cents", "pounds"),
    "kroner": ("euros", "dollars"),
    "soles": ("pesos", "dollars"),
    "marks": ("francs",),
    "Euro": ("Dollar", "Franken"),
    "d’euros": ("de dollars", "de francs"),
    "de euros": ("de dólares", "de pesos"),
    "euros": ("dollars", "francs"),
    "euro": ("dollar",),
    "рублей": ("долларов",),
}
_SIGNS = {"$": "€", "€": "$", "£": "€"}
_SCALES = {
    "million": "billion",
    "billion": "million",
    "Millionen": "Milliarden",
    "Milliarden": "Millionen",
    "millions": "milliards",
    "millones": "miles de millones",
    "milhões": "mil milhões",
    "milioni": "miliardi",
    "miljoen": "miljard",
    "миллиарда": "миллиона",
}
_ALIEN = {
    "en": ("tonnes", "kilometres", "litres"),
    "de": ("Tonnen", "Kilometer", "Liter"),
    "fr": ("tonnes", "kilomètres", "litres"),
    "es": ("toneladas", "kilómetros", "litros"),
}
_NOUNS = {
    "en": ("horses", "churches", "windmills"),
    "de": ("Pferde", "Kirchen", "Windmühlen"),
    "fr": ("chevaux", "églises", "moulins"),
    "es": ("caballos", "iglesias", "molinos"),
    "nl": ("paarden", "kerken"),
    "pt": ("cavalos", "igrejas"),
    "it": ("cavalli", "chiese"),
    "ru": ("лошадей", "церквей"),
}
"""Things that no text of the corpus counts."""
_COUNTED = frozenset(
    {
        "people",
        "passengers",
        "nurses",
        "hospitals",
        "inhabitants",
        "families",
        "tablets",
        "spectators",
        "goals",
        "matches",
        "fans",
        "houses",
        "soldiers",
        "helicopters",
        "warehouses",
        "workers",
        "children",
        "pupils",
        "provinces",
        "patents",
        "daughters",
        "businesses",
        "miners",
        "seats",
        "observers",
        "heads",
        "wolves",
        "sheep",
        "deer",
        "lambs",
        "visitors",
        "Arbeitsplätze",
        "Menschen",
        "Kitas",
        "Plätze",
        "Stellen",
        "Haushalte",
        "postes",
        "agents",
        "voyageurs",
        "gares",
        "salles",
        "visiteurs",
        "entrées",
        "œuvres",
        "personas",
        "hombres",
        "concejales",
        "mensen",
        "человек",
        "балок",
        "carros",
        "fissuras",
        "soci",
    }
)
_PEOPLE = frozenset(
    {
        "concejales",
        "Arbeitsplätze",
        "postes",
        "people",
        "passengers",
        "nurses",
        "inhabitants",
        "families",
        "spectators",
        "fans",
        "soldiers",
        "workers",
        "children",
        "pupils",
        "daughters",
        "miners",
        "observers",
        "visitors",
        "Menschen",
        "agents",
        "voyageurs",
        "visiteurs",
        "entrées",
        "personas",
        "hombres",
        "mensen",
        "человек",
    }
)
_KIN = (_PEOPLE, frozenset({"sheep", "lambs"}), frozenset({"seats", "people"}))
"""Groups of words of which each may be replaced by another one."""
_LABELS = {
    "killed": ("rescued",),
    "injured": ("killed",),
    "Deaths": ("Births",),
    "missing": ("found",),
    "Homeless": ("Drowned",),
    "destroyed": ("repaired",),
    "arrested": ("killed",),
    "hurt": ("killed",),
    "lost": ("won",),
    "assigned": ("dismissed",),
    "Rise": ("Fall",),
    "Growth": ("Decline",),
    "Loss": ("Gain",),
    "Gain": ("Loss",),
    "Increase": ("Decrease",),
    "Widening": ("Narrowing",),
    "Sales": ("Taxes",),
    "profit": ("loss",),
    "debt": ("cash",),
    "Employees": ("Customers",),
    "Inflation": ("Unemployment",),
    "Unemployment": ("Inflation",),
    "Turnout": ("Abstention",),
    "copper": ("zinc",),
    "wheat": ("rice",),
    "oil": ("gas",),
    "nickel": ("lead",),
    "Length": ("Width",),
    "Height": ("Width",),
    "Depth": ("Height",),
    "Damage": ("Insurance",),
    "Stunted": ("Blind",),
    "girls": ("teachers",),
    "Tote": ("Vermisste",),
    "Verletzte": ("Tote",),
    "Regen": ("Hagel",),
    "Schulden": ("Rücklagen",),
    "Einnahmen": ("Ausgaben",),
    "Hilfen": ("Steuern",),
    "Hausse": ("Baisse",),
    "Pertes": ("Gains",),
    "Salles": ("Portes",),
    "supprimés": ("créés",),
    "detenidos": ("heridos",),
    "perdidos": ("plantados",),
    "Altura": ("Anchura",),
    "Crecimiento": ("Caída",),
    "Votantes": ("Huelguistas",),
    "Участники": ("Зрители",),
}
"""A word of a label, and words for which the same number would be false."""
_OPPOSITE = {
    Hedge.AT_MOST: Hedge.AT_LEAST,
    Hedge.AT_LEAST: Hedge.AT_MOST,
    Hedge.OVER: Hedge.UNDER,
    Hedge.UNDER: Hedge.OVER,
    Hedge.NEARLY: Hedge.OVER,
}


def amounts(text: str, language: str) -> list[Decimal]:
    """Return what a text counts or measures in digits; years, days, times, ordinals and scores are left out."""
    found: dict[Decimal, None] = {}
    for match in _NUMBER.finditer(text):
        before, behind = text[: match.start()], text[match.end() :]
        if re.search(r"(?:[–:/]|\d-|Section |Resolution |line |Line |[Ll]inie |ligne |No\. |CI |, )$", before):
            continue
        if re.match(r"[–:/-]\d", behind) or _MONTH.match(behind):
            continue
        value = _decimal(match.group(), language)
        if value is not None and not _is_year(match.group()):
            found[value] = None
    if language == "en":
        for word in re.findall(rf"\b({'|'.join(_WORDS)})\b", text):
            found[Decimal(_WORDS.index(word) + 2)] = None
    return list(found)


def _is_year(written: str) -> bool:
    return re.fullmatch(r"1\d{3}|20\d\d", written) is not None


def _decimal(written: str, language: str) -> Decimal | None:
    if language == "en":
        plain = written.replace(",", "")
    else:
        plain = re.sub(r"[.\s](?=\d{3}(?!\d))", "", written).replace(",", ".")
    try:
        return Decimal(plain)
    except InvalidOperation:
        return None


def _single(telling: Telling) -> tuple[Figure, Decimal] | None:
    figure = telling.claim
    if not isinstance(figure, Figure) or figure.amount is None or figure.amount.is_interval:
        return None
    return figure, figure.amount.low


def _valued(figure: Figure, low: Decimal, high: Decimal | None = None) -> Changed:
    high = low if high is None else high
    old = figure.amount
    words = f"{figure.text}: {_shown(old)} -> {_shown(Amount(low, high))} {figure.unit or ''}"
    return Changed(replace(figure, amount=Amount(low, high)), words)


def _shown(amount: Amount | None) -> str:
    if amount is None:
        return "-"
    return f"{amount.low} to {amount.high}" if amount.is_interval else f"{amount.low}"


def other_number_of_the_sentence(telling: Telling) -> Iterator[Changed]:
    """Give a figure the number of another noun of its sentence."""
    if (single := _single(telling)) is not None:
        figure, value = single
        for other in amounts(telling.sentences, telling.language):
            if abs(other) != abs(value):
                yield _valued(figure, other)


def number_from_elsewhere(telling: Telling) -> Iterator[Changed]:
    """Give a figure a number of another sentence."""
    if (single := _single(telling)) is not None:
        figure, value = single
        near = {abs(value), *amounts(telling.sentences, telling.language)}
        for other in amounts(telling.text, telling.language):
            if other not in near:
                yield _valued(figure, other)


def sign_of_a_value(telling: Telling) -> Iterator[Changed]:
    """Reverse the sign of a number."""
    single = _single(telling)
    if single is not None and single[1] and not _DOWNWARD.search(telling.claim.text):
        yield _valued(single[0], -single[1])


def end_of_an_interval(telling: Telling) -> Iterator[Changed]:
    """Take one end of an interval from another number of the sentence."""
    figure = telling.claim
    if not isinstance(figure, Figure) or figure.amount is None or not figure.amount.is_interval:
        return
    low, high = figure.amount.low, figure.amount.high
    others = [one for one in amounts(telling.sentences, telling.language) if one not in (low, high)]
    others += [low - 1, high + 2]
    for other in others:
        if other < high:
            yield _valued(figure, other, high)
        if other > low:
            yield _valued(figure, low, other)


def unrelated_ends(telling: Telling) -> Iterator[Changed]:
    """Make an interval of a number and another number of the sentence."""
    if (single := _single(telling)) is not None:
        figure, value = single
        for other in amounts(telling.sentences, telling.language):
            if other != abs(value) and value >= 0:
                yield _valued(figure, min(value, other), max(value, other))


def _with_unit(figure: Figure, unit: str) -> Changed:
    return Changed(replace(figure, unit=unit), f"{figure.text}: unit {figure.unit} -> {unit}")


def _unit_from(table: dict[str, tuple[str, ...]], telling: Telling) -> Iterator[Changed]:
    figure = telling.claim
    if not isinstance(figure, Figure) or not figure.unit or not figure.amount:
        return
    for word, others in table.items():
        # The last unit of "USD a tonne" is left to the other families.
        if re.search(rf"(?<!\w){re.escape(word)}(?!\w)", figure.unit):
            for other in others:
                yield _with_unit(figure, re.sub(rf"(?<!\w){re.escape(word)}(?!\w)", other, figure.unit))
            return


def unit_of_the_family(telling: Telling) -> Iterator[Changed]:
    """Replace a unit of measure by another of its kind: metres by feet."""
    return _unit_from(MEASURES, telling)


def currency(telling: Telling) -> Iterator[Changed]:
    """Exchange the currency, in the unit or in the writer's words."""
    yield from _unit_from(CURRENCIES, telling)
    claim = telling.claim
    for sign, other in _SIGNS.items():
        if re.search(rf"{re.escape(sign)}\d", claim.text):
            yield retold(claim, claim.text.replace(sign, other))


def alien_unit(telling: Telling) -> Iterator[Changed]:
    """Give a number a unit of another family."""
    figure = telling.claim
    if not isinstance(figure, Figure) or not figure.unit or not figure.amount:
        return
    for unit in _ALIEN.get(telling.language, ("kg",)):
        if unit not in figure.unit and unit not in telling.sentences and not _is_kin_of(unit, figure.unit):
            yield _with_unit(figure, unit)


def _is_kin_of(unit: str, other: str) -> bool:
    families = ("tonn ton tonel quint", "met kilom km mile m feet fee", "lit liter")
    return any(
        any(unit.lower().startswith(root) for root in family.split(" "))
        and any(
            word.lower().startswith(root) for root in family.split(" ") for word in other.split(" ") if len(root) > 1
        )
        for family in families
    )


def counted_noun_in_the_unit(telling: Telling) -> Iterator[Changed]:
    """Say that something else was counted."""
    figure = telling.claim
    if not isinstance(figure, Figure) or not figure.unit or not figure.amount:
        return
    word = next((word for word in figure.unit.split(" ") if word in _COUNTED), None)
    if word is None:
        return
    units = [other.unit for other in telling.ground.brief.figures if other.unit in _COUNTED]
    near = [one for one in dict.fromkeys(units) if one != word and not any({one, word} <= kin for kin in _KIN)]
    for other in [*near, *_NOUNS.get(telling.language, ())]:
        if other is not None and other not in telling.quotes:
            yield _with_unit(figure, figure.unit.replace(word, other))


def counted_noun_in_the_label(telling: Telling) -> Iterator[Changed]:
    """Say in the label that something else was counted or measured."""
    figure = telling.claim
    if not isinstance(figure, Figure):
        return
    for word, others in _LABELS.items():
        if re.search(rf"\b{word}\b", figure.text):
            for other in others:
                yield retold(figure, re.sub(rf"\b{word}\b", other, figure.text))
    found = {noun: re.search(rf"(?i)\b{noun}\b(?!['’])", figure.text) for noun in sorted(_COUNTED)}
    starts = {noun: match.start() for noun, match in found.items() if match is not None}
    if starts:
        noun = min(starts, key=lambda each: starts[each])
        for other in _NOUNS.get(telling.language, ()):
            new = re.sub(rf"(?i)\b{noun}\b(?!['’])", other, figure.text)
            yield retold(figure, new[0].upper() + new[1:])


def percent_and_points(telling: Telling) -> Iterator[Changed]:
    """Exchange percent and percentage points."""
    claim = telling.claim
    points = {"en": "percentage points", "de": "Prozentpunkte", "fr": "points", "es": "puntos"}.get(telling.language)
    if points is None:
        return
    if isinstance(claim, Figure) and claim.unit and claim.unit.startswith("%"):
        yield _with_unit(claim, points)
    elif isinstance(claim, Figure) and claim.unit == points:
        yield _with_unit(claim, "%")
    for old, new in (
        (r"(?<=\d)\s?%", f" {points}"),
        (rf"(?<=\d) {points}n?", " %"),
        (r"(?<=\d) Prozent\b", " Prozentpunkte"),
    ):
        if re.search(old, claim.text):
            yield retold(claim, re.sub(old, new, claim.text))


def scale(telling: Telling) -> Iterator[Changed]:
    """Exchange millions and billions, or add a scale of thousands."""
    claim = telling.claim
    for old, new in _SCALES.items():
        if isinstance(claim, Figure) and claim.unit and re.search(rf"\b{old}\b", claim.unit):
            yield _with_unit(claim, re.sub(rf"\b{old}\b", new, claim.unit))
        if re.search(rf"\d {old}\b", claim.text):
            yield retold(claim, re.sub(rf"\b{old}\b", new, claim.text))
    if isinstance(claim, Figure) and claim.unit in _COUNTED and claim.amount and telling.language == "en":
        yield _with_unit(claim, f"thousand {claim.unit}")


def up_to_becomes_at_least(telling: Telling) -> Iterator[Changed]:
    """Reverse a hedge: "over" for "under"."""
    figure = telling.claim
    if isinstance(figure, Figure) and figure.approx in _OPPOSITE:
        new = _OPPOSITE[figure.approx]
        yield Changed(replace(figure, approx=new), f"{figure.text}: {figure.approx} -> {new}")


def label_of_another_figure(telling: Telling) -> Iterator[Changed]:
    """Put the label of another figure on a number."""
    figure = telling.claim
    if not isinstance(figure, Figure) or figure.amount is None:
        return
    others = [
        other
        for other in telling.ground.brief.figures
        if other.amount is not None and other.text != figure.text and _differ(other.amount, figure.amount)
    ]
    for other in sorted(others, key=lambda each: each.unit != figure.unit):
        yield retold(figure, other.text)


def _differ(one: Amount, other: Amount) -> bool:
    return one.high < other.low or other.high < one.low


def ordinal_as_amount(telling: Telling) -> Iterator[Changed]:
    """Give an ordinal of the text as an amount, and quote its words."""
    if telling.language != "en" or (single := _single(telling)) is None:
        return
    figure, value = single
    source = figure.cites[0].source
    for match in _ORDINAL.finditer(telling.text):
        number = Decimal(match[1]) if match[1] else Decimal(_ORDINALS.index(match[2]) + 1)
        before = telling.text[: match.start()].rsplit(" ", 4)[1:]
        behind = telling.text[match.end() :].split(" ")[:4]
        quote = (" ".join(before) + match.group() + " ".join(behind)).strip(" .,“”")
        if number != value and telling.text.count(quote) == 1 and not re.search(r"[.“”]", quote):
            changed = replace(figure, amount=Amount(number, number), cites=(_requoted(figure.cites[0], source, quote),))
            yield Changed(changed, f"{figure.text}: {value} -> {number}; quote: {quote}")


def _requoted(cite: Cite, source: str, quote: str) -> Cite:
    return replace(cite, source=source, quote=quote, at=None)


def amount_as_ordinal(telling: Telling) -> Iterator[Changed]:
    """Give an amount in the writer's words as an ordinal."""
    if telling.language != "en":
        return
    nouns = (
        "members|districts|goals|warehouses|people|weeks|children|men|minutes|animals|passengers|seats|tonnes|daughters"
    )
    numbers = rf"({'|'.join(_WORDS)}|\d+)"
    for match in re.finditer(rf"(?i)(?<![\w.,$£]){numbers} ({nouns})\b", telling.claim.text):
        word = match[1].lower()
        number = int(word) if word.isdigit() else _WORDS.index(word) + 2
        singular = {"people": "person", "children": "child", "men": "man"}.get(match[2], match[2].removesuffix("s"))
        new = f"{'The' if match.start() == 0 else 'the'} {_ordinal(number)} {singular}"
        yield retold(telling.claim, telling.claim.text[: match.start()] + new + telling.claim.text[match.end() :])


def _ordinal(number: int) -> str:
    if number <= len(_ORDINALS):
        return _ORDINALS[number - 1]
    ending = "th" if number % 100 in (11, 12, 13) else {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
    return f"{number}{ending}"
