"""The library's tables, and the steps from each version of them to the next.

`PRAGMA user_version` counts the steps that a file has taken. A step never changes once it was published; a new one is
put behind it. `words_fts` and `wide_fts` keep no words of their own (external content): whoever changes `units` tells
them, in `comparer.library.writing`.
"""

from __future__ import annotations

APPLICATION_ID = 0x53594E4F
"""`SYNO`, in the file's header: tells a library from any other SQLite file."""

_TABLES = """
CREATE TABLE agreements (
    id TEXT PRIMARY KEY COLLATE NOCASE,
    name TEXT NOT NULL,
    signed TEXT NOT NULL,
    in_force TEXT NOT NULL,
    year INTEGER
);
CREATE TABLE parties (
    agreement TEXT NOT NULL REFERENCES agreements (id) ON DELETE CASCADE,
    party TEXT NOT NULL,
    PRIMARY KEY (agreement, party)
) WITHOUT ROWID;
CREATE TABLE sources (
    id INTEGER PRIMARY KEY,
    sha256 TEXT NOT NULL UNIQUE,
    file TEXT NOT NULL,
    address TEXT NOT NULL,
    retrieved TEXT NOT NULL,
    added TEXT NOT NULL
);
CREATE TABLE texts (
    id INTEGER PRIMARY KEY,
    name TEXT NOT NULL UNIQUE COLLATE NOCASE,
    agreement TEXT NOT NULL REFERENCES agreements (id),
    source INTEGER NOT NULL REFERENCES sources (id),
    language TEXT NOT NULL,
    status TEXT NOT NULL,
    version TEXT NOT NULL,
    amended_by INTEGER REFERENCES texts (id) ON DELETE SET NULL,
    edition TEXT NOT NULL,
    raw BLOB NOT NULL,
    view BLOB,
    left_over TEXT NOT NULL,
    topics_by TEXT
);
CREATE INDEX texts_agreement ON texts (agreement);
CREATE INDEX texts_source ON texts (source);
CREATE INDEX texts_amended_by ON texts (amended_by);
CREATE TABLE provisions (
    text INTEGER NOT NULL REFERENCES texts (id) ON DELETE CASCADE,
    place INTEGER NOT NULL,
    kind TEXT NOT NULL,
    number TEXT NOT NULL,
    heading TEXT NOT NULL,
    parent INTEGER,
    first INTEGER NOT NULL,
    "end" INTEGER NOT NULL,
    own TEXT,
    anchor INTEGER,
    repairs TEXT,
    citation TEXT NOT NULL,
    PRIMARY KEY (text, place)
) WITHOUT ROWID;
CREATE TABLE units (
    id INTEGER PRIMARY KEY,
    text INTEGER NOT NULL REFERENCES texts (id) ON DELETE CASCADE,
    place INTEGER NOT NULL,
    heading TEXT NOT NULL,
    words TEXT NOT NULL,
    passages TEXT NOT NULL,
    division TEXT NOT NULL,
    article INTEGER NOT NULL,
    wide INTEGER NOT NULL
);
CREATE INDEX units_text ON units (text);
CREATE INDEX units_wide ON units (id) WHERE wide;
CREATE TABLE topics (
    unit INTEGER NOT NULL REFERENCES units (id) ON DELETE CASCADE,
    topic TEXT NOT NULL,
    score REAL NOT NULL,
    PRIMARY KEY (unit, topic)
) WITHOUT ROWID;
CREATE INDEX topics_topic ON topics (topic, unit);
CREATE VIRTUAL TABLE words_fts USING fts5 (
    heading, words, content = 'units', content_rowid = 'id', tokenize = "unicode61 remove_diacritics 2"
);
CREATE VIEW wide_units AS SELECT id, heading, words FROM units WHERE wide;
CREATE VIRTUAL TABLE wide_fts USING fts5 (
    heading, words, content = 'wide_units', content_rowid = 'id', tokenize = "trigram"
);
CREATE VIRTUAL TABLE words_known USING fts5vocab ('words_fts', 'row');
CREATE VIRTUAL TABLE wide_known USING fts5vocab ('wide_fts', 'row');
INSERT INTO words_fts (words_fts, rank) VALUES ('rank', 'bm25(4.0, 1.0)');
INSERT INTO wide_fts (wide_fts, rank) VALUES ('rank', 'bm25(4.0, 1.0)');
"""

STEPS: tuple[str, ...] = (_TABLES,)
"""`STEPS[n]` leads from version n to n + 1; version 0 is an empty file."""
