/** The clinic's side: what its app asks of the JSON API. */
import { randomUUID } from 'node:crypto';

/** A connect request as its clinic knows it: what stands in the letter, and the answer that does not. */
export interface Letter {
  externalId: string;
  friendlyName: string;
  question: string;
  answer: string;
  code: string;
  link: string;
  createdAt: string;
  expiresAt: string;
}

export interface RequestStatus {
  external_id: string;
  status: 'pending' | 'locked' | 'expired' | 'authorized';
  attempts_left: number;
  created_at: string;
  expires_at: string;
  last_authorized_at: string | null;
}

export interface Authorized {
  person_id: string;
  record_id: string;
  app_specific_record_id: string;
  app_id: string;
  external_id: string;
  authorized_at: string;
}

export class Clinic {
  constructor(
    private readonly baseURL: string,
    private readonly apiKey: string,
  ) {}

  /** Creates a connect request that no other test knows. */
  async invite(wanted: Partial<Pick<Letter, 'friendlyName' | 'question' | 'answer'>> = {}): Promise<Letter> {
    const externalId = `qa-${randomUUID()}`;
    const friendlyName = wanted.friendlyName ?? `Visits ${externalId.slice(3, 11)}`;
    const question = wanted.question ?? 'Which dish did we talk about at your visit?';
    const answer = wanted.answer ?? 'Lentil Pancakes';
    const made = await this.call<{ identity_code: string; link: string; created_at: string; expires_at: string }>(
      'POST',
      '/connect-requests',
      { external_id: externalId, friendly_name: friendlyName, question, answer },
    );
    return {
      externalId,
      friendlyName,
      question,
      answer,
      code: made.identity_code,
      link: made.link,
      createdAt: made.created_at,
      expiresAt: made.expires_at,
    };
  }

  status(letter: Letter): Promise<RequestStatus> {
    return this.call('GET', `/connect-requests/${encodeURIComponent(letter.externalId)}`);
  }

  /** The answer's HTTP status: for requests that may be gone. */
  async statusCode(letter: Letter): Promise<number> {
    return (await this.send('GET', `/connect-requests/${encodeURIComponent(letter.externalId)}`)).status;
  }

  async withdraw(letter: Letter): Promise<void> {
    await this.call('DELETE', `/connect-requests/${encodeURIComponent(letter.externalId)}`);
  }

  /** What the app's list says of one letter: one entry for each record that is connected now. */
  async authorizations(letter: Letter): Promise<Authorized[]> {
    const found: Authorized[] = [];
    let cursor: string | null = null;
    do {
      const query = new URLSearchParams({ since: letter.createdAt, ...(cursor ? { cursor } : {}) });
      const page: { items: Authorized[]; next_cursor: string | null } = await this.call(
        'GET',
        `/authorized-connect-requests?${query}`,
      );
      found.push(...page.items.filter((item) => item.external_id === letter.externalId));
      cursor = page.next_cursor;
    } while (cursor);
    return found;
  }

  authorization(of: Authorized): Promise<{ active: boolean; rules: unknown[]; authorized_at: string }> {
    return this.call('GET', `/persons/${of.person_id}/records/${of.record_id}/authorization`);
  }

  private async call<T>(method: string, path: string, body?: unknown): Promise<T> {
    const response = await this.send(method, path, body);
    const text = await response.text();
    if (!response.ok) throw new Error(`${method} /api/v1${path} answered ${response.status}: ${text}`);
    return (text ? JSON.parse(text) : undefined) as T;
  }

  private send(method: string, path: string, body?: unknown): Promise<Response> {
    return fetch(`${this.baseURL}/api/v1${path}`, {
      method,
      headers: {
        authorization: `Bearer ${this.apiKey}`,
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      },
      body: body === undefined ? undefined : JSON.stringify(body),
    });
  }
}
