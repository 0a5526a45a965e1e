//! People's own photos in the picture dialog: choosing one, taking one, picking one again, and the step
//! in which it is cropped and turned. Only the small square leaves this step; the large photo is let go.

use super::picture::{alt_id, button_id};
use super::picture_dialog::choice;
use crate::browser::file::{self, Given, Unread};
use crate::browser::page;
use crate::browser::photo_file::{self, Opened, Part};
use crate::model::draft::Place;
use crate::model::photo::crop::{CLOSEST, Crop, Square};
use crate::model::photo::{LARGEST_PHOTO, Photo};
use crate::organiser::buttons::button;
use crate::organiser::ids::field_id;
use crate::organiser::state::{Desk, Pictured};
use crate::ui::el::{El, el};
use crate::ui::picture::small;
use leptos::prelude::*;
use leptos::task::spawn_local;

/// The id of the dialog's heading, in each of its steps.
pub const TITLE: &str = "picture-title";
/// Where the photo is drawn.
const CANVAS: &str = "photo-crop";
/// Where choosing starts, for the focus.
const CHOOSE: &str = "photo-choose";
/// Steps of the range inputs from one end to the other.
const STEPS: f64 = 100.0;

/// A photo that is being made ready.
#[derive(Clone, Copy)]
pub struct OwnPhoto {
    desk: Desk,
    /// The large photo.
    opened: StoredValue<Option<Opened>, LocalStorage>,
    /// True while it is cropped.
    pub is_open: RwSignal<bool>,
    crop: RwSignal<Crop>,
    /// What goes on or went wrong, in words.
    said: RwSignal<&'static str>,
    /// Where the finger was that drags the photo.
    finger: StoredValue<Option<(f64, f64)>>,
}

impl OwnPhoto {
    /// None yet.
    pub fn new(desk: Desk) -> Self {
        let own = Self {
            desk,
            opened: StoredValue::new_local(None),
            is_open: RwSignal::new(false),
            crop: RwSignal::new(Crop::default()),
            said: RwSignal::new(""),
            finger: StoredValue::new(None),
        };
        Effect::new(move |_| {
            own.crop.track();
            if own.is_open.get() {
                page::after_drawing(move || own.draw());
            }
        });
        own
    }

    /// Lets the large photo go.
    pub fn forget(&self) {
        self.is_open.set(false);
        self.said.set("");
        self.opened.set_value(None);
    }

    /// Opens the first of these files to be cropped. Nothing when there is none.
    pub fn take(self, files: Vec<Given>) {
        let Some(file) = files.into_iter().next() else { return };
        self.said.set("Opening your photo…");
        spawn_local(async move {
            let opened = photo_file::open(&file).await;
            // Closed meanwhile.
            if self.desk.picking.get_untracked().is_none() {
                return;
            }
            match opened {
                Ok(opened) => {
                    self.opened.set_value(Some(opened));
                    self.said.set("");
                    self.crop.set(Crop::default());
                    self.is_open.set(true);
                    page::focus_soon(TITLE);
                }
                Err(why) => {
                    self.said.set("");
                    self.said.set(cannot_open(why, &file.name()));
                }
            }
        });
    }

    /// The ways to a photo of one's own, and those that this survey has.
    pub fn ways(self, of: Pictured) -> El {
        let desk = self.desk;
        let input = || {
            let input = el("input").attr("type", "file").attr("accept", "image/*");
            input.on("change", move |event| self.take(file::given(&event)))
        };
        let label = |class: &'static str, name: &'static str, input: El| {
            el("label").class(class).text(name).child(input)
        };
        let camera = input().attr("capture", "environment");
        let ways = el("div")
            .class("button-row")
            .child(label("button file-button", "Choose a photo", input().id(CHOOSE)))
            .child(label("button file-button camera", "Take a photo", camera));
        let used = untrack(|| (desk.picture(of), desk.photos_in_use()));
        let photos = move || {
            let (now, names) = used.clone();
            let one = |(place, name): (usize, String)| {
                let picture = small(desk.pictures, &name)?;
                let said = format!("Your photo {}", place + 1);
                let is_now = name == now;
                Some(choice(Some(picture), said, is_now, move || self.pick(of, name.clone())))
            };
            let photos: Vec<El> = names.into_iter().enumerate().filter_map(one).collect();
            let grid = || el("ul").class("picture-grid").attr("role", "list");
            if photos.is_empty() { Vec::new() } else { vec![grid().children(photos)] }
        };
        el("section")
            .class("own-photo")
            .child(el("h3").text("Your own photo"))
            .child(el("p").class("help").text(
                "You can also drop or paste a photo here. We make it small. We leave out where it was taken.",
            ))
            .child(el("p").class("help").text(
                "A link or a QR code cannot carry your own photos, also not the link to check the survey. To send \
                 them, save the survey as a file.",
            ))
            .child(ways)
            .child(self.trouble())
            .child(el("div").live(photos))
    }

    /// The step in which the photo is cropped.
    pub fn cropping(self, of: Pictured) -> Vec<El> {
        let crop = self.crop;
        let turn = move |right| move || crop.update(|crop| *crop = crop.turned(right));
        let canvas = el("canvas")
            .class("photo-crop")
            .id(CANVAS)
            .attr("role", "img")
            .attr("aria-label", "Your photo as people will see it")
            .on("pointerdown", move |event| self.finger.set_value(photo_file::pressed_at(&event)))
            .on("pointermove", move |event| self.drag(photo_file::pressed_at(&event)));
        let closer = slider(
            "Closer",
            move || (crop.get().zoom - 1.0) / (CLOSEST - 1.0),
            move |at| {
                crop.update(|crop| crop.zoom = 1.0 + at * (CLOSEST - 1.0));
            },
        );
        let across = slider(
            "Left or right",
            move || crop.get().across,
            move |at| {
                crop.update(|crop| crop.across = at);
            },
        );
        let down = slider(
            "Up or down",
            move || crop.get().down,
            move |at| {
                crop.update(|crop| crop.down = at);
            },
        );
        let controls = el("div")
            .class("photo-controls")
            .child(closer)
            .child(across.hidden(move || self.room().0 < 1.0))
            .child(down.hidden(move || self.room().1 < 1.0))
            .child(
                el("div")
                    .class("button-row")
                    .child(button("button", "Turn left", turn(false)))
                    .child(button("button", "Turn right", turn(true))),
            );
        let other = move || {
            self.forget();
            page::focus_soon(CHOOSE);
        };
        let ways = el("div")
            .class("button-row")
            .child(button("button primary", "Use this photo", move || self.keep(of)))
            .child(button("button", "Choose another photo", other))
            .child(button("button", "Close", move || self.desk.picking.set(None)));
        vec![
            el("h2").id(TITLE).attr("tabindex", "-1").text("Which part should people see?"),
            el("div").class("photo-crop-row").child(canvas).child(controls),
            self.trouble(),
            ways,
        ]
    }

    /// What goes on or went wrong.
    fn trouble(self) -> El {
        let words = el("p").class("problem").live_text(move || self.said.get().to_owned());
        let words = words.hidden(move || self.said.get().is_empty());
        el("div").attr("role", "status").child(words)
    }

    /// Gives the question or choice this picture, or none, and closes the dialog. A question is asked
    /// next what its photo shows.
    pub fn pick(self, of: Pictured, name: String) {
        let is_photo = !name.is_empty();
        self.desk.set_picture(of, name);
        self.desk.picking.set(None);
        page::focus_soon(&match of {
            Pictured::Question(id) if is_photo => alt_id(id),
            Pictured::Logo if is_photo => field_id(None, Place::LogoAlt),
            _ => button_id(of),
        });
    }

    /// Makes the photo small, keeps it and picks it.
    fn keep(self, of: Pictured) {
        self.said.set("Making your photo small…");
        spawn_local(async move {
            let Some(part) = self.part() else { return };
            // Taken out while it is waited for, so that nothing is held over a wait.
            let Some(opened) = self.opened.try_update_value(Option::take).flatten() else { return };
            let shrunk = opened.shrink(part, LARGEST_PHOTO).await;
            if self.desk.picking.get_untracked() != Some(of) {
                return;
            }
            self.opened.set_value(Some(opened));
            let Some(photo) = shrunk.ok().and_then(Photo::read) else {
                return self.said.set("We could not make this photo small. Choose another one.");
            };
            match self.desk.keep_photos(std::slice::from_ref(&photo)).await {
                Ok(()) => self.pick(of, photo.name()),
                Err(_) => self.said.set(
                    "This browser did not let us keep the photo. It may be full or private. \
                     Delete a survey you do not need. Or pick one of our pictures.",
                ),
            }
        });
    }

    /// Follows a finger.
    fn drag(&self, to: Option<(f64, f64)>) {
        let from = self.finger.get_value();
        self.finger.set_value(to);
        let (Some(from), Some(to), Some(size)) = (from, to, self.size()) else { return };
        let by = (to.0 - from.0, to.1 - from.1);
        self.crop.update(|crop| *crop = crop.dragged(size, by));
    }

    fn size(&self) -> Option<(f64, f64)> {
        self.opened.with_value(|opened| opened.as_ref().map(Opened::size))
    }

    /// How many pixels the square can move, across and down.
    fn room(&self) -> (f64, f64) {
        let ends = Crop { across: 1.0, down: 1.0, ..self.crop.get() };
        self.size().map_or((0.0, 0.0), |size| {
            let Square { left, top, .. } = ends.square(size);
            (left, top)
        })
    }

    fn part(&self) -> Option<Part> {
        let crop = self.crop.get_untracked();
        self.size().map(|size| {
            let Square { left, top, side } = crop.square(size);
            (crop.turns, left, top, side)
        })
    }

    fn draw(&self) {
        let Some(part) = self.part() else { return };
        self.opened.with_value(|opened| {
            if let Some(opened) = opened {
                opened.draw(CANVAS, part);
            }
        });
    }
}

/// A labelled range from 0 to 1.
fn slider(
    name: &'static str,
    at: impl Fn() -> f64 + Send + 'static,
    set: impl Fn(f64) + Send + 'static,
) -> El {
    let input = el("input")
        .attr("type", "range")
        .attr("min", "0")
        .attr("max", "100")
        .value(move || (at() * STEPS).round().to_string())
        .on("input", move |event| {
            set(event_target_value(&event).parse::<f64>().unwrap_or(0.0) / STEPS);
        });
    el("label").class("photo-slider").child(el("span").text(name)).child(input)
}

/// Why a photo does not open, and what to do.
fn cannot_open(why: Unread, name: &str) -> &'static str {
    let name = name.to_lowercase();
    match why {
        Unread::TooLarge => "This file is too large. Choose a smaller photo.",
        Unread::Failed if name.ends_with(".heic") || name.ends_with(".heif") => {
            "This browser cannot open HEIC photos. Save the photo as JPEG. Or open this page on the phone that took it."
        }
        Unread::Failed => "We cannot open this file. Choose a photo: a JPEG, PNG or WebP file.",
    }
}
