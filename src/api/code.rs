//! The kinds of error of the JSON API: each stands here once, with its status and its words.

use actix_web::http::StatusCode;

/// What `type` begins with. The same at every installation, so that a program may compare it; resolved against the
/// address that was asked, it leads to the code's paragraph in the documentation.
pub const TYPES: &str = "/problems/";

macro_rules! codes {
    ($($name:ident, $word:literal, $status:ident, $title:literal, $meaning:literal;)+) => {
        /// What can be wrong.
        #[derive(Debug, Clone, Copy, PartialEq, Eq)]
        pub enum Code {
            $(#[doc = $meaning] $name,)+
        }

        impl Code {
            /// All of them, in the order of their status.
            pub const ALL: &[Code] = &[$(Code::$name),+];

            /// The word in `code`, and at the end of `type`.
            pub fn as_str(self) -> &'static str {
                match self { $(Code::$name => $word,)+ }
            }

            /// The HTTP status it comes with.
            pub fn status(self) -> StatusCode {
                match self { $(Code::$name => StatusCode::$status,)+ }
            }

            /// Its name for people: `title`.
            pub fn title(self) -> &'static str {
                match self { $(Code::$name => $title,)+ }
            }

            /// When it comes and what to do.
            pub fn meaning(self) -> &'static str {
                match self { $(Code::$name => $meaning,)+ }
            }
        }
    };
}

codes! {
    Malformed, "malformed", BAD_REQUEST, "The request is malformed",
        "The body is not JSON or does not fit the call, a field or parameter is missing, unknown, doubled or of the wrong type, or a header cannot be read. `detail` says which. Mend the program; the same request will fail again.";
    Unauthorized, "unauthorized", UNAUTHORIZED, "No valid API key",
        "No key was sent, nobody has it, it has run out, or its app is disabled.";
    MethodsNotEnabled, "methods_not_enabled", FORBIDDEN, "Methods not enabled",
        "The app's operator has not enabled the `ConnectPackage` methods for it.";
    MobileApp, "mobile_app", FORBIDDEN, "Mobile apps cannot do this",
        "The app is registered as `mobile`. Its server needs an app of its own, registered as `web`.";
    NotFound, "not_found", NOT_FOUND, "Not found",
        "There is no such thing, it is gone, or it is another app's: the answer is the same.";
    MethodNotAllowed, "method_not_allowed", METHOD_NOT_ALLOWED, "Method not allowed",
        "The path does not take this method. `Allow` lists those that it takes.";
    RequestTimeout, "request_timeout", REQUEST_TIMEOUT, "The body came too slowly",
        "The body did not arrive in ten seconds. Nothing was done. Send the request again.";
    DuplicateConnectRequest, "duplicate_connect_request", CONFLICT, "Duplicate connect request",
        "The app has a connect request with this external ID already, in whatever state. Delete that one first, or choose another external ID.";
    ConnectRequestAlreadyAuthorized, "connect_request_already_authorized", CONFLICT, "Connect request already authorized",
        "The patient has picked this connect request up, so it cannot be deleted. To stop using her record, give the authorization up.";
    NotLocked, "not_locked", CONFLICT, "The code is not locked",
        "The code is neither locked nor frozen, or its time is over, so there are no chances to give back. When its time is over, delete the request and create another.";
    RearmedTooOften, "rearmed_too_often", CONFLICT, "Re-armed too often",
        "The code got its chances back three times already. Delete the request and create another.";
    CodeNotKept, "code_not_kept", CONFLICT, "The code is not kept",
        "The portal does not have the code: it never mailed it, or has forgotten it because the request was picked up, is locked for good or has expired. Send the patient what you were told when you created the request, or delete it and create another.";
    CodeNotUsable, "code_not_usable", CONFLICT, "The code takes no answers",
        "The code is locked or frozen, so it is neither mailed nor printed: re-arm it first. Or it has expired: delete the request and create another.";
    MailNotSetUp, "mail_not_set_up", CONFLICT, "Mail is not set up",
        "The portal has no mail server, so it cannot send invitations. Leave `send_to` out and send the link or the code yourself, or ask the portal's operator to set mail up.";
    DuplicateAlternateId, "duplicate_alternate_id", CONFLICT, "Duplicate alternate ID",
        "The app uses this alternate ID for another person or record already.";
    IdempotencyKeyInUse, "idempotency_key_in_use", CONFLICT, "Idempotency key in use",
        "A request with this `Idempotency-Key` is being worked on. Ask again in a second with the same key and body.";
    CursorAhead, "cursor_ahead", GONE, "Cursor ahead of the log",
        "An older copy of the portal's database was put back, and the event that this cursor stands for is not in it. Begin again without a cursor, and know what you have seen already by what it says, not by its `seq`: the numbers after the copy's end are given a second time.";
    TooLarge, "too_large", PAYLOAD_TOO_LARGE, "Too large",
        "The body is over 64 KiB.";
    InvalidQuestion, "invalid_question", UNPROCESSABLE_ENTITY, "Invalid question",
        "The secret question is blank, too short or too long, or has control characters.";
    InvalidReason, "invalid_reason", UNPROCESSABLE_ENTITY, "Invalid reason",
        "The reason is blank, longer than 200 characters, or has control characters.";
    InvalidAnswer, "invalid_answer", UNPROCESSABLE_ENTITY, "Invalid answer",
        "The secret answer is blank, too short or too long, is contained in its question, or is easy to guess.";
    InvalidExternalId, "invalid_external_id", UNPROCESSABLE_ENTITY, "Invalid external ID",
        "The external ID is blank, has over 255 characters, or has control characters.";
    InvalidFriendlyName, "invalid_friendly_name", UNPROCESSABLE_ENTITY, "Invalid friendly name",
        "The friendly name is blank, has over 255 characters, or has control characters.";
    InvalidCallbackUrl, "invalid_callback_url", UNPROCESSABLE_ENTITY, "Invalid callback URL",
        "The callback URL cannot be used.";
    InvalidSendTo, "invalid_send_to", UNPROCESSABLE_ENTITY, "Invalid address",
        "`send_to` is not an email address of the form name@example.org.";
    InvalidIdentityCode, "invalid_identity_code", UNPROCESSABLE_ENTITY, "Invalid identity code",
        "What was sent cannot be an identity code. `detail` says what is wrong with it, and never repeats it.";
    InvalidLanguage, "invalid_language", UNPROCESSABLE_ENTITY, "Invalid language",
        "The portal does not speak this language. `detail` lists those that it speaks.";
    InvalidSince, "invalid_since", UNPROCESSABLE_ENTITY, "Invalid since",
        "`since` is not an RFC 3339 time with a zone. Pass on the `as_of` of the last answer.";
    InvalidAlternateId, "invalid_alternate_id", UNPROCESSABLE_ENTITY, "Invalid alternate ID",
        "The alternate ID is blank, has over 255 characters, or has a NUL.";
    TooManyAlternateIds, "too_many_alternate_ids", UNPROCESSABLE_ENTITY, "Too many alternate IDs",
        "This person and record have 100 alternate IDs, which is the most. Drop one first.";
    IdempotencyKeyReused, "idempotency_key_reused", UNPROCESSABLE_ENTITY, "Idempotency key reused",
        "This `Idempotency-Key` came with another body in the last 24 hours. Use a new key for each new request.";
    TooManyRequests, "too_many_requests", TOO_MANY_REQUESTS, "Too many requests",
        "The app has asked too often. `Retry-After` says for how many seconds to wait.";
    Fault, "fault", INTERNAL_SERVER_ERROR, "A fault of ours",
        "Something went wrong here. Nothing was done. If it comes again, tell the portal's operator when it was.";
    Unavailable, "unavailable", SERVICE_UNAVAILABLE, "Try again later",
        "The service is overloaded or its database is away. Nothing was done. `Retry-After` says for how many seconds to wait.";
    OutcomeUnknown, "outcome_unknown", SERVICE_UNAVAILABLE, "Not known whether it was done",
        "The database went away while it was writing: the call may have been carried out, or not. With an `Idempotency-Key`, send the same again after as many seconds as `Retry-After` says, until the answer is another; without one, look first whether it was done.";
}

impl Code {
    /// What any call with a key may answer, whatever it does.
    pub const EVERYWHERE: &[Code] = &[
        Code::Malformed,
        Code::Unauthorized,
        Code::MethodsNotEnabled,
        Code::MobileApp,
        Code::TooManyRequests,
        Code::Fault,
        Code::Unavailable,
        Code::OutcomeUnknown,
    ];

    /// The stable URI reference that `type` holds.
    pub fn type_uri(self) -> String {
        format!("{TYPES}{}", self.as_str())
    }

    /// The code of a word.
    pub fn parse(word: &str) -> Option<Code> {
        Code::ALL.iter().copied().find(|code| code.as_str() == word)
    }
}

#[cfg(test)]
mod tests {
    use std::collections::HashSet;

    use super::*;

    #[test]
    fn every_code_has_a_word_of_its_own_that_names_its_type() {
        let words: HashSet<_> = Code::ALL.iter().map(|code| code.as_str()).collect();
        assert_eq!(words.len(), Code::ALL.len());
        for code in Code::ALL {
            assert!(code.as_str().bytes().all(|b| b.is_ascii_lowercase() || b == b'_'));
            assert_eq!(Code::parse(code.as_str()), Some(*code));
            assert!(code.status().is_client_error() || code.status().is_server_error());
        }
        assert_eq!(Code::parse("nonsense"), None);
        assert_eq!(Code::NotFound.type_uri(), "/problems/not_found");
    }
}
