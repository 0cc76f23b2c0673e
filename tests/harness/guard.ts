import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { createServer, type AddressInfo, type Socket } from 'node:net';

type Guarded = {
	/** The program's own folder: its HOME, where its output goes (`log`), removed when it has stopped. */
	home: string;
	env: Record<string, string>;
	/** How the program is told to stop. */
	signal: 'QUIT' | 'TERM';
	user?: { uid: number; gid: number };
	cwd?: string;
};

/**
 * A shell stands between us and the program. It reads from a pipe that only we hold open: when we let go, on purpose or because
 * we were killed, it stops the program and removes its folder. Its own group, so that Ctrl-C reaches it through the pipe only.
 */
export function spawnGuarded(command: string[], { home, env, signal, user, cwd = '/' }: Guarded) {
	const script = `"$@" >>"$HOME/log" 2>&1 & echo $! >"$HOME/pid"; read -r _; kill -${signal} $!; wait $!; rm -rf "$HOME"`;
	// stdin of a background job would be /dev/null, so the program never holds our pipe.
	const guard = spawn('/bin/sh', ['-c', script, 'sh', ...command], {
		...{ cwd, env: { ...env, HOME: home }, detached: true, ...user },
		stdio: ['pipe', 'ignore', 'ignore']
	});
	guard.unref();
	(guard.stdin as Socket).unref();
	return guard;
}

/** Let go of the pipe, and wait until the program has stopped and its folder is gone. */
export async function letGo(guard: ChildProcess) {
	guard.ref();
	const gone = guard.exitCode === null && guard.signalCode === null ? once(guard, 'exit') : undefined;
	guard.stdin!.end();
	await gone;
}

export async function freePort() {
	const server = createServer().listen(0, '127.0.0.1');
	await once(server, 'listening');
	const { port } = server.address() as AddressInfo;
	server.close();
	await once(server, 'close');
	return port;
}
