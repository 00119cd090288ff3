/**
 * A real provider: the certified `oidc-provider`, on localhost, for one portal.
 *
 *     node provider.mjs PORTAL_URL CLIENT_ID CLIENT_SECRET
 *
 * Prints its issuer once it listens. Anybody may sign in with any name: that is her subject, and her name is made of it.
 * `POST /_test/rotate` gives it new keys; the old ones are gone at once.
 */
import { generateKeyPairSync, randomBytes } from 'node:crypto';
import { createServer } from 'node:http';

import Provider from 'oidc-provider';

const [portal, clientId, clientSecret] = process.argv.slice(2);
const cookieKeys = [randomBytes(16).toString('hex')];
let handle;
let issuer;

function startAnew() {
  const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const key = { ...privateKey.export({ format: 'jwk' }), use: 'sig', alg: 'RS256', kid: randomBytes(6).toString('hex') };
  const provider = new Provider(issuer, {
    clients: [
      {
        client_id: clientId,
        client_secret: clientSecret,
        redirect_uris: [`${portal}/sign-in/callback/state-id`],
        post_logout_redirect_uris: [`${portal}/sign-out/back`],
        response_types: ['code'],
        grant_types: ['authorization_code'],
        token_endpoint_auth_method: 'client_secret_basic',
      },
    ],
    claims: { openid: ['sub'], profile: ['name'], email: ['email', 'email_verified'] },
    cookies: { keys: cookieKeys },
    findAccount: (_, id) => ({
      accountId: id,
      claims: () => ({ sub: id, name: `Patient ${id}`, email: `${id}@patients.example`, email_verified: true }),
    }),
    jwks: { keys: [key] },
    pkce: { required: () => true, methods: ['S256'] },
  });
  handle = provider.callback();
}

const server = createServer((request, response) => {
  if (request.method === 'POST' && request.url === '/_test/rotate') {
    startAnew();
    response.writeHead(204).end();
    return;
  }
  handle(request, response);
});
server.listen(0, 'localhost', () => {
  issuer = `http://localhost:${server.address().port}`;
  startAnew();
  console.log(issuer);
});
