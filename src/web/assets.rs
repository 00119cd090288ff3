//! The files that pages load, in the binary. Their addresses change with their content, so that browsers may keep
//! them for good.

use std::sync::LazyLock;

use actix_web::{HttpRequest, HttpResponse, http::header};
use sha2::{Digest, Sha256};

/// For the `Cache-Control` of what never changes at its address.
pub const FOR_A_YEAR: &str = "public, max-age=31536000, immutable";

/// URLs of the files that every page loads. Their names change with their content, so that browsers may keep them.
#[derive(Debug)]
pub struct Assets {
    /// URL of the stylesheet.
    pub stylesheet: String,
    /// URL of the script, which no page depends on.
    pub script: String,
    /// URL of the script that passkeys need.
    pub passkeys: String,
    /// URL of the icon.
    pub icon: String,
    /// URL of the stylesheet that the API's documentation has beside the portal's.
    pub docs: String,
    files: Vec<Asset>,
}

/// One embedded file.
#[derive(Debug)]
pub struct Asset {
    /// Its URL path: `/static/portal-<hash>.css`.
    pub path: String,
    /// For the `Content-Type` header.
    pub content_type: &'static str,
    /// What it contains.
    pub bytes: &'static [u8],
}

impl Assets {
    /// The files in the binary.
    pub fn embedded() -> &'static Assets {
        static EMBEDDED: LazyLock<Assets> = LazyLock::new(|| {
            let files = vec![
                Asset::new(
                    "portal",
                    "css",
                    "text/css; charset=utf-8",
                    concat!(
                        include_str!("../../static/portal/page.css"),
                        include_str!("../../static/portal/forms.css"),
                        include_str!("../../static/portal/messages.css"),
                        include_str!("../../static/portal/account.css"),
                        include_str!("../../static/portal/brand.css"),
                    )
                    .as_bytes(),
                ),
                Asset::new(
                    "portal",
                    "js",
                    "text/javascript; charset=utf-8",
                    include_bytes!("../../static/portal.js"),
                ),
                Asset::new(
                    "passkeys",
                    "js",
                    "text/javascript; charset=utf-8",
                    include_bytes!("../../static/passkeys.js"),
                ),
                Asset::new("icon", "svg", "image/svg+xml", include_bytes!("../../static/icon.svg")),
                Asset::new("docs", "css", "text/css; charset=utf-8", include_bytes!("../../static/docs.css")),
            ];
            let path = |index: usize| files[index].path.clone();
            Assets {
                stylesheet: path(0),
                script: path(1),
                passkeys: path(2),
                icon: path(3),
                docs: path(4),
                files,
            }
        });
        &EMBEDDED
    }

    /// All files.
    pub fn files(&self) -> &[Asset] {
        &self.files
    }

    /// The file at a URL path. `None`: there is none, or it was another version's.
    pub fn find(&self, path: &str) -> Option<&Asset> {
        self.files.iter().find(|file| file.path == path)
    }
}

impl Asset {
    fn new(stem: &str, extension: &str, content_type: &'static str, bytes: &'static [u8]) -> Asset {
        let hash = Sha256::digest(bytes);
        let hash: String = hash.iter().take(6).map(|byte| format!("{byte:02x}")).collect();
        Asset { path: format!("/static/{stem}-{hash}.{extension}"), content_type, bytes }
    }
}

/// Answers with the file at the request's path.
pub async fn serve(req: HttpRequest) -> HttpResponse {
    match Assets::embedded().find(req.path()) {
        Some(file) => HttpResponse::Ok()
            .content_type(file.content_type)
            .insert_header((header::CACHE_CONTROL, FOR_A_YEAR))
            .body(file.bytes),
        None => HttpResponse::NotFound().finish(),
    }
}
