-- Locks that no event tells of yet: none or a few, however many requests are locked. The job that looks for them every few
-- seconds read all that were ever locked: `store/events.rs`, `LIST_UNRECORDED`.
CREATE INDEX connect_requests_untold_locks ON connect_requests (locked_at)
    WHERE attempts_left = 0 AND (locked_told_at IS NULL OR locked_told_at <> locked_at);
