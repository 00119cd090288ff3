//! From a request that was read to its answer, in the order of checks that clients know: schema (3), method (5), session
//! (11, 8, 65), HMAC and info hash (4), time (49), app (6); what is left is the method's.

use std::sync::Arc;

use chrono::TimeDelta;
use url::Url;

use super::{
    answer::Answer,
    budget::Budget,
    call::Call,
    envelope::{Caller, Envelope, Header},
    fault::{Code, Failure, Fault},
    methods::{self, Method},
    proof::{is_hash, is_mac},
    session,
};
use crate::{
    actions::{
        Context,
        app::platform_session::{self, Found, Session},
    },
    domain::application::{App, ConnectApp},
};

/// "Cap the ttl."
const LONGEST_TTL: u32 = 36_000;
/// How far in the future a message may have been written: "at least 15 minutes"; one client writes the month into the
/// minutes, some write local time.
const AHEAD: TimeDelta = TimeDelta::hours(1);

/// Carries out what a request asks for.
pub async fn answer(
    context: &Context,
    base_url: &Url,
    budget: &Budget<'_>,
    envelope: &Envelope<'_>,
) -> Result<Answer, Failure> {
    let header = &envelope.header;
    let unknown = || Fault::new(Code::BadMethod, "The platform has no such method or version.");
    let version = header.version.ok_or_else(unknown)?;
    let method = Method::find(header.method, version).ok_or_else(unknown)?;
    if header.final_xsl {
        return Err(
            Fault::new(Code::InvalidTransform, "Answers are not transformed: leave final-xsl out.").into()
        );
    }
    if method == Method::SignIn {
        return session::sign_in(context, budget, envelope, version).await;
    }
    let (app, user_token, person) = match header.caller {
        Caller::Session { token, user_token, person } => {
            (authenticate(context, budget, envelope, token).await?, user_token, person)
        }
        Caller::Anonymous(id) if method.is_anonymous() => {
            budget.charge_nobody()?;
            (session::known_app(context, id).await?, false, None)
        }
        Caller::Anonymous(_) => {
            return Err(Fault::new(Code::AccessDenied, "This method needs a session: sign in first.").into());
        }
    };
    if !app.enabled {
        return Err(Fault::new(Code::InvalidApp, "The app is disabled.").into());
    }
    if method.is_anonymous() {
        return methods::run_for_anyone(method, base_url, version, envelope.info);
    }
    let call = Call {
        context,
        base_url,
        app: ConnectApp::of(app)?,
        version,
        info: envelope.info,
        user_token,
        person,
        record: header.record,
    };
    methods::run(method, &call).await
}

/// The app whose session this is, if it wrote the message, as it stands, and not too long ago. It is charged for it.
async fn authenticate(
    context: &Context,
    budget: &Budget<'_>,
    envelope: &Envelope<'_>,
    token: &str,
) -> Result<Arc<App>, Failure> {
    let unproven = |fault: Fault| budget.unproven(fault.into());
    let expired = || Fault::new(Code::SessionExpired, "The session has expired: sign in again.");
    let session = match platform_session::find(context, token).await? {
        Found::Session(session) => session,
        // Every app comes here every four hours, and must read this code to get on; so it is not charged.
        Found::Expired => return Err(expired().into()),
        Found::Unknown => return Err(unproven(expired())),
        Found::Garbage => {
            let what = "The session's token is none of this platform.";
            return Err(unproven(Fault::new(Code::InvalidToken, what)));
        }
    };
    check_message(context, envelope, &session).map_err(unproven)?;
    budget.charge(session.app.id)?;
    Ok(session.app)
}

/// Whether a session's app wrote this message.
fn check_message(context: &Context, envelope: &Envelope<'_>, session: &Session) -> Result<(), Fault> {
    let forged = |what| Fault::new(Code::BadSig, what);
    if !envelope
        .auth
        .is_some_and(|mac| is_mac(&mac, session.algorithm, &session.secret, envelope.header_bytes))
    {
        return Err(forged("The HMAC of the header is missing or wrong."));
    }
    if !envelope.header.info_hash.is_some_and(|hash| is_hash(&hash, envelope.info_bytes)) {
        return Err(forged("The hash of info is missing or wrong."));
    }
    check_time(context, &envelope.header)
}

/// "Message times of the XML platform are judged by the real clock", so that a sandbox whose clock was moved still takes
/// what a library writes.
fn check_time(context: &Context, header: &Header<'_>) -> Result<(), Fault> {
    let now = context.clock.real();
    let ttl = TimeDelta::seconds(header.ttl.min(LONGEST_TTL).into());
    if now > header.time + ttl || header.time > now + AHEAD {
        return Err(Fault::new(
            Code::RequestTimedOut,
            "The message is too old, or its time is in the future.",
        ));
    }
    Ok(())
}
