/** A room for the emulated device to look at: a floor at height 0, a table in front, a wall behind it. */

const TABLE = { top: 0.75, halfWidth: 0.6, near: -0.8, far: -1.8 };
const WALL = -3;

/** Column-major pose of a point whose surface faces along `up`; the middle column is the normal. */
function poseAt(x: number, y: number, z: number, isWall = false): number[] {
  return isWall ? [1, 0, 0, 0, 0, 0, 1, 0, 0, -1, 0, 0, x, y, z, 1] : [1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1, 0, x, y, z, 1];
}

/** What IWER asks of an environment. */
export class PlainRoom {
  readonly version = '0';
  readonly environmentCanvas = document.createElement('canvas');
  readonly trackedPlanes = new Set();
  readonly trackedMeshes = new Set();

  render(): void {
    // The emulated camera sees nothing; only where rays meet the room matters.
  }

  /** Nearest first, as devices answer. */
  computeHitTestResults(ray: ArrayLike<number>): number[][] {
    const [x = 0, y = 0, z = 0] = [ray[12], ray[13], ray[14]];
    const [dx, dy, dz] = [-(ray[8] ?? 0), -(ray[9] ?? 0), -(ray[10] ?? 0)];
    const hits: { readonly t: number; readonly pose: number[] }[] = [];
    const level = (height: number, isThere: (px: number, pz: number) => boolean): void => {
      const t = (height - y) / dy;
      if (t > 0 && t < 100 && isThere(x + dx * t, z + dz * t))
        hits.push({ t, pose: poseAt(x + dx * t, height, z + dz * t) });
    };
    level(0, () => true);
    level(TABLE.top, (px, pz) => Math.abs(px) < TABLE.halfWidth && pz < TABLE.near && pz > TABLE.far);
    const t = (WALL - z) / dz;
    if (t > 0) hits.push({ t, pose: poseAt(x + dx * t, y + dy * t, WALL, true) });
    return hits.sort((a, b) => a.t - b.t).map(({ pose }) => pose);
  }
}
