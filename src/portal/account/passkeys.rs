//! Her passkeys: one more, made by her device, and one less.

use askama::Template;
use chrono::{DateTime, Utc};
use uuid::Uuid;

use super::{
    guess,
    here::{Here, chrome_after},
};
use crate::{
    actions::account::{
        challenges::Challenge,
        passkeys::{self as action, Added, PasskeySeen},
    },
    domain::{
        labels::{LabelProblem, PasskeyName},
        passkey::{MOST, has_just_signed_in},
    },
    passkeys::Passkeys,
    portal::{
        account_url::{AccountUrl, Done},
        chrome::Chrome,
        fault::Fault,
        form::{Fields, Form},
        page::Page,
        problems::{Problem, Problems},
        reply::{Answer, Reply, see_other},
        request::Request,
        seal::Seal,
        urls::Url,
    },
    web::limits::Limit,
};

/// What the script sends where the device has one already: it makes no second one.
const KNOWN: &str = "known";

/// Lists them, and asks for one more.
#[derive(Clone, Debug, Template)]
#[template(path = "account/passkeys.html")]
pub struct PasskeysPage {
    /// What stands around the page.
    pub chrome: Chrome,
    /// What is wrong with the form.
    pub problems: Problems,
    /// Stands for what the page shows.
    pub seal: Seal,
    /// The oldest first.
    pub passkeys: Vec<PasskeyView>,
    /// What comes before one more.
    pub adding: Adding,
    /// What stands in the field for the name.
    pub passkey_name: String,
}

/// One passkey.
#[derive(Clone, Debug)]
pub struct PasskeyView {
    /// The value of the button that removes it.
    pub id: String,
    /// What she calls it.
    pub name: String,
    /// Since when.
    pub since: DateTime<Utc>,
    /// When it signed her in last.
    pub used: Option<DateTime<Utc>>,
}

/// What comes before one more.
#[derive(Clone, Debug)]
pub enum Adding {
    /// Nothing: the device is asked.
    Ask(Challenge),
    /// She types her password once more, since her sign-in is not new.
    PasswordFirst,
    /// She has as many as there may be.
    Enough,
}

impl PasskeysPage {
    /// What the device is asked for, if it is.
    pub fn challenge(&self) -> Option<&Challenge> {
        match &self.adding {
            Adding::Ask(challenge) => Some(challenge),
            Adding::PasswordFirst | Adding::Enough => None,
        }
    }

    /// Whether she types her password first.
    pub fn asks_password(&self) -> bool {
        matches!(self.adding, Adding::PasswordFirst)
    }
}

impl Page for PasskeysPage {
    fn name(&self) -> &'static str {
        "account-passkeys"
    }

    fn chrome(&self) -> &Chrome {
        &self.chrome
    }

    fn heading(&self) -> String {
        self.t("account-passkeys-heading").to_owned()
    }

    fn all_problems(&self) -> &Problems {
        &self.problems
    }
}

fn portal(cx: &Request) -> Result<&Passkeys, Fault> {
    cx.installation.passkeys.as_ref().ok_or(Fault::NOT_FOUND)
}

/// Shows them.
pub async fn get(cx: Request) -> Answer {
    portal(&cx)?;
    let here = Here::find(&cx).await?;
    cx.answer(&page(&cx, &here, chrome_after(&cx), "", Problems::none()).await?)
}

/// One more, one less, or the password that comes before one more.
pub async fn post(cx: Request, form: Form) -> Answer {
    let portal = portal(&cx)?;
    let here = Here::find(&cx).await?;
    let sent = match form.verify(&cx, &seal(&cx, &here)) {
        Ok(sent) => sent,
        Err(rejected) => {
            let (name, problems) = (rejected.typed("passkey_name"), rejected.problems(&cx));
            return Err(cx.instead(&page(&cx, &here, cx.chrome(), name, problems).await?));
        }
    };
    if let Ok(id) = Uuid::parse_str(sent.get("remove")) {
        action::remove(cx.context(), here.id(), id).await?;
        return Ok(see_other(&Url::Account(AccountUrl::PasskeysDone(Done::PasskeyRemoved))));
    }
    let problem = if sent.get("passkey_challenge").is_empty() {
        match password_is_hers(&cx, &here, &sent).await? {
            None => return Ok(see_other(&Url::Account(AccountUrl::Passkeys))),
            Some(problem) => problem,
        }
    } else {
        match add(&cx, portal, &here, &sent).await? {
            None => return Ok(see_other(&Url::Account(AccountUrl::PasskeysDone(Done::PasskeyAdded)))),
            Some(problem) => problem,
        }
    };
    Err(cx.instead(&page(&cx, &here, cx.chrome(), sent.get("passkey_name"), problem.into()).await?))
}

/// Adds the one that her device has made. Gives what is wrong, if something is.
async fn add(cx: &Request, portal: &Passkeys, here: &Here, sent: &Fields) -> Result<Option<Problem>, Reply> {
    let name = match PasskeyName::parse(sent.get("passkey_name")) {
        Ok(name) => name,
        Err(LabelProblem::TooLong { max }) => {
            return Ok(Some(cx.problem("passkey_name", "problem-passkey-name-long", &[("max", max.into())])));
        }
        Err(_) => return Ok(Some(cx.problem("passkey_name", "problem-passkey-name-empty", &[]))),
    };
    let say = |key: &str| Ok(Some(cx.problem("form", key, &[])));
    let answer = sent.get("passkey_answer");
    match answer {
        "" => return say("problem-passkey-cancelled"),
        KNOWN => return say("problem-passkey-known"),
        _ => {}
    }
    cx.charge(Limit::SignIn)?;
    let (whose, brought) = ((here.id(), here.session_id), (sent.get("passkey_challenge"), answer));
    Ok(match action::add(cx.context(), portal, whose, &name, brought).await? {
        Added::Done => None,
        Added::Refused => Some(cx.problem("form", "problem-passkey-refused", &[])),
        Added::TooMany => Some(cx.problem("form", "problem-passkey-too-many", &[("max", MOST.into())])),
    })
}

/// Her password, typed once more. Gives what is wrong, if something is.
async fn password_is_hers(cx: &Request, here: &Here, sent: &Fields) -> Result<Option<Problem>, Reply> {
    let typed = sent.get("current_password");
    if typed.is_empty() {
        return Ok(Some(cx.problem("current_password", "problem-current-password-empty", &[])));
    }
    if guess::is_hers(cx, here, typed).await? {
        cx.session.prove_again();
        return Ok(None);
    }
    Ok(Some(cx.problem("current_password", "problem-current-password", &[])))
}

fn seal(cx: &Request, here: &Here) -> Seal {
    here.seal(cx, "account-passkeys", &[here.session_id.as_bytes()])
}

async fn page(
    cx: &Request,
    here: &Here,
    chrome: Chrome,
    passkey_name: &str,
    problems: Problems,
) -> Result<PasskeysPage, Reply> {
    let view = |p: PasskeySeen| PasskeyView {
        id: p.id.to_string(),
        name: p.name,
        since: p.created_at,
        used: p.used_at,
    };
    let passkeys: Vec<PasskeyView> =
        action::list(cx.context(), here.id()).await?.into_iter().map(view).collect();
    let is_proven =
        here.account.password_since.is_none() || has_just_signed_in(cx.session.proven_at(), cx.now);
    let adding = if passkeys.len() >= MOST {
        Adding::Enough
    } else if is_proven {
        let asked = action::ask(cx.context(), portal(cx)?, &here.account, here.session_id).await?;
        Adding::Ask(
            asked.ok_or_else(|| anyhow::anyhow!("no passkey can be asked for")).map_err(Fault::Unexpected)?,
        )
    } else {
        Adding::PasswordFirst
    };
    Ok(PasskeysPage {
        chrome,
        problems,
        seal: seal(cx, here),
        passkeys,
        adding,
        passkey_name: passkey_name.to_owned(),
    })
}
