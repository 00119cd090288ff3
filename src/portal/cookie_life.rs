//! How long a browser keeps a session, and what stays when it has forgotten it.
//!
//! The session's cookie ends with the browser, unless its person asked to stay signed in. Beside it stands a cookie that
//! outlives the browser and knows the session's journeys and nobody: a phone that closes its browser while she reads her
//! mail must not cost her the way to there. On a shared computer there is no such cookie, and what the browser has kept
//! of our pages is cleared when the sign-in ends.

use actix_web::{
    HttpMessage, HttpRequest,
    body::MessageBody,
    cookie::{Cookie, time::Duration},
    dev::{ServiceRequest, ServiceResponse},
    http::header::{HeaderMap, HeaderName, HeaderValue, SET_COOKIE},
    middleware::Next,
    web::Data,
};
use chrono::TimeDelta;
use data_encoding::BASE64URL_NOPAD;
use uuid::Uuid;

use super::session::{self, Session};
use crate::{
    actions::Context,
    domain::retention::{KEPT_SIGN_IN, Stay},
    installation::Installation,
    keys::Purpose,
};

const JOURNEYS_COOKIE: &str = "journeys";
const SEALED_FOR: &[u8] = b"journeys cookie";

/// How long browsers keep it. Whether the journeys are still there is decided by when they were last used.
const JOURNEYS_KEPT: TimeDelta = TimeDelta::days(30);

/// Ends with the sign-in on a shared computer. Not the cookies: that would also sign her out of her clinic's own pages
/// under the same domain; ours are taken back one by one.
const CLEARED: HeaderValue = HeaderValue::from_static("\"cache\", \"storage\"");
const CLEAR_SITE_DATA: HeaderName = HeaderName::from_static("clear-site-data");

/// The session whose journeys a browser still knows after it forgot the session.
pub(super) fn remembered(context: &Context, req: &HttpRequest, secure: bool) -> Option<Uuid> {
    let cookie = req.cookie(&session::cookie_name(JOURNEYS_COOKIE, secure))?;
    let sealed = BASE64URL_NOPAD.decode(cookie.value().as_bytes()).ok()?;
    let id = context.keys.open(Purpose::Session, SEALED_FOR, &sealed)?;
    Uuid::from_slice(&id).ok()
}

/// The form token of a session that is taken up again: the same in all tabs that a browser opens anew at once.
pub(super) fn token_of_remembered(context: &Context, id: Uuid) -> String {
    BASE64URL_NOPAD.encode(&context.keys.hash_for_now(Purpose::Form, &[SEALED_FOR, id.as_bytes()]))
}

/// What becomes of a session's cookies after a request.
pub(super) struct CookieLife {
    session_id: Option<Uuid>,
    stay: Stay,
    clear: bool,
}

impl CookieLife {
    /// Decides it. `was_shared`: before the request somebody was signed in on a shared computer.
    pub(super) fn of(session: &Session, was_shared: bool) -> Self {
        Self {
            session_id: session.id(),
            stay: session.stay(),
            clear: was_shared && !session.is_of_shared_computer(),
        }
    }

    fn apply(&self, installation: &Installation, headers: &mut HeaderMap) {
        if self.clear {
            headers.insert(CLEAR_SITE_DATA, CLEARED);
        }
        // Most answers write no cookie.
        if !headers.contains_key(SET_COOKIE) {
            return;
        }
        let secure = installation.site.secure();
        let session = session::cookie_name("session", secure);
        let is_session = |value: &HeaderValue| {
            value.as_bytes().strip_prefix(session.as_bytes()).is_some_and(|rest| rest.starts_with(b"="))
        };
        let writes_session = headers.get_all(SET_COOKIE).any(is_session);
        if !writes_session {
            return;
        }
        let cookies: Vec<HeaderValue> = headers.remove(SET_COOKIE).collect();
        for value in cookies {
            let ends = value.to_str().is_ok_and(|text| text.contains("Max-Age=0"));
            let is_kept = self.stay == Stay::Kept && is_session(&value) && !ends;
            let kept = is_kept.then(|| with_max_age(&value, KEPT_SIGN_IN)).flatten();
            headers.append(SET_COOKIE, kept.unwrap_or(value));
        }
        if let Ok(value) = HeaderValue::from_str(&self.journeys(installation).to_string()) {
            headers.append(SET_COOKIE, value);
        }
    }

    /// The cookie that outlives the browser, or what takes it back.
    fn journeys(&self, installation: &Installation) -> Cookie<'static> {
        let (context, secure) = (&installation.context, installation.site.secure());
        match self.session_id.filter(|_| self.stay != Stay::Shared) {
            Some(id) => {
                let sealed = context.keys.seal(Purpose::Session, SEALED_FOR, &*context.random, id.as_bytes());
                session::cookie(JOURNEYS_COOKIE, BASE64URL_NOPAD.encode(&sealed), secure)
                    .max_age(Duration::seconds(JOURNEYS_KEPT.num_seconds()))
                    .finish()
            }
            None => {
                let mut none = session::cookie(JOURNEYS_COOKIE, String::new(), secure).finish();
                none.make_removal();
                none
            }
        }
    }
}

fn with_max_age(cookie: &HeaderValue, kept: TimeDelta) -> Option<HeaderValue> {
    let text = cookie.to_str().ok()?;
    HeaderValue::from_str(&format!("{text}; Max-Age={}", kept.num_seconds())).ok()
}

/// Writes it to the answer, around the sessions, whose own middleware knows one lifetime for all.
pub(super) async fn cookies(
    req: ServiceRequest,
    next: Next<impl MessageBody + 'static>,
) -> Result<ServiceResponse<impl MessageBody>, actix_web::Error> {
    let installation =
        req.app_data::<Data<Installation>>().expect("the installation is part of every app").clone();
    let mut response = next.call(req).await?;
    let life = response.request().extensions_mut().remove::<CookieLife>();
    if let Some(life) = life {
        life.apply(&installation, response.headers_mut());
    }
    Ok(response)
}
