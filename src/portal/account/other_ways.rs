//! The buttons of providers, beside the form for email and password.

use super::{around::Around, provider_logo};
use crate::{
    portal::{request::Request, seal::Seal, urls::Url},
    ports::IdentityProvider,
};

/// The providers that one can sign in with.
#[derive(Clone, Debug, Default)]
pub struct OtherWays {
    /// In the operator's order.
    pub choices: Vec<Choice>,
    /// Where their forms may lead to.
    pub origins: Vec<String>,
}

/// One provider.
#[derive(Clone, Debug)]
pub struct Choice {
    /// Its name in addresses.
    pub name: String,
    /// What patients know it by.
    pub label: String,
    /// Where its picture is.
    pub logo: Option<String>,
    /// Where the form is sent.
    pub action: Url,
    /// Stands for what the page shows, and for where its form may lead.
    pub seal: Seal,
}

impl OtherWays {
    /// Those of this installation. Nothing is asked of a provider: one that is away keeps no page waiting.
    pub(super) fn beside(cx: &Request, around: &Around) -> Self {
        let providers = &cx.installation.providers;
        let choices = providers.iter().map(|provider| Choice {
            name: provider.about().name.to_string(),
            label: label(cx, &**provider),
            logo: provider_logo::address(&cx.installation, provider.about()),
            action: Url::SignInWith(provider.about().name.to_string()),
            seal: seal(cx, around, &**provider),
        });
        let mut origins: Vec<String> =
            providers.iter().flat_map(|provider| provider.sign_in_origins()).collect();
        origins.sort();
        origins.dedup();
        Self { choices: choices.collect(), origins }
    }
}

/// What patients know a provider by.
pub(super) fn label(cx: &Request, provider: &dyn IdentityProvider) -> String {
    provider.about().label(cx.words.tag()).to_owned()
}

/// Stands for what the page showed: where the provider's form may lead is part of it, since a browser follows no
/// redirect that the page did not foresee.
pub(super) fn seal(cx: &Request, around: &Around, provider: &dyn IdentityProvider) -> Seal {
    let page = format!("sign-in-with {} {}", provider.about().name, provider.sign_in_origins().join(" "));
    around.seal(cx, &page)
}
