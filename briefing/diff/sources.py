"""The comparable fields of a source, and how two sources are recognised as the same."""

from __future__ import annotations

from collections.abc import Hashable, Iterator

from briefing.diff.facts import Fact, FieldPhrases, date_fact, field_phrases, other_facts, prose_fact, word_fact
from briefing.diff.meaning import IdMeanings, date_meaning, exact_meaning, prose_meaning
from briefing.format.dates import Edtf
from briefing.format.dates.wording import date_words
from briefing.format.model import Published, Source, Unknown

_DIGITS = 12
"""Digits of a checksum that are shown."""
_PUBLISHED, _RETRIEVED = field_phrases("date of publication"), field_phrases("date of retrieval")
_VIA = FieldPhrases("reported in", "now reported in", "no longer reported in")
_KIND = field_phrases("kind")
_TITLE = field_phrases("title")
_NAME = field_phrases("name")
_ROLE = field_phrases("role")
_PUBLISHER = field_phrases("publisher")
_AUTHOR = field_phrases("author")
_ADDRESS = field_phrases("address")
_SAVED_TEXT = field_phrases("saved text")
_CHECKSUM = field_phrases("checksum")
_NOTE = field_phrases("note")
_LANGUAGE = field_phrases("language")
_RELIABILITY = field_phrases("reliability")
_WITHDRAWN = FieldPhrases("withdrawn:", "withdrawn:", "no longer withdrawn:")


def source_facts(source: Source, ids: IdMeanings) -> tuple[Fact, ...]:
    """Return the fields of a source, without its cites."""
    return (
        _withdrawn(source.withdrawn),
        _reliability(source),
        word_fact("kind", _KIND, source.kind),
        prose_fact("title", _TITLE, source.title),
        prose_fact("name", _NAME, source.name),
        prose_fact("role", _ROLE, source.role),
        prose_fact("publisher", _PUBLISHER, source.publisher),
        prose_fact("author", _AUTHOR, source.author),
        _published("published", source.published),
        _published("retrieved", source.retrieved),
        _via(source.via, ids),
        word_fact("url", _ADDRESS, source.url),
        word_fact("file", _SAVED_TEXT, source.file),
        Fact("sha256", _CHECKSUM, source.sha256 and source.sha256[:_DIGITS], source.sha256, source.sha256 or ""),
        language_fact(source.language),
        *other_facts("source", source.others),
        prose_fact("note", _NOTE, source.note),
    )


def language_fact(language: str | None) -> Fact:
    """Return a field with a language tag, in which case does not count (BCP 47, section 2.1.1)."""
    return Fact("language", _LANGUAGE, language, language and language.casefold(), language or "")


def _reliability(source: Source) -> Fact:
    grade = source.reliability
    return Fact("reliability", _RELIABILITY, grade and f"{grade} – {grade.words}", grade)


def _withdrawn(withdrawn: Edtf | str | None) -> Fact:
    if isinstance(withdrawn, Edtf):
        return Fact("withdrawn", _WITHDRAWN, date_words(withdrawn), date_meaning(withdrawn), withdrawn.text)
    return Fact("withdrawn", _WITHDRAWN, withdrawn, prose_meaning(withdrawn), is_prose=True)


def _published(field: str, given: Published) -> Fact:
    said = _PUBLISHED if field == "published" else _RETRIEVED
    if isinstance(given, Unknown):
        return Fact(field, said, given.value, given)
    return date_fact(field, said, given)


def _via(source_id: str | None, ids: IdMeanings) -> Fact:
    if source_id is None:
        return Fact("via", _VIA, None, None)
    return Fact("via", _VIA, ids.sources.get(source_id, source_id), ids.source(source_id), source_id)


def source_words(source: Source) -> str:
    """Return the words for a source that is new or gone: its heading and publisher."""
    publisher = source.publisher if source.publisher != source.heading else None
    return f"{source.heading}, {publisher}" if publisher else source.heading


def source_keys(source: Source) -> Iterator[Hashable | None]:
    """Yield the values by which two sources are recognised as the same, the most reliable first."""
    yield source.id
    yield source.url and source.url.rstrip("/")
    yield source.file
    yield source.title and prose_meaning(source.title)
    yield exact_meaning(source.name)
