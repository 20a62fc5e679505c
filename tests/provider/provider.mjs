// A real OpenID Connect provider for the tests, in the place of the broker of SPID and CIE. It prints its
// address and serves until it is ended. It answers as the test tells it by POST /told:
//   person     claims of who signs in, `sub` among them; without it, a form asks (to try it by hand)
//   acr        the level that the interaction returns
//   remember   true: the provider keeps a session of its own and asks no second time
//   forge      what somebody between provider and site makes of the answer: {claims, times (seconds from now),
//              drop, sign, kid, userinfo}
//   away       "refuse" answers 503, "silence" does not answer, "nonsense" answers a number
//   away_at    the only address that is away
//   rotate     true: new signing keys from now on
import { randomUUID } from 'node:crypto';
import { createServer } from 'node:http';
import { SignJWT, UnsecuredJWT, decodeJwt, exportJWK, exportSPKI, generateKeyPair } from 'jose';
import Provider, { interactionPolicy } from 'oidc-provider';

const FISCAL_NUMBER = 'https://attributes.eid.gov.it/fiscal_number';
const CLAIMS = ['given_name', 'family_name', 'email', 'email_verified', FISCAL_NUMBER];
const client = {
  client_id: process.env.CLIENT_ID ?? 'vicinia',
  client_secret: process.env.CLIENT_SECRET ?? 'only-for-tests',
  redirect_uris: (process.env.REDIRECT_URIS ?? 'http://testserver/accedi/identita/ritorno/').split(' '),
  token_endpoint_auth_method: 'client_secret_post',
};
const people = new Map();
let told = {}, answer, keys;

function policy() {
  const { base } = interactionPolicy;
  const prompts = base();
  // The interaction says which level it gives, even one that was not asked for.
  for (const check of ['essential_acr', 'essential_acrs']) prompts.get('login').checks.remove(check);
  return prompts;
}

async function renew() {
  const pair = await generateKeyPair('RS256', { extractable: true });
  keys = { ...pair, kid: randomUUID() };
  const jwk = { ...(await exportJWK(pair.privateKey)), kid: keys.kid, alg: 'RS256', use: 'sig' };
  const provider = new Provider(issuer, {
    clients: [client],
    jwks: { keys: [jwk] },
    cookies: { keys: ['only-for-tests'] },
    acrValues: [1, 2, 3].map((level) => `https://www.spid.gov.it/SpidL${level}`),
    claims: { openid: ['sub'], profile: ['given_name', 'family_name', FISCAL_NUMBER], email: ['email', 'email_verified'] },
    features: { claimsParameter: { enabled: true }, devInteractions: { enabled: false } },
    pkce: { required: () => true },
    interactions: { policy: policy(), url: (_, interaction) => `/interaction/${interaction.uid}` },
    findAccount: (_, sub) => ({ accountId: sub, claims: () => ({ ...people.get(sub), sub }) }),
    async loadExistingGrant(ctx) {
      const { oidc } = ctx;
      const grant = new oidc.provider.Grant({ clientId: oidc.client.clientId, accountId: oidc.session.accountId });
      grant.addOIDCScope('openid profile email');
      grant.addOIDCClaims(CLAIMS);
      await grant.save();
      return grant;
    },
    ttl: { AccessToken: 600, AuthorizationCode: 60, Grant: 600, IdToken: 600, Interaction: 600, Session: 600 },
  });
  answer = provider.callback();
  answer.provider = provider;
}

const FORM = `<!doctype html><html lang="it"><meta charset="utf-8"><title>Gestore d’identità di prova</title>
<main><h1>Gestore d’identità di prova</h1><form method="post">
${[['given_name', 'Nome', 'Marta'], ['family_name', 'Cognome', 'Prova'], ['email', 'E-mail', 'marta.prova@persone.example'],
  [FISCAL_NUMBER, 'Codice fiscale', 'TINIT-PRVMRT85D52Z999E'], ['acr', 'Livello (1, 2, 3)', '2']].map(([name, label, value]) =>
  `<p><label>${label} <input name="${name}" value="${value}"></label></p>`).join('')}
<button>Entra</button></form></main></html>`;

async function interact(request, response) {
  const { provider } = answer;
  let { person, acr, remember = false } = told;
  if (!person && request.method === 'GET') return response.setHeader('Content-Type', 'text/html').end(FORM);
  if (!person) {
    const { acr: level, ...typed } = Object.fromEntries(new URLSearchParams(await text(request)));
    person = { ...typed, email_verified: true, sub: `sub-${typed[FISCAL_NUMBER]}` };
    acr = `https://www.spid.gov.it/SpidL${level}`;
  }
  if (person.error) return provider.interactionFinished(request, response, person);
  people.set(person.sub, person);
  return provider.interactionFinished(request, response, { login: { accountId: person.sub, acr, remember } });
}

async function forged(idToken) {
  const { claims, times = {}, drop = [], sign, kid = keys.kid } = told.forge;
  const content = { ...decodeJwt(idToken), ...claims };
  for (const [name, seconds] of Object.entries(times)) content[name] = Math.floor(Date.now() / 1000) + seconds;
  for (const name of drop) delete content[name];
  if (sign === 'none') return new UnsecuredJWT(content).encode();
  const secret = new TextEncoder().encode(await exportSPKI(keys.publicKey));
  if (sign === 'HS256') return new SignJWT(content).setProtectedHeader({ alg: 'HS256', kid }).sign(secret);
  const foreign = sign === 'foreign' && (await generateKeyPair('RS256')).privateKey;
  return new SignJWT(content).setProtectedHeader({ alg: 'RS256', kid }).sign(foreign || keys.privateKey);
}

// Rewrites the provider's JSON on its way out.
function rewrite(response, change) {
  const end = response.end.bind(response);
  response.end = async (body) => {
    const changed = JSON.stringify(await change(JSON.parse(body)));
    response.setHeader('Content-Length', Buffer.byteLength(changed));
    end(changed);
  };
}

async function text(request) {
  const parts = [];
  for await (const part of request) parts.push(part);
  return Buffer.concat(parts).toString();
}

const server = createServer(async (request, response) => {
  const path = new URL(request.url, issuer).pathname;
  if (path === '/told') {
    told = JSON.parse(await text(request));
    if (told.rotate) await renew();
    return response.end();
  }
  const away = !told.away_at || told.away_at === path ? told.away : undefined;
  if (away === 'silence') return undefined;
  if (away === 'refuse') return response.writeHead(503).end();
  if (away === 'nonsense') return response.writeHead(200, { 'Content-Type': 'application/json' }).end('7');
  if (path.startsWith('/interaction/')) return interact(request, response);
  if (told.forge && path === '/token') {
    rewrite(response, async (body) => (body.id_token ? { ...body, id_token: await forged(body.id_token) } : body));
  }
  if (told.forge?.userinfo && path === '/me') rewrite(response, (body) => ({ ...body, ...told.forge.userinfo }));
  return answer(request, response);
});
server.listen(Number(process.env.PORT ?? 0), '127.0.0.1');
await new Promise((listening) => server.once('listening', listening));
const issuer = `http://127.0.0.1:${server.address().port}`;
await renew();
console.log(issuer);
// Whoever started it is gone: nobody would end it.
process.stdin.resume().once('end', () => process.exit());
