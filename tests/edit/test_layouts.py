"""Changes of briefs in generated layouts: the content is as expected, and every other line stays as it is."""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

from hypothesis import given, settings
from hypothesis import strategies as st

from briefing.edit.changes import BriefText, ItemPath
from briefing.fix.content import PlainContent, plain_content
from briefing.format.tree import parse_tree

WORDS = st.sampled_from(
    ["One.", "It rose by 3%", "a: b", "'quoted'", "x # y", "- dash", "Ünï “cøde”", "1,000", "[a]", "{"]
)
FEW = settings(max_examples=40, deadline=None)
EMPTY = st.integers(0, 2)


class Item(NamedTuple):
    """One item as it is written, without indentation."""

    content: PlainContent
    lines: tuple[str, ...]
    """Without comments above it."""


class Layout(NamedTuple):
    """One block with its items."""

    name: str
    items: tuple[Item, ...]
    above: tuple[tuple[str, ...], ...]
    """Comments above each item."""
    empty: tuple[int, ...]
    """Empty lines above each item and its comments."""
    indent: int
    heading: tuple[str, ...]
    """Comments above its key."""


def quoted(text: str) -> str:
    return "'" + text.replace("'", "''") + "'"


@st.composite
def items(draw: st.DrawFn, number: int) -> Item:
    text = f"{draw(WORDS)} {number}"
    written = draw(st.sampled_from([quoted(text), f'"{text}"']))
    comment = draw(st.sampled_from(["", "  # behind"]))
    has_review = draw(st.booleans())
    content: dict[str, PlainContent] = {"text": text, "reviewed": "no"} if has_review else {"text": text}
    match draw(st.sampled_from(["bare", "flow", "flow lines", "block", "folded", "dash alone"])):
        case "bare":
            return Item(text, (f"- {written}{comment}",))
        case "flow":
            inner = f"text: {written}" + (", reviewed: no" if has_review else "")
            return Item({**content, "cites": ["a", "b"]}, (f"- {{{inner}, cites: [a, b]}}{comment}",))
        case "flow lines":
            review = ("    reviewed: no,",) if has_review else ()
            whole = ("- {", f"    text: {written},{comment}", *review, "    by: a", f"  }}{comment}")
            return Item({**content, "by": "a"}, whole)
        case "folded":
            review = ("  reviewed: no",) if has_review else ()
            return Item({**content, "text": "Some\ntext."}, ("- text: |-", "    Some", "    text.", *review))
        case "dash alone":
            review = ("  reviewed: no",) if has_review else ()
            return Item(content, ("-", f"  text: {written}{comment}", *review))
        case _:
            first = draw(st.booleans()) and has_review
            review = (f"reviewed: no{comment}",) if has_review else ()
            own = (*review, f"text: {written}") if first else (f"text: {written}", *review)
            whole = (*own, "cites:", f"  - quote: {written}  # q", "    # in the item")
            pairs = {"reviewed": "no", **content} if first else content
            return Item({**pairs, "cites": [{"quote": text}]}, (f"- {whole[0]}", *(f"  {line}" for line in whole[1:])))


@st.composite
def blocks(draw: st.DrawFn, name: str) -> Layout:
    count = draw(st.integers(1, 4))
    made = tuple(draw(items(number)) for number in range(count))
    above = tuple(draw(st.sampled_from([(), ("# above",), ("# above", "# in two lines")])) for _ in made)
    return Layout(
        name,
        made,
        above,
        tuple(draw(EMPTY) for _ in made),
        draw(st.sampled_from([0, 2, 4])),
        draw(st.sampled_from([(), (f"# about {name}",)])),
    )


def chunk(layout: Layout, number: int) -> list[str]:
    """Return the lines of an item, with its comments."""
    return [" " * layout.indent + line for line in (*layout.above[number], *layout.items[number].lines)]


def block_lines(layout: Layout) -> list[str]:
    lines = [*layout.heading, f"{layout.name}:  # key"]
    for number, empty in enumerate(layout.empty):
        lines += [""] * empty + chunk(layout, number)
    return lines


LAYOUTS = st.lists(st.sampled_from(["summary", "timeline"]), min_size=1, unique=True).flatmap(
    lambda names: st.tuples(*(blocks(name) for name in names))
)
HEAD = ["# top", "briefing: 1", "title: t"]


def content_of(text: str) -> PlainContent:
    tree = parse_tree(text, Path())
    assert tree.whole
    return plain_content(tree.node)


def in_order(content: PlainContent) -> object:
    """Return a content that differs if keys are in another order."""
    if isinstance(content, dict):
        return [(key, in_order(value)) for key, value in content.items()]
    return [in_order(item) for item in content] if isinstance(content, list) else content


def filled(text: str) -> list[str]:
    return [line for line in text.splitlines() if line.strip()]


class Case(NamedTuple):
    """A brief, and one item of it."""

    text: str
    lines: list[str]
    layout: Layout
    number: int

    @property
    def path(self) -> ItemPath:
        return self.layout.name, self.number

    @property
    def held(self) -> list[PlainContent]:
        """The content of the items of the block."""
        return [one.content for one in self.layout.items]

    @property
    def own(self) -> list[str]:
        """The lines of the item, with its comments."""
        return chunk(self.layout, self.number)

    @property
    def rest(self) -> list[str]:
        """All other lines, without the empty ones."""
        at = self.lines.index(f"{self.layout.name}:  # key") + 1
        for before in range(self.number):
            at += self.layout.empty[before] + len(chunk(self.layout, before))
        at += self.layout.empty[self.number]
        return [line for line in [*self.lines[:at], *self.lines[at + len(self.own) :]] if line.strip()]

    def check(self, after: BriefText, items: list[PlainContent]) -> None:
        """Fail unless the block has these items now, and everything else is as it was."""
        before = content_of(self.text)
        assert isinstance(before, dict)
        assert in_order(before[self.layout.name]) == in_order(self.held)
        expected = {**before, self.layout.name: items}
        if not items:
            del expected[self.layout.name]
        assert in_order(content_of(after.text)) == in_order(expected)
        assert after.text.count("\n") == after.text.count("\r\n" if "\r" in self.text else "\n")


@st.composite
def cases(draw: st.DrawFn) -> Case:
    layouts = draw(LAYOUTS)
    lines = [*HEAD, *(line for layout in layouts for line in ["", *block_lines(layout)])]
    newline = draw(st.sampled_from(["\n", "\r\n"]))
    text = newline.join(lines) + draw(st.sampled_from(["", newline]))
    layout = draw(st.sampled_from(layouts))
    return Case(text, lines, layout, draw(st.integers(0, len(layout.items) - 1)))


@FEW
@given(cases())
def test_a_dropped_item_goes_with_its_comments_and_nothing_else(case: Case) -> None:
    after = BriefText(case.text).without([case.path])
    rest, layout = case.rest, case.layout
    if len(layout.items) == 1:
        rest = [line for line in rest if line not in {*layout.heading, f"{layout.name}:  # key"}]
    assert filled(after.text) == rest
    case.check(after, [one for number, one in enumerate(case.held) if number != case.number])


@FEW
@given(cases(), st.sampled_from([-1, 1, 3]))
def test_a_moved_item_takes_its_comments_along(case: Case, by: int) -> None:
    after = BriefText(case.text).moved(case.path, by)
    assert sorted(after.text.splitlines()) == sorted(case.lines)
    held = case.held
    item = held.pop(case.number)
    held.insert(max(case.number + by, 0), item)
    case.check(after, held)


@FEW
@given(cases())
def test_a_confirmed_item_loses_its_mark_only(case: Case) -> None:
    after = BriefText(case.text).confirmed(case.path)
    assert [line for line in case.rest if line not in after.text] == []
    assert len(case.text) - len(after.text) <= len("      reviewed: no  # behind\r\n")
    held = case.held
    item = held[case.number]
    if isinstance(item, dict):
        held[case.number] = {key: value for key, value in item.items() if key != "reviewed"}
    case.check(after, held)


@FEW
@given(cases().filter(lambda case: case.layout.name == "summary"))
def test_a_key_is_set_and_no_line_is_lost(case: Case) -> None:
    after = BriefText(case.text).with_key(case.path, "note", "Why: so")
    lines = filled(after.text)
    assert [line for line in case.rest if line not in lines] == []
    assert after.text.count("#") == case.text.count("#")
    held = case.held
    item = held[case.number]
    held[case.number] = with_note(item if isinstance(item, dict) else {"text": item})
    case.check(after, held)


@FEW
@given(cases(), st.integers(0, 4))
def test_a_new_item_leaves_every_line_as_it_is(case: Case, index: int) -> None:
    after = BriefText(case.text).with_item(case.layout.name, {"text": "New: a"}, index)
    assert [line for line in filled(after.text) if "New: a" not in line] == filled(case.text)
    held = case.held
    held.insert(index, {"text": "New: a"})
    case.check(after, held)


def with_note(item: dict[str, PlainContent]) -> dict[str, PlainContent]:
    """Return an item with a note after the last key that it follows."""
    pairs = list(item.items())
    at = max((place for place, (key, _) in enumerate(pairs) if key in {"text", "by"}), default=-1)
    if "by" in item and "text" in item:
        at = list(item).index("by")
    return dict([*pairs[: at + 1], ("note", "Why: so"), *pairs[at + 1 :]])
