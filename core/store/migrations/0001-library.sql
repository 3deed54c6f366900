-- The first schema of a library. Never edited once released: a change is a new file.
--
-- Three kinds of tables. What a source says and what the machine read in it alone: snapshots … proposition_objects.
-- What a person decided: operations, pins. What follows from both, rebuilt at will: entities, entity_names, links,
-- claim_links and the full-text index.
-- All spans are UTF-8 byte offsets into documents.text, half open. Ids are made from contents (core/base/id.h); the rowids
-- of blocks never leave the database.

CREATE TABLE snapshots (
    sha256 BLOB NOT NULL PRIMARY KEY CHECK (length(sha256) = 32),
    bytes BLOB NOT NULL
) STRICT;

CREATE TABLE documents (
    id INTEGER PRIMARY KEY NOT NULL,
    snapshot BLOB NOT NULL UNIQUE REFERENCES snapshots (sha256),
    name TEXT NOT NULL,
    uri TEXT NOT NULL,
    declared_media_type TEXT NOT NULL,
    media_type TEXT NOT NULL,
    encoding TEXT NOT NULL,
    title TEXT NOT NULL,
    author TEXT NOT NULL,
    published TEXT NOT NULL,
    site TEXT NOT NULL,
    words INTEGER NOT NULL,
    engine TEXT NOT NULL,
    text TEXT NOT NULL
) STRICT;

CREATE TABLE document_notes (
    document INTEGER NOT NULL REFERENCES documents (id) ON DELETE CASCADE,
    ordinal INTEGER NOT NULL,
    note TEXT NOT NULL,
    PRIMARY KEY (document, ordinal)
) STRICT, WITHOUT ROWID;

CREATE TABLE blocks (
    id INTEGER PRIMARY KEY NOT NULL,
    document INTEGER NOT NULL REFERENCES documents (id) ON DELETE CASCADE,
    ordinal INTEGER NOT NULL,
    kind TEXT NOT NULL,
    level INTEGER NOT NULL,
    span_begin INTEGER NOT NULL,
    span_end INTEGER NOT NULL,
    text TEXT NOT NULL,
    UNIQUE (document, ordinal)
) STRICT;

CREATE VIRTUAL TABLE block_index USING fts5 (
    text,
    content = 'blocks', content_rowid = 'id',
    tokenize = 'unicode61 remove_diacritics 2',
    prefix = '2 3'
);

CREATE TRIGGER blocks_after_insert AFTER INSERT ON blocks BEGIN
    INSERT INTO block_index (rowid, text) VALUES (new.id, new.text);
END;
CREATE TRIGGER blocks_after_delete AFTER DELETE ON blocks BEGIN
    INSERT INTO block_index (block_index, rowid, text) VALUES ('delete', old.id, old.text);
END;
CREATE TRIGGER blocks_after_update AFTER UPDATE ON blocks BEGIN
    INSERT INTO block_index (block_index, rowid, text) VALUES ('delete', old.id, old.text);
    INSERT INTO block_index (rowid, text) VALUES (new.id, new.text);
END;

CREATE TABLE sentences (
    document INTEGER NOT NULL REFERENCES documents (id) ON DELETE CASCADE,
    span_begin INTEGER NOT NULL,
    span_end INTEGER NOT NULL,
    PRIMARY KEY (document, span_begin)
) STRICT, WITHOUT ROWID;

-- What one document names, as far as it tells by itself.
CREATE TABLE document_entities (
    document INTEGER NOT NULL REFERENCES documents (id) ON DELETE CASCADE,
    ordinal INTEGER NOT NULL,
    type TEXT NOT NULL,
    name TEXT NOT NULL,
    PRIMARY KEY (document, ordinal)
) STRICT, WITHOUT ROWID;

CREATE TABLE document_entity_aliases (
    document INTEGER NOT NULL,
    entity INTEGER NOT NULL,
    ordinal INTEGER NOT NULL,
    alias TEXT NOT NULL,
    PRIMARY KEY (document, entity, ordinal),
    FOREIGN KEY (document, entity) REFERENCES document_entities (document, ordinal) ON DELETE CASCADE
) STRICT, WITHOUT ROWID;

CREATE TABLE mentions (
    document INTEGER NOT NULL REFERENCES documents (id) ON DELETE CASCADE,
    ordinal INTEGER NOT NULL,
    span_begin INTEGER NOT NULL,
    span_end INTEGER NOT NULL,
    entity INTEGER NOT NULL,
    kind TEXT NOT NULL CHECK (kind IN ('name', 'nominal', 'pronoun')),
    PRIMARY KEY (document, ordinal),
    FOREIGN KEY (document, entity) REFERENCES document_entities (document, ordinal) ON DELETE CASCADE
) STRICT, WITHOUT ROWID;
CREATE INDEX mentions_by_entity ON mentions (document, entity);

CREATE TABLE times (
    document INTEGER NOT NULL REFERENCES documents (id) ON DELETE CASCADE,
    ordinal INTEGER NOT NULL,
    span_begin INTEGER NOT NULL,
    span_end INTEGER NOT NULL,
    type TEXT NOT NULL,
    edtf TEXT NOT NULL,
    PRIMARY KEY (document, ordinal)
) STRICT, WITHOUT ROWID;

CREATE TABLE claims (
    id INTEGER PRIMARY KEY NOT NULL,
    document INTEGER NOT NULL REFERENCES documents (id) ON DELETE CASCADE,
    ordinal INTEGER NOT NULL,
    relation TEXT NOT NULL,
    label TEXT NOT NULL,
    subject INTEGER NOT NULL,
    object INTEGER,
    value TEXT NOT NULL,
    polarity TEXT NOT NULL CHECK (polarity IN ('asserted', 'denied')),
    modality TEXT NOT NULL CHECK (modality IN ('fact', 'planned', 'possible', 'reported')),
    speaker INTEGER,
    time TEXT NOT NULL,
    confidence REAL NOT NULL CHECK (confidence BETWEEN 0 AND 1),
    rule TEXT NOT NULL,
    quote_begin INTEGER NOT NULL,
    quote_end INTEGER NOT NULL,
    UNIQUE (document, ordinal),
    FOREIGN KEY (document, subject) REFERENCES document_entities (document, ordinal) ON DELETE CASCADE,
    FOREIGN KEY (document, object) REFERENCES document_entities (document, ordinal) ON DELETE CASCADE,
    FOREIGN KEY (document, speaker) REFERENCES document_entities (document, ordinal) ON DELETE CASCADE
) STRICT;
CREATE INDEX claims_by_subject ON claims (document, subject);
CREATE INDEX claims_by_object ON claims (document, object);
CREATE INDEX claims_by_speaker ON claims (document, speaker);

CREATE TABLE claim_qualifiers (
    claim INTEGER NOT NULL REFERENCES claims (id) ON DELETE CASCADE,
    ordinal INTEGER NOT NULL,
    name TEXT NOT NULL,
    value TEXT NOT NULL,
    PRIMARY KEY (claim, ordinal)
) STRICT, WITHOUT ROWID;

CREATE TABLE claim_triggers (
    claim INTEGER NOT NULL REFERENCES claims (id) ON DELETE CASCADE,
    ordinal INTEGER NOT NULL,
    span_begin INTEGER NOT NULL,
    span_end INTEGER NOT NULL,
    PRIMARY KEY (claim, ordinal)
) STRICT, WITHOUT ROWID;

CREATE TABLE propositions (
    document INTEGER NOT NULL REFERENCES documents (id) ON DELETE CASCADE,
    ordinal INTEGER NOT NULL,
    subject_begin INTEGER NOT NULL,
    subject_end INTEGER NOT NULL,
    predicate_begin INTEGER NOT NULL,
    predicate_end INTEGER NOT NULL,
    confidence REAL NOT NULL,
    PRIMARY KEY (document, ordinal)
) STRICT, WITHOUT ROWID;

CREATE TABLE proposition_objects (
    document INTEGER NOT NULL,
    proposition INTEGER NOT NULL,
    ordinal INTEGER NOT NULL,
    span_begin INTEGER NOT NULL,
    span_end INTEGER NOT NULL,
    PRIMARY KEY (document, proposition, ordinal),
    FOREIGN KEY (document, proposition) REFERENCES propositions (document, ordinal) ON DELETE CASCADE
) STRICT, WITHOUT ROWID;

-- How an engine's relations read. Where engines differ, the one that sorts last is believed.
CREATE TABLE relations (
    engine TEXT NOT NULL,
    id TEXT NOT NULL,
    label TEXT NOT NULL,
    inverse TEXT NOT NULL,
    is_symmetric INTEGER NOT NULL CHECK (is_symmetric IN (0, 1)),
    PRIMARY KEY (engine, id)
) STRICT, WITHOUT ROWID;

-- Every decision of a person, in order. Taking one back is a row too: kind 'undo' or 'redo', with the decision in `target`.
CREATE TABLE operations (
    id INTEGER PRIMARY KEY NOT NULL,
    kind TEXT NOT NULL,
    detail TEXT NOT NULL,
    target INTEGER REFERENCES operations (id)
) STRICT;
CREATE TRIGGER operations_are_kept BEFORE DELETE ON operations BEGIN
    SELECT RAISE (ABORT, 'operations are never deleted');
END;
CREATE TRIGGER operations_stay_as_they_are BEFORE UPDATE ON operations BEGIN
    SELECT RAISE (ABORT, 'operations are never changed');
END;

-- Nodes that a person put somewhere. An entity that is gone may come back: its pin waits.
CREATE TABLE pins (
    entity INTEGER PRIMARY KEY NOT NULL,
    x REAL NOT NULL,
    y REAL NOT NULL
) STRICT;

-- Derived from here on.
CREATE TABLE entities (
    id INTEGER PRIMARY KEY NOT NULL,
    type TEXT NOT NULL,
    name TEXT NOT NULL,
    mentions INTEGER NOT NULL,
    name_mentions INTEGER NOT NULL,
    documents INTEGER NOT NULL,
    is_rejected INTEGER NOT NULL CHECK (is_rejected IN (0, 1))
) STRICT;

-- Every name an entity goes by, its own name with is_alias = 0.
CREATE TABLE entity_names (
    entity INTEGER NOT NULL REFERENCES entities (id) ON DELETE CASCADE,
    name TEXT NOT NULL,
    folded TEXT NOT NULL,
    is_alias INTEGER NOT NULL CHECK (is_alias IN (0, 1)),
    PRIMARY KEY (entity, name)
) STRICT, WITHOUT ROWID;

-- Which entity a document's entity is.
CREATE TABLE links (
    document INTEGER NOT NULL,
    ordinal INTEGER NOT NULL,
    entity INTEGER NOT NULL REFERENCES entities (id),
    PRIMARY KEY (document, ordinal),
    FOREIGN KEY (document, ordinal) REFERENCES document_entities (document, ordinal) ON DELETE CASCADE
) STRICT, WITHOUT ROWID;
CREATE INDEX links_by_entity ON links (entity);

-- A claim between linked entities, and what a person thinks of it.
CREATE TABLE claim_links (
    claim INTEGER PRIMARY KEY NOT NULL REFERENCES claims (id) ON DELETE CASCADE,
    subject INTEGER NOT NULL REFERENCES entities (id),
    object INTEGER REFERENCES entities (id),
    speaker INTEGER REFERENCES entities (id),
    status TEXT NOT NULL CHECK (status IN ('suggested', 'accepted', 'rejected', 'human'))
) STRICT;
CREATE INDEX claim_links_by_subject ON claim_links (subject, object);
CREATE INDEX claim_links_by_object ON claim_links (object, subject);
CREATE INDEX claim_links_by_speaker ON claim_links (speaker);
