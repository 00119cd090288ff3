/** Before all tests: finds the portal that is tested, or starts a sandbox, and ends it after the last test. */
import { rmSync } from 'node:fs';
import { resolve } from 'node:path';

import { findGallery, type Gallery } from './gallery';
import { Sandbox } from './sandbox';

/** Which portal all tests share. Handed to the workers in the environment. */
export interface SharedPortal {
  baseURL: string;
  apiKey: string;
  /** Only when the suite started it: then its clock and `/_demo/` may be used. */
  sandbox: { data: string; appName: string } | null;
  /** Read once, before the tests are: there is a test for each of its pages. */
  gallery: Gallery | null;
}

const VARIABLE = 'PORTAL_UNDER_TEST';

export function sharedPortal(): SharedPortal {
  return JSON.parse(process.env[VARIABLE]!) as SharedPortal;
}

/** Null while the tests are only listed, which starts nothing: then the gallery's are one. */
export function sharedGallery(): Gallery | null {
  return process.env[VARIABLE] ? sharedPortal().gallery : null;
}

export default async function start(): Promise<() => Promise<void>> {
  rmSync(resolve(__dirname, '../gallery/html'), { recursive: true, force: true });

  if (process.env.BASE_URL) {
    const apiKey = process.env.PATIENT_CONNECT_API_KEY;
    if (!apiKey) {
      throw new Error('BASE_URL is set, but PATIENT_CONNECT_API_KEY is not. Make a key with "patient-connect app key new".');
    }
    const baseURL = process.env.BASE_URL.replace(/\/+$/, '');
    process.env[VARIABLE] = JSON.stringify({ baseURL, apiKey, sandbox: null, gallery: await findGallery(baseURL) } satisfies SharedPortal);
    return async () => {};
  }

  const sandbox = await Sandbox.start();
  try {
    const { base_url, data, app } = sandbox.listening;
    const baseURL = base_url.replace(/\/+$/, '');
    process.env[VARIABLE] = JSON.stringify({
      baseURL,
      apiKey: app.api_key,
      sandbox: { data, appName: app.name },
      gallery: await findGallery(baseURL),
    } satisfies SharedPortal);
  } catch (error) {
    await sandbox.stop();
    throw error;
  }
  return () => sandbox.stop();
}
