/** Observation, feeling, need, request: what I have to say, or what I guess of the other (handbook §4.6). */
export const steps = ['observation', 'feeling', 'need', 'request'] as const;
export type Step = (typeof steps)[number];

/** The I side makes clear; the you side is a guess at the other's four, which only they can confirm. */
export const sides = ['me', 'you'] as const;
export type Side = (typeof sides)[number];
