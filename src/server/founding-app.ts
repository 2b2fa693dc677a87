/** The server of an office that has no directory yet: it is founded here, and nothing else is served. */
import type { FastifyInstance } from "fastify";
import type { Operation } from "../protocol/api.ts";
import { type HttpDeps, makeHttp } from "./http.ts";
import { foundingGate } from "./plugins/founding.ts";
import { openGate } from "./plugins/gates.ts";
import { foundingHandlers } from "./routes/founding.ts";
import { registerRoutes } from "./routes/register.ts";
import type { Database } from "./store/database.ts";

export type FoundingAppDeps = HttpDeps & { readonly database: Database };

/** `beginFounding` (services/office/founding.ts) comes first: it makes the code. */
export async function buildFoundingApp(deps: FoundingAppDeps): Promise<FastifyInstance> {
  const { database } = deps;
  const handlers = foundingHandlers(database);
  const operations = Object.keys(handlers) as (keyof typeof handlers & Operation)[];
  const { app, arrivals, load } = await makeHttp(deps, operations);
  const gates = {
    public: openGate,
    founding: foundingGate(database, { onlyFounder: false }),
    founder: foundingGate(database, { onlyFounder: true }),
  };
  registerRoutes(app, { operations, gates, handlers, arrivals, load });
  return app;
}
