"""Owns what can change in a brief beside its items: title, status, tags, names, and what is kept for others."""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Iterator, Mapping, Sequence

from briefing.diff.facts import About, Fact, Noun, date_fact, differing, meanings, noun, prose_fact, word_fact
from briefing.diff.meaning import plain, prose
from briefing.diff.pairing import View, pair
from briefing.diff.sources import language_fact
from briefing.diff.values import ITEM, Block, Change
from briefing.format.model import Brief, Entity, Related, Status
from briefing.format.model.brief import Untyped

_RELATIONS = Noun("as", "now as", "no longer as")


def head_changes(before: Brief, after: Brief) -> Iterator[Change]:
    """Yield what changed in the head of a brief."""
    about = About(Block.BRIEF, 0, "")
    yield from differing(_facts(before), _facts(after), about)
    yield from member_changes(
        named(before.tags), named(after.tags), about, "tags", ("one tag added:", "one tag removed:")
    )
    yield from _entities(before.entities, after.entities, about)
    yield from _extras(before.extras, after.extras, about)


def _facts(brief: Brief) -> tuple[Fact, ...]:
    replaces = Noun("replaces", "now replaces", "no longer replaces")
    return (
        word_fact("status", noun("status", Status.FINAL), brief.status),
        word_fact("marking", noun("marking"), brief.marking),
        prose_fact("title", noun("title"), brief.title),
        prose_fact("lede", noun("lede"), brief.lede),
        date_fact("date", noun("date of the brief"), brief.date),
        word_fact("supersedes", replaces, brief.supersedes),
        prose_fact("author", noun("author"), brief.author),
        language_fact(brief.language),
        prose_fact("note", noun("note"), brief.note),
    )


def named(members: Iterable[str]) -> dict[Hashable, str]:
    """Return texts of the writer by what they mean."""
    return {prose(one): one for one in members}


def member_changes(
    before: Mapping[Hashable, str], after: Mapping[Hashable, str], about: About, field: str, said: tuple[str, str]
) -> Iterator[Change]:
    """Yield a change for each member of a list that is new or gone; `said` is what is said of the two."""
    for key, words in after.items():
        if key not in before:
            yield change(about, field, said[0], after=words)
    for key, words in before.items():
        if key not in after:
            yield change(about, field, said[1], before=words)


def change(about: About, field: str, said: str, before: str | None = None, after: str | None = None) -> Change:
    """Return a change that is said in so many words."""
    return Change(
        block=about.block, number=about.number, name=about.name, field=field, said=said, before=before, after=after
    )


def _entities(before: Sequence[Entity], after: Sequence[Entity], about: About) -> Iterator[Change]:
    view = View[Entity](
        keys=lambda one: (prose(one.name),),
        whole=lambda one: (meanings(_entity_facts(one)), frozenset(map(prose, one.aliases))),
        words=lambda one: " ".join((one.name, *one.aliases)),
    )
    pairs = pair(before, after, view)
    for old, new in ((before[old], after[new]) for old, new in pairs.same):
        one = About(Block.BRIEF, 0, new.name)
        yield from differing(_entity_facts(old), _entity_facts(new), one)
        said = ("one other name added:", "one other name removed:")
        yield from member_changes(named(old.aliases), named(new.aliases), one, "aliases", said)
    for at in pairs.new:
        yield change(about, "entities", "one name added:", after=after[at].name)
    for at in pairs.gone:
        yield change(about, "entities", "one name removed:", before=before[at].name)


def _entity_facts(entity: Entity) -> tuple[Fact, ...]:
    return (
        prose_fact("name", noun("name"), entity.name),
        prose_fact("kind", noun("kind"), entity.kind)._replace(is_prose=False),
    )


def _extras(before: Mapping[str, Untyped], after: Mapping[str, Untyped], about: About) -> Iterator[Change]:
    for key in dict.fromkeys((*after, *before)):
        old, new = (_extra(key, side) for side in (before, after))
        yield from differing((old,), (new,), about)


def _extra(key: str, extras: Mapping[str, Untyped]) -> Fact:
    if key not in extras:
        return Fact("extras", noun(key), None, None)
    return Fact("extras", noun(key), _spelled(extras[key]), plain(extras[key]))


def _spelled(value: Untyped) -> str:
    if isinstance(value, dict):
        return f"{{{', '.join(f'{key}: {_spelled(inner)}' for key, inner in value.items())}}}"
    if isinstance(value, list):
        return f"[{', '.join(map(_spelled, value))}]"
    return value or "nothing"


def related_changes(before: Sequence[Related], after: Sequence[Related]) -> Iterator[Change]:
    """Yield which other briefs are named now, no longer, or as something else."""
    view = View[Related](
        keys=lambda one: (one.brief, one.brief.casefold()), whole=lambda one: one.relation, words=lambda _: ""
    )
    pairs = pair(before, after, view)
    for old, new in pairs.same:
        about = About(Block.RELATED, new, after[new].brief)
        yield from differing(_related_facts(before[old]), _related_facts(after[new]), about)
    for new in pairs.new:
        about = About(Block.RELATED, new, after[new].brief)
        yield change(about, ITEM, "one related brief added:", after=_related_words(after[new]))
    for old in pairs.gone:
        about = About(Block.RELATED, None, before[old].brief)
        yield change(about, ITEM, "one related brief removed:", before=_related_words(before[old]))


def _related_facts(related: Related) -> tuple[Fact, ...]:
    return (word_fact("relation", _RELATIONS, related.relation),)


def _related_words(related: Related) -> str:
    return f"{related.brief} ({related.relation})" if related.relation else related.brief
