/** A picture, fitted to the frame's width; pressed, it is shown pixel for pixel. */
import { HEAD_BYTES, imageSize, isDecodable } from "../../evidence/image-size.ts";
import { TYPES } from "../../evidence/types.ts";
import { type Showing, Unshown, button } from "./frame.ts";
import { WORDS } from "./words.ts";

export async function showPicture({ file, type, place, say }: Showing): Promise<void> {
  const size = await imageSize(new Uint8Array(await file.slice(0, HEAD_BYTES).arrayBuffer()));
  if (size === undefined) throw new Unshown("unreadable");
  if (!isDecodable(size)) throw new Unshown("too-large");
  const image = document.createElement("img");
  image.alt = say(WORDS.picture);
  // Never the sender's word for its type: an SVG that calls itself one stays a picture that cannot be drawn.
  image.src = URL.createObjectURL(new Blob([file], { type: TYPES[type].mime }));
  await image.decode();
  const frame = button("", () => setFull(!frame.classList.contains("full")));
  const setFull = (isFull: boolean): void => {
    frame.classList.toggle("full", isFull);
    frame.setAttribute("aria-label", `${image.alt}. ${say(isFull ? WORDS.fitWidth : WORDS.fullSize)}`);
    frame.title = say(isFull ? WORDS.fitWidth : WORDS.fullSize);
  };
  frame.className = "picture";
  setFull(false);
  frame.append(image);
  place.append(frame);
}
