/** The services of the makers of browsers. What a browser names is called by this server, so nothing else is. */
const makers = [
	'fcm.googleapis.com',
	'updates.push.services.mozilla.com',
	'web.push.apple.com',
	'.push.apple.com',
	'.notify.windows.com'
];

const longest = 1000;

/** Whether this server may call the place that a browser names. `also`: origins that the surroundings name, for tests or a maker of the school's own. */
export function mayReach(endpoint: string, also: string | undefined = process.env.PUSH_SERVICES): boolean {
	if (endpoint.length > longest || !URL.canParse(endpoint)) return false;
	const { protocol, hostname, origin, username, password, port } = new URL(endpoint);
	if (also?.split(/\s+/).includes(origin)) return true;
	if (protocol !== 'https:' || username || password || port) return false;
	return makers.some((maker) => (maker.startsWith('.') ? hostname.endsWith(maker) : hostname === maker));
}
