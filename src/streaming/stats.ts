/** Running totals of an engine, for the script API, the debug overlay, benches and replay tests. */
export interface EngineStats {
  /** Requests started (tiles, previews), each counted once. */
  requests: number;
  /** Bytes that crossed the network, as far as the loader knows. */
  bytes: number;
  cancelled: number;
  failed: number;
  uploads: number;
  uploadedBytes: number;
  /** The longest single upload so far, milliseconds. */
  longestUploadMs: number;
  evicted: number;
  /** In the latest frame: tiles due on the screen, those resident, and patches drawn. */
  tilesWanted: number;
  tilesLoaded: number;
  tilesShown: number;
  loading: number;
  queued: number;
  decoded: number;
  /** GPU bytes reserved for tiles: 4 per texel of every layer. */
  textureBytes: number;
  /** GPU bytes of the layers in use. */
  usedTextureBytes: number;
  /** 1 unless the due tiles exceed the memory; then tiles this many times coarser are taken. */
  coarseness: number;
  /** The finest level drawn in the latest frame; −1 for the preview alone. */
  finestLevelShown: number;
}

export function createStats(): EngineStats {
  return {
    requests: 0,
    bytes: 0,
    cancelled: 0,
    failed: 0,
    uploads: 0,
    uploadedBytes: 0,
    longestUploadMs: 0,
    evicted: 0,
    tilesWanted: 0,
    tilesLoaded: 0,
    tilesShown: 0,
    loading: 0,
    queued: 0,
    decoded: 0,
    textureBytes: 0,
    usedTextureBytes: 0,
    coarseness: 1,
    finestLevelShown: -1,
  };
}
