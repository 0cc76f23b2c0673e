import type { Role } from '#platform/ctx.ts';
import { deEik, deLinde } from '#seeds/cast.ts';
import type { Answer } from './asking.ts';
import type { ChildName, Persona, Tie } from './personas.ts';

/** What a door answers this person about this child. */
export type Policy = (who: Persona, child: ChildName) => Answer;

/** Everybody with access to a child (handbook §2); a visitor only reads. */
export const circle: readonly Tie[] = ['mother', 'otherHome', 'invited', 'pupil', 'teacher', 'support', 'professional'];
export const guardians: readonly Tie[] = ['mother', 'otherHome', 'invited'];
/** Who sits at the talk of the booking: every guardian of the circle, the pupil, the teacher. */
export const atTheTable: readonly Tie[] = [...guardians, 'pupil', 'teacher'];
export const staff: readonly Tie[] = ['teacher', 'support'];

export const signedOut =
	(policy: Policy): Policy =>
	(who, child) =>
		who.who ? policy(who, child) : 'refused';

/** These find it; for all others, in the circle or not, it is missing. */
export const found = (...by: readonly Tie[]): Policy =>
	signedOut((who, child) => (by.includes(who.ties[child]!) ? 'allowed' : 'missing'));

/** Those of `by` may; the rest of `seen` sees it and may not; for others it is missing. */
export const only = (by: readonly Tie[], seen: readonly Tie[] = circle): Policy =>
	signedOut((who, child) => {
		const tie = who.ties[child]!;
		return by.includes(tie) ? 'allowed' : seen.includes(tie) ? 'refused' : 'missing';
	});

/** What is of a group: Noor and Adam are in one. */
export const inGroup =
	(policy: Policy): Policy =>
	(who, child) => {
		const mates: readonly ChildName[] = child === 'noor' || child === 'adam' ? ['noor', 'adam'] : [child];
		return mates.some((mate) => policy(who, mate) === 'allowed') ? 'allowed' : policy(who, child);
	};

const leads = ({ who }: Persona) => who?.tasks.includes('office') || who?.tasks.includes('leadership');
const schoolOf = (child: ChildName) => (child === 'milan' ? deEik : deLinde);

/** Office and leadership of the school of what it is about. */
export const office: Policy = signedOut((who, child) =>
	leads(who) && schoolOf(child) === who.school ? 'allowed' : 'missing'
);
/** Office and leadership, each about the own school. */
export const anyOffice: Policy = signedOut((who) => (leads(who) ? 'allowed' : 'missing'));
export const signedIn: Policy = signedOut(() => 'allowed');
/** Everybody of this role, each about themselves. */
export const ofRole = (...roles: Role[]): Policy =>
	signedOut(({ who }) => (roles.includes(who!.role) ? 'allowed' : 'missing'));
/** Who teaches one of these children, each about themselves. */
export const teaches: Policy = signedOut(({ ties }) =>
	Object.values(ties).includes('teacher') ? 'allowed' : 'missing'
);
/** Whoever asks, signed in or not. */
export const open: Policy = () => 'allowed';

/** The one, and where it says missing the other. */
export const either =
	(one: Policy, other: Policy): Policy =>
	(who, child) => {
		const answer = one(who, child);
		return answer === 'missing' ? other(who, child) : answer;
	};

/** All but the pupil of nine, for whom `policy` says so and it is too early (handbook §1 P5). */
export const notTheYoung =
	(policy: Policy): Policy =>
	(who, child) =>
		who.ties[child] === 'pupil' && child === 'noor' ? 'missing' : policy(who, child);
