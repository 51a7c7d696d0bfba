from __future__ import annotations

import gc
import re
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from briefing.base.problems import Spot
from briefing.format.tree import (
    Limits,
    Mapping,
    Node,
    Refused,
    Scalar,
    Sequence,
    Tree,
    decode,
    has_invisible,
    parse_tree,
    silent_losses,
)

Plain = str | list["Plain"] | dict[str, "Plain"] | None


def tree(text: str, *, pure: bool = False) -> Tree:
    return parse_tree(text, Path("x.yaml"), pure=pure)


def plain(node: Node | None) -> Plain:
    if isinstance(node, Scalar):
        return node.text
    if isinstance(node, Sequence):
        return [plain(item) for item in node.items]
    if isinstance(node, Mapping):
        return {name: plain(entry.value) for name, entry in node.entries.items()}
    return None


def places(node: Node | None) -> list[Spot]:
    if isinstance(node, Sequence):
        return [node.spot, *(spot for item in node.items for spot in places(item))]
    if isinstance(node, Mapping):
        inner = [[entry.key.spot, *places(entry.value)] for entry in node.entries.values()]
        return [node.spot, *(spot for spots in inner for spot in spots)]
    return [] if node is None else [node.spot]


def value(text: str, key: str = "a") -> Scalar:
    root = tree(text).node
    assert isinstance(root, Mapping)
    node = root.entries[key].value
    assert isinstance(node, Scalar)
    return node


def said(text: str, *, pure: bool = False) -> list[str]:
    return [f"{p.place.line}:{p.place.column} {p.code} {p.sentence}" for p in tree(text, pure=pure).problems]


@pytest.mark.parametrize("text", ["no", "12:30", "2024-01-05", "1.10", "017", "~", "null", "0x1F", "1e3", ".inf", "="])
def test_everything_is_text(text: str) -> None:
    assert value(f"a: {text}\n").text == text


def test_a_tree_holds_lists_and_mappings_in_the_order_of_the_file() -> None:
    assert plain(tree("b: [x, {c: d}]\na:\n- y\n").node) == {"b": ["x", {"c": "d"}], "a": ["y"]}


def test_a_place_counts_from_one_in_characters() -> None:
    assert value("é: 1\nα: {β: γ, a: b}\na: 'x'\n").spot == Spot(3, 4)


def test_a_place_counts_an_emoji_as_one() -> None:
    assert places(tree("a: [😀, b]").node) == [(1, 1), (1, 1), (1, 4), (1, 5), (1, 8)]


@pytest.mark.parametrize("text", ["a: bcd", "a: 'bcd'", 'a: "bcd"'])
def test_the_place_of_a_character_inside_a_text_is_known(text: str) -> None:
    assert value(text).spot_at(1) == Spot(1, text.index("c") + 1)


@pytest.mark.parametrize("text", ["a: 'b''cd'", 'a: "b\\tcd"', "a: b\n  cd", "a: |\n  bcd\n"])
def test_the_place_of_a_character_is_not_invented(text: str) -> None:
    assert value(text).spot_at(1) == Spot(1, 4)


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_line_ends_of_every_system_count_the_same(end: str) -> None:
    assert value(f"b: |{end}  c{end}  d{end}a: x{end}").spot == Spot(4, 4)


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_line_ends_inside_a_text_are_newlines(end: str) -> None:
    assert value(f"a: |{end}  c{end}  d{end}").text == "c\nd\n"


@pytest.mark.parametrize("character", ["\u2028", "\u2029", "\x85"])
@pytest.mark.parametrize("pure", [False, True])
def test_what_editors_do_not_count_as_a_line_end_is_none(character: str, *, pure: bool) -> None:
    root = tree(f"b: x{character}y\na: z\n", pure=pure).node
    assert places(root) == [(1, 1), (1, 1), (1, 4), (2, 1), (2, 4)]


@pytest.mark.parametrize("character", ["\u2028", "\u2029"])
def test_line_and_paragraph_separators_stay_in_the_text(character: str) -> None:
    assert value(f"a: x{character}y").text == f"x{character}y"


def test_a_next_line_character_is_shown_as_replaced() -> None:
    assert value("a: x\x85y").text == "x\ufffdy"


def test_a_byte_order_mark_takes_no_place() -> None:
    assert value(decode(b"\xef\xbb\xbfa: b").text).spot == Spot(1, 4)


def test_tabs_and_emoji_sequences_stay() -> None:
    assert value("a: x\ty 👩\u200d🚀").text == "x\ty 👩\u200d🚀"


@pytest.mark.parametrize("character", ["\x00", "\x07", "\x1b", "\x7f", "\x9b", "\u202e", "\u2066", "\ud800", "\ufffe"])
def test_an_unsafe_character_is_replaced_in_its_place(character: str) -> None:
    assert value(f"a: x{character}y").text == "x\ufffdy"


def test_many_lines_of_control_characters_are_summed_up() -> None:
    problems = said("a: |\n" + "  \a\n" * 100)
    assert len(problems) == 20
    assert problems[-1].endswith("and so are those in 80 more lines")


def test_a_line_is_warned_about_once() -> None:
    assert len(said("a: \a\a\a")) == 1


def test_an_anchored_text_is_kept() -> None:
    assert plain(tree("a: &b c").node) == {"a": "c"}


def test_an_alias_leaves_a_refused_node() -> None:
    root = tree("a: *b").node
    assert isinstance(root, Mapping)
    assert isinstance(root.entries["a"].value, Refused)


def test_the_first_of_equal_keys_counts() -> None:
    assert plain(tree("a: 1\na: 2").node) == {"a": "1"}


def test_nothing_is_reported_inside_what_is_dropped() -> None:
    codes = [problem.code for problem in tree("a: 1\na: {b: 1, b: 2, c: &x [*y]}\n[d, &e f]: {g: 1, g: 2}\n").problems]
    assert codes == ["field-twice", "yaml-key"]


def test_after_what_is_dropped_problems_are_reported_again() -> None:
    assert [problem.code for problem in tree("a: 1\na: [b]\nc: 1\nc: 2\n").problems] == ["field-twice"] * 2


def test_a_merge_key_in_quotes_is_a_key() -> None:
    assert plain(tree("'<<': a").node) == {"<<": "a"}


def test_a_key_without_a_value_is_empty() -> None:
    assert plain(tree("a:\nb: {c}\n").node) == {"a": "", "b": {"c": ""}}


def test_one_document_may_begin_and_end_with_its_marks() -> None:
    assert said("---\na: b\n...\n") == []


def test_what_stands_before_a_second_document_is_whole() -> None:
    assert tree("a: b\n---\nc: d\n").whole


def test_what_stands_before_broken_syntax_is_kept() -> None:
    broken = tree("a: [b, {c: d,\ne: 'f\n")
    assert (plain(broken.node), broken.whole) == ({"a": ["b", {"c": "d"}]}, False)


SYNTAX = (
    ('a: "b\nc: d\n', "1:4 yaml-syntax this quote mark is never closed"),
    ("a: 'b\n", "1:4 yaml-syntax this quote mark is never closed"),
    ("a: [b, c\nd: e\n", "1:4 yaml-syntax this [ is not closed with ], or a comma is missing after an item"),
    ("a: {b: c\n", "1:4 yaml-syntax this { is not closed with }, or a comma is missing after an item"),
    ("a: [b}\n", "1:6 yaml-syntax a comma or ] is missing before this: the [ in column 4 is still open"),
    ("a: [", "1:4 yaml-syntax this [ is not closed with ], or a comma is missing after an item"),
    ("a: {b: [c], ", "1:4 yaml-syntax this { is not closed with }, or a comma is missing after an item"),
    ("a: b: c\n", "1:5 yaml-syntax a colon with a space after it begins a new value: put the whole text in quotes"),
    (
        "a: b\n c: d\n",
        "2:3 yaml-syntax a key cannot stand here: the indentation is wrong, or the text above needs quotes",
    ),
    ("a:\n\tb: c\n", "2:1 yaml-syntax a tab cannot indent a line: use spaces"),
    ("a:\n  b: c\n\td: e\n", "3:1 yaml-syntax a tab cannot indent a line: use spaces"),
    ("a: @b\n", "1:4 yaml-syntax a text cannot begin with @: put it in quotes"),
    ("a:\n  b: c\n d: e\n", "3:2 yaml-syntax the indentation of this line fits none of the lines above"),
    ("- a\nb: c\n", "2:1 yaml-syntax the indentation of this line fits none of the lines above"),
    (
        'a: "b" c\n',
        "1:8 yaml-syntax after a closing quote mark the line must end: use the other kind of quote marks outside",
    ),
    ("a: [b] c\n", "1:8 yaml-syntax after a closing bracket the line must end: put the whole text in quotes"),
    ("a: b\nc\nd: e\n", "2:1 yaml-syntax this line is not “key: value”: a colon with a space after it is missing"),
    (
        "a: b\nc：d\n",
        "2:1 yaml-syntax the colon of this line is not the one of YAML: type a plain : with a space after it",
    ),
    ("a:\n- b\n-c\n", "3:1 yaml-syntax a list item needs a space after its dash"),
    ("a:\n- b\n• c\n", "3:1 yaml-syntax a list item begins with a plain - and a space, not with •"),
    ("a: [#b, c]\n", "1:5 yaml-syntax from # on this is a comment: a text that begins with # needs quotes"),
    (
        "a: - b\n",
        "1:4 yaml-syntax a list cannot begin here: put each “- item” on a line of its own, or the text in quotes",
    ),
    (
        "a: |x\n",
        "1:5 yaml-syntax after | or > the line must end, and the text begins in the next line, indented with spaces",
    ),
    ("%YAML 3.0\n---\na: b\n", "1:1 yaml-syntax a line that begins with % has no use in a brief: remove it"),
    ("a: , b\n", "1:4 yaml-syntax a value is missing before “,”, or the text needs quotes"),
    (
        "  a: b\nc: d\n",
        "2:1 yaml-syntax this belongs to nothing above: the indentation differs, or a colon is missing",
    ),
    (
        "a: * b\n",
        "1:4 yaml-anchor a text that begins with & or * needs quotes (anchors and aliases have no use in a brief)",
    ),
    ("a: !<b\n", "1:4 yaml-tag a text that begins with ! needs quotes (tags have no use in a brief)"),
)


@pytest.mark.parametrize("pure", [False, True])
@pytest.mark.parametrize(("text", "sentence"), SYNTAX)
def test_broken_syntax_is_said_in_plain_words(text: str, sentence: str, *, pure: bool) -> None:
    assert said(text, pure=pure) == [sentence]


@pytest.mark.parametrize("pure", [False, True])
@pytest.mark.parametrize("escape", ["\\q", "\\x9", "\\u12", "\\U00110000"])
def test_an_escape_that_is_none_is_named_at_its_backslash(escape: str, *, pure: bool) -> None:
    sentence = "in double quotes \\ begins an escape, and this is none: write \\\\ or use single quotes"
    assert said(f'a: "b{escape}"', pure=pure) == [f"1:6 yaml-syntax {sentence}"]


@pytest.mark.parametrize("text", ['a: "\\U00110000"', "[" * 50, "a: b\na: c", "a: &b c", "---\n--- a", 'a: "\\e"'])
def test_both_parsers_find_the_same_kind_of_problem(text: str) -> None:
    assert [p.code for p in tree(text).problems] == [p.code for p in tree(text, pure=True).problems]


LOST = (
    ("a:\n- b: c\n \u00a0d: e\n", "3:2", "U+00A0 (no-break space)"),
    ("a:\n-\u00a0b\n-\u00a0c\n", "2:2", "U+00A0 (no-break space)"),
    ("a: b\nc:\u202fd\n", "2:3", "U+202F (narrow no-break space)"),
    ("a:\n- b:\u00a0c\n", "2:5", "U+00A0 (no-break space)"),
    ("a:\n\u3000\u3000- b: c\n", "2:1", "U+3000 (ideographic space)"),
    ("a:\n  \u200b- b\n", "2:3", "U+200B (zero width space)"),
    ("a:\n  - b\n    \u00a0- c\n", "3:5", "U+00A0 (no-break space)"),
    ("a: b\n\ufeffc: d\n", "2:1", "U+FEFF (zero width no-break space)"),
    ("a: b\u2028c: d\n", "1:5", "U+2028 (line separator)"),
    ("a: \u200e[b, c]\n", "1:4", "U+200E (left-to-right mark)"),
    ("a: \u00a0'b'\n", "1:4", "U+00A0 (no-break space)"),
    ('"a\u200bb": c\n', "1:3", "U+200B (zero width space)"),
    ("a\u00ad: c\n", "1:2", "U+00AD (soft hyphen)"),
)


@pytest.mark.parametrize("pure", [False, True])
@pytest.mark.parametrize(("text", "place", "name"), LOST)
def test_an_invisible_character_that_loses_something_is_named(text: str, place: str, name: str, *, pure: bool) -> None:
    (sentence,) = said(text, pure=pure)
    assert sentence.startswith(f"{place} invisible-character an invisible character, {name}, stands ")


@pytest.mark.parametrize("pure", [False, True])
@pytest.mark.parametrize(
    ("text", "value"),
    [
        ('"\\ud83d\\ude00 a"', "\U0001f600 a"),
        ('"\\uD83D\\uDE00\\\\ud83d"', "\U0001f600\\ud83d"),
        ('"\\ud83d\\uDE00" # c', "\U0001f600"),
        ('[a, "\\ud83d\\ude00"]', ["a", "\U0001f600"]),
        ("'\\ud83d'", "\\ud83d"),
        ("b \\uD83d", "b \\uD83d"),
        ('["\\ud83d\\ude00", \\uDaFe \\ue83d]', None),
        ('["\\ud83d\\ude00", \\uDaFe]', ["\U0001f600", "\\uDaFe"]),
    ],
)
def test_halves_of_a_character_are_joined_in_double_quotes(text: str, value: Plain, *, pure: bool) -> None:
    root = plain(tree(f"a: {text}\n", pure=pure).node)
    assert value is None or root == {"a": value}


def test_half_a_character_alone_is_named() -> None:
    assert said('a: "b \\ud83d"\n') == [
        "1:4 control-character half a character (a lone surrogate) U+D83D, written as an escape, is shown as \ufffd"
    ]


def test_a_place_behind_joined_halves_is_right() -> None:
    assert value('{b: "\\ud83d\\ude00", a: c}').spot == Spot(1, 24)


TEXTS = st.text(alphabet=st.characters(codec="utf-8", exclude_categories=["Cc", "Cs", "Zl", "Zp"]), max_size=12)
PLAIN = st.recursive(
    TEXTS, lambda inner: st.lists(inner, max_size=3) | st.dictionaries(TEXTS, inner, max_size=3), max_leaves=8
)


def flow(node: Plain) -> str:
    if isinstance(node, list):
        return "[" + ", ".join(flow(item) for item in node) + "]"
    if isinstance(node, dict):
        return "{" + ", ".join(f"{flow(key)}: {flow(inner)}" for key, inner in node.items()) + "}"
    return "'" + (node or "").replace("'", "''") + "'"


@settings(max_examples=150, deadline=None)
@given(PLAIN)
def test_what_is_written_is_read(written: Plain) -> None:
    text = flow(written)
    clean = all(ord(c) not in {0xFFFE, 0xFFFF, 0x10FFFE, 0x10FFFF} and not 0x202A <= ord(c) <= 0x2069 for c in text)
    assert not clean or len(text) > 1000 or plain(tree(text).node) == written


@settings(max_examples=150, deadline=None)
@given(PLAIN)
def test_both_parsers_make_the_same_tree(written: Plain) -> None:
    fast, slow = tree(flow(written)), tree(flow(written), pure=True)
    assert (plain(fast.node), places(fast.node)) == (plain(slow.node), places(slow.node))


@settings(max_examples=200, deadline=None)
@given(st.text(alphabet="[]{}:,-?&*!|>'\"%@`#\\ \n\ta1\x85\u2028\ufeff", max_size=40))
def test_no_text_makes_an_exception(text: str) -> None:
    for pure in (False, True):
        for problem in tree(text, pure=pure).problems:
            assert 1 <= problem.place.line <= len(text.splitlines()) + 1


def test_a_file_of_exactly_the_limit_is_read() -> None:
    assert parse_tree("a: bc", Path("x"), Limits(size=5)).problems == ()


def test_the_limit_on_events_is_said_in_its_place() -> None:
    problem = parse_tree("[a, b, c, d, e, f]", Path("x"), Limits(events=6)).problems[0]
    assert (problem.place.column, problem.sentence) == (11, "the file has more than 6 parts: what follows is not read")


@given(text=st.text("-?:,[]{}&a*!|>'\" \n", max_size=30))
def test_a_text_that_cannot_have_more_parts_than_may_be_has_no_more(text: str) -> None:
    tree = parse_tree(text, Path("x"), Limits(events=4 * len(text) + 7))  # one less, and they are not counted
    assert "too-large" not in [problem.code for problem in tree.problems]


MANY = "a: [" + "{b: c}, " * 100 + "]\n"


@pytest.mark.parametrize(
    ("text", "limits"),
    [
        pytest.param(f"{MANY}d: &e !f g\n", Limits(), id="with marks"),
        pytest.param(MANY, Limits(events=150), id="too many events"),
        pytest.param(f"{MANY}d: ]\n", Limits(), id="broken"),
    ],
)
def test_a_tree_goes_when_nobody_has_it_and_leaves_nothing_to_the_collection_of_garbage(
    text: str, limits: Limits
) -> None:
    parse_tree(text, Path("x.yaml"), limits)  # what is loaded and compiled once
    gc.collect()
    gc.disable()
    try:
        parse_tree(text, Path("x.yaml"), limits)
        left = gc.collect()
    finally:
        gc.enable()
    assert left < 100  # of one tree there would be 500


def test_each_invisible_character_and_unusual_space_is_seen() -> None:
    """The pattern for them is compiled only for a text that may have one."""
    unseen = re.compile(silent_losses._UNSEEN)  # noqa: SLF001 - this is the list of them
    characters = [chr(code) for code in range(0x110000) if not 0xD800 <= code < 0xE000]
    assert [one for one in characters if has_invisible(f"a{one}")] == [one for one in characters if unseen.match(one)]
