//! What patients go through, on every database.

mod answers;
mod connect;
mod crash;
mod feed;
mod lifetime;
mod links;
mod logs;
mod rearm;
