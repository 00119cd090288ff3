-- When a session's cookie was replaced by another: for a while the old one still finds its journeys, signed in as
-- nobody, because the answer that brought the new one may have been lost.
ALTER TABLE sessions ADD COLUMN replaced_at TIMESTAMPTZ;
