"""Owns reading YAML into a tree in which every node has its place. The only code that imports `yaml`.

Everything is text: nothing is typed, no alias is followed, and no input makes an exception.
"""

from briefing.format.tree.decoding import decode
from briefing.format.tree.lost import Comment, has_unseen
from briefing.format.tree.nodes import Entry, Mapping, Mark, Node, Refused, Scalar, Sequence, spot_of
from briefing.format.tree.tree import DEFAULT_LIMITS, Limits, Tree, parse_tree

__all__ = [
    "DEFAULT_LIMITS",
    "Comment",
    "Entry",
    "Limits",
    "Mapping",
    "Mark",
    "Node",
    "Refused",
    "Scalar",
    "Sequence",
    "Tree",
    "decode",
    "has_unseen",
    "parse_tree",
    "spot_of",
]
