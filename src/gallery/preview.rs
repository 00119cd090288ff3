//! The gallery in a brand that is being made: its files are read again when they change, and pages that are open load
//! again. Without script, a link does.

use std::{
    convert::Infallible,
    path::PathBuf,
    pin::Pin,
    sync::{Arc, Mutex, PoisonError},
    task::{Context, Poll},
    time::Duration,
};

use actix_web::{HttpResponse, http::header, web::Bytes, web::Data};
use futures_core::Stream;
use tokio::time::{Interval, interval};

use crate::{
    brands::{Look, Looks, changed, read_folder},
    copy::Catalogue,
    domain::brand::{Code, Finding},
    portal::fault::Fault,
};

/// What the addresses of a previewed brand's files begin with, behind `/brand/`.
const KEY: &str = "preview";
/// How often a page that is open asks for changes.
const LOOK_EVERY: Duration = Duration::from_millis(400);
/// How many times nothing happens before a sign of life is sent.
const SIGN_OF_LIFE: u32 = 35;

/// A brand's folder that is shown as it is now.
pub struct Previewed {
    folder: PathBuf,
    looks: Arc<Looks>,
    /// Read once: a file that is saved is shown at once.
    catalogue: Catalogue,
    seen: Mutex<Option<(u64, Arc<Look>)>>,
}

impl std::fmt::Debug for Previewed {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Previewed({})", self.folder.display())
    }
}

impl Previewed {
    /// Shows this folder; its files are served from `looks`.
    pub fn new(folder: PathBuf, looks: Arc<Looks>) -> Self {
        Self { folder, looks, catalogue: Catalogue::load(), seen: Mutex::new(None) }
    }

    /// The brand as it is now. A folder that cannot be read just now leaves what was seen last.
    pub(super) fn look(&self) -> Arc<Look> {
        let mut seen = self.seen.lock().unwrap_or_else(PoisonError::into_inner);
        let state = changed(&self.folder);
        if let Some((known, look)) = &*seen
            && *known == state
        {
            return look.clone();
        }
        let (files, unread) = read_folder(&self.folder).unwrap_or_else(|e| {
            let name = self.folder.display().to_string();
            (Default::default(), vec![Finding::new(Code::FileMissing, &name, format!("cannot be read: {e}"))])
        });
        let mut look = Look::of(KEY, &files, &self.catalogue);
        look.findings.extend(unread);
        let look = Arc::new(look);
        self.looks.put_beside(look.clone());
        *seen = Some((state, look.clone()));
        look
    }
}

/// Tells a page that is open to load again.
struct Changes {
    previewed: Data<Previewed>,
    state: u64,
    every: Interval,
    quiet: u32,
}

impl Stream for Changes {
    type Item = Result<Bytes, Infallible>;

    fn poll_next(mut self: Pin<&mut Self>, task: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        loop {
            if self.every.poll_tick(task).is_pending() {
                return Poll::Pending;
            }
            let state = changed(&self.previewed.folder);
            if state != self.state {
                self.state = state;
                return Poll::Ready(Some(Ok(Bytes::from_static(b"data: changed\n\n"))));
            }
            self.quiet += 1;
            if self.quiet.is_multiple_of(SIGN_OF_LIFE) {
                return Poll::Ready(Some(Ok(Bytes::from_static(b": still here\n\n"))));
            }
        }
    }
}

/// `GET /_demo/gallery/changes`: an event for each change of the folder.
pub(super) async fn changes(previewed: Option<Data<Previewed>>) -> Result<HttpResponse, Fault> {
    let previewed = previewed.ok_or(Fault::NOT_FOUND)?;
    let state = changed(&previewed.folder);
    let stream = Changes { previewed, state, every: interval(LOOK_EVERY), quiet: 0 };
    Ok(HttpResponse::Ok()
        .content_type("text/event-stream")
        .insert_header((header::CACHE_CONTROL, "no-store"))
        .streaming(stream))
}

/// `GET /_demo/gallery/live.js`.
pub(super) async fn script() -> HttpResponse {
    let script = include_str!("../../static/gallery.js");
    HttpResponse::Ok().content_type("text/javascript; charset=utf-8").body(script)
}

/// Has a page listen for changes.
pub(super) fn live(html: &str) -> String {
    html.replacen("</head>", "<script src=\"/_demo/gallery/live.js\" defer></script>\n</head>", 1)
}
