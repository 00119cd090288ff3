/** The gallery in a brand of a test's own: `patient-connect brand preview`. */
import { spawn } from 'node:child_process';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';

import { program } from './sandbox';

export interface Preview {
  /** The brand's folder: what is written there is shown. */
  folder: string;
  baseURL: string;
}

/** Starts a preview of a folder with these files, and ends it and the folder afterwards. */
export async function previewing(files: Record<string, string>, body: (preview: Preview) => Promise<void>): Promise<void> {
  const above = await mkdtemp(join(tmpdir(), 'patient-connect-preview-'));
  const folder = join(above, 'brand');
  await mkdir(folder);
  for (const [name, text] of Object.entries(files)) await writeFile(join(folder, name), text);
  const child = spawn(program(), ['brand', 'preview', folder, '--port', '0', '--json'], { stdio: ['ignore', 'pipe', 'ignore'] });
  const ended = new Promise((done) => child.once('exit', done));
  try {
    const line = await new Promise<string>((found, failed) => {
      createInterface({ input: child.stdout! }).once('line', found);
      child.once('error', failed);
      child.once('exit', (code) => failed(new Error(`The preview ended with ${code}`)));
    });
    const { base_url } = JSON.parse(line) as { base_url: string };
    await body({ folder, baseURL: base_url.replace(/\/+$/, '') });
  } finally {
    child.kill('SIGTERM');
    await ended;
    await rm(above, { recursive: true, force: true });
  }
}
