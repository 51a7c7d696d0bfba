"""A text is compared with the few sources of a brief that it may name, and with every one that it names."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from briefing.evidence.languages import table
from briefing.evidence.words.named_sources import MOST_ALIKE, NamedSources
from briefing.evidence.words.source_names import is_source_named, last_named, name_tokens_of
from briefing.format.model import Brief, Entity, Source, SourceKind

ENGLISH = table("en")
WORDS = (
    *("Maren", "Holt", "Holts", "Syria", "Syrian", "Ministry", "ministries", "of", "Defence", "Harbour", "Kim", "U.N."),
    *("UN", "spokesman", "spokeswoman", "king", "kingdom", "agency", "governor", "the", "Selby", "Reiss", "bank"),
)
NAMES = st.lists(st.sampled_from(WORDS), min_size=1, max_size=4).map(" ".join)
SOURCES = st.builds(
    Source,
    id=st.just("s"),
    number=st.just(1),
    kind=st.sampled_from([SourceKind.PERSON, SourceKind.ORGANISATION, SourceKind.UNNAMED]),
    name=st.none() | NAMES,
    role=st.none() | NAMES,
    title=st.none() | NAMES,
)


def brief(*sources: Source, entities: tuple[Entity, ...] = ()) -> Brief:
    return Brief(id="b", title="T", sources=sources, entities=entities)


@given(source=SOURCES, alias=NAMES, text=st.lists(st.sampled_from(WORDS), max_size=8).map(" ".join))
def test_every_source_that_a_text_names_is_found(source: Source, alias: str, text: str) -> None:
    entities = (Entity(name=source.name, aliases=(alias,)),) if source.name else ()
    known, said = NamedSources(brief(source, entities=entities), ENGLISH), name_tokens_of(text)
    who = known.names(source)
    if is_source_named(who, said, by_role=not who.is_person) or last_named(who, said) >= 0:
        assert [found for found, _ in known.named_in(said)] == [source]


def test_of_many_sources_only_those_are_found_that_a_text_may_name() -> None:
    people = (Source(id=f"s{at}", number=at, kind=SourceKind.PERSON, name=f"Ana{at} Holt{at}") for at in range(400))
    bodies = (Source(id=f"b{at}", number=at, kind=SourceKind.DOCUMENT, name=f"{at} Report") for at in range(400, 800))
    known = NamedSources(brief(*people, *bodies), ENGLISH)
    found = known.named_in(name_tokens_of("Ana7 Holt7 met Holt9 before the 612th meeting"))
    assert [source.id for source, _ in found] == ["s7", "s9", "b612"]


def test_of_very_many_sources_of_one_name_so_many_are_found_that_it_can_be_said() -> None:
    alike = (Source(id=f"s{at}", number=at, kind=SourceKind.PERSON, name=f"Ana{at} Holt") for at in range(400))
    assert len(NamedSources(brief(*alike), ENGLISH).named_in(name_tokens_of("Holt said"))) == MOST_ALIKE + 1
