import { generateKeyPairSync, sign, type KeyObject } from 'node:crypto';
import { createServer, type Server } from 'node:http';
import { once } from 'node:events';
import { Provider } from 'oidc-provider';
import { freePort } from './guard.ts';

export const clientOf = { id: 'eenlijn', secret: 'een geheim van ten minste tweeendertig tekens' };

/** How this one differs from what schools mostly have; `forge` makes its tokens say something else, well signed. */
type Claims = Record<string, unknown>;
type Ways = { secretBy?: 'client_secret_basic'; forge?: (claims: Claims) => Claims };

/** A real provider of a school, on a port of its own: whoever signs in there is who they say they are. */
export async function startProvider(returnAddress: string, { secretBy, forge }: Ways = {}) {
	const own = await freePort();
	const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
	const issuer = `http://localhost:${own}`;
	const provider = new Provider(issuer, {
		clients: [
			{
				...{ client_id: clientOf.id, client_secret: clientOf.secret, redirect_uris: [returnAddress] },
				...{ token_endpoint_auth_method: secretBy ?? 'client_secret_post', grant_types: ['authorization_code'] }
			}
		],
		...(secretBy ? { clientAuthMethods: [secretBy] } : {}),
		jwks: { keys: [{ ...privateKey.export({ format: 'jwk' }), alg: 'RS256', use: 'sig', kid: 'only-key' }] },
		cookies: { keys: ['only for tests'] },
		pkce: { required: () => true },
		findAccount: (_ctx, id) => ({ accountId: id, claims: () => ({ sub: id }) }),
		// Nobody is asked to let us have their name: the school has done that.
		loadExistingGrant: async (ctx) => {
			const grant = new ctx.oidc.provider.Grant({
				accountId: ctx.oidc.session!.accountId!,
				clientId: ctx.oidc.client!.clientId
			});
			grant.addOIDCScope('openid');
			await grant.save();
			return grant;
		}
	});
	if (forge) provider.use(forging(privateKey, forge));
	const server: Server = createServer(provider.callback());
	server.listen(own);
	await once(server, 'listening');
	return {
		issuer,
		stop: async () => {
			if (!server.listening) return;
			server.closeAllConnections();
			server.close();
			await once(server, 'close');
		}
	};
}

/** The token that leaves is signed by the provider's own key, and says something else than it should. */
function forging(key: KeyObject, forge: (claims: Claims) => Claims) {
	return async (ctx: { path: string; body?: unknown }, next: () => Promise<void>) => {
		await next();
		const body = ctx.body as { id_token?: string } | undefined;
		if (ctx.path !== '/token' || !body?.id_token) return;
		const [header, payload] = body.id_token.split('.') as [string, string];
		const claims = JSON.parse(Buffer.from(payload, 'base64url').toString()) as Claims;
		const said = `${header}.${Buffer.from(JSON.stringify(forge(claims))).toString('base64url')}`;
		ctx.body = { ...body, id_token: `${said}.${sign('sha256', Buffer.from(said), key).toString('base64url')}` };
	};
}

/** Somebody goes to this address of a provider, signs in there as `login`, and is sent back: to where, with the answer. */
export async function signInThere(address: string, login: string): Promise<URL> {
	const cookies = new Map<string, string>();
	const ask = async (url: URL, form?: Record<string, string>) => {
		const answer = await fetch(url, {
			method: form ? 'POST' : 'GET',
			headers: { cookie: [...cookies].map(([name, value]) => `${name}=${value}`).join('; ') },
			body: form && new URLSearchParams(form),
			redirect: 'manual'
		});
		for (const line of answer.headers.getSetCookie()) {
			const [, name, value] = /^([^=]+)=([^;]*)/.exec(line)!;
			cookies.set(name!, value!);
		}
		return answer;
	};
	let [url, form] = [new URL(address), undefined as Record<string, string> | undefined];
	for (let step = 0; step < 10; step++) {
		const answer = await ask(url, form);
		form = undefined;
		const next = answer.headers.get('location');
		if (next) {
			const here = url.origin;
			url = new URL(next, url);
			if (url.origin !== here) return url;
			continue;
		}
		const page = await answer.text();
		const action = /<form[^>]* action="([^"]+)"/.exec(page);
		if (!action) throw new Error(`${answer.status} at ${url.href}\n${page.replace(/<[^>]+>/g, ' ').slice(0, 500)}`);
		[url, form] = [new URL(action[1]!, url), { prompt: 'login', login, password: 'x' }];
	}
	throw new Error('It goes round and round.');
}
