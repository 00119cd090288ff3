//! Where the portal listens: several addresses, a Unix socket, TLS of its own.

use std::{
    fs,
    io::{Read, Write},
    net::{SocketAddr, TcpListener, TcpStream},
    os::unix::{
        fs::{FileTypeExt, PermissionsExt},
        net::UnixStream,
    },
    path::Path,
    process::Stdio,
    sync::Arc,
    time::{Duration, Instant},
};

use rcgen::{CertificateParams, KeyPair};
use rustls::{
    ClientConfig, ClientConnection, RootCertStore,
    pki_types::{CertificateDer, ServerName, pem::PemObject},
};

use super::{Ended, Installation, PATIENCE, PROGRAM, ended, ready};
use crate::support::{APP_ID, Clinic, Process, client_without_defaults};

fn free() -> SocketAddr {
    TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap()
}

/// Starts the portal with these settings, its log in a file.
fn start(it: &Installation, settings: &[(&str, &str)]) -> Process {
    let log = fs::File::create(it.path("log")).unwrap();
    let mut command = it.program(PROGRAM, &["serve", "--data"]);
    let settings = settings.iter().map(|(name, value)| (format!("PATIENT_CONNECT_{name}"), *value));
    Process::start(command.arg(it.data()).envs(settings).stdout(Stdio::null()).stderr(log))
}

async fn until(what: &str, mut holds: impl FnMut() -> bool) {
    let until = Instant::now() + PATIENCE;
    while !holds() {
        assert!(Instant::now() < until, "{what} did not come");
        tokio::time::sleep(Duration::from_millis(50)).await;
    }
}

/// One request through a socket, with more lines in its head.
fn through(socket: &Path, path: &str, more: &str) -> std::io::Result<String> {
    let mut stream = UnixStream::connect(socket)?;
    write!(stream, "GET {path} HTTP/1.1\r\nhost: x\r\nconnection: close\r\n{more}\r\n")?;
    let mut answer = String::new();
    stream.read_to_string(&mut answer)?;
    Ok(answer)
}

fn is_ready(socket: &Path) -> bool {
    through(socket, "/readyz", "").is_ok_and(|answer| answer.starts_with("HTTP/1.1 200"))
}

#[actix_web::test]
async fn one_portal_is_reached_at_two_addresses_and_a_socket() {
    let it = Installation::with_app();
    let (one, two) = (free(), free());
    let socket = it.path("portal.sock");
    let listen = format!("{one}, {two}, unix:{}", socket.display());
    let mut portal = start(&it, &[("LISTEN", &listen), ("LISTEN_SOCKET_MODE", "600")]);
    ready(&format!("http://{one}")).await;
    ready(&format!("http://{two}")).await;
    until("the socket", || is_ready(&socket)).await;
    let there = fs::symlink_metadata(&socket).unwrap();
    assert!(there.file_type().is_socket());
    assert_eq!(there.permissions().mode() & 0o777, 0o600);

    let key = it.run(&["app", "key", "new", APP_ID]).with(0).out;
    let letter = Clinic::new(&format!("http://{one}"), key.trim()).invite("violet harbour").await;
    let code = letter.link.split_once("packageid=").unwrap().1.to_owned();
    let answer = through(&socket, &format!("/connect?packageid={code}"), "").unwrap();
    assert!(answer.starts_with("HTTP/1.1 303") && answer.contains("location: /connect/question"), "{answer}");
    let metrics = through(&socket, "/metrics", "").unwrap();
    assert!(metrics.starts_with("HTTP/1.1 404"), "a proxy may stand between: {metrics}");

    let second = start_beside(&it, &socket);
    assert!(second.err.contains("another program listens there"), "{second:?}");
    assert!(is_ready(&socket), "the first one was left alone");
    portal.terminate();
    let (code, _) = portal.ended_within(PATIENCE).await.expect("it stops");
    assert_eq!(code, Some(0));
    assert!(!socket.exists(), "it was tidied up");
}

/// Another portal, of other data, at the same socket.
fn start_beside(it: &Installation, socket: &Path) -> Ended {
    let mut command = it.program(PROGRAM, &["serve", "--data"]);
    command.arg(it.path("other")).env("PATIENT_CONNECT_LISTEN", format!("unix:{}", socket.display()));
    ended(&mut command).with(1)
}

#[actix_web::test]
async fn a_socket_that_a_killed_portal_left_is_taken_over_and_a_file_is_not() {
    let it = Installation::new();
    let socket = it.path("portal.sock");
    let listen = format!("unix:{}", socket.display());
    let mut first = start(&it, &[("LISTEN", &listen)]);
    until("the first", || is_ready(&socket)).await;
    first.kill();
    assert!(socket.exists());
    let doctor = || {
        let mut command = it.program(PROGRAM, &["doctor", "--data"]);
        ended(command.arg(it.data()).env("PATIENT_CONNECT_LISTEN", &listen))
    };
    let told = doctor().with(0).out;
    assert!(told.contains("was left by a program that is gone"), "{told}");
    let mut second = start(&it, &[("LISTEN", &listen)]);
    until("the second", || is_ready(&socket)).await;
    assert!(doctor().with(0).out.contains("is listened at"));
    second.kill();

    fs::remove_file(&socket).unwrap();
    fs::write(&socket, "mine").unwrap();
    assert!(start_beside(&it, &socket).err.contains("is no socket"));
    assert_eq!(fs::read(&socket).unwrap(), b"mine");
    assert!(doctor().with(1).out.contains("WRONG  socket: "));
}

/// Tries more keys than one address may, and says whether it was stopped; each time as somebody else.
fn guesses_without_end(socket: &Path) -> bool {
    (0..12).any(|number| {
        let more = format!("x-forwarded-for: 203.0.113.{number}\r\nauthorization: Bearer pc_nobodys\r\n");
        through(socket, "/api/v1/events", &more).unwrap().starts_with("HTTP/1.1 429")
    })
}

#[actix_web::test]
async fn who_comes_by_a_socket_says_who_the_patient_is_only_where_the_settings_trust_it() {
    for (proxies, stopped) in [("", true), ("unix", false)] {
        let it = Installation::new();
        let socket = it.path("portal.sock");
        let listen = format!("unix:{}", socket.display());
        let settings = [("LISTEN", listen.as_str()), ("TRUSTED_PROXIES", proxies), ("LIMIT_BAD_KEYS", "5")];
        let _portal = start(&it, &settings);
        until("the portal", || is_ready(&socket)).await;
        assert_eq!(guesses_without_end(&socket), stopped, "trusted_proxies = {proxies:?}");
    }
}

/// A certificate for this name, and its key, put where the portal looks for them.
fn put_pair(it: &Installation, name: &str) -> reqwest::Certificate {
    let params = CertificateParams::new(vec!["localhost".to_owned(), name.to_owned()]).unwrap();
    let key = KeyPair::generate().unwrap();
    let pem = params.self_signed(&key).unwrap().pem();
    it.file("fullchain.pem", &pem);
    let private = it.file("privkey.pem", key.serialize_pem());
    fs::set_permissions(private, fs::Permissions::from_mode(0o600)).unwrap();
    reqwest::Certificate::from_pem(pem.as_bytes()).unwrap()
}

/// Who trusts this certificate alone.
fn client(certificate: &reqwest::Certificate) -> reqwest::ClientBuilder {
    client_without_defaults();
    reqwest::Client::builder()
        .tls_certs_only([certificate.clone()])
        .redirect(reqwest::redirect::Policy::none())
        .pool_max_idle_per_host(0)
}

async fn is_served(base: &str, certificate: &reqwest::Certificate) -> bool {
    let answer = client(certificate).build().unwrap().get(format!("{base}/healthz")).send().await;
    answer.is_ok_and(|answer| answer.status() == 200)
}

async fn until_served(base: &str, certificate: &reqwest::Certificate) {
    let until = Instant::now() + PATIENCE;
    while !is_served(base, certificate).await {
        assert!(Instant::now() < until, "it was not served");
        tokio::time::sleep(Duration::from_millis(50)).await;
    }
}

/// The protocol that is agreed on with who offers these (ALPN).
fn agreed(it: &Installation, address: SocketAddr, offered: &[&[u8]]) -> Option<Vec<u8>> {
    let mut roots = RootCertStore::empty();
    roots.add(CertificateDer::from_pem_file(it.path("fullchain.pem")).unwrap()).unwrap();
    let mut config = ClientConfig::builder().with_root_certificates(roots).with_no_client_auth();
    config.alpn_protocols = offered.iter().map(|name| name.to_vec()).collect();
    let name = ServerName::try_from("localhost").unwrap();
    let mut tls = ClientConnection::new(Arc::new(config), name).unwrap();
    tls.complete_io(&mut TcpStream::connect(address).unwrap()).unwrap();
    tls.alpn_protocol().map(<[u8]>::to_vec)
}

#[actix_web::test]
async fn with_a_certificate_pages_come_over_tls_and_whoever_comes_without_is_led_there() {
    let it = Installation::new();
    let certificate = put_pair(&it, "one.example");
    let (tls, plain) = (free(), free());
    let base = format!("https://localhost:{}", tls.port());
    let (pem, key) = (it.path("fullchain.pem"), it.path("privkey.pem"));
    let (listen, plain) = (tls.to_string(), plain.to_string());
    let settings = [
        ("LISTEN", listen.as_str()),
        ("BASE_URL", &base),
        ("TLS_CERTIFICATE", pem.to_str().unwrap()),
        ("TLS_KEY", key.to_str().unwrap()),
        ("REDIRECT_LISTEN", &plain),
    ];
    let _portal = start(&it, &settings);
    until_served(&base, &certificate).await;
    let page = client(&certificate).build().unwrap().get(format!("{base}/connect")).send().await.unwrap();
    assert_eq!(page.status(), 200);
    assert!(page.headers()["strict-transport-security"].to_str().unwrap().starts_with("max-age=31536000"));
    assert!(page.headers()["set-cookie"].to_str().unwrap().contains("Secure"), "{:?}", page.headers());
    let twelve = client(&certificate).tls_version_max(reqwest::tls::Version::TLS_1_2).build().unwrap();
    assert_eq!(twelve.get(format!("{base}/healthz")).send().await.unwrap().status(), 200);

    assert_eq!(agreed(&it, tls, &[b"h2", b"http/1.1"]), Some(b"h2".to_vec()));
    assert_eq!(agreed(&it, tls, &[b"http/1.1"]), Some(b"http/1.1".to_vec()));

    let client = client(&certificate).build().unwrap();
    let asked = client.get(format!("http://{plain}//evil.example/connect?packageid=AB"));
    let led = asked.header("host", "evil.example").send().await.unwrap();
    assert_eq!(led.status(), 308);
    assert_eq!(led.headers()["location"], format!("{base}//evil.example/connect?packageid=AB"));
    assert_eq!(led.headers()["cache-control"], "no-store");
    let posted =
        client.post(format!("http://{plain}/connect")).body("identity_code=AB").send().await.unwrap();
    assert_eq!(posted.status(), 403, "what was sent in the clear is not sent again");
    assert!(client.get(format!("http://{listen}/connect")).send().await.is_err(), "no page without TLS");
}

#[actix_web::test]
async fn a_renewed_certificate_is_served_without_a_restart_and_a_broken_one_changes_nothing() {
    let it = Installation::new();
    let first = put_pair(&it, "one.example");
    let address = free();
    let base = format!("https://localhost:{}", address.port());
    let (pem, key) = (it.path("fullchain.pem"), it.path("privkey.pem"));
    let listen = address.to_string();
    let settings = [
        ("LISTEN", listen.as_str()),
        ("BASE_URL", &base),
        ("TLS_CERTIFICATE", pem.to_str().unwrap()),
        ("TLS_KEY", key.to_str().unwrap()),
    ];
    let portal = start(&it, &settings);
    until_served(&base, &first).await;
    let doctor = || {
        let mut command = it.program(PROGRAM, &["doctor", "--data"]);
        let settings = settings.iter().map(|(name, value)| (format!("PATIENT_CONNECT_{name}"), *value));
        ended(command.arg(it.data()).envs(settings))
    };
    assert!(doctor().with(0).out.contains("ok     certificate: for localhost, and fits its key"));
    let hangup = || {
        let pid = portal.id().to_string();
        assert!(std::process::Command::new("kill").args(["-HUP", &pid]).status().unwrap().success());
    };
    let log = || fs::read_to_string(it.path("log")).unwrap();

    let mended = fs::read(&key).unwrap();
    it.file("privkey.pem", KeyPair::generate().unwrap().serialize_pem());
    hangup();
    until("the complaint", || log().contains("the new certificate cannot be used")).await;
    assert!(is_served(&base, &first).await, "the one from before");
    let told = doctor().with(1).out;
    assert!(told.contains("WRONG  certificate: ") && told.contains("is not the one that"), "{told}");
    it.file("privkey.pem", mended);

    let second = put_pair(&it, "two.example");
    hangup();
    until_served(&base, &second).await;
    assert!(!is_served(&base, &first).await);
    doctor().with(0);
    until("the news", || log().contains("a new certificate is served")).await;
}

#[test]
fn without_a_good_certificate_it_does_not_start_and_says_why() {
    let it = Installation::new();
    let _certificate = put_pair(&it, "one.example");
    it.file("privkey.pem", "nothing");
    let mut command = it.program(PROGRAM, &["serve", "--data"]);
    let ended = ended(
        command
            .arg(it.data())
            .env("PATIENT_CONNECT_LISTEN", "127.0.0.1:0")
            .env("PATIENT_CONNECT_BASE_URL", "https://localhost")
            .env("PATIENT_CONNECT_TLS_CERTIFICATE", it.path("fullchain.pem"))
            .env("PATIENT_CONNECT_TLS_KEY", it.path("privkey.pem")),
    )
    .with(1);
    assert!(ended.err.contains("holds no private key"), "{ended:?}");
    assert!(!it.data().exists(), "nothing was made");
}
