-- What a person sees and changes of her own account: her language, where she is signed in, what happened, a new address.

-- `language` is her own choice; `read_in` is the one in which she last signed in, for mails to those who chose none.
ALTER TABLE persons ADD COLUMN language TEXT;
ALTER TABLE persons ADD COLUMN read_in TEXT;

-- Who is signed in with a session, in which browser and since when. The state says the same; these can be looked up.
ALTER TABLE sessions ADD COLUMN person_id UUID;
ALTER TABLE sessions ADD COLUMN browser TEXT;
ALTER TABLE sessions ADD COLUMN began_at TIMESTAMPTZ;
CREATE INDEX sessions_by_person ON sessions (person_id);
CREATE INDEX journeys_by_person ON journeys (person_id);
CREATE INDEX authorizations_by_record ON authorizations (record_id);
CREATE INDEX record_holders_by_record ON record_holders (record_id);

-- What happened to an account. `times` counts what comes again and again within an hour: wrong passwords.
CREATE TABLE account_events (
    id        UUID PRIMARY KEY,
    person_id UUID NOT NULL REFERENCES persons (id) ON DELETE CASCADE,
    at        TIMESTAMPTZ NOT NULL,
    kind      TEXT NOT NULL,
    browser   TEXT,
    app_id    UUID,
    times     BIGINT NOT NULL
);
CREATE INDEX account_events_by_person ON account_events (person_id, at);
CREATE INDEX account_events_by_time ON account_events (at);

-- A new address for an account: asked for, then confirmed by a code that was mailed to it (kept as a keyed hash), and
-- for a week undone by who reads the old one. `state`: asked, replaced, done, undone.
CREATE TABLE email_changes (
    id            UUID PRIMARY KEY,
    person_id     UUID NOT NULL REFERENCES persons (id) ON DELETE CASCADE,
    state         TEXT NOT NULL,
    old_email     TEXT NOT NULL,
    new_email     TEXT NOT NULL,
    code_hash     BYTEA NOT NULL,
    attempts_left BIGINT NOT NULL,
    created_at    TIMESTAMPTZ NOT NULL,
    expires_at    TIMESTAMPTZ NOT NULL,
    changed_at    TIMESTAMPTZ
);
CREATE INDEX email_changes_by_person ON email_changes (person_id, created_at);
CREATE INDEX email_changes_by_time ON email_changes (created_at);
