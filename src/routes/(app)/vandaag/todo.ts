import type { Card } from '#modules/agreements/card.ts';
import type { Card as ConsentCard } from '#modules/consent/card.ts';
import { planOf, stepsOf } from '#modules/conversations/kinds.ts';
import { questionsFor } from '#modules/conversations/preparation.ts';
import type { Summary } from '#modules/conversations/summary.ts';
import type { Waiting } from '#modules/cycle/arrangements/waiting.server.ts';
import type { AskedToMove } from '#modules/cycle/after/proposals.server.ts';
import type { OpenInvitation } from '#modules/cycle/invitations.server.ts';
import type { Errand } from '#modules/notifications/by-hand.server.ts';
import type { Round, RoundKind } from '#modules/cycle/round.ts';
import type { ConversationId, PersonId, RoundId } from '#platform/ids.ts';
import { dayOf, type Day } from '#platform/time.ts';

/** Until when school promised an answer to who asked for a talk. */
export type Clock = { answerBy: Day; overdue: boolean };

/** One thing that asks something of this person now; the order of `order` is the order of urgency. */
export type Todo =
	| { kind: 'table' | 'prepare' | 'record' | 'respond' | 'plan'; talk: Summary; clock?: Clock }
	| { kind: 'agree'; talk: ConversationId; callName: string; isReader: boolean; at: Date }
	| { kind: 'answer' | 'lookBack' | 'repair' | 'anotherForm'; card: Card; isReader: boolean }
	| { kind: 'choose'; round: RoundId; callNames: string[]; wishes: boolean }
	| { kind: 'offer'; round: RoundId; talks: RoundKind; of: readonly string[]; short: number }
	| { kind: 'round'; round: RoundId; talks: RoundKind; of: readonly string[]; open: boolean; lastDay: Day }
	| { kind: 'tell'; errands: Errand[] }
	| { kind: 'lines'; pupil: PersonId; callName: string }
	| { kind: 'consent'; consent: ConsentCard; isReader: boolean }
	| { kind: 'explain'; conversation: ConversationId; callName: string; startsAt: Date | null }
	| { kind: 'keepInTouch'; pupil: PersonId; callName: string; isReader: boolean }
	| { kind: 'contact'; waiting: Waiting }
	| { kind: 'attendance' | 'calls'; count: number }
	| ({ kind: 'moved' } & AskedToMove)
	| { kind: 'authority'; count: number };

const order: Todo['kind'][] = [
	'table',
	'answer',
	'tell',
	'explain',
	'lines',
	'consent',
	'moved',
	'plan',
	'agree',
	'keepInTouch',
	'attendance',
	'calls',
	'choose',
	'offer',
	'round',
	'authority',
	'prepare',
	'contact',
	'record',
	'respond',
	'repair',
	'anotherForm',
	'lookBack'
];

const minute = 60_000;
const tableOpensBefore = 15 * minute;
const prepareWithin = 14 * 24 * 60 * minute;

type Seen = {
	me: PersonId;
	now: Date;
	talks: Summary[];
	/** Talks that somebody asked for and that this person can give a moment. */
	asked: Summary[];
	cards: Card[];
	invitations: OpenInvitation[];
	/** What no mail brings: to call, or to give on paper. */
	errands: Errand[];
	/** Children of whom a proposal about contact with both homes waits for this person's yes. */
	lines: { pupil: PersonId; callName: string }[];
	/** What school asked and this person has not answered. */
	consents: ConsentCard[];
	/** Talks of which a home asked to have something explained in another way. */
	unclear?: Omit<Extract<Todo, { kind: 'explain' }>, 'kind'>[];
	/** Children of whom a proposal about keeping in touch waits for this person's yes. */
	arrangements?: { pupil: PersonId; callName: string }[];
	/** The clocks of talks that were asked for. */
	clocks?: (Clock & { talk: ConversationId; answered: boolean })[];
	/** Times that school offered to this person, who asked for a talk. */
	offered?: Omit<Extract<Todo, { kind: 'agree' }>, 'kind'>[];
	/** Contact moments that wait for this person's first step. */
	contacts?: Waiting[];
	offers: { round: Pick<RoundFor, 'id' | 'kind' | 'of'>; count: { short: number } }[];
	/** How many own talks of rounds are over, of which nobody said whether they were held. */
	unsaid?: number;
	/** How many families of rounds there are to call. */
	toCall?: number;
	/** Talks whose time falls out, and for which another was proposed. */
	proposed?: AskedToMove[];
	/** For who keeps the school: its rounds, and how many guardians' authority is unknown. */
	office?: { rounds: RoundFor[]; unknownAuthority: number };
};
/** With the names of the groups it is for. */
type RoundFor = Round & { of: readonly string[] };

/** What asks attention, the most urgent first; within a kind in the order in which the rooms gave it. */
export function todosOf({ me, now, talks, asked, cards, invitations, ...seen }: Seen): Todo[] {
	const {
		errands,
		lines,
		consents,
		offers,
		office,
		unclear = [],
		arrangements = [],
		contacts = [],
		clocks = [],
		offered = [],
		unsaid = 0,
		toCall = 0,
		proposed = []
	} = seen;
	const todos: Todo[] = [
		...offered.map((one) => ({ kind: 'agree', ...one }) as const),
		...asked.flatMap((talk) => {
			const clock = clocks.find((one) => one.talk === talk.id);
			return clock?.answered ? [] : [{ kind: 'plan', talk, ...(clock && { clock }) } as const];
		}),
		...talks.flatMap((talk) => todosOfTalk(talk, me, now)),
		...cards.filter(({ waitsFor }) => waitsFor === 'me').map((card) => ofCard('answer', card, me)),
		...cards.filter(({ moves }) => moves.includes('repair')).map((card) => ofCard('repair', card, me)),
		...cards.filter((card) => card.anotherForm).map((card) => ofCard('anotherForm', card, me)),
		...cards.filter(({ moves }) => moves.includes('lookBack')).map((card) => ofCard('lookBack', card, me)),
		...unclear.map((one) => ({ kind: 'explain', ...one }) as const),
		...byRound(invitations),
		...lines.map((one) => ({ kind: 'lines', ...one }) as const),
		...arrangements.map((one) => ({ kind: 'keepInTouch', ...one, isReader: one.pupil === me }) as const),
		...contacts.map((waiting) => ({ kind: 'contact', waiting }) as const),
		...consents.map((consent) => ({ kind: 'consent', consent, isReader: consent.pupil === me }) as const),
		...(errands.length ? [{ kind: 'tell', errands } as const] : []),
		...offers.map(({ round, count }) => ofOffer(round, count.short)),
		...proposed.map((one) => ({ kind: 'moved', ...one }) as const),
		...(toCall ? [{ kind: 'calls', count: toCall } as const] : []),
		...(unsaid ? [{ kind: 'attendance', count: unsaid } as const] : []),
		...(office ? todosOfOffice(office, dayOf(now)) : [])
	];
	return todos.sort((a, b) => order.indexOf(a.kind) - order.indexOf(b.kind));
}

function ofCard(kind: 'answer' | 'lookBack' | 'repair' | 'anotherForm', card: Card, me: PersonId): Todo {
	return { kind, card, isReader: card.pupil === me };
}

function todosOfTalk(talk: Summary, me: PersonId, now: Date): Todo[] {
	const seat = talk.people.find(({ person }) => person === me);
	if (talk.state === 'held') return planOf(talk.kind).record ? [{ kind: 'record', talk }] : [];
	if (talk.state === 'recorded') return [{ kind: 'respond', talk }];
	if (talk.state !== 'planned' || !talk.startsAt || !seat) return [];
	const away = talk.startsAt.getTime() - now.getTime();
	if (stepsOf(talk).length && (talk.startedAt || away < tableOpensBefore)) return [{ kind: 'table', talk }];
	const asks = questionsFor(talk.kind, seat.voice === 'child').length > 0;
	return asks && !seat.prepared && away < prepareWithin ? [{ kind: 'prepare', talk }] : [];
}

function todosOfOffice({ rounds, unknownAuthority }: NonNullable<Seen['office']>, today: Day): Todo[] {
	const current = rounds.filter(({ state, lastDay }) => state !== 'closed' && lastDay >= today);
	return [
		...current.map(
			({ id, kind, of, state, lastDay }) =>
				({ kind: 'round', round: id, talks: kind, of, open: state === 'open', lastDay }) as const
		),
		...(unknownAuthority ? [{ kind: 'authority', count: unknownAuthority } as const] : [])
	];
}

function ofOffer({ id, kind, of }: Seen['offers'][number]['round'], short: number): Todo {
	return { kind: 'offer', round: id, talks: kind, of, short };
}

/** One thing to do for all children of a family in a round. */
function byRound(invitations: OpenInvitation[]): Todo[] {
	const rounds = Map.groupBy(invitations, ({ round }) => round.id);
	return [...rounds].map(([round, all]) => ({
		...{ kind: 'choose', round, wishes: all[0]?.round.mode === 'wishes' },
		callNames: [...new Set(all.map(({ pupil }) => pupil.callName))]
	}));
}
