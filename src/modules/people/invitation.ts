import type { AccountId, InvitationId, PersonId } from '#platform/ids.ts';
import { addMinutes } from '#platform/time.ts';

export type InvitationChannel = 'mail' | 'letter';

/** An invitation to Eenlijn, for one person of this school. Of its code the house keeps a hash only. */
export type Invitation = {
	id: InvitationId;
	person: PersonId;
	channel: InvitationChannel;
	madeAt: Date;
	expiresAt: Date;
	usedAt: Date | null;
	withdrawnAt: Date | null;
};

export const invitationStates = ['sent', 'printed', 'used', 'withdrawn', 'expired'] as const;
export type InvitationState = (typeof invitationStates)[number];

/** A letter lies on the kitchen table longer than a mail stays in sight. */
const daysValid: Record<InvitationChannel, number> = { mail: 14, letter: 60 };

export function expiryOf(channel: InvitationChannel, madeAt: Date): Date {
	return addMinutes(madeAt, daysValid[channel] * 24 * 60);
}

export function stateOf({ channel, expiresAt, usedAt, withdrawnAt }: Invitation, now: Date): InvitationState {
	if (usedAt) return 'used';
	if (withdrawnAt) return 'withdrawn';
	if (expiresAt <= now) return 'expired';
	return channel === 'mail' ? 'sent' : 'printed';
}

/** When it came to stand as it stands. */
export function stateSince(invitation: Invitation, now: Date): Date {
	const since: Record<InvitationState, Date> = {
		sent: invitation.madeAt,
		printed: invitation.madeAt,
		used: invitation.usedAt ?? invitation.madeAt,
		withdrawn: invitation.withdrawnAt ?? invitation.madeAt,
		expired: invitation.expiresAt
	};
	return since[stateOf(invitation, now)];
}

/** Its code opens the door still. */
export function isOpen(invitation: Invitation, now: Date): boolean {
	return ['sent', 'printed'].includes(stateOf(invitation, now));
}

/** Somebody at the door of a school: in by which account, whether they ever came in by it, and whether mail reaches it. */
export type AtTheDoor = { account: AccountId; enteredAt: Date | null; hasMail: boolean };

/**
 * Who needs an invitation: who never came in, and who came in without mail, for whom a new letter is the way back. Who
 * signs in by mail has no need of one, and nobody gets another's place by finding a letter.
 */
export function mayBeInvited(standing: AtTheDoor | undefined): boolean {
	return !standing?.enteredAt || !standing.hasMail;
}

/** By which account a person comes in: one there is (`isNew`: nobody came in by it yet), or a new one without mail. */
export type WayIn = { account: AccountId; isNew?: boolean } | 'without-mail';

/**
 * What a right code does. `join`: this account from now on; `return`: the account they had; `adopt`: the account they had,
 * which now gets their address, so that all that belongs to it stays. `known`: they sign in by mail already, and a code
 * takes nothing from them.
 */
export function wayInFor(standing: AtTheDoor | undefined, wanted: WayIn): 'join' | 'return' | 'adopt' | 'known' {
	if (!standing) return 'join';
	if (wanted !== 'without-mail' && wanted.account === standing.account) return 'return';
	if (!mayBeInvited(standing)) return 'known';
	if (standing.hasMail) return 'join';
	if (wanted === 'without-mail') return 'return';
	return wanted.isNew ? 'adopt' : 'join';
}
