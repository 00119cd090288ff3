-- A code that is frozen because its holder did not expect it, and how often its clinic gave a code its chances back.
ALTER TABLE connect_requests ADD COLUMN frozen_at TIMESTAMPTZ;
ALTER TABLE connect_requests ADD COLUMN rearmed BIGINT NOT NULL DEFAULT 0;

-- Why, each time: the clinic's own words.
CREATE TABLE rearms (
    id         UUID PRIMARY KEY,
    request_id UUID NOT NULL REFERENCES connect_requests (id) ON DELETE CASCADE,
    reason     TEXT NOT NULL,
    rearmed_at TIMESTAMPTZ NOT NULL
);
CREATE INDEX rearms_by_request ON rearms (request_id, rearmed_at);
