export const schoolKinds = ['po', 'sbo', 'so', 'vo'] as const;
/** Primary, special primary, special, secondary (handbook §2). */
export type SchoolKind = (typeof schoolKinds)[number];

export const regions = ['noord', 'midden', 'zuid'] as const;
/** Holidays are spread over the country in three parts. */
export type Region = (typeof regions)[number];
