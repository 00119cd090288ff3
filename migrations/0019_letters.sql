-- The word of an app's own entry, /at/WORD, as its definition says it: here it can be looked up. That no two apps have the
-- same is asked when apps are applied, all of them together: two may exchange theirs.
ALTER TABLE apps ADD COLUMN slug TEXT;
CREATE INDEX apps_by_slug ON apps (slug);

-- When the app was told that a letter on paper is due: nobody opened the code for days, or it was locked. Once for each
-- request.
ALTER TABLE connect_requests ADD COLUMN letter_due_at TIMESTAMPTZ;
CREATE INDEX connect_requests_unopened ON connect_requests (created_at)
    WHERE letter_due_at IS NULL AND opened_at IS NULL AND last_authorized_at IS NULL;
