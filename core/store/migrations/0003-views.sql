-- Views that a person saved under a name: what is in the picture and how it is seen. `content` is versioned JSON
-- (core/graph/view/view-json.h); one of a newer Skein is kept as it is.
CREATE TABLE views (
    name TEXT PRIMARY KEY NOT NULL,
    content TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- Derived: where each node of the whole library stands, so that its picture is there at once and what comes later does not
-- move it. An entity that is gone may come back: its place waits.
CREATE TABLE positions (
    entity INTEGER PRIMARY KEY NOT NULL,
    x REAL NOT NULL,
    y REAL NOT NULL
) STRICT;
