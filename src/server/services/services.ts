/** What handlers build on, made once by buildApp. */
import type { Database } from "../store/database.ts";
import type { Origins } from "../origins.ts";
import type { Opening } from "./office/opening.ts";
import type { Audit } from "./common/audit.ts";
import type { Changes } from "./common/changes.ts";
import type { Directories } from "./common/directories.ts";
import type { Files } from "./cases/files.ts";
import type { Decoys } from "../admission/decoys.ts";
import type { Guesses } from "../admission/guesses.ts";
import type { Notices } from "./cases/notices.ts";
import type { Nonces } from "../admission/nonces.ts";
import type { Prices } from "../admission/prices.ts";
import type { ProofOfWork } from "../admission/proof-of-work.ts";
import type { ServerKey } from "../admission/server-key.ts";

export type Services = {
  readonly database: Database;
  readonly key: ServerKey;
  readonly audit: Audit;
  readonly changes: Changes;
  readonly directories: Directories;
  readonly files: Files;
  readonly decoys: Decoys;
  readonly guesses: Guesses;
  readonly notices: Notices;
  readonly opening: Opening;
  readonly nonces: Nonces;
  readonly prices: Prices;
  readonly proofOfWork: ProofOfWork;
  readonly origins: Origins;
  /** Whether every member must have a second factor */
  readonly needsFactor: boolean;
};
