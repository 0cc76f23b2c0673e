import type { Ctx } from '#platform/ctx.ts';
import { change, read, type Db } from '#platform/db.server.ts';
import { no, ok, type Outcome } from '#platform/outcome.ts';
import { mayImport } from './import.access.ts';
import type { ImportId } from './import.ts';
import { readMapped } from './mapped.input.ts';
import { mappingFrom, type MappingAnswer } from './mapping.input.ts';
import { columnAt, faultIn, type ForeignList, type ListMapping, type MappingFault } from './mapping.ts';
import { guessMapping, withGuesses } from './mapping-guess.ts';
import * as store from './mapping.store.server.ts';
import { joinRosters, type Reading, type Roster, type UnreadableFile } from './roster.ts';

export type ShownList = { list: ForeignList; mapping: ListMapping };

/** A list with columns of its own, and what they are as far as we know: as last time, or a guess. */
export function showList(ctx: Ctx, id: ImportId): Promise<Outcome<ShownList, 'missing'>> {
	if (!mayImport(ctx)) return Promise.resolve(no('missing'));
	return read(ctx, async (db) => {
		const waiting = await store.findList(db, ctx, id);
		if (!waiting) return no('missing');
		return ok({ list: waiting.list, mapping: waiting.mapping ?? guessMapping(waiting.list) });
	});
}

export type MapRefusal =
	| { ok: false; reason: 'unmapped'; fault: MappingFault; shown: ShownList }
	| UnreadableFile
	| { ok: false; reason: 'missing' };

/** Say what the columns of a list are. It is remembered for the next list with these columns. */
export async function mapList(
	ctx: Ctx,
	id: ImportId,
	answerTo: (list: ForeignList) => MappingAnswer
): Promise<{ ok: true } | MapRefusal> {
	if (!mayImport(ctx)) return no('missing');
	const waiting = await read(ctx, (db) => store.findList(db, ctx, id));
	if (!waiting) return no('missing');
	const answer = answerTo(waiting.list);
	const fault = faultIn(waiting.list, answer.chosen, answer.words);
	const mapping = mappingFrom(answer);
	if (fault)
		return {
			ok: false,
			reason: 'unmapped',
			fault,
			shown: { list: waiting.list, mapping: withGuesses(waiting.list, mapping) }
		};
	const roster = joined(waiting.others, waiting.list, mapping);
	if (!roster.ok) return roster;
	await change(ctx, async (db) => {
		await store.rememberMapping(db, ctx, waiting.list, mapping);
		await store.understand(db, ctx, id, { ...waiting, mapping }, roster.value);
		return ok(undefined);
	});
	return { ok: true };
}

/** What was said of such a list before, when that says all there is to say of this one. */
export async function knownMapping(db: Db, ctx: Ctx, list: ForeignList) {
	const mapping = await store.findMapping(db, ctx, list);
	const chosen = list.titles.map((_, at) => columnAt(mapping, at));
	return { mapping, isWhole: !!mapping && !faultIn(list, chosen, mapping.words) };
}

export function joined(others: Roster | null, list: ForeignList, mapping: ListMapping): Reading<Roster> {
	const guardians = readMapped(list, mapping);
	if (!guardians.ok || !others) return guardians;
	return joinRosters([others, guardians.value], [list.file]);
}
