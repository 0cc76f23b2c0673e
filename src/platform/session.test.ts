import fc from 'fast-check';
import { expect, test } from 'vitest';
import { deviceOf } from './session-device.ts';
import { returnPath } from './session-return.ts';

test.each([
	['/afspraken/1?open=ja', '/afspraken/1?open=ja'],
	['//elsewhere.example', '/vandaag'],
	['/\\elsewhere.example', '/vandaag'],
	['https://elsewhere.example/', '/vandaag'],
	['/\t/elsewhere.example', '/vandaag'],
	['javascript:alert(1)', '/vandaag'],
	[null, '/vandaag']
])('after signing in, %s leads to %s', (asked, path) => {
	expect(returnPath(asked)).toBe(path);
});

/** Guards the pattern and the host check in `returnPath` (src/platform/session-return.ts). */
test('after signing in nobody is led out of this house, whatever `naar` says', () => {
	const hostile = fc.constantFrom(
		...['/', '\\', '//', '/\\', '\t', '\n', '\r', '%2f', '%5c', '.', '..', '@', ':', '#', '?', ' ', '\u0000', '\uff0f'],
		...['evil.example', 'http:', 'https://', 'javascript:alert(1)', 'data:', 'vandaag', '/vandaag', '[::1]', '%09']
	);
	fc.assert(
		fc.property(fc.array(fc.oneof(hostile, fc.string({ maxLength: 4 })), { maxLength: 8 }), (pieces) => {
			const path = returnPath(pieces.join(''));
			expect(path.startsWith('/')).toBe(true);
			for (const base of ['https://house.example/inloggen', 'http://house.example/']) {
				expect(new URL(path, base).origin).toBe(new URL(base).origin);
			}
		}),
		{ numRuns: 20_000 }
	);
});

test('a device has the name people use', () => {
	const phone = 'Mozilla/5.0 (Linux; Android 14) AppleWebKit/537.36 Chrome/126.0.0.0 Mobile Safari/537.36';
	expect(deviceOf(phone)).toEqual({ browser: 'Chrome', system: 'Android' });
	const mac = 'Mozilla/5.0 (Macintosh; Intel Mac OS X 14_5) AppleWebKit/605.1.15 Version/17.5 Safari/605.1.15';
	expect(deviceOf(mac)).toEqual({ browser: 'Safari', system: 'Mac' });
	expect(deviceOf('curl/8')).toBeUndefined();
});
