/** An answer as a header grader sees it. */
export type Seen = { headers: Headers; https: boolean };

/** A rule of a published grader: what it takes or gives, and where that is written. */
type Rule = { name: string; source: string; points: (seen: Seen) => number };

const observatory = 'mozilla/http-observatory, httpobs/docs/scoring.md (2024-02-27)';

/** The directives of a content security policy, each with its sources. */
export function policyOf({ headers }: Pick<Seen, 'headers'>): Map<string, string[]> {
	const policy = headers.get('content-security-policy') ?? '';
	return new Map(
		policy.split(';').flatMap((part) => {
			const [name, ...sources] = part.trim().split(/\s+/);
			return name ? [[name.toLowerCase(), sources] as const] : [];
		})
	);
}

const sourcesOf = (policy: Map<string, string[]>, directive: string) =>
	policy.get(directive) ?? policy.get('default-src') ?? ['*'];

/** Everybody starts with 100; what is missing takes away, what is better than asked for gives (only from 90 on). */
const rules: Rule[] = [
	{
		name: 'content security policy',
		source: observatory,
		points: (seen) => {
			const policy = policyOf(seen);
			if (!policy.size) return -25;
			const scripts = sourcesOf(policy, 'script-src').join(' ');
			const hasNonce = /'(nonce|sha256)-/.test(scripts);
			if (/\bhttp:/.test([...policy.values()].flat().join(' '))) return -20;
			if (scripts.includes('*') || /\bdata:/.test(scripts)) return -20;
			if (scripts.includes("'unsafe-inline'") && !hasNonce) return -20;
			if (scripts.includes("'unsafe-eval'")) return -10;
			if (sourcesOf(policy, 'style-src').includes("'unsafe-inline'")) return 0;
			return policy.get('default-src')?.join() === "'none'" ? 10 : 5;
		}
	},
	{
		name: 'cookies: Secure, HttpOnly and SameSite',
		source: observatory,
		points: ({ headers }) => {
			const cookies = headers.getSetCookie().map((cookie) => cookie.toLowerCase());
			if (!cookies.length) return 0;
			if (!cookies.every((cookie) => /;\s*secure/.test(cookie))) return -40;
			if (!cookies.every((cookie) => /;\s*httponly/.test(cookie))) return -30;
			return cookies.every((cookie) => /;\s*samesite=(lax|strict)/.test(cookie)) ? 5 : 0;
		}
	},
	{
		name: 'cross-origin resource sharing',
		source: observatory,
		points: ({ headers }) => (headers.get('access-control-allow-origin') === '*' ? -50 : 0)
	},
	{
		name: 'strict transport security',
		source: observatory,
		points: ({ headers, https }) => {
			const seconds = Number(/max-age=(\d+)/.exec(headers.get('strict-transport-security') ?? '')?.[1] ?? 0);
			if (!https || !seconds) return -20;
			return seconds < 15_768_000 ? -10 : 0;
		}
	},
	{
		name: 'referrer policy',
		source: observatory,
		points: ({ headers }) => {
			const strict = ['no-referrer', 'same-origin', 'strict-origin', 'strict-origin-when-cross-origin'];
			const policy = headers.get('referrer-policy');
			if (policy === null) return 0;
			return strict.includes(policy) ? 5 : -5;
		}
	},
	{
		name: 'no sniffing',
		source: observatory,
		points: ({ headers }) => (headers.get('x-content-type-options') === 'nosniff' ? 0 : -5)
	},
	{
		name: 'no framing',
		source: observatory,
		points: (seen) => {
			if (policyOf(seen).get('frame-ancestors')?.join() === "'none'") return 5;
			return /^(deny|sameorigin)$/i.test(seen.headers.get('x-frame-options') ?? '') ? 0 : -20;
		}
	},
	{
		name: 'cross-origin resource policy',
		source: `${observatory}, as its successor of 2024 scores it`,
		points: ({ headers }) => (headers.get('cross-origin-resource-policy') === 'same-origin' ? 10 : 0)
	}
];

const grades: [from: number, grade: string][] = [
	[100, 'A+'],
	[90, 'A'],
	[85, 'A-'],
	[80, 'B+'],
	[70, 'B'],
	[65, 'B-'],
	[60, 'C+'],
	[50, 'C'],
	[45, 'C-'],
	[40, 'D+'],
	[30, 'D'],
	[25, 'D-'],
	[0, 'F']
];

/** By the rules of the HTTP Observatory. */
export function gradeByObservatory(seen: Seen) {
	const points = rules.map(({ name, points: count }) => ({ name, points: count(seen) }));
	const sum = (some: typeof points) => some.reduce((total, one) => total + one.points, 0);
	const lost = 100 + sum(points.filter((one) => one.points < 0));
	const score = Math.max(0, lost >= 90 ? lost + sum(points.filter((one) => one.points > 0)) : lost);
	return { score, grade: grades.find(([from]) => score >= from)![1], lost: points.filter((one) => one.points < 0) };
}

/** The six headers that securityheaders.com grades; A+ also needs a policy in which no inline script is let in. */
const sixHeaders = [
	'strict-transport-security',
	'content-security-policy',
	'x-frame-options',
	'x-content-type-options',
	'referrer-policy',
	'permissions-policy'
];

/** By the rules that securityheaders.com publishes with each report. */
export function gradeBySecurityHeaders(seen: Seen) {
	const missing = sixHeaders.filter((name) => !seen.headers.get(name));
	if (missing.length) return { grade: missing.length === 1 ? 'B' : 'C or lower', missing };
	const scripts = sourcesOf(policyOf(seen), 'script-src').join(' ');
	return { grade: /'unsafe-(inline|eval)'/.test(scripts) ? 'A' : 'A+', missing };
}

/** What OWASP's Secure Headers Project lists besides, and ASVS 5 asks for at level 2 (V3.4, V14.3). */
export const expected: Record<string, RegExp> = {
	'strict-transport-security': /^max-age=(3153600\d|[4-9]\d{7}|\d{9,}); includeSubDomains/,
	'x-content-type-options': /^nosniff$/,
	'x-frame-options': /^DENY$/,
	'referrer-policy': /^same-origin$/,
	'permissions-policy': /camera=\(\).*geolocation=\(\).*microphone=\(self\)/,
	'cross-origin-opener-policy': /^same-origin$/,
	'cross-origin-embedder-policy': /^require-corp$/,
	'cross-origin-resource-policy': /^same-origin$/,
	'x-permitted-cross-domain-policies': /^none$/,
	'content-security-policy': /object-src 'none'|default-src 'none'/
};

/** What no answer tells: which program answers, and of which version. */
export const untold = ['server', 'x-powered-by', 'x-aspnet-version', 'x-aspnetmvc-version'];
