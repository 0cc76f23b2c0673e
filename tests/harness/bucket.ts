import { createHash, createHmac } from 'node:crypto';
import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { buffer as readWhole } from 'node:stream/consumers';

const hash = (content: string | Uint8Array) => createHash('sha256').update(content).digest('hex');
const keyed = (key: string | Uint8Array, content: string) => createHmac('sha256', key).update(content).digest();

/**
 * A bucket that speaks S3, as strict as the specification: what is not signed with its secret, over these very headers and
 * these very bytes, is refused (AWS Signature Version 4, written here anew). `held` is what lies in it, by its path.
 */
export async function openBucket({
	key,
	secret,
	region = 'us-east-1'
}: {
	key: string;
	secret: string;
	region?: string;
}) {
	const held = new Map<string, Buffer>();
	const state = { broken: false };
	const server: Server = createServer((request, response) => {
		void readWhole(request).then((body) => {
			const path = request.url!;
			const trusted = isSigned(request, body, { key, secret, region });
			const isThere = request.method !== 'GET' || held.has(path);
			response.statusCode = state.broken ? 500 : !trusted ? 403 : isThere ? 200 : 404;
			if (response.statusCode !== 200) return response.end();
			if (request.method === 'PUT') held.set(path, body);
			if (request.method === 'DELETE') held.delete(path);
			return response.end(request.method === 'GET' ? held.get(path) : undefined);
		});
	});
	await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
	const address = `http://${key}:${secret}@127.0.0.1:${(server.address() as AddressInfo).port}/files`;
	return { held, state, address, close: () => void server.close() };
}

const authorization =
	/^AWS4-HMAC-SHA256 Credential=([^/]+)\/(\d{8})\/([^/]+)\/s3\/aws4_request, SignedHeaders=([^,]+), Signature=([0-9a-f]{64})$/;

function isSigned(
	{ method, url, headers }: IncomingMessage,
	body: Buffer,
	{ key, secret, region }: { key: string; secret: string; region: string }
): boolean {
	const [, by, day, where, names, signature] = authorization.exec(headers.authorization ?? '') ?? [];
	const moment = String(headers['x-amz-date']);
	if (by !== key || where !== region || !names || !moment.startsWith(day!)) return false;
	if (!['host', 'x-amz-date', 'x-amz-content-sha256'].every((name) => names.split(';').includes(name))) return false;
	if (headers['x-amz-content-sha256'] !== hash(body)) return false;
	const [path, query = ''] = url!.split('?');
	const lines = names.split(';').map((name) => `${name}:${String(headers[name]).trim()}\n`);
	const asked = hash([method, path, query, lines.join(''), names, hash(body)].join('\n'));
	const signing = ['s3', 'aws4_request'].reduce(keyed, keyed(keyed(`AWS4${secret}`, day!), region));
	const wanted = `AWS4-HMAC-SHA256\n${moment}\n${day}/${region}/s3/aws4_request\n${asked}`;
	return keyed(signing, wanted).toString('hex') === signature;
}
