import type { Ctx } from '#platform/ctx.ts';
import type { FileType } from '#platform/file.ts';
import { bytesOf } from '#platform/files.server.ts';
import type { PersonId } from '#platform/ids.ts';
import { no, ok } from '#platform/outcome.ts';
import { dayOf } from '#platform/time.ts';
import type { Packed } from '#platform/zip.ts';
import { domainSlugs, domainWords } from './development.words.ts';
import { get } from './developments.server.ts';
import type { Evidence } from './evidence.ts';
import { open } from './evidences.server.ts';
import type { ShownNote } from './noting.server.ts';

const endings: Record<FileType, string> = {
	...{ 'image/jpeg': 'jpg', 'image/png': 'png', 'application/pdf': 'pdf' },
	...{ 'audio/webm': 'webm', 'audio/ogg': 'ogg', 'audio/mp4': 'm4a', 'audio/mpeg': 'mp3' }
};

/**
 * To take along, to another school or wherever: every note that the reader may read, and all that lies beside them. The
 * family's, or the pupil's own (AVG art. 20). Files are fetched one by one, as the parcel is packed.
 */
export async function takeAlong(ctx: Ctx, pupil: PersonId) {
	if (ctx.person.role !== 'guardian' && ctx.person.role !== 'pupil') return no('missing');
	const notes: ShownNote[] = [];
	for (let before: Date | undefined; ;) {
		const page = await get(ctx, pupil, { before });
		if (!page.ok) return page;
		notes.push(...page.value.notes);
		before = page.value.older;
		if (!before) break;
	}
	const told = notes.map((note) => ({
		...{ domain: domainWords[note.domain](), voice: note.voice, words: note.words, by: note.by },
		...{
			writtenOn: dayOf(note.writtenAt),
			beside: note.evidence.map((one) => ({ file: nameOf(note, one), is: one.caption }))
		}
	}));
	const list = new TextEncoder().encode(JSON.stringify(told, null, '\t'));
	const files = notes.flatMap((note) => note.evidence.map((one) => packed(ctx, note, one)));
	return ok<Packed[]>([{ name: 'ontwikkeling.json', day: dayOf(ctx.now), bytes: async () => list }, ...files]);
}

function packed(ctx: Ctx, note: ShownNote, one: Evidence): Packed {
	const bytes = async () => {
		const opened = await open(ctx, note.pupil, note.id, one.id);
		return opened.ok ? bytesOf(opened.value) : undefined;
	};
	return { name: nameOf(note, one), day: dayOf(one.addedAt), bytes };
}

function nameOf(note: ShownNote, one: Evidence): string {
	const number = note.evidence.indexOf(one) + 1;
	return `${dayOf(note.writtenAt)}-${domainSlugs[note.domain]}-${note.id.slice(-4)}-${number}.${endings[one.type]}`;
}
