//! What surrounds a sign-in: a journey that waits for it, the way to Connections, or nothing.

use uuid::Uuid;

use crate::{
    actions::{
        account::Writing,
        journey::open::{Found, Open, Which, open},
    },
    domain::{person::Person, retention::Stay, step::Step},
    portal::{
        account_url::AccountUrl,
        bad_news,
        chrome::Chrome,
        fault::Fault,
        form::Form,
        journey::gate,
        reply::{Answer, Reply, see_other},
        request::Request,
        seal::Seal,
        urls::{Beside, Url},
    },
};

/// What surrounds a sign-in.
pub(super) enum Around {
    /// A journey whose step this is.
    Journey(Box<Open>),
    /// She wants to see her connections.
    Connections,
    /// She wants to see her account.
    Account,
    /// Nothing in particular.
    Nothing,
}

impl Around {
    /// Finds what surrounds the sign-in.
    pub(super) async fn find(cx: &Request, form: Option<&Form>) -> Result<Self, Reply> {
        match cx.query.get("to").map(String::as_str) {
            Some("connections") => return Ok(Around::Connections),
            Some("account") => return Ok(Around::Account),
            _ => {}
        }
        match gate::load(cx, gate::which(cx, form)?).await? {
            Found::Nothing => Ok(Around::Nothing),
            Found::Stopped(stopped) => Err(bad_news::stopped(cx, &stopped)),
            // The friendly name is shown only after a right answer, and only where the journey waits for a sign-in.
            Found::Open(open) if open.step() == Step::SignIn => Ok(Around::Journey(Box::new(open))),
            Found::Open(open) if open.signed_in.is_some() => Err(Reply::to(&gate::next(&open))),
            Found::Open(_) => Ok(Around::Nothing),
        }
    }

    /// What surrounds the sign-in of somebody who is back from a provider: the journey that waited for her, if any.
    pub(super) async fn waiting(cx: &Request, journey_id: Option<Uuid>) -> Result<Self, Reply> {
        let Some(id) = journey_id else { return Ok(Around::Nothing) };
        match gate::load(cx, Which::Id(id)).await? {
            Found::Open(open) if open.step() == Step::SignIn => Ok(Around::Journey(Box::new(open))),
            Found::Stopped(stopped) => Err(bad_news::stopped(cx, &stopped)),
            Found::Open(open) if open.signed_in.is_some() => Err(Reply::to(&gate::next(&open))),
            Found::Open(_) | Found::Nothing => Ok(Around::Nothing),
        }
    }

    /// The journey that waits.
    pub(super) fn waiting_id(&self) -> Option<Uuid> {
        self.journey().map(|open| open.journey.id())
    }

    fn journey(&self) -> Option<&Open> {
        match self {
            Around::Journey(open) => Some(open),
            Around::Connections | Around::Account | Around::Nothing => None,
        }
    }

    /// Where she who is signed in goes when no journey waits.
    pub(super) fn home(&self) -> Url {
        match self {
            Around::Account => Url::Account(AccountUrl::Overview),
            Around::Journey(_) | Around::Connections | Around::Nothing => Url::Connections,
        }
    }

    /// The hidden field of the form.
    pub(super) fn journey_id(&self) -> Option<String> {
        self.journey().map(|open| open.journey.id().to_string())
    }

    /// Shown only inside a journey.
    pub(super) fn friendly_name(&self) -> Option<String> {
        self.journey().map(|open| open.request.friendly_name.clone())
    }

    /// What its pages stand beside.
    pub(super) fn beside(&self) -> Beside {
        match self {
            Around::Journey(open) => Beside::Journey(open.journey.origin.number),
            Around::Connections => Beside::Connections,
            Around::Account => Beside::Account,
            Around::Nothing => Beside::Nothing,
        }
    }

    /// How mails about it are written: in the language that she reads, and in the look of the app that she connects.
    pub(super) fn writing<'a>(&self, cx: &'a Request) -> Writing<'a> {
        Writing { language: cx.words.tag(), app_id: self.journey().map(|open| open.app.id) }
    }

    /// The page where she signs in.
    pub(super) fn sign_in(&self) -> Url {
        match self {
            Around::Journey(open) => Url::SignInTo(open.journey.origin.number),
            Around::Connections => Url::SignInToConnections,
            Around::Account => Url::SignInToAccount,
            Around::Nothing => Url::SignIn,
        }
    }

    /// The page where she creates an account.
    pub(super) fn create_account(&self) -> Url {
        match self {
            Around::Journey(open) => Url::CreateAccountTo(open.journey.origin.number),
            Around::Connections => Url::CreateAccountToConnections,
            Around::Account => Url::CreateAccountToAccount,
            Around::Nothing => Url::CreateAccount,
        }
    }

    /// What stands around the page.
    pub(super) fn chrome(&self, cx: &Request) -> Chrome {
        match self {
            Around::Journey(open) => cx.chrome_of(&open.app),
            Around::Connections | Around::Account | Around::Nothing => cx.chrome(),
        }
    }

    /// Stands for what the page shows: the connect request that waits, if any.
    pub(super) fn seal(&self, cx: &Request, page: &str) -> Seal {
        self.seal_with(cx, page, &[])
    }

    /// The same for a page that shows more.
    pub(super) fn seal_with(&self, cx: &Request, page: &str, shown: &[&[u8]]) -> Seal {
        match self {
            Around::Journey(open) => {
                let id = open.journey.id();
                let of_journey: [&[u8]; 2] = [id.as_bytes(), open.request.friendly_name.as_bytes()];
                cx.seal(page, &[&of_journey[..], shown].concat())
            }
            Around::Connections | Around::Account | Around::Nothing => cx.seal(page, shown),
        }
    }

    /// Signs a person in and sends her on. Her account knows this browser from now on, unless others use it, too.
    pub(super) async fn go_on(&self, cx: &Request, person: &Person, stay: Stay) -> Answer {
        let Some(session_id) = cx.sign_in(person, stay).await? else {
            return Err(Reply::to(&self.sign_in()));
        };
        let mut answer = see_other(&self.after_sign_in(cx, session_id, person.id).await?);
        if let Some(cookie) = cx.known_device(person.id).await? {
            answer.add_cookie(&cookie).map_err(|e| Fault::Unexpected(e.into()))?;
        }
        Ok(answer)
    }

    async fn after_sign_in(&self, cx: &Request, session_id: Uuid, person_id: Uuid) -> Result<Url, Reply> {
        let Some(waiting) = self.journey() else { return Ok(self.home()) };
        let which = Which::Id(waiting.journey.id());
        Ok(match open(cx.context(), session_id, which, Some(person_id)).await? {
            Found::Open(open) => gate::next(&open),
            // Its own page says why, at the address where she would be.
            Found::Stopped(_) => Url::Record(waiting.journey.origin.number),
            Found::Nothing => Url::Connections,
        })
    }
}
