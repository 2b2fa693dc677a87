import { createContext } from "preact";

/** True while the page is used for practice: sheets say so. */
export const PracticeContext = createContext(false);
