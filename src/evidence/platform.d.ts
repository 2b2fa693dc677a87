// What the documents' reader needs from the platform beside ../crypto/platform.d.ts; Node and the pages' browsers have it.
// Declared here rather than taken from the DOM or Node, so that nothing else of either comes into reach.

declare class DecompressionStream {
  constructor(format: "deflate" | "deflate-raw");
  readonly readable: {
    getReader(): {
      read(): Promise<{ readonly done: boolean; readonly value?: Uint8Array }>;
      cancel(): Promise<void>;
    };
  };
  readonly writable: {
    getWriter(): { write(chunk: Uint8Array): Promise<void>; close(): Promise<void> };
  };
}
