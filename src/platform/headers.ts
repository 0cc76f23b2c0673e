/** What a browser may do on a page of this house; nothing that a page does not need (Permissions Policy). */
const permissions = [
	...['accelerometer', 'autoplay', 'browsing-topics', 'camera', 'display-capture', 'encrypted-media', 'geolocation'],
	...['gyroscope', 'hid', 'idle-detection', 'local-fonts', 'magnetometer', 'midi', 'payment', 'serial'],
	...['screen-wake-lock', 'storage-access', 'usb', 'window-management', 'xr-spatial-tracking']
]
	.map((feature) => `${feature}=()`)
	// A child may say its answer; the browser asks first, each time a page wants to hear.
	.concat('microphone=(self)');

const secondsAYear = 365 * 24 * 60 * 60;

/**
 * What browsers must know of every answer: pages, files and errors. A page comes with a policy for scripts and styles of
 * its own, which takes the place of the one here, that allows nothing. `overHttps`: as people reach this house.
 */
export function headersOf({ overHttps }: { overHttps: boolean }): Record<string, string> {
	return {
		'Content-Security-Policy':
			"default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'; object-src 'none'",
		'X-Content-Type-Options': 'nosniff',
		'X-Frame-Options': 'DENY',
		'Referrer-Policy': 'same-origin',
		'Permissions-Policy': permissions.join(', '),
		'Cross-Origin-Opener-Policy': 'same-origin',
		'Cross-Origin-Embedder-Policy': 'require-corp',
		'Cross-Origin-Resource-Policy': 'same-origin',
		'Origin-Agent-Cluster': '?1',
		'X-Permitted-Cross-Domain-Policies': 'none',
		...(overHttps ? { 'Strict-Transport-Security': `max-age=${2 * secondsAYear}; includeSubDomains` } : {})
	};
}
