import type { Ctx } from '#platform/ctx.ts';
import type { ConversationId, PersonId } from '#platform/ids.ts';
import { told, type Told } from '#platform/told.ts';
import * as m from '#words/compiled/messages.js';
import { corners } from '#modules/compass/emphasis.ts';
import { aspectNames, aspects, habitAnswers } from '#modules/method/home-support.ts';
import { get as homeOf } from './home-sheets.server.ts';
import { spots, type Sheet } from './sheet.ts';
import { cornerWords, habitAnswerWords, habitWords, spotWords } from './help.words.ts';
import { ofTalk } from './sheets.server.ts';

/** What I wrote for myself about a talk, and what others at the table shared with me. */
export async function tellSheets(ctx: Ctx, talk: ConversationId): Promise<{ own: string[]; shared: string[] }> {
	const found = await ofTalk(ctx, talk);
	const sheets = found.ok ? found.value.sheets : [];
	const wordsOf = (mine: boolean) =>
		sheets
			.filter(({ person }) => (person === ctx.person.id) === mine)
			.flatMap((sheet) => [...linesOf(sheet), ...(found.ok ? pointsOf(sheet, found.value.callName) : [])]);
	return { own: wordsOf(true), shared: wordsOf(false) };
}

/** What I keep about home, and what others shared of theirs. */
export async function tellHome(ctx: Ctx, pupil: PersonId): Promise<Told[]> {
	const found = await homeOf(ctx, pupil);
	if (!found.ok) return [];
	const { mySheet, shared, callName } = found.value;
	const own = mySheet ? habitsOf(mySheet) : [];
	const said = shared.flatMap(habitsOf);
	if (!own.length && !said.length) return [];
	return [told(m.hard_home_for({ name: callName }), null, { own: own.join('\n'), said: said.join('\n') })];
}

function linesOf({ lines }: Sheet): string[] {
	return Object.values(lines).flatMap(({ text }) => (text ? [text] : []));
}

function pointsOf({ points }: Sheet, name: string): string[] {
	return spots.flatMap((spot) => {
		const point = points[spot];
		if (!point) return [];
		const parts = corners.map((corner) => `${cornerWords[corner].small()} ${point[corner]}`);
		return [`${spotWords(spot, name, false)}: ${parts.join(', ')}`];
	});
}

function habitsOf({ lines }: Sheet): string[] {
	return aspectNames.flatMap((aspect) => {
		const answered = aspects[aspect].flatMap((habit) => {
			const answer = habitAnswers.find((each) => each === lines[habit]?.text);
			return answer ? [`${habitWords[habit]()} ${habitAnswerWords[answer]()}`] : [];
		});
		const words = lines[aspect]?.text;
		return words ? [...answered, words] : answered;
	});
}
