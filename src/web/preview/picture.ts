/** A picture, fitted to the frame's width; pressed, it is shown pixel for pixel. */
import { HEAD_BYTES, type Size, imageSize, isDecodable } from "../../evidence/image-size.ts";
import { TYPES } from "../../evidence/types.ts";
import { warnOfCodes } from "./codes.ts";
import { type Showing, Unshown, button } from "./frame.ts";
import { WORDS } from "./words.ts";

export async function showPicture({ file, type, place, say }: Showing): Promise<void> {
  const size = await imageSize(new Uint8Array(await file.slice(0, HEAD_BYTES).arrayBuffer()));
  if (size === undefined) throw new Unshown("unreadable");
  if (!isDecodable(size)) throw new Unshown("too-large");
  const image = document.createElement("img");
  // Never the sender's word for its type: an SVG that calls itself one stays a picture that cannot be drawn.
  image.src = URL.createObjectURL(new Blob([file], { type: TYPES[type].mime }));
  await image.decode();
  placePicture(image, { width: image.naturalWidth, height: image.naturalHeight }, { place, say });
}

export function placePicture(
  picture: HTMLImageElement | HTMLCanvasElement,
  size: Size,
  { place, say }: Pick<Showing, "place" | "say">,
): void {
  const name = say(WORDS.picture);
  if (picture instanceof HTMLImageElement) picture.alt = name;
  const frame = button("", () => setFull(!frame.classList.contains("full")));
  const setFull = (isFull: boolean): void => {
    frame.classList.toggle("full", isFull);
    frame.setAttribute("aria-label", `${name}. ${say(isFull ? WORDS.fitWidth : WORDS.fullSize)}`);
    frame.title = say(isFull ? WORDS.fitWidth : WORDS.fullSize);
  };
  frame.className = "picture";
  setFull(false);
  frame.append(picture);
  place.append(...warnOfCodes(picture, size, say), frame);
}
