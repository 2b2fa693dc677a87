/** How members are told, as a part of the desk that is fetched when somebody asks: the own wishes, and whose mails do not go. */
import { drawnPart } from "../parts/slots/drawn-part.tsx";
import type { Ask } from "../vault/vault-client.ts";
import { FailingMails } from "./failing-mails.tsx";
import { NoticesDialog } from "./notices-dialog.tsx";

export type Drawn =
  | { readonly shows: "wishes"; readonly ask: Ask; readonly onClose: () => void }
  | { readonly shows: "failing"; readonly ask: Ask };

function Draws(props: Drawn) {
  return props.shows === "wishes" ? <NoticesDialog {...props} /> : <FailingMails ask={props.ask} />;
}

export const { draw, clear } = drawnPart(Draws);
