"""One field of an item for comparison: its value in words, its meaning, and the phrases for a change of it."""

from __future__ import annotations

from collections.abc import Hashable, Iterator, Sequence
from decimal import Decimal

from briefing.base.named_tuple import NamedTuple
from briefing.diff.meaning import date_meaning, exact_meaning, prose_meaning
from briefing.diff.values import Change, Section
from briefing.format.dates import Edtf
from briefing.format.dates.wording import date_words
from briefing.format.model import Other
from briefing.format.parse.schema import other_fields
from briefing.format.parse.schema_types import Field, FieldType


class FieldPhrases(NamedTuple):
    """The phrases before the values if a field changes, is added, or is removed."""

    changed: str
    added: str
    removed: str
    usual: str | None = None
    """The default of the field: it is not shown as an earlier value."""


class Fact(NamedTuple):
    """One field of an item in one of the briefs."""

    field: str
    """Its name in the model."""
    phrases: FieldPhrases
    words: str | None
    """Its value in words. None: the field is not given."""
    meaning: Hashable
    """Equal in both briefs if and only if the meaning has not changed."""
    spelled: str = ""
    """The value as written, shown as well if both values have the same words."""
    is_prose: bool = False


class ChangedItem(NamedTuple):
    """The item that changes are about."""

    section: Section
    number: int | None
    """Index in the later brief. None: it is gone."""
    name: str


def field_phrases(word: str, usual: str | None = None) -> FieldPhrases:
    """Return the usual phrases: "confidence", "confidence added:", "confidence removed:"."""
    return FieldPhrases(word, f"{word} added:", f"{word} removed:", usual)


def prose_fact(field: str, phrases: FieldPhrases, text: str | None) -> Fact:
    """Return a field of prose."""
    return Fact(field, phrases, text, prose_meaning(text), is_prose=True)


def word_fact(field: str, phrases: FieldPhrases, text: str | None) -> Fact:
    """Return a field with a word of the format, an id, an address or the like."""
    return Fact(field, phrases, text, exact_meaning(text))


def date_fact(field: str, phrases: FieldPhrases, when: Edtf | None) -> Fact:
    """Return a field with a date."""
    if when is None:
        return Fact(field, phrases, None, None)
    return Fact(field, phrases, date_words(when), date_meaning(when), when.text)


def other_facts(block: str, others: Sequence[Other]) -> Iterator[Fact]:
    """Yield the fields of an item that need no code of their own, in the order of the schema."""
    given = {other.name: other for other in others}
    for field in other_fields(block):
        yield _other_fact(field, given.get(field.name))


def _other_fact(field: Field, other: Other | None) -> Fact:
    said = field_phrases(field.says)
    match None if other is None else other.value:
        case Edtf() as when:
            return date_fact(field.name, said, when)
        case Decimal() as number:
            return Fact(field.name, said, other and other.words, number)
        case text:
            fact = prose_fact if field.kind is FieldType.TEXT else word_fact
            return fact(field.name, said, text)


def meanings(facts: Sequence[Fact]) -> tuple[Hashable, ...]:
    """Return the meaning of several fields together."""
    return tuple(fact.meaning for fact in facts)


def field_changes(before: Sequence[Fact], after: Sequence[Fact], about: ChangedItem, of: str = "") -> Iterator[Change]:
    """Yield a change for each field whose meaning differs. Both sides have the same fields in the same order."""
    for old, new in zip(before, after, strict=True):
        if old.meaning != new.meaning:
            yield _change(old, new, about, of)


def _change(old: Fact, new: Fact, about: ChangedItem, of: str) -> Change:
    before, after = old.words, new.words
    if before == after and before is not None:
        before, after = _spelled(old), _spelled(new)
    said = new.phrases.changed if after is not None else new.phrases.removed
    if before is None:
        said = new.phrases.added
    elif after is not None and before == new.phrases.usual:
        said, before = f"{said} →", None
    return Change(
        section=about.section,
        number=about.number,
        name=about.name,
        field=new.field,
        said=said,
        of=of,
        before=before,
        after=after,
        is_prose=(old if new.words is None else new).is_prose,
    )


def _spelled(fact: Fact) -> str:
    return f"{fact.words} ({fact.spelled})" if fact.spelled else fact.words or ""
