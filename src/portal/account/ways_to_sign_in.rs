//! Which providers a person can sign in with: added and taken away here, by who is signed in.

use actix_web::web::Path;
use askama::Template;

use super::{around::Around, other_ways::label, provider, provider_logo};
use crate::{
    actions::journey::{
        sign_in_with_provider::Wanted,
        ways_to_sign_in::{self as action, Ways},
    },
    portal::{
        chrome::Chrome,
        fault::Fault,
        form::Form,
        page::Page,
        problems::Problems,
        reply::{Answer, Reply, see_other},
        request::Request,
        seal::Seal,
        session::SignedIn,
        urls::Url,
    },
    ports::IdentityProvider,
    web::limits::Limit,
};

/// Lists the providers.
#[derive(Clone, Debug, Template)]
#[template(path = "account/ways_to_sign_in.html")]
pub struct WaysToSignInPage {
    /// What stands around the page.
    pub chrome: Chrome,
    /// What is wrong with the form that was sent.
    pub problems: Problems,
    /// The providers, in the operator's order.
    pub ways: Vec<Way>,
    /// Where the forms may lead to.
    pub origins: Vec<String>,
}

/// One provider.
#[derive(Clone, Debug)]
pub struct Way {
    /// Its name in addresses.
    pub name: String,
    /// What patients know it by.
    pub label: String,
    /// Where its picture is.
    pub logo: Option<String>,
    /// Whether she can sign in with it.
    pub added: bool,
    /// Whether it may be taken away: she has another way.
    pub removable: bool,
    /// Where the form is sent.
    pub action: Url,
    /// Stands for what the page shows.
    pub seal: Seal,
}

impl WaysToSignInPage {
    /// A sentence that names a provider.
    pub fn about(&self, key: &str, way: &Way) -> askama::filters::Safe<String> {
        self.say(key, &[("provider", way.label.as_str().into())])
    }
}

impl Page for WaysToSignInPage {
    fn name(&self) -> &'static str {
        "account-providers"
    }

    fn chrome(&self) -> &Chrome {
        &self.chrome
    }

    fn heading(&self) -> String {
        self.t("ways-heading").to_owned()
    }

    fn all_problems(&self) -> &Problems {
        &self.problems
    }

    fn form_origins(&self) -> &[String] {
        &self.origins
    }
}

fn who(cx: &Request) -> Result<SignedIn, Reply> {
    if cx.installation.providers.is_empty() {
        return Err(Fault::NOT_FOUND.into());
    }
    cx.signed_in().ok_or_else(|| Reply::to(&Url::SignInToAccount))
}

/// Shows them.
pub async fn get(cx: Request) -> Answer {
    let who = who(&cx)?;
    let ways = action::list(cx.context(), who.person_id).await?;
    let mut page = page(&cx, &who, &ways, Problems::none());
    page.chrome.notice = match cx.query.get("notice").map(String::as_str) {
        Some("added") => Some(cx.say("notice-provider-added")),
        Some("removed") => Some(cx.say("notice-provider-removed")),
        _ => None,
    };
    cx.answer(&page)
}

/// Adds one, by a sign-in there, or takes it away.
pub async fn post(cx: Request, path: Path<String>, form: Form) -> Answer {
    let who = who(&cx)?;
    let provider = cx.installation.provider(&path).cloned().ok_or(Fault::NOT_FOUND)?;
    cx.charge(Limit::SignIn)?;
    // What comes of it is seen below.
    let _ = provider.learn().await;
    let ways = action::list(cx.context(), who.person_id).await?;
    if let Err(rejected) = form.verify(&cx, &seal(&cx, &who, &ways, &*provider)) {
        return Err(cx.instead(&page(&cx, &who, &ways, rejected.problems(&cx))));
    }
    if !ways.includes(provider.about()) {
        let wanted = Wanted { person_id: Some(who.person_id), ..Wanted::default() };
        return provider::go(&cx, &*provider, &Around::Nothing, wanted).await;
    }
    if action::remove(cx.context(), who.person_id, provider.about()).await? {
        return Ok(see_other(&Url::WaysToSignInAfter("removed")));
    }
    let last = cx.problem("form", "problem-provider-last", &[]);
    Err(cx.instead(&page(&cx, &who, &ways, last.into())))
}

/// Stands for what the page showed: whose account, whether the provider is one of her ways, and where its form may lead.
fn seal(cx: &Request, who: &SignedIn, ways: &Ways, provider: &dyn IdentityProvider) -> Seal {
    let about = provider.about();
    let included = if ways.includes(about) { b"in" as &[u8] } else { b"out" };
    let origins = provider.sign_in_origins().join(" ");
    let shown = [who.person_id.as_bytes(), about.name.as_str().as_bytes(), included, origins.as_bytes()];
    cx.seal("account-providers", &shown)
}

fn page(cx: &Request, who: &SignedIn, ways: &Ways, problems: Problems) -> WaysToSignInPage {
    let providers = &cx.installation.providers;
    let way = |provider: &dyn IdentityProvider| Way {
        name: provider.about().name.to_string(),
        label: label(cx, provider),
        logo: provider_logo::address(&cx.installation, provider.about()),
        added: ways.includes(provider.about()),
        removable: ways.are_enough_without(provider.about()),
        action: Url::WayToSignIn(provider.about().name.to_string()),
        seal: seal(cx, who, ways, provider),
    };
    WaysToSignInPage {
        chrome: Chrome { here: Url::WaysToSignIn.to_string(), ..cx.chrome() },
        problems,
        ways: providers.iter().map(|provider| way(&**provider)).collect(),
        origins: providers.iter().flat_map(|provider| provider.sign_in_origins()).collect(),
    }
}
