//! Where she is signed in, and how to end it.

use askama::Template;
use chrono::{DateTime, Utc};
use uuid::Uuid;

use super::here::{Here, chrome_after, in_words};
use crate::{
    actions::account::sessions::{self, PersonSession},
    domain::browser::Browser,
    portal::{
        account_url::{AccountUrl, Done},
        chrome::Chrome,
        form::Form,
        page::Page,
        problems::Problems,
        reply::{Answer, Reply, see_other},
        request::Request,
        seal::Seal,
        urls::Url,
    },
};

/// The value of the button that ends all others.
const OTHERS: &str = "others";

/// Lists where she is signed in.
#[derive(Clone, Debug, Template)]
#[template(path = "account/sessions.html")]
pub struct SessionsPage {
    /// What stands around the page.
    pub chrome: Chrome,
    /// What is wrong with the form.
    pub problems: Problems,
    /// Stands for what the page shows.
    pub seal: Seal,
    /// This one first, then the last used.
    pub sessions: Vec<SessionView>,
}

/// One sign-in.
#[derive(Clone, Debug)]
pub struct SessionView {
    /// The value of the button that ends it.
    pub id: String,
    /// The browser in plain words.
    pub browser: String,
    /// When she signed in.
    pub since: Option<DateTime<Utc>>,
    /// When it was last used.
    pub seen: DateTime<Utc>,
    /// Until when she stays signed in, where she asked for that.
    pub kept_until: Option<DateTime<Utc>>,
    /// Whether it is the one that she looks at this page with.
    pub this: bool,
}

impl Page for SessionsPage {
    fn name(&self) -> &'static str {
        "account-sessions"
    }

    fn chrome(&self) -> &Chrome {
        &self.chrome
    }

    fn heading(&self) -> String {
        self.t("account-sessions-heading").to_owned()
    }

    fn all_problems(&self) -> &Problems {
        &self.problems
    }
}

/// Shows them.
pub async fn get(cx: Request) -> Answer {
    let here = Here::find(&cx).await?;
    cx.answer(&page(&cx, &here, chrome_after(&cx), Problems::none()).await?)
}

/// Ends one, or all but this one. What has ended meanwhile has ended.
pub async fn post(cx: Request, form: Form) -> Answer {
    let here = Here::find(&cx).await?;
    let sent = match form.verify(&cx, &seal(&cx, &here)) {
        Ok(sent) => sent,
        Err(rejected) => {
            let problems = rejected.problems(&cx);
            return Err(cx.instead(&page(&cx, &here, cx.chrome(), problems).await?));
        }
    };
    let done = match sent.get("end") {
        OTHERS => {
            sessions::end_others(cx.context(), here.id(), here.session_id).await?;
            Done::Sessions
        }
        id => {
            if let Some(id) = Uuid::parse_str(id).ok().filter(|id| *id != here.session_id) {
                sessions::end_one(cx.context(), here.id(), id).await?;
            }
            Done::Session
        }
    };
    Ok(see_other(&Url::Account(AccountUrl::SessionsDone(done))))
}

fn seal(cx: &Request, here: &Here) -> Seal {
    here.seal(cx, "account-sessions", &[here.session_id.as_bytes()])
}

async fn page(cx: &Request, here: &Here, chrome: Chrome, problems: Problems) -> Result<SessionsPage, Reply> {
    let view = |s: PersonSession| SessionView {
        id: s.id.to_string(),
        browser: in_words(&cx.words, Browser::parse(s.browser.as_deref().unwrap_or_default())),
        since: s.began_at,
        seen: s.seen_at,
        kept_until: s.kept_until,
        this: s.id == here.session_id,
    };
    let list = sessions::list(cx.context(), here.id()).await?;
    let mut sessions: Vec<SessionView> = list.into_iter().map(view).collect();
    sessions.sort_by_key(|s| !s.this);
    Ok(SessionsPage { chrome, problems, seal: seal(cx, here), sessions })
}
