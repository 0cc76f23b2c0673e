import * as absences from '#modules/cycle/after/absences.server.ts';
import { aim } from '#modules/cycle/after/figures.server.ts';
import * as proposals from '#modules/cycle/after/proposals.server.ts';
import type { StartRound } from './round.ts';
import { moment, well, type Scene } from './scene.ts';
import type { Village } from './village.ts';

/** The teacher of group 6 cannot be there on Thursday: the families are asked, and the first says yes. */
export function away(village: Village, round: StartRound): Scene[] {
	const group = village.groups.find(({ name }) => /\b6\b/.test(name));
	const teacher = group?.teachers[0];
	if (!teacher) return [];
	const span = { teacher, startsAt: moment('09-24', '08:00'), endsAt: moment('09-24', '18:00') };
	return [
		{
			at: moment('09-04', '09:40'),
			act: async (now) => void well(await aim(village.as(village.staff('Yvonne'), now), round.id, 95))
		},
		{
			at: moment('09-22', '08:20'),
			act: async (now) => {
				const ctx = village.as(teacher, now);
				const { seen, difference } = well(await absences.look(ctx, span));
				well(await absences.propose(ctx, span, seen));
				const [first] = difference.filter(({ time }) => time);
				if (!first?.time) return;
				const { booking, time } = first;
				const yes: Scene['act'] = async (later) =>
					void well(await proposals.accept(village.as(booking.guardian, later), booking.id, time));
				return [{ at: moment('09-22', '08:55'), act: yes }];
			}
		}
	];
}
