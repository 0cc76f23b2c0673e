import type { Conversation } from '#modules/conversations/conversation.ts';
import type { Entry, EntryId } from '#modules/conversations/entry.ts';
import type { Sheet, SheetId } from '#modules/conversations/sheet.ts';
import type { Speaker, Speakers } from '#modules/conversations/speaker.ts';
import type { Section } from '#modules/conversations/steps.ts';
import type { Tip, TipId } from '#modules/conversations/tip.ts';
import type { ConversationId, PersonId } from '#platform/ids.ts';
import type { Day } from '#platform/time.ts';

/** An invented table about Noor: who sits there, and what was said, as the views get it. */
export const [anke, samira, youssef, noor] = ['anke', 'samira', 'youssef', 'noor'] as PersonId[] as [
	PersonId,
	PersonId,
	PersonId,
	PersonId
];
export const about = { name: 'Noor', isReader: false };
export const soon = '2026-10-06' as Day;
export const now = new Date('2026-09-22T13:20:00Z');

const speaker = (person: PersonId, name: string, voice: Speaker['voice']): Speaker => ({ person, name, voice });
export const speakers: Speakers = {
	[anke]: speaker(anke, 'juf Anke', 'school'),
	[samira]: speaker(samira, 'Samira El Amrani-van der Heijden', 'home'),
	[youssef]: speaker(youssef, 'Youssef', 'home'),
	[noor]: speaker(noor, 'Noor', 'child')
};

const conversation = 'talk' as ConversationId;
let number = 0;
const said = (person: PersonId, section: Section, text: string, more: Partial<Entry> = {}): Entry => ({
	...{ id: `entry-${++number}` as EntryId, conversation, section, person, helper: person, audience: 'adults', text },
	...{ minutes: null, bearing: null, starter: null, goal: null, beside: null, version: 1, saidAt: now, ...more }
});

const quiet = said(anke, 'hard', 'Ze zegt niets in de kring.');
const goal = said(anke, 'goal-teaching', 'Noor vertelt iets in een groepje van vier.', { audience: 'circle' });
export const views = [
	said(samira, 'well', 'Ze kookt graag voor ons en schrijft de recepten zelf op.'),
	said(noor, 'wish', 'Dat ik eerst mag nadenken.', { audience: 'circle', helper: samira }),
	quiet,
	said(samira, 'hard', 'في البيت تتكلم طوال الوقت ولا تتوقف.', { beside: quiet.id })
];
export const factors = [
	said(anke, 'factor-teaching', 'Vijfentwintig kinderen tegelijk.', { bearing: 'hinders' }),
	said(youssef, 'factor-child', 'Ze wil het eerst zeker weten.', { bearing: null }),
	said(samira, 'factor-upbringing', 'Thuis praten we veel aan tafel.', { bearing: 'helps' })
];
export const outlook = [
	goal,
	said(samira, 'need', 'haar even de tijd geeft', { starter: 'teacher', goal: goal.id }),
	said(anke, 'need', 'een collega die een keer meekijkt', { starter: 'support-teacher' }),
	said(youssef, 'need', 'horen hoe het vrijdag ging')
];

const tip = (person: PersonId, topic: Tip['topic'], text: string, answers: Tip['answers'] = []): Tip => ({
	...{ id: `tip-${topic}` as TipId, conversation, person, topic, text, audience: 'adults', saidAt: now, answers }
});
export const tips = [
	tip(anke, 'bedtime', 'Een half uur eerder naar bed.'),
	tip(samira, 'seating', 'Laat haar vooraan zitten.', [
		{ person: anke, bySchool: true, answer: 'not', reason: 'Daar ziet ze het bord slecht.', answeredAt: now }
	])
];

export const talk: Conversation = {
	...{ id: conversation, kind: 'concern', state: 'planned', pupil: noor, template: null, follows: null, chair: anke },
	...{ requestedBy: null, request: null, startsAt: now, minutes: 60, place: { kind: 'school' }, pupilInvited: true },
	...{ people: [anke, samira, youssef, noor], sequence: 0, startedAt: now, heldAt: null, recordedAt: null },
	...{ closedAt: null, nextOn: null, noneNeeded: false, ofRound: false }
};

const sheet = (person: PersonId, kind: Sheet['kind'], more: Partial<Sheet>): Sheet => ({
	...{
		id: `sheet-${person}` as SheetId,
		kind,
		conversation,
		pupil: noor,
		person,
		audience: 'adults' as const,
		version: 1
	},
	...{ lines: {}, points: {}, ...more }
});
export const triangles = [
	sheet(samira, 'triangle', {
		points: {
			home: { warmth: 60, structure: 25, space: 15 },
			wish: { warmth: 40, structure: 25, space: 35 }
		}
	}),
	sheet(anke, 'triangle', { points: { school: { warmth: 25, structure: 60, space: 15 } } })
];
export const train = sheet(samira, 'train', {
	lines: {
		anger: { text: 'Ik hoorde het als laatste.', version: 1 },
		wish: { text: 'Dat ze erbij hoort.', version: 1 }
	}
});
