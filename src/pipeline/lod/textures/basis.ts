/**
 * Basis Universal as `ktx2-encoder` brings it: the module itself, because the package's own call neither decodes again
 * nor keeps quiet.
 */

export interface BasisEncoder {
  setSliceSourceImage(index: number, pixels: Uint8Array, width: number, height: number, type: number): boolean | void;
  encode(out: Uint8Array): number;
  setCreateKTX2File(isKtx2: boolean): void;
  setTexType(type: number): void;
  setUASTC(isUastc: boolean): void;
  setPerceptual(isPerceptual: boolean): void;
  setKTX2AndBasisSRGBTransferFunc(isSrgb: boolean): void;
  setMipGen(isWanted: boolean): void;
  setMipSRGB(isSrgb: boolean): void;
  setKTX2UASTCSupercompression(isWanted: boolean): void;
  setNormalMapPreset(): void;
  setQualityLevel(level: number): void;
  setETC1SCompressionLevel(level: number): void;
  setPackUASTCFlags(level: number): void;
  setStatusOutput(isWanted: boolean): void;
  delete(): void;
}

export interface Ktx2File {
  isValid(): boolean;
  getWidth(): number;
  getHeight(): number;
  startTranscoding(): boolean | number;
  getImageTranscodedSizeInBytes(level: number, layer: number, face: number, format: number): number;
  transcodeImage(
    out: Uint8Array,
    level: number,
    layer: number,
    face: number,
    format: number,
    flags: number,
    channel0: number,
    channel1: number,
  ): boolean | number;
  close(): void;
  delete(): void;
}

export interface Basis {
  readonly BasisEncoder: new () => BasisEncoder;
  readonly KTX2File: new (bytes: Uint8Array) => Ktx2File;
  initializeBasis(): void;
}

type LoadBasis = (options: { print(): void; printErr(): void }) => Promise<Basis>;

/** The module in a memory of its own; what it has taken is given back with the thread. */
export async function loadBasis(): Promise<Basis> {
  const url = new URL('../basis/basis_encoder.js', import.meta.resolve('ktx2-encoder'));
  const { default: load } = (await import(url.href)) as { default: LoadBasis };
  const basis = await load({ print: () => undefined, printErr: () => undefined });
  basis.initializeBasis();
  return basis;
}
