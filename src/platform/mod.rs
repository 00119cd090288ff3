//! The classic XML platform: what client libraries written for it expect of `POST /platform/wildcat.ashx`.
//!
//! A request's way through the files, in order: [`transport`] (HTTP, sizes, compression), [`xml`] (bytes to elements
//! with their byte offsets), [`envelope`] (the schema of `auth`, `header`, `info`), [`checks`] (their order, with [`proof`] and [`budget`]),
//! [`session`] (signing in) or one of [`methods`], [`answer`] (the only form of answer that all clients read).
//! [`fault`] has the status codes.
//!
//! Handlers translate; rules live in `actions` and `domain`. Hashes, HMACs and signatures are always made over the
//! bytes of the request as they stand, never over anything written anew.

pub mod answer;
pub mod budget;
pub mod call;
pub mod checks;
pub mod envelope;
pub mod fault;
pub mod methods;
pub mod proof;
pub mod session;
pub mod time;
pub mod transport;
pub mod xml;

use actix_web::web;

/// Clients append `wildcat.ashx` to whatever base they are given, in any case and with slashes of their own.
const PATH: &str = r"/{path:(?i)/*(?:platform/+)?wildcat\.ashx}";

/// The one address of the platform. Every method reaches the handler: what is no POST gets an answer in XML too.
pub fn routes(cfg: &mut web::ServiceConfig) {
    cfg.route(PATH, web::to(transport::handle));
}
