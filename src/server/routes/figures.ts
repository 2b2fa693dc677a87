/** Published figures, and those that wait for a second member. */
import type { PUBLISHING } from "../../protocol/api/publishing.ts";
import { confirmFigures, proposeFigures, readFigures } from "../services/office/figures.ts";
import { deleteFiguresProposal, findFiguresProposal } from "../store/office/figures.ts";
import { actOf } from "../services/common/sessions.ts";
import type { Services } from "../services/services.ts";
import type { Handlers } from "./register.ts";

export function figuresHandlers({ database }: Services): Handlers<keyof typeof PUBLISHING> {
  return {
    figures: async ({ query }) => ({ published: await readFigures(database, query.from) }),
    figuresProposal: async () => ({ proposal: (await findFiguresProposal(database)) ?? null }),
    async proposeFigures({ caller, body }) {
      await proposeFigures(database, caller, body);
      return { stored: true };
    },
    async confirmFigures({ caller, body }) {
      await confirmFigures(database, caller, body);
      return { stored: true };
    },
    async dropFigures({ caller }) {
      await deleteFiguresProposal(database, actOf(caller));
      return undefined;
    },
  };
}
