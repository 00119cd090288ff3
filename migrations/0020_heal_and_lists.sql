-- What whoever asks for readiness writes and takes away again in one transaction: so that a disk without room is noticed
-- before a patient does. It is empty whenever nobody asks.
CREATE TABLE write_probes (
    id      UUID PRIMARY KEY,
    ballast BYTEA NOT NULL
);

-- Lists of requests by status, in the order of their creation: a page costs what a page costs, however many there are.
-- The conditions are those of the statements in `store/connect_request_lists.rs`, word for word.
CREATE INDEX connect_requests_authorized ON connect_requests (app_id, created_at, id)
    WHERE last_authorized_at IS NOT NULL;
CREATE INDEX connect_requests_frozen ON connect_requests (app_id, created_at, id)
    WHERE last_authorized_at IS NULL AND frozen_at IS NOT NULL;
CREATE INDEX connect_requests_locked_in_order ON connect_requests (app_id, created_at, id)
    WHERE last_authorized_at IS NULL AND frozen_at IS NULL AND attempts_left = 0;
-- Whether a request that nobody picked up is pending or expired is told by the time. Most expired ones are recorded as
-- such (`expired_told_at`): so each list has an index in its own order, and one by expiry for the few that are on the
-- wrong side of that record, because they expired a moment ago or because clocks disagree.
CREATE INDEX connect_requests_open ON connect_requests (app_id, created_at, id)
    WHERE last_authorized_at IS NULL AND frozen_at IS NULL AND attempts_left > 0 AND expired_told_at IS NULL;
CREATE INDEX connect_requests_open_by_expiry ON connect_requests (app_id, expires_at)
    WHERE last_authorized_at IS NULL AND frozen_at IS NULL AND attempts_left > 0 AND expired_told_at IS NULL;
CREATE INDEX connect_requests_expired ON connect_requests (app_id, created_at, id)
    WHERE last_authorized_at IS NULL AND frozen_at IS NULL AND attempts_left > 0 AND expired_told_at IS NOT NULL;
CREATE INDEX connect_requests_expired_by_expiry ON connect_requests (app_id, expires_at)
    WHERE last_authorized_at IS NULL AND frozen_at IS NULL AND attempts_left > 0 AND expired_told_at IS NOT NULL;
