import { PDFDocument } from '@cantoo/pdf-lib';
import { write } from '#modules/conversations/developments.server.ts';
import { show } from '#modules/conversations/showings.server.ts';
import type { Ctx } from '#platform/ctx.ts';
import type { ConversationId, PersonId } from '#platform/ids.ts';
import { cityOfNoor } from './city.ts';
import { moment, well, type Scene } from './scene.ts';
import { tune } from './tune.ts';

type Who = (now: Date) => Ctx;
type People = { mother: Who; father: Who; teacher: Who };

/** In three weeks her mother, her father and her teacher each saw something; the tune comes along to the talk. */
export function whatIsSeenOfNoor({ mother, father, teacher }: People, noor: PersonId, talk: ConversationId): Scene[] {
	const circle = { audience: 'circle' } as const;
	return [
		{
			at: moment('09-09', '19:30'),
			act: async (now) => {
				const evidence = {
					kind: 'drawing',
					bytes: await cityOfNoor(),
					caption: 'Een stad met vier huizen en een zon'
				} as const;
				const words = 'Ik heb de stad getekend die ik bij papa heb gebouwd. De toren is het moeilijkst.';
				well(await write(father(now), noor, { ...circle, domain: 'talents', voice: 'child', words, evidence }));
			}
		},
		{
			at: moment('09-10', '16:05'),
			act: async (now) => {
				const bytes = await measured();
				const evidence = {
					kind: 'work',
					bytes,
					caption: 'Een blad waarop Noor vier lengtes in het lokaal opschreef'
				} as const;
				const words = 'Mat met een vouwmeter het hele lokaal op en legde Fleur uit hoe je de centimeters afleest.';
				well(await write(teacher(now), noor, { ...circle, domain: 'learning', voice: 'school', words, evidence }));
			}
		},
		{
			at: moment('09-13', '20:10'),
			act: async (now) => {
				const words = 'Las zondag het hele menu voor aan oma, ook de woorden die ze niet kende.';
				well(await write(mother(now), noor, { ...circle, domain: 'learning', voice: 'home', words }));
			}
		},
		{
			at: moment('09-15', '16:00'),
			act: async (now) => {
				const words = 'Wachtte in het groepje van vier op haar beurt en vroeg daarna wat een ander ervan vond.';
				well(await write(teacher(now), noor, { ...circle, domain: 'group', voice: 'school', words }));
			}
		},
		{
			at: moment('09-18', '20:20'),
			act: async (now) => {
				const words = 'Is na schooltijd vaak moe. Een half uur alleen tekenen helpt.';
				const noted = { domain: 'well-being', audience: 'adults', voice: 'home', words } as const;
				well(await write(mother(now), noor, noted));
			}
		},
		{
			at: moment('09-20', '17:15'),
			act: async (now) => {
				const evidence = {
					kind: 'observation',
					bytes: tune,
					caption: 'Een deuntje van zeven tonen, dat omhoog loopt'
				} as const;
				const words = 'Bedacht zelf een deuntje op het keyboard en speelde het drie keer precies hetzelfde.';
				const noted = { ...circle, domain: 'talents', voice: 'home', words, evidence } as const;
				well(await show(mother(now), noor, well(await write(mother(now), noor, noted)), talk));
			}
		}
	];
}

/** What Noor wrote down while she measured. */
async function measured(): Promise<Uint8Array> {
	const paper = await PDFDocument.create();
	const page = paper.addPage([420, 298]);
	const lines = [
		'Ik heb gemeten',
		'Het bord: 3 meter en 60 centimeter',
		'De deur: 92 centimeter',
		'Van muur tot muur: 7 meter',
		'Fleur: 1 meter en 38 centimeter'
	];
	for (const [at, line] of lines.entries()) page.drawText(line, { x: 36, y: 240 - at * 40, size: at ? 16 : 22 });
	return paper.save();
}
