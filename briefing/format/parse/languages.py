"""Suggestions for wrong language tags: for three-letter codes, countries, names of languages, mistyped codes."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from functools import lru_cache

from briefing.base.suggestions import suggestion
from briefing.format.language_tags import is_language_tag, language_name, language_names, with_two_letters
from briefing.format.parse.state import quoted

_COMMON = ("en", "de", "fr", "es", "it", "pt", "nl", "ru", "uk", "pl", "ja", "zh", "ko", "ar", "sv", "da", "fi", "cs")
"""Languages that are suggested for a code with one wrong letter, the most frequent first."""
_COUNTRIES = (
    "jp ja, cz cs, dk da, gr el, cn zh, tw zh-TW, hk zh-HK, kr ko, kp ko, ua uk, us en-US, gb en-GB, at de-AT, rs sr, "
    "by be, al sq, kz kk, vn vi, eg ar, il he, ir fa, pk ur, mx es-MX, ph fil, bd bn, usa en-US, gbr en-GB, "
    "iw he, in id, ji yi, jw jv, mo ro"
)
"""Codes of countries and withdrawn codes of languages that people write, each with the tag that they mean."""
_NAMES = (
    "deutsch de, français fr, francais fr, español es, espanol es, castellano es, castilian es, italiano it, "
    "português pt, portugues pt, brazilian pt-BR, nederlands nl, flemish nl, svenska sv, dansk da, norsk no, suomi fi, "
    "polski pl, čeština cs, cestina cs, slovenčina sk, magyar hu, română ro, türkçe tr, русский ru, українська uk, "
    "ελληνικά el, mandarin zh, 中文 zh, 日本語 ja, 한국어 ko, العربية ar, עברית he, فارسی fa, farsi fa, हिन्दी hi"
)
"""Other names of languages than the English ones, each with its tag."""


Suggest = Callable[[str, Iterable[str]], str | None]
"""Returns which of some words is close to another: see `ParseState.suggest`."""


def tag_error(text: str, suggest: Suggest) -> str | None:
    """Return the sentence of a text that is not a language tag, with a suggestion. None: it is one."""
    if is_language_tag(text):
        return None
    shorter = with_two_letters(text)
    if shorter is not None and is_language_tag(shorter):
        return f"{quoted(text)} is not the tag of {language_name(shorter)}: write {shorter}"
    return f"{quoted(text)} is not a language tag, like en, de or pt-BR{suggestion(_meant(text, suggest))}"


def _meant(text: str, suggest: Suggest) -> str | None:
    small = text.casefold()
    if small in _called():
        return _called()[small]
    dashed = text.replace("_", "-")
    if dashed != text:
        dashed = with_two_letters(dashed) or dashed
        return dashed if is_language_tag(dashed) else None
    if re.fullmatch("[A-Za-z]{2,3}", text):
        return next((code for code in _COMMON if _is_slip(small, code)), None)
    called = suggest(text, _called())
    return None if called is None else _called()[called]


@lru_cache(1)
def _called() -> dict[str, str]:
    """Return tags by what people write instead of them, in small letters."""
    others = (entry.rpartition(" ") for entry in f"{_COUNTRIES}, {_NAMES}".split(", "))
    return {
        **{name.casefold(): code for code, name in language_names().items()},
        **{name: code for name, _, code in others},
    }


def _is_slip(text: str, code: str) -> bool:
    """Tell whether a text is a code with one wrong letter, two letters swapped, or one letter too many."""
    if len(text) == len(code):
        return sorted(text) == sorted(code) or sum(a != b for a, b in zip(text, code, strict=True)) == 1
    return any(text[:at] + text[at + 1 :] == code for at in range(len(text)))
