//! An app's certificate for the XML platform: which files are accepted, what is known of one, and whether it signed
//! something.
//!
//! What lives here: X.509 in PEM or DER, thumbprint, validity, RSA signatures. What must not: reading files, asking
//! the time. Nobody's name in it is checked: "the self-signed certificate's subject is … by convention, nothing
//! checks it". It is trusted because an operator registered it.

use chrono::{DateTime, TimeDelta, Utc};
use data_encoding::BASE64;
use ring::signature::{
    RSA_PKCS1_1024_8192_SHA1_FOR_LEGACY_USE_ONLY, RSA_PKCS1_1024_8192_SHA256_FOR_LEGACY_USE_ONLY,
    RsaParameters, UnparsedPublicKey,
};
use sha1::{Digest, Sha1};
use x509_parser::{pem::Pem, prelude::FromDer, public_key::PublicKey};

/// The sizes of key that can be checked, in bits.
pub const KEY_BITS: std::ops::RangeInclusive<usize> = 1024..=8192;

/// A certificate that begins so much later than our clock says is accepted: clocks differ.
const CLOCK_SKEW: TimeDelta = TimeDelta::minutes(10);

/// Whoever runs an app has to act now when its certificate ends within this time.
const SOON: TimeDelta = TimeDelta::days(30);

/// The most that a certificate's file may weigh.
pub const MOST_BYTES: usize = 256 * 1024;

/// Why a file is no certificate that an app can use.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum CertificateProblem {
    /// Neither PEM nor DER, or damaged.
    #[error("is no X.509 certificate (PEM or DER)")]
    NotACertificate,
    /// More than one: which one would the app sign with?
    #[error("holds several certificates: give one file for each")]
    Several,
    /// A private key lies in it.
    #[error("holds a private key, which must stay with the app: give the certificate alone")]
    PrivateKey,
    /// Its key is not RSA.
    #[error("has a key that is not RSA, which the classic platform needs")]
    NotRsa,
    /// Its key is too short or too long.
    #[error("has an RSA key of {bits} bits; 1024 to 8192 can be used")]
    KeySize {
        /// How many it has.
        bits: usize,
    },
}

/// How a certificate stands to its validity.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Validity {
    /// It has not begun.
    NotYet,
    /// It lasts.
    Valid,
    /// It ends within 30 days.
    EndsSoon,
    /// It is over.
    Ended,
}

/// What a signature was made with, beside RSASSA-PKCS1-v1_5.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SignatureAlgorithm {
    /// SHA-1: every classic library's default.
    Sha1,
    /// SHA-256.
    Sha256,
}

/// A certificate whose key can be used.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Certificate {
    der: Vec<u8>,
    thumbprint: [u8; 20],
    subject: String,
    not_before: DateTime<Utc>,
    not_after: DateTime<Utc>,
    /// In the form of PKCS #1.
    key: Vec<u8>,
}

impl Certificate {
    /// Reads a file's bytes: one certificate, in PEM (with whatever text around it) or DER.
    pub fn parse(bytes: &[u8]) -> Result<Self, CertificateProblem> {
        if bytes.len() > MOST_BYTES {
            return Err(CertificateProblem::NotACertificate);
        }
        if !bytes.windows(PEM_MARK.len()).any(|window| window == PEM_MARK) {
            return Self::from_der(bytes);
        }
        let mut found = None;
        for block in Pem::iter_from_buffer(bytes) {
            let block = block.map_err(|_| CertificateProblem::NotACertificate)?;
            if block.label.contains("PRIVATE KEY") {
                return Err(CertificateProblem::PrivateKey);
            }
            if ["CERTIFICATE", "X509 CERTIFICATE"].contains(&block.label.as_str())
                && found.replace(block.contents).is_some()
            {
                return Err(CertificateProblem::Several);
            }
        }
        Self::from_der(&found.ok_or(CertificateProblem::NotACertificate)?)
    }

    fn from_der(der: &[u8]) -> Result<Self, CertificateProblem> {
        let (rest, parsed) = x509_parser::certificate::X509Certificate::from_der(der)
            .map_err(|_| CertificateProblem::NotACertificate)?;
        if !rest.is_empty() {
            return Err(CertificateProblem::NotACertificate);
        }
        let spki = parsed.public_key();
        let bits = match spki.parsed() {
            Ok(PublicKey::RSA(key)) => key.key_size(),
            Ok(_) => return Err(CertificateProblem::NotRsa),
            Err(_) => return Err(CertificateProblem::NotACertificate),
        };
        if !KEY_BITS.contains(&bits) {
            return Err(CertificateProblem::KeySize { bits });
        }
        let at = |time: x509_parser::time::ASN1Time| {
            DateTime::from_timestamp(time.timestamp(), 0).ok_or(CertificateProblem::NotACertificate)
        };
        Ok(Self {
            thumbprint: Sha1::digest(der).into(),
            subject: parsed.subject().to_string(),
            not_before: at(parsed.validity().not_before)?,
            not_after: at(parsed.validity().not_after)?,
            key: spki.subject_public_key.data.to_vec(),
            der: der.to_vec(),
        })
    }

    /// The one form in which it is kept.
    pub fn to_pem(&self) -> String {
        let base64 = BASE64.encode(&self.der);
        let mut pem = String::from("-----BEGIN CERTIFICATE-----\n");
        for line in base64.as_bytes().chunks(64) {
            pem.extend(line.iter().map(|b| char::from(*b)));
            pem.push('\n');
        }
        pem.push_str("-----END CERTIFICATE-----\n");
        pem
    }

    /// SHA-1 over the DER form, by which clients name it: 40 hexadecimal digits, in capitals.
    pub fn thumbprint(&self) -> String {
        data_encoding::HEXUPPER.encode(&self.thumbprint)
    }

    /// Whether a client means this one. Some send lower case.
    pub fn has_thumbprint(&self, hex: &str) -> bool {
        self.thumbprint().eq_ignore_ascii_case(hex)
    }

    /// Whom it names, as it says itself; nothing checks it.
    pub fn subject(&self) -> &str {
        &self.subject
    }

    /// The first moment of its validity.
    pub fn not_before(&self) -> DateTime<Utc> {
        self.not_before
    }

    /// The last moment of its validity.
    pub fn not_after(&self) -> DateTime<Utc> {
        self.not_after
    }

    /// Whether it is valid at this time.
    pub fn is_valid(&self, now: DateTime<Utc>) -> bool {
        self.not_before <= now + CLOCK_SKEW && now <= self.not_after
    }

    /// The same, for the operator who registers it.
    pub fn validity(&self, now: DateTime<Utc>) -> Validity {
        if now > self.not_after {
            Validity::Ended
        } else if !self.is_valid(now) {
            Validity::NotYet
        } else if now + SOON > self.not_after {
            Validity::EndsSoon
        } else {
            Validity::Valid
        }
    }

    /// Whether its key signed these bytes (RSASSA-PKCS1-v1_5).
    pub fn signed(&self, algorithm: SignatureAlgorithm, message: &[u8], signature: &[u8]) -> bool {
        let parameters: &RsaParameters = match algorithm {
            SignatureAlgorithm::Sha1 => &RSA_PKCS1_1024_8192_SHA1_FOR_LEGACY_USE_ONLY,
            SignatureAlgorithm::Sha256 => &RSA_PKCS1_1024_8192_SHA256_FOR_LEGACY_USE_ONLY,
        };
        UnparsedPublicKey::new(parameters, &self.key).verify(message, signature).is_ok()
    }
}

const PEM_MARK: &[u8] = b"-----BEGIN ";

#[cfg(test)]
mod tests {
    use super::*;

    /// A certificate of a P-256 key, in PEM, and its key.
    fn elliptic() -> (String, String) {
        let made = rcgen::generate_simple_self_signed(vec!["app.example".to_owned()]).unwrap();
        (made.cert.pem(), made.signing_key.serialize_pem())
    }

    const RSA: &str = include_str!("../../tests/suite/platform/rsa.pem");

    #[test]
    fn pem_with_text_around_it_and_der_are_the_same_certificate() {
        let pem = Certificate::parse(RSA.as_bytes()).unwrap();
        assert_eq!(Certificate::parse(format!("Bag attributes\n  x: y\n{RSA}\n").as_bytes()).unwrap(), pem);
        assert_eq!(Certificate::parse(&pem.der).unwrap(), pem);
        assert_eq!(Certificate::parse(pem.to_pem().as_bytes()).unwrap(), pem);
        assert_eq!(Certificate::parse(RSA.replace('\n', "\r\n").as_bytes()).unwrap(), pem);
    }

    #[test]
    fn what_no_app_can_sign_in_with_is_refused_with_its_reason() {
        let parse = |text: &str| Certificate::parse(text.as_bytes()).unwrap_err();
        let (elliptic, key) = elliptic();
        assert_eq!(parse(&elliptic), CertificateProblem::NotRsa);
        assert_eq!(parse(&format!("{RSA}{RSA}")), CertificateProblem::Several);
        assert_eq!(parse(&format!("{RSA}{key}")), CertificateProblem::PrivateKey);
        assert_eq!(parse(&format!("{key}{RSA}")), CertificateProblem::PrivateKey);
        for text in ["", "hello", "-----BEGIN CERTIFICATE-----\n!!\n-----END CERTIFICATE-----\n"] {
            assert_eq!(parse(text), CertificateProblem::NotACertificate, "{text}");
        }
        let der = Certificate::parse(RSA.as_bytes()).unwrap().der;
        assert_eq!(Certificate::parse(&[&der[..], b"x"].concat()), Err(CertificateProblem::NotACertificate));
        assert_eq!(Certificate::parse(&der[..der.len() - 1]), Err(CertificateProblem::NotACertificate));
        assert_eq!(Certificate::parse(&vec![b'x'; MOST_BYTES + 1]), Err(CertificateProblem::NotACertificate));
    }

    #[test]
    fn the_thumbprint_is_compared_whatever_its_case() {
        let certificate = Certificate::parse(RSA.as_bytes()).unwrap();
        // As `openssl x509 -fingerprint -sha1` prints it, without the colons.
        assert_eq!(
            certificate.thumbprint(),
            include_str!("../../tests/suite/platform/rsa.thumbprint").trim()
        );
        assert!(certificate.has_thumbprint(&certificate.thumbprint().to_lowercase()));
        assert!(!certificate.has_thumbprint(""));
        assert!(!certificate.has_thumbprint(&certificate.thumbprint()[1..]));
    }

    #[test]
    fn it_is_valid_between_its_two_instants() {
        let certificate = Certificate::parse(RSA.as_bytes()).unwrap();
        let second = TimeDelta::seconds(1);
        assert!(certificate.is_valid(certificate.not_before));
        assert!(certificate.is_valid(certificate.not_after()));
        assert!(!certificate.is_valid(certificate.not_after() + second));
        assert!(!certificate.is_valid(certificate.not_before - CLOCK_SKEW - second));
        assert_eq!(certificate.validity(certificate.not_after() + second), Validity::Ended);
        assert_eq!(certificate.validity(certificate.not_after() - SOON + second), Validity::EndsSoon);
        assert_eq!(certificate.validity(certificate.not_after() - SOON), Validity::Valid);
        assert_eq!(certificate.validity(certificate.not_before), Validity::Valid);
        assert_eq!(certificate.validity(certificate.not_before - CLOCK_SKEW - second), Validity::NotYet);
    }

    #[test]
    fn a_signature_made_by_openssl_is_known_and_no_other() {
        let certificate = Certificate::parse(RSA.as_bytes()).unwrap();
        let (sha1, sha256) = (
            include_bytes!("../../tests/suite/platform/rsa.sha1.sig"),
            include_bytes!("../../tests/suite/platform/rsa.sha256.sig"),
        );
        let message = b"<content>signed by openssl</content>";
        assert!(certificate.signed(SignatureAlgorithm::Sha1, message, sha1));
        assert!(certificate.signed(SignatureAlgorithm::Sha256, message, sha256));
        assert!(!certificate.signed(SignatureAlgorithm::Sha1, message, sha256));
        assert!(!certificate.signed(SignatureAlgorithm::Sha256, b"<content/>", sha256));
        assert!(!certificate.signed(SignatureAlgorithm::Sha256, message, b""));
    }
}
