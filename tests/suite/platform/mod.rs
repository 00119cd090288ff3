//! The classic XML platform, tried by a client written for these tests alone: it shares no code with the server.

pub mod client;
mod conformance;
mod integrity;
mod late;
mod links;
mod methods;
mod people;
mod sessions;
mod transport;
mod vectors;
