/** Published figures: read by anybody, prepared and signed by members. */
import { HASH_BYTES } from "../../crypto/sodium.ts";
import { hexOf } from "../encoding/byte-schemas.ts";
import { FIGURES_PAGE } from "../limits.ts";
import { MAX_SNAPSHOT_BYTES, signedSnapshotSchema, snapshotSignatureSchema } from "../publishing/snapshot.ts";
import type { Route } from "../route.ts";
import * as z from "../encoding/zod.ts";
import { positiveInPath, stored } from "./fields.ts";

/** As a text within JSON every quotation mark counts twice. */
const MAX_SIGNED_BYTES = 2 * MAX_SNAPSHOT_BYTES + 1_024;

export const PUBLISHING = {
  figures: {
    method: "GET",
    path: "/api/figures",
    access: "public",
    summary: `Published figures from number \`from\` on, ascending, at most ${FIGURES_PAGE}; without \`from\` the newest alone`,
    query: z.strictObject({ from: z.optional(positiveInPath) }),
    answer: {
      status: 200,
      json: z.strictObject({ published: z.array(signedSnapshotSchema).check(z.maxLength(FIGURES_PAGE)) }),
      atMost: FIGURES_PAGE * MAX_SIGNED_BYTES,
    },
    problems: [],
  },
  figuresProposal: {
    method: "GET",
    path: "/api/figures/proposal",
    access: "session",
    roles: ["lead", "custodian"],
    summary:
      "Figures that a lead has prepared and signed, and that wait for a second member; null where there are none",
    answer: {
      status: 200,
      json: z.strictObject({ proposal: z.nullable(signedSnapshotSchema) }),
      atMost: MAX_SIGNED_BYTES,
    },
    problems: [],
  },
  proposeFigures: {
    method: "PUT",
    path: "/api/figures/proposal",
    access: "session",
    act: "propose-figures",
    roles: ["lead"],
    summary: "Has figures wait for a second member, signed by who prepared them; they take the place of nothing",
    body: {
      json: z.strictObject({
        document: signedSnapshotSchema.shape.document,
        signature: snapshotSignatureSchema,
      }),
      atMost: MAX_SIGNED_BYTES,
    },
    answer: { status: 200, json: stored },
    problems: ["bad-envelope", "conflict", "stale-directory"],
  },
  confirmFigures: {
    method: "PUT",
    path: "/api/figures/signature",
    access: "session",
    act: "publish-figures",
    roles: ["lead", "custodian"],
    summary: "The second member's signature; with it they are published",
    body: { json: z.strictObject({ hash: hexOf(HASH_BYTES), signature: snapshotSignatureSchema }) },
    answer: { status: 200, json: stored },
    problems: ["bad-envelope", "conflict"],
  },
  dropFigures: {
    method: "DELETE",
    path: "/api/figures/proposal",
    access: "session",
    act: "drop-figures",
    roles: ["lead", "custodian"],
    summary: "Takes back figures that wait for a second member",
    answer: { status: 204 },
    problems: [],
  },
} as const satisfies Record<string, Route>;
