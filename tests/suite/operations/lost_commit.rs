//! The database goes away while a command saves what it did.

use super::{Installation, PROGRAM, ended};
use crate::support::{APP_FILE, line_to, new_postgres};

#[actix_web::test]
async fn a_command_whose_work_may_be_done_says_that_nobody_knows_and_where_to_look() {
    let Some((name, _)) = new_postgres("command").await else { return };
    let (line, url) = line_to(&name).await;
    let it = Installation::new();
    let file = it.file("app.toml", APP_FILE);
    // On a thread of its own: the line is carried by this one.
    let run = async |arguments: &[&str]| {
        let mut program = it.program(PROGRAM, arguments);
        program.arg("--data").arg(it.data()).env("PATIENT_CONNECT_DATABASE_URL", url.as_str());
        tokio::task::spawn_blocking(move || ended(&mut program)).await.unwrap()
    };
    run(&["migrate"]).await.with(0);
    run(&["app", "apply", &file]).await.with(0);
    let request = ["--external-id", "p-1", "--friendly-name", "n", "--question", "Which word?"];
    let create = [&["request", "create"], &request[..], &["--answer", "violet harbour"]].concat();
    line.break_at(1, false);
    let told = run(&create).await.with(1);
    assert!(told.err.contains("it is not known whether this was done: look at what is there"), "{told:?}");
    assert_eq!(told.out, "");
    assert!(run(&["request", "list"]).await.with(0).out.contains("p-1"), "it was done");
    run(&create).await.with(4);
}
