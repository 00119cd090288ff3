//! "Dates and times are in the clinic's time zone and the form of her language, never in UTC."

use chrono::TimeDelta;
use patient_connect::domain::zone::Zone;
use regex::Regex;

use crate::support::{databases, spawn, spawn_with_mail};

fn chicago() -> Zone {
    Zone::parse("America/Chicago").unwrap()
}

#[actix_web::test]
async fn pages_and_mails_tell_times_as_clocks_at_the_clinic_show_them() {
    let time = Regex::new(r#"<time datetime="([^"]+Z)">([^<]+)</time>"#).unwrap();
    for database in databases() {
        let (portal, mailbox) = spawn_with_mail(database).await;
        let clinic = portal.another_app(|app| app.time_zone = Some(chicago())).await;
        let letter = clinic.invite("violet harbour").await;
        let mut patient = portal.browser();
        patient.open(&letter.link).await;
        patient.answer("violet harbour").await;
        let (email, _) = patient.create_account().await;
        patient.choose_new("Emma").await;
        patient.allow().await;
        patient.is("success", 200);
        let found = time.captures(&patient.html).expect("when it was allowed");
        let at = chrono::DateTime::parse_from_rfc3339(&found[1]).unwrap().to_utc();
        assert!((portal.now() - at).abs() < TimeDelta::minutes(1), "the attribute stays in UTC");
        let words = portal.installation.catalogue.default().clone();
        assert_eq!(&found[2], words.date_time(chicago().wall_clock(at)));
        assert!(!patient.html.contains("UTC"));

        let mail = mailbox.newest(&email).await;
        assert_eq!(mail.subject, "Tailspin Care is connected");
        let there = words.date_time(chicago().wall_clock(at));
        assert!(mail.text.contains(&there) && !mail.text.contains("UTC"), "{there}: {}", mail.text);

        patient.open("/connections").await;
        let shown: Vec<String> = time.captures_iter(&patient.html).map(|found| found[2].to_owned()).collect();
        assert_eq!(shown, [there], "the zone of the app that it is about, on a page of several");
    }
}

#[actix_web::test]
async fn pages_of_no_app_tell_times_in_the_installations_zone_and_utc_is_not_named() {
    for database in databases() {
        let portal = spawn(database).await;
        let mut her = crate::accounts::somebody(&portal).await;
        for path in ["/account/history", "/account/sessions", "/account/export", "/connections"] {
            her.browser.open(path).await;
            assert!(!her.browser.html.contains("UTC"), "{path}");
        }
    }
}
