import type { Caller } from './caller.ts';
import { call, knock, type Answer } from './asking.ts';
import { doorsOf, type Door } from './doors.ts';
import { routes, rowOf, useCases } from './found.ts';
import type { Ground } from './furnished-school.ts';
import { about } from './objects.ts';
import { children, personas, type ChildName, type Persona } from './personas.ts';
import { plainForms } from './plain.ts';
import { doorPolicies } from './door-rows.ts';
import { endsSession } from './row-order.ts';
import { useCasePolicies } from './use-case-rows.ts';
import { calls } from './use-cases.ts';

/** One question: may this person do this, about this child? */
export type Cell = {
	row: string;
	who: Persona;
	child: ChildName;
	expected: Answer;
	/** Writes when it is allowed. */
	acts: boolean;
	served: boolean;
	ask: () => Promise<{ answer: Answer; page: string }>;
};

/** Every address and action, asked by everybody about each child it can be about. */
export function doorCells({ objects, callerOf, spareCallerOf }: Ground): Cell[] {
	const doors = doorsOf(objects.noor.ids);
	const plain = plainForms(objects.noor.ids);
	return routes.flatMap(({ address, actions }) => {
		const door: Door = doors[address] ?? { path: address, forms: plain[address] };
		return [undefined, ...actions].flatMap((action) => {
			const row = rowOf(address, action);
			const policy = doorPolicies[row];
			if (!policy) return [];
			return childrenOf(door, action, objects).flatMap((child) => {
				const { path, forms } = about(door, objects[child]);
				return personas.map((who): Cell => {
					const through = (caller: Caller) => knock(caller, path, action, action ? forms?.[action] : undefined);
					return {
						...{ row, who, child, expected: policy(who, child), acts: action !== undefined, served: true },
						ask: async () => through(endsSession.includes(row) ? spareCallerOf(who) : callerOf(who))
					};
				});
			});
		});
	});
}

/** A door that is the same whoever it is about is asked once. */
function childrenOf(door: Door, action: string | undefined, objects: Ground['objects']) {
	const asked = (child: ChildName) => {
		const { path, forms } = about(door, objects[child]);
		return JSON.stringify([path, action && forms?.[action]]);
	};
	const seen = new Set<string>();
	return children.filter((child) => !seen.has(asked(child)) && seen.add(asked(child)));
}

/** Verbs of use cases that only read. */
const reads =
	/^(get|list|mine|\w+Of|of\w+|for\w+|lookingBack|whoCanBeAsked|prospects|open(Rounds|Invitations)|groups|overview|myRounds|offerNeeded|troubled|children|schoolList|door|terms|purposes|waitingFor|showList|look|preview|circlePage|takeAlong|lastToUndo|register|isMine|childrenToAskFor|tell\w*)$/;

/** Every use case, called for everybody about each child. */
export function useCaseCells({ objects }: Ground): Cell[] {
	return useCases.flatMap((useCase) => {
		const [args, policy] = [calls[useCase.name], useCasePolicies[useCase.name]];
		if (!args || !policy) return [];
		const same = (child: ChildName) => JSON.stringify(args(objects[child])) === JSON.stringify(args(objects.noor));
		const asked = children.filter((child) => child === 'noor' || !same(child) || !args(objects.noor).length);
		return asked.flatMap((child) =>
			personas
				.filter(({ who }) => who)
				.map((who): Cell => ({
					...{
						row: useCase.name,
						who,
						child,
						expected: policy(who, child),
						acts: !reads.test(useCase.verb),
						served: false
					},
					ask: async () => {
						const { signs } = objects[child];
						return { answer: await call(useCase, who, args(objects[child]), signs), page: '' };
					}
				}))
		);
	});
}
