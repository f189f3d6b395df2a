/** What the meshes of a visit cost so far, and what their latest frame took. */
export interface MeshStats {
  requests: number;
  /** Of the steps that arrived, as declared. */
  bytes: number;
  cancelled: number;
  failed: number;
  released: number;
  evicted: number;
  /** Steps exchanged in view. */
  swaps: number;
  loading: number;
  bytesInFlight: number;
  /** Taken and reserved. */
  gpuBytes: number;
  /** In the latest frame. */
  visible: number;
  triangles: number;
  drawCalls: number;
  cards: number;
  /** Upgrades that the latest plan weighed. */
  weighed: number;
}

export function createMeshStats(): MeshStats {
  return {
    requests: 0,
    bytes: 0,
    cancelled: 0,
    failed: 0,
    released: 0,
    evicted: 0,
    swaps: 0,
    loading: 0,
    bytesInFlight: 0,
    gpuBytes: 0,
    visible: 0,
    triangles: 0,
    drawCalls: 0,
    cards: 0,
    weighed: 0,
  };
}
