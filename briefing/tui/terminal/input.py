"""Turns the bytes that a terminal sends into Textual's messages, by the grammar of control sequences (ECMA-48, 5.4).

Textual's own parser takes a sequence that it does not know for keys: late answers and garbage would then press `q`.
Here a whole sequence is one token; the parser is asked what a token means, and what it does not know is nothing.
"""

from __future__ import annotations

import codecs
import re
from collections.abc import Generator, Iterator
from contextlib import suppress

from textual import constants, events
from textual._xterm_parser import XTermParser
from textual.message import Message

from briefing.tui.terminal.background import is_light_answer, is_light_scheme

LONGEST_PASTE = 65_536
"""Characters of a paste that are passed on; the rest is dropped."""
_LONGEST_SEQUENCE = 32
"""Characters of the longest sequence that Textual knows; it would take a longer one for keys."""
_SPLIT = 0.25
"""The most seconds between two parts of one sequence. Nobody types the first part of one."""
_PAUSE = 1.0
"""Seconds without input after which a paste counts as ended, since its end was lost."""
_GARBAGE = 1024
"""So many bytes at once are not keys: nobody types so many ahead, and one of them may be `q`."""
_MOST_KEYS = 256
"""The most keys of a burst that are passed on: more than a person types ahead."""
_MOST_ESCAPES = 2
"""The most escapes of a burst that are passed on."""
_FARTHEST = 10_000
"""Columns and rows of the largest screen from which a mouse report is believed."""

_REST = re.compile(r"\[[0-9;:]*[A-DFHP-SZ~u]|\[<[0-9;]+[Mm]|O[A-DFHP-S]")
"""What follows the escape of a key or of the mouse."""

_PASTE, _PASTE_END = "\x1b[200~", "\x1b[201~"
_TOKEN = re.compile(
    r"(?P<plain>[^\x1b]+)"
    r"|(?P<nothing>\x1b\[M[\s\S]{3}"  # a mouse report of X10, which is not asked for
    r"|\x1b[]PX^_][^\x07\x1b]+(?:\x07|\x1b\\))"  # an answer: OSC, DCS, SOS, PM or APC up to its end
    r"|(?P<sequence>\x1b\[\[[A-E]"  # F1 to F5 of the Linux console
    r"|\x1b\[(?![\[M])[0-?]*[ -/]*[@-~]"  # CSI
    r"|\x1bO[ -~])"  # SS3
    r"|(?P<held>\x1b(?:\[(?:M[\s\S]{0,2}|\[|[0-?]*[ -/]*)|O|[]PX^_](?:[^\x07\x1b]*|[^\x07\x1b]+\x1b))?\Z)"
    r"|(?P<broken>\x1b(?:\[|[]PX^_])[ -~]*)"  # cut off by what follows
    r"|(?P<alt>\x1b[^\x1b])"
    r"|(?P<escape>\x1b)"
)
_SURROGATES = re.compile("[\ud800-\udfff]")


class BackgroundReported(Message):
    """The terminal says whether its background is light."""

    def __init__(self, *, is_light: bool, is_answer: bool) -> None:
        super().__init__()
        self.is_light = is_light
        self.is_answer = is_answer
        """Whether it answers a question. False: the terminal says so by itself."""


class Flood:
    """Decides what to drop of a burst: a paste that comes as keys, thousands of escapes, garbage.

    A burst is what a terminal sends without a pause.
    """

    def __init__(self) -> None:
        self.pause()

    def pause(self) -> None:
        """Begin a new burst, after a pause."""
        self._keys = self._escapes = 0
        self._is_garbage = False

    def takes(self, data: bytes) -> bool:
        """Tell whether `data`, the next bytes of the burst, are read as keys."""
        self._is_garbage = self._is_garbage or len(data) >= _GARBAGE
        return not self._is_garbage

    def lets_through(self, key: str) -> bool:
        """Tell whether the next key of the burst is passed on."""
        self._keys += 1
        self._escapes += key in {"escape", "circumflex_accent"}
        return self._keys <= _MOST_KEYS and self._escapes <= _MOST_ESCAPES


class KeyReader:
    """Parses what a terminal sends, in pieces that may be cut anywhere. It never raises, whatever they contain."""

    def __init__(self) -> None:
        self._decode = codecs.getincrementaldecoder("utf-8")(errors="replace").decode
        self._plain = XTermParser()
        self._mouse = (0.0, 0.0)
        """The last position of the mouse, in columns and rows."""
        self._held = ""
        """The beginning of a sequence whose end has not come yet."""
        self._has_escaped = False
        """True for a moment after a lone escape was taken for the key: the rest of a sequence may still come."""
        self._pasted: str | None = None
        """What was pasted so far. None: no paste is under way."""

    @property
    def is_pasting(self) -> bool:
        """Whether a paste is under way."""
        return self._pasted is not None

    def is_pasted(self, data: bytes) -> bool:
        """Tell whether these bytes belong to a paste, or begin one."""
        return self.is_pasting or data.startswith(_PASTE.encode())

    @property
    def patience(self) -> float | None:
        """Seconds after which to call `expire` if nothing comes. None: nothing is unfinished."""
        if self.is_pasting:
            return _PAUSE
        if not self._held:
            return _SPLIT if self._has_escaped else None
        return constants.ESCAPE_DELAY if len(self._held) <= len("\x1b[") else _SPLIT

    def feed(self, data: bytes) -> Iterator[Message]:
        """Yield the messages for these bytes; an unfinished sequence waits for more."""
        text, self._held = self._held + self._decode(data), ""
        if self._has_escaped and _REST.match(text):  # all at once, so nobody has typed it
            text = f"\x1b{text}"
        self._has_escaped = False
        while text:
            if self.is_pasting:
                text = yield from self._paste(text)
            else:
                text = yield from self._type(text)

    def expire(self) -> Iterator[Message]:
        """Yield the messages for what is unfinished, since nothing more came in time."""
        held, self._held, self._has_escaped = self._held, "", False
        if self._pasted is not None:
            yield from self._end_paste("")
        elif len(held) == 1:
            self._has_escaped = True
            yield _escape()
        elif len(held) == len("\x1b["):
            yield from self._alt(held)
        elif held:
            yield from self._sequence(held)  # rxvt's sequences for some keys are incomplete by the grammar

    def drop(self) -> None:
        """Drop what is unfinished, since what follows it was dropped."""
        self._held = ""

    def _type(self, text: str) -> Generator[Message, None, str]:
        """Yield the messages up to the beginning of a paste; return the text after that."""
        for token in _TOKEN.finditer(text):
            found = token[0]
            if found == _PASTE:
                self._pasted = ""
                return text[token.end() :]
            if token.lastgroup == "held":
                # Too long to be known: only the last character matters, which may begin its end.
                self._held = found if len(found) <= _LONGEST_SEQUENCE else found[:_LONGEST_SEQUENCE] + found[-1]
            else:
                yield from self._messages(token.lastgroup, found)
        return ""

    def _messages(self, kind: str | None, found: str) -> Iterator[Message]:
        """Yield the messages for one token that is whole."""
        match kind:
            case "plain":
                yield from filter(_is_sound, self._plain.feed(found))
            case "nothing":
                yield from _report(is_light_answer(found), is_answer=True)
            case "sequence":
                yield from self._sequence(found)
            case "alt":
                yield from self._alt(found)
            case "escape":
                yield _escape()

    def _paste(self, text: str) -> Generator[Message, None, str]:
        """Collect a paste; yield it at its end, and return the text after that."""
        pasted, end, rest = text.partition(_PASTE_END)
        if end:
            yield from self._end_paste(pasted)
            return rest
        kept = max(0, text.rfind("\x1b", -len(_PASTE_END)))
        if not _PASTE_END.startswith(text[kept:]):
            kept = len(text)
        self._pasted = ((self._pasted or "") + text[:kept])[:LONGEST_PASTE]
        self._held = text[kept:]
        return ""

    def _end_paste(self, pasted: str) -> Iterator[Message]:
        whole, self._pasted = ((self._pasted or "") + pasted)[:LONGEST_PASTE], None
        yield events.Paste(whole.replace("\0", ""))

    def _sequence(self, sequence: str) -> Iterator[Message]:
        """Yield the messages for a sequence; none if Textual does not know it, or its values are impossible."""
        if len(sequence) > _LONGEST_SEQUENCE:
            return
        yield from _report(is_light_scheme(sequence), is_answer=False)
        parser = XTermParser()
        parser.last_x, parser.last_y = self._mouse
        found: list[Message] = []
        with suppress(ValueError, OverflowError):  # a number that is no character
            found = list(parser.feed(sequence))
        if all(map(_is_sound, found)):
            self._mouse = (parser.last_x, parser.last_y)
            yield from found

    def _alt(self, keys: str) -> Iterator[Message]:
        """Yield a key that was pressed with alt: terminals send an escape before it."""
        parser = XTermParser()
        yield from filter(_is_sound, [*parser.feed(keys), *parser.feed("")])


def _report(is_light: bool | None, *, is_answer: bool) -> Iterator[Message]:
    """Yield the message of a report of the background. None: there is none."""
    if is_light is not None:
        yield BackgroundReported(is_light=is_light, is_answer=is_answer)


def _escape() -> Message:
    return events.Key("escape", "\x1b")


def _is_sound(message: Message) -> bool:
    """Tell whether a message is possible: its characters exist, and the mouse is on a screen."""
    if isinstance(message, events.Key):
        return not _SURROGATES.search(f"{message.key}{message.character or ''}")
    return not isinstance(message, events.MouseEvent) or (message.x < _FARTHEST and message.y < _FARTHEST)
