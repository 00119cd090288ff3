// Checks the HTML that the gallery collected with the Nu HTML checker: one run over all of it, and not one message.
import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { basename, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const gallery = join(dirname(fileURLToPath(import.meta.url)), 'gallery', 'html');
const jar = createRequire(import.meta.url).resolve('vnu-jar/build/dist/vnu.jar');

let pages;
try {
  pages = readdirSync(gallery).filter((name) => name.endsWith('.html')).map((name) => join(gallery, name));
} catch {
  pages = [];
}
if (pages.length === 0) {
  console.error('Nu HTML checker: there is no page to check. Run "npx playwright test gallery" first.');
  process.exit(1);
}

const run = spawnSync('java', ['-jar', jar, '--format', 'json', ...pages], { encoding: 'utf8', maxBuffer: 64 * 1024 * 1024 });
if (run.error) {
  console.error(`Nu HTML checker: java did not run (${run.error.message}). Debian: apt-get install default-jre-headless`);
  process.exit(1);
}
let messages;
try {
  ({ messages } = JSON.parse(run.stderr));
} catch {
  console.error(`Nu HTML checker: it said something else than JSON:\n${run.stderr}`);
  process.exit(1);
}
for (const { url = '', type, subType, lastLine, message } of messages) {
  const file = decodeURIComponent(url.replace(/^file:/, ''));
  console.error(`${basename(file)}:${lastLine ?? '?'}: ${subType ?? type}: ${message}`);
  if (file && lastLine) console.error(`    ${readFileSync(file, 'utf8').split('\n')[lastLine - 1]?.slice(0, 200)}`);
}
console.log(`Nu HTML checker: ${pages.length} pages, ${messages.length} messages`);
process.exit(messages.length === 0 && run.status === 0 ? 0 : 1);
