//! What strangers send, in every disorder: no panic, and what is accepted is what it claims to be.
//!
//! `PATIENT_CONNECT_FUZZ_CASES` says how many inputs each target is given; without it they take some seconds each.

use patient_connect::{
    domain::identity_code::{IdentityCode, LETTERS},
    platform::{envelope::Envelope, fault::Code, xml},
    portal::classic_link::{Target, target},
};
use proptest::{prelude::*, test_runner::TestRunner};

const REQUEST: &str = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n\
    <wc-request:request xmlns:wc-request=\"urn:com.microsoft.wc.request\">\
    <auth><hmac-data algName='HMACSHA256'>uRf5PpMMW0r3rzjo43QU1CnuP3cooRHFBiK1GVaFAkg=</hmac-data></auth>\
    <header><method>CreateConnectRequest</method><method-version>1</method-version>\
    <record-id>3f1c0a52-6c55-4d0c-9a8a-0f6f1f0f5a11</record-id>\
    <auth-session><auth-token>ASAAA</auth-token><offline-person-info><offline-person-id>\
    3f1c0a52-6c55-4d0c-9a8a-0f6f1f0f5a11</offline-person-id></offline-person-info></auth-session>\
    <culture-code /><msg-time>2026-11-23T21:02:04.508Z</msg-time><msg-ttl>1800</msg-ttl><version>v</version>\
    <info-hash><hash-data algName=\"SHA256\">ZbR1gwo184c/YSTAFOCI3/p39GNdgAzv8BcW6yK9Ubg=</hash-data></info-hash>\
    </header><info><friendly-name>Zo\u{eb} &amp; &#235;</friendly-name><!-- <info> --><answer><![CDATA[</info>]]>\
    </answer></info></wc-request:request>\n";

const XML_PIECES: [&str; 32] = [
    "<",
    ">",
    "/>",
    "</",
    "<info>",
    "</info>",
    "<info />",
    "<header>",
    "</header>",
    "<auth>",
    "<!--",
    "-->",
    "<![CDATA[",
    "]]>",
    "<?xml version=\"1.0\"?>",
    "<?",
    "?>",
    "<!DOCTYPE x [",
    "<!ENTITY a \"b\">",
    "&amp;",
    "&#",
    "&#x10ffff;",
    ";",
    "&a;",
    " xmlns=\"\"",
    " xmlns:wc-request=\"urn:com.microsoft.wc.request\"",
    "=\"",
    "'",
    "\u{feff}",
    "\u{eb}",
    "\u{0}",
    "<wc-request:request>",
];

const QUERY_PIECES: [&str; 24] = [
    "target=",
    "CONNECT",
    "PICKUP",
    "connect",
    "&",
    "=",
    "?",
    "%",
    "%u",
    "%u00eb",
    "%ud83d",
    "%ude00",
    "%3f",
    "%3d",
    "%26",
    "%25",
    "%ff",
    "+",
    "targetqs=",
    "TargetQS=",
    "packageid=",
    "JKYZ-QNMN-VHRX-ZGNR-GZNH",
    "culture=es-ES",
    "redirect=https://evil.example",
];

const CODE: &str = "JKYZ-QNMN-VHRX-ZGNR-GZNH";

/// Gives a target as many inputs as were asked for.
fn fuzz<S: Strategy>(usually: u32, inputs: S, run: impl Fn(S::Value)) {
    let asked =
        std::env::var("PATIENT_CONNECT_FUZZ_CASES").ok().map(|n| n.parse().expect("a number of cases"));
    let config = ProptestConfig {
        cases: asked.unwrap_or(usually),
        failure_persistence: None,
        ..ProptestConfig::default()
    };
    let outcome = TestRunner::new(config).run(&inputs, |input| {
        run(input);
        Ok(())
    });
    if let Err(found) = outcome {
        panic!("{found}");
    }
}

/// One thing that goes wrong with a text on its way.
#[derive(Debug, Clone)]
enum Slip {
    Flip(prop::sample::Index, u8),
    Drop(prop::sample::Index, usize),
    Repeat(prop::sample::Index, usize, usize),
    Insert(prop::sample::Index, Vec<u8>),
}

fn slips(pieces: &'static [&'static str]) -> impl Strategy<Value = Vec<Slip>> {
    let at = any::<prop::sample::Index>;
    let slip = prop_oneof![
        (at(), any::<u8>()).prop_map(|(at, with)| Slip::Flip(at, with)),
        (at(), 1usize..40).prop_map(|(at, length)| Slip::Drop(at, length)),
        (at(), 1usize..60, 1usize..80).prop_map(|(at, length, times)| Slip::Repeat(at, length, times)),
        (at(), prop::sample::select(pieces))
            .prop_map(|(at, piece)| Slip::Insert(at, piece.as_bytes().to_vec())),
    ];
    prop::collection::vec(slip, 0..6)
}

fn spoil(text: &str, slips: Vec<Slip>) -> Vec<u8> {
    let mut bytes = text.as_bytes().to_vec();
    for slip in slips {
        if bytes.is_empty() {
            break;
        }
        match slip {
            Slip::Flip(at, with) => {
                let at = at.index(bytes.len());
                bytes[at] ^= with;
            }
            Slip::Drop(at, length) => {
                let at = at.index(bytes.len());
                bytes.drain(at..(at + length).min(bytes.len()));
            }
            Slip::Repeat(at, length, times) => {
                let at = at.index(bytes.len());
                let piece = bytes[at..(at + length).min(bytes.len())].repeat(times);
                bytes.splice(at..at, piece);
            }
            Slip::Insert(at, piece) => {
                let at = at.index(bytes.len() + 1);
                bytes.splice(at..at, piece);
            }
        }
    }
    bytes
}

fn mixed(pieces: &'static [&'static str]) -> impl Strategy<Value = Vec<u8>> {
    let piece = prop_oneof![
        4 => prop::sample::select(pieces).prop_map(|piece| piece.as_bytes().to_vec()),
        1 => prop::collection::vec(any::<u8>(), 0..8),
        1 => any::<char>().prop_map(|c| c.to_string().into_bytes()),
    ];
    prop::collection::vec(piece, 0..60).prop_map(|pieces| pieces.concat())
}

fn envelope(body: &[u8]) {
    let read = || {
        let text = xml::text(body)?;
        let root = xml::parse(text)?;
        let envelope = Envelope::read(text, &root)?;
        for (bytes, name) in [(envelope.header_bytes, "header"), (envelope.info_bytes, "info")] {
            assert!(bytes.starts_with(format!("<{name}").as_bytes()) && bytes.ends_with(b">"));
            let again = xml::parse(std::str::from_utf8(bytes).expect("a piece of a text"))?;
            assert_eq!((again.name, again.span), (name, 0..bytes.len()));
        }
        Ok::<_, patient_connect::platform::fault::Fault>(())
    };
    if let Err(fault) = read() {
        assert_eq!(fault.code, Code::InvalidXml);
    }
}

#[test]
fn the_envelope_takes_whatever_comes() {
    envelope(REQUEST.as_bytes());
    assert!(xml::parse(REQUEST).is_ok());
    fuzz(40_000, prop::collection::vec(any::<u8>(), 0..600), |body| envelope(&body));
    fuzz(20_000, mixed(&XML_PIECES), |body| envelope(&body));
    fuzz(20_000, slips(&XML_PIECES), |slips| envelope(&spoil(REQUEST, slips)));
}

#[test]
fn the_redirect_takes_whatever_comes() {
    let link = format!("target=CONNECT&targetqs=%3fpackageid%3d{CODE}%26culture%3des-ES&lcid=1033");
    let follow = |query: &[u8]| {
        let query = String::from_utf8_lossy(query);
        if let Target::Connect(parameters) = target(&query) {
            assert!(parameters.keys().all(|name| *name == name.to_ascii_lowercase()));
        }
    };
    fuzz(40_000, prop::collection::vec(any::<u8>(), 0..300), |query| follow(&query));
    fuzz(40_000, mixed(&QUERY_PIECES), |query| follow(&query));
    fuzz(40_000, slips(&QUERY_PIECES), |slips| follow(&spoil(&link, slips)));
}

#[test]
fn the_code_takes_whatever_is_typed() {
    const PIECES: [&str; 12] = [
        "-",
        " ",
        "\u{2013}",
        "\u{a0}",
        ".",
        "JKYZ",
        "ＪＫＹＺ",
        "o0",
        "\u{301}",
        "https://x/?packageid=",
        "é",
        "\u{0}",
    ];
    let read = |typed: &[u8]| {
        let typed = String::from_utf8_lossy(typed);
        match IdentityCode::parse(&typed) {
            Ok(code) => {
                assert_eq!(code.letters().len(), LETTERS);
                assert!(IdentityCode::parse(&code.grouped()).is_ok_and(|again| again == code));
            }
            Err(problem) => assert!(!problem.reason().is_empty()),
        }
    };
    fuzz(40_000, prop::collection::vec(any::<u8>(), 0..300), |typed| read(&typed));
    fuzz(40_000, mixed(&PIECES), |typed| read(&typed));
    fuzz(40_000, slips(&PIECES), |slips| read(&spoil(CODE, slips)));
}
