import type { Ctx } from '#platform/ctx.ts';
import type { Db } from '#platform/db.server.ts';
import type { PersonId } from '#platform/ids.ts';
import type { Chapter, Subject } from './export.ts';
import type { AgedKind, PupilKind } from './retention.ts';

/** Remove all of one pupil that this room holds of a kind; the answer is the ids of what went, to sweep up what is told of it. */
export type Forget = (db: Db, ctx: Ctx, pupil: PersonId) => Promise<readonly string[]>;

/** What grows old by itself. `clear` removes at most `most` at a time and says how many. */
export type Aged = {
	count: (db: Db, ctx: Ctx, before: Date) => Promise<number>;
	clear: (db: Db, ctx: Ctx, before: Date, most: number) => Promise<number>;
};

/**
 * What a room holds about people, as it offers it itself: this room may not look into the rooms below it. They are put
 * together where the house is (src/holdings.server.ts).
 */
export type Holding = {
	room: string;
	forget?: Partial<Record<PupilKind, Forget>>;
	/** Names and ids of what is gone, wherever they were told on: facts, messages, mail. */
	sweep?: (db: Db, ctx: Ctx, ids: readonly string[]) => Promise<void>;
	old?: Partial<Record<AgedKind, Aged>>;
	/** All it holds of a child or a person, as `ctx.person` may read it; through the room's own use cases. */
	tell?: (ctx: Ctx, about: Subject) => Promise<Chapter[]>;
};
