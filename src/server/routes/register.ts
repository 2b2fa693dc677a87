/**
 * From the API table to routes: one function registers them all, so that no route can forget
 * its limit, its gate or its schema.
 */
import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import { API, MAX_JSON_BYTES, type Operation } from "../../protocol/api.ts";
import type { Payload, Route } from "../../protocol/route.ts";
import { z } from "../../protocol/encoding/zod.ts";
import type { Arrivals } from "../plugins/arrivals.ts";
import type { Callers, Gate, Gates } from "../plugins/gates.ts";
import { ProblemError } from "../problem.ts";
import type { Load } from "../admission/load.ts";
import { parseJsonBody } from "./json-body.ts";

type Table = typeof API;
type Output<Schema> = Schema extends z.core.$ZodType ? z.output<Schema> : undefined;
type PayloadOf<O extends Operation> = Table[O] extends { body: infer Body } ? Body : undefined;
type BodyOf<O extends Operation> =
  PayloadOf<O> extends { json: infer Schema }
    ? Output<Schema>
    : PayloadOf<O> extends { bytes: object }
      ? Uint8Array
      : undefined;
type FieldOf<O extends Operation, Name extends "params" | "query"> = Table[O] extends { [Key in Name]: infer Schema }
  ? Output<Schema>
  : undefined;

type Input<O extends Operation> = {
  readonly caller: Callers[Table[O]["access"]];
  readonly params: FieldOf<O, "params">;
  readonly query: FieldOf<O, "query">;
  readonly body: BodyOf<O>;
};

type Answer<O extends Operation> = Table[O]["answer"] extends { json: infer Schema extends z.core.$ZodType }
  ? z.input<Schema>
  : Table[O]["answer"] extends { bytes: true }
    ? Uint8Array
    : undefined;

/** `exchange` is for cookies and events alone; everything else is in the input and in what is returned. */
type Exchange = { readonly request: FastifyRequest; readonly reply: FastifyReply };
type Handler<O extends Operation> = (input: Input<O>, exchange: Exchange) => Promise<Answer<O>>;
/** One handler for each operation: the compiler finds one that is missing. */
export type Handlers<O extends Operation = Operation> = { readonly [Each in O]: Handler<Each> };

export type RoutesDeps<O extends Operation> = {
  /** What this server serves */
  readonly operations: readonly O[];
  readonly gates: Pick<Gates, Table[O]["access"]>;
  readonly handlers: Handlers<O>;
  readonly arrivals: Arrivals;
  readonly load: Load;
};

export function registerRoutes<O extends Operation>(app: FastifyInstance, deps: RoutesDeps<O>): void {
  for (const operation of deps.operations) registerRoute(app, operation, deps);
}

function registerRoute<O extends Operation>(
  app: FastifyInstance,
  operation: O,
  { gates, handlers, arrivals, load }: RoutesDeps<O>,
): void {
  const route: Route = API[operation];
  const access: Table[O]["access"] = API[operation].access;
  const gate: Gate<Callers[Table[O]["access"]]> = gates[access];
  const handler: Handler<O> = handlers[operation];
  const atMost = bodyLimit(route.body);
  app.route({
    method: route.method,
    url: route.path,
    bodyLimit: Math.max(1, atMost),
    async onRequest(request, reply) {
      checkBodyHeaders(request, route.body, atMost);
      await gate.beforeBody(request, reply, route);
    },
    async handler(request, reply) {
      const work = (bytes: Uint8Array): Promise<unknown> =>
        load.during(async () => {
          const input = {
            body: readBody(route.body, bytes),
            params: parse(route.params, request.params),
            query: parse(route.query, request.query),
            caller: await gate.admit(request, bytes),
          };
          // The table says that these are the types: what was parsed is what its schemas give.
          return handler(input as Input<O>, { request, reply });
        });
      const isMembers = route.access === "session";
      const exchange = { request: request.raw, response: reply.raw, atMost, isMembers };
      const answer = await (route.body === undefined ? work(new Uint8Array()) : arrivals.lend(exchange, work));
      const document = encode(answer);
      // Events have begun to leave by themselves.
      if ("events" in route.answer) return reply;
      if (document !== undefined && !isMembers) arrivals.answer(exchange, document.length);
      return send(reply, route, document);
    },
  });
}

function bodyLimit(payload: Payload | undefined): number {
  if (payload === undefined) return 0;
  return "bytes" in payload ? payload.bytes.atMost : (payload.atMost ?? MAX_JSON_BYTES);
}

/** Size and kind are refused before anything is read. */
function checkBodyHeaders(request: FastifyRequest, payload: Payload | undefined, atMost: number): void {
  const {
    "content-length": length,
    "content-type": type,
    "transfer-encoding": transfer,
    "content-encoding": coding,
  } = request.headers;
  if (Number(length) > atMost) throw new ProblemError("too-large");
  if (payload === undefined) {
    if (transfer !== undefined) throw new ProblemError("bad-request");
    return;
  }
  // Nothing is unpacked here: what is signed and limited are the bytes on the wire.
  if (coding !== undefined && coding !== "identity") throw new ProblemError("unsupported-media-type");
  const expected = "bytes" in payload ? "application/octet-stream" : "application/json";
  if (type?.split(";", 1)[0]?.trim().toLowerCase() !== expected) throw new ProblemError("unsupported-media-type");
}

function readBody(payload: Payload | undefined, bytes: Uint8Array): unknown {
  if (payload === undefined) return undefined;
  return "bytes" in payload ? bytes : parse(payload.json, parseJsonBody(bytes));
}

const NO_FIELDS = z.strictObject({});

function parse(schema: z.core.$ZodType = NO_FIELDS, value: unknown): unknown {
  // Fastify's own objects have no prototype, which zod takes for no plain object.
  const result = z.safeParse(schema, value);
  if (!result.success) throw new ProblemError("bad-request");
  return result.data;
}

/** As bytes, so that what is counted is what leaves. */
function encode(answer: unknown): Buffer | undefined {
  if (answer instanceof Uint8Array) return Buffer.from(answer.buffer, answer.byteOffset, answer.byteLength);
  return answer === undefined ? undefined : Buffer.from(JSON.stringify(answer));
}

function send(reply: FastifyReply, { answer }: Route, document: Buffer | undefined): FastifyReply {
  reply.code(answer.status);
  if (document === undefined) return reply.send();
  return reply.type("json" in answer ? "application/json" : "application/octet-stream").send(document);
}
