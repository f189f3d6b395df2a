/** Linear prediction for FLAC: Levinson and Durbin's recursion on a windowed block, coefficients rounded to 14 bits. */
export interface Predictor {
  readonly order: number;
  readonly precision: number;
  readonly shift: number;
  readonly coefficients: readonly number[];
  /** What is left after prediction, from sample `order` on. */
  readonly residual: Int32Array;
}

const ORDER = 10;
const PRECISION = 14;

export function findPredictor(values: Int32Array): Predictor {
  const none = { order: 0, precision: PRECISION, shift: 0, coefficients: [], residual: values };
  if (values.length < ORDER * 4) return none;
  const model = recursion(correlate(values));
  if (!model) return none;
  const largest = Math.max(...model.map(Math.abs));
  const shift = Math.max(0, Math.min(15, PRECISION - 2 - Math.max(0, Math.ceil(Math.log2(largest + 1e-9)))));
  const high = (1 << (PRECISION - 1)) - 1;
  const coefficients = model.map((value) => Math.max(-high, Math.min(high, Math.round(value * (1 << shift)))));
  const residual = new Int32Array(values.length - ORDER);
  for (let i = ORDER; i < values.length; i++) {
    let sum = 0;
    for (let k = 0; k < ORDER; k++) sum += coefficients[k]! * values[i - 1 - k]!;
    residual[i - ORDER] = values[i]! - Math.floor(sum / (1 << shift));
  }
  return { order: ORDER, precision: PRECISION, shift, coefficients, residual };
}

function correlate(values: Int32Array): Float64Array {
  const windowed = Float64Array.from(
    values,
    (value, i) => value * (0.5 - 0.5 * Math.cos((2 * Math.PI * (i + 0.5)) / values.length)),
  );
  const sums = new Float64Array(ORDER + 1);
  for (let lag = 0; lag <= ORDER; lag++) {
    for (let i = lag; i < windowed.length; i++) sums[lag]! += windowed[i]! * windowed[i - lag]!;
  }
  sums[0]! *= 1 + 1e-9;
  return sums;
}

function recursion(sums: Float64Array): number[] | undefined {
  if (sums[0]! <= 0) return undefined;
  let model: number[] = [];
  let error = sums[0]!;
  for (let order = 1; order <= ORDER; order++) {
    let reflection = sums[order]!;
    for (let k = 0; k < order - 1; k++) reflection -= model[k]! * sums[order - 1 - k]!;
    reflection /= error;
    const last = model;
    model = last.map((value, k) => value - reflection * last[order - 2 - k]!);
    model.push(reflection);
    error *= 1 - reflection * reflection;
    if (!(error > 0)) return undefined;
  }
  return model;
}
