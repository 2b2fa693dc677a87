/** A case that its reporter comes back to, in the page's language: a chunk of its own, loaded beside what opens it. */
export { caseScreen } from "./case.ts";
