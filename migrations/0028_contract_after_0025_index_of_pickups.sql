-- `connect_requests_by_pickup` (migration 27) begins with the same column and holds the same rows: whoever looked here looks
-- there.
DROP INDEX connect_requests_picked_up;
