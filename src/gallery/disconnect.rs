//! The Disconnect page: every state that it can be in.

use super::samples;
use crate::portal::{
    chrome::Chrome, connections::disconnect::DisconnectPage, problems::Problems, seal::Seal, urls::Url,
};

/// Every state the page can be in, by name.
pub(super) fn states(chrome: &Chrome) -> Vec<(&'static str, DisconnectPage)> {
    let page = DisconnectPage {
        chrome: samples::signed_in_branded(chrome),
        problems: Problems::none(),
        action: Url::Disconnect(uuid::Uuid::from_u128(1)),
        seal: Seal::sample(),
        record_name: "Emma".to_owned(),
        app_name: "Fabrikam Visits".to_owned(),
        organization: "Fabrikam Clinic".to_owned(),
        rules: samples::required(chrome),
    };
    vec![("ask", page.clone()), ("no-rules", DisconnectPage { rules: Vec::new(), ..page })]
}
