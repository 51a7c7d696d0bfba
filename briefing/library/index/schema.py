"""The tables of the index and their version."""

from __future__ import annotations

from enum import IntEnum

from briefing.evidence.result import Counts

VERSION = 9
"""Increased with every change of the tables or of their contents: an older index is then built again."""
APPLICATION = 0x42524958
"""SQLite's `application_id`, "BRIX": tells an index from other SQLite files."""

HEAD = ("title", "lede", "name", "tags", "entities", "head_inside")
"""The full-text columns that the list's filter searches."""
COLUMNS = (*HEAD, "sources", "voices", "body", "inside")
"""The full-text columns of a brief. `name` is its id, `voices` the sources that say its claims. `sources` and `voices`
also hold the kinds of sources, each after `LABEL_MARK`. The columns `…inside` hold trigrams, to find parts of words:
see `words`."""
COUNTED = Counts._fields
"""Columns with the counts of a check: claims, claims in each class, origins, and what was found."""

LISTED = 3
"""Length in characters up to which the full text indexes the prefixes of words."""

_FTS = "content='', prefix='1 2 3', tokenize=\"unicode61 remove_diacritics 0 categories 'L* N* Co M*'\""
_FTS_HEAD = f"{_FTS}, detail=column, columnsize=0"  # a third of the size, but without phrase queries
# Text is folded before it is indexed. FTS5 stores no copy of it: to delete words, they are computed again from `items`.
# Categories M: vowel signs of Thai and other scripts are tokens of their own, as in `words.tokens`.


class Known(IntEnum):
    """How much of a brief the index knows. It may be older than the file."""

    NAME = 0
    HEAD = 1
    """What `format.parse.read_head` returns: title, date, status, marking and words of the head, but no counts."""
    WHOLE = 2


_MADE = f"""
CREATE TABLE brief (
    row INTEGER PRIMARY KEY AUTOINCREMENT, -- never used again: words of a brief that is gone are taken out later
    file BLOB NOT NULL UNIQUE,      -- path inside the root, in the bytes of the system
    stem BLOB NOT NULL,             -- without its suffix
    twin INTEGER NOT NULL DEFAULT 0,-- 1: an earlier file has the same stem, so that the id keeps the suffix
    times INTEGER NOT NULL,         -- files.times_of
    size INTEGER NOT NULL,          -- bytes
    hash BLOB,                      -- of the bytes that were read; NULL: the file waits to be read whole
    known INTEGER NOT NULL DEFAULT 0, -- Known: its name, what its head says, or all
    title TEXT,                     -- NULL: not read, or cannot be read
    date TEXT,                      -- EDTF, as written
    day INTEGER,                    -- its first day, or its last, as yyyymmdd; NULL: no place in time
    status TEXT,
    marking TEXT,
    errors INTEGER NOT NULL DEFAULT 0,
    warnings INTEGER NOT NULL DEFAULT 0,
    figures INTEGER NOT NULL DEFAULT 0,
    events INTEGER NOT NULL DEFAULT 0,
    sources INTEGER NOT NULL DEFAULT 0,
    unreviewed INTEGER NOT NULL DEFAULT 0, -- claims that no person has confirmed
    {", ".join(f"{column} INTEGER" for column in COUNTED)} -- NULL: not checked since it was read
)

CREATE INDEX brief_order ON brief (stem, file)

CREATE INDEX brief_twin ON brief (file) WHERE twin

CREATE INDEX brief_title ON brief (title)

CREATE INDEX brief_waiting ON brief (row) WHERE hash IS NULL

CREATE TABLE gone (                 -- briefs that are no longer there, and whose words still are
    row INTEGER PRIMARY KEY
)

CREATE TRIGGER brief_gone AFTER DELETE ON brief WHEN EXISTS (SELECT 1 FROM items WHERE row = old.row)
BEGIN
    INSERT INTO gone VALUES (old.row);
END

CREATE TABLE items (
    row INTEGER PRIMARY KEY,
    packed BLOB NOT NULL            -- records.pack
)

CREATE TABLE span (                 -- the dates of a brief and of its figures and events, each once
    row INTEGER NOT NULL,
    number INTEGER NOT NULL,
    earliest INTEGER,               -- yyyymmdd; NULL: open or unknown
    latest INTEGER,
    dated INTEGER NOT NULL,         -- 0: no place in time, as a month without a year
    claimed INTEGER NOT NULL,       -- 1: of a point, figure or event, 0: of the brief itself
    PRIMARY KEY (row, number)
) WITHOUT ROWID

CREATE TABLE figure (
    row INTEGER NOT NULL,
    number INTEGER NOT NULL,
    low REAL NOT NULL,
    high REAL NOT NULL,
    unit TEXT,                      -- folded
    measure TEXT,
    PRIMARY KEY (row, number)
) WITHOUT ROWID

CREATE TABLE saved (                -- saved texts of sources
    row INTEGER PRIMARY KEY,
    file BLOB NOT NULL UNIQUE,
    times INTEGER,                  -- NULL: not looked for yet; 0, with size -1: not there
    size INTEGER,
    packed BLOB                     -- the text, compressed
)

CREATE TABLE rests (                -- which briefs cite a saved text, and as which source
    saved INTEGER NOT NULL,
    row INTEGER NOT NULL,
    source TEXT NOT NULL,
    PRIMARY KEY (row, source)
) WITHOUT ROWID

CREATE INDEX rests_saved ON rests (saved, row)

CREATE TABLE view (
    name TEXT PRIMARY KEY,          -- an order of the list
    rows BLOB NOT NULL              -- the rows in that order, four bytes each, in the byte order of the machine
)

CREATE VIRTUAL TABLE words USING fts5({", ".join(COLUMNS)}, {_FTS})

CREATE VIRTUAL TABLE saved_words USING fts5(body, inside, {_FTS})

CREATE VIRTUAL TABLE words_vocabulary USING fts5vocab(words, instance)

CREATE VIRTUAL TABLE heads USING fts5({", ".join(HEAD)}, {_FTS_HEAD})

CREATE VIRTUAL TABLE heads_vocabulary USING fts5vocab(heads, instance)
"""  # noqa: S608 - our own names
"""The statements, separated by empty lines. SQLite stores their text, comments included, and it is compared when an
index is opened: any change needs a new `VERSION`."""


def _name(sql: str) -> str:
    """Return the name of the object that a statement creates."""
    words = sql.split(maxsplit=4)
    return words[3 if words[1] == "VIRTUAL" else 2]


BRIEF_TEXTS = ("words", "heads")
"""The full texts of briefs."""
FULL_TEXTS = (*BRIEF_TEXTS, "saved_words")
MADE = {_name(sql): sql for sql in _MADE.strip().split("\n\n")}
"""The SQL of each table, index and trigger by its name, as SQLite stores it."""
_ORDERS = f"""
INSERT INTO words (words, rank) VALUES ('automerge', 64); -- 16 costs a quarter more to build, 4 twice as much
INSERT INTO words (words, rank) VALUES ('crisismerge', 128);
INSERT INTO words (words, rank) VALUES ('usermerge', 16); -- fewer parts of a size stay as they are
INSERT INTO words (words, rank) VALUES ('hashsize', 8000000); -- bytes: what is written at once becomes one part
INSERT INTO heads (heads, rank) VALUES ('automerge', 64);
INSERT INTO heads (heads, rank) VALUES ('crisismerge', 128);
INSERT INTO heads (heads, rank) VALUES ('usermerge', 16);
INSERT INTO saved_words (saved_words, rank) VALUES ('automerge', 64);
INSERT INTO saved_words (saved_words, rank) VALUES ('crisismerge', 128);
INSERT INTO saved_words (saved_words, rank) VALUES ('usermerge', 16);
INSERT INTO saved_words (saved_words, rank) VALUES ('hashsize', 8000000);
PRAGMA application_id = {APPLICATION};
PRAGMA user_version = {VERSION};
"""  # noqa: S608 - our own names
TABLES = ";\n".join((*MADE.values(), _ORDERS.strip()))
