use chrono::{Datelike, TimeDelta};
use data_encoding::BASE64;
use patient_connect::{
    actions::operator::certificates::{self, Removed},
    domain::certificate::Certificate,
    ports::{Clock, SystemClock},
};

use crate::{
    platform::client::{NET, NOBODY as ANYBODY, client},
    support::{APP_FILE, APP_ID, databases, spawn},
};

use super::{
    Installation, NOBODY,
    classic::{Classic, PEM, certificate},
};

fn thumbprint(pem: &str) -> String {
    Certificate::parse(pem.as_bytes()).unwrap().thumbprint()
}

#[test]
fn a_certificate_that_nobody_can_sign_in_with_is_registered_with_a_warning() {
    let it = Installation::with_app();
    let soon = (SystemClock.now() + TimeDelta::days(20)).date_naive();
    let day = |at: chrono::NaiveDate| (at.year(), at.month() as u8, at.day() as u8);
    let next_year = SystemClock.now().year() + 2;
    for (pem, warning) in [
        (certificate(2001, (2002, 1, 1)), "warning: the certificate expired at 2002-01-01"),
        (certificate(2001, day(soon)), "warning: the certificate expires at"),
        (certificate(next_year, (next_year + 1, 1, 1)), "warning: the certificate is not valid before"),
    ] {
        let file = it.file("new.pem", &pem);
        let ended = it.run(&["app", "certificate", "add", APP_ID, &file]).with(0);
        assert!(ended.out.contains("certificate registered"), "{ended:?}");
        assert!(ended.err.contains(warning), "{warning}: {ended:?}");
    }
    let good = it.file("good.pem", PEM);
    assert_eq!(it.run(&["app", "certificate", "add", APP_ID, &good]).with(0).err, "");
    let listed = it.run(&["app", "certificate", "list", APP_ID, "--json"]).with(0).json();
    let states: Vec<_> = listed.as_array().unwrap().iter().map(|one| one["state"].clone()).collect();
    assert_eq!(states, ["expired", "expires_soon", "not_yet_valid", "valid"]);
}

#[test]
fn certificates_are_listed_and_removed_by_the_beginning_of_their_thumbprint() {
    let it = Installation::with_app();
    assert_eq!(it.run(&["app", "certificate", "list", APP_ID]).with(0).out, "");
    let body: String = PEM.lines().filter(|line| !line.starts_with("-----")).collect();
    let der = it.file("good.der", BASE64.decode(body.as_bytes()).unwrap());
    it.run(&["app", "certificate", "add", APP_ID, &der]).with(0);
    let other = certificate(2001, (2002, 1, 1));
    let file = it.file("other.pem", &other);
    it.run(&["app", "certificate", "add", APP_ID, &file]).with(0);

    let listed = it.run(&["app", "certificate", "list", APP_ID, "--json"]).with(0).json();
    assert_eq!(listed[0]["thumbprint"], thumbprint(PEM));
    assert_eq!(listed[0]["subject"], "O=Fabrikam Clinic, CN=WildcatApp-fabrikam");
    assert_eq!(listed[0]["not_before"], "2020-01-01T00:00:00Z");
    assert_eq!(listed[0]["not_after"], "2099-12-31T23:59:59Z");
    let lines = it.run(&["app", "certificate", "list", APP_ID]).with(0).out;
    let expected = format!(
        "{}\tvalid\tfrom 2020-01-01T00:00:00Z\tuntil 2099-12-31T23:59:59Z\tO=Fabrikam Clinic, CN=WildcatApp-fabrikam",
        thumbprint(PEM)
    );
    assert_eq!(lines.lines().next(), Some(expected.as_str()));

    let remove = |beginning: &str| it.run(&["app", "certificate", "remove", APP_ID, beginning]);
    for no_thumbprint in ["", "xyz", "--"] {
        assert_ne!(remove(no_thumbprint).code, Some(0));
    }
    assert!(remove("ffffffffffffffff").with(3).err.contains("app certificate list"));
    it.run(&["app", "certificate", "remove", NOBODY, "ab"]).with(3);
    // As `openssl x509 -fingerprint` prints it.
    let coloned: Vec<_> = thumbprint(&other)
        .to_lowercase()
        .as_bytes()
        .chunks(2)
        .map(|b| String::from_utf8_lossy(b).into_owned())
        .collect();
    let ended = remove(&coloned[..6].join(":")).with(0);
    assert_eq!(ended.out, format!("{}\tremoved\t0 sessions ended\n", thumbprint(&other)));
    assert_eq!(ended.err, "");
    assert!(remove(&thumbprint(PEM)).with(0).err.contains("has no certificate left"));
    assert_eq!(it.run(&["app", "certificate", "list", APP_ID]).with(0).out, "");
}

#[test]
fn a_beginning_that_several_thumbprints_have_removes_none() {
    let it = Installation::with_app();
    // Among 17 thumbprints two begin alike.
    let all: Vec<String> = (0..17).map(|n| certificate(2001 + n, (2099, 1, 1))).collect();
    for pem in &all {
        let file = it.file("new.pem", pem);
        it.run(&["app", "certificate", "add", APP_ID, &file]).with(0);
    }
    let first = |pem: &String| thumbprint(pem).remove(0);
    let shared = all.iter().map(first).find(|digit| all.iter().map(first).filter(|d| d == digit).count() > 1);
    let ended = it.run(&["app", "certificate", "remove", APP_ID, &shared.unwrap().to_string()]).with(4);
    assert!(ended.err.contains("several certificates"), "{}", ended.err);
    let left = it.run(&["app", "certificate", "list", APP_ID, "--json"]).with(0).json();
    assert_eq!(left.as_array().unwrap().len(), 17);
}

#[actix_web::test]
async fn removing_a_certificate_ends_the_sessions_made_with_it_and_no_others() {
    let it = Installation::with_app();
    let other = certificate(2001, (2099, 1, 1));
    for (name, pem) in [("one.pem", PEM), ("two.pem", &other)] {
        let file = it.file(name, pem);
        it.run(&["app", "certificate", "add", APP_ID, &file]).with(0);
    }
    let (_portal, base) = it.serve().await;
    let [one, two] = [PEM, &other].map(|pem| Classic::new(&base, APP_ID, pem));
    let (code, token) = one.sign_in().await;
    assert_eq!(code, 0);
    let (first, second) = (token.unwrap(), two.sign_in().await.1.unwrap());
    assert_eq!((one.poll(&first).await.0, two.poll(&second).await.0), (0, 0));

    let ended = it.run(&["app", "certificate", "remove", APP_ID, &thumbprint(PEM)]).with(0);
    assert!(ended.out.ends_with("\tremoved\t1 session ended\n"), "{}", ended.out);
    assert_eq!(one.poll(&first).await.0, 65, "it is told to sign in again");
    assert_eq!(one.sign_in().await.0, 4, "and cannot");
    assert_eq!(two.poll(&second).await.0, 0, "the other one goes on");

    // The file lists none: the app's whole list.
    let file = it.file("none.toml", APP_FILE.replace("contact", "certificates = []\ncontact"));
    it.run(&["app", "apply", &file]).with(0);
    assert_eq!(two.poll(&second).await.0, 65, "taken away by the app's file it ends, too");
}

#[actix_web::test]
async fn a_removed_certificate_ends_its_sessions_on_either_database() {
    for database in databases() {
        let portal = spawn(database).await;
        let context = &portal.installation.context;
        let mut clinic = client(&portal, NET).await;
        clinic.sign_in().await;
        clinic.call("GetAuthorizedConnectRequests", "", ANYBODY).await.ok();
        let removed = certificates::remove(context, portal.app.id, &clinic.key.thumbprint).await.unwrap();
        let Some(Removed::Done { sessions: 1, left: 1, .. }) = removed else { panic!("{removed:?}") };
        clinic.call("GetAuthorizedConnectRequests", "", ANYBODY).await.is(65);
        let again = certificates::remove(context, portal.app.id, &clinic.key.thumbprint).await.unwrap();
        assert_eq!(again, Some(Removed::NoSuchCertificate));
    }
}
