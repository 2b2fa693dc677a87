/** A clock that a story moves: of this process, and so of the server in it, and of the pages that are built then. */

const RealDate = globalThis.Date;

/** The clock goes on from so many milliseconds after the true time. */
export function moveClock(aheadMs: number): void {
  globalThis.Date = shifted(RealDate, aheadMs);
}

/** What each script of the pages begins with to have the same clock; the first one of a page moves it. */
export function clockPrelude(aheadMs: number): string {
  return `globalThis.isMoved??=!!(globalThis.Date=(${shifted.toString()})(Date,${aheadMs}));`;
}

function shifted(Real: DateConstructor, aheadMs: number): DateConstructor {
  return new Proxy(Real, {
    construct: (_, args: [], target) =>
      Reflect.construct(Real, args.length === 0 ? [Real.now() + aheadMs] : args, target) as object,
    apply: () => new Real(Real.now() + aheadMs).toString(),
    get: (_, name) => (name === "now" ? () => Real.now() + aheadMs : (Reflect.get(Real, name) as unknown)),
  });
}
