//! Sign in. Stands in the journey, where it shows the friendly name, and beside it, before Connections.

use askama::Template;

use super::{
    around::Around,
    guess::{self, Whose},
    other_ways::OtherWays,
    stay::StayBoxes,
    verify_email,
};
use crate::{
    actions::{account::challenges::Challenge, journey::sign_in_with_passkey},
    domain::{email::Email, password::Password, retention::SIGN_IN_IDLE},
    portal::{
        chrome::Chrome,
        form::Form,
        page::Page,
        problems::{Problem, Problems},
        reply::{Answer, Reply},
        request::Request,
        seal::Seal,
        urls::Url,
    },
    web::limits::Limit,
};

/// Asks for email and password.
#[derive(Clone, Debug, Template)]
#[template(path = "account/sign_in.html")]
pub struct SignInPage {
    /// What stands around the page.
    pub chrome: Chrome,
    /// What is wrong with the form.
    pub problems: Problems,
    /// Which journey the form belongs to, if any.
    pub journey: Option<String>,
    /// Where the form is sent.
    pub action: Url,
    /// Stands for what the page shows.
    pub seal: Seal,
    /// What is being connected, in a journey.
    pub friendly_name: Option<String>,
    /// Where one creates an account.
    pub create_account: Url,
    /// Where one goes who has forgotten her password; nowhere, without a mail server.
    pub recover: Option<Url>,
    /// What a device is asked for that has a passkey.
    pub passkey: Option<Challenge>,
    /// Where its answer is sent.
    pub with_passkey: Url,
    /// The providers that one can sign in with.
    pub other_ways: OtherWays,
    /// What was typed before.
    pub email: String,
    /// What was ticked before.
    pub stay: StayBoxes,
}

impl Page for SignInPage {
    fn name(&self) -> &'static str {
        "sign-in"
    }

    fn chrome(&self) -> &Chrome {
        &self.chrome
    }

    fn heading(&self) -> String {
        self.t("sign-in-heading").to_owned()
    }

    fn all_problems(&self) -> &Problems {
        &self.problems
    }

    fn form_origins(&self) -> &[String] {
        &self.other_ways.origins
    }
}

/// Shows the form. Someone who is signed in already is sent on.
pub async fn get(cx: Request) -> Answer {
    let around = Around::find(&cx, None).await?;
    if cx.signed_in().is_some() {
        return Err(Reply::to(&around.home()));
    }
    let mut page = page(&cx, &around, "", StayBoxes::default(), Problems::none());
    page.chrome.notice = match cx.query.get("notice").map(String::as_str) {
        Some("signed-out") => Some(cx.say("notice-signed-out")),
        Some("recovered") => Some(cx.say("notice-recovered")),
        Some("has-account") => Some(cx.say("notice-has-account")),
        _ if cx.session.timed_out() => {
            let minutes = SIGN_IN_IDLE.num_minutes();
            Some(cx.words.with("notice-signed-in-again", &[("minutes", minutes.into())]))
        }
        _ => None,
    };
    cx.answer(&page)
}

/// An address and a password: "the same words and the same time for a known and an unknown email".
pub async fn post(cx: Request, form: Form) -> Answer {
    let around = Around::find(&cx, Some(&form)).await?;
    let sent = match form.verify(&cx, &around.seal(&cx, "sign-in")) {
        Ok(sent) => sent,
        // The answer to the first sending was lost, or this page was sent twice: she is where she wanted to be.
        Err(_) if cx.signed_in().is_some() => return Err(Reply::to(&around.home())),
        Err(rejected) => {
            let (email, boxes) = (rejected.typed("email"), StayBoxes::typed(&rejected));
            return Err(cx.instead(&page(&cx, &around, email, boxes, rejected.problems(&cx))));
        }
    };
    let (typed, password) = (sent.get("email"), sent.get("password"));
    let boxes = StayBoxes::of(&sent);
    let refuse = |problems: Problems| cx.instead(&page(&cx, &around, typed, boxes, problems));
    let empty = [
        typed.trim().is_empty().then(|| cx.problem("email", "problem-email-empty", &[])),
        password.is_empty().then(|| cx.problem("password", "problem-password-empty", &[])),
    ];
    let empty: Problems = empty.into_iter().flatten().collect();
    if !empty.is_empty() {
        return Err(refuse(empty));
    }
    let wrong = || -> Problem { cx.problem("email", "problem-sign-in", &[]) };
    // What cannot be an address or a password is nobody's.
    let (Ok(email), Ok(password)) = (Email::parse(typed), Password::given(password)) else {
        cx.charge(Limit::SignIn)?;
        return Err(refuse(wrong().into()));
    };
    match guess::whose(&cx, &email, &password).await? {
        Some(Whose::Person(person)) => around.go_on(&cx, &person, boxes.stay()).await,
        Some(Whose::Unproven(unproven)) => {
            let form = sent.get("csrf_token");
            verify_email::begin(&cx, &around, form, &email, unproven, boxes.stay()).await
        }
        None => Err(refuse(wrong().into())),
    }
}

pub(super) fn page(
    cx: &Request,
    around: &Around,
    email: &str,
    stay: StayBoxes,
    problems: Problems,
) -> SignInPage {
    let chrome = around.chrome(cx);
    let portal = cx.installation.passkeys.as_ref();
    SignInPage {
        passkey: portal.and_then(|portal| sign_in_with_passkey::ask(cx.context(), portal, &chrome.csrf)),
        with_passkey: Url::SignInWithPasskey(around.beside()),
        chrome,
        problems,
        journey: around.journey_id(),
        action: around.sign_in(),
        seal: around.seal(cx, "sign-in"),
        friendly_name: around.friendly_name(),
        create_account: around.create_account(),
        recover: cx.context().can_mail.then(|| Url::Recover(around.beside())),
        other_ways: OtherWays::beside(cx, around),
        email: email.to_owned(),
        stay,
    }
}
