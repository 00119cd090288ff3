import { randomBytes } from 'node:crypto';

/** Someone with an account of her own: no two tests share one. */
export interface Person {
  name: string;
  email: string;
  password: string;
}

export function somebody(name = 'Anna Lindqvist'): Person {
  const unique = randomBytes(6).toString('hex');
  return { name, email: `qa-${unique}@patients.example`, password: `velvet tundra ${unique} harbour` };
}
