/** Names an ICC colour profile by its description tag. */

export function nameProfile(icc: Uint8Array): string {
  const view = new DataView(icc.buffer, icc.byteOffset, icc.byteLength);
  const unnamed = 'unnamed profile';
  if (icc.byteLength < 132) return unnamed;
  const count = Math.min(view.getUint32(128), 100);
  for (let i = 0; i < count; i++) {
    const entry = 132 + i * 12;
    if (entry + 12 > icc.byteLength) return unnamed;
    if (readAscii(view, entry, 4) !== 'desc') continue;
    const start = view.getUint32(entry + 4);
    const length = view.getUint32(entry + 8);
    if (start + length > icc.byteLength || length < 12) return unnamed;
    return readDescription(view, start, length).slice(0, 200).trim() || unnamed;
  }
  return unnamed;
}

function readDescription(view: DataView, start: number, length: number): string {
  const type = readAscii(view, start, 4);
  if (type === 'desc') {
    const count = Math.min(view.getUint32(start + 8), length - 12);
    return readAscii(view, start + 12, Math.max(0, count - 1));
  }
  if (type !== 'mluc' || length < 28) return '';
  const textLength = view.getUint32(start + 20);
  const textStart = view.getUint32(start + 24);
  if (textStart + textLength > length) return '';
  let text = '';
  for (let i = 0; i + 1 < textLength; i += 2) text += String.fromCharCode(view.getUint16(start + textStart + i));
  return text.replaceAll('\0', '');
}

function readAscii(view: DataView, start: number, length: number): string {
  let text = '';
  for (let i = 0; i < length; i++) text += String.fromCharCode(view.getUint8(start + i));
  return text;
}
