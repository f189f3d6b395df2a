/**
 * A relic as 3MF: a zip with one XML file that says its unit, so that it is printed at its size, and its colours where
 * it has any. Format: 3MF core specification 1.3, colours of the materials extension.
 */
import { Zip, ZipDeflate, strToU8 } from 'three/addons/libs/fflate.module.js';
import type { Object3D } from 'three';
import { type PrintMesh, type PrintOptions, makePrintMesh, sizeOfPrint } from './printMesh.ts';
import type { PrintFile } from './toStl.ts';

/** What stands in the file for those who find it without the exhibition. */
export interface PrintLabel {
  readonly title?: string;
  /** Makers and rights, as they are shown beside the relic. */
  readonly copyright?: string;
  /** Name or address of the licence. */
  readonly licence?: string;
}

const CONTENT_TYPES =
  '<?xml version="1.0" encoding="UTF-8"?>\n' +
  '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">' +
  '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>' +
  '<Default Extension="model" ContentType="application/vnd.ms-package.3dmanufacturing-3dmodel+xml"/></Types>';
const RELATIONS =
  '<?xml version="1.0" encoding="UTF-8"?>\n' +
  '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">' +
  '<Relationship Target="/3D/3dmodel.model" Id="rel0" ' +
  'Type="http://schemas.microsoft.com/3dmanufacturing/2013/01/3dmodel"/></Relationships>';

/** Throws where there is nothing to print. */
export function to3mf(root: Object3D, options: PrintOptions & { readonly label?: PrintLabel } = {}): PrintFile {
  const mesh = makePrintMesh(root, options);
  const pieces: Uint8Array[] = [];
  const zip = new Zip((error: Error | null, piece: Uint8Array) => {
    if (error) throw new Error(`the 3MF could not be packed: ${error.message}`);
    pieces.push(piece);
  });
  write(zip, '[Content_Types].xml', [CONTENT_TYPES]);
  write(zip, '_rels/.rels', [RELATIONS]);
  write(zip, '3D/3dmodel.model', describeModel(mesh, options.label ?? {}));
  zip.end();
  const { openEdges, tangledEdges } = mesh;
  return {
    bytes: join(pieces),
    triangles: mesh.triangles.length / 3,
    sizeMm: sizeOfPrint(mesh),
    openEdges,
    tangledEdges,
  };
}

/** Text is packed piece by piece: that of a fine scan would be longer than a string may be. */
const PIECE_LENGTH = 1 << 18;

function write(zip: Zip, name: string, lines: Iterable<string>): void {
  const file = new ZipDeflate(name, { level: 6 });
  zip.add(file);
  let text = '';
  for (const line of lines) {
    text += line;
    if (text.length < PIECE_LENGTH) continue;
    file.push(strToU8(text));
    text = '';
  }
  file.push(strToU8(text), true);
}

function* describeModel({ positions, triangles, colours }: PrintMesh, label: PrintLabel): Generator<string> {
  const palette = colours && createPalette(colours);
  yield '<?xml version="1.0" encoding="UTF-8"?>\n<model unit="millimeter" xml:lang="en" ';
  yield 'xmlns="http://schemas.microsoft.com/3dmanufacturing/core/2015/02" ';
  yield 'xmlns:m="http://schemas.microsoft.com/3dmanufacturing/material/2015/02">\n';
  if (label.title !== undefined) yield metadata('Title', label.title);
  if (label.copyright !== undefined) yield metadata('Copyright', label.copyright);
  if (label.licence !== undefined) yield metadata('LicenseTerms', label.licence);
  yield '<resources>\n';
  if (palette) {
    yield '<m:colorgroup id="2">';
    for (const colour of palette.keys()) yield `<m:color color="#${colour.toString(16).padStart(6, '0')}"/>`;
    yield '</m:colorgroup>\n';
  }
  yield `<object id="1" type="model"${palette ? ' pid="2" pindex="0"' : ''}><mesh><vertices>\n`;
  for (let i = 0; i < positions.length; i += 3) {
    yield `<vertex x="${short(positions[i])}" y="${short(positions[i + 1])}" z="${short(positions[i + 2])}"/>\n`;
  }
  yield '</vertices><triangles>\n';
  for (let i = 0; i < triangles.length; i += 3) {
    const place = `<triangle v1="${triangles[i]}" v2="${triangles[i + 1]}" v3="${triangles[i + 2]}"`;
    const [p1, p2, p3] = [0, 1, 2].map((corner) => palette?.get(simplify(colours?.[i + corner] ?? 0)));
    const isPlain = p1 === p2 && p2 === p3;
    yield p1 === undefined
      ? `${place}/>\n`
      : `${place} pid="2" p1="${p1}"${isPlain ? '' : ` p2="${p2}" p3="${p3}"`}/>\n`;
  }
  yield '</triangles></mesh></object>\n</resources>\n<build><item objectid="1"/></build>\n</model>\n';
}

/** Colours that lie nearer together than anybody prints become one, so that the list stays short. */
function simplify(colour: number): number {
  return colour & 0xfcfcfc;
}

function createPalette(colours: Uint32Array): Map<number, number> {
  const palette = new Map<number, number>();
  for (const colour of colours) {
    const simple = simplify(colour);
    if (!palette.has(simple)) palette.set(simple, palette.size);
  }
  return palette;
}

/** Tenths of a micrometre. */
function short(value = 0): string {
  return String(Math.round(value * 1e4) / 1e4);
}

function metadata(name: string, value: string): string {
  return `<metadata name="${name}">${escape(value)}</metadata>\n`;
}

/** XML knows no control characters but tab and line ends, not even escaped, and no halves of a character. */
function escape(text: string): string {
  const plain = text.replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|\p{Cs}/gu, '');
  return plain.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');
}

function join(pieces: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(pieces.reduce((sum, piece) => sum + piece.length, 0));
  let offset = 0;
  for (const piece of pieces) {
    bytes.set(piece, offset);
    offset += piece.length;
  }
  return bytes;
}
