import type { Ctx } from '#platform/ctx.ts';
import type { PersonId } from '#platform/ids.ts';
import { dayOf } from '#platform/time.ts';
import { told, type Told } from '#platform/told.ts';
import { aimChoiceWords, kindWords } from './kind.words.ts';
import { get as preparationOf } from './preparations.server.ts';
import { get as recordOf } from './records.server.ts';
import { ofPupil } from './summaries.server.ts';
import { get as tableOf } from './table.server.ts';

/** The talks about a child: what was said that this reader may read, the record, and the reader's own preparation. */
export async function tell(ctx: Ctx, pupil: PersonId): Promise<Told[]> {
	const talks = await ofPupil(ctx, pupil);
	const all: Told[] = [];
	for (const talk of talks.ok ? talks.value : []) {
		const [shared, table] = [await recordOf(ctx, talk.id), await tableOf(ctx, talk.id)];
		const entries = shared.ok ? shared.value.entries : table.ok ? table.value.entries : [];
		const record = shared.ok ? shared.value.record : undefined;
		all.push(
			told(kindWords[talk.kind](), talk.startsAt && dayOf(talk.startsAt), {
				people: [...talk.people, ...(table.ok ? table.value.companions : [])].map(({ name }) => name).join(', '),
				why: table.ok ? table.value.aims.map(({ aim }) => aimChoiceWords[aim](table.value.about)).join(', ') : null,
				said: entries.map(({ text }) => text).join('\n'),
				record: record ? [record.forAdults, record.forCircle].filter(Boolean).join('\n\n') : null,
				answer: shared.ok
					? shared.value.responses
							.map(({ ownView }) => ownView)
							.filter(Boolean)
							.join('\n')
					: null,
				own: await ownWords(ctx, talk.id)
			})
		);
	}
	return all;
}

/** A draft is told to who wrote it, and to nobody else. */
async function ownWords(ctx: Ctx, talk: Parameters<typeof preparationOf>[1]) {
	const found = await preparationOf(ctx, talk, 'own');
	return found.ok ? found.value.preparation.answers.map(({ text }) => text).join('\n') : null;
}
