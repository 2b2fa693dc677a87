/** Sound and video, with the browser's own controls; it begins when somebody presses play. */
import { TYPES, type FileType } from "../../evidence/types.ts";
import type { Texts } from "../../words/text.ts";
import { type Showing, Unshown } from "./frame.ts";
import { WORDS } from "./words.ts";

/** What browsers play under another name than their own. */
const PLAYED_AS: Partial<Record<FileType, string>> = { mov: "video/mp4", matroska: "video/webm" };

export async function showSound(showing: Showing): Promise<void> {
  await play(document.createElement("audio"), showing, WORDS.sound);
}

export async function showVideo(showing: Showing): Promise<void> {
  await play(document.createElement("video"), showing, WORDS.video);
}

async function play(element: HTMLMediaElement, { file, type, place, say }: Showing, label: Texts): Promise<void> {
  element.controls = true;
  element.preload = "metadata";
  element.setAttribute("aria-label", say(label));
  // A frame may save nothing by itself: the button for it would do nothing.
  element.setAttribute("controlslist", "nodownload noremoteplayback");
  element.setAttribute("disablepictureinpicture", "");
  const ready = new Promise<void>((resolve, reject) => {
    element.addEventListener("loadedmetadata", () => resolve());
    element.addEventListener("error", () => reject(new Unshown("unplayable")));
  });
  element.src = URL.createObjectURL(new Blob([file], { type: PLAYED_AS[type] ?? TYPES[type].mime }));
  place.append(element);
  await ready;
}
