/** The own account, as a part of the desk that is fetched when somebody asks for it or must set up a second factor. */
import { drawnPart } from "../parts/slots/drawn-part.tsx";
import { type AccountDialogProps, AccountDialog } from "./account-dialog.tsx";
import { type FirstFactorProps, FirstFactor } from "./first-factor.tsx";

export type Drawn =
  | ({ readonly shows: "dialog" } & AccountDialogProps)
  | ({ readonly shows: "first" } & FirstFactorProps);

function Draws(props: Drawn) {
  return props.shows === "dialog" ? <AccountDialog {...props} /> : <FirstFactor {...props} />;
}

export const { draw, clear } = drawnPart(Draws);
