/** Makes `<grotto-exhibition>` known to the page, unless it is known already. */
import { GrottoExhibition } from './element.ts';
import type { ExhibitionEvents } from './events.ts';

export { GrottoExhibition };

declare global {
  interface HTMLElementTagNameMap {
    'grotto-exhibition': GrottoExhibition;
  }
}

type Events = ExhibitionEvents;

/** An event of the element, for listeners: `(event: ExhibitionEvent<'placechange'>) => event.detail.nodeId`. */
export type ExhibitionEvent<E extends keyof Events = keyof Events> = CustomEvent<Events[E]>;

const { customElements } = globalThis as { readonly customElements?: CustomElementRegistry };
if (customElements && !customElements.get('grotto-exhibition')) {
  customElements.define('grotto-exhibition', GrottoExhibition);
}
