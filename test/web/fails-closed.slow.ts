/** The same promises in Firefox. */
await import("./fails-closed.test.ts?firefox" as string);
export {};
