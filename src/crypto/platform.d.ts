// The three things these layers need from the platform, which browsers and Node both have.
// Declared here rather than taken from the DOM or Node, so that nothing else of either comes into reach.

declare class TextEncoder {
  encode(input?: string): Uint8Array<ArrayBuffer>;
}

declare class TextDecoder {
  constructor(label?: "utf-8", options?: { fatal?: boolean; ignoreBOM?: boolean });
  decode(input?: Uint8Array): string;
}

// oxlint-disable-next-line no-var -- only var becomes a property of globalThis
declare var crypto: {
  getRandomValues<T extends Uint8Array>(array: T): T;
};
