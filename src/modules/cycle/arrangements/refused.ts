/** A form that came back: why, and what was ticked and typed in it. */
export type Refused = {
	move: string;
	values: Record<string, string>;
	errors: Record<string, string>;
	message?: string;
	forms: string[];
	people: string[];
};
