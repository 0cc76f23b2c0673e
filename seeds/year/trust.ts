import { Secret, TOTP } from 'otpauth';
import { askClaim, extend } from '#modules/consent/claims.server.ts';
import * as consents from '#modules/consent/consents.server.ts';
import { textOf } from '#modules/consent/consent.words.ts';
import { askExport } from '#modules/consent/exports.server.ts';
import { keepLooks, lookIn, looksKept } from '#modules/consent/looks.server.ts';
import * as requests from '#modules/people/information-requests.server.ts';
import { restrict } from '#modules/people/restrictions.server.ts';
import { accountOf } from '#platform/accounts.server.ts';
import { worldTime } from '#platform/clock.server.ts';
import type { PersonId } from '#platform/ids.ts';
import * as secondStep from '#platform/second-step.server.ts';
import * as sessions from '#platform/sessions.server.ts';
import type { Day } from '#platform/time.ts';
import { moment, well, type Scene } from './scene.ts';
import type { Village } from './village.ts';

/** Who may what, who looked, and what was asked: around Noor there is one of everything, with Fleur a judge's word. */
export function trust(village: Village): Scene[] {
	const noor = village.pupil('Noor', 'Benali');
	const fleur = village.pupil('Fleur', 'Boer');
	const guardian = (givenName: string) => village.guardian(noor, givenName).id;
	const [samira, youssef] = [guardian('Samira'), guardian('Youssef')];
	const karel = village.named('Karel Brouwer');
	const [anke, carla, yvonne, joris, hans] = ['Anke', 'Carla', 'Yvonne', 'Joris', 'Hans'].map(village.staff) as [
		...[PersonId, PersonId, PersonId, PersonId, PersonId]
	];
	const looked = (day: string, time: string, who: PersonId): Scene => ({
		at: moment(day, time),
		act: async (now) => {
			keepLooks({ ...village.as(who, now), opened: new Set([noor.id]) }, 'the story');
			await looksKept();
		}
	});
	const asks = (day: string, time: string, question: string): Scene => ({
		at: moment(day, time),
		act: async (now) => void well(await requests.ask(village.as(karel, now), { pupil: noor.id, question }))
	});
	return [
		{
			at: moment('09-03', '10:40'),
			act: async (now) => {
				const mother = village.named('Monique Kramer');
				const ban = { guardian: mother, kind: 'information', from: '2026-09-03' as Day, until: null } as const;
				const seen = { proof: 'court', proofOn: '2026-09-02' as Day } as const;
				well(await restrict(village.as(yvonne, now), fleur.id, { ...ban, ...seen }));
			}
		},
		...helper(village, noor.id, anke, [samira, youssef]),
		asks('09-10', '19:15', 'Hoe gaat het met Noor in de klas, en met rekenen?'),
		{
			at: moment('09-14', '11:20'),
			act: async (now) => {
				const office = village.as(yvonne, now);
				const [asked] = well(await requests.list(office)).waiting;
				const answer = 'Noor doet goed mee en heeft het naar haar zin. Met rekenen werkt ze aan de stof van groep 5.';
				well(await requests.answer(office, asked!.id, { answer, ground: null }));
			}
		},
		asks('09-20', '20:30', 'Mag ik het verslag van het laatste gesprek lezen?'),
		looked('09-14', '15:40', anke),
		looked('09-15', '09:05', carla),
		{
			at: moment('09-16', '13:10'),
			act: async (now) => {
				const why = 'Haar vader vroeg of school beide huizen op tijd bericht.';
				well(await lookIn(village.as(joris, now), noor.id, why));
			}
		},
		looked('09-21', '15:55', anke),
		{
			at: moment('09-15', '21:05'),
			act: async (now) => {
				const number = { kind: 'correction', about: noor.id, words: 'Mijn oude nummer staat er nog bij.' } as const;
				const claim = well(await askClaim(village.as(samira, now), number));
				const later = 'Het nummer staat ook in het leerlingsysteem. We zoeken uit waar het vandaan komt.';
				well(await extend(village.as(yvonne, now), claim, later));
			}
		},
		{
			at: moment('09-19', '16:45'),
			act: async (now) => {
				const words = 'Ik wil dat het dossier van Noor wordt weggehaald.';
				well(await askClaim(village.as(youssef, now), { kind: 'erasure', about: noor.id, words }));
				well(await askExport(village.as(samira, now), noor.id));
			}
		},
		{ at: moment('09-17', '08:20'), act: () => withApp(village, hans) }
	];
}

/** Somebody from outside on Noor too, since both her homes say yes: the same as comes for her brother. */
function helper(village: Village, noor: PersonId, anke: PersonId, homes: readonly PersonId[]): Scene[] {
	const outsider = { givenName: 'Ineke', surname: 'Vermeer', email: 'ineke@logopedie.example' };
	const text = {
		...textOf('professional'),
		title: 'De logopedist kijkt mee',
		what: 'Ineke Vermeer, logopedist van Sem, leest ook de pagina van Noor.',
		why: 'Noor oefent thuis met Sem mee. Zo weet Ineke hoe dat gaat.'
	};
	let asked: Parameters<typeof consents.give>[1];
	return [
		{
			at: moment('09-11', '15:30'),
			act: async (now) => {
				const until = '2026-12-18' as Day;
				const ask = { ...text, purpose: 'professional', until, outsider } as const;
				asked = well(await consents.ask(village.as(anke, now), noor, ask));
			}
		},
		...homes.map((home, at) => ({
			at: moment('09-12', `1${at}:15`),
			act: async (now: Date) => void well(await consents.give(village.as(home, now), asked))
		}))
	];
}

/** A colleague whose app gives a code at each sign-in; the trial's buttons on /dev ask for none. */
async function withApp(village: Village, person: PersonId) {
	const here = { school: village.school, person };
	const account = await accountOf(here);
	if (!account) return;
	const session = (await sessions.find(await sessions.begin(account, 'Firefox op Windows', here)))!;
	const { sealed, key } = await secondStep.offer(session, 'Hans');
	const app = new TOTP({ secret: Secret.fromBase32(key.replaceAll(' ', '')) });
	const code = app.generate({ timestamp: worldTime().getTime() });
	well(await secondStep.setUp(session, sealed, code, 'the story', 'nl'));
}
