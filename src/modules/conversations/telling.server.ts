import type { Ctx } from '#platform/ctx.ts';
import type { ConversationId, PersonId } from '#platform/ids.ts';
import { dayOf } from '#platform/time.ts';
import { told, type Told } from '#platform/told.ts';
import { aimChoiceWords, kindWords } from './kind.words.ts';
import * as m from '#words/compiled/messages.js';
import { sayShortDay } from '#words/dates.ts';
import { attachmentWords } from './attachment.words.ts';
import { ofPupil as notesOf } from './notes.server.ts';
import { get as preparationOf } from './preparations.server.ts';
import { get as recordOf, type RecordPage } from './record-page.server.ts';
import { nameIn } from './speaker.ts';
import { tellHome, tellSheets } from './sheet-telling.server.ts';
import { ofPupil } from './summaries.server.ts';
import { get as tableOf } from './table.server.ts';
import { get as understandingOf } from './understanding-page.server.ts';

/**
 * The talks about a child: what was said that this reader may read, each edition of the record with what was answered to it,
 * what home and school said back to each other, and what the reader wrote for themself.
 */
export async function tell(ctx: Ctx, pupil: PersonId): Promise<Told[]> {
	const talks = await ofPupil(ctx, pupil);
	const all: Told[] = [];
	for (const talk of talks.ok ? talks.value : []) {
		const [shared, table] = [await recordOf(ctx, talk.id), await tableOf(ctx, talk.id)];
		const entries = shared.ok ? shared.value.entries : table.ok ? table.value.entries : [];
		const tips = table.ok ? table.value.tips : [];
		const thoughts = tips.flatMap(({ text, answers }) => [text, ...answers.map(({ reason }) => reason)]);
		const understood = await understoodIn(ctx, talk.id);
		const sheets = await tellSheets(ctx, talk.id);
		all.push(
			told(kindWords[talk.kind](), talk.startsAt && dayOf(talk.startsAt), {
				people: [...talk.people, ...(table.ok ? table.value.companions : [])].map(({ name }) => name).join(', '),
				why: table.ok ? table.value.aims.map(({ aim }) => aimChoiceWords[aim](table.value.about)).join(', ') : null,
				said: linesOf([...entries.map(({ text }) => text), ...thoughts, ...sheets.shared, ...understood.school]),
				...(shared.ok ? recordFields(shared.value) : {}),
				own: linesOf([
					await ownWords(ctx, talk.id),
					table.ok ? table.value.closing.words : null,
					...sheets.own,
					...understood.home
				])
			})
		);
	}
	const notes = await notesOf(ctx, pupil);
	const kept = notes.ok ? notes.value.notes : [];
	const own = kept.map(({ text, keptAt }) => told(m.preparation_note_title(), dayOf(keptAt), { own: text }));
	return [...all, ...own, ...(await tellHome(ctx, pupil))];
}

function recordFields({ history, responses, handovers, speakers }: RecordPage) {
	const editions = history.map(({ edition }) => linesOf([edition.forAdults, edition.forCircle], '\n\n'));
	return {
		record: linesOf(editions, '\n\n'),
		answer: linesOf(responses.map(({ ownView }) => ownView)),
		readers: linesOf(handovers.map(({ person }) => nameIn(speakers, person)))
	};
}

/** What school heard and explained; what the home this reader may read of said of it. */
async function understoodIn(ctx: Ctx, talk: ConversationId) {
	const found = await understandingOf(ctx, talk);
	const homes = found.ok ? found.value.homes : [];
	return {
		school: homes.flatMap(({ turns, questions }) => [
			...turns.filter(({ sharedAt }) => sharedAt).map(({ text }) => text),
			...questions.map(({ said }) => said)
		]),
		home: homes.flatMap(({ turns, told: tales, retold, questions }) => [
			...turns.flatMap(({ answers }) => answers.map(({ correction }) => correction)),
			...tales.map(({ text }) => text),
			...retold.map(({ toldAt }) =>
				m.record_retell_told({ day: sayShortDay(toldAt, ctx.language) }, { locale: ctx.language })
			),
			...questions.map(({ unclear }) => unclear)
		])
	};
}

/** A draft is told to who wrote it, and to nobody else. */
async function ownWords(ctx: Ctx, talk: ConversationId) {
	const found = await preparationOf(ctx, talk, 'own');
	if (!found.ok) return null;
	const { preparation, attachments } = found.value;
	const beside = attachments.map(({ kind, caption }) => [attachmentWords[kind](), caption].filter(Boolean).join(': '));
	return [...preparation.answers.map(({ text }) => text), ...beside].join('\n');
}

function linesOf(texts: readonly (string | null)[], between = '\n') {
	return texts.filter(Boolean).join(between);
}
