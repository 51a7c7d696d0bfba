"""Changes of a brief apart from its items: title, status, tags, entities, related briefs, keys of other programs."""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Iterator, Mapping, Sequence

from briefing.diff.facts import (
    ChangedItem,
    Fact,
    FieldPhrases,
    date_fact,
    field_changes,
    field_phrases,
    meanings,
    prose_fact,
    word_fact,
)
from briefing.diff.meaning import prose_meaning, untyped_meaning
from briefing.diff.pairing import Identity, pair_items
from briefing.diff.sources import language_fact
from briefing.diff.values import ITEM, Change, Section
from briefing.format.model import Brief, Entity, Related, Status
from briefing.format.model.brief import Untyped

_RELATIONS = FieldPhrases("as", "now as", "no longer as")


def metadata_changes(before: Brief, after: Brief) -> Iterator[Change]:
    """Yield what changed in title, status, tags and the other metadata of a brief."""
    about = ChangedItem(Section.BRIEF, 0, "")
    yield from field_changes(_facts(before), _facts(after), about)
    yield from member_changes(
        by_meaning(before.tags), by_meaning(after.tags), about, "tags", ("one tag added:", "one tag removed:")
    )
    yield from _entities(before.entities, after.entities, about)
    yield from _extras(before.extras, after.extras, about)


def _facts(brief: Brief) -> tuple[Fact, ...]:
    replaces = FieldPhrases("replaces", "now replaces", "no longer replaces")
    return (
        word_fact("status", field_phrases("status", Status.FINAL), brief.status),
        word_fact("marking", field_phrases("marking"), brief.marking),
        prose_fact("title", field_phrases("title"), brief.title),
        prose_fact("lede", field_phrases("lede"), brief.lede),
        date_fact("date", field_phrases("date of the brief"), brief.date),
        word_fact("supersedes", replaces, brief.supersedes),
        prose_fact("author", field_phrases("author"), brief.author),
        language_fact(brief.language),
        prose_fact("note", field_phrases("note"), brief.note),
    )


def by_meaning(members: Iterable[str]) -> dict[Hashable, str]:
    """Return texts by their meaning, see `prose_meaning`."""
    return {prose_meaning(one): one for one in members}


def member_changes(
    before: Mapping[Hashable, str], after: Mapping[Hashable, str], about: ChangedItem, field: str, said: tuple[str, str]
) -> Iterator[Change]:
    """Yield a change for each member of a list that is new or gone; `said` has the phrase of each of these."""
    for key, words in after.items():
        if key not in before:
            yield phrased_change(about, field, said[0], after=words)
    for key, words in before.items():
        if key not in after:
            yield phrased_change(about, field, said[1], before=words)


def phrased_change(
    about: ChangedItem, field: str, said: str, before: str | None = None, after: str | None = None
) -> Change:
    """Return a change with the phrase `said`."""
    return Change(
        section=about.section, number=about.number, name=about.name, field=field, said=said, before=before, after=after
    )


def _entities(before: Sequence[Entity], after: Sequence[Entity], about: ChangedItem) -> Iterator[Change]:
    identity = Identity[Entity](
        keys=lambda one: (prose_meaning(one.name),),
        whole=lambda one: (meanings(_entity_facts(one)), frozenset(map(prose_meaning, one.aliases))),
        words=lambda one: " ".join((one.name, *one.aliases)),
    )
    pairs = pair_items(before, after, identity)
    for old, new in ((before[old], after[new]) for old, new in pairs.same):
        one = ChangedItem(Section.BRIEF, 0, new.name)
        yield from field_changes(_entity_facts(old), _entity_facts(new), one)
        said = ("one other name added:", "one other name removed:")
        yield from member_changes(by_meaning(old.aliases), by_meaning(new.aliases), one, "aliases", said)
    for at in pairs.new:
        yield phrased_change(about, "entities", "one name added:", after=after[at].name)
    for at in pairs.gone:
        yield phrased_change(about, "entities", "one name removed:", before=before[at].name)


def _entity_facts(entity: Entity) -> tuple[Fact, ...]:
    return (
        prose_fact("name", field_phrases("name"), entity.name),
        prose_fact("kind", field_phrases("kind"), entity.kind)._replace(is_prose=False),
    )


def _extras(before: Mapping[str, Untyped], after: Mapping[str, Untyped], about: ChangedItem) -> Iterator[Change]:
    for key in dict.fromkeys((*after, *before)):
        old, new = (_extra(key, side) for side in (before, after))
        yield from field_changes((old,), (new,), about)


def _extra(key: str, extras: Mapping[str, Untyped]) -> Fact:
    if key not in extras:
        return Fact("extras", field_phrases(key), None, None)
    return Fact("extras", field_phrases(key), _spelled(extras[key]), untyped_meaning(extras[key]))


def _spelled(value: Untyped) -> str:
    if isinstance(value, dict):
        return f"{{{', '.join(f'{key}: {_spelled(inner)}' for key, inner in value.items())}}}"
    if isinstance(value, list):
        return f"[{', '.join(map(_spelled, value))}]"
    return value or "nothing"


def related_changes(before: Sequence[Related], after: Sequence[Related]) -> Iterator[Change]:
    """Yield the related briefs that are new, gone, or have another relation."""
    identity = Identity[Related](
        keys=lambda one: (one.brief, one.brief.casefold()), whole=lambda one: one.relation, words=lambda _: ""
    )
    pairs = pair_items(before, after, identity)
    for old, new in pairs.same:
        about = ChangedItem(Section.RELATED, new, after[new].brief)
        yield from field_changes(_related_facts(before[old]), _related_facts(after[new]), about)
    for new in pairs.new:
        about = ChangedItem(Section.RELATED, new, after[new].brief)
        yield phrased_change(about, ITEM, "one related brief added:", after=_related_words(after[new]))
    for old in pairs.gone:
        about = ChangedItem(Section.RELATED, None, before[old].brief)
        yield phrased_change(about, ITEM, "one related brief removed:", before=_related_words(before[old]))


def _related_facts(related: Related) -> tuple[Fact, ...]:
    return (word_fact("relation", _RELATIONS, related.relation),)


def _related_words(related: Related) -> str:
    return f"{related.brief} ({related.relation})" if related.relation else related.brief
