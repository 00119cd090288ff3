//! The picture that the camera of a phone reads.

use fast_qr::{ECL, QRBuilder};

/// The quiet zone around it, in modules (ISO/IEC 18004 asks for four).
const QUIET: usize = 4;

/// A link as a picture: how many modules it is wide with its quiet zone, and the dark ones as an SVG path. `None` for a
/// text that is too long for one, which no link of ours is.
pub(super) fn picture(link: &str) -> Option<(usize, String)> {
    let code = QRBuilder::new(link).ecl(ECL::M).build().ok()?;
    let mut path = String::new();
    for y in 0..code.size {
        let row = &code[y];
        let mut x = 0;
        while x < code.size {
            let dark = row[x..].iter().take_while(|module| module.value()).count();
            if dark > 0 {
                path.push_str(&format!("M{} {}h{dark}v1h-{dark}z", x + QUIET, y + QUIET));
            }
            x += dark.max(1);
        }
    }
    Some((code.size + 2 * QUIET, path))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_link_fits_into_a_picture_that_a_phone_reads_from_an_arms_length() {
        let link = "https://connect.fabrikam-clinic.example/connect?packageid=JKYZ-QNMN-VHRX-ZGNR-GZNH";
        let (wide, path) = picture(link).unwrap();
        // Version 6 at most: 41 modules, each about a millimetre wide on paper.
        assert!((29..=41 + 2 * QUIET).contains(&wide), "{wide}");
        assert!(path.starts_with("M4 4h7v1h-7z"), "a finder stands in the corner: {}", &path[..20]);
    }
}
