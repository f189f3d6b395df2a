/** The part of flat pictures that is there from the start: it sends for the rest when one is near. */
import { bringPatiently } from '#shared/bringPatiently.ts';
import { flatOfNode } from '#tour/flat/flatOfNode.ts';
import { selectNode } from '#tour/selectors/findNode.ts';
import type { FlatTools } from '#ui/ports.ts';
import type { FlatParts } from './flatParts.ts';

export interface AwaitedFlat {
  /** Whether the place has a flat picture, here or on its way. */
  readonly isHere: boolean;
  get(): Promise<FlatTools>;
}

export function awaitFlat(parts: FlatParts): AwaitedFlat {
  const { store } = parts.tour;
  let coming: Promise<FlatTools> | null = null;
  const isFlat = (nodeId: string): boolean => flatOfNode(store.getState().exhibition, nodeId) !== null;
  const get = (): Promise<FlatTools> =>
    (coming ??= bringPatiently(() => import('./openFlat.ts')).then(({ openFlat }) => openFlat(parts)));
  const comeIfDue = (): void => {
    if (isFlat(store.getState().nodeId)) void get();
  };
  store.subscribe(comeIfDue);
  comeIfDue();
  // Where a way leads to one, it comes when nothing else has to.
  void parts.scene.whenSharp().then(() => {
    if (selectNode(store.getState())?.links?.some(({ to }) => isFlat(to))) void get();
  });
  return {
    get isHere() {
      return isFlat(store.getState().nodeId);
    },
    get,
  };
}
