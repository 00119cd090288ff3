/** Starts and ends a sandbox of our own: `patient-connect demo`. */
import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { createInterface } from 'node:readline';
import { promisify } from 'node:util';

/** The line that `demo --json` prints once it listens. */
export interface Listening {
  base_url: string;
  data: string;
  app: { id: string; name: string; api_key: string };
  patient: { name: string; email: string; password: string };
  connect_requests: {
    external_id: string;
    friendly_name: string;
    question: string;
    answer: string;
    identity_code: string;
    link: string;
  }[];
}

export interface SandboxOptions {
  /** `production`: the limits per client address that patients meet, a hundredth of the sandbox's own. */
  limits?: 'production';
}

export function program(): string {
  const path = resolve(process.env.PATIENT_CONNECT_BIN || resolve(__dirname, '../../../target/debug/patient-connect'));
  if (!existsSync(path)) {
    throw new Error(
      `There is no ${path}. Run "cargo build" first, or name the program in PATIENT_CONNECT_BIN, ` +
        'or name a portal that runs already in BASE_URL.',
    );
  }
  return path;
}

/** Settings of whoever runs the suite must not reach the sandbox. */
const env = Object.fromEntries(Object.entries(process.env).filter(([name]) => !name.startsWith('PATIENT_CONNECT_')));

export class Sandbox {
  private constructor(
    private readonly child: ChildProcess,
    readonly listening: Listening,
  ) {}

  static async start(options: SandboxOptions = {}): Promise<Sandbox> {
    const args = ['demo', '--port', '0', '--json'];
    if (options.limits) args.push('--limits', options.limits);
    const child = spawn(program(), args, { env, stdio: ['ignore', 'pipe', 'pipe'] });
    let complaints = '';
    child.stderr!.on('data', (chunk) => (complaints = (complaints + chunk).slice(-4000)));
    const listening = await new Promise<Listening>((found, failed) => {
      const fail = (why: string) => {
        clearTimeout(patience);
        child.kill('SIGKILL');
        failed(new Error(`The sandbox did not start: ${why}\n${complaints}`));
      };
      const patience = setTimeout(() => fail('it said nothing for a minute'), 60_000);
      child.once('error', (error) => fail(error.message));
      child.once('exit', (code, signal) => fail(`it ended with ${code ?? signal}`));
      createInterface({ input: child.stdout! }).once('line', (line) => {
        try {
          const parsed = JSON.parse(line) as Listening;
          clearTimeout(patience);
          child.removeAllListeners('exit');
          found(parsed);
        } catch {
          fail(`its first line is not JSON: ${line}`);
        }
      });
    });
    child.stdout!.resume();
    return new Sandbox(child, listening);
  }

  /** Ends the process that was started, and no other. */
  async stop(): Promise<void> {
    if (this.child.exitCode !== null || this.child.signalCode !== null) {
      throw new Error(`The sandbox ended by itself, with ${this.child.exitCode ?? this.child.signalCode}`);
    }
    const ended = new Promise((done) => this.child.once('exit', done));
    this.child.kill('SIGTERM');
    const patience = setTimeout(() => this.child.kill('SIGKILL'), 10_000);
    await ended;
    clearTimeout(patience);
  }
}

/** Runs one of the program's own commands beside a running sandbox. */
export async function command(data: string, ...args: string[]): Promise<string> {
  const { stdout } = await promisify(execFile)(program(), [...args, '--data', data], { env });
  return stdout;
}
