//! A small provider that does what a test tells it, also what no provider should.

use std::{
    collections::HashMap,
    net::TcpListener,
    sync::{Arc, Mutex, mpsc},
    time::Duration,
};

use actix_web::{App, HttpRequest, HttpResponse, HttpServer, web};
use data_encoding::{BASE64, BASE64URL_NOPAD};
use patient_connect::{
    domain::provider::{Provider, ProviderName},
    ports::{Clock, SystemClock, SystemRandom, bytes},
};
use ring::{
    rand::SystemRandom as RingRandom,
    signature::{ECDSA_P256_SHA256_FIXED_SIGNING, EcdsaKeyPair, KeyPair},
};
use serde_json::{Value, json};
use sha2::{Digest, Sha256};

use crate::support::{Browser, PROVIDER_SECRET};

/// What this portal is called there.
pub const CLIENT: &str = "patient-connect";

/// Somebody with an account there.
#[derive(Clone)]
pub struct Who {
    pub sub: &'static str,
    pub name: Option<&'static str>,
    pub email: Option<&'static str>,
    pub verified: bool,
}

pub const EMMA: Who =
    Who { sub: "emma-7", name: Some("Emma Berg"), email: Some("emma@mail.example"), verified: true };

struct Key {
    kid: String,
    pair: EcdsaKeyPair,
}

impl Key {
    fn new(kid: &str) -> Self {
        let random = RingRandom::new();
        let pkcs8 = EcdsaKeyPair::generate_pkcs8(&ECDSA_P256_SHA256_FIXED_SIGNING, &random).unwrap();
        let pair =
            EcdsaKeyPair::from_pkcs8(&ECDSA_P256_SHA256_FIXED_SIGNING, pkcs8.as_ref(), &random).unwrap();
        Self { kid: kid.to_owned(), pair }
    }

    fn public(&self) -> Value {
        let point = self.pair.public_key().as_ref();
        let coordinate = |from: usize| BASE64URL_NOPAD.encode(&point[from..from + 32]);
        json!({"kty": "EC", "crv": "P-256", "use": "sig", "alg": "ES256", "kid": self.kid,
               "x": coordinate(1), "y": coordinate(33)})
    }
}

struct Grant {
    who: Who,
    nonce: String,
    challenge: String,
    redirect_uri: String,
}

type Change = Box<dyn FnOnce(&mut Value, &mut Value) + Send>;

/// What it does, and what was asked of it.
struct State {
    key: Key,
    grants: HashMap<String, Grant>,
    change: Option<Change>,
    metadata: Value,
    /// The path that is answered with this status.
    broken: Option<(String, u16)>,
    /// The path that is not answered for long.
    slow: Option<String>,
    /// Whether a code may be used again.
    careless: bool,
    asked: Vec<String>,
}

pub struct Hostile {
    pub issuer: String,
    state: Arc<Mutex<State>>,
}

impl Hostile {
    pub fn start() -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").unwrap();
        let issuer = format!("http://{}", listener.local_addr().unwrap());
        let state = Arc::new(Mutex::new(State {
            key: Key::new("one"),
            grants: HashMap::new(),
            change: None,
            metadata: json!({
                "issuer": issuer,
                "authorization_endpoint": format!("{issuer}/authorize"),
                "token_endpoint": format!("{issuer}/token"),
                "userinfo_endpoint": format!("{issuer}/userinfo"),
                "end_session_endpoint": format!("{issuer}/end"),
                "jwks_uri": format!("{issuer}/jwks"),
                "response_types_supported": ["code"],
                "subject_types_supported": ["public"],
                "id_token_signing_alg_values_supported": ["ES256", "HS256", "none"],
                "authorization_response_iss_parameter_supported": true,
            }),
            broken: None,
            slow: None,
            careless: false,
            asked: Vec::new(),
        }));
        let shared = web::Data::new(state.clone());
        let (started, ready) = mpsc::channel();
        std::thread::spawn(move || {
            actix_web::rt::System::new().block_on(async {
                let app = move || App::new().app_data(shared.clone()).default_service(web::to(answer));
                let server =
                    HttpServer::new(app).workers(1).disable_signals().listen(listener).unwrap().run();
                started.send(()).unwrap();
                server.await.unwrap();
            });
        });
        ready.recv().unwrap();
        Self { issuer, state }
    }

    fn with<T>(&self, change: impl FnOnce(&mut State) -> T) -> T {
        change(&mut self.state.lock().unwrap())
    }

    /// As an operator describes it.
    pub fn about(&self, name: &str) -> Provider {
        Provider {
            name: ProviderName::parse(name).unwrap(),
            issuer: self.issuer.clone(),
            client_id: CLIENT.to_owned(),
            scopes: ["openid", "profile", "email"].map(str::to_owned).into(),
            labels: [("en".to_owned(), "State ID".to_owned())].into(),
            logo: None,
            passes_through: Vec::new(),
        }
    }

    /// Changes the header and the claims of the next ID token before it is signed.
    pub fn next_token(&self, change: impl FnOnce(&mut Value, &mut Value) + Send + 'static) {
        self.with(|state| state.change = Some(Box::new(change)));
    }

    /// Changes what it says of itself.
    pub fn describe(&self, key: &str, value: Value) {
        self.with(|state| state.metadata[key] = value);
    }

    pub fn rotate(&self, kid: &str) {
        self.with(|state| state.key = Key::new(kid));
    }

    pub fn break_at(&self, path: &str, status: u16) {
        self.with(|state| state.broken = Some((path.to_owned(), status)));
    }

    pub fn mend(&self) {
        self.with(|state| (state.broken, state.slow) = (None, None));
    }

    pub fn be_slow_at(&self, path: &str) {
        self.with(|state| state.slow = Some(path.to_owned()));
    }

    /// Takes a code as often as it comes.
    pub fn be_careless(&self) {
        self.with(|state| state.careless = true);
    }

    /// How often a path was asked for.
    pub fn times_asked(&self, path: &str) -> usize {
        self.with(|state| state.asked.iter().filter(|asked| *asked == path).count())
    }

    /// She is at the provider's page and lets it vouch for her: the address that her browser is sent back to.
    pub fn vouch(&self, patient: &Browser, who: &Who) -> String {
        let asked = query(&patient.elsewhere);
        assert!(
            patient.elsewhere.starts_with(&format!("{}/authorize?", self.issuer)),
            "{}",
            patient.elsewhere
        );
        assert_eq!(asked["response_type"], "code");
        assert_eq!(asked["client_id"], CLIENT);
        assert_eq!(asked["code_challenge_method"], "S256");
        let code = BASE64URL_NOPAD.encode(&bytes::<16>(&SystemRandom));
        let grant = Grant {
            who: who.clone(),
            nonce: asked["nonce"].clone(),
            challenge: asked["code_challenge"].clone(),
            redirect_uri: asked["redirect_uri"].clone(),
        };
        self.with(|state| state.grants.insert(code.clone(), grant));
        self.back(patient, &[("code", &code), ("iss", &self.issuer)])
    }

    /// The way back with the state that was asked for, and with this.
    pub fn back(&self, patient: &Browser, more: &[(&str, &str)]) -> String {
        let asked = query(&patient.elsewhere);
        let mut back: url::Url = asked["redirect_uri"].parse().unwrap();
        back.query_pairs_mut().append_pair("state", &asked["state"]).extend_pairs(more);
        back.into()
    }
}

/// The query of an address.
pub fn query(address: &str) -> HashMap<String, String> {
    let address: url::Url = address.parse().unwrap();
    address.query_pairs().into_owned().collect()
}

async fn answer(state: web::Data<Arc<Mutex<State>>>, req: HttpRequest, body: String) -> HttpResponse {
    let path = req.path().to_owned();
    let (broken, slow) = {
        let mut state = state.lock().unwrap();
        state.asked.push(path.clone());
        (state.broken.clone(), state.slow.clone())
    };
    if slow.is_some_and(|slow| slow == path) {
        tokio::time::sleep(Duration::from_secs(60)).await;
    }
    if let Some((_, status)) = broken.filter(|(broken, _)| *broken == path) {
        return HttpResponse::build(status.try_into().unwrap()).body("no");
    }
    let mut state = state.lock().unwrap();
    match path.as_str() {
        "/.well-known/openid-configuration" => HttpResponse::Ok().json(&state.metadata),
        "/jwks" => HttpResponse::Ok().json(json!({ "keys": [state.key.public()] })),
        "/token" => token(&mut state, &req, &body),
        "/userinfo" => {
            let token = req
                .headers()
                .get("authorization")
                .unwrap()
                .to_str()
                .unwrap()
                .strip_prefix("Bearer access-")
                .unwrap();
            let who: Value =
                serde_json::from_slice(&BASE64URL_NOPAD.decode(token.as_bytes()).unwrap()).unwrap();
            HttpResponse::Ok().json(who)
        }
        _ => HttpResponse::NotFound().finish(),
    }
}

fn refused(error: &str) -> HttpResponse {
    HttpResponse::BadRequest().json(json!({ "error": error }))
}

fn token(state: &mut State, req: &HttpRequest, body: &str) -> HttpResponse {
    let sent: HashMap<String, String> = url::form_urlencoded::parse(body.as_bytes()).into_owned().collect();
    let urlencoded = |text: &str| url::form_urlencoded::byte_serialize(text.as_bytes()).collect::<String>();
    let expected = BASE64.encode(format!("{CLIENT}:{}", urlencoded(PROVIDER_SECRET)).as_bytes());
    if req.headers().get("authorization").and_then(|v| v.to_str().ok()) != Some(&format!("Basic {expected}"))
    {
        return refused("invalid_client");
    }
    let Some(grant) = state.grants.remove(&sent["code"]) else { return refused("invalid_grant") };
    let verifier = BASE64URL_NOPAD.encode(&Sha256::digest(sent["code_verifier"].as_bytes()));
    if verifier != grant.challenge || sent["redirect_uri"] != grant.redirect_uri {
        return refused("invalid_grant");
    }
    let now = SystemClock.now().timestamp();
    let who = &grant.who;
    let said = json!({"sub": who.sub, "name": who.name, "email": who.email, "email_verified": who.verified});
    let access_token = format!("access-{}", BASE64URL_NOPAD.encode(said.to_string().as_bytes()));
    let mut header = json!({"alg": "ES256", "kid": state.key.kid, "typ": "JWT"});
    let mut claims = json!({"iss": state.metadata["issuer"], "sub": who.sub, "aud": CLIENT, "nonce": grant.nonce,
                            "iat": now, "exp": now + 300});
    if let Some(change) = state.change.take() {
        change(&mut header, &mut claims);
    }
    let id_token = signed(&state.key, &header, &claims);
    if state.careless {
        state.grants.insert(sent["code"].clone(), grant);
    }
    HttpResponse::Ok().json(
        json!({"access_token": access_token, "token_type": "Bearer", "expires_in": 60, "id_token": id_token}),
    )
}

fn signed(key: &Key, header: &Value, claims: &Value) -> String {
    let part = |value: &Value| BASE64URL_NOPAD.encode(value.to_string().as_bytes());
    let text = format!("{}.{}", part(header), part(claims));
    let signature = match header["alg"].as_str().unwrap() {
        "none" => Vec::new(),
        "HS256" => {
            let secret = ring::hmac::Key::new(ring::hmac::HMAC_SHA256, PROVIDER_SECRET.as_bytes());
            ring::hmac::sign(&secret, text.as_bytes()).as_ref().to_vec()
        }
        _ => key.pair.sign(&RingRandom::new(), text.as_bytes()).unwrap().as_ref().to_vec(),
    };
    format!("{text}.{}", BASE64URL_NOPAD.encode(&signature))
}
