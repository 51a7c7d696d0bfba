"""The guard: anybody's brief, and what of it the saved texts carry.

What is not carried is never passed on with a warning: it is left out, with its reason. What no rule can decide is left
out as well. The rest keeps its layout, its order and its comments.
"""

from __future__ import annotations

import pathlib
from collections.abc import Callable, Iterable, Iterator, Mapping

from briefing.base.frozen import frozen, frozen_kw_only
from briefing.base.problems import BriefingError, Code, Problem, Severity, Spot
from briefing.base.safe_text import one_line, safe, safe_line
from briefing.draft.guarding.claims import claim_objections
from briefing.draft.guarding.consequences import consequences
from briefing.draft.guarding.examined import Examined, Places, claims_of
from briefing.draft.guarding.head import HANDLING, head_objections
from briefing.draft.guarding.objections import GuardCode, Objection
from briefing.draft.guarding.own_words import OwnWords, titles_of
from briefing.draft.guarding.sources import source_objections
from briefing.draft.page import BLOCKS
from briefing.edit.brief_text import EditError, ParsedBrief, Path
from briefing.edit.changes import BriefText
from briefing.evidence.codes import EvidenceCode
from briefing.evidence.languages import table
from briefing.evidence.quotes.folding import fold_words
from briefing.evidence.saved_text import saved_text
from briefing.format.dates import Edtf
from briefing.format.model import Brief, SourceText, TextState
from briefing.format.parse import read_brief_text
from briefing.format.tree import Mapping as Map
from briefing.format.tree import Node, Scalar, Sequence, parse_tree

ReadTexts = Callable[[Brief], Mapping[str, SourceText]]
"""Returns the saved texts of a brief, by the ids of its sources; may raise `GuardError`."""

_PATH = pathlib.Path("brief.yaml")
_ROUNDS = 12
"""Rounds at most: in each, what rested on something withheld is judged anew. If they do not suffice, nothing holds."""
_SHOWN = 80
"""Characters of an item that a line about it repeats at most."""
_ITEMS = frozenset({"summary", "figures", "timeline", "sources", "tags", "entities", "open", "related"})
_NEEDED = frozenset({"kind", "via", "cites"})
"""Keys of a source without which it is not the same one."""
_OF_KEYS = frozenset({Code.FIELD_UNKNOWN})
"""Problems of the format that cost an item only the key that they are about."""


class GuardError(BriefingError):
    """Nothing of a brief can be passed on; the message is one sentence for the user."""


@frozen
class Withheld:
    """A part of a brief that is not passed on."""

    path: Path
    """As the brief has it: ("figures", 3), ("sources", "ministry", "url"). Numbers count from 0."""
    spot: Spot
    """Where it stands in the brief."""
    words: str
    """What it says, shortened; safe to print."""
    code: str
    """A code of the check or of the format, or a `GuardCode`. Stable."""
    sentence: str
    """Why, without a full stop; safe to print."""


@frozen
class Guarded:
    """What holds of a brief, and what was withheld."""

    text: str
    """A brief: safe to print, and without a problem when it is checked with the same texts."""
    withheld: tuple[Withheld, ...]
    """In the order of the brief."""
    is_empty: bool
    """Whether no claim is left."""


@frozen_kw_only
class Vouched:
    """What the caller vouches for, and the brief cannot."""

    published: Edtf | None = None
    """The date of publication of the article. None: only what its text says of that counts."""
    text: bool = False
    """True: the texts are given in place of those that the brief names, whatever checksum it has for them."""


def guard(text: str, read_texts: ReadTexts, vouched: Vouched | None = None) -> Guarded:
    """Return what holds of a brief.

    Raises:
        GuardError: it is no brief, or there is no saved text to hold it to.
    """
    _require_plain(text)
    return _Guarding(_safe(text), read_texts, vouched or Vouched()).result()


def _safe(text: str) -> str:
    """Return a text that is safe to print, of the same length in each line, with its line ends."""
    return "\r\n".join(safe(part.replace("\r", "\n")) for part in text.split("\r\n"))


def _require_plain(text: str) -> None:
    """Refuse what is no YAML with keys, and what YAML allows and a brief does not.

    Raises:
        GuardError: it is refused.
    """
    tree = parse_tree(text, _PATH)
    found = next((one for one in tree.problems if one.severity is Severity.ERROR), None)
    if found is None and not isinstance(tree.node, Map):
        found = next(iter(read_brief_text(text, _PATH).problems), None)
    if found is not None:
        raise GuardError(_line(found))


def _line(problem: Problem) -> str:
    return f"line {problem.place.line}: {safe_line(problem.sentence)} [{problem.code}]"


class _Guarding:
    """A brief while it is guarded: what has to go, by its path in the brief as it was given."""

    def __init__(self, text: str, read_texts: ReadTexts, vouched: Vouched) -> None:
        try:
            self._given = ParsedBrief(text)
        except EditError as error:
            raise GuardError(str(error)) from error
        self._read_texts, self._vouched = read_texts, vouched
        self._gone: dict[Path, Objection] = {}
        self._put: dict[Path, str] = {}
        """Texts that take the place of others, by their paths."""
        self._titles: tuple[str, ...] = ()
        """Of the saved texts. Empty: they have not been read yet."""

    def result(self) -> Guarded:
        """Judge the brief until what is left of it holds."""
        for _ in range(_ROUNDS):
            now = self._now()
            objections = self._judged(now)
            if not objections:
                return self._guarded(now.text)
            self._take(objections)
        for block in (*BLOCKS, "sources", "lede", "open", "entities", "tags"):
            if block in self._given.root.values and (block,) not in self._gone:
                sentence = "so much rests on each other here that it cannot be told what holds"
                self._gone[(block,)] = Objection((block,), GuardCode.NOT_VERIFIED, sentence)
        now = self._now()
        if self._judged(now):
            raise GuardError("it cannot be told what of this brief holds")
        return self._guarded(now.text)

    def _now(self) -> ParsedBrief:
        """Return the brief without what has to go."""
        brief = BriefText(self._given).without([path for path in self._gone if path not in self._put])
        for path, text in self._put.items():
            if path[:-1] not in self._gone:
                brief = brief.with_key(path[:-1], str(path[-1]), text)
        return ParsedBrief(brief.text)

    def _judged(self, now: ParsedBrief) -> list[Objection]:
        """Return the objections to what is left; their paths are those of what is left."""
        reading = read_brief_text(now.text, _PATH)
        wrong = list(_of_format(reading.problems, now))
        brief = reading.brief
        if brief is None:
            raise GuardError("this is no brief")
        texts = self._read_texts(brief) if brief.sources or not self._titles else {}
        self._titles = self._titles or _titles(texts)
        if wrong:
            return [*wrong, *consequences(wrong, claims_of(now, brief), brief.sources)]
        if not any(brief.claims()):
            return list(self._of_empty(brief, now))
        examined = Examined(now, brief, texts)
        if self._vouched.text and (stale := list(_stale_checksums(examined))):
            return stale
        words = OwnWords(examined)
        found = [
            *claim_objections(examined),
            *source_objections(examined, words, self._vouched.published),
            *head_objections(examined, words, self._vouched.published),
        ]
        return [*found, *consequences(found, examined.claims, brief.sources)]

    def _of_empty(self, brief: Brief, now: ParsedBrief) -> Iterator[Objection]:
        """Yield the objections to a brief without claims: nothing in it says where it is from."""
        if fold_words(brief.title) not in map(fold_words, self._titles):
            sentence = "the saved text does not say so; the title of the text takes its place"
            yield Objection(("title",), GuardCode.NOT_CARRIED, sentence, instead=self._titles[0])
        for key in now.root.values:
            if key != "title" and key not in HANDLING:
                yield Objection((key,), GuardCode.RESTS_ON_WITHHELD, "no claim is left that says what it rests on")

    def _take(self, objections: Iterable[Objection]) -> None:
        """Note the objections by their paths in the brief as it was given."""
        left: dict[Path, list[int]] = {}
        original = {one: self._original(one.path, left) for one in objections}
        for one, path in original.items():
            if one.instead is not None:
                self._put[path] = one.instead
            self._gone.setdefault(path, one)

    def _original(self, path: Path, left: dict[Path, list[int]]) -> Path:
        """Return the path that a part of what is left has in the brief as it was given. `left` is filled."""
        found: Path = ()
        for step in path:
            if isinstance(step, int) and found not in left:
                left[found] = self._left(found)
            found = (*found, left[found][step] if isinstance(step, int) else step)
        return found

    def _left(self, holder: Path) -> list[int]:
        """Return the numbers of the items of a list that are left."""
        node = self._given.node(holder)
        count = len(node.items) if isinstance(node, Sequence) else 0
        return [number for number in range(count) if (*holder, number) not in self._gone]

    def _guarded(self, text: str) -> Guarded:
        inner = {path for path in self._gone if any(path[:depth] in self._gone for depth in range(1, len(path)))}
        withheld = [self._withheld(path, one) for path, one in self._gone.items() if path not in inner]
        withheld.sort(key=lambda one: one.spot)
        root = parse_tree(text, _PATH).node
        values = root.values if isinstance(root, Map) else {}
        return Guarded(text, tuple(withheld), is_empty=not any(block in values for block in BLOCKS))

    def _withheld(self, path: Path, one: Objection) -> Withheld:
        holder, step = self._given.node(path[:-1]), path[-1]
        node = self._given.node(path)
        spot = holder.key(step).spot if isinstance(holder, Map) and isinstance(step, str) else node.spot
        return Withheld(path, spot, _shown(node, path), one.code, safe_line(one.sentence))


def _titles(texts: Mapping[str, SourceText]) -> tuple[str, ...]:
    """Return the titles of the saved texts.

    Raises:
        GuardError: no text is held.
    """
    held = (one.text for one in texts.values() if one.state is TextState.HELD)
    found = tuple(title for text in held for title in titles_of(saved_text(text, table(None))))
    if not found:
        raise GuardError("there is no saved text to hold this brief to")
    return found


def _of_format(problems: Iterable[Problem], now: ParsedBrief) -> Iterator[Objection]:
    """Yield the objections to what is not as the format has it.

    Raises:
        GuardError: it is about the whole brief; or about its marking, without which nothing may be passed on.
    """
    places = Places(now)
    for problem in problems:
        path = places.path(problem.place)
        is_missing = problem.code == Code.FIELD_MISSING and not path[1:]  # a key of the brief itself
        if not path or is_missing or path[0] in {"briefing", "title", "marking"}:
            raise GuardError(_line(problem))
        depth = 2 if path[0] in _ITEMS and len(path) > 1 else 1
        if problem.code in _OF_KEYS:
            depth = len(path)
        elif path[0] == "sources" and path[2:3] and path[2] not in _NEEDED and problem.code != Code.FIELD_MISSING:
            depth = 3
        yield Objection(path[:depth], problem.code, problem.sentence)


def _stale_checksums(examined: Examined) -> Iterator[Objection]:
    """Yield the checksums of other texts than the given one."""
    for source_id in sorted(examined.evidence.changed):
        sentence = "this is the checksum of another text"
        yield Objection(("sources", source_id, "sha256"), EvidenceCode.TEXT_CHANGED, sentence)


def _shown(node: Node, path: Path) -> str:
    """Return what a part says, in a few words."""
    texts = [node.text] if isinstance(node, Scalar) else []
    if isinstance(node, Map):
        inner = (node.values.get(key) for key in ("text", "label", "name", "title", "role", "quote", "brief"))
        texts = [one.text for one in inner if isinstance(one, Scalar)]
    shown = one_line(texts[0]) if texts else ""
    shown = shown or str(path[-1])
    return shown if len(shown) <= _SHOWN else f"{shown[: _SHOWN - 1]}…"
