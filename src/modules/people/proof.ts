export const proofs = ['register', 'court', 'birth-certificate', 'marriage', 'appointment', 'other'] as const;
/** What somebody at school has seen: the name of a paper, never the paper itself (AVG art. 5: no more than is needed). */
export type Proof = (typeof proofs)[number];
