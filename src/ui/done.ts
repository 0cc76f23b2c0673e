/** What the page says about what was done. `done` stands in the address (`?gedaan=`), so it may be anything. */
export function sayDone(words: Readonly<Record<string, () => string>>, done: string | null): string | undefined {
	return done !== null && Object.hasOwn(words, done) ? words[done]!() : undefined;
}
