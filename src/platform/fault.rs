//! Status codes of the platform, and why a call was refused.

use std::{borrow::Cow, time::Duration};

use crate::{actions::ActionError, domain::application::Refused};

/// The status codes that this server gives. Names are the published ones.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[repr(u16)]
pub enum Code {
    /// Internal error; nothing was done.
    Failed = 1,
    /// Not a POST, or a body that cannot be read.
    BadHttp = 2,
    /// Not well-formed, a DTD, or against the schema.
    InvalidXml = 3,
    /// Signature, HMAC or info hash wrong.
    BadSig = 4,
    /// Unknown method or version.
    BadMethod = 5,
    /// App unknown or disabled.
    InvalidApp = 6,
    /// A user's token was sent where one would be needed; clients read it as "the user must sign in again".
    CredentialTokenExpired = 7,
    /// The session token is no token.
    InvalidToken = 8,
    /// Person unknown to this app.
    InvalidPerson = 9,
    /// Record unknown to this app.
    InvalidRecord = 10,
    /// Method not enabled, no session, no active authorization.
    AccessDenied = 11,
    /// Signing in, version 1, without a secret.
    MissingSharedSecret = 17,
    /// `final-xsl` was given.
    InvalidTransform = 34,
    /// Signing in with another kind of credential.
    InvalidCredentialType = 36,
    /// Over the size limit.
    RequestTooLong = 39,
    /// The message is older than it may be.
    RequestTimedOut = 49,
    /// The session has expired: clients sign in again, and repeat the call.
    SessionExpired = 65,
    /// A bad `since`.
    InvalidDatetime = 69,
    /// The certificate has expired.
    BadCert = 70,
    /// The answer would be too long.
    ResponseTooLong = 71,
    /// The question is empty or blank.
    InvalidVerificationQuestion = 72,
    /// The answer is empty or blank.
    InvalidVerificationAnswer = 73,
    /// No such connect request.
    InvalidIdentityCode = 74,
    /// The app has one for this external id already.
    DuplicateConnectRequest = 79,
    /// It was authorized and cannot be deleted.
    ConnectRequestAlreadyAuthorized = 84,
    /// The signature's algorithm is not supported.
    InvalidSignatureAlgorithm = 105,
    /// The alternate id is associated already.
    DuplicateAlternateId = 139,
    /// The alternate id is not associated.
    AlternateIdNotFound = 140,
    /// The record has as many as it may have.
    AlternateIdsLimitExceeded = 141,
    /// No alternate id was given.
    AlternateIdMissing = 142,
}

/// A refusal as the app's people read it. The message says what was wrong and never repeats what was sent: it could
/// be an answer, a code, a token or a secret.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fault {
    /// What clients decide on.
    pub code: Code,
    /// For humans.
    pub message: Cow<'static, str>,
}

impl Fault {
    /// A refusal.
    pub fn new(code: Code, message: impl Into<Cow<'static, str>>) -> Self {
        Self { code, message: message.into() }
    }

    /// Not well-formed, or against the schema.
    pub fn xml(message: impl Into<Cow<'static, str>>) -> Self {
        Self::new(Code::InvalidXml, message)
    }
}

impl From<Refused> for Fault {
    fn from(refused: Refused) -> Self {
        Fault::new(Code::AccessDenied, refused.reason())
    }
}

/// Why a call has no result.
#[derive(Debug)]
pub enum Failure {
    /// Refused.
    Fault(Fault),
    /// Too many calls: nothing was done, and none will be for so long.
    TooMany(Duration),
    /// It could not be carried out.
    Action(ActionError),
}

impl From<Fault> for Failure {
    fn from(fault: Fault) -> Self {
        Failure::Fault(fault)
    }
}

impl From<Refused> for Failure {
    fn from(refused: Refused) -> Self {
        Failure::Fault(refused.into())
    }
}

impl From<ActionError> for Failure {
    fn from(error: ActionError) -> Self {
        Failure::Action(error)
    }
}
