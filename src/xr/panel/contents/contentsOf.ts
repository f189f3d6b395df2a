import type { HeadsetMenu } from '#tour/headset/state.ts';
import type { PanelModel } from '../model.ts';
import { access } from './access.ts';
import { about } from './about.ts';
import { comfort } from './comfort.ts';
import { guideQuestion } from './guide.ts';
import { hotspotLabel } from './hotspotLabel.ts';
import { layers } from './layers.ts';
import { farewell, menu, welcome } from './menus.ts';
import { type ContentsOf, say } from './said.ts';
import { sound } from './sound.ts';
import { transcript } from './transcript.ts';
import { places, plan } from './wayfinding.ts';

const MENUS = { welcome, menu, comfort, farewell } satisfies Record<HeadsetMenu, (of: ContentsOf) => PanelModel>;

/** What stands before the visitor: the menu if one is open, else the panel; null where nothing is open. */
export function contentsOf(of: ContentsOf): PanelModel | null {
  const { headset, panel } = of.state;
  if (headset?.menu) return MENUS[headset.menu](of);
  const question = guideQuestion(of);
  if (question) return question;
  switch (panel?.kind) {
    case undefined:
      return null;
    case 'hotspot':
      return hotspotLabel(of, panel.hotspotId);
    case 'places':
      return places(of);
    case 'plan':
      return plan(of);
    case 'layers':
      return layers(of);
    case 'sound':
      return sound(of);
    case 'about':
      return about(of);
    case 'access':
      return access(of);
    case 'transcript':
      return transcript(of);
    case 'measure':
      return {
        key: 'measure',
        title: say(of, 'measure.heading'),
        closing: { kind: 'close' },
        blocks: [
          { kind: 'paragraph', tone: 'body', text: say(of, 'headset.measure') },
          { kind: 'paragraph', tone: 'body', text: say(of, 'headset.closer') },
        ],
      };
  }
}
