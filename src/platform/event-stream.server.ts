import { log } from './log.server.ts';

/** An answer that stays open: server-sent events to one device. */
export type Stream = {
	/** `id`: what the device names when it comes back after a break. */
	send: (event: string, data: unknown, id?: number) => void;
	end: () => void;
};

/** As many pages as one person has open at once, on all devices. */
export const mostEach = 6;
/** As many as one school has open in one process: thirty full tables and the corridor, and no room taken from other schools. */
export const mostOfSchool = 400;
const mostWaiting = 64;
const retryMs = 2_000;
type Whose = { person: string; school: string };
const streams = new Map<string, Set<Stream>>();
const open = new Map<string, number>();
let closing = false;

/**
 * Open a stream; `undefined`: this person or this school has as many open as they use, or this process is on its way out.
 * `begin` gets the stream and answers what to do when it ends, whoever ends it; it ends at once when `begin` throws.
 */
export function openStream(
	{ person, school }: Whose,
	begin: (stream: Stream) => Promise<() => void>
): Response | undefined {
	const who = `${school}/${person}`;
	const mine = streams.get(who) ?? new Set();
	const ofSchool = open.get(school) ?? 0;
	if (closing || mine.size >= mostEach || ofSchool >= mostOfSchool) return undefined;
	open.set(school, ofSchool + 1);
	let stream: Stream;
	const body = new ReadableStream<Uint8Array>(
		{
			start(out) {
				const drop = () => {
					mine.delete(stream);
					if (!mine.size && streams.get(who) === mine) streams.delete(who);
					letGo(school);
				};
				stream = streamInto(out, drop, begin);
				streams.set(who, mine.add(stream));
			},
			cancel: () => stream.end()
		},
		{ highWaterMark: mostWaiting }
	);
	return new Response(body, {
		headers: {
			'content-type': 'text/event-stream; charset=utf-8',
			// No proxy keeps a piece back, or squeezes it.
			'cache-control': 'no-store, no-transform',
			'x-accel-buffering': 'no'
		}
	});
}

/** End every stream; from now on none is opened. */
export function endStreams() {
	closing = true;
	for (const all of streams.values()) for (const stream of all) stream.end();
}

function letGo(school: string) {
	const left = (open.get(school) ?? 1) - 1;
	if (left) open.set(school, left);
	else open.delete(school);
}

function streamInto(
	out: ReadableStreamDefaultController<Uint8Array>,
	dropped: () => void,
	begin: (stream: Stream) => Promise<() => void>
): Stream {
	const encoder = new TextEncoder();
	let isOpen = true;
	const write = (text: string) => {
		if (!isOpen) return;
		// A device that reads nothing any more is gone without saying so.
		if ((out.desiredSize ?? 0) <= 0) return stream.end();
		out.enqueue(encoder.encode(text));
	};
	const stream: Stream = {
		send: (event, data, id) =>
			write(`${id === undefined ? '' : `id: ${id}\n`}event: ${event}\ndata: ${JSON.stringify(data)}\n\n`),
		end: () => {
			if (!isOpen) return;
			isOpen = false;
			dropped();
			void begun.then((ended) => ended?.());
			try {
				out.close();
			} catch {
				// The device closed it already.
			}
		}
	};
	write(`retry: ${retryMs}\n\n`);
	const begun = begin(stream).catch((error) => {
		log.error({ error }, 'a stream could not begin');
		stream.end();
	});
	return stream;
}
