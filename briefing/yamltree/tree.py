"""Owns the walk over the parser's events: limits on depth and size, and what YAML offers and a brief has no use for."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import yaml
from yaml.events import (
    AliasEvent,
    CollectionEndEvent,
    CollectionStartEvent,
    DocumentStartEvent,
    Event,
    MappingStartEvent,
    ScalarEvent,
    StreamEndEvent,
)

from briefing.problems import Code, Place, Problem, Severity, Spot
from briefing.safetext import REPLACEMENT, first_unsafe, safe, safe_line
from briefing.yamltree.engines import event_source
from briefing.yamltree.nodes import Entry, Mapping, Node, Refused, Scalar, Sequence, spot_of
from briefing.yamltree.plaintext import described, prepare, restored
from briefing.yamltree.syntax import explain


@dataclass(frozen=True, slots=True)
class Limits:
    """How much of a file is read before it is refused."""

    size: int = 1 << 20
    """Bytes of one file."""
    depth: int = 40
    """Lists and mappings inside each other. libyaml itself slows down, then overflows, in the thousands."""
    events: int = 50_000
    """Texts, and ends of lists and mappings: what costs time and memory, which bytes do not show."""


DEFAULT_LIMITS = Limits()


@dataclass(frozen=True, slots=True)
class Tree:
    """What a file holds, as far as it can be read."""

    node: Node | None
    """None: nothing at all was read."""
    problems: tuple[Problem, ...]
    whole: bool
    """False: reading stopped early, so that what is missing may stand further on."""


def parse_tree(text: str, path: Path, limits: Limits = DEFAULT_LIMITS, *, pure: bool = False) -> Tree:
    """Read a YAML text into a tree. Never raises: whatever is wrong is a problem with a place.

    `pure` asks for the parser written in Python, which is used anyway where PyYAML comes without libyaml.
    """
    size = len(text) if text.isascii() else len(text.encode("utf-8", "surrogatepass"))
    if size > limits.size:
        sentence = f"the file has {size:,} bytes, and a brief may have {limits.size:,}"
        return Tree(None, (Problem(Place(path, 1, 1), Code.TOO_LARGE, sentence),), whole=False)
    prepared = prepare(text)
    walk = _Walk(path, limits, has_separators=prepared.has_separators)
    for finding in prepared.findings:
        walk.report(Code.CONTROL_CHARACTER, finding.spot, finding.sentence, Severity.WARNING)
    try:
        walk.follow(event_source(prepared.text, pure=pure))
    except yaml.MarkedYAMLError as error:
        walk.stop(explain(error, prepared.text))
    return Tree(walk.root, tuple(walk.problems), walk.whole)


class _Walk:
    """The tree while it grows. What is read stays, wherever the walk ends."""

    def __init__(self, path: Path, limits: Limits, *, has_separators: bool) -> None:
        self.root: Node | None = None
        self.problems: list[Problem] = []
        self.whole = True
        self._path = path
        self._limits = limits
        self._has_separators = has_separators
        self._open: list[Sequence | Mapping] = []
        self._keys: list[Scalar | Refused | None] = []
        """For each open node the key that waits for its value; Refused: the value is to be dropped."""
        self._muted: int | None = None
        """Number of open nodes outside of the one that was reported as a whole. None: everything is reported."""

    def report(self, code: Code, spot: Spot, sentence: str, severity: Severity = Severity.ERROR) -> None:
        """Add a problem, unless it lies within something that has been reported."""
        if self._muted is None:
            self.problems.append(Problem(Place(self._path, *spot), code, sentence, severity))

    def stop(self, finding: tuple[Code, Spot, str]) -> None:
        """Report what ends the walk."""
        self._muted = None
        self.whole = False
        self.report(*finding)

    def follow(self, next_event: Callable[[], Event | None]) -> None:
        """Take events until the document ends or a limit is reached."""
        event = next_event()
        for _ in range(self._limits.events):
            event = next_event()
            if isinstance(event, ScalarEvent):
                self._scalar(event)
            elif isinstance(event, CollectionStartEvent):
                if len(self._open) == self._limits.depth:
                    return self.stop(self._too_deep(event))
                self._enter(event)
            elif isinstance(event, CollectionEndEvent):
                self._leave()
            elif event is None or self._is_last(event):
                return None
        sentence = f"the file has more than {self._limits.events:,} parts; what follows is not read"
        return self.stop((Code.TOO_LARGE, spot_of(event.start_mark if event else None), sentence))

    def _too_deep(self, event: Event) -> tuple[Code, Spot, str]:
        sentence = f"lists and mappings stand more than {self._limits.depth} deep inside each other"
        return (Code.YAML_DEPTH, spot_of(event.start_mark), sentence)

    def _is_last(self, event: Event) -> bool:
        if isinstance(event, AliasEvent):
            self._alias(event)
        elif isinstance(event, DocumentStartEvent) and self.root is not None:
            self.report(
                Code.YAML_DOCUMENT,
                spot_of(event.start_mark),
                "a second document begins here: one file is one brief, and this part is not read",
            )
            return True
        return isinstance(event, StreamEndEvent)

    def _scalar(self, event: ScalarEvent) -> None:
        if event.anchor is not None or event.tag is not None:
            self._decorated(event, event.anchor, event.tag)
        text = event.value
        if event.style == '"' and not text.isprintable():
            text = self._without_escapes(text, event)
        if self._has_separators:
            text = restored(text)
        self._put(Scalar(text, event.start_mark, event.end_mark, event.style))

    def _without_escapes(self, text: str, event: ScalarEvent) -> str:
        at = first_unsafe(text)
        if at is None:
            return text
        sentence = f"{described(text[at])}, written as an escape, is shown as {REPLACEMENT}"
        self.report(Code.CONTROL_CHARACTER, spot_of(event.start_mark), sentence, Severity.WARNING)
        return safe(text)

    def _enter(self, event: CollectionStartEvent) -> None:
        if event.anchor is not None or event.tag is not None:
            self._decorated(event, event.anchor, event.tag)
        start = event.start_mark
        node: Sequence | Mapping = Mapping(start, {}) if isinstance(event, MappingStartEvent) else Sequence(start, [])
        self._put(node)
        self._open.append(node)
        self._keys.append(None)

    def _leave(self) -> None:
        self._open.pop()
        self._keys.pop()
        if self._muted == len(self._open):
            self._muted = None

    def _put(self, node: Node) -> None:
        if not self._open:
            self.root = node
            return
        parent = self._open[-1]
        if isinstance(parent, Sequence):
            parent.items.append(node)
            return
        key = self._keys[-1]
        if key is None:
            self._keys[-1] = self._key(parent, node)
            return
        self._keys[-1] = None
        if isinstance(key, Scalar):
            parent.entries[key.text] = Entry(key, node)
        else:
            self._mute(node)

    def _key(self, parent: Mapping, node: Node) -> Scalar | Refused:
        if not isinstance(node, Scalar):
            if not isinstance(node, Refused):
                self.report(Code.YAML_KEY, node.spot, "a key must be a text, not a list or a mapping")
            self._mute(node)
            return Refused(node.start)
        if node.text == "<<" and not node.style:
            self.report(Code.YAML_MERGE, node.spot, "a merge key (<<) has no use in a brief: write the keys out")
            return Refused(node.start)
        if node.text in parent.entries:
            first = parent.entries[node.text].key.spot
            name = safe_line(node.text)
            sentence = f"“{name}” is given twice: first in line {first.line}, column {first.column}, which counts"
            self.report(Code.FIELD_TWICE, node.spot, sentence)
            return Refused(node.start)
        return node

    def _mute(self, node: Node) -> None:
        if self._muted is None and isinstance(node, Sequence | Mapping):
            self._muted = len(self._open)

    def _decorated(self, event: Event, anchor: str | None, tag: str | None) -> None:
        spot = spot_of(event.start_mark)
        if self._value_is_dropped():
            return
        if anchor is not None:
            self.report(Code.YAML_ANCHOR, spot, f"an anchor (&{anchor}) has no use in a brief: remove it")
        if tag is not None:
            name = safe_line(tag.replace("tag:yaml.org,2002:", "!!"))
            self.report(Code.YAML_TAG, spot, f"a tag ({name}) has no use in a brief: everything is text")

    def _alias(self, event: AliasEvent) -> None:
        if not self._value_is_dropped():
            sentence = f"an alias (*{event.anchor}) has no use in a brief: write out what it stands for"
            self.report(Code.YAML_ANCHOR, spot_of(event.start_mark), sentence)
        self._put(Refused(event.start_mark))

    def _value_is_dropped(self) -> bool:
        return bool(self._keys) and isinstance(self._keys[-1], Refused)
