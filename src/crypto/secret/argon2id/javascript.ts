/**
 * Argon2id where WebAssembly is off. In an interpreter @noble/hashes takes a third of the time of libsodium's own
 * JavaScript, which was translated from WebAssembly: at Tor Browser's level "Safer" a sign-in takes a minute, not three.
 */
import { argon2id as argon2idInJavaScript } from "@noble/hashes/argon2.js";
import type { Argon2id } from "./argon2id.ts";

export const argon2id: Argon2id = (password, { salt, memoryKiB, passes, outputBytes }, onProgress) =>
  argon2idInJavaScript(password, salt, {
    m: memoryKiB,
    t: passes,
    p: 1,
    dkLen: outputBytes,
    ...(onProgress === undefined ? {} : { onProgress: atHundredths(onProgress) }),
  });

/** The library tells ten thousand times; a page that nothing compiles would draw each, on the processor that computes. */
function atHundredths(tell: (done: number) => void): (done: number) => void {
  let told = -1;
  return (done) => {
    const hundredths = Math.floor(done * 100);
    if (hundredths === told) return;
    told = hundredths;
    tell(done);
  };
}
