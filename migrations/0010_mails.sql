-- The outbox of mails: one row for each mail that is to be sent, written in the transaction of what it tells. `due_at` is
-- the next attempt; while one is under way, the end of its lease. What it says, and to whom, is sealed with the key
-- file, and forgotten (empty) as soon as the mail has ended. `topic` is a keyed hash: of two mails of one topic only
-- the newer is sent. No references: what happened is told although the account or the request is gone, unless whoever
-- deletes those deletes their mails, too.
CREATE TABLE mails (
    id               UUID PRIMARY KEY,
    kind             TEXT NOT NULL,
    topic            BYTEA,
    app_id           UUID,
    person_id        UUID,
    request_id       UUID,
    sealed           BYTEA NOT NULL,
    state            TEXT NOT NULL,
    attempts         BIGINT NOT NULL,
    failure          TEXT,
    created_at       TIMESTAMPTZ NOT NULL,
    due_at           TIMESTAMPTZ NOT NULL,
    not_after        TIMESTAMPTZ,
    first_attempt_at TIMESTAMPTZ,
    ended_at         TIMESTAMPTZ
);
CREATE INDEX mails_due ON mails (due_at) WHERE state = 'queued';
CREATE INDEX mails_by_topic ON mails (topic) WHERE state = 'queued';
CREATE INDEX mails_by_person ON mails (person_id);
CREATE INDEX mails_by_request ON mails (request_id, created_at);
CREATE INDEX mails_ended ON mails (ended_at) WHERE state <> 'queued';
