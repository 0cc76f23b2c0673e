import { expect, test } from 'vitest';
import * as agreements from '#modules/agreements/agreements.server.ts';
import * as plans from '#modules/conversations/plans.server.ts';
import * as preparations from '#modules/conversations/preparations.server.ts';
import * as summaries from '#modules/conversations/summaries.server.ts';
import * as table from '#modules/conversations/table.server.ts';
import { restrict } from '#modules/people/restrictions.server.ts';
import { circlePage } from '#modules/people/guests.server.ts';
import * as pupils from '#modules/people/pupils.server.ts';
import type { Day } from '#platform/time.ts';
import { anke, as, noor, samira, youssef, yvonne } from '#seeds/cast.ts';
import { september, value } from '#seeds/start-round.ts';
import { useRealDatabase } from '#tests/database.ts';

useRealDatabase();

const draft = 'ALLEEN-VAN-YOUSSEF';
const moment = { minutes: 30, place: { kind: 'school' } as const };

async function talkWith(people: (typeof samira)[], startsAt: Date) {
	const who = people.map(({ id }) => id);
	const plan = { kind: 'concern', pupil: noor.id, people: who, pupilInvited: false, startsAt, ...moment } as const;
	return value(await plans.plan(as(anke), { ...plan, people: who }));
}

// Guards `maySee` (conversation.access.ts), red when it lets in whoever is in the circle, and `maySeeContact` (contact.access.ts).
test('of the other home: no address, no draft, nothing that is noted about the other parent, no talk of their own', async () => {
	const both = await talkWith([samira, youssef], september(23, '15:00'));
	const his = await talkWith([youssef], september(23, '16:00'));
	for (const talk of [both, his]) {
		const [question] = value(await preparations.get(as(youssef), talk, 'own')).questions;
		value(await preparations.save(as(youssef), talk, 'own', { question: question!, text: draft, version: 0 }));
	}
	const noted = { guardian: youssef.id, kind: 'talks', from: '2026-10-01' as Day, until: null } as const;
	value(await restrict(as(yvonne), noor.id, { ...noted, proof: 'court', proofOn: '2026-09-21' as Day }));

	const readBy = async (who: typeof samira) =>
		JSON.stringify([
			await pupils.get(as(who), noor.id),
			await circlePage(as(who), noor.id),
			await agreements.agreementsOf(as(who), { pupil: noor.id }),
			await summaries.ofPupil(as(who), noor.id),
			await summaries.allOf(as(who)),
			await table.get(as(who), both),
			await table.get(as(who), his),
			await preparations.get(as(who), both, 'own')
		]);
	const hers = await readBy(samira);
	const secrets = ['youssef@example.org', draft, 'restricted', his];
	expect(secrets.filter((secret) => hers.includes(secret))).toEqual([]);
	// He himself reads all four: they are really there.
	const own = await readBy(youssef);
	expect(secrets.filter((secret) => own.includes(secret))).toEqual(secrets);
});
