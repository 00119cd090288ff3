-- An app's own keys for a person and record. They stay when the patient disconnects, out of the app's reach, and are
-- back when she authorizes it again.
CREATE TABLE alternate_ids (
    app_id           UUID NOT NULL REFERENCES apps (id) ON DELETE CASCADE,
    alternate_id     TEXT NOT NULL,
    authorization_id UUID NOT NULL REFERENCES authorizations (id) ON DELETE CASCADE,
    created_at       TIMESTAMPTZ NOT NULL,
    PRIMARY KEY (app_id, alternate_id)
);
CREATE INDEX alternate_ids_by_authorization ON alternate_ids (authorization_id, created_at);
