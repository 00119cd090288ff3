-- What the log has told of a request, so that it is told once; the outbox of callbacks; the secrets that sign them.

ALTER TABLE connect_requests ADD COLUMN opened_at TIMESTAMPTZ;
ALTER TABLE connect_requests ADD COLUMN expired_told_at TIMESTAMPTZ;
-- The `locked_at` that was told: a code can be locked again after a right answer.
ALTER TABLE connect_requests ADD COLUMN locked_told_at TIMESTAMPTZ;
UPDATE connect_requests SET locked_told_at = locked_at WHERE locked_at IS NOT NULL;
CREATE INDEX connect_requests_untold_expiry ON connect_requests (expires_at)
    WHERE expired_told_at IS NULL AND last_authorized_at IS NULL;
CREATE INDEX connect_requests_locked ON connect_requests (locked_at) WHERE attempts_left = 0;

-- Where the app wants to be told of an authorization: outlives the request that brought it, so that a disconnection
-- a year later is told, too.
CREATE TABLE authorization_callbacks (
    authorization_id UUID PRIMARY KEY REFERENCES authorizations (id) ON DELETE CASCADE,
    request_id       UUID NOT NULL,
    url              TEXT NOT NULL
);

-- Sealed with the key file. All that have not run out sign, so that an app can change over without a pause.
CREATE TABLE webhook_secrets (
    id         UUID PRIMARY KEY,
    app_id     UUID NOT NULL REFERENCES apps (id) ON DELETE CASCADE,
    sealed     BYTEA NOT NULL,
    created_at TIMESTAMPTZ NOT NULL,
    expires_at TIMESTAMPTZ
);
CREATE INDEX webhook_secrets_by_app ON webhook_secrets (app_id, created_at);

-- The outbox: one row for each event that is to be sent, written in the transaction of the event. `due_at` is the
-- next attempt; while one is under way, the end of its lease. No reference to connect_requests: what happened is told
-- although the request is gone.
CREATE TABLE deliveries (
    id               UUID PRIMARY KEY,
    app_id           UUID NOT NULL REFERENCES apps (id) ON DELETE CASCADE,
    seq              BIGINT NOT NULL,
    request_id       UUID NOT NULL,
    url              TEXT NOT NULL,
    state            TEXT NOT NULL,
    attempts         BIGINT NOT NULL,
    created_at       TIMESTAMPTZ NOT NULL,
    due_at           TIMESTAMPTZ NOT NULL,
    first_attempt_at TIMESTAMPTZ,
    ended_at         TIMESTAMPTZ,
    UNIQUE (app_id, seq),
    FOREIGN KEY (app_id, seq) REFERENCES events (app_id, seq) ON DELETE CASCADE
);
CREATE INDEX deliveries_due ON deliveries (due_at) WHERE state = 'pending';
CREATE INDEX deliveries_pending_of_request ON deliveries (request_id) WHERE state = 'pending';
CREATE INDEX deliveries_ended ON deliveries (ended_at) WHERE state <> 'pending';

CREATE TABLE delivery_attempts (
    delivery_id UUID NOT NULL REFERENCES deliveries (id) ON DELETE CASCADE,
    number      BIGINT NOT NULL,
    at          TIMESTAMPTZ NOT NULL,
    status      BIGINT,
    failure     TEXT,
    duration_ms BIGINT NOT NULL,
    PRIMARY KEY (delivery_id, number)
);
