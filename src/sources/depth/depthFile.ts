/** Which of a panorama's depth pictures to load. */

export interface DepthFile {
  readonly uri: string;
  readonly width: number;
  readonly height: number;
}

export interface DepthFiles extends DepthFile {
  /** Smaller pictures of the same, in any order. */
  readonly levels?: readonly DepthFile[] | undefined;
}

/** The widest that is no wider than `mostWidth`; where all are, the narrowest, to be reduced as it is read. */
export function depthFile(depth: DepthFiles, mostWidth: number): DepthFile {
  const { uri, width, height } = depth;
  const files = [...(depth.levels ?? []), { uri, width, height }].sort((a, b) => a.width - b.width);
  return files.findLast((file) => file.width <= mostWidth) ?? files[0] ?? { uri, width, height };
}
