//! Promises of single pages, each tried through the door by which it was once broken.

mod bad_addresses;
mod headers;
mod links_without_codes;
mod lost_commit;
mod sign_up;
mod slow_bodies;
mod visitors;
