/** Whose it is. Colour, shape and word always go together (WCAG 1.4.1). */
export type Voice = 'child' | 'home' | 'school' | 'other';
