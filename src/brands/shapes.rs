//! Writes the shapes of a parsed drawing as SVG: groups, paths, colours, gradients and clips, and nothing that is not one
//! of these. usvg's own writer is a feature of it that would bring another library; this one knows fewer things, and so
//! there is less that could get through.

use std::fmt::Write;

use usvg::{
    BaseGradient, ClipPath, Fill, FillRule, Group, LineCap, LineJoin, Node, Paint, PaintOrder, Path,
    SpreadMethod, Stroke, Transform, Tree,
    tiny_skia_path::{PathSegment, Point},
};

/// Something in a drawing that is not written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum NotAShape {
    /// A mask, a filter, a pattern or a blend mode.
    Effect,
    /// A picture or a text.
    Foreign,
    /// More than a logo.
    TooLarge,
}

/// How many definitions and how many bytes a drawing may come to.
const MOST_DEFINITIONS: usize = 500;
const MOST_BYTES: usize = 200 * 1024;

/// What is written so far.
#[derive(Default)]
struct Writer {
    definitions: String,
    count: usize,
}

/// Writes a drawing.
pub(super) fn write(tree: &Tree) -> Result<String, NotAShape> {
    let mut writer = Writer::default();
    let mut body = String::new();
    writer.group(tree.root(), &mut body)?;
    let (width, height) = (number(tree.size().width()), number(tree.size().height()));
    let definitions = match writer.definitions.as_str() {
        "" => String::new(),
        some => format!("<defs>{some}</defs>"),
    };
    Ok(format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{width}\" height=\"{height}\" \
         viewBox=\"0 0 {width} {height}\">{definitions}{body}</svg>\n"
    ))
}

impl Writer {
    fn children(&mut self, group: &Group, out: &mut String) -> Result<(), NotAShape> {
        for child in group.children() {
            match child {
                Node::Group(group) => self.group(group, out)?,
                Node::Path(path) if path.is_visible() => self.path(path, out)?,
                Node::Path(_) => {}
                Node::Image(_) | Node::Text(_) => return Err(NotAShape::Foreign),
            }
            if out.len() + self.definitions.len() > MOST_BYTES {
                return Err(NotAShape::TooLarge);
            }
        }
        Ok(())
    }

    fn group(&mut self, group: &Group, out: &mut String) -> Result<(), NotAShape> {
        let normal = group.blend_mode() == usvg::BlendMode::Normal;
        if group.mask().is_some() || !group.filters().is_empty() || !normal {
            return Err(NotAShape::Effect);
        }
        let mut attributes = transform("transform", group.transform());
        if group.opacity().get() < 1.0 {
            attribute(&mut attributes, "opacity", &number(group.opacity().get()));
        }
        if let Some(clip) = group.clip_path() {
            let id = self.clip(clip)?;
            attribute(&mut attributes, "clip-path", &format!("url(#{id})"));
        }
        if attributes.is_empty() {
            return self.children(group, out);
        }
        out.push_str(&format!("<g{attributes}>"));
        self.children(group, out)?;
        out.push_str("</g>");
        Ok(())
    }

    fn path(&mut self, path: &Path, out: &mut String) -> Result<(), NotAShape> {
        let mut attributes = String::new();
        attribute(&mut attributes, "d", &data(path));
        match path.fill() {
            Some(fill) => self.fill(fill, &mut attributes)?,
            None => attribute(&mut attributes, "fill", "none"),
        }
        if let Some(stroke) = path.stroke() {
            self.stroke(stroke, &mut attributes)?;
        }
        if path.paint_order() == PaintOrder::StrokeAndFill {
            attribute(&mut attributes, "paint-order", "stroke");
        }
        out.push_str(&format!("<path{attributes}/>"));
        Ok(())
    }

    fn fill(&mut self, fill: &Fill, out: &mut String) -> Result<(), NotAShape> {
        attribute(out, "fill", &self.paint(fill.paint())?);
        if fill.opacity().get() < 1.0 {
            attribute(out, "fill-opacity", &number(fill.opacity().get()));
        }
        if fill.rule() == FillRule::EvenOdd {
            attribute(out, "fill-rule", "evenodd");
            attribute(out, "clip-rule", "evenodd");
        }
        Ok(())
    }

    fn stroke(&mut self, stroke: &Stroke, out: &mut String) -> Result<(), NotAShape> {
        attribute(out, "stroke", &self.paint(stroke.paint())?);
        attribute(out, "stroke-width", &number(stroke.width().get()));
        if stroke.opacity().get() < 1.0 {
            attribute(out, "stroke-opacity", &number(stroke.opacity().get()));
        }
        match stroke.linecap() {
            LineCap::Butt => {}
            LineCap::Round => attribute(out, "stroke-linecap", "round"),
            LineCap::Square => attribute(out, "stroke-linecap", "square"),
        }
        match stroke.linejoin() {
            LineJoin::Miter | LineJoin::MiterClip => {
                attribute(out, "stroke-miterlimit", &number(stroke.miterlimit().get()));
            }
            LineJoin::Round => attribute(out, "stroke-linejoin", "round"),
            LineJoin::Bevel => attribute(out, "stroke-linejoin", "bevel"),
        }
        if let Some(dashes) = stroke.dasharray() {
            let dashes: Vec<String> = dashes.iter().map(|dash| number(*dash)).collect();
            attribute(out, "stroke-dasharray", &dashes.join(" "));
            attribute(out, "stroke-dashoffset", &number(stroke.dashoffset()));
        }
        Ok(())
    }

    fn paint(&mut self, paint: &Paint) -> Result<String, NotAShape> {
        let (kind, geometry, base): (_, _, &BaseGradient) = match paint {
            Paint::Color(colour) => return Ok(hex(*colour)),
            Paint::Pattern(_) => return Err(NotAShape::Effect),
            Paint::LinearGradient(linear) => {
                let ends =
                    [("x1", linear.x1()), ("y1", linear.y1()), ("x2", linear.x2()), ("y2", linear.y2())];
                ("linearGradient", ends.to_vec(), linear)
            }
            Paint::RadialGradient(radial) => {
                let circles = [
                    ("cx", radial.cx()),
                    ("cy", radial.cy()),
                    ("r", radial.r().get()),
                    ("fx", radial.fx()),
                    ("fy", radial.fy()),
                    ("fr", radial.fr().get()),
                ];
                ("radialGradient", circles.to_vec(), radial)
            }
        };
        let id = self.new_id()?;
        let mut attributes = String::new();
        for (name, value) in geometry {
            attribute(&mut attributes, name, &number(value));
        }
        attribute(&mut attributes, "gradientUnits", "userSpaceOnUse");
        attributes.push_str(&transform("gradientTransform", base.transform()));
        match base.spread_method() {
            SpreadMethod::Pad => {}
            SpreadMethod::Reflect => attribute(&mut attributes, "spreadMethod", "reflect"),
            SpreadMethod::Repeat => attribute(&mut attributes, "spreadMethod", "repeat"),
        }
        let stops: String = base
            .stops()
            .iter()
            .map(|stop| {
                let mut attributes = String::new();
                attribute(&mut attributes, "offset", &number(stop.offset().get()));
                attribute(&mut attributes, "stop-color", &hex(stop.color()));
                attribute(&mut attributes, "stop-opacity", &number(stop.opacity().get()));
                format!("<stop{attributes}/>")
            })
            .collect();
        self.definitions.push_str(&format!("<{kind} id=\"{id}\"{attributes}>{stops}</{kind}>"));
        Ok(format!("url(#{id})"))
    }

    fn clip(&mut self, clip: &ClipPath) -> Result<String, NotAShape> {
        let id = self.new_id()?;
        let mut attributes = transform("transform", clip.transform());
        if let Some(further) = clip.clip_path() {
            let further = self.clip(further)?;
            attribute(&mut attributes, "clip-path", &format!("url(#{further})"));
        }
        let mut inner = String::new();
        self.children(clip.root(), &mut inner)?;
        self.definitions.push_str(&format!("<clipPath id=\"{id}\"{attributes}>{inner}</clipPath>"));
        Ok(id)
    }

    fn new_id(&mut self) -> Result<String, NotAShape> {
        self.count += 1;
        if self.count > MOST_DEFINITIONS { Err(NotAShape::TooLarge) } else { Ok(format!("d{}", self.count)) }
    }
}

/// Appends an attribute whose value was made here of numbers and names.
fn attribute(out: &mut String, name: &str, value: &str) {
    // Writing to a text does not fail.
    let _ = write!(out, " {name}=\"{value}\"");
}

fn transform(name: &str, transform: Transform) -> String {
    let mut out = String::new();
    if !transform.is_identity() {
        let Transform { sx, kx, ky, sy, tx, ty } = transform;
        let all: Vec<String> = [sx, ky, kx, sy, tx, ty].into_iter().map(fine).collect();
        attribute(&mut out, name, &format!("matrix({})", all.join(" ")));
    }
    out
}

fn hex(colour: usvg::Color) -> String {
    format!("#{:02x}{:02x}{:02x}", colour.red, colour.green, colour.blue)
}

fn data(path: &Path) -> String {
    let mut out = String::new();
    let mut step = |letter: char, points: &[Point]| {
        out.push(letter);
        let all: Vec<String> = points.iter().flat_map(|p| [number(p.x), number(p.y)]).collect();
        out.push_str(&all.join(" "));
    };
    for segment in path.data().segments() {
        match segment {
            PathSegment::MoveTo(to) => step('M', &[to]),
            PathSegment::LineTo(to) => step('L', &[to]),
            PathSegment::QuadTo(by, to) => step('Q', &[by, to]),
            PathSegment::CubicTo(one, two, to) => step('C', &[one, two, to]),
            PathSegment::Close => step('Z', &[]),
        }
    }
    out
}

/// A thousandth of a pixel is enough for a place.
fn number(value: f32) -> String {
    trimmed(&format!("{value:.3}"))
}

/// What is multiplied needs more.
fn fine(value: f32) -> String {
    trimmed(&format!("{value:.6}"))
}

fn trimmed(text: &str) -> String {
    let short = text.trim_end_matches('0').trim_end_matches('.');
    match short {
        "" | "-0" => "0".to_owned(),
        _ => short.to_owned(),
    }
}
