import { expect, test } from 'vitest';
import { mayReach } from './push-place.ts';

test.each([
	'https://fcm.googleapis.com/fcm/send/abc',
	'https://updates.push.services.mozilla.com/wpush/v2/abc',
	'https://web.push.apple.com/abc',
	'https://wns2-am3p.notify.windows.com/w/?token=abc'
])('%s is the service of a maker of browsers', (endpoint) => {
	expect(mayReach(endpoint, undefined)).toBe(true);
});

// Red when `mayReach` asks only for https, or for how the address begins.
test.each([
	'http://fcm.googleapis.com/fcm/send/abc',
	'https://localhost/abc',
	'https://169.254.169.254/latest',
	'https://fcm.googleapis.com.example.org/abc',
	'https://fcm.googleapis.com@example.org/abc',
	'https://fcm.googleapis.com:8443/abc',
	'https://examplenotify.windows.com/abc',
	'javascript:alert(1)',
	`https://fcm.googleapis.com/${'x'.repeat(1000)}`
])('%s is not called by this server', (endpoint) => {
	expect(mayReach(endpoint, undefined)).toBe(false);
});

test('a place that the surroundings name is called as well', () => {
	expect(mayReach('http://127.0.0.1:4000/abc', 'http://127.0.0.1:4000')).toBe(true);
	expect(mayReach('http://127.0.0.1:4001/abc', 'http://127.0.0.1:4000')).toBe(false);
});
