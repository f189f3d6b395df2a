/**
 * The address that opens Android's Scene Viewer. Nothing is fetched from it by the page: it is followed when the
 * visitor taps it, and names an app, which then fetches the file from the exhibition by itself.
 */

export interface SceneViewerOptions {
  /** Full https address of a GLB that Scene Viewer reads: plain or Draco geometry, PNG or JPEG pictures. */
  readonly fileUrl: string;
  readonly title: string;
  /** Where to go on a device without the app: usually the page itself. */
  readonly fallbackUrl: string;
}

/** What of glTF's extensions Scene Viewer is known to need nothing for, or to read. */
const READABLE = [
  'KHR_draco_mesh_compression',
  'KHR_materials_clearcoat',
  'KHR_materials_emissive_strength',
  'KHR_materials_ior',
  'KHR_materials_pbrSpecularGlossiness',
  'KHR_materials_sheen',
  'KHR_materials_specular',
  'KHR_materials_transmission',
  'KHR_materials_unlit',
  'KHR_materials_variants',
  'KHR_materials_volume',
  'KHR_texture_transform',
  'KHR_xmp_json_ld',
];

/** Whether Scene Viewer reads a GLB, judged by the extensions that the file requires. */
export function isReadableBySceneViewer(extensionsRequired: readonly string[]): boolean {
  return extensionsRequired.every((name) => READABLE.includes(name));
}

/** Null where the file has no https address, so that there is nothing to offer. */
export function sceneViewerUrl({ fileUrl, title, fallbackUrl }: SceneViewerOptions): string | null {
  if (!URL.canParse(fileUrl) || new URL(fileUrl).protocol !== 'https:') return null;
  const query = new URLSearchParams({ file: fileUrl, mode: 'ar_only', title, resizable: 'false' });
  const intent = [
    'scheme=https',
    'package=com.google.ar.core',
    'action=android.intent.action.VIEW',
    `S.browser_fallback_url=${encodeURIComponent(fallbackUrl)}`,
  ];
  // The app reads %20, not the plus of forms.
  const parameters = query.toString().replaceAll('+', '%20');
  return `intent://arvr.google.com/scene-viewer/1.0?${parameters}#Intent;${intent.join(';')};end;`;
}
