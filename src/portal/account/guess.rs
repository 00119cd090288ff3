//! The one door to checking a password. Where the account knows this browser, the try is charged to the browser alone:
//! neither who shares its network nor who tries elsewhere can use that up. All other tries are charged to the network that
//! they come from and to what the account has for strangers.

use super::here::Here;
use crate::{
    actions::journey::sign_in::{Account, Browser, SignIn, Unproven, look_up, sign_in},
    domain::{email::Email, password::Password, person::Person},
    portal::{fault::Fault, reply::Reply, request::Request},
    web::limits::Limit,
};

/// Whose an address and a password are.
pub(super) enum Whose {
    /// This person's.
    Person(Person),
    /// Hers who has not proved the address yet.
    Unproven(Unproven),
}

/// Whose address and password these are; `None`: they are nobody's.
pub(super) async fn whose(cx: &Request, email: &Email, password: &Password) -> Result<Option<Whose>, Reply> {
    if let Some(account) = known_here(cx, email).await? {
        match sign_in(cx.context(), &account, Browser::Known, password).await? {
            SignIn::Right(person) => return Ok(Some(Whose::Person(person))),
            SignIn::Unproven(unproven) => return Ok(Some(Whose::Unproven(unproven))),
            SignIn::Wrong => return Ok(None),
            // From here on it counts like any other browser.
            SignIn::Spent { .. } => {}
        }
    }
    cx.charge(Limit::SignIn)?;
    let account = look_up(cx.context(), email, None).await?;
    match sign_in(cx.context(), &account, Browser::Unknown, password).await? {
        SignIn::Right(person) => Ok(Some(Whose::Person(person))),
        SignIn::Unproven(unproven) => Ok(Some(Whose::Unproven(unproven))),
        SignIn::Wrong => Ok(None),
        SignIn::Spent { wait } => Err(Fault::TooManySignIns(wait).into()),
    }
}

/// Whether this is the password of her who is signed in: a try like any other at her account.
pub(super) async fn is_hers(cx: &Request, here: &Here, typed: &str) -> Result<bool, Reply> {
    // What cannot be an address or a password is nobody's.
    let (Ok(email), Ok(password)) = (Email::parse(here.email()), Password::given(typed)) else {
        cx.charge(Limit::SignIn)?;
        return Ok(false);
    };
    Ok(match whose(cx, &email, &password).await? {
        Some(Whose::Person(person)) => person.id == here.id(),
        Some(Whose::Unproven(Unproven::Account(id))) => id == here.id(),
        Some(Whose::Unproven(Unproven::SignUp(_))) | None => false,
    })
}

/// The account, if it knows this browser and no flood comes from there.
async fn known_here(cx: &Request, email: &Email) -> Result<Option<Account>, Reply> {
    let limits = &cx.installation.site.limits;
    let Some(device) = cx.device().filter(|device| limits.check_device(device.number()).is_ok()) else {
        return Ok(None);
    };
    let account = look_up(cx.context(), email, Some(&device)).await?;
    Ok(account.knows_this_browser().then_some(account))
}
