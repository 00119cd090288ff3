-- That an installation moves into this database (`arriving`), or has left it (`left`): no portal serves it then. One row at
-- most. `origin` tells which installation it is: the keyed hash by which it knows its key file.
CREATE TABLE moving (
    id     BIGINT PRIMARY KEY,
    state  TEXT NOT NULL,
    origin BYTEA NOT NULL,
    at     TIMESTAMPTZ NOT NULL
);

-- What each table held when it was copied: in a backup's file, and while an installation moves in. Empty otherwise.
CREATE TABLE table_digests (
    name      TEXT PRIMARY KEY,
    row_count BIGINT NOT NULL,
    hash      BYTEA NOT NULL,
    taken_at  TIMESTAMPTZ NOT NULL
);
