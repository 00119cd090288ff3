use crate::support::{Database, spawn};

#[actix_web::test]
async fn every_spelling_of_the_classic_link_leads_to_the_question() {
    let portal = spawn(Database::Sqlite).await;
    let code = portal.clinic().invite("violet harbour").await.code;
    for link in [
        format!("/redirect.aspx?target=CONNECT&targetqs=packageid%3d{code}"),
        format!("/redirect.aspx?target=CONNECT&targetqs=packageid%3D{code}"),
        format!("/Redirect.aspx?Target=Connect&TargetQS=%3fPackageId%3d{code}"),
        format!("/redirect.aspx?target=CONNECT&targetqs=?packageid%3d{code}"),
        format!("/redirect.aspx?target=CONNECT&targetqs=packageid={code}"),
        format!("/redirect.aspx?targetqs=packageid%3d{code}%26&target=CONNECT&isMra=false&extRecordId=1&"),
        format!(
            "/redirect.aspx?target=CONNECT&targetqs=appid%3d1%26redirect%3dhttp%253a%252f%252fevil.example%26packageid%3d{code}"
        ),
        format!("/patientwelcome.aspx?packageid={code}"),
        format!("/connect?packageid={code}"),
        format!("/connect?PackageId={}", code.to_lowercase().replace('-', "")),
    ] {
        let mut patient = portal.browser();
        patient.open(&link).await;
        patient.is("question", 200);
    }
    for (link, page, status) in [
        ("/redirect.aspx?target=CONNECT", "code", 200),
        ("/redirect.aspx?target=CONNECT&targetqs=", "code", 200),
        ("/redirect.aspx?target=AUTH&targetqs=redirect%3dhttps%3a%2f%2fevil.example", "not-found", 404),
        ("/redirect.aspx", "not-found", 404),
        ("/connect?packageid=JKYZ-QNMN-VHRX-ZGNR-GZNH", "code", 422),
        ("/connect?packageid=nonsense", "code", 422),
    ] {
        let mut patient = portal.browser();
        patient.open(link).await;
        patient.is(page, status);
    }
}

#[actix_web::test]
async fn a_link_says_in_which_language() {
    let portal = spawn(Database::Sqlite).await;
    let code = portal.clinic().invite("violet harbour").await.code;
    for asked in ["culture=es-ES", "lcid=3082", "culture=ES"] {
        let mut patient = portal.browser();
        patient.open(&format!("/connect?packageid={code}&{asked}")).await;
        assert!(patient.html.contains("<html lang=\"es\""), "{asked}");
        patient.open("/connect").await;
        assert!(patient.html.contains("<html lang=\"es\""), "it stays");
    }
    let mut patient = portal.browser();
    let inner = format!("packageid%3d{code}%26culture%3des-ES");
    patient.open(&format!("/redirect.aspx?target=CONNECT&targetqs={inner}")).await;
    assert!(patient.html.contains("<html lang=\"es\""));
}
