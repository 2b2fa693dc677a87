/**
 * Another founding code, for whoever runs the server: the first was lost before it served, or the founder's browser was. By
 * hand, or by `segel office code`; the server goes on meanwhile.
 */
import { ConfigError, readConfig, readKeys } from "./config.ts";
import { foundingLines } from "./founding-lines.ts";
import { renewFoundingCode } from "./services/office/founding.ts";
import { connect } from "./store/database.ts";

try {
  const config = readConfig(process.env);
  const { database, close } = connect(config.databaseUrl, { disks: config.databaseDisks });
  const code = (await readKeys(config)) === undefined ? await renewFoundingCode(database) : undefined;
  await close();
  if (code === undefined)
    throw new ConfigError(
      "No office is being founded here: the server has not been started yet, or the office is there",
    );
  process.stdout.write(foundingLines(code));
} catch (error) {
  process.stderr.write(`${error instanceof ConfigError ? error.message : "DATABASE_URL: PostgreSQL is not there"}\n`);
  process.exitCode = 1;
}
