/** Compresses pages and data on their way out; the files of the build were compressed when they were built. */
import type { IncomingMessage, ServerResponse } from 'node:http';
import { constants, createBrotliCompress, createGzip, type BrotliCompress, type Gzip } from 'node:zlib';

const compressible = /^(text\/|application\/(json|javascript)|image\/svg)/;
const quality = 5;

/** Between `response` and the network stands an encoder, when the browser reads it and the answer is worth it. */
export function compress(request: IncomingMessage, response: ServerResponse) {
	const accepted = String(request.headers['accept-encoding'] ?? '');
	const encoding = /\bbr\b/.test(accepted) ? 'br' : /\bgzip\b/.test(accepted) ? 'gzip' : undefined;
	if (!encoding || request.method === 'HEAD') return;

	const { write, end, writeHead } = response;
	let encoder: BrotliCompress | Gzip | undefined;

	response.writeHead = ((status: number, ...rest: never[]) => {
		for (const headers of rest) {
			if (headers && typeof headers === 'object' && !Array.isArray(headers)) {
				for (const [name, value] of Object.entries(headers)) response.setHeader(name, value as string);
			}
		}
		if (isWorthIt(status, response)) {
			encoder = encoderFor(encoding);
			encoder.on('data', (chunk: Buffer) => {
				if (!write.call(response, chunk, 'utf8')) encoder!.pause();
			});
			encoder.on('end', () => end.call(response, undefined, 'utf8'));
			encoder.on('drain', () => response.emit('drain'));
			response.on('drain', () => encoder!.isPaused() && encoder!.resume());
			response.removeHeader('content-length');
			response.setHeader('content-encoding', encoding);
			response.setHeader('vary', [response.getHeader('vary'), 'accept-encoding'].filter(Boolean).join(', '));
		}
		return writeHead.call(response, status);
	}) as typeof response.writeHead;

	response.write = ((chunk: Buffer | string, ...rest: never[]) => {
		if (!response.headersSent) response.writeHead(response.statusCode);
		if (!encoder) return write.call(response, chunk, ...(rest as unknown as ['utf8']));
		const goOn = encoder.write(chunk);
		encoder.flush();
		return goOn;
	}) as typeof response.write;

	response.end = ((chunk?: Buffer | string, ...rest: never[]) => {
		if (!response.headersSent) response.writeHead(response.statusCode);
		if (!encoder) return end.call(response, chunk, ...(rest as unknown as ['utf8']));
		encoder.end(chunk);
		return response;
	}) as typeof response.end;
}

function isWorthIt(status: number, response: ServerResponse) {
	return (
		status !== 204 &&
		status !== 304 &&
		status !== 206 &&
		!response.hasHeader('content-encoding') &&
		!String(response.getHeader('cache-control') ?? '').includes('no-transform') &&
		compressible.test(String(response.getHeader('content-type') ?? ''))
	);
}

function encoderFor(encoding: 'br' | 'gzip') {
	if (encoding === 'gzip') return createGzip();
	return createBrotliCompress({ params: { [constants.BROTLI_PARAM_QUALITY]: quality } });
}
