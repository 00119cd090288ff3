-- What each node has counted of what is limited for the whole installation: calls of an app, codes that are mailed to an
-- address. Each node writes its own rows, and charges what the others have counted since it last looked. `key` is an app's id
-- or a keyed hash.
CREATE TABLE shared_counts (
    node    UUID NOT NULL,
    kind    TEXT NOT NULL,
    key     BYTEA NOT NULL,
    counted BIGINT NOT NULL,
    at      TIMESTAMPTZ NOT NULL,
    PRIMARY KEY (node, kind, key)
);
CREATE INDEX shared_counts_by_time ON shared_counts (at);
