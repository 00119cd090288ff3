-- Requests sent with an `Idempotency-Key`: key and body as keyed hashes only, the answer sealed, since it may hold an
-- identity code. `status` is NULL while the first of them is being worked on, by whoever holds `claim`, until `lease`.
CREATE TABLE idempotency_keys (
    app_id     UUID NOT NULL REFERENCES apps (id) ON DELETE CASCADE,
    key_hash   BYTEA NOT NULL,
    body_hash  BYTEA NOT NULL,
    claim      UUID NOT NULL,
    lease      TIMESTAMPTZ NOT NULL,
    status     BIGINT,
    answer     BYTEA,
    created_at TIMESTAMPTZ NOT NULL,
    PRIMARY KEY (app_id, key_hash)
);
CREATE INDEX idempotency_keys_by_time ON idempotency_keys (created_at);
