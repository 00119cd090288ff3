//! Her language, on every device, in every mail.

use askama::Template;

use super::here::Here;
use crate::{
    actions::account::name::choose_language,
    portal::{
        account_url::{AccountUrl, Done},
        chrome::Chrome,
        form::Form,
        page::Page,
        problems::Problems,
        reply::{Answer, see_other},
        request::Request,
        seal::Seal,
        urls::Url,
    },
};

/// Offers the languages.
#[derive(Clone, Debug, Template)]
#[template(path = "account/language.html")]
pub struct LanguagePage {
    /// What stands around the page.
    pub chrome: Chrome,
    /// What is wrong with the form.
    pub problems: Problems,
    /// Stands for what the page shows.
    pub seal: Seal,
    /// The tag of the one that she has chosen, or reads now.
    pub chosen: String,
}

impl Page for LanguagePage {
    fn name(&self) -> &'static str {
        "account-language"
    }

    fn chrome(&self) -> &Chrome {
        &self.chrome
    }

    fn heading(&self) -> String {
        self.t("account-language-heading").to_owned()
    }

    fn all_problems(&self) -> &Problems {
        &self.problems
    }
}

/// Shows the languages.
pub async fn get(cx: Request) -> Answer {
    let here = Here::find(&cx).await?;
    cx.answer(&page(&cx, &here, Problems::none()))
}

/// Her choice.
pub async fn post(cx: Request, form: Form) -> Answer {
    let here = Here::find(&cx).await?;
    let sent = form
        .verify(&cx, &seal(&cx, &here))
        .map_err(|rejected| cx.instead(&page(&cx, &here, rejected.problems(&cx))))?;
    let known = |tag: &str| cx.installation.languages.iter().any(|(known, _)| known == tag);
    let chosen = sent.get("language");
    if !known(chosen) {
        let problem = cx.problem("language", "problem-language-none", &[]);
        return Err(cx.instead(&page(&cx, &here, problem.into())));
    }
    choose_language(cx.context(), here.id(), chosen).await?;
    cx.session.read_in(chosen);
    let mut answer = see_other(&Url::Account(AccountUrl::Done(Done::Language)));
    if let Some(words) = cx.installation.catalogue.find(chosen) {
        // Cannot fail: the cookie's value is the tag of a language of ours.
        let _ = answer.add_cookie(&cx.language_cookie(words));
    }
    Ok(answer)
}

fn seal(cx: &Request, here: &Here) -> Seal {
    here.seal(cx, "account-language", &[])
}

fn page(cx: &Request, here: &Here, problems: Problems) -> LanguagePage {
    let chosen = here.account.language.clone().unwrap_or_else(|| cx.words.tag().to_owned());
    LanguagePage { chrome: cx.chrome(), problems, seal: seal(cx, here), chosen }
}
