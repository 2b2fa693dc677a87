/**
 * Counts for the operator, in Prometheus' text form, on an address of their own. They identify nobody: whoever collects
 * them notes the time of every change, so nothing here moves with a single request before its day is over. What failed on
 * our side alone is counted at once, as the log says it at once.
 */
import { once } from "node:events";
import { type Server, createServer } from "node:http";
import type { FastifyInstance } from "fastify";
import type { Decoys, Tally } from "../admission/decoys.ts";
import type { Load } from "../admission/load.ts";
import { daysAgo, today } from "../services/common/today.ts";
import { countUnopenedByDay } from "../store/cases/cases.ts";
import { type Database, isAlive } from "../store/database.ts";
import { countFailing } from "../store/cases/notices.ts";
import { countCellBytes } from "../store/cases/file-cells.ts";

export type Metrics = {
  readonly watch: (app: FastifyInstance, load: Pick<Load, "isHigh">) => void;
  readonly write: () => Promise<string>;
};

/** Of the room for files, so many steps: one is more than a case may bring in most hours. */
const ROOM_STEPS = 100;
/** Days told one by one; earlier ones together. */
const SINGLE_DAYS = 31;

export function makeMetrics(database: Database, fileBytes: number, decoys: Pick<Decoys, "tally">): Metrics {
  const shown = new Map<string, number>();
  let pending = new Map<string, number>();
  let day = today();
  let isHigh = () => false;

  /** What was counted before today becomes visible with the first question after the office's midnight. */
  const turnDay = (): void => {
    if (day === today()) return;
    day = today();
    for (const [labels, count] of pending) add(shown, labels, count);
    pending = new Map();
  };

  return {
    watch(app, load) {
      ({ isHigh } = load);
      app.addHook("onResponse", (request, { statusCode }, done) => {
        turnDay();
        const route = request.routeOptions.url ?? "none";
        const labels = `method="${request.method}",route="${route}",status="${statusCode}"`;
        add(statusCode >= 500 ? shown : pending, labels, 1);
        done();
      });
    },
    async write() {
      turnDay();
      const isReady = await isAlive(database).then(
        () => true,
        () => false,
      );
      const stored = isReady ? await readStored(database, fileBytes, await decoys.tally()) : [];
      return [
        ...family("segel_requests_total", "counter", "Requests up to yesterday, and failures of today", shown),
        ...family("segel_ready", "gauge", "1 when the database answers", new Map([["", Number(isReady)]])),
        ...family("segel_proof_of_work_level", "gauge", "0 idle, 1 under load", new Map([["", Number(isHigh())]])),
        ...stored,
        "",
      ].join("\n");
    },
  };
}

async function readStored(database: Database, fileBytes: number, decoys: Tally): Promise<string[]> {
  const step = Math.max(1, fileBytes / ROOM_STEPS);
  const used = Math.ceil((await countCellBytes(database)) / step) * step;
  const unopened = new Map<string, number>();
  for (const { arrived_on: arrived, count } of await countUnopenedByDay(database, today())) {
    const reports = count - decoys.ofDay(arrived);
    if (reports > 0) add(unopened, `day="${arrived >= daysAgo(SINGLE_DAYS) ? arrived : "earlier"}"`, reports);
  }
  return [
    ...family("segel_files_bytes", "gauge", "Room that files take, in hundredths", new Map([["", used]])),
    ...family("segel_files_limit_bytes", "gauge", "Room that files may take", new Map([["", fileBytes]])),
    ...family(
      "segel_mails_failing",
      "gauge",
      "Members whose last mail could not be sent",
      new Map([["", await countFailing(database)]]),
    ),
    ...family("segel_unopened_heads", "gauge", "Reports of a day before today that no member has opened", unopened),
  ];
}

function add(counts: Map<string, number>, labels: string, count: number): void {
  counts.set(labels, (counts.get(labels) ?? 0) + count);
}

function family(name: string, type: "counter" | "gauge", help: string, values: ReadonlyMap<string, number>): string[] {
  const lines = [...values].map(([labels, value]) => `${name}${labels === "" ? "" : `{${labels}}`} ${value}`);
  return [`# HELP ${name} ${help}`, `# TYPE ${name} ${type}`, ...lines.toSorted()];
}

/** Answers `GET /metrics` there and nothing else anywhere. */
export async function serveMetrics(metrics: Metrics, at: { host: string; port: number }): Promise<Server> {
  const server = createServer((request, response) => {
    response.sendDate = false;
    if (request.method !== "GET" || request.url !== "/metrics") return void response.writeHead(404).end();
    void metrics.write().then(
      (text) => response.writeHead(200, { "content-type": "text/plain; version=0.0.4; charset=utf-8" }).end(text),
      () => response.writeHead(503).end(),
    );
  });
  server.listen(at.port, at.host);
  await once(server, "listening");
  return server;
}
