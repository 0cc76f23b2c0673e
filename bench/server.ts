import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer, type AddressInfo } from 'node:net';
import { build, isFresh } from '../scripts/build.ts';

/** `group`: the processes of the server, to ask what they cost. */
export type Served = { origin: string; group: number; stop: () => Promise<void> };

/** The production build on `databaseUrl`, in a process of its own; built first when its source changed. */
export async function serveProduction(databaseUrl: string, smtpUrl = 'smtp://127.0.0.1:9'): Promise<Served> {
	if (!isFresh('production')) await build('production');
	const port = await freePort();
	const origin = `http://127.0.0.1:${port}`;
	const child = spawn('npm', ['run', '-s', 'serve'], {
		stdio: ['ignore', 'ignore', 'inherit'],
		detached: true,
		env: {
			...process.env,
			DATABASE_URL: databaseUrl,
			ORIGIN: origin,
			PORT: String(port),
			SMTP_URL: smtpUrl,
			LOG_LEVEL: 'warn'
		}
	});
	const gone = once(child, 'exit');
	const stop = async () => {
		if (child.exitCode === null) process.kill(-child.pid!, 'SIGTERM');
		await gone;
	};
	for (let attempt = 0; attempt < 100; attempt++) {
		if (child.exitCode !== null) throw new Error('The server of the measurement did not start.');
		const answer = await fetch(`${origin}/api/health`).catch(() => undefined);
		if (answer?.ok) return { origin, group: child.pid!, stop };
		await new Promise((wake) => setTimeout(wake, 200));
	}
	await stop();
	throw new Error('The server of the measurement does not answer.');
}

export async function freePort() {
	const server = createServer().listen(0, '127.0.0.1');
	await once(server, 'listening');
	const { port } = server.address() as AddressInfo;
	server.close();
	return port;
}
