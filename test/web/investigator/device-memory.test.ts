/** What a device remembers in plain, beside the vault. */
import t from "tap";
import { forgetJoiner, recallJoiners, rememberJoiner } from "../../../src/web/investigator/entrance/device-memory.ts";

/** Its items are its own properties, as in a browser. */
class Items {
  getItem(name: string): unknown {
    return Reflect.get(this, name) ?? null;
  }
  setItem(name: string, text: string): void {
    Reflect.set(this, name, text);
  }
  removeItem(name: string): void {
    Reflect.deleteProperty(this, name);
  }
}

t.test("keys that wait are kept until one of them counts, although the same member has made others since", (t) => {
  Object.defineProperty(globalThis, "localStorage", { value: new Items(), configurable: true });
  const [roots, later] = [
    { threshold: 1, keys: ["aa"] },
    { threshold: 1, keys: ["bb"] },
  ];
  const kept = (keyWrap: string, of = {}) => ({
    memberId: "member",
    name: "nama",
    salt: "",
    memoryKiB: 1,
    passes: 1,
    keyWrap,
    keys: "",
    formerKey: "former",
    ...of,
  });
  const waiting = () => recallJoiners(later).map(({ keyWrap }) => keyWrap);
  rememberJoiner(roots, kept("first"));
  rememberJoiner(roots, kept("second"));
  rememberJoiner(later, kept("colleague", { memberId: "colleague" }));
  t.same(waiting(), ["colleague", "first", "second"], "also where the roots were replaced meanwhile");
  forgetJoiner("member", "former");
  t.same(waiting(), ["colleague", "first", "second"], "whoever signs in with the former keys");
  forgetJoiner("member", "new");
  t.same(waiting(), ["colleague"]);
  t.end();
});
