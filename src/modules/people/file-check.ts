import type { PersonId } from '#platform/ids.ts';
import { no, ok } from '#platform/outcome.ts';
import { addDays, dayOf, type Day } from '#platform/time.ts';

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

const year = 365;
const aSeason = 90;

/** Why a look is asked for. */
export type CheckReason = 'not-lately' | 'changed';

/**
 * Is it worth another look? Once a year; sooner when something that was found right reads otherwise now. Never while
 * somebody put it off.
 */
export function dueOf(
	checks: readonly FileCheck[],
	held: readonly { item: Item; held: string }[],
	after: Day | null,
	now: Date
): CheckReason | undefined {
	const today = dayOf(now);
	if (after && today < after) return undefined;
	if (!checks.some(({ checkedAt }) => dayOf(checkedAt) > addDays(today, -year))) return 'not-lately';
	const last = lastOf(checks);
	const changed = held.some((one) => {
		const check = last.get(one.item);
		return check?.state === 'right' && check.held !== one.held;
	});
	return changed ? 'changed' : undefined;
}

/** Not now: the day from which it may be asked again. */
export function putOff(now: Date): Day {
	return addDays(dayOf(now), aSeason);
}
