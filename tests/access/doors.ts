import { anke, group8, noor, samira, samirasHome } from '#seeds/cast.ts';
import type { Furnished } from './furnished.ts';
import { contactForms } from './contact-rows.ts';
import { developmentForms } from './development-rows.ts';
import { informKeys, informPlaces } from './inform-rows.ts';
import { eveningForms } from './evening-rows.ts';
import { recordDoors } from './record-rows.ts';

export type Form = Record<string, string>;
/** An address about Noor or her group, and what could be sent to it. Nobody but her circle finds it. */
export type Door = { path: string; forms?: Record<string, Form> };

const moment = { day: '2026-09-25', time: '15:00', minutes: '30', place: 'school' };
const wording = { what: 'leest voor', why: 'Noor meer woorden kent', rhythm: 'elke avond', evaluateOn: '2026-12-10' };
const words = { section: 'point', text: 'Dit hoort hier niet', audience: 'adults', voice: 'me' };
const talkKind = { minutes: '20', aims: 'inform' };
const seen = { seen: '1' };
const proof = { proof: 'court', proofOn: '2026-09-21' };

/** Every route with a parameter, each with every action it has. */
export function doorsOf(ids: Furnished): Record<string, Door> {
	const { round, draft, block, booking, talk, requested, proposed, agreed, entry, consent, question } = ids;
	const { companion, tip, wished } = ids;
	const onBoard = { version: '0', talk: `${noor.id}__` };
	const slot = `${block}_2026-09-24T13:30:00.000Z_school`;
	const nextMoment = { day: '2026-10-20' };
	return {
		'/aanbod/[round]': {
			path: `/aanbod/${round}`,
			forms: {
				offer: { day: '2026-09-25', from: '15:00', to: '16:00', places: 'school', location: 'Lokaal 5' },
				paint: { paint: '2026-09-25 15:00,2026-09-25 15:15', 'paint-places': 'phone' },
				keepPace: { maxRun: '60', breakMinutes: '10', maxPerDay: '180' },
				withdraw: { block },
				bookFor: { guardian: samira.id, pupil: noor.id, time: slot }
			}
		},
		'/aanbod/[round]/wensen': {
			path: `/aanbod/${round}/wensen`,
			forms: { answerFor: { household: samirasHome, pupil: noor.id, seen: '0' } }
		},
		'/afspreken/[round]/wensen': {
			path: `/afspreken/${round}/wensen`,
			forms: { answer: { pupil: noor.id, seen: '0' } }
		},
		'/afspreken/[round]': {
			path: `/afspreken/${round}`,
			forms: {
				book: { pupil: noor.id, time: slot },
				bookTogether: { times: `${noor.id}_${slot}` },
				askOwnTalk: { pupil: noor.id }
			}
		},
		'/afspreken/tijd/[id]': { path: `/afspreken/tijd/${booking}`, forms: { move: { time: slot }, cancel: {} } },
		'/aanbod/bellen/[id]': { path: `/aanbod/bellen/${booking}`, forms: { done: { outcome: 'spoken' } } },
		'/afspreken/tijd/[id]/voorstel': {
			path: `/afspreken/tijd/${booking}/voorstel`,
			forms: { accept: { time: slot }, decline: {} }
		},
		'/afspreken/tijd/[id]/opnieuw': {
			path: `/afspreken/tijd/${booking}/opnieuw`,
			forms: { book: { time: slot } }
		},
		'/afspreken/tijd/[id]/agenda.ics': { path: `/afspreken/tijd/${booking}/agenda.ics` },
		...informPlaces(ids),
		'/meldingen/[id]': { path: `/meldingen/${ids.errand}`, forms: { passOn: { message: ids.errand } } },
		'/planner/[id]/bord': {
			path: `/planner/${wished}/bord`,
			forms: {
				...{ plan: { version: '0' }, cancel: {}, takeOut: onBoard, lock: onBoard, release: onBoard },
				...{ move: { ...onBoard, spot: `${anke.id}_2026-09-24T13:30:00.000Z` }, applyWayOut: { ...onBoard, way: '0' } },
				...{ undo: { version: '0' }, redo: { version: '0' }, publish: { version: '0' } }
			}
		},
		'/planner/[id]/bord/plekken': { path: `/planner/${wished}/bord/plekken?gesprek=${noor.id}__` },
		'/planner/[id]/bord/voortgang': { path: `/planner/${wished}/bord/voortgang` },
		'/planner/[id]/instellen': {
			path: `/planner/${draft}/instellen`,
			forms: {
				alter: {
					...{ kind: 'start', mode: 'choose', firstDay: '2026-09-21', lastDay: '2026-10-02', minutes: '15' },
					...{ noticeHours: '24', groups: group8 }
				},
				...{ forecast: {}, settleGroup: {} }
			}
		},
		'/planner/[id]': { path: `/planner/${draft}`, forms: { open: {}, draw: {}, close: {} } },
		'/planner/[id]/cijfers': { path: `/planner/${round}/cijfers`, forms: { aim: { percent: '90' } } },
		'/planner/[id]/cijfers/csv': { path: `/planner/${round}/cijfers/csv` },
		'/school/gesprekken/[soort]': {
			path: '/school/gesprekken/voortgang',
			forms: { preview: talkKind, adapt: talkKind, restore: {} }
		},
		'/gesprekken/[id]': {
			path: `/gesprekken/${talk}`,
			forms: {
				...{ say: words, reword: { ...words, entry, version: '1' }, remove: { entry }, move: moment, cancel: {} },
				...{ order: { entry }, leave: { entry }, chooseAim: { aim: 'needs' }, dropAim: { aim: 'needs' } },
				...{ bring: { name: 'x', part: 'friend' }, leaveHome: { companion } },
				...{ answer: { answer: 'call', day: '2026-09-25' }, agree: {} },
				...{ hold: {}, followUp: nextMoment, close: {}, appoint: { chair: anke.id } }
			}
		},
		'/gesprekken/[id]/plannen': {
			path: `/gesprekken/${requested}/plannen`,
			forms: { plan: { ...moment, kind: 'concern', pupil: noor.id, people: samira.id } }
		},
		'/gesprekken/[id]/tafel': {
			path: `/gesprekken/${talk}/tafel`,
			forms: {
				...{ say: words, reword: { ...words, entry, version: '1' }, remove: { entry }, start: {}, hold: {} },
				...{ order: { entry }, leave: { entry } },
				...{ turnTo: { part: 'circle' }, give: { ...words, topic: 'bedtime' }, reflect: { heard: 'yes' } },
				...{ answer: { tip, answer: 'use' }, takeBack: { tip } },
				...{ followUp: nextMoment, planNext: moment, propose: { ...wording, owner: `home:${samirasHome}`, kind: 'do' } }
			}
		},
		'/gesprekken/[id]/tafel/live': { path: `/gesprekken/${talk}/tafel/live`, forms: { POST: { section: 'point' } } },
		...recordDoors(ids, samira.id, samirasHome),
		'/gesprekken/[id]/moeilijk': { path: `/gesprekken/${talk}/moeilijk` },
		'/gesprekken/[id]/trein': {
			path: `/gesprekken/${talk}/trein`,
			forms: {
				...{ write: { anger: 'x', version: '0' }, share: { audience: 'adults' }, takeBack: {} },
				...{ propose: { ...wording, owner: `home:${samirasHome}`, kind: 'do' }, say: words }
			}
		},
		'/gesprekken/[id]/vier-stappen': {
			path: `/gesprekken/${talk}/vier-stappen`,
			forms: { write: { feeling: 'x', version: '0' }, share: { audience: 'adults' }, takeBack: {}, say: words }
		},
		'/gesprekken/[id]/driehoek': {
			path: `/gesprekken/${talk}/driehoek`,
			forms: {
				...{ place: { spot: 'wish', warmth: '40', structure: '30', space: '30' }, lift: { spot: 'wish' } },
				...{ share: { audience: 'adults' }, takeBack: {}, say: { ...words, section: 'goal-child' } }
			}
		},
		'/gesprekken/[id]/terugblik': {
			path: `/gesprekken/${talk}/terugblik`,
			forms: { write: { connection: 'x', version: '0' } }
		},
		'/leerlingen/[id]/thuis': {
			path: `/leerlingen/${noor.id}/thuis`,
			forms: { keep: { asks: 'so', version: '0' }, share: {}, takeBack: {} }
		},
		'/gesprekken/[id]/stem': { path: `/gesprekken/${talk}/stem` },
		'/gesprekken/[id]/voorbereiden': {
			path: `/gesprekken/${talk}/voorbereiden`,
			forms: { share: { audience: 'adults' }, confirm: { helper: anke.id }, offer: {}, confirmAtTable: {} }
		},
		'/gesprekken/[id]/voorbereiden/[vraag]': {
			path: `/gesprekken/${talk}/voorbereiden/1`,
			forms: {
				...{ save: { text: 'x', version: '0' }, pick: { text: 'x', version: '0', opening: '0' } },
				...{ attach: { kind: 'photo' }, describe: { attachment: ids.attachment, caption: 'x' } },
				detach: { attachment: ids.attachment }
			}
		},
		'/gesprekken/[id]/bijlagen/[bijlage]': { path: `/gesprekken/${talk}/bijlagen/${ids.attachment}` },
		...contactForms(ids, noor.id, samira.id),
		...developmentForms(ids, noor.id),
		...eveningForms(ids),
		'/leerlingen/[id]/onthouden': {
			path: `/leerlingen/${noor.id}/onthouden`,
			forms: { keep: { text: 'x' }, letGo: { note: ids.note } }
		},
		'/afspraken/[id]': {
			path: `/afspraken/${proposed}`,
			forms: {
				...{ accept: seen, askTime: seen, adopt: seen, withdraw: seen, decline: { ...seen, words: 'x' } },
				...{ note: { result: 'done' }, takeBack: {}, noteFor: { teller: samira.id, result: 'done' } },
				...{ repair: { words: 'x' }, remind: {}, wishEarlier: {}, putInCalendar: {} },
				adapt: { ...seen, ...wording }
			}
		},
		'/afspraken/[id]/agenda.ics': { path: `/afspraken/${agreed}/agenda.ics` },
		'/afspraken/lijst': { path: `/afspraken/lijst?leerling=${noor.id}` },
		'/afspraken/terugkijken': {
			path: `/afspraken/terugkijken?leerling=${noor.id}`,
			forms: {
				lookBackOn: { agreement: agreed, [`closer-${agreed}`]: 'yes', [`wants-${agreed}`]: 'continue' },
				evaluate: { ...seen, agreement: agreed, result: 'continue', evaluateOn: '2027-01-10' }
			}
		},
		'/afspraken/week': { path: `/afspraken/week?leerling=${noor.id}` },
		'/afspraken/[id]/terugkijken': {
			path: `/afspraken/${agreed}/terugkijken`,
			forms: {
				lookBack: { did: 'x', missed: 'x', closer: 'yes', wants: 'continue' },
				evaluate: { ...seen, result: 'continue', evaluateOn: '2027-01-10' },
				replace: { ...wording, words: 'x' }
			}
		},
		'/leerlingen/[id]': { path: `/leerlingen/${noor.id}` },
		'/leerlingen/[id]/kring': {
			path: `/leerlingen/${noor.id}/kring`,
			forms: {
				...{ inviteGuardian: { guardian: samira.id, until: '2026-10-31' }, endInvitation: { person: ids.guest } },
				inviteOther: { givenName: 'x', surname: 'x', email: 'x@example.org', until: '2026-10-31' },
				...{ proposeStep: { step: '2' }, answerStep: { says: 'no', whose: 'own' }, withdrawStep: {} }
			}
		},
		'/leerlingen/[id]/ingekeken': { path: `/leerlingen/${noor.id}/ingekeken` },
		'/leerlingen/[id]/inkijken': {
			path: `/leerlingen/${noor.id}/inkijken`,
			forms: { lookIn: { reason: 'Een klacht' } }
		},
		'/leerlingen/[id]/uitdraai': { path: `/leerlingen/${noor.id}/uitdraai`, forms: { ask: {} } },
		'/uitdraai/[id]': { path: `/uitdraai/${ids.export}` },
		'/uitdraai/[id]/bestand': { path: `/uitdraai/${ids.export}/bestand` },
		'/leerlingen/[id]/toestemming': {
			path: `/leerlingen/${noor.id}/toestemming`,
			forms: {
				...{ give: { consent }, decline: { consent }, withdraw: { consent }, drop: { consent }, end: { consent } },
				say: { consent, words: 'x' }
			}
		},
		'/leerlingen/[id]/toestemming/vragen': {
			path: `/leerlingen/${noor.id}/toestemming/vragen?doel=picture`,
			forms: { ask: { title: 'x', what: 'x', why: 'x', readers: 'x', until: '2026-12-10' } }
		},
		'/school/gezag/vraag/[id]': {
			path: `/school/gezag/vraag/${question}`,
			forms: { answer: { answer: 'x' }, refuse: { ground: 'court', reason: 'x' } }
		},
		'/school/gezag/[id]': {
			path: `/school/gezag/${noor.id}`,
			forms: {
				...{
					checkAuthority: { guardian: samira.id, authority: 'no', ...proof },
					hideAddress: { guardian: samira.id, secretFor: 'office' }
				},
				...{ restrict: { guardian: samira.id, kind: 'talks', from: '2026-09-25', ...proof } },
				...{
					lift: { guardian: samira.id, restriction: samira.id, ...proof },
					moveHome: { guardian: samira.id, to: 'new' }
				}
			}
		},
		'/school/import/[id]': { path: `/school/import/${ids.upload}`, forms: { confirm: {}, map: {}, undo: {} } },
		'/leerlingen/[id]/gegevens': {
			path: `/leerlingen/${noor.id}/gegevens`,
			forms: { confirm: { item: 'birth-date' }, ask: { item: 'birth-date', words: 'x' } }
		},
		'/leerlingen/[id]/wie-voor-wat': {
			path: `/leerlingen/${noor.id}/wie-voor-wat`,
			forms: { adapt: { person: anke.id, forWhat: 'x', shown: 'yes' } }
		},
		'/leerlingen/[id]/wat-werkt': {
			path: `/leerlingen/${noor.id}/wat-werkt`,
			forms: {
				say: { kind: 'works', voice: 'child', words: 'x' },
				reword: { entry: ids.works, words: 'x', version: '1' },
				remove: { entry: ids.works }
			}
		},
		'/leerlingen/[id]/wat-werkt/meenemen': { path: `/leerlingen/${noor.id}/wat-werkt/meenemen` },
		'/leerlingen/[id]/lijnen': {
			path: `/leerlingen/${noor.id}/lijnen`,
			forms: {
				propose: { part: 'to-whom', wording: 'x' },
				accept: { line: ids.line },
				withdraw: { line: ids.line }
			}
		},
		'/gesprekken/nieuw': { path: `/gesprekken/nieuw?leerling=${noor.id}&soort=zorg`, forms: formsAbout(talkForm) },
		'/afspraken/nieuw': {
			path: `/afspraken/nieuw?leerling=${noor.id}`,
			forms: { propose: { ...wording, owner: `home:${samirasHome}`, kind: 'do', audience: 'circle' } }
		}
	};
}

const talkForm = { ...moment, kind: 'concern', pupil: noor.id, people: samira.id, text: 'x' };
const formsAbout = (form: Form) => ({ plan: form, request: form });

/** Addresses with a parameter where nobody is turned away, each with why. */
export const openDoors: Record<string, string> = {
	...informKeys,
	'/hoe-ging-het/[link]': 'the link is the key: who does not have it reads that it is done',
	'/uitnodiging/[code]': 'the code is the key: who does not have it reads that the invitation is over'
};
