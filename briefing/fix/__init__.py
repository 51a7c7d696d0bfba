"""Fixes problems in the text of a brief, where it is certain what is meant; comments and layout are kept.

Each fix is verified: the new text must have the same content except for the fix, and no code of problems may become
more frequent.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence

from briefing.base.frozen import frozen
from briefing.base.problems import Code
from briefing.fix.content import plain_content, text_at
from briefing.fix.propose import CheckedBrief, Fix, ParsedText, parse_text, propose_fixes
from briefing.fix.rewrite import edited
from briefing.format.tree import DEFAULT_LIMITS

_ATTEMPTS = 200
"""Texts that are tried for one brief at most; each is read and checked as a whole."""
_READ = 4_000_000
"""Characters of all these texts together at most; the remaining fixes need another run."""
_DEPTH = 4
"""Nested misspelt keys at most."""
_OF_FORMAT = frozenset(map(str, Code))

__all__ = ["CheckedBrief", "Fix", "FixResult", "fix_text"]


@frozen
class FixResult:
    """The result of fixing one text."""

    text: str
    """The fixed text, with its line ends and its byte order mark."""
    done: tuple[Fix, ...]
    refused: tuple[Fix, ...]
    """Fixes that would have caused new problems or changed something else. Their spots are those in `text`."""
    is_all: bool = True
    """Whether all fixes were tried. False: there were more than are tried at once."""


def fix_text(text: str, check: Callable[[str], CheckedBrief], *, pin: bool = False) -> FixResult:
    """Make every certain fix. `check` reads and checks a text, and is called after each fix.

    `pin` also writes the checksums of saved texts.
    """
    run = _FixRun(text, check, pin=pin)
    run.work()
    return FixResult(run.text, tuple(run.done), tuple(run.refused), is_all=run.may_try or not run.waiting())


class _FixRun:
    """The text while it is being fixed."""

    def __init__(self, text: str, check: Callable[[str], CheckedBrief], *, pin: bool, depth: int = 0) -> None:
        self.text = text
        self._depth = depth
        self.done: list[Fix] = []
        self.refused: list[Fix] = []
        self.attempts = 0
        self._check = check
        self._pin = pin
        self.parsed = parse_text(text)
        self.checked = check(text)

    def work(self) -> None:
        """Make all fixes, also those found later, such as that of a quote under a key that was misspelt."""
        while self.may_try and (waiting := self.waiting()):
            self._accept_some(waiting)

    @property
    def may_try(self) -> bool:
        """Whether another text may be tried."""
        return self.attempts < _ATTEMPTS and self.attempts * len(self.text) <= _READ

    def waiting(self) -> Sequence[Fix]:
        """Return the fixes that have not been refused."""
        if not self.parsed.tree.whole or len(self.text) > DEFAULT_LIMITS.size:
            return ()
        refused = {(one.path, one.sentence) for one in self.refused}
        found = propose_fixes(self.parsed, self.checked, pin=self._pin)
        return [one for one in found if (one.path, one.sentence) not in refused]

    def _accept_some(self, fixes: Sequence[Fix]) -> None:
        """Make all of these fixes; if that is not accepted, half of them, and so on. A single fix may be refused.

        The remaining fixes are proposed again, at their new positions.
        """
        while len(fixes) > 1:
            if self._accept(fixes):
                return
            fixes = fixes[: len(fixes) // 2]
        one = fixes[0]
        if not any(self._accept(fixes, way) for way in range(len(one.edits))) and not self._accept_with_more(one):
            self.refused.append(one)

    def _accept(self, fixes: Sequence[Fix], way: int = 0) -> bool:
        """Make all of these fixes, unless they change something else or cause problems; tell whether they were made.

        `way` is the index of the way to write them, see `Fix.edits`.
        """
        self.attempts += 1
        new = edited(self.text, [one.edits[min(way, len(one.edits) - 1)] for one in fixes])
        if new is None or new == self.text:
            return False
        after = parse_text(new)
        if not self._says_the_same(after, fixes):
            return False
        checked = self._check(new)
        if self._is_worse(checked, fixes):
            return False
        self.text, self.parsed, self.checked = new, after, checked
        self.done += fixes
        return True

    def _accept_with_more(self, one: Fix) -> bool:
        """Make a fix that causes new problems, if these can all be fixed as well."""
        new = edited(self.text, [one.edits[0]])
        if new is None or self._depth == _DEPTH or not self._says_the_same(parse_text(new), [one]):
            return False
        inner = _FixRun(new, self._check, pin=self._pin, depth=self._depth + 1)
        inner.attempts = self.attempts
        inner.work()
        self.attempts = inner.attempts
        if self._is_worse(inner.checked, [one]):
            return False
        self.text, self.parsed, self.checked = inner.text, inner.parsed, inner.checked
        self.done += (one, *inner.done)
        self.refused += inner.refused
        return True

    def _is_worse(self, after: CheckedBrief, fixes: Sequence[Fix]) -> bool:
        """Tell whether a code of problems has become more frequent.

        If a fix restores a quote or its key, the quote is checked for the first time. Problems of evidence that are
        found then do not count.
        """
        more = _count(after) - _count(self.checked)
        return any(code in _OF_FORMAT or not all(one.parts or one.name for one in fixes) for code in more)

    def _says_the_same(self, after: ParsedText, fixes: Sequence[Fix]) -> bool:
        expected, now = plain_content(self.parsed.tree.node), plain_content(after.tree.node)
        for one in fixes:
            one.change(expected)
            if one.value is not None:
                if (text_at(now, one.path) or "").split() != one.value.split():
                    return False
                one.change(now)  # now equal up to white space, which depends on the layout
        return expected == now


def _count(checked: CheckedBrief) -> Counter[str]:
    return Counter(problem.code for problem in checked.problems)
