-- A page of an app's list, or of its log, is in the order of time; what its lines tell of is found in this order too, in a few
-- leaves of an index instead of one leaf for each line: `store/authorizations.rs`, `LIST_PICKUPS`, and `store/events.rs`,
-- `LIST_LOGGED`. Of many apps, and of data that was brought from elsewhere, many may have one time, so the id comes after it.
CREATE INDEX authorizations_by_time ON authorizations (authorized_at, id);
CREATE INDEX connect_requests_by_pickup ON connect_requests (last_authorized_at, id)
    WHERE last_authorized_at IS NOT NULL;
