"""A pattern that is compiled when it is first used finds what the compiled one finds."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.evidence.patterns import LazyPattern, phrases

_SOURCE = rf"(?P<word>{phrases(['km', 'square miles', 'miles', '%'])})\s?"


@given(st.lists(st.sampled_from(["km", "Miles", "square", " ", "%", "x", "-", "é"])).map("".join))
def test_it_finds_what_the_compiled_pattern_finds(text: str) -> None:
    lazy, compiled = LazyPattern(_SOURCE, re.IGNORECASE), re.compile(_SOURCE, re.IGNORECASE)
    assert [one.span() for one in lazy.finditer(text)] == [one.span() for one in compiled.finditer(text)]
    assert repr(lazy.search(text)) == repr(compiled.search(text))
    assert repr(lazy.match(text, 1)) == repr(compiled.match(text, 1))
    assert repr(lazy.fullmatch(text)) == repr(compiled.fullmatch(text))
    assert lazy.sub("_", text) == compiled.sub("_", text)


def test_it_is_compiled_once_and_only_if_it_is_used(monkeypatch: pytest.MonkeyPatch) -> None:
    compiled: list[str] = []
    compile_as_usual = re.compile

    def counted(source: str, flags: re.RegexFlag) -> re.Pattern[str]:
        compiled.append(source)
        return compile_as_usual(source, flags)

    monkeypatch.setattr(re, "compile", counted)
    lazy = LazyPattern("a+")
    assert compiled == []
    assert lazy.search("baa") is not None
    assert lazy.match("baa") is None
    assert compiled == ["a+"]


def test_it_has_no_other_names() -> None:
    with pytest.raises(AttributeError):
        _ = LazyPattern("a").pattern
