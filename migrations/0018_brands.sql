-- Brands, as they were taken: every version stays, so that one can go back. `scope` is the app's id, or `installation`.
-- `content` is the brand's files by name (JSON, base64); `made_by` is the command that stored it.
CREATE TABLE brands (
    version    BIGINT PRIMARY KEY,
    scope      TEXT NOT NULL,
    contract   BIGINT NOT NULL,
    content    TEXT NOT NULL,
    made_by    TEXT NOT NULL,
    created_at TIMESTAMPTZ NOT NULL
);
CREATE INDEX brands_of_scope ON brands (scope, version);

-- Which version a scope wears now; no row where it wears none.
CREATE TABLE brands_worn (
    scope   TEXT PRIMARY KEY,
    version BIGINT NOT NULL REFERENCES brands (version)
);
