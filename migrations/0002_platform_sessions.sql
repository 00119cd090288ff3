-- Sessions of the XML platform. The token is kept as a keyed hash; the shared secret is needed to check each message
-- and is kept encrypted, bound to that hash.
CREATE TABLE platform_sessions (
    token_hash BYTEA PRIMARY KEY,
    app_id     UUID NOT NULL REFERENCES apps (id) ON DELETE CASCADE,
    algorithm  TEXT NOT NULL,
    secret     BYTEA NOT NULL,
    created_at TIMESTAMPTZ NOT NULL,
    expires_at TIMESTAMPTZ NOT NULL
);
CREATE INDEX platform_sessions_by_app ON platform_sessions (app_id);
CREATE INDEX platform_sessions_by_expiry ON platform_sessions (expires_at);
