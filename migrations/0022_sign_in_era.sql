-- How often all sign-ins of a person were ended. A session that is made for a sign-in checked before the last time holds
-- nobody: it would be one that outlives "all sessions end".
ALTER TABLE persons ADD COLUMN sign_in_era BIGINT NOT NULL DEFAULT 0;
