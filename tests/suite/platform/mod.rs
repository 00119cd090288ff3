//! The classic XML platform, tried by a client written for these tests alone: it shares no code with the server.

pub mod client;
mod conformance;
mod integrity;
mod late;
mod limits;
mod links;
mod methods;
mod moved_clock;
mod people;
mod replays;
mod rotation;
mod sessions;
mod slow_bodies;
mod transport;
mod vectors;
