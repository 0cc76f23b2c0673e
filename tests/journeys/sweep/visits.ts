import { readdirSync } from 'node:fs';
import type { Ctx } from '#platform/ctx.ts';
import { deLinde } from '#seeds/cast.ts';
import { doorPolicies } from '#tests/access/door-rows.ts';
import { personas } from '#tests/access/personas.ts';

/** Somebody before a page. */
export type Visit = { address: string; who: string };

/** Every address that shows a page, read from the files. */
export const pages: string[] = readdirSync('src/routes', { recursive: true, encoding: 'utf8' })
	.filter((path) => path.endsWith('+page.svelte'))
	.map((path) => path.split('/').slice(0, -1))
	.map((parts) => `/${parts.filter((part) => !part.startsWith('(')).join('/')}`)
	.toSorted();

type Who = Ctx['person'] | undefined;
const leads = (who: Who) => who?.tasks.some((task) => task === 'office' || task === 'leadership');
/** To each of these a page may look different; the first of each kind who gets in goes and looks. */
const kinds: ((who: Who) => unknown)[] = [
	(who) => !who,
	(who) => who?.role === 'guardian',
	(who) => who?.role === 'pupil',
	(who) => who?.role === 'staff' && !leads(who),
	leads,
	(who) => who?.role === 'professional'
];

/** Who plays in the sweep; guests and visitors see what a guardian and a teacher see. */
export const players = personas.filter(
	({ name, school, who }) =>
		school === deLinde &&
		(!who || /^(mother|father|pupil|teacher|support|office|leadership$|professional|stranger)/.test(name))
);

/** Each page, before each kind of people who get in there by the matrix of who gets in (tests/access/door-rows.ts). */
export const visits: Visit[] = pages.flatMap((address) => {
	const mayEnter = players.filter((one) => doorPolicies[address]?.(one, 'noor') === 'allowed');
	const found = kinds.flatMap((isKind) => mayEnter.find(({ who }) => isKind(who)) ?? []);
	// A page for everybody is the same for everybody, or leads on who is signed in.
	const chosen = found.some(({ who }) => !who) ? found.slice(0, 1) : found;
	return chosen.map(({ name }) => ({ address, who: name }));
});
