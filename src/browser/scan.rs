//! Pictures to look for QR codes in: frames of this device's camera, and files of pictures.
//!
//! Absent: reading the codes, which is the model's. Nothing of a picture is kept.

use super::file::{self, Given, Unread};
use super::photo_file;
use super::wait::{pause, within};
use super::{Failed, window};
use js_sys::{Object, Reflect};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{
    CanvasRenderingContext2d, HtmlCanvasElement, HtmlVideoElement, MediaStream,
    MediaStreamConstraints, MediaStreamTrack,
};

/// Points of the longer side of what is looked through: enough for the finest code, and quick.
const LONGEST_SIDE: f64 = 1280.0;

/// Milliseconds in which a camera that is on shows something.
const PATIENCE: i32 = 10_000;

/// Milliseconds between two looks at the camera.
const PAUSE: i32 = 150;

/// A picture in shades of grey.
#[derive(Debug)]
pub struct Grey {
    /// Points across.
    pub width: usize,
    /// Points down.
    pub height: usize,
    /// 1 byte a point, row by row, 0 for black.
    pub points: Vec<u8>,
}

/// This device's camera. It is off again once this is dropped.
#[derive(Debug)]
pub struct Camera {
    video: HtmlVideoElement,
    stream: MediaStream,
}

impl Drop for Camera {
    fn drop(&mut self) {
        for track in self.stream.get_tracks() {
            track.unchecked_into::<MediaStreamTrack>().stop();
        }
        self.video.set_src_object(None);
    }
}

/// True where pages can ask for a camera at all.
pub fn has_camera() -> bool {
    let devices = Reflect::get(&window().navigator(), &"mediaDevices".into());
    devices.is_ok_and(|devices| !devices.is_undefined())
}

impl Camera {
    /// Turns the camera on, and shows what it sees in the `video` with this id. The browser asks the
    /// person first; fails when they say no, and where there is no camera.
    pub async fn on(id: &str) -> Result<Self, Failed> {
        let wishes = MediaStreamConstraints::new();
        let back = Object::new();
        Reflect::set(&back, &"facingMode".into(), &"environment".into())?;
        wishes.set_video(&back);
        let devices = window().navigator().media_devices()?;
        let stream = JsFuture::from(devices.get_user_media_with_constraints(&wishes)?).await?;
        let stream: MediaStream = stream.unchecked_into();
        let video = window().document().and_then(|document| document.get_element_by_id(id));
        let Some(video) = video.and_then(|video| video.dyn_into().ok()) else {
            for track in stream.get_tracks() {
                track.unchecked_into::<MediaStreamTrack>().stop();
            }
            return Err(Failed("the page has gone on".into()));
        };
        let camera = Self { video, stream };
        camera.video.set_src_object(Some(&camera.stream));
        within(PATIENCE, &camera.video.play()?).await?;
        Ok(camera)
    }

    /// What it sees a moment from now. `None` while it has no picture yet.
    pub async fn look(&self) -> Option<Grey> {
        pause(PAUSE).await;
        let size = (self.video.video_width().into(), self.video.video_height().into());
        grey(size, |context, width, height| {
            context.draw_image_with_html_video_element_and_dw_and_dh(
                &self.video,
                0.0,
                0.0,
                width,
                height,
            )
        })
        .ok()
    }
}

/// A file's picture. `None` when it is no picture.
pub async fn picture(file: &Given) -> Result<Option<Grey>, Unread> {
    if !file.0.type_().starts_with("image/") {
        return Ok(None);
    }
    drawn(photo_file::open(file).await?).map(Some)
}

/// The picture in these bytes, whose format browsers call `mime`.
pub async fn picture_in(bytes: &[u8], mime: &str) -> Result<Grey, Unread> {
    let file = file::blob(bytes, mime).map_err(|_| Unread::Failed)?;
    drawn(photo_file::open_blob(&file).await?)
}

fn drawn(opened: photo_file::Opened) -> Result<Grey, Unread> {
    let drawn =
        grey(opened.size(), |context, width, height| opened.draw_all(context, width, height));
    drawn.map_err(|_| Unread::Failed)
}

/// Draws a picture of this size, smaller where it is large, and reads its points.
fn grey(
    (width, height): (f64, f64),
    draw: impl FnOnce(&CanvasRenderingContext2d, f64, f64) -> Result<(), JsValue>,
) -> Result<Grey, JsValue> {
    let scale = (LONGEST_SIDE / width.max(height)).min(1.0);
    let (width, height) = ((width * scale).floor(), (height * scale).floor());
    if width < 1.0 || height < 1.0 {
        return Err(JsValue::NULL);
    }
    let document = window().document().ok_or(JsValue::NULL)?;
    let canvas: HtmlCanvasElement = document.create_element("canvas")?.unchecked_into();
    canvas.set_width(width as u32);
    canvas.set_height(height as u32);
    let context = canvas.get_context("2d")?.ok_or(JsValue::NULL)?;
    let context: CanvasRenderingContext2d = context.unchecked_into();
    // What a picture leaves clear is white, as on paper.
    let _ = Reflect::set(&context, &"fillStyle".into(), &"#fff".into());
    context.fill_rect(0.0, 0.0, width, height);
    draw(&context, width, height)?;
    let data = context.get_image_data(0.0, 0.0, width, height)?.data();
    // Each point is red, green, blue and how solid it is. The eye sees green best (ITU-R BT.601).
    let one = |point: &[u8]| {
        let [red, green, blue] = [point[0], point[1], point[2]].map(u32::from);
        ((red * 299 + green * 587 + blue * 114) / 1000) as u8
    };
    let points = data.chunks_exact(4).map(one).collect();
    Ok(Grey { width: width as usize, height: height as usize, points })
}
