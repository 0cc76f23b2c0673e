import type { Objects } from './objects.ts';
import { atTheTable, circle, found, guardians, type Policy } from './policies.ts';

/** A picture of one dot. */
export const dot = Uint8Array.from(
	Buffer.from(
		'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
		'base64'
	)
);

/** As little sound as there can be. */
export const hum = Uint8Array.from(
	Buffer.from('1a45dfa3874282847765626d1853806701ffffffffffffff1654ae6b8dae8b8381028686415f4f505553', 'hex')
);

/** What was taken down on the phone: by the address of another one’s own preparation nobody finds it. */
const onThePhone = found();
/** A draft beside the teacher's own preparation. */
const draft = found('teacher');
/** Kept by her mother, and hers alone. */
const note = found('mother');

export const preparationDoors: Record<string, Policy> = {
	'/gesprekken/[id]/stem': found(...atTheTable, 'support'),
	'/gesprekken/[id]/voorbereiden': found(...atTheTable),
	'/gesprekken/[id]/voorbereiden ?/share': found(...atTheTable),
	'/gesprekken/[id]/voorbereiden ?/offer': onThePhone,
	'/gesprekken/[id]/voorbereiden ?/confirmAtTable': onThePhone,
	'/gesprekken/[id]/voorbereiden ?/confirm': onThePhone,
	'/gesprekken/[id]/voorbereiden/[vraag]': found(...atTheTable),
	'/gesprekken/[id]/voorbereiden/[vraag] ?/save': found(...atTheTable),
	'/gesprekken/[id]/voorbereiden/[vraag] ?/pick': found(...atTheTable),
	'/gesprekken/[id]/voorbereiden/[vraag] ?/attach': found(...atTheTable),
	'/gesprekken/[id]/voorbereiden/[vraag] ?/describe': draft,
	'/gesprekken/[id]/voorbereiden/[vraag] ?/detach': draft,
	'/gesprekken/[id]/bijlagen/[bijlage]': draft,
	'/leerlingen/[id]/onthouden': found(...circle),
	'/leerlingen/[id]/onthouden ?/keep': found(...circle),
	'/leerlingen/[id]/onthouden ?/letGo': note
};

export const preparationUseCases: Record<string, Policy> = {
	// A child has questions of its own.
	'conversations/attachments.attach': found(...guardians, 'teacher'),
	'conversations/attachments.describe': draft,
	'conversations/attachments.detach': draft,
	'conversations/attachments.open': draft,
	'conversations/dictations.forMe': found(...atTheTable),
	'conversations/dictations.offer': found('teacher'),
	'conversations/dictations.confirmAtTable': found('teacher'),
	'conversations/dictations.confirm': onThePhone,
	'conversations/notes.ofPupil': found(...circle),
	'conversations/notes.keep': found(...circle),
	'conversations/notes.letGo': note
};

type Args = (objects: Objects) => readonly unknown[];

export const preparationCalls: Record<string, Args> = {
	'conversations/attachments.attach': ({ ids }) => [
		...[ids.talk, 'own', 'subject'],
		{ kind: 'photo', bytes: dot, caption: '' }
	],
	'conversations/attachments.describe': ({ ids }) => [ids.talk, ids.attachment, 'x'],
	'conversations/attachments.detach': ({ ids }) => [ids.talk, ids.attachment],
	'conversations/attachments.open': ({ ids }) => [ids.talk, ids.attachment],
	'conversations/dictations.forMe': ({ ids }) => [ids.talk],
	'conversations/dictations.offer': ({ ids, family }) => [ids.talk, family.guardian.id],
	'conversations/dictations.confirmAtTable': ({ ids, family }) => [ids.talk, family.guardian.id],
	'conversations/dictations.confirm': ({ ids, family }) => [ids.talk, family.teacher.id, {}],
	'conversations/notes.ofPupil': ({ family }) => [family.pupil.id],
	'conversations/notes.keep': ({ family }) => [family.pupil.id, 'x'],
	'conversations/notes.letGo': ({ ids, family }) => [family.pupil.id, ids.note]
};
