import * as callers from '#modules/people/callers.server.ts';
import { wishesIn } from '#modules/people/profiles.server.ts';
import { accountsIn } from '#platform/accounts.server.ts';
import type { Ctx } from '#platform/ctx.ts';
import { change, read, type Db } from '#platform/db.server.ts';
import type { PersonId, SchoolId } from '#platform/ids.ts';
import { no, ok, type Outcome } from '#platform/outcome.ts';
import * as devices from '#platform/push-devices.server.ts';
import { mannerFault, standardManner, type Manner, type MannerFault } from './manner.ts';
import * as store from './manner.store.server.ts';
import { hasten } from './message.store.server.ts';
import { wayOf } from './notification.ts';

export type Hearing = {
	/** By mail, on a device, by a call, on paper; none: who asks finds it on Today. */
	way: ReturnType<typeof wayOf>;
	address: string | null;
	manner: Manner;
};

/** How who asks hears of us, where and when. */
export function get(ctx: Ctx): Promise<Outcome<Hearing, 'missing'>> {
	return read(ctx, async (db): Promise<Outcome<Hearing, 'missing'>> => {
		const { id, role } = ctx.person;
		const reader = await callers.findIn(db, ctx.school, id, ctx.now);
		if (!reader) return no('missing');
		const account = (await accountsIn(db, ctx.school, [id])).get(id);
		const hasDevice = account !== undefined && (await devices.countIn(db, account)) > 0;
		const wished = (await wishesIn(db, ctx, [id])).get(id)?.channel;
		const manner = (await mannersIn(db, ctx.school, [id])).get(id)!;
		return ok({ way: wayOf(role, wished, reader.email, hasDevice), address: reader.email, manner });
	});
}

/** From now on like this, also for what waits already. */
export function keep(ctx: Ctx, manner: Manner): Promise<Outcome<undefined, 'missing' | MannerFault>> {
	return change<undefined, 'missing' | MannerFault>(ctx, async (db) => {
		const fault = mannerFault(manner);
		if (fault) return no(fault);
		const account = (await accountsIn(db, ctx.school, [ctx.person.id])).get(ctx.person.id);
		if (!account) return no('missing');
		await store.save(db, account, manner);
		if (manner.rhythm === 'at-once') await hasten(db, ctx);
		return ok(undefined);
	});
}

/** How each of these persons likes to hear; who said nothing, as the house has it. */
export async function mannersIn(
	db: Db,
	school: SchoolId,
	persons: readonly PersonId[]
): Promise<Map<PersonId, Manner>> {
	const accounts = await accountsIn(db, school, persons);
	const said = await store.find(db, [...accounts.values()]);
	return new Map(persons.map((person) => [person, said.get(accounts.get(person)!) ?? standardManner]));
}
