//! TLS for those without a proxy: certificate and key from two files, and what is new in them without a restart.

use std::{
    fs, io,
    path::{Path, PathBuf},
    sync::{Arc, Mutex, PoisonError, RwLock},
};

use chrono::{DateTime, Utc};
use rustls::{
    ServerConfig,
    client::verify_server_name,
    crypto::{CryptoProvider, ring},
    pki_types::{CertificateDer, PrivateKeyDer, ServerName, pem::PemObject},
    server::{ClientHello, ParsedCertificate, ResolvesServerCert},
    sign::CertifiedKey,
    version::{TLS12, TLS13},
};
use sha2::{Digest, Sha256};

/// Why certificate and key cannot be used.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum TlsProblem {
    /// A file cannot be read.
    #[error("{0} cannot be read: {1}")]
    Unreadable(String, String),
    /// There is no certificate in it.
    #[error("{0} holds no certificate in PEM form (-----BEGIN CERTIFICATE-----)")]
    NoCertificate(String),
    /// There is no key in it.
    #[error("{0} holds no private key in PEM form (-----BEGIN PRIVATE KEY-----), or one with a passphrase")]
    NoKey(String),
    /// The key is another one's.
    #[error("the key in {key} is not the one that the first certificate in {certificate} was made for")]
    Mismatch {
        /// File of the certificate.
        certificate: String,
        /// File of the key.
        key: String,
    },
    /// Something else is wrong.
    #[error("certificate and key cannot be used: {0}")]
    Unusable(String),
}

/// A certificate with its chain and its key, that fit together.
#[derive(Debug, Clone)]
pub struct Pair {
    key: Arc<CertifiedKey>,
    not_before: DateTime<Utc>,
    not_after: DateTime<Utc>,
}

impl Pair {
    /// Reads both files. Whether the certificate is good today is not asked.
    pub fn read(certificate: &Path, key: &Path) -> Result<Self, TlsProblem> {
        Self::of(&Files::read(certificate, key)?, certificate, key)
    }

    fn of(files: &Files, certificate: &Path, key: &Path) -> Result<Self, TlsProblem> {
        let [certificate, key] = [certificate, key].map(|path| path.display().to_string());
        let chain: Vec<CertificateDer<'static>> = CertificateDer::pem_slice_iter(&files.certificate)
            .collect::<Result<_, _>>()
            .map_err(|_| TlsProblem::NoCertificate(certificate.clone()))?;
        let Some(first) = chain.first() else { return Err(TlsProblem::NoCertificate(certificate)) };
        let (not_before, not_after) =
            validity(first).ok_or(TlsProblem::NoCertificate(certificate.clone()))?;
        let private =
            PrivateKeyDer::from_pem_slice(&files.key).map_err(|_| TlsProblem::NoKey(key.clone()))?;
        let both =
            CertifiedKey::from_der(chain, private, &ring::default_provider()).map_err(|e| match e {
                rustls::Error::InconsistentKeys(_) => TlsProblem::Mismatch { certificate, key },
                other => TlsProblem::Unusable(other.to_string()),
            })?;
        Ok(Self { key: Arc::new(both), not_before, not_after })
    }

    /// From when on it is good.
    pub fn not_before(&self) -> DateTime<Utc> {
        self.not_before
    }

    /// Until when it is good.
    pub fn not_after(&self) -> DateTime<Utc> {
        self.not_after
    }

    /// Whether it was made for this host.
    pub fn is_for(&self, host: &str) -> bool {
        let Ok(name) = ServerName::try_from(host.trim_start_matches('[').trim_end_matches(']')) else {
            return false;
        };
        let parsed = self.key.cert.first().map(ParsedCertificate::try_from);
        parsed.is_some_and(|parsed| parsed.is_ok_and(|parsed| verify_server_name(&parsed, &name).is_ok()))
    }
}

/// What stands in both files.
struct Files {
    certificate: Vec<u8>,
    key: zeroize::Zeroizing<Vec<u8>>,
}

impl Files {
    fn read(certificate: &Path, key: &Path) -> Result<Self, TlsProblem> {
        let read = |path: &Path| {
            let problem = |e: io::Error| TlsProblem::Unreadable(path.display().to_string(), e.to_string());
            fs::read(path).map_err(problem)
        };
        Ok(Self { certificate: read(certificate)?, key: read(key)?.into() })
    }

    fn hash(&self) -> [u8; 32] {
        let mut hash = Sha256::new_with_prefix(Sha256::digest(&self.certificate));
        hash.update(Sha256::digest(&*self.key));
        hash.finalize().into()
    }
}

fn validity(der: &CertificateDer<'_>) -> Option<(DateTime<Utc>, DateTime<Utc>)> {
    let (_, parsed) = x509_parser::parse_x509_certificate(der).ok()?;
    let at = |time: x509_parser::time::ASN1Time| DateTime::from_timestamp(time.timestamp(), 0);
    Some((at(parsed.validity().not_before)?, at(parsed.validity().not_after)?))
}

/// What came of a further look at the files.
#[derive(Debug, PartialEq, Eq)]
pub enum Looked {
    /// Nothing has changed since the last look.
    AsBefore,
    /// A new pair is served from now on, good until then.
    Renewed(DateTime<Utc>),
    /// What is there now cannot be used: the pair from before is served on.
    Kept(TlsProblem),
}

/// The pair that is served now.
#[derive(Debug)]
pub struct Certificates {
    certificate: PathBuf,
    key: PathBuf,
    served: RwLock<Arc<CertifiedKey>>,
    /// What was found at the last look, good or not, so that each change is told once.
    seen: Mutex<Result<[u8; 32], TlsProblem>>,
}

impl Certificates {
    /// Reads the files for the first time: without a good pair nothing can be served.
    pub fn open(certificate: &Path, key: &Path) -> Result<Arc<Self>, TlsProblem> {
        let files = Files::read(certificate, key)?;
        let pair = Pair::of(&files, certificate, key)?;
        Ok(Arc::new(Self {
            certificate: certificate.to_owned(),
            key: key.to_owned(),
            served: RwLock::new(pair.key),
            seen: Mutex::new(Ok(files.hash())),
        }))
    }

    /// Looks at the files again. Whoever connects from then on is shown what is new; connections that stand stay.
    pub fn look_again(&self) -> Looked {
        let files = Files::read(&self.certificate, &self.key);
        let found = match &files {
            Ok(files) => Ok(files.hash()),
            Err(problem) => Err(problem.clone()),
        };
        let mut seen = self.seen.lock().unwrap_or_else(PoisonError::into_inner);
        if *seen == found {
            return Looked::AsBefore;
        }
        *seen = found;
        match files.and_then(|files| Pair::of(&files, &self.certificate, &self.key)) {
            Ok(pair) => {
                *self.served.write().unwrap_or_else(PoisonError::into_inner) = pair.key;
                Looked::Renewed(pair.not_after)
            }
            Err(problem) => Looked::Kept(problem),
        }
    }

    /// TLS 1.3 and 1.2, nobody asked for a certificate, no early data (which could be played again).
    pub fn server_config(self: &Arc<Self>) -> Result<ServerConfig, TlsProblem> {
        let provider: Arc<CryptoProvider> = Arc::new(ring::default_provider());
        let config = ServerConfig::builder_with_provider(provider)
            .with_protocol_versions(&[&TLS13, &TLS12])
            .map_err(|e| TlsProblem::Unusable(e.to_string()))?;
        Ok(config.with_no_client_auth().with_cert_resolver(self.clone()))
    }
}

impl ResolvesServerCert for Certificates {
    fn resolve(&self, _: ClientHello<'_>) -> Option<Arc<CertifiedKey>> {
        Some(self.served.read().unwrap_or_else(PoisonError::into_inner).clone())
    }
}

#[cfg(test)]
mod tests {
    use rcgen::{CertificateParams, KeyPair};

    use super::*;

    fn made_for(host: &str, year: i32) -> (String, String) {
        let mut params = CertificateParams::new(vec![host.to_owned()]).unwrap();
        params.not_after = rcgen::date_time_ymd(year, 1, 2);
        let key = KeyPair::generate().unwrap();
        (params.self_signed(&key).unwrap().pem(), key.serialize_pem())
    }

    #[test]
    fn a_new_pair_is_served_and_a_broken_one_leaves_the_one_from_before() {
        let dir = tempfile::tempdir().unwrap();
        let [certificate, key] = ["fullchain.pem", "privkey.pem"].map(|name| dir.path().join(name));
        let put = |(c, k): &(String, String)| {
            fs::write(&certificate, c).unwrap();
            fs::write(&key, k).unwrap();
        };
        let (one, two) = (made_for("one.example", 2040), made_for("two.example", 2041));
        put(&one);
        let served = Certificates::open(&certificate, &key).unwrap();
        let now = || served.served.read().unwrap().cert[0].clone();
        let first = now();
        assert_eq!(served.look_again(), Looked::AsBefore);

        put(&(two.0.clone(), one.1.clone()));
        assert!(matches!(served.look_again(), Looked::Kept(TlsProblem::Mismatch { .. })));
        assert_eq!(served.look_again(), Looked::AsBefore, "told once");
        put(&(two.0.clone(), "nothing of this kind".to_owned()));
        assert!(matches!(served.look_again(), Looked::Kept(TlsProblem::NoKey(_))));
        put(&("rubbish".to_owned(), two.1.clone()));
        assert!(matches!(served.look_again(), Looked::Kept(TlsProblem::NoCertificate(_))));
        fs::remove_file(&key).unwrap();
        assert!(matches!(served.look_again(), Looked::Kept(TlsProblem::Unreadable(..))));
        assert_eq!(now(), first);

        put(&two);
        let Looked::Renewed(until) = served.look_again() else { panic!("it was not taken") };
        assert_eq!(until.to_rfc3339(), "2041-01-02T00:00:00+00:00");
        assert_ne!(now(), first);
    }

    #[test]
    fn a_certificate_is_for_the_hosts_that_it_names() {
        let dir = tempfile::tempdir().unwrap();
        let [certificate, key] = ["c.pem", "k.pem"].map(|name| dir.path().join(name));
        for (host, asked, fits) in [
            ("connect.clinic.example", "connect.clinic.example", true),
            ("*.clinic.example", "connect.clinic.example", true),
            ("clinic.example", "connect.clinic.example", false),
            ("127.0.0.1", "127.0.0.1", true),
            ("::1", "[::1]", true),
        ] {
            let (pem, private) = made_for(host, 2040);
            fs::write(&certificate, pem).unwrap();
            fs::write(&key, private).unwrap();
            assert_eq!(Pair::read(&certificate, &key).unwrap().is_for(asked), fits, "{host}");
        }
    }
}
