//! The one door to checking a password. Where the account knows this browser, the try is charged to the browser alone:
//! neither who shares its network nor who tries elsewhere can use that up. All other tries are charged to the network that
//! they come from and to what the account has for strangers.

use crate::{
    actions::journey::sign_in::{Account, Browser, SignIn, Unproven, look_up, sign_in},
    domain::{email::Email, password::Password, person::Person},
    portal::{fault::Fault, reply::Reply, request::Request},
    web::limits::Limit,
};

/// Whose an address and a password are.
pub(super) enum Whose {
    /// This person's.
    Hers(Person),
    /// Somebody's who has not proved yet that she reads the address.
    Unproven(Unproven),
    /// Nobody's.
    Nobodys,
}

/// Whose address and password these are.
pub(super) async fn whose(cx: &Request, email: &Email, password: &Password) -> Result<Whose, Reply> {
    if let Some(account) = known_here(cx, email).await? {
        // With nothing left, from here on it counts like any other browser.
        if let Ok(whose) = answer(sign_in(cx.context(), &account, Browser::Known, password).await?) {
            return Ok(whose);
        }
    }
    cx.charge(Limit::SignIn)?;
    let account = look_up(cx.context(), email, None).await?;
    Ok(answer(sign_in(cx.context(), &account, Browser::Unknown, password).await?)?)
}

fn answer(came: SignIn) -> Result<Whose, Fault> {
    match came {
        SignIn::Right(person) => Ok(Whose::Hers(person)),
        SignIn::Unproven(unproven) => Ok(Whose::Unproven(unproven)),
        SignIn::Wrong => Ok(Whose::Nobodys),
        SignIn::Spent { wait } => Err(Fault::TooManySignIns(wait)),
    }
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
