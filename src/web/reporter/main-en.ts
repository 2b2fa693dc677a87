/** The script of the English page. Each page carries the words of its own language alone. */
import { start } from "./main.ts";
import { EN } from "./text/en.ts";

start("en", EN);
