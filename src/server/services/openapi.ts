/** The API as an OpenAPI 3.1 document, made from the table that routes are made from. */
import { readingOf } from "../../protocol/encoding/answers.ts";
import { FOUNDING_HEADER, HEADERS, SAME_SITE_HEADER } from "../../protocol/headers.ts";
import type { Payload, Route } from "../../protocol/route.ts";
import { PROBLEM_MEDIA_TYPE, PROBLEMS, type ProblemCode } from "../../protocol/problems.ts";
import { z } from "../../protocol/encoding/zod.ts";

type Json = { [name: string]: Json | Json[] | string | string[] | number | boolean };

/** What any operation may answer with (api.ts, "Route"). */
const EVERYWHERE: readonly ProblemCode[] = [
  "bad-request",
  "not-found",
  "too-large",
  "unsupported-media-type",
  "internal",
  "busy",
];

export function describeApi(table: Readonly<Record<string, Route>>): Json {
  const paths: Record<string, Json> = {};
  for (const [operation, route] of Object.entries(table)) {
    const path = route.path.replaceAll(/:([a-zA-Z]+)/gu, "{$1}");
    paths[path] = { ...paths[path], [route.method.toLowerCase()]: describeOperation(operation, route) };
  }
  return {
    openapi: "3.1.0",
    info: { title: "Segel", version: "1", license: { name: "AGPL-3.0-or-later", identifier: "AGPL-3.0-or-later" } },
    paths,
    components: {
      schemas: {
        problem: {
          type: "object",
          required: ["type", "title", "status"],
          properties: { type: { type: "string" }, title: { type: "string" }, status: { type: "integer" } },
        },
      },
      securitySchemes: {
        session: { type: "apiKey", in: "cookie", name: "__Host-segel" },
        reporter: { type: "apiKey", in: "header", name: HEADERS.signature },
        "proof-of-work": { type: "apiKey", in: "header", name: HEADERS.proof },
        founding: { type: "apiKey", in: "header", name: FOUNDING_HEADER },
        founder: { type: "apiKey", in: "header", name: FOUNDING_HEADER },
      },
    },
  };
}

function describeOperation(operationId: string, route: Route): Json {
  const parameters = [
    ...parametersOf(route.params, "path"),
    ...parametersOf(route.query, "query"),
    ...headersOf(route),
  ];
  const security =
    route.access === "public" || route.access === "member-key" ? {} : { security: [{ [route.access]: [] }] };
  const body = route.body === undefined ? {} : { requestBody: { required: true, content: contentOf(route.body) } };
  return { operationId, summary: route.summary, parameters, ...security, ...body, responses: responsesOf(route) };
}

function schemaOf(schema: z.core.$ZodType): Json {
  // Lengths of base64url are checked by code that JSON Schema cannot say; the patterns remain.
  const { $schema: _, ...rest } = z.toJSONSchema(schema, { unrepresentable: "any", io: "input" }) as Json;
  return rest;
}

function parametersOf(schema: z.core.$ZodType | undefined, place: "path" | "query"): Json[] {
  if (schema === undefined) return [];
  const { properties = {}, required = [] } = schemaOf(schema) as { properties?: Json; required?: string[] };
  return Object.entries(properties).map(([name, value]) => ({
    name,
    in: place,
    required: required.includes(name),
    schema: value,
  }));
}

function headersOf({ access, method, isPaid, problems }: Route): Json[] {
  const names = {
    // Signing in sets a cookie: another site's form must not do it.
    public: problems.includes("cross-site") ? [SAME_SITE_HEADER] : [],
    "member-key": [],
    reporter: [HEADERS.key, HEADERS.nonce, HEADERS.signature],
    "proof-of-work": [HEADERS.key, HEADERS.proof, HEADERS.signature],
    session: method === "GET" ? [] : [SAME_SITE_HEADER],
    founding: [FOUNDING_HEADER],
    founder: [FOUNDING_HEADER],
  }[access];
  const header = (name: string, required: boolean): Json => ({
    name,
    in: "header",
    required,
    schema: { type: "string" },
  });
  // One of the two.
  const paid = isPaid === true ? [header(HEADERS.proof, false)] : [];
  return [...names.map((name) => header(name, isPaid !== true || name !== HEADERS.nonce)), ...paid];
}

const BYTES: Json = { "application/octet-stream": { schema: { type: "string", format: "binary" } } };

function contentOf(payload: Payload): Json {
  if ("json" in payload) return { "application/json": { schema: schemaOf(payload.json) } };
  return {
    "application/octet-stream": { schema: { type: "string", format: "binary", maxLength: payload.bytes.atMost } },
  };
}

function responsesOf(route: Route): Json {
  const { status, json, bytes } = route.answer;
  const content =
    "events" in route.answer
      ? { content: { "text/event-stream": { schema: { type: "string" } } } }
      : json !== undefined
        ? { content: { "application/json": { schema: schemaOf(readingOf(json)) } } }
        : bytes === true
          ? { content: BYTES }
          : {};
  const responses: Json = { [String(status)]: { description: "Done", ...content } };
  const bySession: readonly ProblemCode[] =
    route.access === "session" ? ["not-signed-in", "forbidden", "cross-site"] : [];
  const codes = [...new Set([...EVERYWHERE, ...bySession, ...route.problems])];
  for (const wanted of new Set(codes.map((code) => PROBLEMS[code].status))) {
    const description = codes.filter((code) => PROBLEMS[code].status === wanted).join(", ");
    responses[String(wanted)] = {
      description,
      content: { [PROBLEM_MEDIA_TYPE]: { schema: { $ref: "#/components/schemas/problem" } } },
    };
  }
  return responses;
}
