/** A portal of our own whose patients can sign in with a real provider, each on a site of its own. */
import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { createInterface } from 'node:readline';

import { Clinic } from './api';
import { command, program } from './sandbox';

const CLIENT = 'patient-connect';
const SECRET = 'a secret of/its+own=';
const APP = `
name = "Fabrikam Visits"
organization = "Fabrikam Clinic"
methods = ["ConnectPackage"]
success_message = "You are now connected!"
contact = "Call +1 555 0100"
`;

export interface WithProvider {
  baseURL: string;
  clinic: Clinic;
  issuer: string;
  /** New keys; the old ones are gone. */
  rotate(): Promise<void>;
  stop(): Promise<void>;
}

/** The portal is at 127.0.0.1 and the provider at localhost: to a browser these are two sites. */
export async function startWithProvider(): Promise<WithProvider> {
  const folder = mkdtempSync(join(tmpdir(), 'patient-connect-provider-'));
  const children: ChildProcess[] = [];
  const stop = async () => {
    for (const child of children) await end(child);
    rmSync(folder, { recursive: true, force: true });
  };
  try {
    const port = await freePort();
    const baseURL = `http://127.0.0.1:${port}`;
    const secret = SECRET.replaceAll(' ', '-');
    const provider = spawn(process.execPath, [resolve(__dirname, 'provider.mjs'), baseURL, CLIENT, secret], {
      stdio: ['ignore', 'pipe', 'ignore'],
    });
    children.push(provider);
    const issuer = await firstLine(provider);

    const data = join(folder, 'data');
    writeFileSync(join(folder, 'app.toml'), APP);
    writeFileSync(join(folder, 'client.secret'), `${secret}\n`, { mode: 0o600 });
    writeFileSync(join(folder, 'portal.toml'), settings(baseURL, port, issuer));
    const id = (await command(data, 'app', 'apply', join(folder, 'app.toml'))).split(/\s/)[0];
    const key = (await command(data, 'app', 'key', 'new', id)).trim();

    const env = Object.fromEntries(Object.entries(process.env).filter(([name]) => !name.startsWith('PATIENT_CONNECT_')));
    const args = ['serve', '--config', join(folder, 'portal.toml'), '--data', data];
    children.push(spawn(program(), args, { env, stdio: 'ignore' }));
    await answers(`${baseURL}/readyz`);
    return {
      baseURL,
      clinic: new Clinic(baseURL, key),
      issuer,
      rotate: async () => {
        const answer = await fetch(`${issuer}/_test/rotate`, { method: 'POST' });
        if (answer.status !== 204) throw new Error(`The provider’s keys were not rotated: ${answer.status}`);
      },
      stop,
    };
  } catch (error) {
    await stop();
    throw error;
  }
}

function settings(baseURL: string, port: number, issuer: string): string {
  return `
listen = "127.0.0.1:${port}"
base_url = "${baseURL}"
limit_sign_ins = 1000

[[provider]]
name = "state-id"
issuer = "${issuer}"
client_id = "${CLIENT}"
secret_file = "client.secret"
[provider.label]
en = "State ID"
es = "Identidad estatal"
`;
}

function freePort(): Promise<number> {
  return new Promise((found, failed) => {
    const server = createServer();
    server.once('error', failed);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => (address && typeof address === 'object' ? found(address.port) : failed(new Error('no port'))));
    });
  });
}

function firstLine(child: ChildProcess): Promise<string> {
  return new Promise((found, failed) => {
    child.once('error', failed);
    child.once('exit', (code) => failed(new Error(`The provider did not start: it ended with ${code}`)));
    createInterface({ input: child.stdout! }).once('line', found);
  });
}

async function answers(url: string): Promise<void> {
  const until = Date.now() + 30_000;
  for (;;) {
    const ready = await fetch(url).then(
      (answer) => answer.ok,
      () => false,
    );
    if (ready) return;
    if (Date.now() > until) throw new Error(`${url} does not answer`);
    await new Promise((waited) => setTimeout(waited, 100));
  }
}

/** Ends the process that was started, and no other. */
async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = new Promise((done) => child.once('exit', done));
  child.kill('SIGTERM');
  const patience = setTimeout(() => child.kill('SIGKILL'), 10_000);
  await ended;
  clearTimeout(patience);
}
