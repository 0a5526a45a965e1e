// Some mail programs and messengers write the # of a link as %23, some of them twice over. Then the host gets all of it
// as the name of a page that it does not have. This turns it back. What follows is as it was sent: the pages themselves
// read it.

const sharp = /%(?:25)*23/.exec(location.pathname);
if (sharp) {
  const { origin, pathname } = location;
  // In its place, so that Back does not lead here.
  location.replace(`${origin}${pathname.slice(0, sharp.index)}#${pathname.slice(sharp.index + sharp[0].length)}`);
} else {
  document.getElementById("lost").hidden = false;
}
