//! What the doctor says of the line to the database.

use super::{Installation, PROGRAM, ended};
use crate::support::{Database, databases};

#[actix_web::test]
async fn the_doctor_finds_fault_with_a_line_on_which_others_can_read_along() {
    if !databases().contains(&Database::Postgres) {
        return;
    }
    let it = Installation::new();
    let server = url::Url::parse(&std::env::var("PATIENT_CONNECT_TEST_POSTGRES").unwrap()).unwrap();
    let line = |host: &str| {
        let mut url = server.clone();
        url.set_host(Some(host)).unwrap();
        let mut doctor = it.program(PROGRAM, &["doctor"]);
        doctor.arg("--data").arg(it.data()).env("PATIENT_CONNECT_DATABASE_URL", url.as_str());
        let told = ended(&mut doctor).out;
        let line = told.lines().find(|line| line.contains("line to the database"));
        line.unwrap_or_else(|| panic!("nothing is said of it: {told}")).to_owned()
    };
    assert!(line("127.0.0.1").starts_with("ok "));
    // Leads to this machine, too, and is no address of it by which that could be known.
    let overheard = line("0.0.0.0");
    assert!(overheard.starts_with("WRONG  line to the database: it is not encrypted"), "{overheard}");
    assert!(overheard.contains("sslmode=verify-full"), "{overheard}");
}
