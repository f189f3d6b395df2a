/** In which ways a relic can be set into the visitor's own room on this device. Only what works is ever offered. */

export type ArWay = 'webxr' | 'quick-look' | 'scene-viewer';

export interface ArEnvironment {
  readonly userAgent: string;
  /** Whether the browser opens immersive-ar sessions. */
  readonly hasImmersiveAr: boolean;
  /** Whether links of the kind `ar` are known: Quick Look. */
  readonly hasArLinks: boolean;
  /** Of the page, such as `https:`. */
  readonly protocol: string;
}

/** The best way first. Quick Look needs a USDZ, Scene Viewer a GLB at an https address that it can reach and read. */
export function arWays(env: ArEnvironment): ArWay[] {
  const ways: ArWay[] = [];
  if (env.hasImmersiveAr) ways.push('webxr');
  if (hasQuickLook(env)) ways.push('quick-look');
  if (hasSceneViewer(env)) ways.push('scene-viewer');
  return ways;
}

/** Firefox on iOS shows the bytes of a USDZ that was made in the page; Chrome and Edge there open it without saying so. */
function hasQuickLook({ userAgent, hasArLinks }: ArEnvironment): boolean {
  if (/FxiOS\//.test(userAgent)) return false;
  return hasArLinks || /(CriOS|EdgiOS)\//.test(userAgent);
}

/** Headsets run Android without Google's services; Firefox asks a shop for the intent. Fetches the file by itself. */
function hasSceneViewer({ userAgent, protocol }: ArEnvironment): boolean {
  const isHeadset = /OculusBrowser|Quest|Pico|Wolvic|VR/i.test(userAgent);
  return /Android/.test(userAgent) && !/Firefox/.test(userAgent) && !isHeadset && protocol === 'https:';
}

/** Asks the browser; never rejects. */
export async function readArEnvironment({ navigator, document, location }: Window): Promise<ArEnvironment> {
  const { xr, userAgent } = navigator;
  const hasImmersiveAr = await Promise.resolve(xr?.isSessionSupported('immersive-ar') ?? false).catch(() => false);
  const { relList } = document.createElement('a');
  return { userAgent, hasImmersiveAr, hasArLinks: relList.supports('ar'), protocol: location.protocol };
}
