//! The connect request's methods: what each refuses, and that a refusal changes nothing.

use super::client::{For, NET, NOBODY, another_client, client};
use crate::support::{Database, Letter, databases, spawn};

const LIST: &str = "GetAuthorizedConnectRequests";

#[actix_web::test]
async fn every_mistake_of_creating_has_its_code() {
    let portal = spawn(Database::Sqlite).await;
    let mut clinic = client(&portal, NET).await;
    clinic.sign_in().await;
    let create = async |content: &str, code: u32| {
        clinic.call("CreateConnectRequest", content, NOBODY).await.is(code);
    };
    // "So the server must take short answers."
    let good = clinic.new_request("Emma", "?", "1", "p-1");
    create(&good, 0).await;
    create(&good, 79).await;
    let fresh = clinic.new_request("Emma", "Which word?", "gray", "p-2");
    let text = |name: &str, value: &str| {
        regex::Regex::new(&format!("<{name}>[^<]*</{name}>")).unwrap().replace(&fresh, value).into_owned()
    };
    for blank in ["", " ", "\n\t", "&#160;"] {
        create(&text("question", &format!("<question>{blank}</question>")), 72).await;
        create(&text("answer", &format!("<answer>{blank}</answer>")), 73).await;
        create(&text("friendly-name", &format!("<friendly-name>{blank}</friendly-name>")), 3).await;
        create(&text("external-id", &format!("<external-id>{blank}</external-id>")), 3).await;
    }
    create(&text("question", "<question/>"), 72).await;
    create(&text("answer", "<answer />"), 73).await;
    // The question's own code also where something else is wrong.
    create(&text("question", "<question/>").replace("Emma", ""), 72).await;
    for missing in ["friendly-name", "question", "answer", "external-id"] {
        create(&text(missing, ""), 3).await;
    }
    create(&format!("{fresh}<unknown/>"), 3).await;
    create(&format!("{fresh}<external-id>p-3</external-id>"), 3).await;
    create(&format!("{fresh}text"), 3).await;
    create(&text("answer", "<answer><b>gray</b></answer>"), 3).await;
    create(&text("question", "<question>Which<br/>word?</question>"), 3).await;
    create(&text("answer", "<answer>gray</answer><answer>green</answer>"), 3).await;
    let (question, answer) = ("<question>Which word?</question>", "<answer>gray</answer>");
    create(&fresh.replace(&format!("{question}{answer}"), &format!("{answer}{question}")), 3).await;
    create(&fresh.replace("<answer>", "<answer xmlns=\"urn:x\">"), 3).await;
    for name in ["friendly-name", "external-id"] {
        let long = "x".repeat(256);
        create(&text(name, &format!("<{name}>{long}</{name}>")), 3).await;
    }
    for name in ["question", "answer"] {
        let long = "x".repeat(1_001);
        create(&text(name, &format!("<{name}>{long}</{name}>")), 3).await;
    }
    create("", 3).await;
    assert_eq!(portal.clinic().get("/connect-requests").await["items"].as_array().unwrap().len(), 1);
    // Accepted and ignored.
    create(&format!("{fresh}<call-back-url>https://clinic.example/hook</call-back-url>"), 0).await;
    // White space counts, also where it is in pieces: comments, CDATA and references make one text.
    let pieces = "<answer>g<!-- <info> -->r<![CDATA[a</info><x>]]>&#121;</answer>";
    let content =
        clinic.new_request("Emma", "Which word?", "gray", "p-4").replace("<answer>gray</answer>", pieces);
    create(&content, 0).await;
}

#[actix_web::test]
async fn an_answer_in_pieces_is_one_answer() {
    let portal = spawn(Database::Sqlite).await;
    let mut clinic = client(&portal, NET).await;
    clinic.sign_in().await;
    let content = clinic.new_request("Emma", "Which word?", "GRAY", "p-1").replace(
        "<answer>GRAY</answer>",
        "<answer> St<![CDATA[ra]]><!-- no -->&#xdf;e &amp; &lt;co&gt;</answer>",
    );
    let code = clinic.call("CreateConnectRequest", &content, NOBODY).await.ok().one("identity-code");
    let mut patient = portal.browser();
    patient.open(&format!("/connect?packageid={code}")).await;
    patient.answer("STRASSE & <CO>").await;
    patient.is("question", 422);
    patient.answer(" STRASSE & <CO>").await;
    patient.is("sign-in", 200);
}

#[actix_web::test]
async fn external_ids_are_changed_by_the_old_one_or_the_code() {
    for database in databases() {
        let portal = spawn(database).await;
        let mut clinic = client(&portal, NET).await;
        clinic.sign_in().await;
        let (code, other) = (clinic.create("gray", "p-1").await, clinic.create("green", "p-2").await);
        let update = async |content: &str, code: u32| {
            let reply = clinic.call("UpdateExternalId", content, NOBODY).await.is(code);
            assert!(code != 0 || !reply.body.contains("wc:info"));
        };
        let by = |name: &str, old: &str, new: &str| {
            format!("<{name}>{old}</{name}><new-external-id>{new}</new-external-id>")
        };
        update(&by("old-external-id", "p-1", "p-3"), 0).await;
        update(&by("identity-code", &code, "p-4"), 0).await;
        update(&by("identity-code", &code.to_lowercase().replace('-', ""), "p-5"), 0).await;
        update(&by("old-external-id", "p-5", "p-5"), 0).await;
        update(&by("old-external-id", "p-5", "p-2"), 79).await;
        update(&by("identity-code", &other, "p-5"), 79).await;
        update(&by("old-external-id", "p-1", "p-6"), 74).await;
        update(&by("identity-code", "JKYZ-QNMN-VHRX-ZGNR-GZNH", "p-6"), 74).await;
        update(&by("identity-code", "nonsense", "p-6"), 74).await;
        update(&by("old-external-id", "", "p-6"), 3).await;
        update(&by("old-external-id", "p-5", ""), 3).await;
        update(&by("old-external-id", "p-5", &"x".repeat(256)), 3).await;
        update("<new-external-id>p-6</new-external-id>", 3).await;
        update("<old-external-id>p-5</old-external-id>", 3).await;
        update(&format!("<identity-code>{code}</identity-code>{}", by("old-external-id", "p-5", "p-6")), 3)
            .await;
        // An id pasted unescaped.
        update("<old-external-id>a & b</old-external-id><new-external-id>x</new-external-id>", 3).await;
        let list = portal.clinic().get("/connect-requests").await;
        let ids: Vec<_> = list["items"]
            .as_array()
            .unwrap()
            .iter()
            .map(|i| i["external_id"].as_str().unwrap().to_owned())
            .collect();
        assert_eq!(ids, ["p-5", "p-2"]);
    }
}

#[actix_web::test]
async fn only_what_was_not_authorized_is_deleted() {
    let portal = spawn(Database::Sqlite).await;
    let mut clinic = client(&portal, NET).await;
    clinic.sign_in().await;
    let code = clinic.create("gray", "p-1").await;
    clinic.create("green", "p-2").await;
    let delete = async |id: &str, code: u32| {
        let content = format!("<external-id>{id}</external-id>");
        clinic.call("DeletePendingConnectRequest", &content, NOBODY).await.is(code);
    };
    delete("p-2", 0).await;
    delete("p-2", 74).await;
    clinic.create("green", "p-2").await;
    delete("P-2", 74).await;
    delete("", 3).await;
    clinic.call("DeletePendingConnectRequest", "", NOBODY).await.is(3);
    let letter = Letter {
        external_id: "p-1".to_owned(),
        link: format!("/connect?packageid={code}"),
        code,
        answer: "gray".to_owned(),
    };
    portal.browser().connect(&letter, "Emma").await;
    delete("p-1", 84).await;
    assert_eq!(clinic.call(LIST, "", NOBODY).await.ok().one("external-id"), "p-1");
}

#[actix_web::test]
async fn a_bad_since_has_its_own_code() {
    let portal = spawn(Database::Sqlite).await;
    let mut clinic = client(&portal, NET).await;
    clinic.sign_in().await;
    let name = "authorized-connect-requests-since";
    for (since, code) in [
        ("2025-11-23T20:52:50.452Z", 0),
        ("2025-11-23T20:52:50.4520000Z", 0),
        ("2025-11-23T20:52:50", 0),
        ("2025-11-23T20:52:50+05:30", 0),
        ("0001-01-01T00:00:00", 0),
        ("9999-12-31T23:59:59.9999999Z", 0),
        (" 2025-11-23T20:52:50Z\n", 0),
        ("", 69),
        ("yesterday", 69),
        ("2025-11-23", 69),
        ("2025-02-30T00:00:00Z", 69),
        ("10000-01-01T00:00:00Z", 69),
        ("<x/>", 69),
    ] {
        let reply = clinic.call(LIST, &format!("<{name}>{since}</{name}>"), NOBODY).await;
        assert_eq!(reply.code, code, "{since}");
        if code == 0 {
            assert!(reply.of(LIST).all("external-id").is_empty());
        }
    }
    clinic.call(LIST, "<since/>", NOBODY).await.is(3);
}

#[actix_web::test]
async fn another_apps_things_are_as_if_they_did_not_exist() {
    let portal = spawn(Database::Sqlite).await;
    let mut clinic = client(&portal, NET).await;
    clinic.sign_in().await;
    let mut stranger = another_client(&portal, |_| {}).await;
    stranger.sign_in().await;
    let code = clinic.create("gray", "p-1").await;
    let letter = Letter {
        external_id: "p-1".to_owned(),
        link: format!("/connect?packageid={code}"),
        code: code.clone(),
        answer: "gray".to_owned(),
    };
    portal.browser().connect(&letter, "Emma").await;
    let found = clinic.call(LIST, "", NOBODY).await.ok();
    let (person, record) = (found.one("person-id"), found.one("record-id"));
    let who = For { person: Some(&person), record: Some(&record) };
    let id = "<alternate-id>mrn-7</alternate-id>";
    clinic.call("AssociateAlternateId", id, who).await.ok();

    assert!(stranger.call(LIST, "", NOBODY).await.ok().all("external-id").is_empty());
    stranger.call("DeletePendingConnectRequest", "<external-id>p-1</external-id>", NOBODY).await.is(74);
    let by_code = format!("<identity-code>{code}</identity-code><new-external-id>mine</new-external-id>");
    stranger.call("UpdateExternalId", &by_code, NOBODY).await.is(74);
    stranger.create("green", "p-1").await;
    stranger.call("GetPersonAndRecordForAlternateId", id, NOBODY).await.is(140);
    stranger.call("DisassociateAlternateId", id, NOBODY).await.is(140);
    for (method, content) in [
        ("GetPersonInfo", ""),
        ("GetAlternateIds", ""),
        ("AssociateAlternateId", id),
        ("DisassociateAlternateId", id),
        ("RemoveApplicationRecordAuthorization", ""),
        ("QueryPermissions", "<thing-type-id>464083cc-13de-4f3e-a189-da8e47d5651b</thing-type-id>"),
        ("GetAuthorizedRecords", "<id>464083cc-13de-4f3e-a189-da8e47d5651b</id>"),
    ] {
        stranger.call(method, content, who).await.is(9);
    }
    assert!(
        stranger.call("GetAuthorizedPeople", "<parameters/>", NOBODY).await.ok().all("person-id").is_empty()
    );
    // Nothing of it changed anything.
    assert_eq!(clinic.call("GetAlternateIds", "", who).await.ok().one("alternate-id"), "mrn-7");
}

/// What in a header is replaced, by what, and the code that it then has.
const CHANGED_HEADERS: [(&str, &str, u32); 20] = [
    ("<method-version>1</method-version>", "", 0),
    ("<method-version>1</method-version>", "<method-version>-1</method-version>", 5),
    ("<method-version>1</method-version>", "<method-version>x</method-version>", 3),
    ("<msg-time>", "<final-xsl><x/></final-xsl><msg-time>", 34),
    ("<culture-code>en-US</culture-code>", "<language>en</language><country>US</country><culture-code/>", 0),
    ("<culture-code>en-US</culture-code>", "", 0),
    ("<version>test/1.0</version>", "<version/>", 3),
    ("<version>test/1.0</version>", "", 3),
    ("<msg-ttl>1800</msg-ttl>", "<msg-ttl>-1</msg-ttl>", 3),
    ("<msg-ttl>1800</msg-ttl>", "<msg-ttl>soon</msg-ttl>", 3),
    ("<header>", "<header><unknown/>", 3),
    ("<auth-session>", "<app-id>11111111-2222-3333-4444-555555555555</app-id><auth-session>", 3),
    (
        "<auth-session>",
        "<target-person-id>11111111-2222-3333-4444-555555555555</target-person-id><auth-session>",
        0,
    ),
    ("<auth-session>", "<record-id>11111111-2222-3333-4444-555555555555</record-id><auth-session>", 0),
    ("<auth-session>", "<record-id>nonsense</record-id><auth-session>", 3),
    ("<auth-session>", "<record-id/><auth-session>", 0),
    (
        "</auth-token>",
        "</auth-token><offline-person-info><offline-person-id></offline-person-id></offline-person-info>",
        0,
    ),
    ("</auth-token>", "</auth-token><offline-person-info/>", 3),
    ("</auth-token>", "</auth-token><user-auth-token/>", 0),
    ("</auth-token>", "</auth-token><user-auth-token>x</user-auth-token>", 0),
];

#[actix_web::test]
async fn unknown_methods_versions_and_transforms_are_refused() {
    let portal = spawn(Database::Sqlite).await;
    let mut clinic = client(&portal, NET).await;
    let session = clinic.sign_in().await;
    for (method, version, code) in [
        (LIST, 1, 0),
        (LIST, 2, 5),
        (LIST, 0, 5),
        ("getauthorizedconnectrequests", 1, 5),
        ("GetThings", 3, 5),
        ("PutThings", 1, 5),
        ("CreateConnectPackage", 1, 5),
        ("AllocatePackageId", 1, 5),
        ("NewApplicationCreationInfo", 1, 11),
        ("", 1, 5),
        ("CreateAuthenticatedSessionToken", 3, 5),
    ] {
        let parts = clinic.context(method, version, "<info />", NOBODY);
        let reply = clinic.send(&clinic.join(&parts)).await;
        assert_eq!(reply.code, code, "{method} {version}");
    }
    let parts = clinic.context(LIST, 1, "<info />", NOBODY);
    for (from, to, code) in CHANGED_HEADERS {
        let header = parts.header.replacen(from, to, 1);
        let parts = clinic.sign(header, &parts.info, session.clone());
        let reply = clinic.send(&clinic.join(&parts)).await;
        assert_eq!(reply.code, code, "{to}: {reply:?}");
    }
}
