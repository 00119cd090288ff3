-- The audit log. What happened is written, in the transaction of what it tells, into `audit_waiting` with a keyed proof of
-- where it came from; within a second a job moves it into `audit_log`, numbered and chained. Both are guarded by triggers
-- (src/store/audit_guards.rs, where the two databases' words differ): no line is ever changed, and none is deleted but by
-- retention.
CREATE TABLE audit_waiting (
    id    UUID PRIMARY KEY,
    at    TIMESTAMPTZ NOT NULL,
    line  TEXT NOT NULL,
    proof BYTEA NOT NULL
);
CREATE INDEX audit_waiting_by_time ON audit_waiting (at, id);

CREATE TABLE audit_log (
    number BIGINT PRIMARY KEY,
    id     UUID NOT NULL UNIQUE,
    at     TIMESTAMPTZ NOT NULL,
    line   TEXT NOT NULL,
    hash   BYTEA NOT NULL
);

-- One row: the chain's key, sealed; its end; and up to which line retention has deleted, with a keyed proof that it did.
CREATE TABLE audit_chain (
    id           BIGINT PRIMARY KEY,
    sealed_key   BYTEA NOT NULL,
    last_number  BIGINT NOT NULL,
    last_hash    BYTEA NOT NULL,
    pruned       BIGINT NOT NULL,
    pruned_hash  BYTEA NOT NULL,
    pruned_proof BYTEA NOT NULL,
    turns        BIGINT NOT NULL
);
