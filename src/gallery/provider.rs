//! The Provider page: every state that it can be in.

use super::samples;
use crate::portal::{
    account::provider::{ProviderPage, Why},
    chrome::Chrome,
    seal::Seal,
    urls::Url,
};

/// Every state the page can be in, by name.
pub(super) fn states(chrome: &Chrome) -> Vec<(&'static str, ProviderPage)> {
    let page = |why| ProviderPage {
        chrome: samples::branded(chrome),
        why,
        label: samples::STATE_ID.to_owned(),
        back: Url::SignInTo(1),
        adding: false,
        journey: Some("1".to_owned()),
        action: Url::SignInWith("state-id".to_owned()),
        seal: Seal::sample(),
        origins: Vec::new(),
    };
    let adding = |why| ProviderPage {
        chrome: samples::signed_in(chrome),
        back: Url::WaysToSignIn,
        adding: true,
        journey: None,
        ..page(why)
    };
    vec![
        ("away", page(Why::Away)),
        ("refused", page(Why::Refused)),
        ("cancelled", page(Why::Cancelled)),
        ("over", page(Why::NotUnderWay)),
        ("address-not-linked", page(Why::AddressKnown)),
        ("somebody-elses", adding(Why::SomebodyElses)),
        ("adding-cancelled", adding(Why::Cancelled)),
    ]
}
