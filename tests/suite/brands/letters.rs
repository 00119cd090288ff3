//! Paper wears what the pages wear.

use serde_json::json;

use super::{folder, worn::apply};
use crate::support::{databases, spawn};

fn logo_of(letter: &str) -> Option<&str> {
    letter.split("<img src=\"data:image/svg+xml;base64,").nth(1)?.split('"').next()
}

#[actix_web::test]
async fn a_letter_wears_the_brand_that_the_pages_of_its_app_wear() {
    for database in databases() {
        let portal = spawn(database).await;
        let clinic = portal.clinic();
        let invited = clinic.invite("violet harbour").await;
        let plain = clinic.send("POST", "/letters", &json!({ "identity_code": invited.code })).await.1;
        assert!(!plain.contains("--accent: #0a5b8c;"), "{plain}");

        apply(&portal, &folder("examples/brands/harbour"), true).await;
        // "All nodes show it within five seconds."
        tokio::time::sleep(std::time::Duration::from_secs(3)).await;
        let (status, html) = clinic.send("POST", "/letters", &json!({ "identity_code": invited.code })).await;
        assert_eq!(status, 200, "{html}");
        assert!(logo_of(&html).is_some(), "{database:?}: its logo");
        assert_ne!(logo_of(&html), logo_of(&plain), "{database:?}: not the one that the app's file names");
        assert!(html.contains("--accent: #0a5b8c;"), "{database:?}: its accent");
    }
}
