//! What is connected to one's records, and how to end it.

pub mod disconnect;
pub mod list;
