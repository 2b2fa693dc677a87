/** Counts figures beside the page, so that ten thousand cases hold up nobody who types. It holds no key and asks nobody. */
import { answerPage } from "../../shared/ask-worker.ts";
import { makeCounting } from "./counting.ts";
import type { FiguresCalls } from "./figures-messages.ts";

answerPage<FiguresCalls, undefined>(makeCounting(), () => undefined);
