/** What the page around an open relic can have of the picture. Makers of files and AR are sent for when they are wanted. */
import type { WebGLRenderer } from 'three';
import { describeRights } from '#document/rights/describeRights.ts';
import type { LanguageMap, ModelAsset } from '#document/schema.ts';
import { resolveAssetUri } from '#document/uri.ts';
import { pickText } from '#i18n/pickText.ts';

import type { PrintLabel } from '#scene/relic/export/to3mf.ts';
import type { PrintFile as MadeFile } from '#scene/relic/export/toStl.ts';
import { findRelicAsset } from '#tour/relic/commands.ts';
import type { Tour } from '#tour/store.ts';
import type { ArWay, PrintFile, RelicTools } from '#ui/ports.ts';
import type { AwaitedRelics } from './awaitRelics.ts';
import { sceneViewerUrl } from '#scene/relic/ar/sceneViewer.ts';
import { findSceneViewerFile } from './sceneViewerFile.ts';

export interface RelicToolsOptions {
  readonly tour: Tour;
  readonly relics: AwaitedRelics;
  readonly renderer: WebGLRenderer;
  readonly requestFrame: () => void;
  /** The address of `exhibition.json`. */
  readonly baseUrl: string;
}

export function createRelicTools({ tour, relics, renderer, requestFrame, baseUrl }: RelicToolsOptions): RelicTools {
  const openRelics = async () => {
    const opened = await relics.get();
    if (!opened) throw new Error('the exhibition has no relics');
    return opened;
  };
  const copyShown = async () => {
    const { shown, environment } = await openRelics();
    if (!shown) throw new Error('nothing of the relic is shown yet; wait until it is');
    const { copyOf } = await import('#scene/relic/copyOf.ts');
    return { root: copyOf(shown.content, shown.variant), environment };
  };
  const asset = (): ModelAsset | null => {
    const { relic, exhibition } = tour.store.getState();
    const found = relic && findRelicAsset(exhibition, relic.assetId);
    return found?.kind === 'model' ? found : null;
  };

  return {
    async exportStl() {
      const [{ root }, { toStl }] = await Promise.all([copyShown(), import('#scene/relic/export/toStl.ts')]);
      return fileOf(toStl(root), 'model/stl');
    },
    async export3mf() {
      const [{ root }, { to3mf }] = await Promise.all([copyShown(), import('#scene/relic/export/to3mf.ts')]);
      return fileOf(to3mf(root, { label: labelOf(tour, asset()) }), 'model/3mf');
    },
    async arWays() {
      const model = asset();
      if (!model) return [];
      const { arWays, readArEnvironment } = await import('#scene/relic/ar/arWays.ts');
      const ways: readonly ArWay[] = arWays(await readArEnvironment(window));
      // What opens a session has to be here by the time of the press, which is forgotten while one waits.
      if (ways.includes('webxr')) await Promise.all([import('#scene/relic/ar/startAr.ts'), openRelics()]);
      if (!ways.includes('scene-viewer')) return ways;
      const file = await findSceneViewerFile(model, baseUrl);
      return file === null ? ways.filter((way) => way !== 'scene-viewer') : ways;
    },
    async startAr(stage) {
      const { startAr } = await import('#scene/relic/ar/startAr.ts');
      const { root, environment } = await copyShown();
      return startAr({
        renderer,
        root,
        environment,
        overlayRoot: stage.overlayRoot,
        onState: (state) => stage.onState(state),
        onEnd: () => {
          stage.onEnd();
          requestFrame();
        },
      });
    },
    async makeQuickLook(name) {
      const [{ root }, { toUsdz }, { createQuickLookLink }] = await Promise.all([
        copyShown(),
        import('#scene/relic/export/toUsdz.ts'),
        import('#scene/relic/ar/quickLook.ts'),
      ]);
      const usdz = await toUsdz(root, { renderer });
      const { poster } = asset() ?? {};
      const url = (poster && resolveAssetUri(poster.uri, baseUrl)) ?? BLANK_PICTURE;
      return createQuickLookLink({ usdz, fileName: name, poster: { url, alt: name } }, document);
    },
    async sceneViewerUrl(name) {
      const model = asset();
      const file = model && (await findSceneViewerFile(model, baseUrl));
      const url = file && sceneViewerUrl({ fileUrl: file, title: name, fallbackUrl: location.href });
      if (!url) throw new Error('the relic has no file that Scene Viewer reads');
      return url;
    },
    nameAnnotation: (annotationId) => void relics.get()?.then((opened) => opened.nameAnnotation(annotationId)),
    pick: async (xPx, yPx) => (await openRelics()).pickPoint(xPx, yPx),
  };
}

/** Quick Look wants a picture in its link, whatever it shows. */
const BLANK_PICTURE = 'data:image/gif;base64,R0lGODlhAQABAAAAACH5BAEKAAEALAAAAAABAAEAAAICTAEAOw==';

function fileOf({ bytes, sizeMm, openEdges, tangledEdges }: MadeFile, type: string): PrintFile {
  return { blob: new Blob([bytes], { type }), sizeMm, isClosed: openEdges + tangledEdges === 0 };
}

/** Who finds the file without the exhibition still reads what it is, what was made up of it, and whose it is. */
function labelOf(tour: Tour, asset: ModelAsset | null): PrintLabel {
  if (!asset) return {};
  const { relic, exhibition, language } = tour.store.getState();
  const text = (map: LanguageMap): string => pickText(map, language, exhibition.defaultLanguage).text;
  const state = asset.states?.find(({ id }) => id === relic?.states.stateId);
  const rights = state?.rights ?? asset.rights ?? exhibition.rights;
  const credit = state?.credit ?? asset.credit;
  return {
    title: state ? `${text(asset.label)} (${text(state.label)})` : text(asset.label),
    ...(credit && { copyright: text(credit) }),
    ...(rights !== undefined && { licence: describeRights(rights).id }),
  };
}
