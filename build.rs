//! Lists the files of words, so that a new language is a new file and nothing else; looks at a clinic's own templates, if
//! there are any, before they are compiled; and compresses the files that pages load, once for all who will ask for them.

use std::{
    env, fs,
    io::Write,
    path::{Path, PathBuf},
    process::Command,
};

use flate2::{Compression, GzBuilder};
use sha2::{Digest, Sha256};

/// The language in which the words are written first; whatever another one lacks is said in it.
const FIRST: &str = "en";

/// Where a clinic puts its own templates: `docs/branding/templates.md`.
const OWN: &str = "own-templates";
/// The version of the blocks that ours offer. Raised when one is renamed or taken away.
const BLOCKS: u32 = 1;

/// The files that pages load: name, ending, and what they are put together from, below `static/`.
const STATIC: [(&str, &str, &[&str]); 5] = [
    (
        "portal",
        "css",
        &[
            "portal/page.css",
            "portal/forms.css",
            "portal/messages.css",
            "portal/account.css",
            "portal/brand.css",
        ],
    ),
    ("portal", "js", &["portal.js"]),
    ("passkeys", "js", &["passkeys.js"]),
    ("icon", "svg", &["icon.svg"]),
    ("docs", "css", &["docs.css"]),
];

/// The first glibc whose loader knows packed relocations.
const PACKED_SINCE: (u32, u32) = (2, 36);

fn main() {
    pack_relocations();
    list_words();
    compress_static_files();
    look_at_own_templates();
}

/// Has the linker pack the places that the loader writes at each start, which makes the program and what it holds in memory
/// some megabytes smaller. In a release build, for the glibc of this machine, if that can load it.
fn pack_relocations() {
    let is_this_machine = variable("HOST") == variable("TARGET");
    let is_glibc = env::var("CARGO_CFG_TARGET_OS").is_ok_and(|os| os == "linux")
        && env::var("CARGO_CFG_TARGET_ENV").is_ok_and(|env| env == "gnu");
    if variable("PROFILE") == "release" && is_this_machine && is_glibc && glibc() >= Some(PACKED_SINCE) {
        println!("cargo::rustc-link-arg-bins=-Wl,-z,pack-relative-relocs");
    }
}

fn glibc() -> Option<(u32, u32)> {
    let said = Command::new("getconf").arg("GNU_LIBC_VERSION").output().ok()?;
    let said = String::from_utf8(said.stdout).ok()?;
    let (major, minor) = said.trim().strip_prefix("glibc ")?.split_once('.')?;
    Some((major.parse().ok()?, minor.split('.').next()?.parse().ok()?))
}

/// Stops the build where a template of the clinic's own would be used by nothing, or was made for other blocks.
fn look_at_own_templates() {
    let root = PathBuf::from(variable("CARGO_MANIFEST_DIR"));
    let own = root.join(OWN);
    println!("cargo::rerun-if-changed=askama.toml");
    println!("cargo::rerun-if-changed={}", own.display());
    for file in files_below(&own).into_iter().filter(|file| !file.ends_with("README.md")) {
        println!("cargo::rerun-if-changed={}", file.display());
        let name = file.strip_prefix(&own).expect("it lies below").display().to_string();
        assert!(
            name.starts_with("own/") || root.join("templates").join(&name).is_file(),
            "{OWN}/{name} takes the place of no template of ours: there is no templates/{name}. Parts of your own belong \
             in {OWN}/own/. See docs/branding/templates.md."
        );
        let text = fs::read_to_string(&file).expect("a template can be read");
        let first = text.lines().next().unwrap_or_default().trim();
        assert!(
            first == format!("{{#- blocks {BLOCKS} -#}}"),
            "{OWN}/{name} must say in its first line for which blocks it was made. This version has {{#- blocks {BLOCKS} -#}}; \
             docs/branding/templates.md lists them and says what changed."
        );
    }
}

fn files_below(folder: &Path) -> Vec<PathBuf> {
    let Ok(entries) = fs::read_dir(folder) else { return Vec::new() };
    entries
        .map(|entry| entry.expect("the folder can be read").path())
        .flat_map(|path| if path.is_dir() { files_below(&path) } else { vec![path] })
        .collect()
}

/// Writes the list of `templates/words/*.ftl` that `src/copy/mod.rs` includes: the first language, then by tag.
fn list_words() {
    let folder = Path::new(&variable("CARGO_MANIFEST_DIR")).join("templates").join("words");
    println!("cargo::rerun-if-changed={}", folder.display());
    let entries = fs::read_dir(&folder).expect("the folder of words is there");
    let mut tags: Vec<String> = entries
        .filter_map(|entry| {
            let path = entry.expect("the folder of words can be read").path();
            let is_words = path.extension().is_some_and(|extension| extension == "ftl");
            is_words.then(|| path.file_stem().map(|tag| tag.to_string_lossy().into_owned())).flatten()
        })
        .collect();
    tags.sort_by_key(|tag| (tag != FIRST, tag.clone()));
    let line = |tag: &String| {
        let file = folder.join(format!("{tag}.ftl"));
        println!("cargo::rerun-if-changed={}", file.display());
        format!("    ({tag:?}, include_str!({:?})),\n", file.display().to_string())
    };
    let list = format!("&[\n{}]\n", tags.iter().map(line).collect::<String>());
    fs::write(Path::new(&variable("OUT_DIR")).join("words.rs"), list).expect("the list can be written");
}

/// Writes each file as it is, and compressed where that makes it smaller, and the list that `src/web/assets.rs` includes.
fn compress_static_files() {
    let folder = Path::new(&variable("CARGO_MANIFEST_DIR")).join("static");
    let out = PathBuf::from(variable("OUT_DIR"));
    let mut list = String::from("&[\n");
    for (stem, extension, parts) in STATIC {
        let mut plain = Vec::new();
        for part in parts {
            let file = folder.join(part);
            println!("cargo::rerun-if-changed={}", file.display());
            plain.extend(fs::read(&file).expect("a static file can be read"));
        }
        let hash: String = Sha256::digest(&plain).iter().take(6).map(|byte| format!("{byte:02x}")).collect();
        let included = |bytes: &[u8], ending: &str| {
            let file = out.join(format!("{stem}.{extension}{ending}"));
            fs::write(&file, bytes).expect("a static file can be written");
            format!("include_bytes!({:?})", file.display().to_string())
        };
        let smaller = |bytes: Vec<u8>, ending: &str| {
            let smaller = bytes.len() < plain.len();
            if smaller { format!("Some({})", included(&bytes, ending)) } else { "None".to_owned() }
        };
        list += &format!(
            "    Asset {{ path: \"/static/{stem}-{hash}.{extension}\", hash: {hash:?}, content_type: {:?}, bytes: {}, \
             brotli: {}, gzip: {} }},\n",
            media_type(extension),
            included(&plain, ""),
            smaller(with_brotli(&plain), ".br"),
            smaller(with_gzip(&plain), ".gz"),
        );
    }
    fs::write(out.join("static.rs"), list + "]\n").expect("the list can be written");
}

fn media_type(extension: &str) -> &'static str {
    match extension {
        "css" => "text/css; charset=utf-8",
        "js" => "text/javascript; charset=utf-8",
        "svg" => "image/svg+xml",
        other => panic!("no media type is known for .{other}"),
    }
}

fn with_brotli(plain: &[u8]) -> Vec<u8> {
    let mut small = Vec::new();
    let params = brotli::enc::BrotliEncoderParams { quality: 11, ..Default::default() };
    brotli::BrotliCompress(&mut &plain[..], &mut small, &params).expect("memory takes what is written");
    small
}

/// Without a time in it, so that the same source gives the same program.
fn with_gzip(plain: &[u8]) -> Vec<u8> {
    let mut small = GzBuilder::new().mtime(0).write(Vec::new(), Compression::best());
    small.write_all(plain).expect("memory takes what is written");
    small.finish().expect("memory takes what is written")
}

fn variable(name: &str) -> String {
    env::var(name).expect("Cargo sets it")
}
