//! The front door, the language switch, the help page.

use actix_web::{HttpResponse, http::StatusCode};

use super::{
    fault::Fault,
    fields::Fields,
    pages::HelpPage,
    visitor::{Visitor, see_other},
};
use crate::actions::{JOURNEY_IDLE, SIGN_IN_IDLE};

/// There is one thing to do here.
pub async fn home() -> HttpResponse {
    see_other("/connect")
}

/// How it works, what is kept, time limits, accessibility.
pub async fn help(visitor: Visitor) -> Result<HttpResponse, Fault> {
    visitor.page(StatusCode::OK, None, None, |chrome| HelpPage {
        chrome,
        code_days: visitor.portal.parts.rules.retention.pending_days,
        journey_hours: u32::try_from(JOURNEY_IDLE.num_hours()).unwrap_or_default(),
        idle_minutes: u32::try_from(SIGN_IN_IDLE.num_minutes()).unwrap_or_default(),
    })
}

/// Sets the language, and goes back to the page.
pub async fn language(visitor: Visitor, fields: Fields) -> Result<HttpResponse, Fault> {
    if !visitor.sent_by_our_page(&fields) {
        return Err(Fault::StaleForm);
    }
    let mut answer = see_other(page_of_ours(fields.get("return_to")));
    if let Some(words) = visitor.portal.catalogue.find(fields.get("language")) {
        // Cannot fail: the cookie's value is the tag of a language of ours.
        let _ = answer.add_cookie(&visitor.language_cookie(words));
    }
    Ok(answer)
}

/// A path of this portal, or the start: never another site's, however it is spelt.
fn page_of_ours(path: &str) -> &str {
    let plain = path.starts_with('/')
        && !path.starts_with("//")
        && path.bytes().all(|b| b.is_ascii_graphic() && b != b'\\');
    if plain { path } else { "/connect" }
}

#[cfg(test)]
mod tests {
    use super::page_of_ours;

    #[test]
    fn the_language_switch_goes_back_to_a_page_of_ours_and_nowhere_else() {
        assert_eq!(page_of_ours("/connect/question?journey=2"), "/connect/question?journey=2");
        for foreign in
            ["", "https://evil.example", "//evil.example", "/\\evil.example", "/\tx", "javascript:1", "/é"]
        {
            assert_eq!(page_of_ours(foreign), "/connect", "{foreign:?}");
        }
    }
}
