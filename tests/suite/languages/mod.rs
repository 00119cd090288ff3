//! The patient reads her own language, and times as clocks at her clinic show them.

mod clinics;
mod kept;
mod pseudo;
mod whole_way;
mod zones;

use crate::support::Browser;

#[track_caller]
fn speaks(browser: &Browser, tag: &str) {
    assert!(browser.html.contains(&format!("<html lang=\"{tag}\"")), "{} speaks {tag}", browser.path);
}
