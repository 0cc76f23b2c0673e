import type { Problem } from './problem.ts';
import { placeTalk, withdrawTalk, type State } from './state.ts';

/** Remembers where talks were since the last `begin`, so that a step can be taken back. */
export type Journal = {
	begin(): void;
	place(r: number, c: number): void;
	withdraw(r: number): void;
	/** Where a talk of this step was when the step began. */
	was(r: number): number;
	/** How many more of the requests with a mark are now away from where they were published than before the step. */
	strayed(marked: Uint8Array): number;
	undo(): void;
};

export function journalOf(p: Problem, s: State): Journal {
	const touched = new Int32Array(p.requests);
	const old = new Int32Array(p.requests);
	const stamp = new Int32Array(p.requests);
	let now = 0;
	let count = 0;

	function note(r: number) {
		if (stamp[r] === now) return;
		stamp[r] = now;
		touched[count++] = r;
		old[r] = s.at[r]!;
	}
	return {
		begin() {
			now++;
			count = 0;
		},
		place(r, c) {
			note(r);
			placeTalk(p, s, r, c);
		},
		withdraw(r) {
			note(r);
			withdrawTalk(p, s, r);
		},
		was: (r) => (stamp[r] === now ? old[r]! : s.at[r]!),
		strayed(marked) {
			let more = 0;
			for (let i = 0; i < count; i++) {
				const r = touched[i]!;
				if (!marked[r]) continue;
				if (s.at[r] !== p.published[r]) more++;
				if (old[r] !== p.published[r]) more--;
			}
			return more;
		},
		undo() {
			for (let i = 0; i < count; i++) {
				const r = touched[i]!;
				if (s.at[r]! >= 0 && s.at[r] !== old[r]) withdrawTalk(p, s, r);
			}
			for (let i = 0; i < count; i++) {
				const r = touched[i]!;
				if (old[r]! >= 0 && s.at[r] !== old[r]) placeTalk(p, s, r, old[r]!);
			}
		}
	};
}
