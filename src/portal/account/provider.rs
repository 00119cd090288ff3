//! Sign in with a provider: the way there, the way back, and the page that says why it did not work.

use std::sync::Arc;

use actix_web::{
    http::{StatusCode, header},
    web::Path,
};
use askama::Template;
use zeroize::Zeroizing;

use super::{
    around::Around,
    other_ways::{self, label},
    sign_in,
    stay::StayBoxes,
};
use crate::{
    actions::journey::sign_in_with_provider::{self as action, Back, Came, Wanted},
    domain::{provider::Trouble, retention::Stay},
    portal::{
        chrome::Chrome,
        fault::Fault,
        form::Form,
        page::Page,
        reply::{Answer, Reply, see_elsewhere, see_other},
        request::Request,
        seal::Seal,
        urls::Url,
    },
    ports::{self, Brought, IdentityProvider},
    web::{limits::Limit, retry_after::LATER},
};

/// Why a provider signed nobody in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Why {
    /// It cannot be reached.
    Away,
    /// What it sent is not right.
    Refused,
    /// She did not want to, there.
    Cancelled,
    /// It took too long, was begun elsewhere, or came twice.
    NotUnderWay,
    /// There is an account with her address already.
    AddressKnown,
    /// It signs somebody else in.
    SomebodyElses,
}

impl Why {
    /// What the page says: its heading, what happened, and what to do.
    fn keys(self) -> (&'static str, &'static str, &'static str) {
        match self {
            Why::Away => ("provider-away-heading", "provider-away-what", "provider-away-next"),
            Why::Refused => ("provider-refused-heading", "provider-refused-what", "provider-refused-next"),
            Why::Cancelled => {
                ("provider-cancelled-heading", "provider-cancelled-what", "provider-cancelled-next")
            }
            Why::NotUnderWay => ("provider-over-heading", "provider-over-what", "provider-over-next"),
            Why::AddressKnown => ("provider-known-heading", "provider-known-what", "provider-known-next"),
            Why::SomebodyElses => ("provider-taken-heading", "provider-taken-what", "provider-taken-next"),
        }
    }
}

/// Says why, and leads back.
#[derive(Clone, Debug, Template)]
#[template(path = "account/provider.html")]
pub struct ProviderPage {
    /// What stands around the page.
    pub chrome: Chrome,
    /// Why.
    pub why: Why,
    /// What patients know the provider by.
    pub label: String,
    /// Where she came from, and can choose another way.
    pub back: Url,
    /// Whether she was about to add the provider to her account.
    pub adding: bool,
    /// Which journey the form belongs to, if any.
    pub journey: Option<String>,
    /// Where an account of its own is asked for.
    pub action: Url,
    /// Stands for what the page shows.
    pub seal: Seal,
    /// Where that form may lead to.
    pub origins: Vec<String>,
}

impl ProviderPage {
    /// A sentence that names the provider.
    pub fn about(&self, key: &str) -> askama::filters::Safe<String> {
        self.say(key, &[("provider", self.label.as_str().into())])
    }

    /// The keys of what it says.
    pub fn keys(&self) -> (&'static str, &'static str, &'static str) {
        self.why.keys()
    }
}

impl Page for ProviderPage {
    fn name(&self) -> &'static str {
        "provider"
    }

    fn chrome(&self) -> &Chrome {
        &self.chrome
    }

    fn heading(&self) -> String {
        self.words().with(self.keys().0, &[("provider", self.label.as_str().into())])
    }

    fn form_origins(&self) -> &[String] {
        &self.origins
    }

    fn status(&self) -> StatusCode {
        match self.why {
            Why::Cancelled => StatusCode::OK,
            Why::Away => StatusCode::SERVICE_UNAVAILABLE,
            Why::Refused => StatusCode::UNPROCESSABLE_ENTITY,
            Why::NotUnderWay => StatusCode::GONE,
            Why::AddressKnown | Why::SomebodyElses => StatusCode::CONFLICT,
        }
    }
}

fn find(cx: &Request, name: &str) -> Result<Arc<dyn IdentityProvider>, Fault> {
    cx.installation.provider(name).cloned().ok_or(Fault::NOT_FOUND)
}

/// Goes there. The page's policy must have foreseen where to; where a provider has moved meanwhile, the page is shown
/// again first.
pub async fn post(cx: Request, path: Path<String>, form: Form) -> Answer {
    let provider = find(&cx, &path)?;
    let around = Around::find(&cx, Some(&form)).await?;
    cx.charge(Limit::SignIn)?;
    // What comes of it is seen below.
    let _ = provider.learn().await;
    let sent = match form.verify(&cx, &other_ways::seal(&cx, &around, &*provider)) {
        Ok(sent) => sent,
        Err(_) if cx.signed_in().is_some() => return Err(Reply::to(&Url::Connections)),
        Err(rejected) => {
            let problems = rejected.problems(&cx);
            return Err(cx.instead(&sign_in::page(&cx, &around, "", StayBoxes::default(), problems)));
        }
    };
    if cx.signed_in().is_some() {
        return Err(Reply::to(&Url::Connections));
    }
    let wanted = Wanted {
        journey_id: around.waiting_id(),
        new_account: sent.get("account") == "new",
        ..Wanted::default()
    };
    go(&cx, &*provider, &around, wanted).await
}

/// Sends the browser to the provider, in a session that the answer must come back to.
pub(super) async fn go(
    cx: &Request,
    provider: &dyn IdentityProvider,
    around: &Around,
    wanted: Wanted,
) -> Answer {
    let session_id = cx.session.id().unwrap_or_else(|| ports::new_pseudonym(&*cx.context().random));
    cx.begin(session_id);
    match action::begin(cx.context(), provider, session_id, wanted, cx.words.tag()).await? {
        Ok(address) => Ok(see_elsewhere(&address)),
        Err(trouble) => Err(instead(cx, provider, around, wanted, why(trouble))),
    }
}

fn why(trouble: Trouble) -> Why {
    match trouble {
        Trouble::Away(_) => Why::Away,
        Trouble::Refused(_) => Why::Refused,
        Trouble::Cancelled => Why::Cancelled,
    }
}

/// Back from there.
pub async fn callback(cx: Request, path: Path<String>) -> Answer {
    let provider = find(&cx, &path)?;
    let back = match cx.session.id() {
        None => Back { wanted: Wanted::default(), came: Came::NotUnderWay },
        Some(session_id) => {
            let said = |name: &str| cx.query.get(name).cloned();
            let brought = Brought {
                code: said("code").map(Zeroizing::new).ok_or_else(|| said("error").unwrap_or_default()),
                iss: said("iss"),
            };
            let state = said("state").unwrap_or_default();
            let nameless = cx.words.text("provider-nameless");
            action::complete(cx.context(), &*provider, session_id, &state, brought, nameless).await?
        }
    };
    arrived(&cx, &*provider, back).await
}

async fn arrived(cx: &Request, provider: &dyn IdentityProvider, back: Back) -> Answer {
    let wanted = back.wanted;
    let signed_in = cx.signed_in().map(|who| who.person_id);
    let adding = wanted.person_id.is_some();
    // Who is signed in stays who she is: signed in in another tab meanwhile, or this page was loaded again.
    if adding && signed_in != wanted.person_id || !adding && signed_in.is_some() {
        let around = Around::waiting(cx, wanted.journey_id).await?;
        let on = if signed_in.is_some() { Url::Connections } else { around.sign_in() };
        return Ok(see_other(&on));
    }
    let around = Around::waiting(cx, wanted.journey_id).await?;
    match back.came {
        Came::SignedIn(person, id_token) => {
            let answer = around.go_on(cx, &person, Stay::UntilClosed).await?;
            cx.came_with(provider, &id_token);
            Ok(answer)
        }
        Came::Added(id_token) => {
            cx.came_with(provider, &id_token);
            Ok(see_other(&Url::WaysToSignInAfter("added")))
        }
        Came::Trouble(trouble) => Err(instead(cx, provider, &around, wanted, why(trouble))),
        Came::NotUnderWay => Err(instead(cx, provider, &around, wanted, Why::NotUnderWay)),
        Came::AddressKnown => Err(instead(cx, provider, &around, wanted, Why::AddressKnown)),
        Came::SomebodyElses => Err(instead(cx, provider, &around, wanted, Why::SomebodyElses)),
    }
}

fn instead(
    cx: &Request,
    provider: &dyn IdentityProvider,
    around: &Around,
    wanted: Wanted,
    why: Why,
) -> Reply {
    let adding = wanted.person_id.is_some();
    let back = if adding { Url::WaysToSignIn } else { around.sign_in() };
    let page = ProviderPage {
        chrome: Chrome { here: back.to_string(), ..around.chrome(cx) },
        why,
        label: label(cx, provider),
        back,
        adding,
        journey: around.journey_id(),
        action: Url::SignInWith(provider.about().name.to_string()),
        seal: other_ways::seal(cx, around, provider),
        origins: if why == Why::AddressKnown { provider.sign_in_origins() } else { Vec::new() },
    };
    let mut answer = match cx.answer(&page) {
        Ok(answer) => answer,
        Err(reply) => return reply,
    };
    if why == Why::Away {
        answer.headers_mut().insert(header::RETRY_AFTER, header::HeaderValue::from(LATER.as_secs()));
    }
    Reply::page(answer)
}
