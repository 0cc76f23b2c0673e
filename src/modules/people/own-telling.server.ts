import type { Ctx } from '#platform/ctx.ts';
import { read, type Db } from '#platform/db.server.ts';
import type { PersonId } from '#platform/ids.ts';
import { dayOf } from '#platform/time.ts';
import { told, type Told } from '#platform/told.ts';
import { toldIn, type ToldChange } from './authorities.server.ts';
import { findGuardians } from './authority.store.server.ts';
import { footingOf } from './authority.ts';
import { changeWords, footingWords, secretWords, seenWords } from './authority.words.ts';
import { circleIn } from './circles.server.ts';
import { findTies } from './information-request.store.server.ts';
import { answeredNote, groundWords, requestStateWords } from './information-request.words.ts';
import * as requests from './information-requests.server.ts';
import { stateOf, stateSince } from './invitation.ts';
import * as invitations from './invitation.store.server.ts';
import { invitationStateWords } from './invitation.words.ts';
import { namesIn } from './people.server.ts';
import { relationWords } from './person.words.ts';
import * as profiles from './profiles.server.ts';
import { wishesInWords } from './profile.words.ts';
import { sayDay } from '#words/dates.ts';

/** What the reader wishes, in the sentences of their own page: to nobody else and in no other export. */
export async function tellWishes(ctx: Ctx): Promise<Told[]> {
	const mine = await profiles.get(ctx);
	if (!mine.ok) return [];
	const names = await read(ctx, (db) => namesIn(db, ctx, [ctx.person.id]));
	const sentences = wishesInWords(mine.value.profile, names.get(ctx.person.id) ?? '', ctx.language);
	return sentences.map((sentence) => told(sentence, null, {}));
}

/** How the reader stands towards this child, and what was changed about it; of the other guardians nothing. */
export function tellAuthority(ctx: Ctx, pupil: PersonId): Promise<Told[]> {
	return read(ctx, async (db) => {
		if (ctx.person.role !== 'guardian' || !(await circleIn(db, ctx, pupil))) return [];
		return authorityIn(db, ctx, pupil);
	});
}

/** The same towards every child, of those too of whom the reader may not see the pages. */
export function tellAuthorities(ctx: Ctx): Promise<Told[]> {
	return read(ctx, async (db) => {
		if (ctx.person.role !== 'guardian') return [];
		const all: Told[] = [];
		for (const { pupil, givenName } of await findTies(db, ctx, ctx.person.id)) {
			all.push(...(await authorityIn(db, ctx, pupil, givenName)));
		}
		return all;
	});
}

async function authorityIn(db: Db, ctx: Ctx, pupil: PersonId, child: string | null = null): Promise<Told[]> {
	const mine = (await findGuardians(db, ctx, pupil)).find(({ guardian }) => guardian === ctx.person.id);
	const checkers = mine?.checkedBy ? await namesIn(db, ctx, [mine.checkedBy]) : undefined;
	const standing = mine && {
		children: child,
		...{ what: footingWords[footingOf(mine)](), own: mine.institution },
		readers: mine.secretFor && secretWords[mine.secretFor](),
		by: (mine.checkedBy && checkers?.get(mine.checkedBy)) ?? null
	};
	const changes = await toldIn(db, ctx, pupil, [ctx.person.id]);
	return [
		...(mine && standing ? [told(relationWords[mine.relation](), mine.checkedOn, standing)] : []),
		...changes.map((change) => tellChange(change, ctx, child))
	];
}

function tellChange(change: ToldChange, { language }: Ctx, children: string | null) {
	const why = seenWords(change, language) ?? null;
	return told(changeWords(change, language), dayOf(change.at), { children, why, by: change.byName });
}

/** What the reader asked school about a child, as a parent without authority. */
export async function tellRequests(ctx: Ctx): Promise<Told[]> {
	const page = await requests.mine(ctx);
	return (page.ok ? page.value.requests : []).map(({ question, callName, askedAt, dueOn, state, ground, answer }) =>
		told(question, dayOf(askedAt), {
			children: callName,
			...{ until: dueOn, state: requestStateWords[state](), reason: ground && groundWords[ground](), answer }
		})
	);
}

/** That school answered the other parent's question, and when: the words are theirs. */
export async function tellAnswered(ctx: Ctx, pupil: PersonId): Promise<Told[]> {
	const circle = await read(ctx, (db) => circleIn(db, ctx, pupil));
	const answered = circle ? await requests.answeredFor(ctx, circle) : [];
	return answered.map((at) => told(answeredNote(at, ctx.language), dayOf(at), {}));
}

/** Every invitation to Eenlijn that the reader was sent, and what came of it. */
export function tellInvitations(ctx: Ctx): Promise<Told[]> {
	return read(ctx, async (db) => {
		const sent = await invitations.findTo(db, ctx, ctx.person.id);
		return sent.map((invitation) => {
			const day = sayDay(stateSince(invitation, ctx.now), ctx.language, { year: true });
			return told(invitationStateWords[stateOf(invitation, ctx.now)]({ day }), dayOf(invitation.madeAt), {
				until: dayOf(invitation.expiresAt)
			});
		});
	});
}
