import { describe, expect, test } from 'vitest';
import { momentOf, type Day, type Time } from '#platform/time.ts';
import { dueFrom, isReminder, isUrgent, kindOf, notificationKinds, retryAt, wayOf } from './notification.ts';

const at = (day: string, time: string) => momentOf(day as Day, time as Time);
const tuesday = '2026-09-22';

describe('quiet hours', () => {
	test('a change to a talk of today goes at once, whether it was today or is now', () => {
		const late = at(tuesday, '06:50');
		const [today, tomorrow] = [at(tuesday, '08:30'), at('2026-09-23', '08:30')];
		expect(dueFrom('talk-cancelled', late, [today])).toEqual(late);
		expect(dueFrom('talk-moved', late, [tomorrow, today])).toEqual(late);
		expect(dueFrom('talk-moved', late, [tomorrow])).toEqual(at(tuesday, '07:30'));
		expect(dueFrom('talk-reminder', late, [today])).toEqual(at(tuesday, '07:30'));
	});

	test('so does one to a talk within a day: who hears it in the morning may be too late', () => {
		const night = at(tuesday, '22:00');
		expect(isUrgent('talk-moved', night, [at('2026-09-23', '15:00')])).toBe(true);
		expect(isUrgent('talk-moved', night, [at('2026-09-24', '15:00')])).toBe(false);
		expect(isUrgent('record-shared', night, [at('2026-09-23', '15:00')])).toBe(false);
	});
});

test('each fact makes its message, and most make none', () => {
	expect(kindOf({ name: 'round.opened', about: {} })).toBe('invitation');
	expect(kindOf({ name: 'agreement.proposed', about: { state: 'proposed' } })).toBe('answer-wanted');
	expect(kindOf({ name: 'agreement.proposed', about: { state: 'agreed' } })).toBeUndefined();
	expect(kindOf({ name: 'agreement.adapted', about: { state: 'adapted' } })).toBe('wording-offered');
	expect(kindOf({ name: 'agreement.adapted', about: { state: 'proposed' } })).toBe('answer-wanted');
	expect(kindOf({ name: 'preparation.shared', about: {} })).toBeUndefined();
});

test('what reminds comes at most once, what tells of a change at least once', () => {
	expect(notificationKinds.filter(isReminder)).toEqual([
		'talk-reminder',
		'kind-reminder',
		'agreement-due',
		'look-back',
		'contact-due',
		'how-did-it-go',
		'repair-asked',
		'invited-again'
	]);
});

test('trying again takes longer each time, until a person must look', () => {
	const now = at(tuesday, '10:00');
	const waits = Array.from({ length: 8 }, (_, attempt) => retryAt(attempt + 1, now)!.getTime() - now.getTime());
	expect(waits).toEqual(waits.toSorted((a, b) => a - b));
	expect(retryAt(9, now)).toBeUndefined();
});

test('the way it goes: what a guardian wishes, else mail, else a device, else a person', () => {
	expect(wayOf('guardian', 'phone', 'a@example.org', true)).toBe('phone');
	expect(wayOf('guardian', '', 'a@example.org', true)).toBe('mail');
	expect(wayOf('guardian', '', null, true)).toBe('push');
	expect(wayOf('guardian', '', null)).toBe('paper');
	expect(wayOf('pupil', '', null, true)).toBe('push');
	expect(wayOf('staff', 'phone', null)).toBe('none');
});
