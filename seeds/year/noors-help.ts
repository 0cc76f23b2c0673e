import { place } from '#modules/conversations/emphases.server.ts';
import { share, write } from '#modules/conversations/sheets.server.ts';
import type { Spot } from '#modules/conversations/sheet.ts';
import type { Ctx } from '#platform/ctx.ts';
import type { ConversationId } from '#platform/ids.ts';
import { moment, well, type Scene } from './scene.ts';

type Who = (now: Date) => Ctx;

/** Samira was angry on Friday. She wrote it off her chest, for herself; nobody has read it. */
export function fromAngerToMeans(mother: Who, talk: ConversationId): Scene[] {
	const texts = {
		anger: 'Vrijdag hoorde ik van een andere moeder dat Noor alleen op de gang zat te werken.',
		worry: 'Dat ze zich buiten de groep voelt, en dat ik het als laatste hoor.',
		wish: 'Dat ze erbij hoort, ook als iets moeilijk is.',
		goal: 'Noor werkt in de klas en vraagt hulp als ze vastloopt',
		activities: 'een plek kiezen in de klas waar het rustig is\nop vrijdag een kort berichtje over hoe het ging'
	};
	return [
		{
			at: moment('09-20', '21:40'),
			act: async (now) => void well(await write(mother(now), talk, 'train', { texts, version: 0 }))
		}
	];
}

/** Both see it from their own side, and shared it: at home mostly warmth, at school mostly structure. */
export function whereTheEmphasisIs(mother: Who, teacher: Who, talk: ConversationId): Scene[] {
	const points = async (ctx: Ctx, given: Partial<Record<Spot, [number, number, number]>>) => {
		for (const [spot, [warmth, structure, space]] of Object.entries(given)) {
			well(await place(ctx, talk, spot as Spot, { warmth, structure, space }));
		}
		well(await share(ctx, talk, 'triangle', 'adults'));
	};
	return [
		{
			at: moment('09-20', '21:50'),
			act: (now) => points(mother(now), { home: [60, 25, 15], school: [25, 60, 15], wish: [40, 25, 35] })
		},
		{
			at: moment('09-21', '16:30'),
			act: (now) => points(teacher(now), { home: [50, 35, 15], school: [30, 52, 18], wish: [35, 30, 35] })
		}
	];
}
