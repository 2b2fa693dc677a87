/** The script of the page that draws PDF. */
import { showDocument } from "./document.ts";
import { receive } from "./frame.ts";

receive({ pdf: showDocument });
