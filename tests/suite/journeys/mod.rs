//! What patients go through, on every database.

mod answers;
mod connect;
mod feed;
mod lifetime;
mod links;
mod logs;
