//! Which areas somebody means by what they typed: official names, parts of them, other names, counties, and several.

use ask_together::model::missing::{About, Figures, with_name};
use ask_together::model::ready_made::equality::Nation;

const AREAS: &str = include_str!("../../web/areas.txt");

fn figures() -> Figures {
    Figures::read(AREAS).expect("figures")
}

/// What it is called that was meant, and how many areas that is.
fn meant(nation: Nation, typed: &str) -> (String, usize) {
    let all = figures();
    let meant = all.meant(nation, typed);
    assert_eq!(meant.unknown, None, "{typed}");
    (meant.name, meant.areas.len())
}

/// What is offered for what is no name here.
fn offers(nation: Nation, typed: &str) -> Vec<(Nation, String, usize)> {
    let all = figures();
    let meant = all.meant(nation, typed);
    let unknown = meant.unknown.expect("no name of an area here");
    unknown.offers.into_iter().map(|offer| (offer.nation, offer.name, offer.areas)).collect()
}

#[test]
fn an_area_is_meant_by_its_name_however_it_is_written() {
    let england = [
        (" leeds ", "Leeds"),
        ("Leeds City Council", "Leeds"),
        ("Bristol", "Bristol, City of"),
        ("City of Bristol", "Bristol, City of"),
        ("Hackney", "Hackney"),
        ("London Borough of Hackney", "Hackney"),
        ("Herefordshire", "Herefordshire, County of"),
        ("Durham", "County Durham"),
        ("St Helens", "St. Helens"),
        ("kings lynn & west norfolk", "King's Lynn and West Norfolk"),
        ("Stoke on Trent", "Stoke-on-Trent"),
        ("City of London", "City of London"),
        ("bcp", "Bournemouth, Christchurch and Poole"),
        ("Newcastle upon Tyne", "Newcastle upon Tyne"),
    ];
    for (typed, name) in england {
        assert_eq!(meant(Nation::England, typed), (name.to_owned(), 1), "{typed}");
    }
    let others = [
        (Nation::Wales, "Caerdydd", "Cardiff"),
        (Nation::Wales, "Ynys Mon", "Isle of Anglesey"),
        (Nation::Scotland, "Glasgow", "Glasgow City"),
        (Nation::Scotland, "Edinburgh", "City of Edinburgh"),
        (Nation::Scotland, "Western Isles", "Na h-Eileanan Siar"),
        (Nation::NorthernIreland, "Londonderry", "Derry City and Strabane"),
    ];
    for (nation, typed, name) in others {
        assert_eq!(meant(nation, typed), (name.to_owned(), 1), "{typed}");
    }
}

#[test]
fn part_of_a_name_is_offered_and_not_taken() {
    let one = |name: &str| (Nation::England, name.to_owned(), 1);
    let hull = [one("Kingston upon Hull, City of"), one("Solihull")];
    assert_eq!(offers(Nation::England, "Hull"), hull);
    assert_eq!(
        offers(Nation::England, "Newcastle"),
        [one("Newcastle upon Tyne"), one("Newcastle-under-Lyme")]
    );
    assert!(offers(Nation::England, "lee").contains(&one("Leeds")));
    assert_eq!(offers(Nation::England, "l"), [], "one letter says nothing");
    assert_eq!(offers(Nation::England, "Nowhere"), []);
    assert_eq!(offers(Nation::England, "so").len(), 6, "a short list");
}

#[test]
fn an_area_of_another_nation_is_offered_with_its_nation() {
    let first = |nation, typed| offers(nation, typed).remove(0);
    assert_eq!(first(Nation::England, "Cardiff"), (Nation::Wales, "Cardiff".to_owned(), 1));
    assert_eq!(first(Nation::England, "Caerdydd"), (Nation::Wales, "Cardiff".to_owned(), 1));
    assert_eq!(first(Nation::Wales, "Kent"), (Nation::England, "Kent".to_owned(), 12));
    assert_eq!(first(Nation::Scotland, "belfast").0, Nation::NorthernIreland);
}

#[test]
fn a_county_is_all_of_its_areas_and_several_areas_are_one_sum() {
    assert_eq!(meant(Nation::England, "Kent"), ("Kent".to_owned(), 12));
    assert_eq!(meant(Nation::England, "Kent County Council"), ("Kent".to_owned(), 12));
    assert_eq!(meant(Nation::England, "London"), ("London".to_owned(), 33));
    assert_eq!(meant(Nation::England, "Leeds; bradford"), ("Leeds and Bradford".to_owned(), 2));
    assert_eq!(meant(Nation::England, "Leeds; ; Leeds;"), ("Leeds".to_owned(), 1));
    assert_eq!(meant(Nation::England, "Kent; Medway; York"), ("these 14 areas".to_owned(), 14));
    assert_eq!(meant(Nation::England, "Kent; Dover"), ("Kent".to_owned(), 12), "Dover is in it");
    let all = figures();
    let place = all.place(Nation::England).expect("England");
    let of = |typed| {
        let meant = all.meant(Nation::England, typed);
        place.counts_of(&meant.areas, About::Sex).expect("counts")
    };
    let (leeds, bradford, both) = (of("Leeds"), of("Bradford"), of("Leeds; Bradford"));
    assert_eq!(both, [leeds[0] + bradford[0], leeds[1] + bradford[1]]);
    assert_eq!(place.counts_of(&[], About::Sex), None);
    let ni = all.place(Nation::NorthernIreland).expect("it");
    let belfast = all.meant(Nation::NorthernIreland, "Belfast").areas;
    assert_eq!(ni.counts_of(&belfast, About::Disability), None);
}

#[test]
fn what_is_known_stays_where_a_part_is_not() {
    let all = figures();
    let meant = all.meant(Nation::England, "Leeds; Hul; York");
    assert_eq!(meant.areas.len(), 2);
    let unknown = meant.unknown.expect("Hul");
    assert_eq!(unknown.typed, "Hul");
    let name = &unknown.offers[0].name;
    assert_eq!(
        with_name("Leeds;Hul; York", "Hul", name),
        "Leeds; Kingston upon Hull, City of; York"
    );
    assert_eq!(all.meant(Nation::England, " ; "), Default::default());
}

#[test]
fn every_other_name_leads_to_areas_that_are_there_and_none_hides_an_area() {
    let all = figures();
    let mut names = 0;
    for place in &all.0 {
        for (name, areas) in &place.also {
            names += 1;
            let meant = all.meant(place.nation, name);
            assert_eq!(meant.unknown, None, "{name}");
            assert_eq!(meant.areas.len(), areas.len(), "{name}");
        }
        for area in &place.areas {
            let meant = all.meant(place.nation, &area.name);
            assert_eq!(meant.areas, [area], "{}", area.name);
        }
    }
    assert!(names > 60, "{names}");
}
