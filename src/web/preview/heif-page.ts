/** The script of the page that shows HEIC. */
import { receive } from "./frame.ts";
import { showHeif } from "./heif.ts";

receive({ heif: showHeif });
