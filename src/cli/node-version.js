// JavaScript, because an older Node refuses a .ts file before it reads the first line of it:
// the npm scripts load this file ahead of the command, so that the answer is one clear sentence.
const oldestMajor = 24;

if (Number(process.versions.node.split(".")[0]) < oldestMajor) {
  process.stderr.write(
    `Segel needs Node ${oldestMajor} or later, and this is Node ${process.versions.node}. ` +
      "On Linux (x64, arm64), npm ci and the npm scripts bring it along; elsewhere, install it first.\n",
  );
  process.exit(2);
}
