import * as m from '#words/compiled/messages.js';
import type { Member } from './circle.ts';
import type { GuestFormReason } from './guest.input.ts';
import type { GuestReason } from './guests.server.ts';
import type { SayState } from './say-proposal.ts';
import type { Say } from './say.ts';
import type { SayReason } from './says.server.ts';

export const stepWords: Record<Say, () => string> = {
	1: () => m.authority_step_1(),
	2: () => m.authority_step_2(),
	3: () => m.authority_step_3(),
	4: () => m.authority_step_4()
};

export function roleWords({ role, teaches }: Pick<Member, 'role' | 'teaches'>): string {
	if (teaches) return m.authority_role_teacher();
	const words = {
		pupil: m.authority_role_pupil,
		guardian: m.authority_role_guardian,
		staff: m.authority_role_staff,
		professional: m.authority_role_professional,
		other: m.authority_role_other
	};
	return words[role]();
}

export const circleReasonWords: Record<Exclude<GuestReason | GuestFormReason | SayReason, 'missing'>, () => string> = {
	refused: () => m.authority_wrong_refused(),
	court: () => m.authority_wrong_court(),
	'in-already': () => m.authority_wrong_in_already(),
	'is-guardian': () => m.authority_wrong_is_guardian(),
	'until-wrong': () => m.authority_wrong_until(),
	'name-missing': () => m.authority_wrong_name(),
	'step-same': () => m.authority_wrong_step_same(),
	'open-already': () => m.authority_wrong_open_already(),
	'of-age': () => m.authority_wrong_of_age()
};

export const sayStateWords: Record<SayState, () => string> = {
	open: () => m.authority_say_state_open(),
	agreed: () => m.authority_say_state_agreed(),
	declined: () => m.authority_say_state_declined(),
	withdrawn: () => m.authority_say_state_withdrawn()
};

/** What somebody said to a step. */
export function answerWords(yes: boolean): string {
	return yes ? m.authority_say_yes() : m.authority_say_no();
}
