//! The mails about accounts: every kind in every state that it can be in.

use uuid::Uuid;

use super::{mail_sample::Written, samples::november};
use crate::domain::{
    app_file::AppFile,
    application::App,
    mail::{Notice, Says},
};

/// The app whose connections the samples tell of.
const APP: &str = r##"
name = "Fabrikam Visits"
organization = "Fabrikam Clinic"
success_message = "You are now connected!"
contact = "Call +1 555 0100 or write to help@fabrikam.example"
[brand]
accent = "#8a2d6b"
"##;

fn app() -> Option<App> {
    Some(AppFile::parse(APP).ok()?.into_app(Uuid::from_u128(1), true, None, Vec::new()))
}

fn notice(notice: Notice) -> Written {
    let says = Says::Notice { notice, at: november(23), not_me: "c2FtcGxl".to_owned() };
    Written { state: "sent", says, app: None }
}

fn about_app(of: Notice) -> Written {
    Written { app: app(), ..notice(of) }
}

/// All of them.
pub(super) fn samples() -> Vec<Written> {
    let new = |browser: &str| Notice::NewBrowser { browser: browser.to_owned() };
    let code = Says::EmailCode { code: "048213".to_owned(), minutes: 30 };
    let undo = "c2FtcGxl".to_owned();
    let changed = Says::EmailChanged { at: november(20), undo, until: november(27) };
    let plain = |says| Written { state: "sent", says, app: None };
    vec![
        notice(new("Firefox/Windows")),
        Written { state: "unknown", ..notice(new("/")) },
        Written { state: "unknown-on", ..notice(new("/iPhone")) },
        notice(Notice::PasswordChanged),
        notice(Notice::PasskeyAdded { name: "My phone".to_owned() }),
        notice(Notice::ProviderAdded),
        about_app(Notice::Connected),
        about_app(Notice::Disconnected),
        about_app(Notice::GivenUp),
        about_app(Notice::DataTypesChanged),
        notice(Notice::AccountDeleted),
        plain(code),
        plain(Says::EmailTaken),
        plain(changed),
    ]
}
