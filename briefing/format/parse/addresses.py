"""Addresses of things outside the brief: URLs, file paths, ids of briefs."""

from __future__ import annotations

import re
from functools import lru_cache


class AddressError(ValueError):
    """A text is not a valid address. The message is a sentence for the writer."""


def url(text: str) -> str:
    """Return the text if it is an http or https address, the only ones that are ever opened.

    Raises:
        AddressError: it is not.
    """
    if _url_pattern().fullmatch(text) and "\N{REPLACEMENT CHARACTER}" not in text:
        return text
    scheme = re.match(r"(?P<scheme>[A-Za-z][A-Za-z0-9+.-]*):", text)
    if scheme is None:
        raise AddressError("a url begins with http:// or https://")
    if scheme["scheme"].lower() not in {"http", "https"}:
        raise AddressError(f"only http and https addresses are opened, not {scheme['scheme']}:")
    if "@" in text.partition("://")[2].partition("/")[0]:
        raise AddressError("a url may not hold a user name before its host: it hides where it leads")
    if re.search(r"\s", text):
        raise AddressError("a url has no spaces: write %20")
    raise AddressError("this is not a complete http or https address")


@lru_cache(1)
def _url_pattern() -> re.Pattern[str]:
    return re.compile(
        r"(?i:https?)://"
        r"(?P<host>\[[0-9A-Fa-f:.]+\]|[\w](?:[\w.-]*[\w.])?)(?::[0-9]{1,5})?"
        r"(?:[/?#][^\s\x00-\x20\x7f-\x9f\"<>\\`]*)?"
    )


def file_path(text: str) -> str:
    """Return the text if it is a path of a file inside the library.

    Raises:
        AddressError: it is not, or may lead out of the library.
    """
    if "://" in text:
        raise AddressError("`file` is a path inside the library; an address belongs in `url`")
    return _relative(text, "a file")


def brief_id(text: str) -> str:
    """Return the text if it can be the id of a brief: its path inside the library without .yaml.

    Raises:
        AddressError: it cannot.
    """
    for suffix in (".yaml", ".yml"):
        if text.endswith(suffix):
            raise AddressError(f"the id of a brief has no {suffix}: write “{text.removesuffix(suffix)}”")
    return _relative(text, "the id of a brief")


def _relative(text: str, what: str) -> str:
    if "\\" in text:
        raise AddressError(f"{what} is written with / between folders, not “\\”")
    if text.startswith(("/", "~")) or re.match("[A-Za-z]:", text):
        raise AddressError(f"{what} is a path inside the library: it cannot begin with “/”, “~” or a drive")
    if ".." in text.split("/"):
        raise AddressError(f"{what} is a path inside the library: it cannot hold “..”")
    if text.endswith("/"):
        raise AddressError(f"{what} cannot end with “/”")
    if not text.replace(" ", "_").isprintable() or "\N{REPLACEMENT CHARACTER}" in text:
        raise AddressError(f"{what} cannot hold characters that cannot be shown")
    return text
