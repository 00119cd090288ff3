-- Passkeys, beside the other ways to sign in. `credential` is the public key with what belongs to it, as JSON: nothing in
-- it opens anything.
CREATE TABLE passkeys (
    id            UUID PRIMARY KEY,
    person_id     UUID NOT NULL REFERENCES persons (id) ON DELETE CASCADE,
    credential_id BYTEA NOT NULL UNIQUE,
    credential    TEXT NOT NULL,
    name          TEXT NOT NULL,
    created_at    TIMESTAMPTZ NOT NULL,
    used_at       TIMESTAMPTZ
);
CREATE INDEX passkeys_by_person ON passkeys (person_id, created_at);

-- Challenges that a passkey has answered: each opens once. Only keyed hashes of them are kept, for as long as they would
-- be taken.
CREATE TABLE spent_challenges (
    hash     BYTEA PRIMARY KEY,
    spent_at TIMESTAMPTZ NOT NULL
);
CREATE INDEX spent_challenges_by_time ON spent_challenges (spent_at);
