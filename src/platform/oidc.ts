/** Mailboxes of everybody: nobody's school. */
const everybodys = [
	...['gmail.com', 'googlemail.com', 'outlook.com', 'outlook.nl', 'hotmail.com', 'hotmail.nl', 'live.com', 'live.nl'],
	...['msn.com', 'icloud.com', 'me.com', 'yahoo.com', 'ziggo.nl', 'kpnmail.nl', 'planet.nl', 'xs4all.nl', 'home.nl'],
	...['hetnet.nl', 'upcmail.nl', 'casema.nl', 'telfort.nl', 'proton.me', 'protonmail.com']
];

/**
 * The address of a provider as it calls itself: https, a name of the open internet, nothing behind it that leads elsewhere.
 * `loopback`: one on this machine too, without https, for who tries things out.
 */
export function asIssuer(text: string, loopback = false): string | undefined {
	const url = URL.parse(text.trim());
	if (!url || url.username || url.password || url.search || url.hash) return undefined;
	if (!isOpenAddress(url, loopback)) return undefined;
	return text.trim();
}

/** Whether we ask this address anything: never a machine of our own network, never without https. */
export function isOpenAddress({ protocol, hostname }: URL, loopback = false): boolean {
	const isHere = ['localhost', '127.0.0.1', '[::1]'].includes(hostname);
	if (isHere) return loopback && /^https?:$/.test(protocol);
	const isName = /^(?!-)[a-z0-9-]+(\.[a-z0-9-]+)*\.[a-z]{2,}$/.test(hostname);
	return protocol === 'https:' && isName && !/\.(local|internal|localhost|lan|home|arpa)$/.test(hostname);
}

/** What stands behind the @ of a school's addresses; undefined when it can't be a school's own. */
export function asDomain(text: string): string | undefined {
	const domain = text.trim().toLowerCase().replace(/^@/, '');
	if (!/^(?!-)[a-z0-9-]+(\.[a-z0-9-]+)*\.[a-z]{2,}$/.test(domain) || domain.length > 190) return undefined;
	return everybodys.includes(domain) ? undefined : domain;
}

export function domainOf(email: string): string {
	return email.slice(email.lastIndexOf('@') + 1).toLowerCase();
}
