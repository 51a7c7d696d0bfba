"""Parsers of single texts: for each type of field, turn a text into a value, or report a problem."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from decimal import Decimal
from functools import lru_cache

from briefing.base.frozen import frozen
from briefing.base.problems import Code
from briefing.base.suggestions import suggestion
from briefing.format import dates
from briefing.format.arithmetic import DerivationError
from briefing.format.arithmetic import parse_expression as parse_derivation
from briefing.format.dates import DateError, Edtf
from briefing.format.model import Unknown
from briefing.format.parse import addresses
from briefing.format.parse.addresses import AddressError
from briefing.format.parse.languages import tag_error
from briefing.format.parse.numbers import NumberError, parse_number
from briefing.format.parse.schema import VERSION
from briefing.format.parse.schema_types import PATTERNS, Field, FieldType
from briefing.format.parse.state import ParseState, quoted
from briefing.format.tree import Scalar


@frozen
class TextType:
    """How to parse the texts of one field."""

    name: str
    words: Mapping[str, str]
    """The words that the field allows, each by its text. Values are members of an enum."""
    meant: Mapping[str, str]
    """What people write instead, in small letters, and the word that they mean."""
    pattern: re.Pattern[str] | None
    """What the whole text must match. None: there is no pattern."""
    quick: QuickParser
    parse: Parser


QuickParser = Callable[[str], object]
"""Parses a correct text without state. None or "": the text needs `Parser`."""
Parser = Callable[[ParseState, Scalar, str, TextType], object]
"""Parses a text (that of the scalar, stripped). None: it was wrong, and a problem was reported."""


def text_type_of(field: Field) -> TextType:
    """Return how to parse the texts of a field."""
    pattern = PATTERNS.get(field.kind)
    words = {str(word): word for word in field.words}
    return TextType(
        field.name,
        words,
        field.meant,
        re.compile(pattern) if pattern else None,
        words.get if words else _QUICK_PARSERS.get(field.kind, no_quick_parse),
        _PARSERS[field.kind],
    )


def no_quick_parse(_text: str) -> None:
    """Return None: every text of the field needs its `Parser`."""


def _text(_state: ParseState, _node: Scalar, text: str, _text_type: TextType) -> str:
    return text


def _word(state: ParseState, node: Scalar, text: str, text_type: TextType) -> str | None:
    word = text_type.words.get(text)
    if word is None:
        state.report(Code.VALUE, node.spot, _not_a_word(state, text, text_type))
    return word


def _marking(state: ParseState, node: Scalar, text: str, text_type: TextType) -> str | None:
    word = text_type.words.get(text)
    if word is None:
        state.report(Code.MARKING, node.spot, _not_a_word(state, text, text_type))
    return word


def _not_a_word(state: ParseState, text: str, text_type: TextType) -> str:
    meant = text_type.meant.get(text.casefold()) or state.suggest(text, text_type.words)
    return f"{quoted(text)} is not a valid {text_type.name}: use {', '.join(text_type.words)}{suggestion(meant)}"


def _version(state: ParseState, node: Scalar, text: str, _text_type: TextType) -> str | None:
    if text == str(VERSION):
        return text
    state.report(Code.VERSION, node.spot, f"{quoted(text)} is not a version of the format: write {VERSION}")
    return None


@lru_cache(maxsize=512)
def quick_date(text: str) -> Edtf | None:
    """Return the date of a text. None: it is not a date."""
    try:
        return dates.parse_date(text)
    except DateError:
        return None


def _date(state: ParseState, node: Scalar, text: str, _text_type: TextType) -> Edtf | None:
    try:
        return dates.parse_date(text)
    except DateError as error:
        place = node.spot if error.offset is None or text != node.text else node.spot_at(error.offset)
        state.report(Code.DATE, place, f"{error.sentence}; {error.hint}" if error.hint else error.sentence)
        return None


def _quick_date_or_unknown(text: str) -> Edtf | Unknown | None:
    return Unknown.UNKNOWN if text == Unknown.UNKNOWN.value else quick_date(text)


def _date_or_unknown(state: ParseState, node: Scalar, text: str, text_type: TextType) -> Edtf | Unknown | None:
    return Unknown.UNKNOWN if text == Unknown.UNKNOWN.value else _date(state, node, text, text_type)


def _date_or_text(state: ParseState, node: Scalar, text: str, text_type: TextType) -> Edtf | str | None:
    try:
        return dates.parse_date(text)
    except DateError:
        # A text without letters is not words but a mistyped date.
        return text if any(character.isalpha() for character in text) else _date(state, node, text, text_type)


@lru_cache(maxsize=256)
def _quick_number(text: str) -> Decimal | None:
    try:
        return parse_number(text)
    except NumberError:
        return None


def _number(state: ParseState, node: Scalar, text: str, _text_type: TextType) -> object:
    try:
        return parse_number(text)
    except NumberError as error:
        state.report(Code.NUMBER, node.spot, str(error))
        return None


def _grade(state: ParseState, node: Scalar, text: str, text_type: TextType) -> int | None:
    if text_type.pattern is not None and text_type.pattern.fullmatch(text):
        return int(text)
    state.report(Code.VALUE, node.spot, f"{quoted(text)} is not a {text_type.name}: write a whole number from 1 to 6")
    return None


def _paragraph(state: ParseState, node: Scalar, text: str, text_type: TextType) -> int | None:
    if text_type.pattern is not None and text_type.pattern.fullmatch(text):
        return int(text.removeprefix("para "))
    digits = re.search(r"[1-9][0-9]{0,5}", text)
    hint = suggestion(f"para {digits.group()}" if digits else None)
    state.report(Code.PARAGRAPH, node.spot, f"{quoted(text)} is not a paragraph: write `para N`, counted from 1{hint}")
    return None


def _id(state: ParseState, node: Scalar, text: str, text_type: TextType) -> str:
    if text_type.pattern is not None and not text_type.pattern.fullmatch(text):
        state.report(Code.ID, node.spot, id_error(text))
    return text  # even if it is wrong, so that references to it are not reported as well


def id_error(text: str) -> str:
    """Return the sentence of a text that is not an id, with a suggestion."""
    mended = re.sub(r"[^a-z0-9]+", "-", text.casefold()).strip("-")[:40]
    hint = f"; for example “{mended}”" if mended else ""
    return f"{quoted(text)} is not an id: an id has small letters, digits and hyphens{hint}"


def _measure(state: ParseState, node: Scalar, text: str, text_type: TextType) -> str | None:
    if text_type.pattern is not None and text_type.pattern.fullmatch(text):
        return text
    sentence = f"{quoted(text)} is not a measure: write ids with / between them, like dprk-troops-in-russia/sent"
    state.report(Code.ID, node.spot, sentence)
    return None


def _address(read: Callable[[str], str], code: Code) -> Parser:
    def parse(state: ParseState, node: Scalar, text: str, _text_type: TextType) -> str | None:
        try:
            return read(text)
        except AddressError as error:
            state.report(code, node.spot, str(error))
            return None

    return parse


def _language(state: ParseState, node: Scalar, text: str, _text_type: TextType) -> str:
    if sentence := tag_error(text, state.suggest):
        state.report(Code.LANGUAGE, node.spot, sentence)
    return text  # even if it is wrong: the text is then treated as being in an unknown language


def _sha256(state: ParseState, node: Scalar, text: str, text_type: TextType) -> str | None:
    if text_type.pattern is not None and text_type.pattern.fullmatch(text):
        return text.lower()
    state.report(Code.SHA256, node.spot, f"a sha256 is 64 hex digits, and this is {len(text)} characters")
    return None


def _arithmetic(state: ParseState, node: Scalar, text: str, _text_type: TextType) -> str | None:
    try:
        parse_derivation(text)
    except DerivationError as error:
        place = node.spot_at(error.offset) if error.offset is not None and text == node.text else node.spot
        state.report(Code.DERIVATION, place, str(error))
        return None
    return text


_QUICK_PARSERS: Mapping[FieldType, QuickParser] = {
    FieldType.TEXT: str.strip,
    FieldType.SOURCE: str.strip,
    FieldType.DATE: quick_date,
    FieldType.DATE_OR_UNKNOWN: _quick_date_or_unknown,
    FieldType.DATE_OR_TEXT: quick_date,
    FieldType.NUMBER: _quick_number,
}

_PARSERS: Mapping[FieldType, Parser] = {
    FieldType.TEXT: _text,
    FieldType.WORD: _word,
    FieldType.MARKING: _marking,
    FieldType.VERSION: _version,
    FieldType.DATE: _date,
    FieldType.DATE_OR_UNKNOWN: _date_or_unknown,
    FieldType.DATE_OR_TEXT: _date_or_text,
    FieldType.NUMBER: _number,
    FieldType.GRADE: _grade,
    FieldType.PARAGRAPH: _paragraph,
    FieldType.ID: _id,
    FieldType.SOURCE: _text,
    FieldType.FIGURE: _text,
    FieldType.BRIEF: _address(addresses.brief_id, Code.ID),
    FieldType.MEASURE: _measure,
    FieldType.ARITHMETIC: _arithmetic,
    FieldType.LANGUAGE: _language,
    FieldType.URL: _address(addresses.url, Code.URL),
    FieldType.FILE: _address(addresses.file_path, Code.FILE_PATH),
    FieldType.SHA256: _sha256,
}
"""References are checked once the whole brief is read: see `rules`."""
