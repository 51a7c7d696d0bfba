from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

from briefing.base.problems import Code
from briefing.format.json_schema import schema_text
from briefing.format.parse import read_brief_text
from briefing.format.parse.numbers import NumberError, parse_number
from briefing.format.parse.schema import BLOCKS, other_fields
from briefing.format.parse.schema_types import FieldType, Shape
from briefing.report.explanations import CODE_EXPLANATIONS
from tests.support.terminal import SAMPLES

HEAD = "briefing: 1\ntitle: Talks\n"
SCHEMA = json.loads(schema_text())
VALIDATOR = Draft202012Validator(SCHEMA)
FROM_YAML = {
    *(Code.YAML_ANCHOR, Code.YAML_DEPTH, Code.YAML_DOCUMENT, Code.YAML_KEY, Code.YAML_MERGE, Code.YAML_SYNTAX),
    *(Code.MERGE_CONFLICT, Code.VALUE_COMMENTED),
}
BEYOND_A_SCHEMA = {
    *FROM_YAML,
    Code.CONTROL_CHARACTER,
    Code.YAML_TAG,
    Code.FIELD_TWICE,
    Code.ID_TWICE,
    Code.REFERENCE,
    Code.CITE_SOURCE,
    Code.INTERVAL,
    Code.DERIVATION,
    Code.DERIVATION_LOOP,
    Code.LANGUAGE,
}


class Texts(yaml.SafeLoader):
    """Types nothing, but knows what is empty."""


class Typing(yaml.SafeLoader):
    """Types as YAML 1.2 does, which is what editors do: dates stay texts, and so do yes and no."""


_TYPED = yaml.SafeLoader.yaml_implicit_resolvers
Texts.yaml_implicit_resolvers = {"": [("tag:yaml.org,2002:null", re.compile(r"\Z"))]}
Typing.yaml_implicit_resolvers = {
    first: [
        (tag, pattern)
        for tag, pattern in pairs
        if not tag.endswith(":timestamp") and not (tag.endswith(":bool") and first in set("yYnNoO"))
    ]
    for first, pairs in _TYPED.items()
}


@pytest.fixture(params=[Texts, Typing], ids=["as text", "as an editor types it"])
def loader(request: pytest.FixtureRequest) -> type[yaml.SafeLoader]:
    chosen: type[yaml.SafeLoader] = request.param
    return chosen


def mistakes(text: str, loader: type[yaml.SafeLoader]) -> list[str]:
    return [error.message for error in VALIDATOR.iter_errors(yaml.load(text, loader))]  # noqa: S506 - no such loader makes objects


def test_the_schema_is_a_schema() -> None:
    Draft202012Validator.check_schema(SCHEMA)


@pytest.mark.parametrize("name", ["bridge", "partnership", "troops"])
def test_the_samples_are_valid(name: str, loader: type[yaml.SafeLoader]) -> None:
    assert mistakes((SAMPLES / f"{name}.yaml").read_text(encoding="utf-8"), loader) == []


OF_FORMAT = [CODE_EXPLANATIONS[code] for code in Code if not CODE_EXPLANATIONS[code].in_words and code not in FROM_YAML]


@pytest.mark.parametrize("passage", OF_FORMAT, ids=lambda passage: passage.code)
def test_every_good_example_is_valid(passage: object, loader: type[yaml.SafeLoader]) -> None:
    good = getattr(passage, "good", "")
    assert mistakes(good if "briefing:" in good else HEAD + good, loader) == []


@pytest.mark.parametrize(
    "passage", [one for one in OF_FORMAT if one.code not in BEYOND_A_SCHEMA], ids=lambda passage: passage.code
)
def test_every_bad_example_is_invalid(passage: object, loader: type[yaml.SafeLoader]) -> None:
    bad = getattr(passage, "bad", "")
    assert mistakes(bad if "briefing:" in bad else HEAD + bad, loader) != []


def figure(fields: str) -> str:
    return f"{HEAD}figures:\n  - {{label: Length, {fields}}}\n"


def event(fields: str) -> str:
    return f"{HEAD}timeline:\n  - {{text: It happened., {fields}}}\n"


def source(fields: str) -> str:
    return f"{HEAD}sources:\n  article: {{kind: article, {fields}}}\n"


BRIEFS = [
    pytest.param(HEAD, id="head alone"),
    pytest.param("briefing: 1\ntitle: 1959\nlede: true\nnote:\nsummary:\n", id="texts that YAML types"),
    pytest.param("briefing: 1\ntitle:\n", id="no title"),
    pytest.param("briefing: one\ntitle: Talks\n", id="no version"),
    pytest.param("title: Talks\n", id="version missing"),
    pytest.param(
        HEAD
        + "summary: [{text: A, cites: [{quote: abc, at: para 3}, article]}]\nsources: {article: {kind: article}}\n",
        id="cites",
    ),
    pytest.param(
        HEAD + "summary: [{text: A, cites: {qoute: abc}}]\nsources: {article: {kind: article}}\n",
        id="misspelt key of a cite",
    ),
    pytest.param(HEAD + "summary: [{text: A, likelihood: perhaps}]\n", id="likelihood"),
    pytest.param(HEAD + "summary: [{text: A, standing: planned, confidence: low}]\n", id="standing"),
    pytest.param(HEAD + "summary: {text: A}\n", id="no list"),
    pytest.param(HEAD + "summary: [[A]]\n", id="list in a list"),
    pytest.param(figure("value: 850"), id="value"),
    pytest.param(figure("value: '11,000', approx: about"), id="value with a comma"),
    pytest.param(figure("value: '11,00'"), id="value with a wrong comma"),
    pytest.param(figure("value: 1.50, low: 3"), id="value and low"),
    pytest.param(figure("low: 1, high: 3"), id="interval"),
    pytest.param(figure("low: 1"), id="half an interval"),
    pytest.param(figure("low: 1, high: 3, value: 2"), id="interval and value"),
    pytest.param(figure("unit: km"), id="no amount"),
    pytest.param(figure("value: , low: 1, high: 2"), id="empty value beside an interval"),
    pytest.param(figure("value: 8, when: XXXX-01/XXXX-02"), id="date without year"),
    pytest.param(figure("value: 8, when: January"), id="date in words"),
    pytest.param(figure("value: 8, measure: a/b"), id="measure"),
    pytest.param(figure("value: 8, measure: A b"), id="wrong measure"),
    pytest.param(event("when: 1959"), id="year"),
    pytest.param(event("stated: long ago"), id="stated"),
    pytest.param(event("place: here"), id="no time"),
    pytest.param(event("when: 1959, basis: editor"), id="reading without a note"),
    pytest.param(event("when: 1959, basis: editor, note: why"), id="reading with a note"),
    pytest.param(source("url: 'https://example.org/a'"), id="url"),
    pytest.param(source("url: ftp://example.org"), id="other scheme"),
    pytest.param(source("file: texts/a.txt"), id="file"),
    pytest.param(source("file: /etc/passwd"), id="absolute path"),
    pytest.param(source("file: a/../../b"), id="path that climbs"),
    pytest.param(source("file: a..b/c...txt"), id="path with dots"),
    pytest.param(source("published: unknown, retrieved: 2024-10-21"), id="published"),
    pytest.param(source("published: soon"), id="published in words"),
    pytest.param(source("reliability: G"), id="reliability"),
    pytest.param(source("withdrawn: 2024"), id="withdrawn"),
    pytest.param(source("withdrawn: the author says so"), id="withdrawn in words"),
    pytest.param(HEAD + "sources: {The Article: {kind: article}}\n", id="id of a source"),
    pytest.param(HEAD + "sources: {article: {title: A}}\n", id="source without a kind"),
    pytest.param(HEAD + "related: [a/b, {brief: c, as: updates}]\n", id="related"),
    pytest.param(HEAD + "related: [a.yaml]\n", id="related with a suffix"),
    pytest.param(HEAD + "entities: [Russia, {name: X, aliases: [Y]}]\n", id="entities"),
    pytest.param(HEAD + "entities: [{kind: place}]\n", id="entity without a name"),
    pytest.param(HEAD + "marking: TLP:AMBER+STRICT\n", id="marking"),
    pytest.param(HEAD + "marking: tlp:red\n", id="marking in small letters"),
    pytest.param(HEAD + "tags: [1, two]\nopen: [What it costs.]\n", id="lists of text"),
    pytest.param(HEAD + "tags: harbour\n", id="text for a list"),
    pytest.param(HEAD + "x-any: {deep: [1, {a: b}]}\n", id="kept for others"),
]


@pytest.mark.parametrize("text", BRIEFS)
def test_schema_and_reader_agree(text: str, loader: type[yaml.SafeLoader]) -> None:
    problems = read_brief_text(text, Path("talks.yaml")).problems
    assert bool(mistakes(text, loader)) == bool(problems)


def test_what_needs_no_code_of_its_own_is_one_text_word_date_or_number() -> None:
    others = {name: other_fields(name) for name in BLOCKS}
    assert {name for name, fields in others.items() if fields} <= {"point", "figure", "event", "source"}
    kinds = {FieldType.TEXT, FieldType.WORD, FieldType.DATE, FieldType.NUMBER}
    assert all(field.kind in kinds and field.shape is Shape.ONE for fields in others.values() for field in fields)


def test_every_field_has_a_description() -> None:
    for block in BLOCKS.values():
        for field in block.fields:
            assert field.meaning
            assert not field.meaning.endswith(".")


@settings(max_examples=150, deadline=None)
@given(text=st.text(alphabet="0123456789,.'’ -+−a", min_size=1, max_size=12).filter(lambda text: text.strip() == text))
def test_what_is_a_number_is_said_alike(text: str) -> None:
    try:
        parse_number(text)
        is_number = True
    except NumberError:
        is_number = False
    pattern = SCHEMA["$defs"]["figure"]["properties"]["value"]["pattern"]
    assert (re.search(pattern, text) is not None) == is_number
