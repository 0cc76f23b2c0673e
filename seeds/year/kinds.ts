import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as agendas from '#modules/conversations/agendas.server.ts';
import * as aims from '#modules/conversations/aims.server.ts';
import { appoint } from '#modules/conversations/chairs.server.ts';
import { bring } from '#modules/conversations/companions.server.ts';
import { say } from '#modules/conversations/entries.server.ts';
import type { Kind } from '#modules/conversations/kinds.ts';
import { plan, planNext, planRequested, request } from '#modules/conversations/plans.server.ts';
import { hold } from '#modules/conversations/sittings.server.ts';
import { houseTemplate } from '#modules/conversations/template.ts';
import { adapt } from '#modules/conversations/templates.server.ts';
import { introduce, speak } from '#modules/people/introductions.server.ts';
import type { PersonId } from '#platform/ids.ts';
import { moment, well, type Scene } from './scene.ts';
import * as talks from './talk.ts';
import type { Village } from './village.ts';

const atSchool = { kind: 'school' } as const;

/** A tune, where a teacher would speak. */
const tune = readFileSync(join(import.meta.dirname, 'tune.webm'));

/** What a talk can be: a report, a home visit that a mother took up, an advice, and two homes at one table. */
export function kinds(village: Village): Scene[] {
	const [anke, bram, joris] = [village.staff('Anke'), village.staff('Bram'), village.staff('Joris')];
	const plans = (
		chair: PersonId,
		now: Date,
		kind: Kind,
		pupil: PersonId,
		people: PersonId[],
		at: Date,
		minutes: number
	) =>
		plan(village.as(chair, now), {
			...{ kind, pupil, people, pupilInvited: people.includes(pupil) },
			...{ startsAt: at, minutes, place: atSchool }
		});
	return [
		{
			at: moment('09-02', '16:00'),
			act: async (now) => {
				const house = houseTemplate('report-card');
				const aim = 'Samen kijken naar het rapport en het portfolio. Het kind vertelt eerst.';
				well(
					await adapt(village.as(joris, now), 'report-card', {
						...{ ...house, aims: [...house.aims, 'ahead'] },
						texts: { ...house.texts, nl: { purpose: '', aim } }
					})
				);
			}
		},
		{
			at: moment('09-02', '16:30'),
			act: async (now) => {
				well(
					await introduce(
						village.as(anke, now),
						'Ik ben juf Anke. Ik werk al twaalf jaar op De Linde en zing graag met de klas. Thuis heb ik twee katten. Bel of mail me gerust, ook als het klein lijkt.'
					)
				);
				well(await speak(village.as(anke, now), new Uint8Array(tune)));
				well(
					await introduce(
						village.as(bram, now),
						'Ik ben meester Bram. Ik ga op maandag met groep 3 naar het bos en leer veel van wat kinderen daar vinden. Ik hoor graag hoe het thuis gaat.'
					)
				);
			}
		},
		...reportCard(),
		...homeVisit(),
		...advice(),
		...twoHomes()
	];

	function reportCard(): Scene[] {
		const child = village.pupil('Noor', 'Benali');
		const samira = village.guardian(child, 'Samira').id;
		return [
			{
				at: moment('09-21', '17:20'),
				act: async (now) => {
					const talk = well(
						await plans(anke, now, 'report-card', child.id, [samira, child.id], moment('10-08', '15:10'), 10)
					);
					const forAll = { section: 'point', audience: 'circle', forChild: false } as const;
					const read = well(
						await say(village.as(anke, now), talk, { ...forAll, text: 'Noor laat haar leesboek zien', minutes: 3 })
					);
					const maths = well(
						await say(village.as(samira, now), talk, { ...forAll, text: 'Hoe gaat het met de sommen?', minutes: 4 })
					);
					well(await agendas.order(village.as(samira, now), talk, maths, read));
					well(await aims.chooseAim(village.as(samira, now), talk, 'class'));
				}
			}
		];
	}

	/** Never booked by school: Huda asked for it, and Adam says what he would like to show. */
	function homeVisit(): Scene[] {
		const child = village.pupil('Adam', 'Masri');
		const huda = village.guardian(child, 'Huda').id;
		return [
			{
				at: moment('09-19', '19:10'),
				act: async (now) => {
					const talk = well(
						await request(village.as(huda, now), {
							...{ kind: 'home-visit', pupil: child.id },
							text: 'You are welcome at our home. Wednesday afternoon is good for us.'
						})
					);
					return [
						{
							at: moment('09-21', '16:20'),
							act: async (later) => {
								well(
									await planRequested(village.as(anke, later), talk, {
										...{ people: [child.id], pupilInvited: true },
										...{ startsAt: moment('09-30', '15:30'), minutes: 30, place: { kind: 'home' } }
									})
								);
								well(await bring(village.as(huda, later), talk, { name: 'Rana, a friend', part: 'interpreter' }));
								await talks.prepare(village.as(huda, later), talk, 'child', {
									show: 'Mijn voetbalplaatjes en de tuin. Mijn kamer liever niet.'
								});
							}
						}
					];
				}
			}
		];
	}

	function advice(): Scene[] {
		const child = village.pupil('Yara', 'Demir');
		const leyla = village.guardian(child, 'Leyla').id;
		const [teacher] = village.teachersOf(child) as [PersonId];
		return [
			{
				at: moment('09-21', '17:40'),
				act: async (now) => {
					const at = moment('10-06', '16:00');
					const talk = well(await plans(teacher, now, 'advice', child.id, [leyla, child.id], at, 30));
					const [school, home] = [village.as(teacher, now), village.as(leyla, now)];
					await talks.say(home, talk, 'hope', 'Dat Yara op een school komt waar ze mag vertellen wat ze denkt.');
					await talks.say(village.as(child.id, now), talk, 'hope', 'Een school met toneel, en met iemand die ik ken.');
					await talks.say(
						school,
						talk,
						'estimate',
						'Havo, misschien vwo. Yara leest en presenteert sterk; plannen leert ze nu zelf.',
						{ audience: 'adults' }
					);
					well(await bring(home, talk, { name: 'Tante Sevda', part: 'friend' }));
				}
			}
		];
	}

	/** Two who live apart, at one table; the second talk stands before the first is over, and Carla will lead it. */
	function twoHomes(): Scene[] {
		const child = village.pupil('Sem', 'Benali');
		const [samira, youssef] = [village.guardian(child, 'Samira').id, village.guardian(child, 'Youssef').id];
		return [
			{
				at: moment('09-10', '16:00'),
				act: async (now) => {
					const at = moment('09-18', '16:30');
					const talk = well(await plans(bram, now, 'concern', child.id, [samira, youssef], at, 30));
					return [
						{ at, act: (later) => talks.start(village.as(bram, later), talk) },
						{
							at: moment('09-18', '16:50'),
							act: async (later) => {
								const say = (who: PersonId, section: 'well' | 'hard' | 'exception', text: string) =>
									talks.say(village.as(who, later), talk, section, text, { audience: 'adults' });
								await say(bram, 'well', 'Sem bouwt de hele middag door en helpt wie het niet lukt.');
								await say(bram, 'hard', 'In de kring zegt Sem sinds twee weken niets meer.');
								await say(samira, 'hard', 'Thuis praat hij zacht, vooral op maandag.');
								await say(youssef, 'exception', 'Bij het voetballen kletst hij aan één stuk door.');
								const left = well(
									await point(village, later, samira, talk, 'Zullen we de logopedist vragen mee te kijken?')
								);
								well(await agendas.leave(village.as(bram, later), talk, left));
								const next = { startsAt: moment('10-01', '16:30'), minutes: 30, place: atSchool };
								const second = well(await planNext(village.as(bram, later), talk, next));
								well(await appoint(village.as(bram, later), second, village.staff('Carla')));
								well(await hold(village.as(bram, later), talk));
							}
						}
					];
				}
			}
		];
	}
}

function point(village: Village, now: Date, who: PersonId, talk: Parameters<typeof say>[1], text: string) {
	return say(village.as(who, now), talk, {
		section: 'point',
		audience: 'adults',
		text,
		minutes: null,
		forChild: false
	});
}
