"""Synonyms: what people write instead of a word of the format, in small letters, and the word that they mean.

They are only suggested ("did you mean"); nothing is replaced.
"""

from __future__ import annotations

from types import MappingProxyType

STANDING = MappingProxyType(
    {
        "stated": "reported",
        "said": "reported",
        "estimate": "estimated",
        "suggests": "suggested",
        "contested": "disputed",
    }
)
LIKELIHOOD = MappingProxyType(
    {
        "remote": "almost no chance",
        "highly improbable": "very unlikely",
        "improbable": "unlikely",
        "roughly even odds": "roughly even chance",
        "even chance": "roughly even chance",
        "probable": "likely",
        "probably": "likely",
        "highly probable": "very likely",
        "nearly certain": "almost certain",
    }
)
"""The first seven are the second row of ICD 203's own table."""
HEDGE = MappingProxyType(
    {
        "approximately": "about",
        "around": "about",
        "roughly": "about",
        "some": "about",
        "~": "about",
        "≈": "about",
        "more than": "over",
        "above": "over",
        "less than": "under",
        "fewer than": "under",
        "below": "under",
        "minimum": "at least",
        "up to": "at most",
        "maximum": "at most",
        "almost": "nearly",
    }
)
MARKING = MappingProxyType({"tlp:white": "TLP:CLEAR", "white": "TLP:CLEAR", "tlp white": "TLP:CLEAR"})
REVIEWED = MappingProxyType({"true": "yes", "false": "no", "y": "yes", "n": "no"})
SOURCE_KIND = MappingProxyType(
    {
        "report": "document",
        "news": "article",
        "web": "article",
        "company": "organisation",
        "satellite": "imagery",
        "anonymous": "unnamed",
    }
)
