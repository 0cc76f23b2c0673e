import { talkKey } from '#modules/cycle/board/talk-key.ts';
import type { BlockId } from '#modules/cycle/offer.ts';
import { september, startRound, time } from '#seeds/start-round.ts';
import type { Objects } from './objects.ts';
import type { Args } from './use-cases.ts';

const nothing: Args = () => [];
const thing =
	(which: keyof Objects['ids'], ...more: unknown[]): Args =>
	({ ids }) => [ids[which], ...more];
const slot = ({ ids, family }: Objects) => time(ids.block as BlockId, september(family.offers, '15:30'));
const away = { startsAt: september(24, '00:00'), endsAt: september(25, '00:00') };
const wish = ({ family }: Objects) => ({
	...{ seen: 0, times: [], earliest: null, latest: null, timing: null, place: 'school', interpreter: null },
	...{ visits: 1, together: true, children: [{ pupil: family.pupil.id, answer: 'talk', note: null, teachers: [] }] }
});
const onBoard =
	(...before: unknown[]): Args =>
	({ ids, family }) => [ids.wished, ...before, talkKey(family.pupil.id, null, null)];
const schoolYear = '2026-2027';
const dayOff = { kind: 'free', national: null, name: 'Studiedag', firstDay: '2026-11-11', lastDay: '2026-11-11' };

/** With what the use cases of rounds are called. */
export const cycleCalls: Record<string, Args> = {
	'cycle/board/boards.look': thing('wished'),
	'cycle/board/boards.spots': onBoard(),
	'cycle/board/moves.move': ({ ids, family }) => [
		...[ids.wished, 0],
		{ talk: talkKey(family.pupil.id, null, null), teacher: family.teacher.id, startsAt: september(28, '15:00') }
	],
	'cycle/board/moves.takeOut': onBoard(0),
	'cycle/board/moves.lock': onBoard(0),
	'cycle/board/moves.release': onBoard(0),
	'cycle/board/ways.applyWayOut': ({ ids, family }) => [ids.wished, 0, talkKey(family.pupil.id, null, null), 0],
	'cycle/board/turns.undo': thing('wished', 0),
	'cycle/board/turns.redo': thing('wished', 0),
	'cycle/board/progress.glance': thing('wished'),
	'cycle/board/progress.follow': thing('wished', { tell() {}, beat() {}, gone() {} }, async () => undefined),
	'cycle/board/publications.publish': thing('wished', 0),
	'cycle/board/runs.plan': thing('wished', 0, { wishes: 1, waiting: 1, staffDay: 1 }),
	'cycle/board/runs.cancel': thing('wished'),
	'cycle/choices.forFamily': thing('round', 'school'),
	'cycle/choices.forBooking': thing('booking'),
	'cycle/choices.openRounds': nothing,
	'cycle/participants.settle': ({ ids, family }) => [
		ids.round,
		[{ pupil: family.pupil.id, because: 'school', priority: 'normal', minutes: 20, first: false, third: null }]
	],
	'cycle/year/holidays.add': () => [schoolYear, dayOff, { anyway: false }],
	'cycle/year/holidays.alter': ({ ids }) => [schoolYear, ids.holiday, dayOff, { anyway: false }],
	'cycle/year/holidays.remove': ({ ids }) => [schoolYear, ids.holiday],
	'cycle/year/holidays.restore': () => [schoolYear, { anyway: false }],
	'cycle/year/holidays.metBy': () => [schoolYear, { holiday: dayOff }],
	'cycle/year/joiners.joined': nothing,
	'cycle/year/moments.mark': () => [schoolYear, { kind: 'meeting', words: '', day: '2026-11-12' }],
	'cycle/year/moments.unmark': thing('marked'),
	'cycle/year/proposals.propose': () => [schoolYear, 'pattern'],
	'cycle/year/proposals.planAll': () => [schoolYear, 'pattern', []],
	'cycle/year/years.get': nothing,
	'cycle/forecasts.forecast': nothing,
	'cycle/parts.ofGroup': ({ ids, family }) => [ids.round, family.group],
	'cycle/parts.settleGroup': ({ ids, family }) => [ids.round, family.group, []],
	'cycle/rounds.alter': ({ ids, family }) => [ids.round, { ...startRound, groups: [family.group] }],
	'cycle/rounds.list': nothing,
	'cycle/rounds.groups': nothing,
	'cycle/rounds.plan': ({ family }) => [
		{
			...{ kind: 'start', firstDay: '2026-10-05', lastDay: '2026-10-09', minutes: 15, noticeHours: 24 },
			...{ invitation: '', groups: [family.group] }
		}
	],
	'cycle/rounds.open': thing('round'),
	'cycle/rounds.close': thing('round'),
	'cycle/rounds.overview': thing('round'),
	'cycle/departures.departuresOf': thing('round'),
	'cycle/invitations.openInvitations': nothing,
	'cycle/offers.offer': ({ ids }) => [
		ids.round,
		{ startsAt: september(29, '15:00'), endsAt: september(29, '16:00'), location: 'Lokaal 9', places: ['school'] }
	],
	'cycle/offers.withdraw': ({ ids }) => [ids.round, ids.block],
	'cycle/offers.mine': thing('round'),
	'cycle/offers.myRounds': nothing,
	'cycle/offers.offerNeeded': nothing,
	'cycle/successors.successorsOf': thing('talk'),
	'cycle/paints.paint': thing('round', { paint: ['2026-09-30 15:00'], wipe: [], location: null, places: ['phone'] }),
	'cycle/paints.keepPace': thing('round', { maxRun: 60, breakMinutes: 10, maxPerDay: 180 }),
	'cycle/wishes/answers.forFamily': thing('round'),
	'cycle/wishes/answers.forHome': ({ ids, family }) => [ids.round, family.home],
	'cycle/wishes/answers.homesOfMine': thing('round'),
	'cycle/wishes/suggestions.suggest': ({ ids, family }) => [ids.round, family.pupil.id, [family.teacher.id]],
	'cycle/wishes/wishes.answer': (objects) => [objects.ids.round, wish(objects)],
	'cycle/wishes/wishes.answerFor': (objects) => [objects.ids.round, objects.family.home, wish(objects)],
	'cycle/after/absences.look': ({ family }) => [{ teacher: family.teacher.id, ...away }],
	'cycle/after/absences.propose': ({ family }) => [{ teacher: family.teacher.id, ...away }, 'x'],
	'cycle/after/absences.retract': thing('booking'),
	'cycle/after/absences.list': nothing,
	'cycle/after/figures.figures': thing('round'),
	'cycle/after/figures.aim': thing('round', 90),
	'cycle/after/calls.calls': nothing,
	'cycle/after/calls.call': thing('booking'),
	'cycle/after/calls.done': thing('booking', 'spoken'),
	'cycle/after/proposals.offered': thing('booking'),
	'cycle/after/proposals.accept': (objects) => [objects.ids.booking, slot(objects)],
	'cycle/after/proposals.decline': thing('booking'),
	'cycle/after/proposals.asked': nothing,
	'cycle/after/proposals.fallsOut': thing('booking'),
	'cycle/after/attendances.unsaid': nothing,
	'cycle/after/attendances.hold': thing('booking'),
	'cycle/after/attendances.miss': thing('booking', 'home'),
	'cycle/after/again.again': thing('booking'),
	'cycle/bookings.book': (objects) => [objects.ids.round, { pupil: objects.family.pupil.id, ...slot(objects) }],
	'cycle/visits.bookTogether': (objects) => [objects.ids.round, [{ pupil: objects.family.pupil.id, ...slot(objects) }]],
	'cycle/bookings.bookFor': (objects) => [
		...[objects.ids.round, objects.family.guardian.id],
		{ pupil: objects.family.pupil.id, ...slot(objects) }
	],
	'cycle/bookings.move': (objects) => [objects.ids.booking, slot(objects)],
	'cycle/bookings.cancel': thing('booking'),
	'cycle/bookings.askOwnTalk': ({ ids, family }) => [ids.round, family.pupil.id]
};
