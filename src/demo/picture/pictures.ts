/** Which pictures a cave has. */
import type { Cave } from '#demo/cave/cave.ts';
import type { Picture } from '#demo/picture/shade.ts';

export function listPictures({ mixes }: Cave): Picture[] {
  const pictures: Picture[] = [
    { id: 'as-found', layer: 'as-found', mix: mixes['as-found'] },
    { id: 'restored', layer: 'restored', mix: mixes.restored },
    { id: 'line-drawing', layer: 'line-drawing', mix: mixes['line-drawing'] },
  ];
  if (mixes['lamp-light']) pictures.push({ id: 'lamp-light', layer: 'as-found', mix: mixes['lamp-light'] });
  return pictures;
}
