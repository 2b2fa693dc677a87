/** The worker in which pages of PDF are drawn: one that is heavy to draw stops neither the frame nor the desk. */
import { tellLosses } from "./losses.ts";
import "pdfjs-dist/legacy/build/pdf.renderer.mjs";

tellLosses();
