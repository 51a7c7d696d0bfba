"""The names of a source: whether a text names it by name, surname, alias, initials, role or kind of organisation."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from itertools import pairwise

from briefing.base.frozen import frozen
from briefing.evidence.languages import Language, connectors
from briefing.evidence.patterns import LazyPattern
from briefing.evidence.quotes.folding import fold_words
from briefing.evidence.words.prose import Prose
from briefing.format.model import Entity, Source, SourceKind

LONGEST = 50_000
"""A longer paragraph, in characters, is not searched for names."""
_LETTERS = r"[^\W_]+"
_RUN = LazyPattern(_LETTERS)
_TOKEN = LazyPattern(rf"(?:[^\W\d_]\.){{2,}}|{_LETTERS}")
_INITIALS = LazyPattern(r"\.(?<=[^\W\d_]\.)[^\W\d_]\.")
"""Two initials. A text without them has only runs, which are found in half the time."""
_LEAST_ACRONYM = 2
"""Letters of the shortest acronym."""
_REMEMBERED = 200
"""A text of fewer characters may be a name, which occurs again and again."""
HEAD = 7
"""Words for roles and organisations are compared by their first letters: "governor", "governors"."""


class NameTokens:
    """The words of a text, for comparing names: letters and digits; initials are one word."""

    __slots__ = ("_heads", "small", "words")

    def __init__(self, text: str) -> None:
        """Read a short folded text."""
        token = _TOKEN if _INITIALS.search(text) is not None else _RUN
        written = "\n".join(token.findall(text)).replace(".", "")
        self.words: tuple[str, ...] = tuple(written.split("\n")) if written else ()
        """As written."""
        self.small: frozenset[str] = frozenset(written.lower().split("\n")) if written else frozenset()
        """In small letters."""
        self._heads: frozenset[str] | None = None

    @property
    def heads(self) -> frozenset[str]:
        """The first letters of each, in small letters. Only names that are no person's ask for them."""
        if self._heads is None:
            self._heads = frozenset([word[:HEAD] for word in self.small])
        return self._heads


def name_tokens(prose: Prose) -> NameTokens | None:
    """Return the words of some prose. None: it is too long to be searched for names."""
    return None if len(prose.text) > LONGEST else prose.once(_tokens)


def _tokens(prose: Prose) -> NameTokens:
    return NameTokens(prose.text)


def name_tokens_of(text: str) -> NameTokens:
    """Return the words of a short folded text. Those of a name are cached, since briefs repeat them."""
    return _remembered(text) if len(text) < _REMEMBERED else NameTokens(text)


@lru_cache(maxsize=512)
def _remembered(text: str) -> NameTokens:
    return NameTokens(text)


@frozen
class SourceNames:
    """The words by which a text in one language may name one source."""

    language: Language
    is_person: bool
    names: tuple[tuple[str, ...], ...]
    """The words of each name and alias, in small letters, without words such as "of"."""
    acronyms: frozenset[str]
    roles: tuple[tuple[str, ...], ...]
    """The words of each role and title, in small letters; the last word is the main one."""
    is_vague: bool
    """True: the source is described instead of named: "sources close to the talks"."""
    is_proper: bool
    """True: its name has two words or more, all with capitals: "Colm Reade"."""


def names_of_source(source: Source, entities: tuple[Entity, ...], language: Language) -> SourceNames:
    """Return how a text may name a source, from what the brief says about it."""
    name = name_of_source(source)
    aliases = tuple(
        alias
        for entity in entities
        if name and name in (entity.name, *entity.aliases)
        for alias in (entity.name, *entity.aliases)
        if alias != name
    )
    roles = tuple(each for each in (source.role, source.title) if each and each != name)
    return _source_names((name, *aliases), roles, source.kind, language)


def name_of_source(source: Source) -> str:
    """Return what a source is called, whatever its role is. Empty: it has only a role."""
    return source.name or (source.title if source.role is None else None) or source.publisher or ""


@lru_cache(maxsize=512)
def _source_names(names: tuple[str, ...], roles: tuple[str, ...], kind: SourceKind, language: Language) -> SourceNames:
    folded = [fold_words(name) for name in names if name]
    vague = kind in {SourceKind.UNNAMED, SourceKind.IMAGERY, SourceKind.DATA}
    return SourceNames(
        language,
        kind is SourceKind.PERSON,
        tuple(parts for name in folded if (parts := _parts(name, language))),
        frozenset(acronym for name in folded for acronym in _acronyms(name, language)),
        tuple(parts for role in roles if (parts := _role(fold_words(role), language, named=bool(folded)))),
        vague,
        any(" " in name and all(word[0].isupper() for word in name.split()) for name in folded[:1]),
    )


def _parts(name: str, language: Language) -> tuple[str, ...]:
    small = (word.lower() for word in name_tokens_of(name).words)
    return tuple(
        word for word in small if word not in language.discourse.small_names and (len(word) > 1 or not word.isascii())
    )


def _acronyms(name: str, language: Language) -> tuple[str, ...]:
    """Return the acronyms of a name: its initials, also without an owner ("Delta's ..."), and words in capitals."""
    words = [word for word in name_tokens_of(name).words if word != "s"]
    capital = [word for word in words if word[0].isupper() and word.lower() not in language.discourse.small_names]
    found = [word for word in words if len(word) >= _LEAST_ACRONYM and word.isupper()]
    found += ["".join(word[0] for word in capital)] if len(capital) > _LEAST_ACRONYM - 1 else []
    behind = name.rsplit("'s ", 1)
    return tuple(one for one in found if len(one) >= _LEAST_ACRONYM) + (
        _acronyms(behind[1], language) if len(behind) > 1 else ()
    )


def _role(role: str, language: Language, *, named: bool) -> tuple[str, ...]:
    """Return the words of a role before "of", "for" or "at", preferring those without capitals.

    `named`: the source has a name as well. A role that then only gives an organisation, "of Delta Metals", is empty.
    """
    before: list[str] = []
    if named and role.split(" ", 1)[0] in _before_organisation():
        return ()
    for word in name_tokens_of(role).words:
        if word.lower() in language.discourse.small_names:
            if before:
                break
            continue
        before.append(word)
    plain = [word for word in before if word[0].islower()] or before
    return tuple(word.lower() for word in plain if word != "s")


def _before_organisation() -> tuple[str, ...]:
    """Return the words that a role begins with when it only names the organisation somebody belongs to."""
    known = connectors()
    return (*known.of, *known.of_the, *known.member_of)


def is_source_named(who: SourceNames, text: NameTokens, *, by_role: bool = True) -> bool:
    """Whether a text names a source. `by_role`: a role or title counts as a name."""
    if any(one.lower() in text.small and one in text.words for one in who.acronyms):
        return True
    stands = _is_person_named if who.is_person else _is_body_named
    if any(stands(parts, text, who.language) for parts in who.names):
        return True
    if not by_role or not any(_is_role_named(role, text, who.language) for role in who.roles):
        return False
    return not _is_role_of_another(who, text)


def has_role(who: SourceNames, text: NameTokens) -> bool:
    """Whether a text has the role or title of a source, or the name of the source contains it: "the agency"."""
    known = {part[:HEAD] for parts in who.names for part in parts}
    return any(_is_role_named(role, text, who.language) or role[-1][:HEAD] in known for role in who.roles)


def has_other_name(who: SourceNames, text: NameTokens) -> bool:
    """Whether a text has two neighbouring words with capitals that are no part of a source's name or role."""
    known = {part for parts in (*who.names, *who.roles) for part in parts}
    capital = [word[:1].isupper() and word[1:].islower() and word.lower() not in known for word in text.words]
    return any(one and other for one, other in pairwise(capital))


def last_named(who: SourceNames, text: NameTokens) -> int:
    """Return the index of the last word that belongs to the name of a source. -1: there is none."""
    parts = {part for parts in who.names for part in (parts[-1:] if who.is_person else parts)}
    parts -= (
        {part for part in parts if part.startswith(who.language.discourse.generic_bodies)} if len(parts) > 1 else set()
    )
    at = (index for index, word in enumerate(text.words) if word.lower() in parts or word in who.acronyms)
    return max(at, default=-1)


def _has_word(part: str, text: NameTokens, language: Language) -> bool:
    """Whether a text has a word of a name, perhaps with an ending ("Syrian", "Syria's")."""
    return not _forms(part, language).isdisjoint(text.small)


@lru_cache(maxsize=4096)
def _forms(part: str, language: Language) -> frozenset[str]:
    return frozenset(forms_of_name(part, language))


def forms_of_name(part: str, language: Language) -> Iterator[str]:
    """Yield the forms of a word of a name, itself first: "syria", "syrias", "syrian"."""
    yield part
    yield f"{part}s"
    if part.endswith("s"):
        yield part[:-1]
    if len(part) > _LEAST_ACRONYM:
        yield from (f"{part}{ending}" for ending in language.name_endings)


def _is_person_named(parts: tuple[str, ...], text: NameTokens, language: Language) -> bool:
    if _has_word(parts[-1], text, language):
        return len(parts) == 1 or not language.complete or not _is_other_first_name(parts, text)
    return len(parts) > 1 and parts[0] in text.small and not _is_followed_by_another(parts, text, language)


def _is_other_first_name(parts: tuple[str, ...], text: NameTokens) -> bool:
    """Whether the surname comes only after first names that differ from this one by a letter."""
    if parts[0] in text.small:
        return False
    before = [text.words[at - 1] for at, word in enumerate(text.words) if at and word.lower() == parts[-1]]
    return bool(before) and all(_is_misspelt(word, parts[0]) for word in before)


def _is_misspelt(word: str, name: str) -> bool:
    small = word.lower()
    if not word[0].isupper() or len(small) != len(name):
        return False
    return sum(one != other for one, other in zip(small, name, strict=True)) == 1


def _is_followed_by_another(parts: tuple[str, ...], text: NameTokens, language: Language) -> bool:
    """Whether the first name comes only before other surnames."""
    at = [index for index, word in enumerate(text.words) if word.lower() == parts[0]]
    behind = [text.words[index + 1] if index + 1 < len(text.words) else "" for index in at]
    return all(word[:1].isupper() and word.lower() not in (*parts, *language.discourse.small_names) for word in behind)


def _is_body_named(parts: tuple[str, ...], text: NameTokens, language: Language) -> bool:
    generic = [part for part in parts if part.startswith(language.discourse.generic_bodies)]
    special = [part for part in parts if part not in generic]
    present = [part for part in parts if _has_word(part, text, language) or part[:HEAD] in text.heads]
    if len(present) == len(parts) or (len(present) > 1 and 2 * len(present) >= len(parts)):
        return True
    if special and (not generic or parts[0] in special) and not _has_kind_as_main_word(parts, generic):
        return _has_word(special[0], text, language)
    return any(_is_without_other(part, parts, text, language) for part in present if part in generic)


def _has_kind_as_main_word(parts: tuple[str, ...], generic: list[str]) -> bool:
    """Whether the main word of a name is a kind of organisation: "Ministry of Defence", "Kelland coast guard"."""
    return bool(generic) and (parts[-1] in generic or parts[0] in generic)


def _is_without_other(part: str, parts: tuple[str, ...], text: NameTokens, language: Language) -> bool:
    """Whether a word such as "ministry" occurs without words beside it that make it another ministry."""
    for at, word in enumerate(text.words):
        if not word.lower().startswith(part[:HEAD]):
            continue
        before = text.words[at - 1] if at else ""
        behind = text.words[at + 1 : at + 3]
        if _is_other(before, parts, language, anywhere=False):
            continue
        of_another = len(behind) > 1 and behind[0].lower() in language.discourse.small_names and behind[1][0].isupper()
        if not (of_another and _is_other(behind[1], parts, language, anywhere=True)):
            return True
    return False


def _is_other(word: str, parts: tuple[str, ...], language: Language, *, anywhere: bool) -> bool:
    small = word.lower()
    if not word or small in parts or small in language.discourse.small_names or small.isdigit():
        return False
    if any(small[:HEAD] == part[:HEAD] for part in parts):
        return False
    return (word[0].isupper() and (anywhere or language.capital_names)) or small.startswith(
        language.discourse.generic_bodies
    )


def _is_role_named(role: tuple[str, ...], text: NameTokens, language: Language) -> bool:
    """Whether a text has the main word of a role, and beside it no word that makes it another role."""
    chief = role[-1]
    beginning = next((one for one in language.discourse.same_roles if chief.startswith(one)), chief[:HEAD])
    if chief[:HEAD] not in text.heads and not any(word.startswith(beginning) for word in text.small):
        return False
    if len(role) == 1:
        return True
    return any(word[:HEAD] in text.heads for word in role[:-1]) or _is_without_other(chief, role, text, language)


def _is_role_of_another(who: SourceNames, text: NameTokens) -> bool:
    """Whether a role occurs only beside names of other people: "Governor Ada Holt", "Ada Holt, governor"."""
    chiefs = {role[-1][:HEAD] for role in who.roles}
    own = {part for parts in who.names for part in parts}
    at = [index for index, word in enumerate(text.words) if word.lower()[:HEAD] in chiefs]
    return bool(at) and bool(own) and all(_has_another_name(text.words, index, own, who.language) for index in at)


def _has_another_name(words: tuple[str, ...], at: int, own: set[str], language: Language) -> bool:
    def is_other(index: int) -> bool:
        if not 0 <= index < len(words) or not words[index][0].isupper():
            return False
        small = words[index].lower()
        return small not in own and small not in language.discourse.small_names and len(small) > 1

    both_behind = is_other(at + 1) and (language.capital_names or is_other(at + 2))
    before = at - 1 - (at > 0 and words[at - 1] in language.indefinite_articles)  # "Ada Holt, a minister"
    return both_behind or (language.capital_names and is_other(before) and is_other(before - 1))
