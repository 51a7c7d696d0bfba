"""Decodes the bytes of an article: byte order marks, UTF-8, the declared encoding, Windows-1252 as the last resort."""

from __future__ import annotations

import codecs
import re

from briefing.articles.article import ArticleError

_MARKS = (
    (b"\xef\xbb\xbf", "utf-8"),
    (b"\xff\xfe\x00\x00", "utf-32"),
    (b"\x00\x00\xfe\xff", "utf-32"),
    (b"\xff\xfe", "utf-16"),
    (b"\xfe\xff", "utf-16"),
)
"""Byte order marks, the longer ones of the same beginning first."""
_HEAD = 4096
"""Bytes of a file that tell whether it is UTF-16 without a mark."""
_MOST_CONTROLS = 0.002
"""Share of control characters in a text at most: more is not text."""
_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1a\x1c-\x1f]")
_MOST_FAULTS = 0.001
"""Share of wrong bytes in a text that is UTF-8 otherwise, as pages have that were put together from several sources."""
_MOST_FOREIGN = 0.25
"""Share of bytes beyond ASCII in a text that is taken for Windows-1252: western languages have less."""
_WEB_NAMES = {"iso-8859-1": "cp1252", "latin-1": "cp1252", "latin1": "cp1252", "us-ascii": "cp1252", "ascii": "cp1252"}
"""What the names of encodings mean in practice (WHATWG Encoding Standard, section 4.2)."""
_UNUSABLE = frozenset({"utf-7", "idna", "punycode", "unicode_escape", "raw_unicode_escape", "undefined", "mbcs", "oem"})
"""Codecs of Python that are no encodings of files."""


def decode_text(data: bytes, declared: str | None = None) -> str:
    """Return the text of a file, with plain line ends; faulty characters are U+FFFD.

    Raises:
        ArticleError: it is not text, or nothing tells its encoding.

    """
    text = _decoded(data, _known(declared))
    if _CONTROL.subn("", text)[1] > max(3, len(text) * _MOST_CONTROLS):
        raise ArticleError("it is not text")
    return text.replace("\r\n", "\n").replace("\r", "\n") if "\r" in text else text


def _decoded(data: bytes, declared: str | None) -> str:
    for mark, codec in _MARKS:
        if data.startswith(mark):
            return data.removeprefix(mark if codec == "utf-8" else b"").decode(codec, "replace")
    if (wide := _wide(data[:_HEAD])) is not None:
        return data.decode(wide, "replace")
    if declared is not None and declared.startswith(("iso2022", "hz")):
        return data.decode(declared, "replace")
    if b"\x00" in data:
        raise ArticleError("it is not text")
    try:
        return data.decode()
    except UnicodeDecodeError:
        return _other(data, declared)


def _wide(head: bytes) -> str | None:
    """Return the kind of UTF-16 that a file without a mark is in. None: it is not, as far as a western text tells."""
    half = len(head) // 2
    if half and head[1::2].count(0) > half * 0.7 and not head[0::2].count(0):
        return "utf-16-le"
    if half and head[0::2].count(0) > half * 0.7 and not head[1::2].count(0):
        return "utf-16-be"
    return None


def _other(data: bytes, declared: str | None) -> str:
    """Decode what is not quite UTF-8."""
    mended = data.decode("utf-8", "replace")
    if mended.count("\ufffd") <= max(3, len(mended) * _MOST_FAULTS) and not mended[:-3].isascii():
        good = sum(not one.isascii() for one in mended) - mended.count("\ufffd")
        if good > mended.count("\ufffd"):
            return mended
    if declared is not None and declared != "utf-8":
        return data.decode(declared, "replace")
    if declared == "utf-8":
        return mended
    text = data.decode("cp1252", "replace")
    if sum(not one.isascii() for one in text) > len(text) * _MOST_FOREIGN or "\ufffd" in text:
        raise ArticleError("nothing tells its encoding: save it as UTF-8")
    return text


def _known(name: str | None) -> str | None:
    """Return Python's name of a declared encoding, None if it knows none."""
    if name is None:
        return None
    plain = name.strip().strip("\"'").lower()
    try:
        info = codecs.lookup(_WEB_NAMES.get(plain, plain))
        "a".encode(info.name)
    except (LookupError, ValueError):  # ValueError: a NUL in the name
        return None
    return None if info.name.replace("-", "_") in {one.replace("-", "_") for one in _UNUSABLE} else info.name
