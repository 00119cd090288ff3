//! What the operator of an installation does.

pub mod apps;
pub mod brands;
pub mod certificates;
pub mod key_check;
pub mod measure;
pub mod moving;
pub mod peppers;
pub mod readiness;
pub mod sample_records;
pub mod webhook_secrets;
