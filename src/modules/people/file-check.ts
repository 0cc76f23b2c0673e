import type { PersonId } from '#platform/ids.ts';
import { no, ok } from '#platform/outcome.ts';

declare const brand: unique symbol;
export type CheckId = string & { readonly [brand]: 'file check' };

/** What a guardian can check, one by one: of the child, and of themself; never of the other home (handbook §2, §16). */
export const items = [
	'full-name',
	'call-name',
	'birth-date',
	'group',
	'home-language',
	'own-name',
	'relation',
	'authority',
	'email',
	'mobile'
] as const;
export type Item = (typeof items)[number];

/** `corrected`: changed in the school's administration, and here with the next file. `kept`: not, with a reason. */
export type CheckState = 'right' | 'asked' | 'corrected' | 'kept';
export type FileCheck = {
	id: CheckId;
	pupil: PersonId;
	person: PersonId;
	item: Item;
	held: string;
	state: CheckState;
	words: string;
	reason: string;
	checkedAt: Date;
	answeredAt: Date | null;
};

export type CheckRefusal = 'wrong-state' | 'reason-missing';

/** School answers: corrected, or not; a no carries a reason (handbook §4.5). */
export function answer(check: FileCheck, outcome: 'corrected' | 'kept', reason: string, now: Date) {
	if (check.state !== 'asked') return no('wrong-state');
	if (outcome === 'kept' && !reason) return no('reason-missing');
	return ok({ ...check, state: outcome, reason, answeredAt: now });
}

/** The last word on each item: what was asked or found right later replaces what came before. */
export function lastOf(checks: readonly FileCheck[]): Map<Item, FileCheck> {
	return new Map(
		checks.toSorted((a, b) => a.checkedAt.getTime() - b.checkedAt.getTime()).map((check) => [check.item, check])
	);
}
