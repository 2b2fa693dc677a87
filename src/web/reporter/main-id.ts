/** The script of the Indonesian page. Each page carries the words of its own language alone. */
import { start } from "./main.ts";
import { ID } from "./text/id.ts";

start("id", ID);
