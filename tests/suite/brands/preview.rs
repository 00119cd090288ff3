//! `brand preview`, and the examples in the sandbox's gallery.

use std::{fs, time::Duration};

use crate::{
    commands::Installation,
    support::{Process, client_without_defaults, program},
};

async fn get(address: &str) -> (u16, String) {
    let response = reqwest::get(address).await.unwrap();
    (response.status().as_u16(), response.text().await.unwrap())
}

#[actix_web::test]
async fn a_preview_shows_the_gallery_live_and_nothing_else() {
    client_without_defaults();
    let it = Installation::new();
    let dir = it.path("mine");
    it.run(&["brand", "new", dir.to_str().unwrap()]).with(0);
    let mut command =
        program(&["brand", "preview", dir.to_str().unwrap(), "--json", "--port", "0"], &it.data());
    let (_process, told) = Process::announced(&mut command);
    let base = told["base_url"].as_str().unwrap();
    let gallery = told["gallery"].as_str().unwrap();
    assert!(!it.data().exists(), "it keeps nothing");

    let (status, index) = get(gallery).await;
    assert_eq!(status, 200);
    assert!(index.contains("Nothing found") && index.contains("load again"), "{index}");
    let page = format!("{gallery}code/blank");
    assert!(get(&page).await.1.contains("/brand/preview/look-"));
    for path in [
        "/connect",
        "/sign-in",
        "/_demo/",
        "/_demo/mail",
        "/healthz",
        "/api/openapi.json",
        "/platform/wildcat.ashx",
    ] {
        assert_eq!(get(&format!("{base}{path}")).await.0, 404, "{path}");
    }

    let mut changes = reqwest::get(format!("{gallery}changes")).await.unwrap();
    fs::write(dir.join("slots/header.html"), "<p>Just saved</p>").unwrap();
    let event =
        tokio::time::timeout(Duration::from_secs(10), changes.chunk()).await.unwrap().unwrap().unwrap();
    assert_eq!(&event[..], b"data: changed\n\n");
    assert!(get(&page).await.1.contains("Just saved"));
    fs::write(dir.join("slots/header.html"), "<p onclick=\"x\">Just saved</p>").unwrap();
    assert!(get(gallery).await.1.contains("slots/header.html:1 markup-attribute"));
    fs::remove_dir_all(&dir).unwrap();
    assert_eq!(get(&page).await.0, 200, "a folder that goes takes no page down");
}

#[actix_web::test]
async fn the_sandboxs_gallery_shows_every_page_in_the_examples() {
    client_without_defaults();
    let it = Installation::new();
    let (_process, told) = Process::sandbox(&it.data(), "0");
    let base = told["base_url"].as_str().unwrap();
    let gallery = format!("{base}/_demo/gallery/");
    let (_, index) = get(&format!("{gallery}?brand=noor")).await;
    assert!(index.contains("?brand=harbour") && index.contains("code/blank?brand=noor"), "{index}");
    for (query, shown) in
        [("?brand=harbour", true), ("?brand=noor", true), ("?brand=nobody", false), ("", false)]
    {
        let (status, html) = get(&format!("{gallery}code/blank{query}")).await;
        assert_eq!((status, html.contains("/look-")), (200, shown), "{query}");
        for address in html.split("href=\"/brand/").skip(1) {
            let address = address.split('"').next().unwrap();
            assert_eq!(get(&format!("{base}/brand/{address}")).await.0, 200, "{address}");
        }
    }
    assert_eq!(get(&format!("{gallery}changes")).await.0, 404, "only a preview has changes");
}
