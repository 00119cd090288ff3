//! The way back: from the end of the patient's way here to the clinic's own pages.

use serde::{Deserialize, Serialize};
use url::Url;

use super::local_text::LocalText;

/// A link to a clinic's own pages, which leaves the portal.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ReturnLink {
    /// What it says: "label per language".
    pub label: LocalText,
    /// Where it leads.
    pub url: ReturnUrl,
}

/// An `https` address without a name or password in it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct ReturnUrl(String);

/// Why an address is none that a patient may be led to.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("must be an address that begins with https://, such as https://clinic.example/")]
pub struct ReturnUrlProblem;

/// The most characters of an address.
const MAX: usize = 2_000;

impl ReturnUrl {
    /// Reads an address.
    pub fn parse(text: &str) -> Result<ReturnUrl, ReturnUrlProblem> {
        let url = Url::parse(text.trim()).map_err(|_| ReturnUrlProblem)?;
        let good = url.scheme() == "https"
            && url.host_str().is_some_and(|host| !host.is_empty())
            && url.username().is_empty()
            && url.password().is_none()
            && url.as_str().len() <= MAX;
        if good { Ok(ReturnUrl(url.into())) } else { Err(ReturnUrlProblem) }
    }

    /// The address.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl TryFrom<String> for ReturnUrl {
    type Error = ReturnUrlProblem;

    fn try_from(text: String) -> Result<Self, ReturnUrlProblem> {
        ReturnUrl::parse(&text)
    }
}

impl From<ReturnUrl> for String {
    fn from(url: ReturnUrl) -> Self {
        url.0
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_patient_is_led_back_to_https_and_to_nothing_else() {
        assert_eq!(
            ReturnUrl::parse(" https://clinic.example/a?b=c ").unwrap().as_str(),
            "https://clinic.example/a?b=c"
        );
        for refused in [
            "",
            "clinic.example",
            "http://clinic.example/",
            "javascript:alert(1)",
            "data:text/html,x",
            "https://user@clinic.example/",
            "https://user:secret@clinic.example/",
            "//clinic.example",
        ] {
            assert_eq!(ReturnUrl::parse(refused), Err(ReturnUrlProblem), "{refused}");
        }
    }
}
