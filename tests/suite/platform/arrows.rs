//! What the platform may know.

use std::fs;

use crate::boundaries::rust_files;

#[test]
fn the_platform_knows_neither_the_store_nor_the_other_doors() {
    for path in rust_files("src/platform") {
        let text = fs::read_to_string(&path).unwrap();
        for other in ["store::", "portal::", "api::", "sandbox::"] {
            assert!(!text.contains(other), "{} knows {other}", path.display());
        }
    }
}
