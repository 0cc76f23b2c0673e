import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect as see } from '@playwright/test';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { expectAccessible, useStage } from './stage.ts';

let server: Server;
beforeAll(() => {
	const pages: Record<string, string> = {
		'/goed': '<button>Verstuur</button>',
		'/fout': '<button></button><img src="/x.png">',
		'/koekje': '<script>document.write(document.cookie || "leeg"); document.cookie = "wie=iemand"</script>'
	};
	server = createServer((request, answer) => {
		answer.setHeader('content-type', 'text/html; charset=utf-8');
		answer.end(
			`<!doctype html><html lang="nl"><title>Dag</title><main><h1>Dag</h1>${pages[request.url!] ?? ''}</main></html>`
		);
	}).listen(0);
});
afterAll(() => void server.close());

const stage = useStage(() => `http://127.0.0.1:${(server.address() as AddressInfo).port}`);

test('a page without faults passes, a page with faults names them', async () => {
	const samira = await stage.enter('Samira');
	await samira.goto('/goed');
	await expectAccessible(samira);
	await samira.goto('/fout');
	await expect(expectAccessible(samira)).rejects.toThrow(/button-name[\s\S]*image-alt/);
});

test('two people each have a device of their own', async () => {
	const [samira, youssef] = [await stage.enter('Samira'), await stage.enter('Youssef')];
	await samira.goto('/koekje');
	await samira.goto('/koekje');
	await see(samira.getByRole('main')).toContainText('wie=iemand');
	await youssef.goto('/koekje');
	await see(youssef.getByRole('main')).toContainText('leeg');
});
