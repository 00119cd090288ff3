//! The language switch.

use super::{fault::Fault, form::Form, reply::Answer, request::Request};
use crate::actions::account::name::choose_language;
use actix_web::{HttpResponse, http::header};

/// Sets the language, and goes back to the page.
pub async fn post(cx: Request, form: Form) -> Answer {
    let sent = form.verify_token(&cx).map_err(Fault::from)?;
    let back = page_of_ours(sent.get("return_to"));
    let mut answer = HttpResponse::SeeOther().insert_header((header::LOCATION, back)).finish();
    if let Some(words) = cx.installation.catalogue.find(sent.get("language")) {
        if let Some(who) = cx.signed_in() {
            choose_language(cx.context(), who.person_id, words.tag()).await?;
            cx.session.read_in(words.tag());
        }
        // Cannot fail: the cookie's value is the tag of a language of ours.
        let _ = answer.add_cookie(&cx.language_cookie(words));
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
