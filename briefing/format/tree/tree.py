"""Builds the tree from the events of the parser: limits size and depth, and refuses anchors, tags and the like."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from types import MappingProxyType

from briefing.base.files import BRIEF_LIMIT
from briefing.base.named_tuple import NamedTuple
from briefing.base.problems import Code, Place, Problem, Severity, Spot
from briefing.base.safe_text import REPLACEMENT, first_unsafe, safe, safe_line
from briefing.format.tree.decoding import (
    Prepared,
    describe_character,
    join_surrogates,
    prepare_text,
    restore_separators,
    undo_stand_ins,
)
from briefing.format.tree.libyaml.events import (
    AliasEvent,
    CollectionStartEvent,
    DocumentStartEvent,
    Event,
    MappingStartEvent,
    MarkedYAMLError,
    NodeEvent,
    ScalarEvent,
    StreamEndEvent,
)
from briefing.format.tree.nodes import Mapping, Node, ParserMark, Refused, Scalar, Sequence, new_tuple, spot_of_mark
from briefing.format.tree.parser import event_source
from briefing.format.tree.silent_losses import Comments, comments, invisible_near, silent_losses
from briefing.format.tree.syntax import explain_syntax_error, find_merge_conflict


class Limits(NamedTuple):
    """How large a file may be."""

    size: int = BRIEF_LIMIT
    """Bytes of one file."""
    depth: int = 40
    """Nested lists and mappings. libyaml itself becomes slow, then overflows, at some thousands."""
    events: int = 50_000
    """Texts, and starts and ends of lists and mappings, which determine time and memory better than bytes do."""


DEFAULT_LIMITS = Limits()

_EVENTS_A_CHARACTER = 4
"""Events of one character at most: "?" alone is the start and end of a mapping with an empty key and value."""
_EVENTS_OF_NOTHING = 8
"""Events of an empty file: of the stream, the document and an empty text."""
_QUOTED = 60
"""Characters of the file that a sentence repeats at most."""


class Tree(NamedTuple):
    """The tree of a file, as far as it could be read."""

    node: Node | None
    """The root. None: nothing was read."""
    problems: tuple[Problem, ...]
    whole: bool
    """False: reading stopped early, so what seems to be missing may follow later in the file."""
    unfinished: frozenset[Spot] = frozenset()
    """Starts of the lists and mappings in which reading stopped. They may be wrong only because of that."""
    commented: Comments = MappingProxyType({})
    """Comments in place of values, by the spots of the empty values."""


def parse_tree(text: str, path: Path, limits: Limits = DEFAULT_LIMITS, *, pure: bool = False) -> Tree:
    """Read a YAML text into a tree. Never raises: everything that is wrong is a problem with a place.

    `pure` asks for the parser written in Python, which is used anyway if PyYAML was built without libyaml.
    """
    size = len(text) if text.isascii() else len(text.encode("utf-8", "surrogatepass"))
    too_large = size_problem(size, path, limits)
    if too_large is not None:
        return Tree(None, (too_large,), whole=False)
    prepared = prepare_text(text)
    merging = find_merge_conflict(prepared.text)
    body = prepared.text if merging is None else prepared.text[: merging[0]]
    walk = _Walk(path, limits, event_source(body, pure=pure), prepared)
    for finding in prepared.findings:
        walk.report(Code.CONTROL_CHARACTER, finding.spot, finding.sentence, Severity.WARNING)
    try:
        walk.document()
    except MarkedYAMLError as error:
        if merging is None:
            unseen = invisible_near(body, (error.problem_mark, error.context_mark))
            walk.stop(unseen or explain_syntax_error(error, body, next(filter(None, walk.unfinished), None)))
    except _StoppedError as error:
        walk.stop(error.finding)
    if merging is not None:
        walk.stop(merging[1])
    walk.look_for_losses(body)
    unfinished = frozenset(map(spot_of_mark, filter(None, walk.unfinished)))
    return Tree(walk.root, tuple(walk.problems), walk.whole, unfinished, comments(walk.root, body))


def size_problem(size: int, path: Path, limits: Limits) -> Problem | None:
    """Return the problem of a file with more bytes than a brief may have. None: it has not."""
    if size <= limits.size:
        return None
    sentence = f"the file has {size:,} bytes, and a brief may have {limits.size:,}"
    return Problem(Place(path, 1, 1), Code.TOO_LARGE, sentence)


_Finding = tuple[Code, Spot, str]


def _plain_scalar(event: ScalarEvent) -> Scalar:
    return new_tuple(Scalar, (event.value, event.start_mark, event.end_mark, event.style))


class _StoppedError(Exception):
    """Reading stops here; the rest of the file is not read."""

    def __init__(self, finding: _Finding) -> None:
        super().__init__(finding)
        self.finding = finding


class _Walk:
    """The tree while it is built. A node is added to its parent before it is filled, so an error loses nothing."""

    def __init__(self, path: Path, limits: Limits, next_event: Callable[[], Event | None], prepared: Prepared) -> None:
        self.root: Node | None = None
        self.problems: list[Problem] = []
        self.whole = True
        self.unfinished: list[ParserMark | None] = []
        """Starts of the lists and mappings in which reading stopped, the innermost first."""
        self._path = path
        self._limits = limits
        self._next_event = next_event
        self._left = limits.events
        self._is_counted = len(prepared.text) * _EVENTS_A_CHARACTER + _EVENTS_OF_NOTHING > self._left
        self._has_separators = prepared.has_separators
        self._has_surrogates = prepared.has_surrogates
        has_marks = any(mark in prepared.text for mark in "&!\\")
        self._is_plain = not has_marks and not prepared.has_separators
        self._muted = 0
        """Greater than 0 inside a node that has been reported as a whole."""

    def report(self, code: Code, spot: Spot, sentence: str, severity: Severity = Severity.ERROR) -> None:
        """Add a problem, unless it is inside a node that has been reported."""
        if not self._muted:
            self.problems.append(Problem(Place(self._path, *spot), code, sentence, severity))

    def stop(self, finding: _Finding) -> None:
        """Report the problem because of which reading stops."""
        self._muted = 0
        self.whole = False
        self.report(*finding)

    def look_for_losses(self, text: str) -> None:
        """Report what YAML loses silently."""
        for code, spot, sentence, severity, within in silent_losses(self.root, text):
            self.report(code, spot, sentence, severity)
            if severity is Severity.ERROR:
                self.whole = False
                self.unfinished.append(within)

    # Both would keep this object, and the whole tree with it, until the next collection of garbage if they were stored.

    @property
    def _take(self) -> Callable[[], Event | None]:
        """Returns the next event. None: there are no more, or the limit is reached."""
        return self._counted if self._is_counted else self._next_event

    @property
    def _scalar(self) -> Callable[[ScalarEvent], Scalar]:
        return _plain_scalar if self._is_plain else self._marked_scalar

    def _counted(self) -> Event | None:
        if not self._left:
            return None
        self._left -= 1
        return self._next_event()

    def document(self) -> None:
        """Read events until the end of the document.

        Raises:
            MarkedYAMLError: the text is not YAML.
            _StoppedError: a limit is exceeded.
        """
        while (event := self._take()) is not None:
            if isinstance(event, StreamEndEvent):
                return None
            if isinstance(event, DocumentStartEvent) and self.root is not None:
                sentence = "a second document begins here: one file is one brief, and this part is not read"
                return self.report(Code.YAML_DOCUMENT, spot_of_mark(event.start_mark), sentence)
            if isinstance(event, NodeEvent):
                self.root = self._node(event, 0)
                self._fill(self.root, 1)
        beyond = self._next_event()
        sentence = f"the file has more than {self._limits.events:,} parts: what follows is not read"
        raise _StoppedError((Code.TOO_LARGE, spot_of_mark(beyond.start_mark if beyond else None), sentence))

    def _fill(self, node: Node, depth: int) -> None:
        try:
            if type(node) is Mapping:
                self._mapping(node, depth)
            elif type(node) is Sequence:
                self._sequence(node.items, depth)
        except (MarkedYAMLError, _StoppedError):
            self.unfinished.append(node.start)
            raise

    def _sequence(self, items: list[Node], depth: int) -> None:
        take, scalar = self._take, self._scalar
        while True:
            event = take()
            if type(event) is ScalarEvent:
                items.append(scalar(event))
            elif isinstance(event, NodeEvent):
                node = self._node(event, depth)
                items.append(node)
                self._fill(node, depth + 1)
            else:
                return

    def _mapping(self, node: Mapping, depth: int) -> None:
        take, is_plain = self._take, self._is_plain
        _, values, key_events = node
        while True:
            event = take()
            if type(event) is not ScalarEvent:
                if not isinstance(event, NodeEvent):
                    return
                self._refuse_key(event, depth)
                continue
            name = event.value if is_plain else self._marked_scalar(event).text
            if (name in values or name == "<<") and not self._is_key(event, name, node):
                self._drop(take(), depth)
                continue
            key_events[name] = event
            value = take()
            if type(value) is ScalarEvent:
                whole = (value.value, value.start_mark, value.end_mark, value.style)
                values[name] = new_tuple(Scalar, whole) if is_plain else self._marked_scalar(value)
            elif isinstance(value, NodeEvent):
                values[name] = inner = self._node(value, depth)
                self._fill(inner, depth + 1)

    def _refuse_key(self, event: NodeEvent, depth: int) -> None:
        if isinstance(event, AliasEvent):
            self._node(event, depth)
        else:
            self.report(Code.YAML_KEY, spot_of_mark(event.start_mark), "a key must be a text, not a list or a mapping")
            self._drop(event, depth)
        self._drop(self._take(), depth)

    def _is_key(self, event: ScalarEvent, name: str, node: Mapping) -> bool:
        """Tell whether a key that occurs twice or is "<<" is a key after all ("<<" in quotes); if not, report it."""
        spot = spot_of_mark(event.start_mark)
        if name in node.values:
            first = node.key(name).spot
            shown = safe_line(name[:_QUOTED])
            sentence = f"“{shown}” is given twice: the one in line {first.line}, column {first.column} is used"
            self.report(Code.FIELD_TWICE, spot, sentence)
            return False
        if not event.style:
            self.report(Code.YAML_MERGE, spot, "a merge key (<<) has no use in a brief: write the keys out")
            return False
        return True

    def _drop(self, event: Event | None, depth: int) -> None:
        """Skip a node that has been reported."""
        if isinstance(event, NodeEvent):
            self._muted += 1
            self._fill(self._node(event, depth), depth + 1)
            self._muted -= 1

    def _node(self, event: NodeEvent, depth: int) -> Node:
        """Return the node of an event; lists and mappings are empty, for the caller to fill.

        Raises:
            _StoppedError: lists and mappings are nested too deeply.
        """
        start = event.start_mark
        if isinstance(event, CollectionStartEvent):
            if depth >= self._limits.depth:
                sentence = f"lists and mappings stand more than {self._limits.depth} deep inside each other"
                raise _StoppedError((Code.YAML_DEPTH, spot_of_mark(start), sentence))
            if event.anchor is not None or event.tag is not None:
                self._decorated(event, event.tag)
            return (
                new_tuple(Mapping, (start, {}, {}))
                if type(event) is MappingStartEvent
                else new_tuple(Sequence, (start, []))
            )
        if isinstance(event, ScalarEvent):
            return self._scalar(event)
        sentence = f"an alias (*{event.anchor}) has no use in a brief: write out what it stands for"
        self.report(Code.YAML_ANCHOR, spot_of_mark(start), sentence)
        return Refused(start)

    def _marked_scalar(self, event: ScalarEvent) -> Scalar:
        """Return a text in a file that has characters of anchors, tags or escapes."""
        if event.anchor is not None or event.tag is not None:
            self._decorated(event, event.tag)
        text, style = event.value, event.style
        if self._has_surrogates:
            text = join_surrogates(text) if style == '"' else undo_stand_ins(text)
        if style == '"' and not text.isprintable():
            text = self._without_escapes(text, event)
        if self._has_separators:
            text = restore_separators(text)
        return Scalar(text, event.start_mark, event.end_mark, style)

    def _without_escapes(self, text: str, event: ScalarEvent) -> str:
        at = first_unsafe(text)
        if at is None:
            return text
        sentence = f"{describe_character(text[at])}, written as an escape, is shown as {REPLACEMENT}"
        self.report(Code.CONTROL_CHARACTER, spot_of_mark(event.start_mark), sentence, Severity.WARNING)
        return safe(text)

    def _decorated(self, event: NodeEvent, tag: str | None) -> None:
        spot = spot_of_mark(event.start_mark)
        if event.anchor is not None:
            sentence = f"an anchor (&{event.anchor[:_QUOTED]}) has no use in a brief: remove it"
            self.report(Code.YAML_ANCHOR, spot, sentence)
        if tag is not None:
            name = safe_line(tag.replace("tag:yaml.org,2002:", "!!")[:_QUOTED])
            self.report(Code.YAML_TAG, spot, f"a tag ({name}) has no use in a brief: everything is text")
