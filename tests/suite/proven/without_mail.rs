//! "Without a mail server the portal still works: accounts are not confirmed, and … the pages say what that means."

use super::{PASSWORD, new_address, sign_in};
use crate::support::{Database, spawn};

#[actix_web::test]
async fn without_a_mail_server_accounts_are_made_at_once_and_the_pages_say_what_that_means() {
    let portal = spawn(Database::Sqlite).await;
    let (mut patient, email) = (portal.browser(), new_address());
    patient.open("/sign-in").await;
    assert!(!patient.html.contains("data-testid=\"recover\""));
    assert!(patient.html.contains("cannot send emails"));
    patient.open("/create-account").await;
    assert!(patient.html.contains("cannot send emails"));
    let fields = [("name", "Pat Example"), ("email", email.as_str()), ("password", PASSWORD)];
    patient.submit("/create-account", &fields).await;
    patient.is("connections", 200);
    let mut later = portal.browser();
    for page in ["/recover", "/recover/code", "/recover/password"] {
        later.open(page).await;
        later.is("not-found", 404);
    }
    later.open("/verify-email").await;
    later.is("sign-in", 200);
    sign_in(&mut later, &email, PASSWORD).await;
    later.is("connections", 200);
}
