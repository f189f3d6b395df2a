import { findNode } from '#tour/selectors/findNode.ts';
import { useTexts, useTour, useUi } from '../context.ts';
import { posterUrl } from '../panel/PlacesPanel.tsx';

/** Where the browser cannot draw: it says so once and shows the flat picture of the place instead. */
export function FlatPicture() {
  const t = useTexts();
  const { baseUrl } = useUi();
  const exhibition = useTour((state) => state.exhibition);
  const node = useTour((state) => findNode(state.exhibition, state.nodeId));
  const poster = node ? posterUrl(exhibition, node, baseUrl) : null;
  return (
    <>
      {poster && <img className="flat" src={poster} alt="" />}
      <section className="notice notice--low" aria-labelledby="flat-heading">
        <h2 className="notice__title serif" id="flat-heading">
          {t('noPicture.heading')}
        </h2>
        <p>{t('noPicture.text')}</p>
      </section>
    </>
  );
}
