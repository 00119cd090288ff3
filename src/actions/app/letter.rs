//! The letter for a code that an app has: the code is nowhere but in its hands, so it says which.

use crate::{
    actions::{ActionError, Context, renew::Named},
    domain::{
        application::ConnectApp,
        connect_request::ConnectRequest,
        identity_code::{CodeProblem, IdentityCode},
    },
    store::connect_requests,
};

/// What came of asking for a letter.
#[derive(Debug)]
pub enum Lettered {
    /// A letter for this request can be printed, with this code.
    For(Box<ConnectRequest>, IdentityCode),
    /// What was given cannot be a code.
    Problem(CodeProblem),
    /// The code is locked, frozen or expired: a letter with it would lead nowhere.
    Closed,
    /// The app has no request with this code.
    NotFound,
}

/// Finds whom a code is for. Changes nothing.
pub async fn letter_for(context: &Context, app: &ConnectApp, code: &str) -> Result<Lettered, ActionError> {
    let code = match IdentityCode::parse(code) {
        Ok(code) => code,
        Err(problem) => return Ok(Lettered::Problem(problem)),
    };
    let hashes = context.code_hashes(&code);
    let found = connect_requests::find_by_code(&mut context.db.read_one().await?, &hashes).await?;
    if let Some((hash, _)) = &found {
        Named::Code.rename(context, hash, &hashes).await;
    }
    let (now, keep) = (context.now(), &context.rules.retention);
    let hers = found.map(|(_, found)| found.value).filter(|r| r.app_id == app.id && !r.is_gone(now, keep));
    let Some(request) = hers else { return Ok(Lettered::NotFound) };
    if request.code_locked() || request.frozen_at.is_some() || request.usable_until(keep) <= now {
        return Ok(Lettered::Closed);
    }
    Ok(Lettered::For(Box::new(request), code))
}
