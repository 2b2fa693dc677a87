/**
 * Views that a member has named: sealed by the vault and kept in this browser, under a name that tells nobody whose they
 * are. What does not open, or is of another version, is as none.
 */
import { useEffect, useRef, useState } from "preact/hooks";
import { fromBase64url, toBase64url } from "../../../../protocol/encoding/base64url.ts";
import type { Ask } from "../../vault/vault-client.ts";
import { type Selection, VIEWS } from "../case-selection.ts";

type SavedView = { readonly name: string; readonly selection: Selection };

export type SavedViews = {
  readonly views: readonly SavedView[];
  /** In the place of one of the same name. */
  readonly save: (view: SavedView) => void;
  readonly remove: (name: string) => void;
  /** This browser keeps nothing: the views end with the page. */
  readonly isFleeting: boolean;
};

/** More are no help, and sixteen kilobytes hold them. */
const MOST_VIEWS = 12;
export const LONGEST_NAME = 40;

export function useSavedViews(ask: Ask): SavedViews {
  const [views, setViews] = useState<readonly SavedView[]>([]);
  const [isFleeting, setFleeting] = useState(false);
  const place = useRef<string | undefined>(undefined);

  useEffect(() => {
    const load = async (): Promise<void> => {
      const { name } = await ask("nameKept", {});
      place.current = `segel/views/${name}`;
      const kept = localStorage.getItem(place.current);
      if (kept === null) return;
      const { text } = await ask("openKept", { kind: "views", sealed: fromBase64url(kept) });
      setViews(parseViews(text));
    };
    // Nothing of the work rests on them.
    void load().catch(() => {});
  }, [ask]);

  const keep = async (changed: readonly SavedView[]): Promise<void> => {
    setViews(changed);
    try {
      const { sealed } = await ask("sealKept", { kind: "views", text: JSON.stringify(changed) });
      if (place.current === undefined) throw new Error("nothing was asked for yet");
      localStorage.setItem(place.current, toBase64url(sealed));
      setFleeting(false);
    } catch {
      setFleeting(true);
    }
  };
  return {
    views,
    isFleeting,
    save: (view) => void keep([...views.filter(({ name }) => name !== view.name), view].slice(-MOST_VIEWS)),
    remove: (name) => void keep(views.filter((one) => one.name !== name)),
  };
}

function parseViews(text: string): SavedView[] {
  const parsed: unknown = JSON.parse(text);
  return Array.isArray(parsed) ? (parsed as SavedView[]).filter(isView) : [];
}

function isView({ name, selection }: SavedView): boolean {
  return typeof name === "string" && (VIEWS as readonly string[]).includes(selection.view);
}

/** Whether the list shows it now. */
export function isSameView(a: Selection, b: Selection): boolean {
  const told = ({ view, query, category, state, channelId, person, label, sort }: Selection) =>
    JSON.stringify([view, query, category, state, channelId, person, label, sort.by, sort.newestFirst]);
  return told(a) === told(b);
}
