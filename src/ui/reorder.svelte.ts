import type { Attachment } from 'svelte/attachments';

type Item = HTMLElement & { dataset: { item: string; name?: string } };
type Says = (item: string, place: number, count: number) => string;

/**
 * `<ol {@attach reorder.attach}>` with items `[data-item]`: take one by its `[data-handle]` and drop it before another, by
 * mouse, pen or finger. The drop presses the item's hidden `[data-drop]` button, whose value is the item it goes before;
 * its form does the work. Buttons `[data-way]` do the same by keyboard: they keep the focus, and `said` tells the new place.
 */
export class Reorder {
	said = $state('');
	#says: Says;
	#list: HTMLElement | undefined;

	constructor(says: Says) {
		this.#says = says;
	}

	attach: Attachment<HTMLElement> = (list) => {
		this.#list = list;
		let moved: { item: string; way?: string } | undefined;
		const press = (event: PointerEvent) => this.#take(event, (item) => (moved = { item }));
		const click = ({ target }: Event) => {
			const button = target instanceof Element ? target.closest<HTMLElement>('[data-way]') : null;
			const item = button?.closest<Item>('[data-item]');
			if (button && item) moved = { item: item.dataset.item, way: button.dataset.way };
		};
		// The list is drawn anew when the server has it: only then is the new place true.
		const seen = new MutationObserver(() => {
			if (!moved) return;
			const items = this.#items();
			const at = items.findIndex(({ dataset }) => dataset.item === moved?.item);
			if (at < 0) return;
			this.said = this.#says(items[at]!.dataset.name ?? '', at + 1, items.length);
			const again = moved.way && items[at]!.querySelector<HTMLElement>(`[data-way='${moved.way}']`);
			(again || items[at]!.querySelector<HTMLElement>('[data-way]'))?.focus({ preventScroll: true });
			moved = undefined;
		});
		list.addEventListener('pointerdown', press);
		list.addEventListener('click', click);
		seen.observe(list, { childList: true });
		return () => {
			list.removeEventListener('pointerdown', press);
			list.removeEventListener('click', click);
			seen.disconnect();
		};
	};

	#items() {
		return [...(this.#list?.querySelectorAll<Item>(':scope > [data-item]') ?? [])];
	}

	#take(event: PointerEvent, onDrop: (item: string) => void) {
		const handle = event.target instanceof Element ? event.target.closest<HTMLElement>('[data-handle]') : null;
		const item = handle?.closest<Item>('[data-item]');
		if (!handle || !item || event.button !== 0) return;
		event.preventDefault();
		handle.setPointerCapture(event.pointerId);
		item.dataset.dragged = '';
		let before: Item | null | undefined;
		const over = ({ clientY }: PointerEvent) => {
			before = this.#items().find((each) => {
				const { top, height } = each.getBoundingClientRect();
				return clientY < top + height / 2;
			});
			for (const each of this.#items()) each.toggleAttribute('data-target', each === before && each !== item);
			before ??= null;
		};
		const end = (last: PointerEvent) => {
			handle.removeEventListener('pointermove', over);
			handle.removeEventListener('pointerup', end);
			handle.removeEventListener('pointercancel', end);
			delete item.dataset.dragged;
			for (const each of this.#items()) each.removeAttribute('data-target');
			const stays = before === undefined || before === item || before === item.nextElementSibling;
			if (last.type === 'pointercancel' || stays) return;
			const drop = item.querySelector<HTMLButtonElement>('[data-drop]');
			if (!drop) return;
			drop.value = before?.dataset.item ?? '';
			onDrop(item.dataset.item);
			drop.form?.requestSubmit(drop);
		};
		handle.addEventListener('pointermove', over);
		handle.addEventListener('pointerup', end);
		handle.addEventListener('pointercancel', end);
	}
}
