import t from "tap";
import { API, type Operation } from "../../src/protocol/api.ts";
import { FOUNDING } from "../../src/protocol/api/founding.ts";
import type { Route } from "../../src/protocol/route.ts";
import { PROBLEMS, problemDocument } from "../../src/protocol/problems.ts";
import { z } from "../../src/protocol/encoding/zod.ts";
import { waitUntil } from "../../src/client/line/waiting.ts";
import { buildApp } from "../../src/server/app.ts";
import { makeLog } from "../../src/server/plugins/logging.ts";
import { CONNECTIONS, connect } from "../../src/server/store/database.ts";
import { asSuperuser } from "../support/machine/postgres.ts";
import { send, sendJson, startServer } from "../support/machine/server.ts";

const operations = Object.keys(API) as Operation[];
/** Of a server whose office is being founded alone */
const ofFounding = Object.keys(FOUNDING);

/** "GET /api/health" for each route that the server has. */
function routesIn(tree: string): string[] {
  const routes: string[] = [];
  const path: string[] = [];
  for (const line of tree.split("\n")) {
    const match = /^([│ ]*)(?:├── |└── )(.*?)(?: \(([A-Z, ]+)\))?$/u.exec(line);
    if (match === null) continue;
    const depth = (match[1] ?? "").length / 4;
    path.length = depth;
    path.push(match[2] ?? "");
    for (const method of (match[3] ?? "").split(", ")) if (method !== "") routes.push(`${method} ${path.join("")}`);
  }
  return routes;
}

t.test(
  "the server has exactly one handler for each operation of the table, and no other route of the API",
  async (t) => {
    const { app } = await startServer(t);
    const addressOf = (operation: Operation) => `${API[operation].method} ${API[operation].path}`;
    t.equal(new Set(operations.map(addressOf)).size, operations.length);
    const expected = operations.filter((operation) => !ofFounding.includes(operation)).map(addressOf);
    t.same(routesIn(app.printRoutes()).toSorted(), expected.toSorted());
  },
);

type Description = {
  readonly openapi: string;
  readonly paths: Record<
    string,
    Record<
      string,
      {
        operationId: string;
        parameters: { name: string; in: string }[];
        requestBody?: { content: object };
        responses: Record<string, object>;
      }
    >
  >;
  readonly components: { readonly securitySchemes: object; readonly schemas: object };
};

t.test("the OpenAPI document is served and says what the table says", async (t) => {
  const server = await startServer(t);
  const description = await sendJson<Description>(server, "/api/openapi.json");
  t.equal(description.openapi, "3.1.0");
  const described = Object.values(description.paths).flatMap((methods) => Object.values(methods));
  t.same(described.map(({ operationId }) => operationId).toSorted(), operations.toSorted());
  for (const operation of operations) {
    const { method, path, body, answer, problems, params, query }: Route = API[operation];
    const entry = description.paths[path.replaceAll(/:(\w+)/gu, "{$1}")]?.[method.toLowerCase()];
    t.equal(entry?.operationId, operation);
    const names = (place: string) =>
      entry?.parameters
        .filter((parameter) => parameter.in === place)
        .map(({ name }) => name)
        .toSorted();
    t.same(
      names("path"),
      [...path.matchAll(/:(\w+)/gu)].map(([, name]) => name ?? "").toSorted((a, b) => a.localeCompare(b)),
      `${operation}: parameters of the path`,
    );
    t.equal(params === undefined, !path.includes(":"));
    t.same(names("query"), query === undefined ? [] : fieldsOf(query), `${operation}: query`);
    t.same(
      Object.keys(entry?.requestBody?.content ?? {}),
      body === undefined ? [] : ["json" in body ? "application/json" : "application/octet-stream"],
    );
    const closed = '"additionalProperties":false';
    t.notMatch(
      JSON.stringify(entry?.responses),
      closed,
      `${operation}: a reader passes over what a later version says`,
    );
    if (body !== undefined && "json" in body)
      t.match(
        JSON.stringify(entry?.requestBody),
        closed,
        `${operation}: and asks for nothing that is not in the table`,
      );
    for (const status of [answer.status, ...problems.map((code) => PROBLEMS[code].status)])
      t.ok(entry?.responses[status], `${operation}: ${status}`);
  }
  for (const [, reference = ""] of JSON.stringify(description).matchAll(/"\$ref":"#\/([^"]+)"/gu)) {
    const target = reference
      .split("/")
      .reduce<unknown>((at, name) => (at as Record<string, unknown> | undefined)?.[name], description);
    t.ok(target, `#/${reference} is there`);
  }
});

function fieldsOf(schema: z.core.$ZodType): string[] {
  return Object.keys((z.toJSONSchema(schema, { io: "input" }) as { properties: object }).properties).toSorted();
}

t.test("JSON answers are what their schemas say", async (t) => {
  const server = await startServer(t);
  for (const operation of ["health", "live", "openapi", "directory", "nonce", "proofOfWork"] as const) {
    const { path, answer } = API[operation];
    t.ok(z.safeParse(answer.json, await sendJson(server, path)).success, operation);
  }
  const parameters = await sendJson(server, "/api/login-parameters", { method: "POST", body: { name: "siapa" } });
  t.ok(z.safeParse(API.loginParameters.answer.json, parameters).success);
});

t.test("a database that does not answer is said as busy, and a broken connection is replaced", async (t) => {
  const server = await startServer(t);
  const name = new URL(server.urls.appUrl).pathname.slice(1);
  await asSuperuser(
    server.urls,
    `SELECT pg_terminate_backend(pid, 10_000) FROM pg_stat_activity WHERE datname = '${name}' AND usename = 'segel_app'`,
  );
  // One whose end has not been heard of yet may be asked once more: that is said as busy, and whoever hears it asks again.
  const told: (string | undefined)[] = [];
  const isServed = async () => {
    const { status, problem } = await send(server, "/api/health");
    if (status !== 200) told.push(problem);
    return status === 200;
  };
  t.ok(await waitUntil(isServed, { everyMs: 10, forMs: 10_000 }), "they are replaced");
  t.ok(told.length <= CONNECTIONS && told.every((code) => code === "busy"), "each is found broken once at the most");

  const { database, close } = connect("postgresql://segel_app@127.0.0.1:1/none");
  t.teardown(close);
  const app = await buildApp({
    database,
    log: makeLog("silent"),
    serverKey: server.serverKey,
    roots: server.organisation.rootSet,
    origins: [server.origin],
  });
  const answer = await app.inject({ url: "/api/health" });
  t.same([answer.statusCode, answer.body], [503, JSON.stringify(problemDocument("busy"))]);
  t.equal((await app.inject({ url: "/api/health/live" })).statusCode, 200, "it is alive, and not ready");
  await app.close();
});
