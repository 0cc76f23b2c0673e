import { randomBytes } from 'node:crypto';

let lastTick = 0;
let counter = 0;

/**
 * A new id: UUID version 7 with a 12-bit counter (RFC 9562 §5.7, §6.2 method 1), so that rows of one school lie
 * together and what one process wrote later sorts later. Its time is the machine's; no rule reads it.
 */
export function newId<Id extends string>(): Id {
	const tick = Date.now();
	counter = tick > lastTick ? 0 : counter + 1;
	lastTick = Math.max(tick, lastTick) + (counter >> 12);
	counter &= 0xfff;

	const bytes = randomBytes(16);
	bytes.writeUIntBE(lastTick, 0, 6);
	bytes.writeUInt16BE(0x7000 | counter, 6);
	bytes[8] = (bytes[8]! & 0x3f) | 0x80;
	const hex = bytes.toString('hex');
	return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-') as Id;
}
