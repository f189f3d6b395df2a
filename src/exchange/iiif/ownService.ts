/**
 * What IIIF has no words for travels in services of our own kind: other viewers pass over them, an import reads them back.
 * Nothing in them is believed: the document's own gate judges what comes of it.
 */
import type { PanoramaSource } from '#document/schema.ts';
import { type WrittenFlat, writtenFlatSchema } from '#sources/flat/foreign.ts';
import { writtenSourceSchema } from '#sources/panorama/foreign/schema.ts';
import { isJsonObject } from '#document/schemaWalk.ts';
import { validate } from '#document/opening/validate.ts';
import type { Foreign } from '../reading/foreign.ts';

export const OWN_SERVICES = {
  /** On a picture: how the layer of a panorama lies on disk. */
  layer: 'GrottoLayer',
  /** On a canvas: how a flat picture lies on disk and is told. */
  flat: 'GrottoFlat',
  /** On a model: one step of a ladder, with what it weighs. */
  step: 'GrottoStep',
  /** On a scene: the viewer builds the hall and sets its relics up. */
  hall: 'GrottoHall',
} as const;

/** The service of this kind, opened; it counts as read. Others stay, to be told as losses. */
export function takeOwnService(owner: Foreign, kind: keyof typeof OWN_SERVICES): Foreign | null {
  const services = owner.peek('service');
  if (!Array.isArray(services)) return null;
  const index = services.findIndex((one) => isJsonObject(one) && one['type'] === OWN_SERVICES[kind]);
  const found: unknown = services[index];
  if (!isJsonObject(found)) return null;
  if (services.length === 1) owner.ignore('service');
  const service = owner.ledger.open(found, `${owner.at('service')}/${index}`);
  service.ignore('id', 'type', 'profile');
  return service;
}

export function readSource(service: Foreign): PanoramaSource | null {
  const source = service.take('source');
  if (!isJsonObject(source) || validate(writtenSourceSchema, source).length > 0) return null;
  // What the schema finds no fault in is what its type says.
  return source as unknown as PanoramaSource;
}

/** The same of a flat picture. */
export function readFlatSource(service: Foreign): WrittenFlat | null {
  const source = service.take('source');
  return isJsonObject(source) && validate(writtenFlatSchema, source).length === 0
    ? (source as unknown as WrittenFlat)
    : null;
}
