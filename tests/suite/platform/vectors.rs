//! The published and the recomputed test vectors, held against the test's own arithmetic and the server's.

use data_encoding::BASE64;
use patient_connect::{
    actions::app::platform_session::MacAlgorithm,
    platform::{
        envelope::Proof,
        proof::{is_hash, is_mac},
    },
};

use super::client::{NET, NOBODY, client, hash, hmac};
use crate::support::{Database, spawn};

const INFO: &str = "<info><friendly-name>Zoë &amp; &lt;friend&gt;</friendly-name><question>Fav color?</question><answer>Blue Green</answer><external-id>ext-1</external-id></info>";

const HEADER: &str = "<header><method>CreateConnectRequest</method><method-version>1</method-version><auth-session><auth-token>TOKEN</auth-token></auth-session><language>en</language><country>US</country><msg-time>2030-01-02T03:04:05Z</msg-time><msg-ttl>1800</msg-ttl><version>test/1.0</version><info-hash><hash-data algName=\"SHA256\">7D2HXBdjFJr6bdgLCCCrlSuYpFr0JOPLvkf2HO3h9o4=</hash-data></info-hash></header>";

#[test]
fn info_hashes_are_those_of_the_vectors() {
    let escaped = INFO.replace('ë', "&#235;");
    assert_eq!(INFO.len(), 159);
    for (bytes, algorithm, expected) in [
        ("<info/>", "SHA1", "+FS0rMnT//A9dC7u3XviYXiUM24="),
        ("<info/>", "SHA256", "bxTJ7U8Y5SeCj1ySpV5tp/tVnsou4JhSTelplyDKahM="),
        ("<info />", "SHA1", "1mWxpY+leClypXQzPvDBLFIBDpI="),
        ("<info />", "SHA256", "ZbR1gwo184c/YSTAFOCI3/p39GNdgAzv8BcW6yK9Ubg="),
        ("<info></info>", "SHA1", "GK/W76yD3X/O+JmehGY8BonF6xI="),
        ("<info></info>", "SHA256", "ExqiU9nA5/8kFNbp4EmHg8yLf+3Er7bpTCJw0UZqgnE="),
        ("<info><parameters /></info>", "SHA256", "E+XYMuNGG7NqMlAk7vbG03vAkWwOiBxrZIqv1g9zyc4="),
        (INFO, "SHA256", "7D2HXBdjFJr6bdgLCCCrlSuYpFr0JOPLvkf2HO3h9o4="),
        (INFO, "SHA1", "b/p7jaT9h+r5O64i5cWW9UtUZnQ="),
        (&escaped, "SHA256", "FD7unvU2BVE1TQkdxf5UriDHJX6hvU+23dHgKQw0yTk="),
    ] {
        assert_eq!(hash(algorithm, bytes.as_bytes()), expected, "{bytes}");
        assert!(is_hash(&Proof { algorithm, base64: expected }, bytes.as_bytes()), "{bytes}");
        assert!(is_hash(&Proof { algorithm, base64: &format!("\r\n  {expected}\n") }, bytes.as_bytes()));
        let other = if algorithm == "SHA1" { "SHA256" } else { "SHA1" };
        assert!(!is_hash(&Proof { algorithm: other, base64: expected }, bytes.as_bytes()));
        assert!(!is_hash(&Proof { algorithm: "MD5", base64: expected }, bytes.as_bytes()));
        assert!(!is_hash(&Proof { algorithm, base64: expected }, &bytes.as_bytes()[1..]));
    }
}

#[test]
fn header_hmacs_are_those_of_the_vectors() {
    let key: Vec<u8> = (0..32).collect();
    assert_eq!(BASE64.encode(&key), "AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=");
    for (algorithm, known, expected) in [
        ("HMACSHA256", MacAlgorithm::HmacSha256, "uRf5PpMMW0r3rzjo43QU1CnuP3cooRHFBiK1GVaFAkg="),
        ("HMACSHA1", MacAlgorithm::HmacSha1, "Lo0RBoNMjdBQkWvdrM2VFZ8v4XE="),
    ] {
        assert_eq!(hmac(algorithm, &key, HEADER.as_bytes()), expected);
        let proof = Proof { algorithm, base64: expected };
        assert!(is_mac(&proof, known, &key, HEADER.as_bytes()));
        assert!(!is_mac(&proof, known, &key[1..], HEADER.as_bytes()));
        assert!(!is_mac(&Proof { algorithm, base64: &expected[4..] }, known, &key, HEADER.as_bytes()));
        let other = if algorithm == "HMACSHA1" { "HMACSHA256" } else { "HMACSHA1" };
        assert!(!is_mac(&Proof { algorithm: other, base64: expected }, known, &key, HEADER.as_bytes()));
    }
}

#[actix_web::test]
async fn both_spellings_of_a_letter_are_valid_and_mean_the_same() {
    let portal = spawn(Database::Sqlite).await;
    let mut clinic = client(&portal, NET).await;
    clinic.sign_in().await;
    let raw = INFO.replace("ext-1", "ext-ë");
    let escaped = raw.replace('ë', "&#235;");
    let parts = clinic.context("CreateConnectRequest", 1, &raw, NOBODY);
    clinic.send(&clinic.join(&parts)).await.ok();
    let parts = clinic.context("CreateConnectRequest", 1, &escaped, NOBODY);
    clinic.send(&clinic.join(&parts)).await.is(79);
    assert_eq!(portal.clinic().get("/connect-requests").await["items"].as_array().unwrap().len(), 1);
}
