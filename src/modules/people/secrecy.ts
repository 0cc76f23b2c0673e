export const secretFors = ['office', 'teachers'] as const;
/** An address that is secret: at school the office alone still sees it, or the child's teachers too, because they need it. */
export type SecretFor = (typeof secretFors)[number];
