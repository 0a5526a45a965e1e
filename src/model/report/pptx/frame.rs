//! What PowerPoint asks for around slides: the presentation, one master, one layout with a title and words, and a theme.
//!
//! Absent: what is on a slide.

use super::{HIGH, MAIN, WIDE};
use crate::model::report::package::{DRAWING, Package, RELATIONS};
use crate::model::report::xml::escaped;

/// What every list of shapes begins with.
pub const GROUP: &str = "<p:nvGrpSpPr><p:cNvPr id=\"1\" name=\"\"/><p:cNvGrpSpPr/><p:nvPr/></p:nvGrpSpPr>\
    <p:grpSpPr><a:xfrm><a:off x=\"0\" y=\"0\"/><a:ext cx=\"0\" cy=\"0\"/><a:chOff x=\"0\" y=\"0\"/>\
    <a:chExt cx=\"0\" cy=\"0\"/></a:xfrm></p:grpSpPr>";

const PRESENTATION: &str =
    "application/vnd.openxmlformats-officedocument.presentationml.presentation.main+xml";
const MASTER: &str = "application/vnd.openxmlformats-officedocument.presentationml.slideMaster+xml";
const LAYOUT: &str = "application/vnd.openxmlformats-officedocument.presentationml.slideLayout+xml";
const THEME: &str = "application/vnd.openxmlformats-officedocument.theme+xml";

/// All of it, for so many slides.
pub fn write(package: &mut Package, slides: usize, language: &str) {
    let related = |id: &str, kind: &'static str, file: &str| (id.to_owned(), kind, file.to_owned());
    package.part("ppt/presentation.xml", PRESENTATION, &presentation(slides, language));
    let slide =
        |number: usize| (format!("rIdSlide{number}"), "slide", format!("slides/slide{number}.xml"));
    let mut all = vec![
        related("rIdMaster", "slideMaster", "slideMasters/slideMaster1.xml"),
        related("rIdTheme", "theme", "theme/theme1.xml"),
    ];
    all.extend((1..=slides).map(slide));
    package.relations("ppt/_rels/presentation.xml.rels", &all);
    package.part("ppt/slideMasters/slideMaster1.xml", MASTER, &master(language));
    package.relations(
        "ppt/slideMasters/_rels/slideMaster1.xml.rels",
        &[
            related("rIdLayout", "slideLayout", "../slideLayouts/slideLayout1.xml"),
            related("rIdTheme", "theme", "../theme/theme1.xml"),
        ],
    );
    package.part("ppt/slideLayouts/slideLayout1.xml", LAYOUT, &layout());
    package.relations(
        "ppt/slideLayouts/_rels/slideLayout1.xml.rels",
        &[related("rIdMaster", "slideMaster", "../slideMasters/slideMaster1.xml")],
    );
    package.part("ppt/theme/theme1.xml", THEME, &theme());
}

fn presentation(slides: usize, language: &str) -> String {
    let slide =
        |number: usize| format!("<p:sldId id=\"{}\" r:id=\"rIdSlide{number}\"/>", 255 + number);
    let slides: String = (1..=slides).map(slide).collect();
    let language = escaped(language);
    format!(
        "<p:presentation xmlns:p=\"{MAIN}\" xmlns:a=\"{DRAWING}\" xmlns:r=\"{RELATIONS}\"><p:sldMasterIdLst>\
         <p:sldMasterId id=\"2147483648\" r:id=\"rIdMaster\"/></p:sldMasterIdLst><p:sldIdLst>{slides}</p:sldIdLst>\
         <p:sldSz cx=\"{WIDE}\" cy=\"{HIGH}\"/><p:notesSz cx=\"{HIGH}\" cy=\"{WIDE}\"/><p:defaultTextStyle>\
         <a:defPPr><a:defRPr lang=\"{language}\"/></a:defPPr></p:defaultTextStyle></p:presentation>"
    )
}

/// The places for a title and for words, as the master and the layout have them.
fn shapes() -> String {
    let shape = |id: usize, name: &str, place: &str, at: &str| {
        format!(
            "<p:sp><p:nvSpPr><p:cNvPr id=\"{id}\" name=\"{name}\"/><p:cNvSpPr><a:spLocks noGrp=\"1\"/></p:cNvSpPr>\
             <p:nvPr><p:ph {place}/></p:nvPr></p:nvSpPr><p:spPr>{at}<a:prstGeom prst=\"rect\"><a:avLst/></a:prstGeom>\
             </p:spPr><p:txBody><a:bodyPr><a:normAutofit/></a:bodyPr><a:lstStyle/><a:p><a:r><a:rPr lang=\"en-GB\"/>\
             <a:t>{name}</a:t></a:r></a:p></p:txBody></p:sp>"
        )
    };
    let title = "<a:xfrm><a:off x=\"600000\" y=\"300000\"/><a:ext cx=\"10992000\" cy=\"1150000\"/></a:xfrm>";
    let body = "<a:xfrm><a:off x=\"600000\" y=\"1600000\"/><a:ext cx=\"10992000\" cy=\"4900000\"/></a:xfrm>";
    [shape(2, "Title", "type=\"title\"", title), shape(3, "Words", "type=\"body\" idx=\"1\"", body)]
        .concat()
}

fn master(language: &str) -> String {
    let language = escaped(language);
    let letters = |size: usize, bold: &str| {
        format!(
            "<a:defRPr lang=\"{language}\" sz=\"{size}\"{bold}><a:solidFill><a:schemeClr val=\"tx1\"/></a:solidFill>\
             <a:latin typeface=\"+mn-lt\"/><a:cs typeface=\"+mn-cs\"/></a:defRPr>"
        )
    };
    let (title, body) = (letters(3600, " b=\"1\""), letters(2400, ""));
    format!(
        "<p:sldMaster xmlns:p=\"{MAIN}\" xmlns:a=\"{DRAWING}\" xmlns:r=\"{RELATIONS}\"><p:cSld><p:bg><p:bgPr>\
         <a:solidFill><a:schemeClr val=\"bg1\"/></a:solidFill><a:effectLst/></p:bgPr></p:bg><p:spTree>{GROUP}{}\
         </p:spTree></p:cSld><p:clrMap bg1=\"lt1\" tx1=\"dk1\" bg2=\"lt2\" tx2=\"dk2\" accent1=\"accent1\" \
         accent2=\"accent2\" accent3=\"accent3\" accent4=\"accent4\" accent5=\"accent5\" accent6=\"accent6\" \
         hlink=\"hlink\" folHlink=\"folHlink\"/><p:sldLayoutIdLst><p:sldLayoutId id=\"2147483649\" \
         r:id=\"rIdLayout\"/></p:sldLayoutIdLst><p:txStyles><p:titleStyle><a:lvl1pPr algn=\"l\">{title}</a:lvl1pPr>\
         </p:titleStyle><p:bodyStyle><a:lvl1pPr marL=\"0\" indent=\"0\"><a:spcBef><a:spcPts val=\"600\"/></a:spcBef>\
         <a:buNone/>{body}</a:lvl1pPr></p:bodyStyle><p:otherStyle/></p:txStyles></p:sldMaster>",
        shapes()
    )
}

fn layout() -> String {
    format!(
        "<p:sldLayout xmlns:p=\"{MAIN}\" xmlns:a=\"{DRAWING}\" xmlns:r=\"{RELATIONS}\" type=\"obj\" preserve=\"1\">\
         <p:cSld name=\"Title and words\"><p:spTree>{GROUP}{}</p:spTree></p:cSld><p:clrMapOvr><a:masterClrMapping/>\
         </p:clrMapOvr></p:sldLayout>",
        shapes()
    )
}

/// The app's own colours, and Arial, which every computer has or has one of its width for.
fn theme() -> String {
    let colour =
        |name: &str, value: &str| format!("<a:{name}><a:srgbClr val=\"{value}\"/></a:{name}>");
    let colours = [
        ("dk1", "1B1F2A"),
        ("lt1", "FFFFFF"),
        ("dk2", "0B4F5C"),
        ("lt2", "FFFDF7"),
        ("accent1", "0B4F5C"),
        ("accent2", "FFBF3C"),
        ("accent3", "1F6F43"),
        ("accent4", "A4133C"),
        ("accent5", "4A5160"),
        ("accent6", "8A8778"),
        ("hlink", "0B4F5C"),
        ("folHlink", "4A5160"),
    ];
    let colours: String = colours.iter().map(|(name, value)| colour(name, value)).collect();
    let font = |name: &str| {
        format!(
            "<a:{name}><a:latin typeface=\"Arial\"/><a:ea typeface=\"\"/><a:cs typeface=\"Arial\"/></a:{name}>"
        )
    };
    let fonts = [font("majorFont"), font("minorFont")].concat();
    let fill = "<a:solidFill><a:schemeClr val=\"phClr\"/></a:solidFill>";
    let line = format!("<a:ln w=\"9525\">{fill}</a:ln>");
    let effect = "<a:effectStyle><a:effectLst/></a:effectStyle>";
    format!(
        "<a:theme xmlns:a=\"{DRAWING}\" name=\"Ask Together\"><a:themeElements><a:clrScheme name=\"Ask Together\">\
         {colours}</a:clrScheme><a:fontScheme name=\"Ask Together\">{fonts}</a:fontScheme>\
         <a:fmtScheme name=\"Ask Together\"><a:fillStyleLst>{}</a:fillStyleLst><a:lnStyleLst>{}</a:lnStyleLst>\
         <a:effectStyleLst>{}</a:effectStyleLst><a:bgFillStyleLst>{}</a:bgFillStyleLst></a:fmtScheme>\
         </a:themeElements></a:theme>",
        fill.repeat(3),
        line.repeat(3),
        effect.repeat(3),
        fill.repeat(3)
    )
}
