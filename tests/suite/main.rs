//! Everything that is tried from outside, in one binary.

mod api;
mod boundaries;
mod copy;
mod gallery;
mod journeys;
mod platform;
mod support;
