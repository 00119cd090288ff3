//! The shell's links, beyond those of the journeys: spellings of classic libraries, and where a link never leads.

use crate::support::{Database, spawn};

#[actix_web::test]
async fn links_of_classic_libraries_lead_to_the_question() {
    let portal = spawn(Database::Sqlite).await;
    let code = portal.clinic().invite("violet harbour").await.code;
    for link in [
        "/redirect.aspx?target=CONNECT&targetqs=%3fpackageid%3dCODE%26actionqs%3d%u00eb%u263a",
        "/redirect.aspx?target=CONNECT&targetqs=?appid=3f1c0a52-6c55-4d0c-9a8a-0f6f1f0f5a11%26packageid%3dCODE",
        "/redirect.aspx?target=CONNECT&targetqs=?appid=1&packageid=CODE&",
        "/redirect.aspx?target=Connect&targetqs=packageid%3dCODE%26isMra%3dfalse%26extRecordId%3d7%26&",
        "/redirect.aspx?target=PICKUP&targetqs=packageid%3dCODE",
        "/REDIRECT.ASPX?TARGET=pickup&TARGETQS=PACKAGEID%3DCODE",
        "/PatientWelcome.aspx?PackageId=CODE",
        "/patientwelcome.aspx?packageid=%u004a%u004bYZ&packageid=ignored",
    ] {
        let (link, page, status) = match link.contains("CODE") {
            true => (link.replace("CODE", &code), "question", 200),
            // Decoded, and then found to be too short.
            false => (link.to_owned(), "code", 422),
        };
        let mut patient = portal.browser();
        patient.open(&link).await;
        patient.is(page, status);
        assert!(!patient.path.contains(&code), "the code is out of the address");
    }
}

#[actix_web::test]
async fn no_link_leads_anywhere_else() {
    let portal = spawn(Database::Sqlite).await;
    let code = portal.clinic().invite("violet harbour").await.code;
    let http = reqwest::Client::builder().redirect(reqwest::redirect::Policy::none()).build().unwrap();
    for query in [
        "target=CONNECT&redirect=https://evil.example&targetqs=packageid%3dCODE",
        "target=CONNECT&targetqs=%3fredirect%3dhttps%253a%252f%252fevil.example%26packageid%3dCODE",
        "target=CONNECT&targetqs=redirect=https://evil.example",
        "target=CONNECT&targetqs=packageid%3d//evil.example",
        "target=CONNECT&targetqs=packageid%3d%0d%0aLocation:%20https://evil.example",
        "target=CONNECT&targetqs=culture%3d//evil.example&actionqs=//evil.example&trm=post",
        "target=AUTH&targetqs=%3fredirect%3dhttps%3a%2f%2fevil.example",
        "target=APPREDIRECT&targetqs=appid%3d1&redirect=https://evil.example",
        "target=https://evil.example",
    ] {
        let url = format!("{}/redirect.aspx?{}", portal.base, query.replace("CODE", &code));
        let answer = http.get(url).send().await.unwrap();
        match answer.status().as_u16() {
            303 => {
                let to = answer.headers()["location"].to_str().unwrap();
                assert!(to.starts_with("/connect") && !to.contains("evil"), "{query}: {to}");
            }
            404 => assert!(!query.contains("CONNECT&"), "{query}"),
            other => panic!("{query}: {other}"),
        }
        assert!(answer.headers().get_all("set-cookie").iter().all(|c| !c.to_str().unwrap().contains("evil")));
    }
}
