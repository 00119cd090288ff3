//! Keys and certificates that libraries sign with.

use std::sync::OnceLock;

use data_encoding::HEXUPPER;
use patient_connect::ports::{Random, SystemRandom};
use rsa::{
    pkcs1v15::SigningKey,
    pkcs8::EncodePrivateKey,
    rand_core::{TryCryptoRng, TryRng},
    signature::{SignatureEncoding, Signer},
};
use sha1::Sha1;
use sha2::{Digest, Sha256};

/// The system's randomness, for the generator of keys.
struct SystemRng;

impl TryRng for SystemRng {
    type Error = std::convert::Infallible;
    fn try_next_u32(&mut self) -> Result<u32, Self::Error> {
        Ok(u32::from_le_bytes(patient_connect::ports::bytes(&SystemRandom)))
    }
    fn try_next_u64(&mut self) -> Result<u64, Self::Error> {
        Ok(u64::from_le_bytes(patient_connect::ports::bytes(&SystemRandom)))
    }
    fn try_fill_bytes(&mut self, bytes: &mut [u8]) -> Result<(), Self::Error> {
        SystemRandom.fill(bytes);
        Ok(())
    }
}

impl TryCryptoRng for SystemRng {}

/// An app's key and its certificate.
pub struct TestKey {
    private: rsa::RsaPrivateKey,
    pub pem: String,
    pub thumbprint: String,
}

impl TestKey {
    fn new(bits: usize, last_year: i32) -> Self {
        let private = rsa::RsaPrivateKey::new(&mut SystemRng, bits).unwrap();
        let pkcs8 = private.to_pkcs8_der().unwrap().as_bytes().to_vec();
        let pair = rcgen::KeyPair::try_from(pkcs8).unwrap();
        let mut parameters = rcgen::CertificateParams::new(Vec::new()).unwrap();
        parameters.not_before = rcgen::date_time_ymd(2001, 1, 1);
        parameters.not_after = rcgen::date_time_ymd(last_year, 12, 31);
        let certificate = parameters.self_signed(&pair).unwrap();
        Self {
            private,
            pem: certificate.pem(),
            thumbprint: HEXUPPER.encode(&Sha1::digest(certificate.der())),
        }
    }

    pub(super) fn sign(&self, algorithm: &str, message: &[u8]) -> Vec<u8> {
        match algorithm {
            "SHA1" => SigningKey::<Sha1>::new(self.private.clone()).sign(message).to_vec(),
            "SHA256" => SigningKey::<Sha256>::new(self.private.clone()).sign(message).to_vec(),
            other => panic!("{other}"),
        }
    }
}

/// The key that most tests use, made once.
pub fn key() -> &'static TestKey {
    static KEY: OnceLock<TestKey> = OnceLock::new();
    KEY.get_or_init(|| TestKey::new(2048, 2099))
}

/// A key that no app has registered.
pub fn other_key() -> &'static TestKey {
    static KEY: OnceLock<TestKey> = OnceLock::new();
    KEY.get_or_init(|| TestKey::new(2048, 2099))
}

/// A key whose certificate has expired.
pub fn expired_key() -> &'static TestKey {
    static KEY: OnceLock<TestKey> = OnceLock::new();
    KEY.get_or_init(|| TestKey::new(2048, 2020))
}
