/** `segel`: reporters' and members' work from the command line. Usage: npm run -s segel -- COMMAND … */
import "./node-version.ts";
import { audit } from "./audit/audit.ts";
import { office } from "./office/office.ts";
import { recovery } from "./ceremonies/recovery.ts";
import { root } from "./ceremonies/root.ts";
import { check } from "./commands/check.ts";
import { type Command, chooseLanguage, readArguments } from "./commands/command.ts";
import { directory } from "./commands/directory.ts";
import { EXIT, WrongUse, explain } from "./speech/failures.ts";
import { help } from "./speech/help.ts";
import { print, tell, visible } from "./speech/print.ts";
import { read } from "./commands/read/read.ts";
import { sealer } from "./commands/sealer.ts";
import { send } from "./commands/send.ts";
import { SENTENCES } from "./speech/words.ts";
import { serverKey } from "./commands/server-key.ts";
import { statement } from "./commands/statement.ts";
import { verifyExport } from "./commands/verify-export.ts";
import { figures } from "./commands/figures.ts";
import { verifyReceipt } from "./commands/verify-receipt.ts";
import { speak } from "../words/speech.ts";

const COMMANDS: Readonly<Record<string, Command>> = {
  send,
  check,
  read,
  directory,
  statement,
  "verify-receipt": verifyReceipt,
  "verify-export": verifyExport,
  audit,
  figures,
  sealer,
  "server-key": serverKey,
  root,
  recovery,
  office,
};

/** What the program does, as a function: its exit code. */
export async function run(args: readonly string[]): Promise<number> {
  const language = chooseLanguage(args);
  const speech = speak(language);
  const { say } = speech;
  const isAsked = args[0] === "help" && Object.hasOwn(COMMANDS, args[1] ?? "");
  const [name, ...rest] = isAsked ? [...args.slice(1), "--help"] : args;
  if (name === "--help" || name === "-h" || name === "help") {
    print(say(SENTENCES.help));
    return EXIT.done;
  }
  const command = name !== undefined && Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined;
  if (command === undefined) {
    tell(name === undefined ? say(SENTENCES.help) : say(SENTENCES.unknownCommand, { name: visible(name) }));
    return EXIT.wrongUse;
  }
  let origin = "";
  try {
    const call = readArguments(rest, command, language);
    if (call === undefined) {
      print(help(command.topic, speech));
      return EXIT.done;
    }
    origin = call.connection.origin;
    await command.run(call);
    return EXIT.done;
  } catch (error) {
    const sentence = explain(error, { ...speech, reader: command.reader, origin });
    // Only its kind: a message that we did not write may quote what was typed.
    tell(sentence ?? say(SENTENCES.unforeseen, { kind: error instanceof Error ? error.name : typeof error }));
    return error instanceof WrongUse ? EXIT.wrongUse : EXIT.failed;
  }
}

if (import.meta.main) {
  // A reader that has seen enough (`| head`) is no failure.
  process.stdout.on("error", () => process.exit(EXIT.done));

  process.exitCode = await run(process.argv.slice(2));
  // Standard input may still be open, and keep-alive connections are.
  process.stdin.destroy();
}
