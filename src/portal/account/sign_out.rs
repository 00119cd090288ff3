//! Sign out, also at the provider that signed her in.

use actix_web::{
    HttpResponse,
    http::header::{HeaderName, HeaderValue},
};

use crate::{
    actions::journey::{
        open::{Found, Which},
        sessions,
    },
    portal::{
        fault::Fault,
        form::Form,
        journey::gate,
        reply::{Answer, see_elsewhere, see_other},
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
        let number = open.journey.origin.number;
        let answer = at_provider(&cx, &number.to_string());
        cx.sign_out_of_journey();
        return Ok(answer.unwrap_or_else(|| see_other(&Url::SignInTo(number))));
    }
    let answer = at_provider(&cx, "");
    sessions::end(cx.context(), session_id).await?;
    cx.session.end();
    let mut answer = answer.unwrap_or_else(|| see_other(&Url::SignedOut));
    answer
        .headers_mut()
        .insert(HeaderName::from_static("clear-site-data"), HeaderValue::from_static("\"cache\""));
    Ok(answer)
}

/// The way out through the provider that signed her in: else the next one at this browser would be signed in as she.
/// Nothing is asked of the provider here, so one that is away keeps nobody signed in.
fn at_provider(cx: &Request, state: &str) -> Option<HttpResponse> {
    let (provider, id_token) = cx.provider_of_session()?;
    Some(see_elsewhere(&provider.sign_out(&id_token, state)?))
}

/// Back from there. The state is the number of the journey that stayed.
pub async fn back(cx: Request) -> Answer {
    let number = cx.query.get("state").and_then(|state| state.parse().ok()).filter(|number| *number > 0);
    Ok(see_other(&number.map_or(Url::SignedOut, Url::SignInTo)))
}
