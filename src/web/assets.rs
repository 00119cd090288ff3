//! The files that pages load, in the binary. Their addresses change with their content, so that browsers may keep
//! them for good.
//!
//! `build.rs` compresses them once. Pages themselves are never compressed: they hold tokens beside what somebody typed, and
//! the length of the two compressed together tells the one who chose the latter about the former (BREACH, 2013). These files
//! hold neither, and are the same for everybody.

use actix_web::{
    HttpRequest, HttpResponse,
    http::{
        StatusCode,
        header::{self, AcceptEncoding, Encoding, EntityTag, Header, IfNoneMatch},
    },
};

/// For the `Cache-Control` of what never changes at its address.
pub const FOR_A_YEAR: &str = "public, max-age=31536000, immutable";

/// URLs of the files that every page loads. Their names change with their content, so that browsers may keep them.
#[derive(Debug)]
pub struct Assets {
    /// URL of the stylesheet.
    pub stylesheet: &'static str,
    /// URL of the script, which no page depends on.
    pub script: &'static str,
    /// URL of the script that passkeys need.
    pub passkeys: &'static str,
    /// URL of the icon.
    pub icon: &'static str,
    /// URL of the stylesheet that the API's documentation has beside the portal's.
    pub docs: &'static str,
}

/// One embedded file.
#[derive(Debug)]
pub struct Asset {
    /// Its URL path: `/static/portal-<hash>.css`.
    pub path: &'static str,
    /// The start of its SHA-256, in hex.
    pub hash: &'static str,
    /// For the `Content-Type` header.
    pub content_type: &'static str,
    /// What it contains.
    pub bytes: &'static [u8],
    /// The same by Brotli, where that is smaller.
    pub brotli: Option<&'static [u8]>,
    /// The same by gzip, where that is smaller.
    pub gzip: Option<&'static [u8]>,
}

/// In the order in which `build.rs` names them.
static FILES: &[Asset] = include!(concat!(env!("OUT_DIR"), "/static.rs"));

static EMBEDDED: Assets = Assets {
    stylesheet: FILES[0].path,
    script: FILES[1].path,
    passkeys: FILES[2].path,
    icon: FILES[3].path,
    docs: FILES[4].path,
};

impl Assets {
    /// The files in the binary.
    pub fn embedded() -> &'static Assets {
        &EMBEDDED
    }

    /// All files.
    pub fn files(&self) -> &'static [Asset] {
        FILES
    }

    /// The file at a URL path. `None`: there is none, or it was another version's.
    pub fn find(&self, path: &str) -> Option<&'static Asset> {
        FILES.iter().find(|file| file.path == path)
    }
}

impl Asset {
    /// The form for who accepts these encodings, and the encoding's name; none for the file as it is.
    fn for_who_accepts(&self, accepted: &AcceptEncoding) -> (&'static [u8], Option<&'static str>) {
        let forms = [
            (self.brotli, Encoding::brotli(), "br"),
            (self.gzip, Encoding::gzip(), "gzip"),
            (Some(self.bytes), Encoding::identity(), ""),
        ];
        let there = forms.iter().filter(|(bytes, ..)| bytes.is_some()).map(|(_, encoding, _)| encoding);
        let chosen = accepted.negotiate(there);
        let found = forms.iter().find(|(_, encoding, _)| Some(encoding) == chosen.as_ref());
        match found {
            Some((Some(bytes), _, name)) if !name.is_empty() => (bytes, Some(name)),
            // Who accepts nothing that there is is given the file all the same.
            _ => (self.bytes, None),
        }
    }
}

/// Answers with the file at the request's path.
pub async fn serve(req: HttpRequest) -> HttpResponse {
    let Some(file) = Assets::embedded().find(req.path()) else {
        return HttpResponse::NotFound().finish();
    };
    let accepted = AcceptEncoding::parse(&req).unwrap_or(AcceptEncoding(Vec::new()));
    let (bytes, encoding) = file.for_who_accepts(&accepted);
    let tag = EntityTag::new_strong(format!(
        "{}{}",
        file.hash,
        encoding.map_or(String::new(), |e| format!("-{e}"))
    ));
    let has_it = match IfNoneMatch::parse(&req) {
        Ok(IfNoneMatch::Items(tags)) => tags.iter().any(|theirs| theirs.weak_eq(&tag)),
        Ok(IfNoneMatch::Any) => req.headers().contains_key(header::IF_NONE_MATCH),
        Err(_) => false,
    };
    let mut answer = HttpResponse::build(if has_it { StatusCode::NOT_MODIFIED } else { StatusCode::OK });
    answer
        .insert_header((header::CACHE_CONTROL, FOR_A_YEAR))
        .insert_header((header::VARY, "accept-encoding"))
        .insert_header(header::ETag(tag));
    if has_it {
        return answer.finish();
    }
    if let Some(encoding) = encoding {
        answer.insert_header((header::CONTENT_ENCODING, encoding));
    }
    answer.content_type(file.content_type).body(bytes)
}

#[cfg(test)]
mod tests {
    use actix_web::{body::to_bytes, test::TestRequest};

    use super::*;

    async fn asked(file: &Asset, accepts: Option<&'static str>) -> HttpResponse {
        let mut request = TestRequest::get().uri(file.path);
        if let Some(accepts) = accepts {
            request = request.insert_header((header::ACCEPT_ENCODING, accepts));
        }
        serve(request.to_http_request()).await
    }

    fn encoding(answer: &HttpResponse) -> &str {
        answer.headers().get(header::CONTENT_ENCODING).map_or("", |value| value.to_str().unwrap())
    }

    fn tag(answer: &HttpResponse) -> String {
        answer.headers().get(header::ETAG).unwrap().to_str().unwrap().to_owned()
    }

    #[actix_web::test]
    async fn each_file_comes_as_who_asks_can_read_it_and_never_larger_than_it_is() {
        for file in Assets::embedded().files() {
            let mut tags = std::collections::BTreeSet::new();
            for (accepts, expected) in [
                (Some("gzip, deflate, br, zstd"), "br"),
                (Some("gzip, deflate"), "gzip"),
                (Some("br;q=0, gzip"), "gzip"),
                (Some("zstd"), ""),
                (Some("identity;q=0"), ""),
                (None, ""),
            ] {
                let answer = asked(file, accepts).await;
                assert_eq!(answer.headers().get(header::VARY).unwrap(), "accept-encoding");
                let found = encoding(&answer).to_owned();
                tags.insert(tag(&answer));
                let bytes = to_bytes(answer.into_body()).await.unwrap();
                let read = match found.as_str() {
                    "br" => {
                        let mut read = Vec::new();
                        brotli::BrotliDecompress(&mut &bytes[..], &mut read).unwrap();
                        read
                    }
                    "gzip" => {
                        let mut read = Vec::new();
                        std::io::Read::read_to_end(&mut flate2::read::GzDecoder::new(&bytes[..]), &mut read)
                            .unwrap();
                        read
                    }
                    _ => bytes.to_vec(),
                };
                assert_eq!(read, file.bytes, "{} as {accepts:?}", file.path);
                assert!(bytes.len() < file.bytes.len() || found.is_empty());
                if file.path.ends_with(".css") {
                    assert_eq!(found, expected, "{} as {accepts:?}", file.path);
                }
            }
            let forms = 1 + usize::from(file.brotli.is_some()) + usize::from(file.gzip.is_some());
            assert_eq!(tags.len(), forms, "each form of {} has a tag of its own", file.path);
        }
    }

    #[actix_web::test]
    async fn who_has_a_form_already_is_not_sent_it_again_and_another_form_is_another_thing() {
        let file = &Assets::embedded().files()[0];
        let of = tag(&asked(file, Some("br")).await);
        let again = |accepts: &'static str| {
            let request = TestRequest::get().uri(file.path).insert_header((header::ACCEPT_ENCODING, accepts));
            serve(request.insert_header((header::IF_NONE_MATCH, of.clone())).to_http_request())
        };
        let unchanged = again("br").await;
        assert_eq!(unchanged.status(), 304);
        assert_eq!(tag(&unchanged), of);
        assert_eq!(again("gzip").await.status(), 200);
    }
}
