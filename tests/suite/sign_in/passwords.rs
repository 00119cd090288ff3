//! Passwords that were stolen elsewhere are refused before anyone relies on them.

use crate::support::{Database, spawn};

#[actix_web::test]
async fn a_password_that_was_stolen_elsewhere_makes_no_account() {
    let portal = spawn(Database::Sqlite).await;
    let mut patient = portal.browser();
    for password in ["huangfeisuny", "HUANGFEISUNY", "1qaz2wsx3edc4rfv"] {
        patient.open("/create-account").await;
        let fields = [("name", "Pat"), ("email", "pat@example.net"), ("password", password)];
        patient.submit("/create-account", &fields).await;
        patient.is("create-account", 422);
        assert!(patient.html.contains("list of stolen passwords"), "{password}");
        assert!(!patient.html.contains(password), "what she typed is not shown again");
    }
}
