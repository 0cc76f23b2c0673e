import { expect, test } from 'vitest';
import { accountOf } from '#platform/accounts.server.ts';
import { no, ok } from '#platform/outcome.ts';
import type { Day } from '#platform/time.ts';
import * as cast from '#seeds/cast.ts';
import { facts, useDatabase } from '#tests/database.ts';
import { checkAuthority } from './authorities.server.ts';
import * as circles from './circles.server.ts';
import * as guests from './guests.server.ts';
import { restrict } from './restrictions.server.ts';

useDatabase();

const { anke, as, autumn, deLinde, leyla, noor, samira, stranger, yara, youssef, yvonne } = cast;
const until = '2026-10-31' as Day;
const seen = { proof: 'court', proofOn: '2026-09-18' as Day } as const;
const grandma = { givenName: 'Fatima', surname: 'El Idrissi', email: 'oma@example.org', until };
const sees = async (who: typeof samira, now = autumn) => (await circles.get(as(who, deLinde, now), noor.id)).ok;

function withoutAuthority() {
	return checkAuthority(as(yvonne), noor.id, { guardian: youssef.id, authority: 'no', institution: null, ...seen });
}
async function grandmaIn() {
	expect(await guests.inviteOther(as(samira), noor.id, grandma)).toEqual(ok(undefined));
	const page = await guests.circlePage(as(samira), noor.id);
	const found = page.ok && page.value.members.find(({ role }) => role === 'other');
	if (!found) throw new Error('not there');
	return { id: found.person, role: 'other', tasks: [] } as const;
}

test('the parent with authority lets the other in until a day, and can end it at once', async () => {
	await withoutAuthority();
	expect(await sees(youssef)).toBe(false);
	expect(await guests.inviteGuardian(as(samira), noor.id, { guardian: youssef.id, until })).toEqual(ok(undefined));
	expect(await sees(youssef)).toBe(true);
	expect(await sees(youssef, new Date('2026-10-31T12:00:00Z'))).toBe(true);
	expect(await sees(youssef, new Date('2026-11-01T12:00:00Z'))).toBe(false);
	const page = await guests.circlePage(as(anke), noor.id);
	const line = page.ok && page.value.members.find(({ person }) => person === youssef.id);
	expect(line).toMatchObject({ until, invitedBy: 'Samira El Idrissi', footing: 'invited' });
	expect(await guests.endInvitation(as(samira), noor.id, youssef.id)).toEqual(ok(undefined));
	expect(await sees(youssef)).toBe(false);
	expect(await facts()).toEqual(['authority.checked', 'guest.invited', 'guest.invitation-ended']);
});

test('what a judge forbids goes before an invitation, before and after it', async () => {
	await withoutAuthority();
	await guests.inviteGuardian(as(samira), noor.id, { guardian: youssef.id, until });
	const forbidden = {
		guardian: youssef.id,
		kind: 'information',
		from: '2026-09-22' as Day,
		until: null,
		...seen
	} as const;
	await restrict(as(yvonne), noor.id, forbidden);
	expect(await sees(youssef)).toBe(false);
	expect(await guests.inviteGuardian(as(samira), noor.id, { guardian: youssef.id, until })).toEqual(no('court'));
	const disguised = { ...grandma, email: 'Youssef@Example.org' };
	expect(await guests.inviteOther(as(samira), noor.id, disguised)).toEqual(no('court'));
});

test('somebody close reads what the child may read, signs in, and is gone when it ends', async () => {
	const oma = await grandmaIn();
	expect(await sees(oma)).toBe(true);
	expect(await accountOf({ school: deLinde, person: oma.id })).toBeDefined();
	expect(await guests.inviteOther(as(samira), noor.id, grandma)).toEqual(no('in-already'));
	expect(await guests.endInvitation(as(oma), noor.id, oma.id)).toEqual(no('refused'));
	expect(await guests.endInvitation(as(samira), noor.id, oma.id)).toEqual(ok(undefined));
	expect(await sees(oma)).toBe(false);
	expect(await accountOf({ school: deLinde, person: oma.id })).toBeUndefined();
});

test('who may not invite, whom one may not invite, and until when', async () => {
	const invite = (who: typeof samira, more = {}) => guests.inviteOther(as(who), noor.id, { ...grandma, ...more });
	expect(await invite(anke)).toEqual(no('refused'));
	expect(await invite(noor)).toEqual(no('refused'));
	expect(await invite(stranger)).toEqual(no('missing'));
	expect(await invite(samira, { until: '2026-09-21' })).toEqual(no('until-wrong'));
	expect(await invite(samira, { until: '2027-10-01' })).toEqual(no('until-wrong'));
	expect(await invite(samira, { email: 'youssef@example.org' })).toEqual(no('is-guardian'));
	const both = { guardian: youssef.id, until };
	expect(await guests.inviteGuardian(as(samira), noor.id, both)).toEqual(no('in-already'));
	expect(await guests.endInvitation(as(samira), noor.id, youssef.id)).toEqual(no('missing'));
	expect(await facts()).toEqual([]);
	expect(await guests.inviteOther(as(yara), yara.id, grandma)).toEqual(ok(undefined));
	expect((await guests.circlePage(as(leyla), yara.id)).ok).toBe(true);
});
