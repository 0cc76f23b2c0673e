import { book } from '#modules/cycle/bookings.server.ts';
import type { ConversationId, PersonId } from '#platform/ids.ts';
import type { Day } from '#platform/time.ts';
import { adamsAgreements } from './adams-agreements.ts';
import { timeFor, type StartRound } from './round.ts';
import { moment, well, type Scene } from './scene.ts';
import * as talks from './talk.ts';
import type { Village } from './village.ts';

/** Adam tells better than he reads. His talk is held, written down and read, and led to three agreements. */
export function adam(village: Village, round: StartRound): Scene[] {
	const child = village.pupil('Adam', 'Masri');
	const huda = village.guardian(child, 'Huda');
	const anke = village.staff('Anke');
	return [
		{
			at: moment('09-04', '17:20'),
			act: async (now) => {
				const choice = timeFor(round, child.id, [anke], moment('09-15', '15:00'));
				const { conversation } = well(await book(village.as(huda.id, now), round.id, choice));
				const people = { pupil: child.id, home: huda.household, huda: huda.id, anke };
				return [
					...beforehand(village, conversation, people),
					...atTheTable(village, conversation, people),
					...adamsAgreements(village, conversation, people)
				];
			}
		}
	];
}

type People = { huda: PersonId; anke: PersonId };

function beforehand(village: Village, talk: ConversationId, { huda, anke }: People): Scene[] {
	return [
		{
			at: moment('09-13', '20:15'),
			act: (now) =>
				talks.prepare(village.as(huda, now), talk, 'own', {
					subject:
						'Thuis praten wij Arabisch. Adam kan heel mooi vertellen. Lezen in het Nederlands vindt hij moeilijk, en dan wordt hij stil. Hoe is dat op school?'
				})
		},
		{
			at: moment('09-13', '20:30'),
			act: (now) =>
				talks.prepare(village.as(huda, now), talk, 'child', {
					well: 'Ik ken alle verhalen van opa. En ik kan hard rennen.',
					hard: 'Lange woorden lezen als iedereen luistert.',
					wish: 'Dat ik een verhaal mag vertellen in de kring.'
				})
		},
		{
			at: moment('09-14', '16:05'),
			act: (now) =>
				talks.prepare(village.as(anke, now), talk, 'own', {
					subject: 'Adam luistert goed en onthoudt bijna alles. Ik zoek een manier om dat te gebruiken bij het lezen.'
				})
		}
	];
}

function atTheTable(village: Village, talk: ConversationId, { huda, anke }: People): Scene[] {
	return [
		{ at: moment('09-15', '15:00'), act: (now) => talks.start(village.as(anke, now), talk) },
		{
			at: moment('09-15', '15:04'),
			act: async (now) => {
				const [mother, teacher] = [village.as(huda, now), village.as(anke, now)];
				await talks.say(teacher, talk, 'learn', 'Zelf een heel boek lezen, over de zee.', { forChild: true });
				await talks.say(mother, talk, 'challenge', 'Ik kan thuis niet goed helpen met Nederlands lezen.');
				await talks.say(
					teacher,
					talk,
					'opportunity',
					'Vertellen is ook taal. Wie veel verhalen kent, leest later makkelijker.'
				);
				await talks.say(
					teacher,
					talk,
					'contact',
					'Huda belt liever dan dat ze mailt. Op dinsdag na school kan altijd.'
				);
			}
		},
		{ at: moment('09-15', '15:15'), act: (now) => talks.hold(village.as(anke, now), talk, '2026-11-24' as Day) },
		{
			at: moment('09-15', '17:10'),
			act: (now) =>
				talks.record(village.as(anke, now), talk, {
					adults:
						'Adam vertelt thuis veel en graag, in het Arabisch. Lezen in het Nederlands kost nu veel moeite. Huda maakt zich daar zorgen over. We beginnen bij wat hij goed kan: vertellen en luisteren. Op 24 november kijken we samen hoe het gaat.',
					circle: 'Adam kan heel goed vertellen. Daar gaan we thuis en op school mee verder, en dan komt het lezen ook.'
				})
		},
		{ at: moment('09-16', '20:35'), act: (now) => talks.acknowledge(village.as(huda, now), talk) },
		{ at: moment('09-18', '15:50'), act: (now) => talks.close(village.as(anke, now), talk) }
	];
}
