import { useMemo } from 'react';
import encodeQR from 'qr';

/** Modules of empty ground around a code, as its standard wants them. */
const QUIET = 4;

/** A text as a QR code, dark on light whatever the page's colours are. */
export function QrCode({ text, label }: { text: string; label: string }) {
  const rows = useMemo(() => encodeQR(text, 'raw', { ecc: 'medium', border: QUIET }), [text]);
  const size = rows.length;
  return (
    <svg viewBox={`0 0 ${size} ${size}`} className="qr" role="img" aria-label={label} shapeRendering="crispEdges">
      <rect width={size} height={size} className="qr__ground" />
      <path d={drawModules(rows)} className="qr__modules" />
    </svg>
  );
}

/** Neighbours of a row as one stroke. */
function drawModules(rows: readonly (readonly boolean[])[]): string {
  let path = '';
  rows.forEach((row, y) => {
    for (let x = 0; x < row.length; x++) {
      if (!row[x]) continue;
      const start = x;
      while (row[x + 1]) x++;
      path += `M${start} ${y}h${x + 1 - start}v1h-${x + 1 - start}z`;
    }
  });
  return path;
}
