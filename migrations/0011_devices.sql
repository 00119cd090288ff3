-- How often passwords were tried lately: for each account from browsers that it does not know, and for each browser that
-- it knows. Only keyed hashes say which. Each row counts from `started_at` for one window and begins anew after it.
CREATE TABLE sign_in_tries (
    pool       BYTEA PRIMARY KEY,
    started_at TIMESTAMPTZ NOT NULL,
    tries      BIGINT NOT NULL,
    version    BIGINT NOT NULL
);
CREATE INDEX sign_in_tries_by_start ON sign_in_tries (started_at);

-- Until when a session is kept although nobody uses it: where its person asked to stay signed in.
ALTER TABLE sessions ADD COLUMN kept_until TIMESTAMPTZ;
