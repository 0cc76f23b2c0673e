import { remind } from '#modules/notifications/notifications.server.ts';
import * as callers from '#modules/people/callers.server.ts';
import { accountOf, tenants, type Membership } from '#platform/accounts.server.ts';
import { now } from '#platform/clock.server.ts';
import { change } from '#platform/db.server.ts';
import { addAccountWithoutMailIn, joinIn } from '#platform/memberships.server.ts';
import { ok } from '#platform/outcome.ts';
import { sweep } from '#platform/relay.server.ts';
import * as sessions from '#platform/sessions.server.ts';

/** Those whom the story of the demo is about, to begin with; the others stand below them. */
const leads = [
	...['Samira El Idrissi', 'Youssef Benali', 'Huda Al-Masri', 'Wim de Boer', 'Leyla Demir', 'Rik Postma', 'Yara'],
	...['juf Anke', 'meester Bram', 'Carla', 'Yvonne', 'Joris', 'Milan', 'Jana Novak', 'meneer Hoekstra', 'Nadia']
];

/** Everybody one can become, by school: leads first, and nobody twice. */
export async function everybody() {
	const schools = [];
	for (const school of await tenants()) {
		const { name, personas } = await callers.all(school, now());
		const first = leads.flatMap((lead) => personas.find((persona) => persona.name === lead) ?? []);
		schools.push({ school, name, leads: first, personas: personas.filter((persona) => !first.includes(persona)) });
	}
	return schools;
}

/** Sign in as this person. Who has no e-mail, and so no account, gets one here without. */
export async function become(as: Membership, device: string): Promise<string | undefined> {
	const caller = await callers.find(as.school, as.person, now());
	if (!caller) return undefined;
	if (!(await accountOf(as))) {
		await change(as, async (db) => ok(await joinIn(db, as, await addAccountWithoutMailIn(db), now())));
	}
	return sessions.begin((await accountOf(as))!, device, as, { factors: ['persona'] });
}

/** What the jobs do at their own times, now: for who set the clock and wants to see what comes of it. */
export async function thinkOfEverybody() {
	for (const school of await tenants()) await remind(school);
	await sweep();
}
