import { expect, test } from 'vitest';
import { anke, noor, samira, samirasHome, youssef, youssefsHome } from '#seeds/cast.ts';
import type { Day } from '#platform/time.ts';
import { answerTo, consentersOf, footingOf, rights, type Answer, type Right, type Standing } from './authority.ts';
import { isInCircle } from './circle.access.ts';
import type { Authority, Circle, Member } from './circle.ts';

const today = '2026-09-22' as Day;
const standing = (authority: Authority, more: Partial<Standing> = {}): Standing => ({
	...{ authority, informed: true, invited: false, bars: [], ...more }
});
const answers = (of: Standing) => Object.fromEntries(rights.map((right) => [right, answerTo(right, of)]));
const row = (...said: [see: Answer, talk: Answer, decide: Answer, consent: Answer, Answer, Answer, Answer]) =>
	Object.fromEntries(rights.map((right, at) => [right, said[at]])) as Record<Right, Answer>;

const everything = row('yes', 'yes', 'yes', 'yes', 'yes', 'no', 'no');
const takesPart = row('yes', 'yes', 'yes', 'waits', 'waits', 'no', 'no');
const letIn = row('yes', 'yes', 'yes', 'no', 'no', 'yes', 'yes');
const onRequest = row('no', 'no', 'no', 'no', 'no', 'yes', 'yes');
const nothing = row('no', 'no', 'no', 'no', 'no', 'no', 'no');
const bars = (...kinds: Standing['bars']) => ({ bars: kinds });

test.each([
	['standards §5.3: with authority everything, actively', standing('yes'), everything],
	[
		'standards §5.4: a guardian by law the same, a person or somebody of an institution',
		standing('guardianship'),
		everything
	],
	['an invitation adds nothing to authority', standing('yes', { invited: true }), everything],
	['handbook §2: unknown takes part, and what needs authority waits', standing('unknown'), takesPart],
	['standards §5.3, art. 1:377c BW: without authority the facts on request', standing('no'), onRequest],
	[
		'handbook §2: without authority, invited by the other parent or the pupil',
		standing('no', { invited: true }),
		letIn
	],
	[
		'handbook §2: a judge goes before the invitation',
		standing('no', { invited: true, ...bars('information') }),
		nothing
	],
	['handbook §16: a judge goes before authority', standing('yes', bars('information')), nothing],
	['a judge who forbids both', standing('unknown', bars('information', 'talks')), nothing],
	['the administration says: not to be informed', standing('yes', { informed: false }), nothing],
	['not to be informed, and invited all the same', standing('no', { informed: false, invited: true }), nothing],
	[
		'a judge keeps somebody from the talks: the rest stays',
		standing('yes', bars('talks')),
		{ ...everything, talk: 'no' }
	],
	['the same for who was invited', standing('no', { invited: true, ...bars('talks') }), { ...letIn, talk: 'no' }]
] as const)('%s', (_law, of, may) => {
	expect(answers(of)).toEqual(may);
	expect(isInCircle(of)).toBe(may.see === 'yes');
});

test('each footing is somebody’s', () => {
	const all = [
		...[standing('yes'), standing('unknown'), standing('no'), standing('no', { invited: true })],
		standing('yes', bars('information'))
	];
	expect(all.map(footingOf)).toEqual(['with', 'unknown', 'without', 'invited', 'barred']);
});

const member = (who: typeof samira, household: Member['household'], authority: Authority | null): Member => ({
	...{ person: who.id, role: who.role, name: '', language: 'nl', household, authority }
});
const circleOf = (members: Member[], birthDate = '2017-03-14'): Circle => ({
	...{ pupil: noor.id, callName: 'Noor', birthDate: birthDate as Day, say: 1, group: null },
	members: [member(noor, null, null), ...members, member(anke, null, null)]
});
const samiraAtHome = { household: samirasHome, guardians: [samira.id] };
const youssefAtHome = { household: youssefsHome, guardians: [youssef.id] };

test.each([
	['both homes, each with authority', 'yes', youssefsHome, [samiraAtHome, youssefAtHome], []],
	['one home', 'yes', samirasHome, [{ household: samirasHome, guardians: [samira.id, youssef.id] }], []],
	['a home of which nobody knows: it waits', 'unknown', youssefsHome, [samiraAtHome], [youssef.id]],
	['unknown, beside who has authority in that home: it does not wait', 'unknown', samirasHome, [samiraAtHome], []],
	['without authority, though invited: not asked', 'no', youssefsHome, [samiraAtHome], []],
	['a guardian by law', 'guardianship', youssefsHome, [samiraAtHome, youssefAtHome], []]
] as const)('who gives consent: %s', (_home, authority, household, homes, waitsFor) => {
	const circle = circleOf([member(samira, samirasHome, 'yes'), member(youssef, household, authority)]);
	expect(consentersOf(circle, today)).toEqual({ by: 'guardians', homes, waitsFor });
});

test('who gives consent: from the day a pupil is sixteen it is the pupil alone, with or without steps agreed', () => {
	const both = [member(samira, samirasHome, 'yes'), member(youssef, youssefsHome, 'unknown')];
	expect(consentersOf(circleOf(both, '2010-09-22'), today)).toEqual({ by: 'pupil', pupil: noor.id });
	expect(consentersOf(circleOf(both, '2010-09-23'), today)).toMatchObject({ by: 'guardians' });
	expect(consentersOf(circleOf([]), today)).toEqual({ by: 'guardians', homes: [], waitsFor: [] });
});
