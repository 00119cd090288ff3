-- Codes that are mailed to an address to prove that its owner reads it. One row for each errand of one browser: `id` is
-- known to that browser's session alone. `address` is a keyed hash. `code_hash` is one that no code has where the mail
-- brings none, so that known and unknown addresses cost the same. `sealed` holds the address, and for a new account the
-- name and the hash of the password that wait for the code: nothing of it is an account yet.
CREATE TABLE email_codes (
    id         UUID PRIMARY KEY,
    errand     TEXT NOT NULL,
    address    BYTEA NOT NULL,
    person_id  UUID REFERENCES persons (id) ON DELETE CASCADE,
    code_hash  BYTEA NOT NULL,
    sealed     BYTEA NOT NULL,
    tries_left BIGINT NOT NULL,
    sent       BIGINT NOT NULL,
    sent_at    TIMESTAMPTZ NOT NULL,
    proven_at  TIMESTAMPTZ,
    version    BIGINT NOT NULL
);
CREATE INDEX email_codes_by_address ON email_codes (address, sent_at);
CREATE INDEX email_codes_by_person ON email_codes (person_id);
CREATE INDEX email_codes_by_time ON email_codes (sent_at);

-- What was typed, as keyed hashes: the same wrong code again costs nothing.
CREATE TABLE email_code_tries (
    email_code_id UUID NOT NULL REFERENCES email_codes (id) ON DELETE CASCADE,
    digest        BYTEA NOT NULL,
    PRIMARY KEY (email_code_id, digest)
);

-- When the person proved that she reads the address of this credential. Empty for those from before, until the next
-- sign-in, and where no mails can be sent.
ALTER TABLE credentials ADD COLUMN confirmed_at TIMESTAMPTZ;

-- When everybody was signed out of a session from elsewhere. Its journeys stay.
ALTER TABLE sessions ADD COLUMN signed_out_at TIMESTAMPTZ;
