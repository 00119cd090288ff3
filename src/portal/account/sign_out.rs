//! Sign out.

use actix_web::http::header::{HeaderName, HeaderValue};

use crate::{
    actions::journey::{
        open::{Found, Which},
        sessions,
    },
    domain::step::Step,
    portal::{
        fault::Fault,
        form::Form,
        journey::gate,
        reply::{Answer, see_other},
        request::Request,
        urls::Url,
    },
};

/// Ends the session, in our database too. From the record page ("not you?") the journey stays for who signs in next.
pub async fn post(cx: Request, form: Form) -> Answer {
    let Some(session_id) = cx.session.id() else { return Ok(see_other(&Url::SignedOut)) };
    let journey = form.journey();
    form.verify_token(&cx).map_err(Fault::from)?;
    if let Some(id) = journey
        && let Found::Open(open) = gate::load(&cx, Which::Id(id)).await?
    {
        cx.sign_out_of_journey().await?;
        return Ok(see_other(&Url::of_step(Step::SignIn, open.journey.origin.number)));
    }
    sessions::end(cx.context(), session_id).await?;
    cx.session.end();
    let mut answer = see_other(&Url::SignedOut);
    answer
        .headers_mut()
        .insert(HeaderName::from_static("clear-site-data"), HeaderValue::from_static("\"cache\""));
    Ok(answer)
}
