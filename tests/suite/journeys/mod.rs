//! What patients go through, on every database.

mod answers;
mod connect;
mod crash;
mod feed;
mod interleavings;
mod lifetime;
mod links;
mod logs;
mod people;
mod rearm;
mod tabs;
mod truth;
mod what_is_shown;
