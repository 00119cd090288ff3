-- The whole of the first release, in words that SQLite and PostgreSQL share.
-- Instants are bound by the program (cut to microseconds), never taken from the database's own clock.

-- Tells whether the key file beside this database is the one it was written with.
CREATE TABLE installation (
    id         BIGINT PRIMARY KEY,
    key_check  BYTEA NOT NULL,
    created_at TIMESTAMPTZ NOT NULL
);

CREATE TABLE apps (
    id         UUID PRIMARY KEY,
    definition TEXT NOT NULL,
    enabled    BOOLEAN NOT NULL,
    version    BIGINT NOT NULL,
    created_at TIMESTAMPTZ NOT NULL,
    updated_at TIMESTAMPTZ NOT NULL
);

-- The end of each app's ordered log: who appends holds this row until commit, so an app's events and
-- authorizations become visible in the order of their numbers and times.
CREATE TABLE app_feeds (
    app_id UUID PRIMARY KEY REFERENCES apps (id) ON DELETE CASCADE,
    seq    BIGINT NOT NULL,
    at     TIMESTAMPTZ NOT NULL
);

CREATE TABLE app_keys (
    id         UUID PRIMARY KEY,
    app_id     UUID NOT NULL REFERENCES apps (id) ON DELETE CASCADE,
    key_hash   BYTEA NOT NULL UNIQUE,
    hint       TEXT NOT NULL,
    created_at TIMESTAMPTZ NOT NULL,
    expires_at TIMESTAMPTZ
);
CREATE INDEX app_keys_by_app ON app_keys (app_id);

CREATE TABLE connect_requests (
    id                 UUID PRIMARY KEY,
    app_id             UUID NOT NULL REFERENCES apps (id) ON DELETE CASCADE,
    external_id        TEXT NOT NULL,
    code_hash          BYTEA NOT NULL UNIQUE,
    friendly_name      TEXT NOT NULL,
    question           TEXT NOT NULL,
    answer_hash        TEXT NOT NULL,
    attempts_left      BIGINT NOT NULL,
    attempts_allowed   BIGINT NOT NULL,
    created_at         TIMESTAMPTZ NOT NULL,
    expires_at         TIMESTAMPTZ NOT NULL,
    locked_at          TIMESTAMPTZ,
    last_authorized_at TIMESTAMPTZ,
    callback_url       TEXT,
    version            BIGINT NOT NULL,
    UNIQUE (app_id, external_id)
);
CREATE INDEX connect_requests_by_creation ON connect_requests (app_id, created_at, id);
CREATE INDEX connect_requests_by_expiry ON connect_requests (expires_at);

-- Values tried since the last right answer, as keyed hashes: the same wrong value again costs nothing.
-- `wrong` is NULL from the charge until the check has settled it.
CREATE TABLE answer_attempts (
    request_id UUID NOT NULL REFERENCES connect_requests (id) ON DELETE CASCADE,
    digest     BYTEA NOT NULL,
    charged_at TIMESTAMPTZ NOT NULL,
    wrong      BOOLEAN,
    PRIMARY KEY (request_id, digest)
);

-- Codes of requests that are gone, so that their holders are told so instead of "unknown".
CREATE TABLE withdrawn_codes (
    code_hash    BYTEA PRIMARY KEY,
    withdrawn_at TIMESTAMPTZ NOT NULL
);
CREATE INDEX withdrawn_codes_by_time ON withdrawn_codes (withdrawn_at);

CREATE TABLE persons (
    id         UUID PRIMARY KEY,
    name       TEXT NOT NULL,
    created_at TIMESTAMPTZ NOT NULL
);

-- How a person proves who she is. Today `password` only; OpenID Connect and passkeys are further kinds,
-- `subject` being the provider's subject or the credential's id.
CREATE TABLE credentials (
    kind       TEXT NOT NULL,
    subject    TEXT NOT NULL,
    person_id  UUID NOT NULL REFERENCES persons (id) ON DELETE CASCADE,
    secret     TEXT NOT NULL,
    email      TEXT,
    created_at TIMESTAMPTZ NOT NULL,
    PRIMARY KEY (kind, subject)
);
CREATE INDEX credentials_by_person ON credentials (person_id);

CREATE TABLE records (
    id         UUID PRIMARY KEY,
    name       TEXT NOT NULL,
    created_at TIMESTAMPTZ NOT NULL
);

CREATE TABLE record_holders (
    person_id UUID NOT NULL REFERENCES persons (id) ON DELETE CASCADE,
    record_id UUID NOT NULL REFERENCES records (id) ON DELETE CASCADE,
    since     TIMESTAMPTZ NOT NULL,
    PRIMARY KEY (person_id, record_id)
);

-- Pseudonyms: what an app knows a person, a person's record, and a record by. They outlive disconnecting.
CREATE TABLE person_pseudonyms (
    app_id    UUID NOT NULL REFERENCES apps (id) ON DELETE CASCADE,
    person_id UUID NOT NULL REFERENCES persons (id) ON DELETE CASCADE,
    pseudonym UUID NOT NULL,
    PRIMARY KEY (app_id, person_id),
    UNIQUE (app_id, pseudonym)
);
CREATE TABLE app_specific_records (
    app_id    UUID NOT NULL REFERENCES apps (id) ON DELETE CASCADE,
    record_id UUID NOT NULL REFERENCES records (id) ON DELETE CASCADE,
    pseudonym TEXT NOT NULL,
    PRIMARY KEY (app_id, record_id),
    UNIQUE (app_id, pseudonym)
);

-- One row for each app, person and record that ever met; `ended_at` is set while the app may not use the record.
CREATE TABLE authorizations (
    id               UUID PRIMARY KEY,
    app_id           UUID NOT NULL REFERENCES apps (id) ON DELETE CASCADE,
    person_id        UUID NOT NULL REFERENCES persons (id) ON DELETE CASCADE,
    record_id        UUID NOT NULL REFERENCES records (id) ON DELETE CASCADE,
    person_pseudonym UUID NOT NULL,
    record_pseudonym UUID NOT NULL,
    app_specific_record_id TEXT NOT NULL,
    rules            TEXT NOT NULL,
    since            TIMESTAMPTZ NOT NULL,
    authorized_at    TIMESTAMPTZ NOT NULL,
    ended_at         TIMESTAMPTZ,
    version          BIGINT NOT NULL,
    UNIQUE (app_id, person_id, record_id),
    UNIQUE (app_id, record_pseudonym)
);
CREATE INDEX authorizations_by_person ON authorizations (person_id);

-- Which connect request brought which authorization, and when last: what the app's list is read from.
CREATE TABLE pickups (
    request_id       UUID NOT NULL REFERENCES connect_requests (id) ON DELETE CASCADE,
    authorization_id UUID NOT NULL REFERENCES authorizations (id) ON DELETE CASCADE,
    app_id           UUID NOT NULL,
    authorized_at    TIMESTAMPTZ NOT NULL,
    seq              BIGINT NOT NULL,
    PRIMARY KEY (request_id, authorization_id)
);
CREATE INDEX pickups_in_order ON pickups (app_id, authorized_at);

-- Everything an app may learn, in one order; the patient's history of a connection is read from it too.
CREATE TABLE events (
    app_id           UUID NOT NULL REFERENCES apps (id) ON DELETE CASCADE,
    seq              BIGINT NOT NULL,
    at               TIMESTAMPTZ NOT NULL,
    kind             TEXT NOT NULL,
    external_id      TEXT,
    authorization_id UUID,
    attempts_left    BIGINT,
    PRIMARY KEY (app_id, seq)
);
CREATE INDEX events_by_authorization ON events (authorization_id, at);

-- Browser sessions: the cookie's value is kept as a hash only.
CREATE TABLE sessions (
    id_hash   BYTEA PRIMARY KEY,
    visit_id  UUID NOT NULL,
    state     TEXT NOT NULL,
    seen_at   TIMESTAMPTZ NOT NULL
);
CREATE INDEX sessions_by_seen ON sessions (seen_at);
CREATE INDEX sessions_by_visit ON sessions (visit_id);

-- A journey holds the facts of one visit with one connect request; the step is derived from them.
-- No reference to connect_requests: a journey outlives its request to say what became of it.
CREATE TABLE journeys (
    id               UUID PRIMARY KEY,
    visit_id         UUID NOT NULL,
    number           BIGINT NOT NULL,
    request_id       UUID NOT NULL,
    app_id           UUID NOT NULL,
    answered_at      TIMESTAMPTZ,
    person_id        UUID,
    record_id        UUID,
    new_record_name  TEXT,
    declined_at      TIMESTAMPTZ,
    authorization_id UUID,
    authorized_at    TIMESTAMPTZ,
    created_at       TIMESTAMPTZ NOT NULL,
    touched_at       TIMESTAMPTZ NOT NULL,
    version          BIGINT NOT NULL,
    UNIQUE (visit_id, number)
);
CREATE INDEX journeys_by_touch ON journeys (touched_at);
