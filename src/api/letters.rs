//! Letters on paper, for clinics that print them.

use actix_web::{HttpRequest, HttpResponse, http::header};
use askama::Template;
use serde::Deserialize;
use utoipa::ToSchema;

use super::{
    invitations::language,
    json::{self, Body},
    key::Caller,
    problem::{Code, Problem, problems},
};
use crate::{
    actions::app::letter::{Lettered, letter_for},
    letter::{Letter, Print, PrintedLetter},
};

problems! {
    LetterProblems: NotFound, RequestTimeout, CodeNotUsable, TooLarge, InvalidIdentityCode, InvalidLanguage;
}

/// The page brings its own styles and pictures, and nothing else.
const POLICY: &str = "default-src 'none'; style-src 'unsafe-inline'; img-src data:; base-uri 'none'; form-action 'none'; \
    frame-ancestors 'none'";

/// Which letter, and how.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(as = LetterWanted)]
pub struct Wanted {
    /// The code, as it was told when its request was created. The portal does not have it.
    #[schema(examples("JKYZ-QNMN-VHRX-ZGNR-GZNH"))]
    identity_code: String,
    /// The language of the letter. Left out: the request's, else English.
    #[serde(default)]
    #[schema(examples("es"))]
    language: Option<String>,
    /// In large type: at least 16 points throughout.
    #[serde(default)]
    large_print: bool,
    /// With the code letter by letter, too, as it is said on the telephone.
    #[serde(default)]
    spelled: bool,
}

/// Make a letter to print
///
/// One page, A4 or Letter, with link, QR code, short address, code, chances, date and your contact. Never with the question
/// or its answer. The page stands alone: print it as it is.
#[utoipa::path(
    post,
    path = "/letters",
    operation_id = "makeLetter",
    tag = "Connect requests",
    request_body = Wanted,
    responses(
        (status = 200, description = "The letter, a page to print.", body = String, content_type = "text/html"),
        LetterProblems,
    )
)]
pub async fn make(caller: Caller, req: HttpRequest, sent: Body<Wanted>) -> Result<HttpResponse, Problem> {
    json::no_query(&req)?;
    let (installation, wanted) = (&caller.installation, sent.value);
    let language = language(installation, wanted.language.as_deref())?;
    let app = caller.app()?;
    let (request, code) = match letter_for(&installation.context, app, &wanted.identity_code).await? {
        Lettered::For(request, code) => (request, code),
        Lettered::Problem(problem) => {
            return Err(Problem::new(Code::InvalidIdentityCode, problem.reason()));
        }
        Lettered::Closed => {
            let detail = "The code is locked, frozen or expired: a letter with it would lead nowhere.";
            return Err(Problem::new(Code::CodeNotUsable, detail));
        }
        Lettered::NotFound => return Err(Problem::not_found("connect request with this identity code")),
    };
    let language = language.or_else(|| request.language.clone());
    let catalogue = &installation.catalogue;
    let words = language.and_then(|tag| catalogue.find(&tag)).unwrap_or_else(|| catalogue.default());
    let grouped = code.grouped();
    let (keep, zone) = (&installation.context.rules.retention, installation.zone_of(app));
    let letter = Letter::of_request(app, &request, &grouped, &installation.site.base_url, keep, zone);
    let print = Print { large: wanted.large_print, spelled: wanted.spelled };
    let (words, dress) = installation.looks.for_letter(&installation.context, app, words).await;
    let html = PrintedLetter::of(&letter, &words, print, dress).render().map_err(anyhow::Error::new);
    let html = html.map_err(|error| Problem::fault(&error))?;
    Ok(HttpResponse::Ok()
        .content_type("text/html; charset=utf-8")
        .insert_header((header::CONTENT_LANGUAGE, words.tag()))
        .insert_header((header::CONTENT_SECURITY_POLICY, POLICY))
        .body(html))
}
