//! Everything that is tried from outside, in one binary.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on stops where it stands")]

mod accounts;
mod api;
mod audit;
mod boundaries;
mod brands;
mod commands;
mod copy;
mod desk;
mod events;
mod fuzz;
mod gallery;
mod healing;
mod invitations;
mod journeys;
mod languages;
mod letters;
mod lists;
mod mails;
mod operations;
mod own_templates;
mod pages;
mod platform;
mod processes;
mod proven;
mod providers;
mod rotation;
mod shape;
mod sign_in;
mod smtp;
mod sources;
mod support;
mod webhooks;
