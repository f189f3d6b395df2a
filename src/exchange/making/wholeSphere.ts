/** Whether a picture may be all of a sphere: twice as wide as high, but for what rounding and stitching leave. */
export function isWholeSphere({ width, height }: { readonly width: number; readonly height: number }): boolean {
  return Math.abs(width / height - 2) <= 0.04;
}
