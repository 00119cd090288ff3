// Checks HTML with the Nu HTML checker: every page of the sandbox's gallery in every state, language and brand, and what
// the browser tests have seen before, where they ran. One run over all of it, and not one message.
import { spawn, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join, relative, resolve } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

const here = dirname(fileURLToPath(import.meta.url));
const seen = join(here, 'gallery', 'html');
const jar = createRequire(import.meta.url).resolve('vnu-jar/build/dist/vnu.jar');
const program = resolve(process.env.PATIENT_CONNECT_BIN || join(here, '../../target/debug/patient-connect'));

const folder = mkdtempSync(join(tmpdir(), 'patient-connect-nu-'));
try {
  const fromGallery = await withPortal(fetchGallery);
  const fromTests = filesIn(seen);
  process.exitCode = check([...fromGallery, ...fromTests]) ? 0 : 1;
  console.log(`  ${fromGallery.length} of them from the gallery, ${fromTests.length} as the browser tests saw them`);
} catch (error) {
  console.error(`Nu HTML checker: ${error.message}`);
  process.exitCode = 1;
} finally {
  rmSync(folder, { recursive: true, force: true });
}

/** The portal in BASE_URL, else a sandbox of our own, which is ended afterwards. */
async function withPortal(use) {
  if (process.env.BASE_URL) return use(process.env.BASE_URL.replace(/\/+$/, ''));
  const env = Object.fromEntries(Object.entries(process.env).filter(([name]) => !name.startsWith('PATIENT_CONNECT_')));
  const sandbox = spawn(program, ['demo', '--port', '0', '--json'], { env, stdio: ['ignore', 'pipe', 'inherit'] });
  try {
    const line = await new Promise((found, failed) => {
      const patience = setTimeout(() => failed(new Error('the sandbox said nothing for a minute')), 60_000);
      const settle = (how) => (what) => (clearTimeout(patience), how(what));
      sandbox.once('error', settle(failed));
      sandbox.once('exit', settle((code) => failed(new Error(`the sandbox ended with ${code}`))));
      createInterface({ input: sandbox.stdout }).once('line', settle(found));
    });
    return await use(JSON.parse(line).base_url.replace(/\/+$/, ''));
  } finally {
    sandbox.kill('SIGTERM');
  }
}

/** Puts every page that the gallery lists into a file, and the pages for developers. */
async function fetchGallery(baseURL) {
  const text = async (path) => {
    const response = await fetch(baseURL + path);
    if (!response.ok) throw new Error(`${baseURL}${path} answered ${response.status}`);
    return response.text();
  };
  const index = await fetch(`${baseURL}/_demo/gallery/index.json`);
  if (index.status === 404) return [];
  const { pages } = await index.json();
  const list = await text('/_demo/gallery/');
  const offered = (name) => [...new Set(Array.from(list.matchAll(new RegExp(`[?;&]${name}=([\\w-]+)`, 'g')), ([, value]) => value))];
  const languages = offered('lang');
  const brands = offered('brand');
  if (pages.length === 0 || languages.length === 0 || brands.length === 0) throw new Error('the gallery shows nothing');

  // In dark alone: the HTML for light is the same but for that word.
  const wanted = [
    { name: 'desk', path: '/_demo/' },
    { name: 'docs', path: '/api/docs' },
  ];
  for (const brand of ['', ...brands]) {
    for (const language of languages) {
      const how = `?lang=${language}&theme=dark${brand && `&brand=${brand}`}`;
      const end = `${language}${brand && `.${brand}`}`;
      for (const { page, state, url } of pages) wanted.push({ name: `${page}/${state}.${end}`, path: url + how });
      wanted.push({ name: `list.${end}`, path: `/_demo/gallery/${how}` });
    }
  }

  const files = [];
  const keep = async () => {
    for (let next = wanted.pop(); next; next = wanted.pop()) {
      const file = join(folder, `${next.name}.html`);
      mkdirSync(dirname(file), { recursive: true });
      writeFileSync(file, await text(next.path));
      files.push(file);
    }
  };
  await Promise.all([keep(), keep(), keep(), keep()]);
  return files.sort();
}

function filesIn(place) {
  try {
    return readdirSync(place).filter((name) => name.endsWith('.html')).map((name) => join(place, name));
  } catch {
    return [];
  }
}

/** Whether there is no message about any of these files. */
function check(files) {
  if (files.length === 0) throw new Error('there is no page to check: no gallery, and the browser tests have not run');
  const run = spawnSync('java', ['-jar', jar, '--format', 'json', ...files], { encoding: 'utf8', maxBuffer: 64 * 1024 * 1024 });
  if (run.error) throw new Error(`java did not run (${run.error.message}). Debian: apt-get install default-jre-headless`);
  let messages;
  try {
    ({ messages } = JSON.parse(run.stderr));
  } catch {
    throw new Error(`it said something else than JSON:\n${run.stderr}`);
  }
  for (const { url = '', type, subType, lastLine, message } of messages) {
    const file = decodeURIComponent(url.replace(/^file:/, ''));
    const name = relative(file.startsWith(folder) ? folder : seen, file);
    console.error(`${name}:${lastLine ?? '?'}: ${subType ?? type}: ${message}`);
    if (file && lastLine) console.error(`    ${readFileSync(file, 'utf8').split('\n')[lastLine - 1]?.slice(0, 200)}`);
  }
  console.log(`Nu HTML checker: ${files.length} pages, ${messages.length} messages`);
  return messages.length === 0 && run.status === 0;
}
