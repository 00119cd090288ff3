//! Signing in with a passkey: the form of the sign-in page, sent by its other button.

use super::{around::Around, sign_in, stay::StayBoxes};
use crate::{
    actions::journey::sign_in_with_passkey::sign_in,
    portal::{
        fault::Fault,
        form::Form,
        reply::{Answer, Reply},
        request::Request,
    },
    web::limits::Limit,
};

/// A device's answer. Nothing that was typed is looked at.
pub async fn post(cx: Request, form: Form) -> Answer {
    let portal = cx.installation.passkeys.as_ref().ok_or(Fault::NOT_FOUND)?;
    let around = Around::find(&cx, Some(&form)).await?;
    let sent = match form.verify(&cx, &around.seal(&cx, "sign-in")) {
        Ok(sent) => sent,
        Err(_) if cx.signed_in().is_some() => return Err(Reply::to(&around.home())),
        Err(rejected) => {
            let (email, boxes) = (rejected.typed("email"), StayBoxes::typed(&rejected));
            return Err(cx.instead(&sign_in::page(&cx, &around, email, boxes, rejected.problems(&cx))));
        }
    };
    charge(&cx)?;
    let brought = (sent.get("passkey_challenge"), sent.get("passkey_answer"));
    let boxes = StayBoxes::of(&sent);
    match sign_in(cx.context(), portal, sent.get("csrf_token"), brought).await? {
        Some(person) => around.go_on(&cx, &person, boxes.stay()).await,
        None => {
            let problem = cx.problem("form", "problem-passkey-sign-in", &[]);
            Err(cx.instead(&sign_in::page(&cx, &around, sent.get("email"), boxes, problem.into())))
        }
    }
}

/// Nobody can guess a passkey: what is counted is the work, of a browser that somebody has signed in with or of its
/// network.
fn charge(cx: &Request) -> Result<(), Fault> {
    let limits = &cx.installation.site.limits;
    if cx.device().is_some_and(|device| limits.check_device(device.number()).is_ok()) {
        return Ok(());
    }
    cx.charge(Limit::SignIn)
}
