import type { Answer, Event } from './tasks.ts';
import type { Round } from './rounds.ts';

/** Everything measured, by round. */
export type Measured = {
	round: Round;
	bound: Answer['bound'];
	plans: Answer['plan'][];
	again: (Answer['again'] & { event: Event })[];
	explain: Answer['explain'] | undefined;
};

export type Asked = { asked: string; measured: string; holds: boolean };

/** What must hold, from the planner's papers; family costs are those of the prototype. */
const prototype: Record<string, [number, number, number]> = {
	P30x28: [59_905, 54_625, 46_033],
	S1500x90: [226_230, 258_379, 182_252]
};

/** Each line of what was asked of the planner, with what was measured. Lines of rounds that were not run are left out. */
export function againstAsked(all: Measured[], tiny: Answer['tiny'][]): Asked[] {
	const of = (kind: string) => all.filter(({ round }) => round.kind === kind);
	const lines: Asked[] = [];
	function line(asked: string, rounds: Measured[], measure: (one: Measured) => [string, boolean] | undefined) {
		const each = rounds.flatMap((one) => [measure(one) ?? []].filter((answer) => answer.length));
		if (!each.length) return;
		lines.push({ asked, measured: each.map(([text]) => text).join(' · '), holds: each.every(([, holds]) => holds) });
	}
	const at = ({ plans }: Measured, seconds: number) => plans.find((plan) => plan.seconds === seconds);
	function planned(
		asked: string,
		kind: string,
		seconds: number,
		judge: (plan: Plan, one: Measured) => [string, boolean]
	) {
		line(`${kind}, ${seconds} s: ${asked}`, of(kind), (one) => {
			const plan = at(one, seconds);
			return plan && judge(plan, one);
		});
	}
	type Plan = Answer['plan'];

	line('every plan: no rule broken, checker and referee agree', all, ({ plans, again }) => {
		const sound = [...plans, ...again].filter((one) => one.sound).length;
		return [`${sound} of ${plans.length + again.length}`, sound === plans.length + again.length];
	});
	if (tiny.length)
		lines.push({
			asked: 'tiny rounds: the known number in 0.1 s',
			measured: tiny.map((one) => `${one.honoured} of ${one.known}`).join(' · '),
			holds: tiny.every((one) => one.honoured === one.known)
		});
	for (const [kind, seconds] of [
		['P16x25', 2],
		['P30x28', 5]
	] as const)
		planned('level 1 at its proven optimum', kind, seconds, (plan, { bound }) => [
			`${plan.levelOne} of ${bound.levelOne ?? 'not proven'}`,
			plan.levelOne === bound.levelOne
		]);
	planned('family cost at most that of the prototype', 'P30x28', 10, (plan, { round }) => {
		const most = prototype['P30x28']![round.seed - 1] ?? Infinity;
		return [`${Math.round(plan.familyCost)} of ${most}`, plan.familyCost <= most];
	});
	planned('at most one below the ceiling', 'S300x30', 2, (plan, { bound }) => [
		`${plan.honoured} of ${bound.atMost}`,
		plan.honoured >= bound.atMost - 1
	]);
	for (const [seconds, share] of [
		[5, 99.8],
		[10, 99.9],
		[30, 99.95]
	] as const)
		planned(`at least ${share} % of the ceiling`, 'S1500x90', seconds, (plan, { bound }) => {
			const percent = (100 * plan.honoured) / bound.atMost;
			return [`${percent.toFixed(2)} %`, percent >= share];
		});
	planned('waiting at most 9 min on average, P95 25', 'S1500x90', 10, ({ waiting }) => [
		`${waiting.average.toFixed(1)}, ${waiting.p95}`,
		waiting.average <= 9 && waiting.p95 <= 25
	]);
	planned('family cost below that of the prototype in 30 s', 'S1500x90', 10, (plan, { round }) => {
		const most = prototype['S1500x90']![round.seed - 1] ?? Infinity;
		return [`${Math.round(plan.familyCost)} of ${most}`, plan.familyCost < most];
	});
	for (const [kind, seconds, share] of [
		['KP16x25', 5, 1],
		['KS1500x90', 30, 1.03]
	] as const)
		planned(`all honoured, at most ${share} × the planted cost`, kind, seconds, (plan, { bound }) => [
			`${plan.honoured} of ${bound.asked}, ${plan.familyCost} of ${bound.planted}`,
			plan.honoured === bound.asked && plan.familyCost <= share * bound.planted!
		]);
	for (const [kind, most, moves] of [
		['P16x25', 0.2, 0],
		['S1500x90', 0.5, 3]
	] as const) {
		const again = of(kind).map((one) => ({ ...one, again: one.again.filter(Boolean) }));
		line(`${kind}, planning again: first answer in ${most} s`, again, (one) => {
			const slowest = Math.max(...one.again.map(({ first }) => first));
			return one.again.length ? [`${slowest.toFixed(2)} s`, slowest <= most] : undefined;
		});
		line(`${kind}, planning again: at most ${moves ? `${moves} × displaced + ` : ''}10 others move`, again, (one) =>
			one.again.length
				? [
						one.again.map(({ moved, displaced }) => `${moved} for ${displaced}`).join(', '),
						one.again.every(({ moved, displaced }) => moved <= 10 + moves * displaced)
					]
				: undefined
		);
		line(`${kind}, a cancellation withdraws nothing`, again, (one) => {
			const cancelled = one.again.find(({ event }) => event === 'cancelled');
			return cancelled && [String(cancelled.withdrawn), cancelled.withdrawn === 0];
		});
	}
	line('S1500x90: all unmet explained in 1 s', of('S1500x90'), ({ explain }) =>
		explain ? [`${explain.unmet} in ${explain.seconds.toFixed(2)} s`, explain.seconds <= 1] : undefined
	);
	line('S1500x90: memory below 300 MB', of('S1500x90'), ({ plans }) => {
		const most = Math.max(...plans.map((plan) => plan.megabytes));
		return [`${most} MB`, most < 300];
	});
	return lines;
}
