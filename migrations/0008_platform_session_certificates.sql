-- Which certificate an app signed in with, by its thumbprint: removing the certificate ends the sessions made with it.
-- Unknown for sessions of before; they live four hours at most.
ALTER TABLE platform_sessions ADD COLUMN thumbprint TEXT;
