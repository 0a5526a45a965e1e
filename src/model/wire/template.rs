//! The saved form of an organiser's own template.

use super::{LARGEST_PACKET, Packet, Unreadable, pack, unpack_v1};
use crate::model::draft::Draft;
use crate::model::own_template::OwnTemplate;
use serde::{Deserialize, Serialize};

#[derive(Serialize, Deserialize)]
struct TemplateV1 {
    name: String,
    /// The draft's own packet.
    draft: Vec<u8>,
}

impl Packet for OwnTemplate {
    const NAME: &'static str = "template";
    const LARGEST: usize = 4 * LARGEST_PACKET;

    fn to_packet(&self) -> Vec<u8> {
        let value = TemplateV1 { name: self.name.clone(), draft: self.draft.to_packet() };
        pack(Self::NAME, 1, &value)
    }

    fn from_body(version: u8, body: &[u8]) -> Result<Self, Unreadable> {
        let TemplateV1 { name, draft } = unpack_v1(version, body)?;
        let draft = Draft::from_packet(&draft)?;
        // Its name is shown as one line, and is never empty.
        OwnTemplate { name: String::new(), draft }.renamed(&name).ok_or(Unreadable::Damaged)
    }
}
