//! What pictures and fonts of a brand may be, known by their bytes: their size, and how much they hold.

/// The most bytes of `brand.toml`.
pub const MAX_TOML: usize = 32 * 1024;
/// The most bytes of a language's words: all of ours come to less.
pub const MAX_WORDS: usize = 160 * 1024;
/// The most bytes of a font.
pub const MAX_FONT: usize = 60 * 1024;
/// The most bytes of a drawing (SVG), before it is read.
pub const MAX_SVG: usize = 100 * 1024;
/// The most bytes of a picture (PNG).
pub const MAX_PNG: usize = 200 * 1024;
/// The widest and highest that a picture may be, in pixels.
pub const MAX_PIXELS: usize = 2_000;
/// The most elements of a drawing, before it is read.
pub const MAX_ELEMENTS: usize = 5_000;
/// How deep the elements of a drawing may stand in each other.
pub const MAX_DEPTH: usize = 64;
/// The most bytes that a font may unpack to.
const MAX_UNPACKED: u32 = 4 * 1024 * 1024;

/// Whether bytes begin as a PNG does.
pub fn is_png(bytes: &[u8]) -> bool {
    bytes.starts_with(b"\x89PNG\r\n\x1a\n")
}

/// Whether a PNG moves: it has the chunk `acTL` before its pixels (PNG, third edition, 11.3.6).
pub fn moves(png: &[u8]) -> bool {
    let mut rest = png.get(8..).unwrap_or_default();
    while let Some((head, after)) = rest.split_at_checked(8) {
        let [a, b, c, d, kind @ ..] = head else { return false };
        match kind {
            b"acTL" => return true,
            b"IDAT" => return false,
            _ => {}
        }
        // Behind the data stands its sum, of four bytes.
        let length = usize::try_from(u32::from_be_bytes([*a, *b, *c, *d])).unwrap_or(usize::MAX);
        rest = after.get(length.saturating_add(4)..).unwrap_or_default();
    }
    false
}

/// What is wrong with a font.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum FontProblem {
    /// Not what its name says.
    #[error("is no WOFF2 font")]
    Kind,
    /// Its header does not fit its bytes.
    #[error("is a WOFF2 font whose header does not fit: it may be cut off")]
    Header,
    /// A small file that becomes a huge one.
    #[error("unpacks to more than 4 MB")]
    Unpacked,
}

/// Looks at a WOFF2 font's header: signature, length, number of tables, unpacked size (WOFF 2.0, 4.1).
pub fn check_woff2(bytes: &[u8]) -> Result<(), FontProblem> {
    let number = |at: usize| {
        let four = bytes.get(at..at + 4).and_then(|four| <[u8; 4]>::try_from(four).ok());
        four.map(u32::from_be_bytes)
    };
    if !bytes.starts_with(b"wOF2") {
        return Err(FontProblem::Kind);
    }
    let (Some(length), Some(tables), Some(unpacked)) = (number(8), number(12), number(16)) else {
        return Err(FontProblem::Header);
    };
    // The table count is the upper half of its word; the lower is reserved.
    if usize::try_from(length) != Ok(bytes.len()) || tables >> 16 == 0 || bytes.len() < 48 {
        return Err(FontProblem::Header);
    }
    if unpacked > MAX_UNPACKED {
        return Err(FontProblem::Unpacked);
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn font(length: u32, unpacked: u32) -> Vec<u8> {
        let mut bytes = b"wOF2\0\x01\0\0".to_vec();
        bytes.extend(length.to_be_bytes());
        bytes.extend([0, 10, 0, 0]);
        bytes.extend(unpacked.to_be_bytes());
        bytes.resize(60, 0);
        bytes
    }

    #[test]
    fn a_picture_that_moves_is_known_by_its_chunks() {
        let chunk = |kind: &[u8; 4], data: &[u8]| {
            let length = u32::try_from(data.len()).unwrap().to_be_bytes();
            [&length[..], &kind[..], data, &[0; 4][..]].concat()
        };
        let start = b"\x89PNG\r\n\x1a\n".to_vec();
        let (head, control, pixels) =
            (chunk(b"IHDR", &[0; 13]), chunk(b"acTL", &[0; 8]), chunk(b"IDAT", b"acTL"));
        assert!(moves(&[start.clone(), head.clone(), control.clone(), pixels.clone()].concat()));
        assert!(!moves(&[start.clone(), head.clone(), pixels, control].concat()));
        assert!(!moves(&[start, head].concat()));
        assert!(!moves(b"\x89PNG\r\n\x1a\n\xff\xff\xff\xffIHDR"));
    }

    #[test]
    fn a_font_is_known_by_its_header() {
        assert_eq!(check_woff2(&font(60, 1_000)), Ok(()));
        assert_eq!(check_woff2(b"OTTO0000"), Err(FontProblem::Kind));
        assert_eq!(check_woff2(b"wOF2"), Err(FontProblem::Header));
        assert_eq!(check_woff2(&font(61, 1_000)), Err(FontProblem::Header));
        assert_eq!(check_woff2(&font(60, u32::MAX)), Err(FontProblem::Unpacked));
    }
}
