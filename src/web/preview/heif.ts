/** HEIC, which browsers of ours do not draw: decoded in a worker that the desk lends, shown as any other picture. */
import { HEAD_BYTES, imageSize, isDecodable } from "../../evidence/image-size.ts";
import { type Showing, Unshown } from "./frame.ts";
import type { Decoded } from "./heif-reader.ts";
import { note } from "./note.ts";
import { placePicture } from "./picture.ts";
import { WORDS } from "./words.ts";

/** A telephone that was moved writes what describes its picture behind it: that is looked for at both ends. */
async function sizeOf(file: Blob) {
  const head = new Uint8Array(await file.slice(0, HEAD_BYTES).arrayBuffer());
  return (await imageSize(head)) ?? imageSize(new Uint8Array(await file.arrayBuffer()));
}

export async function showHeif({ file, reader, place, say }: Showing): Promise<void> {
  if (reader === undefined) throw new Unshown("unreadable");
  const size = await sizeOf(file);
  if (size === undefined) throw new Unshown("unreadable");
  if (!isDecodable(size)) throw new Unshown("too-large");
  const decoded = await decode(file, reader);
  if ("why" in decoded) throw new Unshown(decoded.why);
  const { width, height, pixels, pictures } = decoded;
  const canvas = document.createElement("canvas");
  [canvas.width, canvas.height] = [width, height];
  canvas.getContext("2d")?.putImageData(new ImageData(pixels, width, height), 0, 0);
  if (pictures > 1) place.append(note(say(WORDS.morePictures, { n: pictures })));
  placePicture(canvas, canvas, { place, say });
}

/** What never ends ends with the frame, as the worker does. */
async function decode(file: Blob, reader: MessagePort): Promise<Decoded> {
  const answer = new Promise<Decoded>((resolve) =>
    reader.addEventListener("message", ({ data }: MessageEvent<Decoded>) => resolve(data), { once: true }),
  );
  reader.start();
  const bytes = await file.arrayBuffer();
  reader.postMessage(bytes, [bytes]);
  return answer;
}
