import { addDays, dayOf } from './time.ts';

const daysValid = 180;

/** Where to report a weakness, as RFC 9116 has it. It ends by itself within half a year, as long as somebody serves it. */
export function securityText({ origin, contact, now }: { origin: string; contact: string; now: Date }): string {
	return [
		`Contact: ${contact}`,
		`Expires: ${addDays(dayOf(now), daysValid)}T00:00:00.000Z`,
		'Preferred-Languages: nl, en',
		`Canonical: ${origin}/.well-known/security.txt`,
		''
	].join('\n');
}
