/**
 * What intake is measured against: a bare Fastify route that inserts the same bytes by one INSERT, nothing else.
 * Run as a process of its own with DATABASE_URL; prints its address.
 */
import fastify from "fastify";
import pg from "pg";

const app = fastify({ bodyLimit: 2_097_152 });
// As many connections as the server under test keeps (src/server/store/database.ts).
const pool = new pg.Pool({ connectionString: process.env["DATABASE_URL"], max: 10 });
await pool.query(
  "CREATE TABLE IF NOT EXISTS bare (id uuid PRIMARY KEY DEFAULT gen_random_uuid(), body bytea NOT NULL)",
);
await pool.query("ALTER TABLE bare ALTER COLUMN body SET STORAGE EXTERNAL");
app.addContentTypeParser("application/octet-stream", { parseAs: "buffer" }, (_request, body, done) => done(null, body));
app.post("/bare", async (request, reply) => {
  await pool.query({ name: "insert", text: "INSERT INTO bare (body) VALUES ($1)", values: [request.body] });
  return reply.code(201).send({ stored: true });
});
process.stdout.write(`${await app.listen({ host: "127.0.0.1", port: 0 })}\n`);
