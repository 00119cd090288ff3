//! HTTP, sizes, compression, and what hides in XML.

use patient_connect::platform::transport::MOST_BYTES;

use super::client::{Client, Dialect, NET, NOBODY, client, deflate, gzip, read};
use crate::support::{Database, TestPortal, spawn};

const LIST: &str = "GetAuthorizedConnectRequests";

async fn signed_in(portal: &TestPortal) -> Client {
    let mut clinic = client(portal, NET).await;
    clinic.sign_in().await;
    clinic
}

fn list(clinic: &Client) -> String {
    clinic.join(&clinic.context(LIST, 1, "<info />", NOBODY))
}

#[actix_web::test]
async fn the_address_is_known_in_every_spelling() {
    let portal = spawn(Database::Sqlite).await;
    let mut clinic = signed_in(&portal).await;
    for path in [
        "/platform/wildcat.ashx",
        "/Platform/Wildcat.ashx",
        "/PLATFORM/WILDCAT.ASHX",
        "//platform//wildcat.ashx",
        "/platform///wildcat.ashx",
        "/wildcat.ashx",
        "//Wildcat.ashx",
        "/platform/wildcat.ashx?x=1",
    ] {
        clinic.dialect = Dialect { path, ..NET };
        clinic.send(&list(&clinic)).await.ok();
    }
    for path in [
        "/platform",
        "/platform/",
        "/wildcat",
        "/platform/wildcat.ashx/x",
        "/x/wildcat.ashx",
        "/platform/wildcatxashx",
    ] {
        let response =
            reqwest::Client::new().post(format!("{}{path}", portal.base)).body("x").send().await.unwrap();
        assert_eq!(response.status().as_u16(), 404, "{path}");
    }
}

#[actix_web::test]
async fn what_is_no_post_is_answered_in_xml_too() {
    let portal = spawn(Database::Sqlite).await;
    let clinic = signed_in(&portal).await;
    let http = reqwest::Client::new();
    let url = format!("{}/platform/wildcat.ashx", portal.base);
    for method in ["GET", "PUT", "DELETE", "PATCH", "OPTIONS", "QUERY"] {
        clinic.take(http.request(method.parse().unwrap(), &url)).await.is(2);
    }
    let head = http.head(&url).send().await.unwrap();
    assert_eq!(head.status().as_u16(), 200);
}

#[actix_web::test]
async fn the_content_type_means_nothing() {
    let portal = spawn(Database::Sqlite).await;
    let mut clinic = signed_in(&portal).await;
    for content_type in [
        "text/xml",
        "text/xml; charset=utf-8",
        "application/x-www-form-urlencoded",
        "application/json",
        "multipart/form-data",
    ] {
        clinic.dialect = Dialect { content_type, ..NET };
        clinic.send(&list(&clinic)).await.ok();
    }
    let http = reqwest::Client::new();
    clinic.take(http.post(format!("{}/platform/wildcat.ashx", portal.base)).body(list(&clinic))).await.ok();
}

#[actix_web::test]
async fn a_body_may_come_in_chunks() {
    use tokio::io::{AsyncReadExt, AsyncWriteExt};
    let portal = spawn(Database::Sqlite).await;
    let clinic = signed_in(&portal).await;
    let address = portal.base.strip_prefix("http://").unwrap();
    let mut socket = tokio::net::TcpStream::connect(address).await.unwrap();
    let mut request = format!(
        "POST /platform/wildcat.ashx HTTP/1.1\r\nHost: {address}\r\nTransfer-Encoding: chunked\r\nConnection: close\r\n\r\n"
    );
    for chunk in list(&clinic).as_bytes().chunks(50) {
        request += &format!("{:x}\r\n{}\r\n", chunk.len(), std::str::from_utf8(chunk).unwrap());
    }
    request += "0\r\n\r\n";
    socket.write_all(request.as_bytes()).await.unwrap();
    let mut answer = String::new();
    socket.read_to_string(&mut answer).await.unwrap();
    assert!(answer.starts_with("HTTP/1.1 200 OK\r\n"), "{answer}");
    assert!(answer.contains("<code>0</code>"), "{answer}");
}

#[actix_web::test]
async fn a_client_that_asks_before_it_sends_its_body_is_told_to_go_on() {
    use tokio::io::{AsyncReadExt, AsyncWriteExt};
    let portal = spawn(Database::Sqlite).await;
    let clinic = signed_in(&portal).await;
    let address = portal.base.strip_prefix("http://").unwrap();
    let body = list(&clinic);
    let head = format!(
        "POST /platform/wildcat.ashx HTTP/1.1\r\nHost: {address}\r\nExpect: 100-continue\r\n\
         Content-Length: {}\r\nConnection: close\r\n\r\n",
        body.len()
    );
    let mut socket = tokio::net::TcpStream::connect(address).await.unwrap();
    socket.write_all(head.as_bytes()).await.unwrap();
    let mut told = [0; 25];
    socket.read_exact(&mut told).await.unwrap();
    assert_eq!(&told, b"HTTP/1.1 100 Continue\r\n\r\n");
    socket.write_all(body.as_bytes()).await.unwrap();
    let mut answer = String::new();
    socket.read_to_string(&mut answer).await.unwrap();
    assert!(answer.contains("<code>0</code>"), "{answer}");
}

#[actix_web::test]
async fn compressed_bodies_are_read_and_damaged_ones_refused() {
    let portal = spawn(Database::Sqlite).await;
    let clinic = signed_in(&portal).await;
    let text = list(&clinic);
    let (zipped, deflated) = (gzip(text.as_bytes()), deflate(text.as_bytes()));
    for (body, coding, code) in [
        (zipped.clone(), Some("gzip"), 0),
        (zipped.clone(), Some("GZip"), 0),
        (zipped.clone(), Some("x-gzip"), 0),
        (deflated.clone(), Some("deflate"), 0),
        (text.clone().into_bytes(), Some("identity"), 0),
        (text.clone().into_bytes(), Some("gzip"), 2),
        (zipped[..zipped.len() / 2].to_vec(), Some("gzip"), 2),
        ([&zipped[..zipped.len() - 8], &[0; 8]].concat(), Some("gzip"), 2),
        (text.clone().into_bytes(), Some("br"), 2),
        (zipped.clone(), Some("gzip, gzip"), 2),
        (zipped.clone(), None, 3),
        (Vec::new(), Some("gzip"), 2),
    ] {
        let reply = clinic.send_bytes(body, coding).await;
        assert_eq!(reply.code, code, "{coding:?}: {reply:?}");
    }
    let garbled = clinic.send_bytes(vec![0xff; 100], Some("deflate")).await;
    assert_eq!(garbled.code, 2);
}

#[actix_web::test]
async fn what_is_over_the_limit_is_refused_before_and_after_decompression() {
    let portal = spawn(Database::Sqlite).await;
    let clinic = signed_in(&portal).await;
    let padded = |length: usize| {
        let text = list(&clinic);
        format!("{}{text}", " ".repeat(length - text.len()))
    };
    clinic.send_bytes(padded(MOST_BYTES).into_bytes(), None).await.ok();
    clinic.send_bytes(padded(MOST_BYTES + 1).into_bytes(), None).await.is(39);
    clinic.send_bytes(vec![b'x'; 5 * MOST_BYTES], None).await.is(39);
    clinic.send_bytes(gzip(padded(MOST_BYTES).as_bytes()), Some("gzip")).await.ok();
    clinic.send_bytes(gzip(padded(MOST_BYTES + 1).as_bytes()), Some("gzip")).await.is(39);
    // A bomb of a gigabyte would be a megabyte on the wire; this one is a hundredth of it.
    let bomb = gzip(&vec![0; 100 * MOST_BYTES]);
    assert!(bomb.len() < MOST_BYTES / 4);
    clinic.send_bytes(bomb, Some("gzip")).await.is(39);
    clinic.send_bytes(deflate(&vec![b' '; 10 * MOST_BYTES]), Some("deflate")).await.is(39);
}

#[actix_web::test]
async fn what_hides_in_xml_is_refused_without_work() {
    let portal = spawn(Database::Sqlite).await;
    let clinic = signed_in(&portal).await;
    let text = list(&clinic);
    let laughs = "<!DOCTYPE r [<!ENTITY a \"ha\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;&a;&a;\"><!ENTITY c \"&b;&b;&b;&b;\">]>";
    let external = "<!DOCTYPE r SYSTEM \"file:///etc/passwd\">";
    let deep =
        |n: usize| text.replace("<info />", &format!("<info>{}{}</info>", "<a>".repeat(n), "</a>".repeat(n)));
    let many = |n: usize| text.replace("<info />", &format!("<info>{}</info>", "<a/>".repeat(n)));
    let attributes: String = (0..40).map(|n| format!(" a{n}=\"x\"")).collect();
    let namespaces: String = (0..200).map(|n| format!(" xmlns:n{n}=\"urn:x\"")).collect();
    for (what, bad) in [
        ("an entity bomb", format!("{laughs}{}", text.replace("<info />", "<info>&c;</info>"))),
        ("an external DTD", format!("{external}{text}")),
        ("a DTD that means nothing", format!("<!DOCTYPE request>{text}")),
        ("a DTD in lower case", format!("<!doctype request>{text}")),
        ("an unknown entity", text.replace("<info />", "<info>&nbsp;</info>")),
        ("an unknown entity in an attribute", text.replace("<info />", "<info a=\"&nbsp;\"/>")),
        ("a character that XML does not have", text.replace("<info />", "<info>&#0;</info>")),
        ("another one", text.replace("<info />", "<info>&#xffff;</info>")),
        ("a surrogate", text.replace("<info />", "<info>&#xd800;</info>")),
        ("a control character", text.replace("<info />", "<info>\u{1}</info>")),
        ("deep nesting", deep(100)),
        ("very deep nesting", deep(100_000)),
        ("too many elements", many(11_000)),
        ("too many attributes", text.replace("<info />", &format!("<info{attributes}/>"))),
        ("too many namespaces", text.replace("<info />", &format!("<info{namespaces}/>"))),
        ("an attribute twice", text.replace("<info />", "<info a=\"1\" a=\"2\"/>")),
        ("an attribute without quotes", text.replace("<info />", "<info a=1/>")),
        ("two roots", format!("{text}<x/>")),
        ("text after the root", format!("{text}x")),
        ("text before the root", format!("x{text}")),
        ("no end", text[..text.len() - 5].to_owned()),
        ("crossed tags", text.replace("<info />", "<info><a><b></a></b></info>")),
        ("an unbound prefix", text.replace("<info />", "<x:info />")),
        ("another root", text.replace("wc-request:request", "wc-request:response")),
        ("another namespace", text.replace("urn:com.microsoft.wc.request", "urn:x")),
        ("a namespace for all", text.replace("xmlns:wc-request", "xmlns").replace("wc-request:", "")),
        ("two infos", text.replace("<info />", "<info /><info />")),
        ("no info", text.replace("<info />", "")),
        ("another encoding", format!("<?xml version=\"1.0\" encoding=\"ISO-8859-1\"?>{text}")),
        ("a declaration in the middle", text.replace("<header>", "<?xml version=\"1.0\"?><header>")),
        ("the end of a CDATA section", text.replace("<info />", "<info>]]></info>")),
        ("two hyphens in a comment", text.replace("<info />", "<info><!-- -- --></info>")),
        ("nothing", String::new()),
        ("white space", "  \n".to_owned()),
        ("JSON", "{}".to_owned()),
    ] {
        let reply = clinic.send_bytes(bad.into_bytes(), None).await;
        assert_eq!(reply.code, 3, "{what}: {reply:?}");
    }
    let wide: Vec<u8> = text.encode_utf16().flat_map(u16::to_le_bytes).collect();
    clinic.send_bytes([&b"\xff\xfe"[..], &wide].concat(), None).await.is(3);
    clinic
        .send_bytes(text.replace("test/1.0", "test/\u{e9}").chars().map(|c| c as u8).collect(), None)
        .await
        .is(3);
}

#[actix_web::test]
async fn what_stands_around_and_between_is_tolerated_and_the_bytes_are_cut_where_they_stand() {
    let portal = spawn(Database::Sqlite).await;
    let clinic = signed_in(&portal).await;
    let info = "<info><!-- <info /> </info> --><authorized-connect-requests-since>2026-01-01T00:00:00<![CDATA[]]>Z</authorized-connect-requests-since><?pi <info>?></info>";
    let context = clinic.context(LIST, 1, info, NOBODY);
    let bare = clinic.join(&context);
    let spaced = clinic.envelope(&format!(
        "\n  <!-- <info>no</info> <![CDATA[ --> {}\r\n\t{}<!--<header>--> {}\n",
        context.auth, context.header, context.info
    ));
    for text in [
        bare.clone(),
        spaced.clone(),
        format!("\u{feff}{bare}"),
        format!("\u{feff}<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n{bare}\n"),
        format!("<?xml version='1.0' encoding='utf-8' standalone='yes'?>{spaced}"),
        format!("  \r\n {bare}\r\n "),
        format!("<!-- <info> -->{bare}<!-- end -->"),
        bare.replace("wc-request", "é"),
        bare.replace("wc-request:", "")
            .replace(
                "xmlns:wc-request=\"urn:com.microsoft.wc.request\"",
                "xmlns:x=\"urn:com.microsoft.wc.request\"",
            )
            .replace("<request ", "<x:request ")
            .replace("</request>", "</x:request>"),
    ] {
        let reply = clinic.send_bytes(text.clone().into_bytes(), None).await;
        assert_eq!(reply.code, 0, "{text}: {reply:?}");
    }
    // White space inside info is hashed, white space inside the header is authenticated.
    let inside = bare.replace("<info>", "<info> ");
    clinic.send_bytes(inside.into_bytes(), None).await.is(4);
    let inside = bare.replace("</header>", " </header>");
    clinic.send_bytes(inside.into_bytes(), None).await.is(4);
}

#[actix_web::test]
async fn long_answers_are_compressed_when_asked() {
    use std::io::Read;
    let portal = spawn(Database::Sqlite).await;
    let clinic = signed_in(&portal).await;
    let url = format!("{}/platform/wildcat.ashx", portal.base);
    let body = clinic.anonymous("GetServiceDefinition", 2, "<info />");
    let post = |accept: &'static str| {
        reqwest::Client::new().post(&url).header("accept-encoding", accept).body(body.clone()).send()
    };
    let response = post("gzip,deflate").await.unwrap();
    assert_eq!(response.headers()["content-encoding"], "gzip");
    assert_eq!(response.headers()["vary"], "Accept-Encoding");
    let packed = response.bytes().await.unwrap();
    let mut text = String::new();
    flate2::read::GzDecoder::new(&packed[..]).read_to_string(&mut text).unwrap();
    let plain = post("deflate").await.unwrap();
    assert!(plain.headers().get("content-encoding").is_none());
    assert_eq!(plain.text().await.unwrap(), text);
    read(&text).ok();
}

#[actix_web::test]
async fn where_platform_and_shell_are_is_told_to_any_app() {
    let portal = spawn(Database::Sqlite).await;
    let clinic = signed_in(&portal).await;
    for (version, name) in [(1, "GetServiceDefinition"), (2, "GetServiceDefinition2")] {
        let reply =
            clinic.send(&clinic.anonymous("GetServiceDefinition", version, "<info />")).await.ok().of(name);
        assert!(reply.body.contains(&format!("<platform><url>{}/platform/wildcat.ashx</url>", portal.base)));
        assert_eq!(reply.one("redirect-url"), format!("{}/redirect.aspx", portal.base));
        assert_eq!(reply.body.contains("<instances "), version == 2);
        let context = clinic.context("GetServiceDefinition", version, "<info />", NOBODY);
        clinic.send(&clinic.join(&context)).await.ok();
    }
    let sections = |section: &str| {
        format!("<info><response-sections><section>{section}</section></response-sections></info>")
    };
    let shell = clinic.send(&clinic.anonymous("GetServiceDefinition", 2, &sections("shell"))).await.ok();
    assert!(
        shell.body.contains("<shell>")
            && !shell.body.contains("<platform>")
            && !shell.body.contains("<instances")
    );
    let nothing =
        clinic.send(&clinic.anonymous("GetServiceDefinition", 2, &sections("meaningful-use"))).await.ok();
    assert!(!nothing.body.contains("<shell>"));
}

#[actix_web::test]
async fn while_the_database_is_away_nothing_is_done_and_the_client_may_repeat() {
    let portal = spawn(Database::Sqlite).await;
    let clinic = signed_in(&portal).await;
    let text = list(&clinic);
    portal.installation.context.db.close().await;
    let url = format!("{}/platform/wildcat.ashx", portal.base);
    let response = reqwest::Client::new().post(url).body(text).send().await.unwrap();
    assert_eq!(response.status().as_u16(), 503);
    assert!(response.headers().contains_key("retry-after"));
    assert_eq!(read(&response.text().await.unwrap()).code, 1);
}
