import type { Language } from '#platform/ctx.ts';
import * as m from '#words/compiled/messages.js';

/** A time and no more; with the call name of the child for who chose that. */
export function summaryOf(minutes: number, child: string | undefined, language: Language): string {
	const inWords = { locale: language } as const;
	return child ? m.inform_feed_about({ child, minutes }, inWords) : m.inform_feed_summary({ minutes }, inWords);
}

/** What the calendar is called between somebody's other calendars. */
export function feedName(school: string, language: Language): string {
	return m.inform_feed_name({ school }, { locale: language });
}
