-- Messages that have signed an app in on the XML platform, so that none makes a second session: SHA-256 of the message's
-- RSA signature, which nobody but the app can make and of which each message has one. Not keyed: it must be known again
-- after the pepper was changed, and it tells nothing. Kept until the message would be refused by itself.
CREATE TABLE platform_sign_ins (
    signature_hash BYTEA PRIMARY KEY,
    used_at        TIMESTAMPTZ NOT NULL,
    forget_at      TIMESTAMPTZ NOT NULL
);
CREATE INDEX platform_sign_ins_by_end ON platform_sign_ins (forget_at);
