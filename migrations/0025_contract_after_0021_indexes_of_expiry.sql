-- An index by expiry over all requests looked like the right one for the few that expire on the wrong side of what is recorded: a
-- planner does not know that one excludes the other, and read a third of the table. Each of these holds only what its readers
-- ask for, so whichever is taken visits nothing else: `store/connect_request_lists.rs`, `LIST_UNRECORDED` and `LIST_OLD`. The version
-- before finds the same without them, more slowly.
DROP INDEX connect_requests_by_expiry;
DROP INDEX connect_requests_untold_expiry;
CREATE INDEX connect_requests_unrecorded ON connect_requests (expires_at)
    WHERE last_authorized_at IS NULL AND frozen_at IS NULL AND attempts_left > 0 AND expired_told_at IS NULL;
CREATE INDEX connect_requests_recorded ON connect_requests (expires_at)
    WHERE last_authorized_at IS NULL AND expired_told_at IS NOT NULL;
CREATE INDEX connect_requests_picked_up ON connect_requests (last_authorized_at)
    WHERE last_authorized_at IS NOT NULL;
