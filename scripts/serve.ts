/** Serves a build: `npm run serve` the production build, `npm start` the trial. One build serves any address. */
import { existsSync } from 'node:fs';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { pathToFileURL } from 'node:url';
import { readConfig } from '#platform/config.server.ts';
import { headersOf } from '#platform/headers.ts';
import { compress } from './compress.ts';

type Handler = (request: IncomingMessage, response: ServerResponse, next: () => void) => void;

const largestUpload = '25M';
const secondsToStop = 25;

/** @throws with a sentence for what is missing or cannot be used. */
export async function serve() {
	const { build, origin } = readConfig();
	const file = `build/${build}/handler.js`;
	if (!existsSync(file)) throw new Error('There is no build yet: run "npm run build" first.');
	// The adapter asks the request for its origin; below it is always told the one that was configured.
	process.env.PROTOCOL_HEADER = 'x-forwarded-proto';
	process.env.HOST_HEADER = 'x-forwarded-host';
	process.env.BODY_SIZE_LIMIT ??= largestUpload;
	const { handler } = (await import(pathToFileURL(file).href)) as { handler: Handler };

	const { protocol, host } = new URL(origin);
	const headers = Object.entries(headersOf({ overHttps: protocol === 'https:' }));
	const server = createServer((request, response) => {
		request.headers['x-forwarded-proto'] = protocol.slice(0, -1);
		request.headers['x-forwarded-host'] = host;
		for (const [name, value] of headers) response.setHeader(name, value);
		compress(request, response);
		handler(request, response, () => {
			response.statusCode = 404;
			response.end();
		});
	});
	const port = Number(process.env.PORT || 3000);
	await new Promise<void>((listening, failed) => {
		server.once('error', failed);
		server.listen(port, process.env.HOST || undefined, listening);
	});

	let stopping = false;
	const stop = () => {
		if (stopping) return;
		stopping = true;
		// What would stay open for as long as somebody looks ends now, so that the rest can finish.
		process.emit('eenlijn:stopping' as 'beforeExit', 0);
		server.close(() => process.emit('sveltekit:shutdown' as 'beforeExit', 0));
		server.closeIdleConnections();
		setTimeout(() => server.closeAllConnections(), 2000).unref();
		setTimeout(() => process.exit(1), secondsToStop * 1000).unref();
	};
	process.on('SIGTERM', stop);
	process.on('SIGINT', stop);
	return origin;
}

if (import.meta.main) {
	try {
		console.log(`Eenlijn serves ${await serve()}`);
	} catch (error) {
		console.error((error as Error).message);
		process.exit(1);
	}
}
