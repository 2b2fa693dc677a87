/** The office's word on rules of law, for all parts of the desk: read once after signing in, and again when it was changed. */
import { type ComponentChildren, createContext } from "preact";
import { useEffect, useMemo, useState } from "preact/hooks";
import { officeRulesOf } from "../../../protocol/law/office-rules.ts";
import { OfficeContext, useOffice } from "../parts/office.ts";
import type { LawView } from "../vault/messages/law.ts";
import type { Ask } from "../vault/vault-client.ts";

export const LawContext = createContext<{
  /** Undefined until it has arrived: rules stand as the program has them */
  readonly view: LawView | undefined;
  readonly onView: (view: LawView) => void;
}>({ view: undefined, onView: () => {} });

export function WithLaw({ ask, children }: { readonly ask: Ask; readonly children: ComponentChildren }) {
  const page = useOffice();
  const [view, onView] = useState<LawView | undefined>(undefined);
  useEffect(() => {
    // Where it does not arrive, nothing is confirmed: screens say that more is in doubt, never less.
    void ask("readLaw", {}).then(onView, () => {});
  }, [ask]);
  const told = useMemo(() => ({ view, onView }), [view]);
  const office = useMemo(() => {
    // What was signed by nobody who may is no word of the office.
    const law = view === undefined || view.alarm === "altered" ? {} : officeRulesOf(view.rules);
    return { ...page, law };
  }, [page, view]);
  return (
    <LawContext.Provider value={told}>
      <OfficeContext.Provider value={office}>{children}</OfficeContext.Provider>
    </LawContext.Provider>
  );
}
