//! Disconnecting one app from one record.

use askama::Template;

use super::{Page, samples};
use crate::portal::chrome::Chrome;

/// Asks once before an app is disconnected, and says what that does.
#[derive(Clone, Debug, Template)]
#[template(path = "connections/disconnect.html")]
pub struct DisconnectPage {
    /// What stands around the page.
    pub chrome: Chrome,
    /// Names the connection in the URL.
    pub id: String,
    /// The record.
    pub record_name: String,
    /// The app.
    pub app_name: String,
    /// The organization behind it.
    pub organization: String,
}

impl Page for DisconnectPage {
    fn name(&self) -> &'static str {
        "disconnect"
    }

    fn chrome(&self) -> &Chrome {
        &self.chrome
    }

    fn heading(&self) -> String {
        self.words().with(
            "disconnect-heading",
            &[("app", (&self.app_name).into()), ("record", (&self.record_name).into())],
        )
    }
}

impl DisconnectPage {
    /// Every state the page can be in, by name.
    pub fn samples(chrome: &Chrome) -> Vec<(&'static str, Self)> {
        let page = DisconnectPage {
            chrome: samples::signed_in_branded(chrome),
            id: "c1".to_owned(),
            record_name: "Emma".to_owned(),
            app_name: "Fabrikam Visits".to_owned(),
            organization: "Fabrikam Clinic".to_owned(),
        };
        vec![("ask", page)]
    }
}
