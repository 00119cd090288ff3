-- The language that the app chose for its patient; NULL where it chose none.
ALTER TABLE connect_requests ADD COLUMN language TEXT;

-- What the portal mails for an app: one row for each request that it was asked to mail. `kept` is the code and the
-- address, sealed with the key file, and NULL as soon as the code is of no more use. `look_at` is when to look at it
-- again: for a reminder, or because its time is over.
CREATE TABLE invitations (
    request_id     UUID PRIMARY KEY REFERENCES connect_requests (id) ON DELETE CASCADE,
    kept           BYTEA,
    state          TEXT NOT NULL,
    failure        TEXT,
    invited_at     TIMESTAMPTZ NOT NULL,
    sent_at        TIMESTAMPTZ,
    reminders      BOOLEAN NOT NULL,
    reminders_past BIGINT NOT NULL,
    reminders_sent BIGINT NOT NULL,
    look_at        TIMESTAMPTZ,
    version        BIGINT NOT NULL
);
CREATE INDEX invitations_due ON invitations (look_at) WHERE look_at IS NOT NULL;
