import type { Objects } from './objects.ts';

type Args = (objects: Objects) => readonly unknown[];

const nothing: Args = () => [];
const pupil: Args = ({ family }) => [family.pupil.id];
const thing =
	(which: keyof Objects['ids'], ...more: unknown[]): Args =>
	({ ids }) => [ids[which], ...more];
/** Something of this child that is named beside the child. */
const ofPupil =
	(which: keyof Objects['ids'], ...more: unknown[]): Args =>
	({ ids, family }) => [family.pupil.id, ids[which], ...more];
const aboutPupil =
	(...more: unknown[]): Args =>
	({ family }) => [family.pupil.id, ...more];

const sentence = { forWhat: 'x', how: 'x', shown: true };
const until = '2026-10-31';
const provider = {
	...{ label: 'School', issuer: 'https://login.example.org', clientId: 'x', clientSecret: 'x' },
	domains: ['school.example.org']
};

/** With what the use cases of family-rows.ts are called, about one child. */
export const familyCalls: Record<string, Args> = {
	'agreements/telling.tell': pupil,
	'conversations/telling.tell': pupil,
	'consent/claims.askClaim': ({ family }) => [{ kind: 'correction', about: family.pupil.id, words: 'x' }],
	'consent/claims.childrenToAskFor': nothing,
	'consent/claims.mine': nothing,
	'consent/claims.register': nothing,
	'consent/claims.extend': thing('claim', 'x'),
	'consent/claims.grant': thing('claim', 'x'),
	'consent/claims.refuse': thing('claim', 'x'),
	'consent/exports.askExport': pupil,
	'consent/exports.list': pupil,
	'consent/exports.isMine': thing('export'),
	'consent/exports.open': thing('export', 'page'),
	'consent/telling.tellConsents': pupil,
	'consent/telling.tellClaims': () => ['about who asks'],
	'people/file-checks.get': pupil,
	'people/file-checks.confirm': aboutPupil('call-name'),
	'people/file-checks.ask': aboutPupil('full-name', 'x'),
	'people/file-checks.waitingFor': nothing,
	'people/file-checks.putOff': nothing,
	'people/file-checks.open': nothing,
	'people/file-checks.answer': thing('check', 'corrected', ''),
	'people/guests.circlePage': pupil,
	'people/guests.inviteGuardian': ({ family }) => [family.pupil.id, { guardian: family.guardian.id, until }],
	'people/guests.inviteOther': aboutPupil({ givenName: 'x', surname: 'x', email: 'x@example.org', until }),
	'people/guests.endInvitation': ofPupil('guest'),
	'people/guides.get': pupil,
	'people/guides.ofSecondary': nothing,
	'people/guides.adapt': ({ family }) => [family.pupil.id, family.teacher.id, sentence],
	'people/guides.ofSchool': nothing,
	'people/guides.adaptSchool': () => ['teacher', sentence],
	'people/import/undos.lastToUndo': nothing,
	'people/import/undos.undo': thing('upload'),
	'people/information-requests.mine': () => ['about who asks'],
	'people/information-requests.ask': ({ family }) => [{ pupil: family.pupil.id, question: 'x' }],
	'people/information-requests.list': nothing,
	'people/information-requests.get': thing('question'),
	'people/information-requests.answer': thing('question', { answer: 'x', ground: null }),
	'people/information-requests.refuse': thing('question', { answer: 'x', ground: 'court' }),
	'people/lines.get': pupil,
	'people/lines.propose': aboutPupil('to-whom', 'x'),
	'people/lines.accept': ofPupil('line'),
	'people/lines.withdraw': ofPupil('line'),
	'people/lines.waitingFor': nothing,
	'people/providers.get': nothing,
	'people/providers.tryOut': () => [provider],
	'people/providers.keep': thing('provider'),
	'people/providers.drop': thing('provider'),
	'people/providers.forgetSecondStep': ({ family }) => [family.teacher.id],
	'people/says.proposeStep': aboutPupil(2),
	'people/says.answerStep': aboutPupil({ yes: false, withChild: false }),
	'people/says.withdrawStep': pupil,
	'people/telling.tellPupil': pupil,
	'people/telling.tellOwn': () => ['about who asks'],
	'people/what-works.get': pupil,
	'people/what-works.say': aboutPupil({ kind: 'works', voice: 'child', words: 'x' }),
	'people/what-works.reword': ofPupil('works', 'x', 1),
	'people/what-works.remove': ofPupil('works'),
	'people/what-works.takeAlong': pupil
};
