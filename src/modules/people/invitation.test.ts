import { describe, expect, test } from 'vitest';
import type { AccountId, InvitationId, PersonId } from '#platform/ids.ts';
import { readCode, spaced } from '#platform/invitation-code.server.ts';
import { expiryOf, isOpen, mayBeInvited, stateOf, stateSince, wayInFor, type Invitation } from './invitation.ts';

const at = (day: number) => new Date(Date.UTC(2026, 8, day));
const invitation = (more: Partial<Invitation> = {}): Invitation => ({
	...{ id: 'i' as InvitationId, person: 'p' as PersonId, channel: 'letter', madeAt: at(1) },
	...{ expiresAt: at(20), usedAt: null, withdrawnAt: null },
	...more
});

describe('where an invitation stands, and since when', () => {
	test.each([
		[{}, 'printed', 1],
		[{ channel: 'mail' }, 'sent', 1],
		[{ usedAt: at(3) }, 'used', 3],
		[{ withdrawnAt: at(4) }, 'withdrawn', 4],
		[{ expiresAt: at(5) }, 'expired', 5]
	] as const)('%o is %s', (more, state, day) => {
		const one = invitation(more);
		expect([stateOf(one, at(10)), stateSince(one, at(10))]).toEqual([state, at(day)]);
		expect(isOpen(one, at(10))).toBe(state === 'printed' || state === 'sent');
	});

	test('a letter lasts longer than a mail', () => {
		expect(expiryOf('letter', at(1))).toEqual(at(61));
		expect(expiryOf('mail', at(1))).toEqual(at(15));
	});
});

describe('what a right code does', () => {
	const [mine, theirs] = ['a' as AccountId, 'b' as AccountId];
	const never = { account: theirs, enteredAt: null, hasMail: true };
	const byMail = { account: theirs, enteredAt: at(2), hasMail: true };
	const byLetter = { account: theirs, enteredAt: at(2), hasMail: false };
	test.each([
		['nobody came in yet', undefined, { account: mine }, 'join'],
		['the school had an address that nobody used', never, { account: mine }, 'join'],
		['the same, without mail', never, 'without-mail', 'join'],
		['it is their own account', byMail, { account: theirs }, 'return'],
		['they sign in by mail', byMail, { account: mine }, 'known'],
		['they sign in by mail, and somebody goes on without', byMail, 'without-mail', 'known'],
		['they came by letter and do so again', byLetter, 'without-mail', 'return'],
		['they came by letter and have mail now', byLetter, { account: mine, isNew: true }, 'adopt'],
		['they came by letter and sign in at another school', byLetter, { account: mine }, 'join']
	] as const)('%s', (_case, standing, wanted, way) => {
		expect(wayInFor(standing, wanted)).toBe(way);
	});

	test('an invitation is for who never came in, or came in without mail', () => {
		expect([undefined, never, byMail, byLetter].map(mayBeInvited)).toEqual([true, true, false, true]);
	});
});

test.each([
	['CDFG-HJKM-NPQR', 'CDFGHJKMNPQR'],
	[' cdfg hjkm npqr ', 'CDFGHJKMNPQR'],
	['cdfghjkmnpqr', 'CDFGHJKMNPQR'],
	['CDFG–HJKM—NPQR', 'CDFGHJKMNPQR'],
	['CDFG-HJKM-NPQ', undefined],
	['CDFG-HJKM-NPQO', undefined],
	['', undefined],
	['x'.repeat(100_000), undefined]
])('%s is read as %s', (typed, code) => {
	expect(readCode(typed)).toBe(code);
	if (code) expect(readCode(spaced(code))).toBe(code);
});
