//! Whose account the pages are about: hers who is signed in.

use uuid::Uuid;

use crate::{
    actions::account::overview::{self, Account},
    copy::Words,
    domain::browser::Browser,
    portal::{
        account_url::Done, chrome::Chrome, fault::Fault, reply::Reply, request::Request, seal::Seal,
        urls::Url,
    },
};

/// Her account, and the session in which she looks at it.
pub(super) struct Here {
    pub(super) account: Account,
    pub(super) session_id: Uuid,
}

impl Here {
    /// Finds it; nobody signed in is sent to sign in first.
    pub(super) async fn find(cx: &Request) -> Result<Self, Reply> {
        let who = cx.signed_in().zip(cx.session.id());
        let (who, session_id) = who.ok_or_else(|| Reply::to(&Url::SignInToAccount))?;
        let account = overview::find(cx.context(), who.person_id).await?.ok_or(Fault::NOT_FOUND)?;
        Ok(Self { account, session_id })
    }

    /// Whose it is.
    pub(super) fn id(&self) -> Uuid {
        self.account.person.id
    }

    /// Her address; empty where she has none.
    pub(super) fn email(&self) -> &str {
        self.account.email.as_deref().unwrap_or_default()
    }

    /// The seal of a page of hers that shows this.
    pub(super) fn seal(&self, cx: &Request, page: &str, shown: &[&[u8]]) -> Seal {
        let id = self.id();
        let facts: Vec<&[u8]> = [&id.as_bytes()[..]].into_iter().chain(shown.iter().copied()).collect();
        cx.seal(page, &facts)
    }
}

/// What stands around a page that says what was just done.
pub(super) fn chrome_after(cx: &Request) -> Chrome {
    let done = cx.query.get("done").and_then(|word| Done::find(word));
    Chrome { notice: done.map(|done| cx.say(done.key())), ..cx.chrome() }
}

/// A browser in plain words.
pub(super) fn in_words(words: &Words, browser: Browser) -> String {
    match (browser.name, browser.system) {
        (Some(name), Some(system)) => {
            words.with("browser-on", &[("browser", name.into()), ("system", system.into())])
        }
        (Some(name), None) => name.to_owned(),
        (None, Some(system)) => words.with("browser-unknown-on", &[("system", system.into())]),
        (None, None) => words.text("browser-unknown").to_owned(),
    }
}
