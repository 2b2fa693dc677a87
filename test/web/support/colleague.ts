/** A member whose own device is no browser: for what a colleague does meanwhile, and for what has arrived. */
import { connect } from "../../../src/client/line/http.ts";
import { type Member, signIn } from "../../../src/client/member/entry/sign-in.ts";
import type { RootSet } from "../../../src/protocol/directory/directory.ts";

type Place = { readonly origin: string; readonly organisation: { readonly rootSet: RootSet } };

export function enter(
  { origin, organisation }: Place,
  { name, passphrase }: { readonly name: string; readonly passphrase: string },
): Promise<Member> {
  const device = { roots: organisation.rootSet, device: undefined, builtAt: 0, now: Date.now() };
  return signIn(connect(origin), { name, passphrase, ...device });
}
