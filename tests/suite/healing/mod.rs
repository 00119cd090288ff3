//! What one of many does to the others: a node that stands still with the database's locks, an app that imports ten
//! thousand requests at once. Nobody else waits for long.

mod cut_off;
mod frozen;
mod import;
