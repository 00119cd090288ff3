//! GetServiceDefinition: where platform and shell are.

use url::Url;

use crate::platform::{
    answer::{Answer, Xml},
    fault::{Code, Failure, Fault},
    time,
    xml::Element,
};

/// When what is answered here last changed.
const UPDATED: &str = "2026-11-24T00:00:00Z";

/// GetServiceDefinition, version 1 (everything) and 2 (the sections asked for).
pub(super) fn definition(base_url: &Url, version: u32, info: &Element<'_>) -> Result<Answer, Failure> {
    let mut children = info.children()?;
    if let Some(since) = children.optional("updated-date") {
        time::parse(since.token()?)
            .ok_or_else(|| Fault::new(Code::InvalidDatetime, "updated-date is not a time."))?;
    }
    let sections = if version == 2 { children.optional("response-sections") } else { None };
    children.end()?;
    let asked = match sections {
        None => None,
        Some(sections) => Some(
            sections
                .children()?
                .all("section")?
                .into_iter()
                .map(Element::token)
                .collect::<Result<Vec<_>, _>>()?,
        ),
    };
    let wants =
        |section: &str| asked.as_ref().is_none_or(|asked| asked.is_empty() || asked.contains(&section));

    let url = |path: &str| {
        let mut url = base_url.clone();
        url.set_path(path);
        url.set_query(None);
        url.to_string()
    };
    let (platform, shell) = (url("/platform/wildcat.ashx"), url("/"));
    let mut xml = Xml::default();
    if wants("platform") {
        xml.open("platform")
            .element("url", &platform)
            .element("version", env!("CARGO_PKG_VERSION"))
            .close("platform");
    }
    if wants("shell") {
        xml.open("shell").element("url", &shell).element("redirect-url", &url("/redirect.aspx"));
        // No redirect-token: its `token` would be a second element of that name, which some clients stumble over.
        xml.close("shell");
    }
    if version == 2 && wants("topology") {
        xml.open_with("instances", &[("current-instance-id", "1")])
            .open("instance")
            .element("id", "1")
            .element("name", "Patient Connect")
            .element("description", "Patient Connect")
            .element("platform-url", &platform)
            .element("shell-url", &shell)
            .close("instance")
            .close("instances");
    }
    xml.element("updated-date", UPDATED);
    let name = if version == 1 { "GetServiceDefinition" } else { "GetServiceDefinition2" };
    Ok(Answer::with(name, &xml))
}
