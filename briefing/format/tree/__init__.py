"""Reads YAML into a tree whose nodes know their position. The only code that imports `yaml`.

Every scalar is a text, aliases are not followed, and no input raises an exception.
"""

from briefing.format.tree.decoding import decode, unified_line_ends
from briefing.format.tree.nodes import KeyValue, Mapping, Node, ParserMark, Refused, Scalar, Sequence, spot_of_mark
from briefing.format.tree.silent_losses import Comment, has_invisible
from briefing.format.tree.tree import DEFAULT_LIMITS, Limits, Tree, parse_tree, size_problem

__all__ = [
    "DEFAULT_LIMITS",
    "Comment",
    "KeyValue",
    "Limits",
    "Mapping",
    "Node",
    "ParserMark",
    "Refused",
    "Scalar",
    "Sequence",
    "Tree",
    "decode",
    "has_invisible",
    "parse_tree",
    "size_problem",
    "spot_of_mark",
    "unified_line_ends",
]
