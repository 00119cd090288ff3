-- Sign-ins at a provider that are under way. The state that the browser brings back is kept as a keyed hash; the nonce and
-- the PKCE verifier are made from it and are not kept at all. A row is taken out once, by the session that began it.
CREATE TABLE provider_sign_ins (
    state_hash  BYTEA PRIMARY KEY,
    session_id  UUID NOT NULL,
    provider    TEXT NOT NULL,
    -- The journey that waits for it.
    journey_id  UUID,
    -- Who is signed in already and adds this way to sign in.
    person_id   UUID REFERENCES persons (id) ON DELETE CASCADE,
    -- She wants an account of its own although her address has one.
    new_account BOOLEAN NOT NULL,
    created_at  TIMESTAMPTZ NOT NULL
);
CREATE INDEX provider_sign_ins_by_time ON provider_sign_ins (created_at);

-- The address that a provider has verified, as it is compared: two accounts of one address are found, never joined.
ALTER TABLE credentials ADD COLUMN email_key TEXT;
CREATE INDEX credentials_by_email_key ON credentials (email_key);
