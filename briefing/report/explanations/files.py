"""Explanations of the codes of a file: its bytes, its characters, its YAML."""

from __future__ import annotations

from briefing.base.problems import Code
from briefing.report.explanations.explanation import CodeExplanation

_DEEP = 41

CODE_EXPLANATIONS = (
    CodeExplanation(
        Code.UNREADABLE,
        "The file or folder cannot be read: it is missing, it is not a regular file, or its permissions forbid it.",
        "a named pipe called rail.yaml, or a file that only another user may read",
        "a regular file that you may read",
        in_words=True,
    ),
    CodeExplanation(
        Code.TOO_LARGE,
        "The file is larger than a brief may be (1 MiB), or has more than 50,000 parts. The rest is not read.",
        "a book in one brief",
        "one brief for each article, joined by `related`",
        in_words=True,
    ),
    CodeExplanation(
        Code.NOT_UTF8,
        "A brief is text in UTF-8. The place is that of the first byte that is not valid UTF-8.",
        "a file that an editor saved as UTF-16 or Latin-1",
        "the same file saved as UTF-8",
        in_words=True,
    ),
    CodeExplanation(
        Code.CONTROL_CHARACTER,
        "A control character, or one that changes the direction of text, could change what a reader sees. "
        "It is shown as \N{REPLACEMENT CHARACTER}.",
        'note: "a red \\e[31m word"',
        "note: a red word",
    ),
    CodeExplanation(
        Code.INVISIBLE,
        "An invisible character, or a special kind of space, is in the indentation, at a dash or in a key. YAML reads "
        "it as text, so that an item or a key is lost or has another name. The message gives its Unicode number.",
        "\u200blede: Talks resume.",
        "lede: Talks resume.",
    ),
    CodeExplanation(
        Code.MERGE_CONFLICT,
        "Two versions of the file could not be merged, and it contains both between marks. The rest is not read.",
        "<<<<<<< HEAD\nlede: Talks resume.\n=======\nlede: Talks are off.\n>>>>>>> other",
        "lede: Talks resume.",
    ),
    CodeExplanation(
        Code.EMPTY,
        "The file is empty. A brief begins with the version of the format and a title.",
        "# briefing: 1",
        "briefing: 1\ntitle: Harbour talks resume",
    ),
    CodeExplanation(
        Code.YAML_SYNTAX,
        "From this place on, the file is not YAML. Usually a text needs quote marks because it contains a colon with a "
        "space after it, or lines are not indented alike.",
        "lede: Both sides agree: talks resume",
        'lede: "Both sides agree: talks resume"',
    ),
    CodeExplanation(
        Code.YAML_DEPTH,
        "Lists and mappings are nested more than 40 deep. No brief needs that.",
        f"x-tree: {'[' * _DEEP}{']' * _DEEP}",
        "x-tree: [[]]",
    ),
    CodeExplanation(
        Code.YAML_ANCHOR,
        "Anchors (&) and aliases (*) have no use in a brief: write out what is meant. "
        "A text that begins with one of these characters needs quote marks.",
        "open:\n  - &cost What the bridge costs.\n  - *cost",
        "open:\n  - What the bridge costs.",
    ),
    CodeExplanation(
        Code.YAML_TAG,
        "Tags (!) have no use in a brief: everything is text until the format gives it a type.",
        "lede: !!str 1959",
        "lede: 1959",
    ),
    CodeExplanation(
        Code.YAML_MERGE,
        "A merge key (<<) has no use in a brief: write the keys out.",
        "summary:\n  - text: Talks resume.\n    <<: {by: article}",
        "summary:\n  - text: Talks resume.",
    ),
    CodeExplanation(
        Code.YAML_KEY,
        "A list or a mapping cannot be a key. Usually this is a text in brackets or braces that needs quote marks.",
        "? [lede]\n: Talks resume.",
        "lede: Talks resume.",
    ),
    CodeExplanation(
        Code.YAML_DOCUMENT,
        "A line of three hyphens begins a second document, and one file is one brief. The second one is not read.",
        "lede: Talks resume.\n---\ntitle: Another brief",
        "lede: Talks resume.",
    ),
    CodeExplanation(
        Code.VALUE_COMMENTED,
        "From # on the line is a comment, so that the value or its end is lost. Put the text in quotes. "
        "It is an error if # is directly before a word or a number in place of a value, else a warning.",
        "lede: #1 in the list",
        'lede: "#1 in the list"',
    ),
    CodeExplanation(
        Code.FIELD_TWICE,
        "The same key occurs twice in one mapping. The first one is used.",
        "lede: Talks resume.\nlede: Talks are off.",
        "lede: Talks resume.",
    ),
)
