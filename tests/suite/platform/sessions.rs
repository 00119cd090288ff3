//! Signing in, and what becomes of a session.

use std::time::Duration;

use patient_connect::{
    actions::{operator::apps, time::purge::purge},
    app,
    domain::{application::AppKind, webhook::CallbackPolicy},
    installation::Installation,
    web::{Site, limits::PerMinute},
};
use regex::Regex;

use super::client::{
    Client, Dialect, For, NET, NOBODY, Session, another_client, client, dialects, expired_key, other_key,
};
use crate::support::{Database, TestPortal, databases, spawn};

const LIST: &str = "GetAuthorizedConnectRequests";

fn dialect(name: &str) -> Dialect {
    dialects().into_iter().find(|d| d.name == name).unwrap()
}

/// What version 1 signs, what version 2 signs.
async fn both(portal: &TestPortal) -> [Client; 2] {
    [client(portal, dialect("JAVA")).await, client(portal, NET).await]
}

#[actix_web::test]
async fn every_fault_of_a_credential_has_its_code() {
    let portal = spawn(Database::Sqlite).await;
    let signature = Regex::new("(<sig [^>]*>)[^<]*").unwrap();
    let thumbprint = Regex::new("thumbprint=\"[^\"]*\"").unwrap();
    for clinic in both(&portal).await {
        let secret = [7; 20];
        let content = clinic.content(&secret);
        let good = clinic.auth_info(&clinic.credential(&content));
        clinic.cast(&good).await.ok();

        let other_app = "11111111-2222-3333-4444-555555555555";
        let cast = async |info: &str, code: u32| {
            let reply = clinic.cast(info).await.is(code);
            assert!(!reply.body.contains("ASAAA"));
        };
        // The signature does not verify.
        cast(&good.replace("</content>", " </content>"), 4).await;
        cast(&signature.replace(&good, "${1}AAAA"), 4).await;
        cast(&signature.replace(&good, "${1}not base64"), 4).await;
        let mut stranger = clinic.clone();
        stranger.key = other_key();
        let forged = stranger.credential(&content).replace(&other_key().thumbprint, &clinic.key.thumbprint);
        let forged = forged.replace(&other_key().thumbprint.to_lowercase(), &clinic.key.thumbprint);
        cast(&clinic.auth_info(&forged), 4).await;
        // Its thumbprint is not registered.
        cast(&clinic.auth_info(&stranger.credential(&content)), 4).await;
        cast(&thumbprint.replace(&good, "thumbprint=\"\""), 4).await;
        // The ids disagree.
        cast(&good.replacen(&clinic.app, other_app, 1), 6).await;
        let inner = content.replace(&clinic.app, other_app);
        cast(&clinic.auth_info(&clinic.credential(&inner)), 6).await;
        let mut unknown = clinic.clone();
        unknown.app = other_app.to_owned();
        unknown.cast(&unknown.auth_info(&unknown.credential(&unknown.content(&secret)))).await.is(6);
        // Algorithms.
        cast(&good.replace("sigMethod=\"RSA-SHA1\"", "sigMethod=\"RSA-SHA256\""), 105).await;
        cast(&good.replace("digestMethod=\"SHA1\"", "digestMethod=\"SHA256\""), 105).await;
        cast(&good.replace("SHA1", "SHA512"), 105).await;
        let odd = clinic.credential(&content.replace(clinic.dialect.mac, "HMACMD5"));
        cast(&clinic.auth_info(&odd), 105).await;
        of_another_kind_or_against_the_schema(&clinic, &good).await;
        // The certificate has expired.
        let mut app = portal.app.clone();
        app.certificates = vec![clinic.key.pem.clone(), expired_key().pem.clone()];
        apps::apply(&portal.installation.context, &app).await.unwrap();
        let mut late = clinic.clone();
        late.key = expired_key();
        late.cast(&late.auth_info(&late.credential(&content))).await.is(70);
    }
}

async fn of_another_kind_or_against_the_schema(clinic: &Client, good: &str) {
    let cast = async |info: &str, code: u32| {
        let reply = clinic.cast(info).await.is(code);
        assert!(!reply.body.contains("ASAAA"));
    };
    // Another kind of credential.
    for kind in [
        "userpassauthsession",
        "appserver3",
        if clinic.dialect.cast == 1 { "appserver2" } else { "appserver" },
    ] {
        let ours = if clinic.dialect.cast == 1 { "appserver" } else { "appserver2" };
        cast(
            &good
                .replace(&format!("<{ours}>"), &format!("<{kind}>"))
                .replace(&format!("</{ours}>"), &format!("</{kind}>")),
            36,
        )
        .await;
    }
    // Against the schema.
    for bad in [
        good.replace("thumbprint", "thumb"),
        good.replace("<credential>", "<credential><x/>"),
        good.replace("<info>", "<info><x/>"),
        good.replace("</auth-info>", "</auth-info>text"),
        good.replace(&clinic.app, "not-a-guid"),
        "<info/>".to_owned(),
        "<info><auth-info/></info>".to_owned(),
    ] {
        cast(&bad, 3).await;
    }
}

#[actix_web::test]
async fn a_secret_must_be_there_and_long_enough() {
    let portal = spawn(Database::Sqlite).await;
    let clinic = client(&portal, dialect("JAVA")).await;
    let cast = async |content: &str, code| {
        clinic.cast(&clinic.auth_info(&clinic.credential(content))).await.is(code);
    };
    let content = clinic.content(&[7; 20]);
    let without = Regex::new("<shared-secret>.*</shared-secret>").unwrap();
    cast(&without.replace(&content, ""), 17).await;
    cast(&without.replace(&content, "<shared-secret/>"), 17).await;
    cast(&clinic.content(&[]), 17).await;
    cast(&clinic.content(&[7; 15]), 17).await;
    cast(&clinic.content(&[7; 16]), 0).await;
    cast(&clinic.content(&[7; 256]), 0).await;
    cast(&clinic.content(&[7; 400]), 3).await;
    cast(&content.replace("</hmac-alg>", "!</hmac-alg>"), 3).await;
}

#[actix_web::test]
async fn a_signature_of_version_2_must_be_fresh() {
    let portal = spawn(Database::Sqlite).await;
    let clinic = client(&portal, NET).await;
    let cast = async |content: &str, code| {
        clinic.cast(&clinic.auth_info(&clinic.credential(content))).await.is(code);
    };
    let signed = |minutes: i64| {
        let at = (NET.time)(portal.now() + chrono::TimeDelta::minutes(minutes));
        Regex::new("<signing-time>[^<]*")
            .unwrap()
            .replace(&clinic.content(&[]), format!("<signing-time>{at}"))
            .into_owned()
    };
    cast(&signed(-59), 0).await;
    cast(&signed(59), 0).await;
    cast(&signed(-61), 49).await;
    cast(&signed(61), 49).await;
    cast(&signed(0).replace('Z', "0000Z"), 0).await;
    cast(&signed(0).replace("<signing-time>", "<signing-time>x"), 3).await;
}

#[actix_web::test]
async fn a_mobile_app_cannot_sign_in_with_its_own_kind_of_signature() {
    let portal = spawn(Database::Sqlite).await;
    let clinic = client(&portal, NET).await;
    let credential = clinic.credential(&clinic.content(&[]));
    let soda = Regex::new("<sig .*</sig>")
        .unwrap()
        .replace(&credential, "<hmacSig algName=\"HMACSHA256\">AAAA</hmacSig>")
        .into_owned();
    clinic.cast(&clinic.auth_info(&soda)).await.is(11);
}

#[actix_web::test]
async fn the_time_of_an_unauthenticated_message_does_not_matter() {
    let portal = spawn(Database::Sqlite).await;
    for time in [
        |_| "1999-01-01T00:00:00Z".to_owned(),
        |_: chrono::DateTime<chrono::Utc>| "2199-01-01T00:00:00Z".to_owned(),
    ] {
        let mut clinic = client(&portal, Dialect { anonymous_time: time, ..NET }).await;
        clinic.sign_in().await;
    }
}

#[actix_web::test]
async fn several_sessions_stand_side_by_side_and_on_every_node() {
    for database in databases() {
        let portal = spawn(database).await;
        let mut clinic = client(&portal, NET).await;
        let mut sessions: Vec<Session> = Vec::new();
        for _ in 0..3 {
            sessions.push(clinic.sign_in().await);
        }
        // Another node, or this one after a restart: nothing is shared but database and keys.
        let listener = std::net::TcpListener::bind("127.0.0.1:0").unwrap();
        let base = format!("http://{}", listener.local_addr().unwrap());
        let site = Site::new(base.parse().unwrap(), PerMinute::default(), Vec::new());
        let node = Installation::new(portal.installation.context.clone(), site, CallbackPolicy::default());
        let node = actix_web::web::Data::new(node);
        std::thread::spawn(move || {
            actix_web::rt::System::new()
                .block_on(async { app::serve(node, None, vec![listener.into()]).unwrap().await.unwrap() });
        });
        for base in [portal.base.clone(), base] {
            for session in &sessions {
                clinic.base.clone_from(&base);
                clinic.session = Some(session.clone());
                clinic.call(LIST, "", NOBODY).await.ok();
            }
        }
        // Each with its own secret.
        clinic.session = Some(Session { secret: sessions[1].secret.clone(), ..sessions[0].clone() });
        clinic.call(LIST, "", NOBODY).await.is(4);
    }
}

#[actix_web::test]
async fn each_sign_in_of_an_app_is_in_the_audit_log_with_its_certificate() {
    for database in databases() {
        let portal = spawn(database).await;
        let mut clinic = client(&portal, NET).await;
        clinic.sign_in().await;
        clinic.call(LIST, "", NOBODY).await.ok();
        let lines = crate::audit::lines(&portal).await;
        let signed_in: Vec<_> = lines.iter().filter(|line| line["what"] == "app_signed_in").collect();
        assert_eq!(signed_in.len(), 1, "{lines:#?}");
        let line = signed_in[0];
        assert_eq!((&line["by"], &line["app"]), (&"app".into(), &portal.app.id.to_string().into()));
        assert_eq!(line["key"].as_str().map(str::len), Some(40), "a thumbprint: {line}");
        assert_eq!(line["network"], "127.0.0.0/24");
    }
}

#[actix_web::test]
async fn a_session_lives_four_hours_and_then_asks_to_sign_in_again() {
    for database in databases() {
        let portal = spawn(database).await;
        let mut clinic = client(&portal, NET).await;
        clinic.sign_in().await;
        portal.clock.wait(Duration::from_secs(4 * 3600 - 30));
        clinic.call(LIST, "", NOBODY).await.ok();
        portal.clock.wait(Duration::from_secs(60));
        clinic.call(LIST, "", NOBODY).await.is(65);
        assert_eq!(
            purge(&portal.installation.context).await.unwrap().platform_sessions,
            0,
            "kept for a while"
        );
        portal.clock.wait(Duration::from_secs(2 * 86_400));
        assert_eq!(purge(&portal.installation.context).await.unwrap().platform_sessions, 1);
        // Forgotten is told as expired is.
        clinic.call(LIST, "", NOBODY).await.is(65);
        clinic.sign_in().await;
        clinic.call(LIST, "", NOBODY).await.ok();
    }
}

#[actix_web::test]
async fn a_token_is_known_expired_or_garbage() {
    let portal = spawn(Database::Sqlite).await;
    let mut clinic = client(&portal, NET).await;
    let session = clinic.sign_in().await;
    for (token, code) in [
        (session.token.clone(), 0),
        (format!("\n  {}  ", session.token), 0),
        // As the classic service's looked.
        ("ASAAAFJ2ErUzVu5MgZ8yH+/pXhmn==".to_owned(), 65),
        (format!("{}x", session.token), 65),
        (session.token.to_lowercase(), 8),
        ("garbage".to_owned(), 8),
        (String::new(), 8),
        ("&lt;&amp;".to_owned(), 8),
        (format!("ASAAA{}", "x".repeat(2_000)), 8),
    ] {
        clinic.session = Some(Session { token: token.clone(), ..session.clone() });
        clinic.call(LIST, "", NOBODY).await.is(code);
    }
}

#[actix_web::test]
async fn a_message_must_be_of_its_time() {
    let portal = spawn(Database::Sqlite).await;
    let mut clinic = client(&portal, NET).await;
    clinic.sign_in().await;
    let written = |minutes: i64, ttl: u64| {
        let context = clinic.context(LIST, 1, "<info />", NOBODY);
        let at = (NET.time)(portal.now() + chrono::TimeDelta::minutes(minutes));
        let header = Regex::new("<msg-time>.*</msg-ttl>")
            .unwrap()
            .replace(&context.header, format!("<msg-time>{at}</msg-time><msg-ttl>{ttl}</msg-ttl>"))
            .into_owned();
        clinic.join(&clinic.sign(header, &context.info, context.session.unwrap()))
    };
    for (minutes, ttl, code) in [
        (0, 0, 49),
        (-29, 1_800, 0),
        (-31, 1_800, 49),
        (-480, 29_100, 0),
        // A ttl is cut at ten hours.
        (-599, 180_000, 0),
        (-601, 180_000, 49),
        (-601, 99_999_999_999_999, 49),
        (12, 1_800, 0),
        (15, 0, 0),
        (61, 1_800, 49),
    ] {
        let reply = clinic.send(&written(minutes, ttl)).await;
        assert_eq!(reply.code, code, "{minutes} {ttl}: {reply:?}");
    }
    // The same bytes again: a client repeats what it could not deliver.
    let message = written(0, 1_800);
    clinic.send(&message).await.ok();
    clinic.send(&message).await.ok();
}

#[actix_web::test]
async fn what_is_not_authenticated_is_refused() {
    let portal = spawn(Database::Sqlite).await;
    let mut clinic = client(&portal, NET).await;
    let session = clinic.sign_in().await;
    let good = clinic.context(LIST, 1, "<info />", NOBODY);

    let mut bad = good.clone();
    bad.auth = String::new();
    clinic.send(&clinic.join(&bad)).await.is(4);
    let mut bad = good.clone();
    bad.auth = bad.auth.replace("HMACSHA256", "HMACSHA1");
    clinic.send(&clinic.join(&bad)).await.is(4);
    let sha1 = Session { mac: "HMACSHA1", ..session.clone() };
    clinic.send(&clinic.join(&clinic.sign(good.header.clone(), &good.info, sha1))).await.is(4);
    for change in [
        |header: &str| Regex::new("<info-hash>.*</info-hash>").unwrap().replace(header, "").into_owned(),
        |header: &str| header.replace("SHA256", "SHA512"),
        |header: &str| header.replace("SHA256", "SHA1"),
        |header: &str| Regex::new("(<hash-data[^>]*>)[^<]*").unwrap().replace(header, "$1").into_owned(),
    ] {
        let context = clinic.sign(change(&good.header), &good.info, session.clone());
        clinic.send(&clinic.join(&context)).await.is(4);
    }
    // White space around base64 means nothing.
    let mut spaced = good.clone();
    spaced.auth = spaced.auth.replace("</hmac-data>", "\r\n </hmac-data>");
    clinic.send(&clinic.join(&spaced)).await.ok();
    // Another spelling of the same empty info has another hash.
    let mut other = good.clone();
    other.info = "<info/>".to_owned();
    clinic.send(&clinic.join(&other)).await.is(4);
    // No session at all.
    clinic.send(&clinic.anonymous(LIST, 1, "<info />")).await.is(11);
    // A session where none is asked for does not help an unknown method.
    let unknown = clinic.context("GetThings", 1, "<info />", NOBODY);
    clinic.send(&clinic.join(&unknown)).await.is(5);
}

#[actix_web::test]
async fn only_an_enabled_web_app_with_the_methods_gets_in() {
    let portal = spawn(Database::Sqlite).await;
    let mut mobile = another_client(&portal, |app| app.kind = AppKind::Mobile).await;
    let mut without = another_client(&portal, |app| app.methods.clear()).await;
    let zero = "00000000-0000-0000-0000-000000000000";
    for clinic in [&mut mobile, &mut without] {
        clinic.sign_in().await;
        let request = clinic.new_request("Emma", "Which word?", "gray", "p-1");
        for (method, content) in [
            ("CreateConnectRequest", request.as_str()),
            ("UpdateExternalId", "<old-external-id>a</old-external-id><new-external-id>b</new-external-id>"),
            (LIST, ""),
            ("DeletePendingConnectRequest", "<external-id>a</external-id>"),
            ("AssociateAlternateId", "<alternate-id>a</alternate-id>"),
            ("DisassociateAlternateId", "<alternate-id>a</alternate-id>"),
            ("GetAlternateIds", ""),
            ("GetPersonAndRecordForAlternateId", "<alternate-id>a</alternate-id>"),
            ("GetPersonInfo", ""),
            ("GetAuthorizedPeople", "<parameters />"),
            ("GetAuthorizedRecords", "<id>11111111-2222-3333-4444-555555555555</id>"),
            ("RemoveApplicationRecordAuthorization", ""),
            ("QueryPermissions", "<thing-type-id>11111111-2222-3333-4444-555555555555</thing-type-id>"),
            ("NewApplicationCreationInfo", ""),
        ] {
            clinic.call(method, content, For { person: Some(zero), record: Some(zero) }).await.is(11);
        }
    }
    let mut clinic = client(&portal, NET).await;
    clinic.sign_in().await;
    apps::set_enabled(&portal.installation.context, portal.app.id, false).await.unwrap();
    clinic.call(LIST, "", NOBODY).await.is(6);
    clinic.cast(&clinic.auth_info(&clinic.credential(&clinic.content(&[])))).await.is(6);
    clinic.send(&clinic.anonymous("GetServiceDefinition", 1, "<info />")).await.is(6);
    apps::set_enabled(&portal.installation.context, portal.app.id, true).await.unwrap();
    clinic.call(LIST, "", NOBODY).await.ok();
}
