"""Owns typing one text of the file: for each kind of field what it becomes, or the problem that it is."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from decimal import Decimal
from functools import lru_cache

from briefing.base.frozen import frozen
from briefing.base.problems import Code
from briefing.base.spelling import did_you_mean
from briefing.format import dates
from briefing.format.arithmetic import DerivationError
from briefing.format.arithmetic import parse as parse_derivation
from briefing.format.dates import DateError, Edtf
from briefing.format.model import Unknown
from briefing.format.parse import addresses
from briefing.format.parse.addresses import AddressError
from briefing.format.parse.languages import not_a_tag
from briefing.format.parse.numbers import NumberError, number
from briefing.format.parse.schema import VERSION
from briefing.format.parse.schema_types import PATTERNS, Field, Kind
from briefing.format.parse.state import Desk
from briefing.format.parse.wording import quoted
from briefing.format.tree import Scalar


@frozen
class Typed:
    """A field of text with what is needed to type it, looked up once."""

    name: str
    words: Mapping[str, str]
    """The words of the schema by themselves: a member of an enum is found by its text."""
    meant: Mapping[str, str]
    pattern: re.Pattern[str] | None
    sure: Sure
    parse: Parser


Sure = Callable[[str], object]
"""Types a text at once when nothing about it needs a closer look. Else None or "", and `Parser` has the word."""
Parser = Callable[[Desk, Scalar, str, Typed], object]
"""Types a text (the scalar's, without white space around it); None when it reported what is wrong."""


def typed(field: Field) -> Typed:
    """Return how the texts of a field are typed."""
    pattern = PATTERNS.get(field.kind)
    words = {str(word): word for word in field.words}
    return Typed(
        field.name,
        words,
        field.meant,
        re.compile(pattern) if pattern else None,
        words.get if words else _SURE.get(field.kind, unsure),
        _PARSERS[field.kind],
    )


def unsure(_text: str) -> None:
    """Leave every text to its parser."""


def _text(_desk: Desk, _node: Scalar, text: str, _how: Typed) -> str:
    return text


def _word(desk: Desk, node: Scalar, text: str, how: Typed) -> str | None:
    word = how.words.get(text)
    if word is None:
        desk.report(Code.VALUE, node.spot, _not_a_word(desk, text, how))
    return word


def _marking(desk: Desk, node: Scalar, text: str, how: Typed) -> str | None:
    word = how.words.get(text)
    if word is None:
        desk.report(Code.MARKING, node.spot, _not_a_word(desk, text, how))
    return word


def _not_a_word(desk: Desk, text: str, how: Typed) -> str:
    meant = how.meant.get(text.casefold()) or desk.near(text, how.words)
    return f"{quoted(text)} is no {how.name}: it is one of {', '.join(how.words)}{did_you_mean(meant)}"


def _version(desk: Desk, node: Scalar, text: str, _how: Typed) -> str | None:
    if text == str(VERSION):
        return text
    desk.report(Code.VERSION, node.spot, f"{quoted(text)} is no version of the format: write {VERSION}")
    return None


@lru_cache(maxsize=512)
def sure_date(text: str) -> Edtf | None:
    """Return the date that a text is, or None."""
    try:
        return dates.parse(text)
    except DateError:
        return None


def _date(desk: Desk, node: Scalar, text: str, _how: Typed) -> Edtf | None:
    try:
        return dates.parse(text)
    except DateError as error:
        place = node.spot if error.offset is None or text != node.text else node.spot_at(error.offset)
        desk.report(Code.DATE, place, f"{error.sentence}; {error.hint}" if error.hint else error.sentence)
        return None


def _sure_date_or_unknown(text: str) -> Edtf | Unknown | None:
    return Unknown.UNKNOWN if text == Unknown.UNKNOWN.value else sure_date(text)


def _date_or_unknown(desk: Desk, node: Scalar, text: str, how: Typed) -> Edtf | Unknown | None:
    return Unknown.UNKNOWN if text == Unknown.UNKNOWN.value else _date(desk, node, text, how)


def _date_or_text(desk: Desk, node: Scalar, text: str, how: Typed) -> Edtf | str | None:
    try:
        return dates.parse(text)
    except DateError:
        # Digits and signs alone are no words: somebody meant a date.
        return text if any(character.isalpha() for character in text) else _date(desk, node, text, how)


@lru_cache(maxsize=256)
def _sure_number(text: str) -> Decimal | None:
    try:
        return number(text)
    except NumberError:
        return None


def _number(desk: Desk, node: Scalar, text: str, _how: Typed) -> object:
    try:
        return number(text)
    except NumberError as error:
        desk.report(Code.NUMBER, node.spot, str(error))
        return None


def _grade(desk: Desk, node: Scalar, text: str, how: Typed) -> int | None:
    if how.pattern is not None and how.pattern.fullmatch(text):
        return int(text)
    desk.report(Code.VALUE, node.spot, f"{quoted(text)} is no {how.name}: it is a whole number from 1 to 6")
    return None


def _paragraph(desk: Desk, node: Scalar, text: str, how: Typed) -> int | None:
    if how.pattern is not None and how.pattern.fullmatch(text):
        return int(text.removeprefix("para "))
    digits = re.search(r"[1-9][0-9]{0,5}", text)
    hint = f"; did you mean “para {digits.group()}”?" if digits else ""
    desk.report(Code.PARAGRAPH, node.spot, f"{quoted(text)} is no paragraph: write `para N`, counted from 1{hint}")
    return None


def _id(desk: Desk, node: Scalar, text: str, how: Typed) -> str:
    if how.pattern is not None and not how.pattern.fullmatch(text):
        desk.report(Code.ID, node.spot, not_an_id(text))
    return text  # even when it is wrong: what refers to it is not wrong as well


def not_an_id(text: str) -> str:
    """Say why a text is no id, and what would be."""
    mended = re.sub(r"[^a-z0-9]+", "-", text.casefold()).strip("-")[:40]
    hint = f"; for example “{mended}”" if mended else ""
    return f"{quoted(text)} is no id: an id has small letters, digits and hyphens{hint}"


def _measure(desk: Desk, node: Scalar, text: str, how: Typed) -> str | None:
    if how.pattern is not None and how.pattern.fullmatch(text):
        return text
    sentence = f"{quoted(text)} is no measure: it is ids with / between them, like dprk-troops-in-russia/sent"
    desk.report(Code.ID, node.spot, sentence)
    return None


def _address(read: Callable[[str], str], code: Code) -> Parser:
    def parse(desk: Desk, node: Scalar, text: str, _how: Typed) -> str | None:
        try:
            return read(text)
        except AddressError as error:
            desk.report(code, node.spot, str(error))
            return None

    return parse


def _language(desk: Desk, node: Scalar, text: str, _how: Typed) -> str:
    if sentence := not_a_tag(text, desk.near):
        desk.report(Code.LANGUAGE, node.spot, sentence)
    return text  # even when it is wrong: what it describes is in no language that is known


def _sha256(desk: Desk, node: Scalar, text: str, how: Typed) -> str | None:
    if how.pattern is not None and how.pattern.fullmatch(text):
        return text.lower()
    desk.report(Code.SHA256, node.spot, f"a sha256 is 64 hex digits, and this is {len(text)} characters")
    return None


def _arithmetic(desk: Desk, node: Scalar, text: str, _how: Typed) -> str | None:
    try:
        parse_derivation(text)
    except DerivationError as error:
        place = node.spot_at(error.offset) if error.offset is not None and text == node.text else node.spot
        desk.report(Code.DERIVATION, place, str(error))
        return None
    return text


_SURE: Mapping[Kind, Sure] = {
    Kind.TEXT: str.strip,
    Kind.SOURCE: str.strip,
    Kind.DATE: sure_date,
    Kind.DATE_OR_UNKNOWN: _sure_date_or_unknown,
    Kind.DATE_OR_TEXT: sure_date,
    Kind.NUMBER: _sure_number,
}

_PARSERS: Mapping[Kind, Parser] = {
    Kind.TEXT: _text,
    Kind.WORD: _word,
    Kind.MARKING: _marking,
    Kind.VERSION: _version,
    Kind.DATE: _date,
    Kind.DATE_OR_UNKNOWN: _date_or_unknown,
    Kind.DATE_OR_TEXT: _date_or_text,
    Kind.NUMBER: _number,
    Kind.GRADE: _grade,
    Kind.PARAGRAPH: _paragraph,
    Kind.ID: _id,
    Kind.SOURCE: _text,
    Kind.FIGURE: _text,
    Kind.BRIEF: _address(addresses.brief_id, Code.ID),
    Kind.MEASURE: _measure,
    Kind.ARITHMETIC: _arithmetic,
    Kind.LANGUAGE: _language,
    Kind.URL: _address(addresses.url, Code.URL),
    Kind.FILE: _address(addresses.file_path, Code.FILE_PATH),
    Kind.SHA256: _sha256,
}
"""References are looked up when the whole brief is read: see `checks`."""
