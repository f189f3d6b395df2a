import { lazy, Suspense, useState } from 'react';
import { bringPatiently } from '#shared/bringPatiently.ts';
import { flatOfNode } from '#tour/flat/flatOfNode.ts';
import { useTour, useUi } from '../context.ts';

/** Whether the place is a flat picture that is drawn. */
export function useIsFlat(): boolean {
  const { flat } = useUi();
  const isFlat = useTour(({ exhibition, nodeId }) => flatOfNode(exhibition, nodeId) !== null);
  return flat !== undefined && isFlat;
}

/** The page around a flat picture, sent for with the first one. */
export function FlatDoor() {
  const { flat } = useUi();
  const isFlat = useIsFlat();
  const nodeId = useTour((state) => state.nodeId);
  const [FlatView] = useState(() =>
    lazy(async () => {
      const [{ FlatView: View }, tools] = await Promise.all([bringPatiently(() => import('./FlatView.tsx')), flat?.()]);
      return { default: () => (tools ? <View tools={tools} /> : null) };
    }),
  );
  if (!isFlat) return null;
  return (
    <Suspense fallback={null}>
      <FlatView key={nodeId} />
    </Suspense>
  );
}
