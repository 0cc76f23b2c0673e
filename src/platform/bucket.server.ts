import { createHash, createHmac } from 'node:crypto';
import { worldTime } from './clock.server.ts';
import { readConfig } from './config.server.ts';

/** Where files go that must not lie in the database: a bucket that speaks the language of Amazon S3. */
export type Bucket = { address: URL; key: string; secret: string; region: string };

/** `https://KEY:SECRET@s3.school.example/bucket?region=nl-1`, everything percent-encoded that an address asks for. */
export function readBucket(text: string): Bucket {
	const url = new URL(text);
	const [key, secret] = [decodeURIComponent(url.username), decodeURIComponent(url.password)];
	const region = url.searchParams.get('region') ?? 'us-east-1';
	const address = new URL(url.pathname.replace(/\/?$/, '/'), url.origin);
	return { address, key, secret, region };
}

const patience = 20_000;
const nothing: Uint8Array = new Uint8Array();

/** The bucket of this house, when one was configured. */
export function bucketOf(env: Record<string, string | undefined> = process.env): Bucket | undefined {
	const { filesUrl } = readConfig(env);
	return filesUrl ? readBucket(filesUrl) : undefined;
}

/** The same again changes nothing, so that a carrier who was interrupted may begin anew. */
export async function put(bucket: Bucket, name: string, bytes: Uint8Array, type: string) {
	await ask(bucket, 'PUT', name, { 'content-type': type }, bytes);
}

/** Undefined: it is not there (any more). */
export async function fetchFrom(bucket: Bucket, name: string): Promise<Uint8Array | undefined> {
	const response = await ask(bucket, 'GET', name, {}, nothing, [404]);
	return response.ok ? new Uint8Array(await response.arrayBuffer()) : undefined;
}

/** What is not there is gone already. */
export async function remove(bucket: Bucket, name: string) {
	await ask(bucket, 'DELETE', name, {}, nothing, [404]);
}

/** @throws when the bucket does not do as it is asked; its answer may hold anything, so only the number is told on. */
async function ask(
	bucket: Bucket,
	method: Signed['method'],
	name: string,
	headers: Record<string, string> = {},
	body = nothing,
	alright: readonly number[] = []
) {
	const url = new URL(name, bucket.address);
	const response = await fetch(url, {
		method,
		headers: sign(bucket, { method, url, headers }, body, worldTime()),
		...(method === 'PUT' && { body: new Uint8Array(body) }),
		redirect: 'error',
		signal: AbortSignal.timeout(patience)
	});
	if (!response.ok && !alright.includes(response.status)) throw new Error(`the bucket answered ${response.status}`);
	return response;
}

export type Signed = { method: 'GET' | 'PUT' | 'DELETE'; url: URL; headers: Record<string, string> };

/**
 * A request that the bucket trusts: AWS Signature Version 4, with all headers given signed
 * (docs.aws.amazon.com/AmazonS3/latest/API/sig-v4-header-based-auth.html).
 */
export function sign(
	{ key, secret, region }: Pick<Bucket, 'key' | 'secret' | 'region'>,
	{ method, url, headers }: Signed,
	body: Uint8Array,
	at: Date
): Record<string, string> {
	const moment = at.toISOString().replace(/[-:]|\.\d{3}/g, '');
	const day = moment.slice(0, 8);
	const contentHash = hash(body);
	const signed: Record<string, string> = {
		...headers,
		host: url.host,
		'x-amz-content-sha256': contentHash,
		'x-amz-date': moment
	};
	const names = Object.keys(signed).toSorted();
	const lines = names.map((name) => `${name}:${signed[name]}\n`).join('');
	const request = [method, url.pathname, url.search.slice(1), lines, names.join(';'), contentHash].join('\n');
	const scope = `${day}/${region}/s3/aws4_request`;
	const wanted = ['AWS4-HMAC-SHA256', moment, scope, hash(request)].join('\n');
	const signingKey = [day, region, 's3', 'aws4_request'].reduce<string | Buffer>(
		(last, part) => createHmac('sha256', last).update(part).digest(),
		`AWS4${secret}`
	);
	const signature = createHmac('sha256', signingKey).update(wanted).digest('hex');
	const authorization = `AWS4-HMAC-SHA256 Credential=${key}/${scope}, SignedHeaders=${names.join(';')}, Signature=${signature}`;
	return { ...signed, authorization };
}

function hash(content: string | Uint8Array) {
	return createHash('sha256').update(content).digest('hex');
}
