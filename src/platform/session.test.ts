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

test('a device has the name people use', () => {
	const phone = 'Mozilla/5.0 (Linux; Android 14) AppleWebKit/537.36 Chrome/126.0.0.0 Mobile Safari/537.36';
	expect(deviceOf(phone)).toEqual({ browser: 'Chrome', system: 'Android' });
	const mac = 'Mozilla/5.0 (Macintosh; Intel Mac OS X 14_5) AppleWebKit/605.1.15 Version/17.5 Safari/605.1.15';
	expect(deviceOf(mac)).toEqual({ browser: 'Safari', system: 'Mac' });
	expect(deviceOf('curl/8')).toBeUndefined();
});
