/**
 * What the XR library asks of a controller before it believes in one. By default it asks a server elsewhere; the viewer
 * reads buttons and sticks by WebXR's own standard mapping and draws controllers itself, so one empty layout does.
 */
export const CONTROLLER_PROFILES: Readonly<Record<string, string>> = {
  'app/xr/profilesList.json': JSON.stringify({ 'generic-trigger': { path: 'controller.json' } }),
  'app/xr/controller.json': JSON.stringify({
    profileId: 'generic-trigger',
    layouts: Object.fromEntries(
      ['left', 'right', 'none'].map((hand) => [hand, { components: {}, assetPath: 'none', rootNodeName: hand }]),
    ),
  }),
};
