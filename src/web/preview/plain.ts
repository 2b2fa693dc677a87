/** The script of the page that shows pictures, texts, sound and video. */
import { receive } from "./frame.ts";
import { showSound, showVideo } from "./media.ts";
import { showPicture } from "./picture.ts";
import { showText } from "./text.ts";

receive({ picture: showPicture, text: showText, sound: showSound, video: showVideo });
