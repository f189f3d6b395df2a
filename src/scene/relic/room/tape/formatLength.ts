/** Millimetres below a centimetre, centimetres below a metre, metres above, as the language writes them. */
export function formatLength(metres: number, language: string): string {
  const [value, unit, digits] =
    metres < 0.01
      ? [metres * 1_000, 'millimeter', 2]
      : metres < 1
        ? [metres * 100, 'centimeter', 1]
        : [metres, 'meter', 2];
  return new Intl.NumberFormat(language, {
    style: 'unit',
    unit,
    minimumFractionDigits: digits,
    maximumFractionDigits: digits,
  }).format(value);
}
