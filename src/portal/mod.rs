//! What a patient meets in her browser. The routes below are her way, in order; read them first.
//!
//! Only this module and its children know HTML, sessions and words. Handlers translate between a request and an
//! action; they decide nothing.

pub mod account;
pub mod account_url;
pub mod bad_news;
pub mod brand;
pub mod chrome;
pub mod classic_link;
pub mod connections;
mod cookie_life;
pub mod fault;
pub mod form;
mod form_cookie;
pub mod help;
pub mod journey;
pub mod language;
mod link;
mod middleware;
pub mod page;
pub mod problems;
pub mod reply;
pub mod request;
pub mod return_link;
pub mod rule_view;
pub mod seal;
pub mod session;
pub mod spliced;
pub mod spoken;
mod steps;
pub mod urls;
pub mod visitor;

use actix_web::{
    HttpResponse, Scope,
    body::MessageBody,
    dev::{ServiceFactory, ServiceRequest, ServiceResponse},
    middleware::from_fn,
    web,
};

use actix_session::SessionMiddleware;

use self::session::Sessions;
use crate::web::routing::Call;

/// What is `inside`, the portal's pages as a rule, with sessions and the bad-news pages around it.
pub fn scope(
    sessions: SessionMiddleware<Sessions>,
    inside: impl FnOnce(&mut web::ServiceConfig),
) -> Scope<
    impl ServiceFactory<
        ServiceRequest,
        Config = (),
        Response = ServiceResponse<impl MessageBody>,
        Error = actix_web::Error,
        InitError = (),
    >,
> {
    web::scope("")
        .wrap(from_fn(middleware::keep_session))
        .wrap(sessions)
        .wrap(from_fn(session::together::ask))
        .wrap(from_fn(bad_news::pages))
        .wrap(from_fn(steps::count))
        .wrap(from_fn(cookie_life::cookies))
        .configure(inside)
        .default_service(web::to(bad_news::no_such_page))
}

/// There is one thing to do here.
async fn home() -> HttpResponse {
    reply::see_other(&urls::Url::Code)
}

/// A person's own account.
fn account_calls() -> Vec<Call> {
    use account::{
        delete, deleted, email, email_code, export, history, language, name, not_me, overview, passkeys,
        password, record_delete, record_name, records, sessions, undo_email,
    };

    vec![
        Call::at("/account").get(overview::get),
        Call::at("/account/name").get(name::get).post(name::post),
        Call::at("/account/email").get(email::get).post(email::post),
        Call::at("/account/email/code").get(email_code::get).post(email_code::post),
        Call::at("/account/email/undo").get(undo_email::get).post(undo_email::post),
        Call::at("/account/language").get(language::get).post(language::post),
        Call::at("/account/password").get(password::get).post(password::post),
        Call::at("/account/passkeys").get(passkeys::get).post(passkeys::post),
        Call::at("/account/sessions").get(sessions::get).post(sessions::post),
        Call::at("/account/records").get(records::get),
        Call::at("/account/records/{id}").get(record_name::get).post(record_name::post),
        Call::at("/account/records/{id}/delete").get(record_delete::get).post(record_delete::post),
        Call::at("/account/history").get(history::get),
        Call::at("/account/export").get(export::get),
        Call::at("/account/export/file").post(export::file),
        Call::at("/account/delete").get(delete::get).post(delete::post),
        Call::at("/account/deleted").get(deleted::get),
        Call::at("/account/not-me").get(not_me::get).post(not_me::post),
    ]
}

/// The patient's way, in order, and what stands beside it.
pub fn routes(cfg: &mut web::ServiceConfig) {
    use account::{
        create_account, passkey_sign_in, provider, recover, recover_code, recover_password, sign_in,
        sign_out, verify_email, ways_to_sign_in,
    };
    use connections::{disconnect, list};
    use journey::{authorize, code, declined, entry, question, record, report, success};

    for call in [
        Call::at("/").get(home),
        Call::at("/connect").get(code::get).post(code::post),
        Call::at("/at/{slug}").get(entry::get).post(entry::post),
        Call::at("/connect/question").get(question::get).post(question::post),
        Call::at("/connect/report").get(report::get).post(report::post),
        Call::at("/sign-in").get(sign_in::get).post(sign_in::post),
        Call::at("/sign-in/passkey").post(passkey_sign_in::post),
        Call::at("/sign-in/with/{provider}").post(provider::post),
        Call::at("/sign-in/callback/{provider}").get(provider::callback),
        Call::at("/create-account").get(create_account::get).post(create_account::post),
        Call::at("/verify-email").get(verify_email::get).post(verify_email::post),
        Call::at("/recover").get(recover::get).post(recover::post),
        Call::at("/recover/code").get(recover_code::get).post(recover_code::post),
        Call::at("/recover/password").get(recover_password::get).post(recover_password::post),
        Call::at("/connect/record").get(record::get).post(record::post),
        Call::at("/connect/authorize").get(authorize::get).post(authorize::post),
        Call::at("/connect/success").get(success::get),
        Call::at("/connect/declined").get(declined::get),
        Call::at("/connections").get(list::get),
        Call::at("/connections/{id}/disconnect").get(disconnect::get).post(disconnect::post),
        Call::at("/account/providers").get(ways_to_sign_in::get),
        Call::at("/account/providers/{provider}").post(ways_to_sign_in::post),
        Call::at("/sign-out").post(sign_out::post),
        Call::at("/sign-out/back").get(sign_out::back),
        Call::at("/language").post(language::post),
        Call::at("/help").get(help::get),
        // Classic links, whose path comes in any case.
        Call::at("/{page:(?i)redirect\\.aspx}").get(link::redirect),
        Call::at("/{page:(?i)patientwelcome\\.aspx}").get(link::welcome),
    ]
    .into_iter()
    .chain(account_calls())
    {
        cfg.service(call.resource(bad_news::no_such_method));
    }
}
