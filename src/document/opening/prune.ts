/**
 * Takes out of a document, in place, what its schema refuses: always the smallest part that can go — an optional key,
 * else the hotspot, link, layer, asset or plan around it. What cannot go is mended (`mend.ts`).
 */
import type { Fault, FaultList } from '../fault.ts';
import {
  childSchema,
  isJsonObject,
  isOptional,
  type JsonObject,
  type PathKey,
  type Schema,
  shapeOf,
} from '../schemaWalk.ts';
import { mendNode, mendRoot, mendSourceType } from './mend.ts';
import { type Places, readKey, writtenPlace } from './places.ts';
import { toFault, validate } from './validate.ts';

/** Why things are gone or broken: by the object itself for nodes, by id for assets and `asset/layer` for layers. */
export interface Losses {
  readonly brokenNodes: Map<object, Fault[]>;
  readonly lostAssets: Map<string, Fault[]>;
}

/** Taking one thing out may show another fault (a panorama without layers); more rounds than this mean no progress. */
const MAX_ROUNDS = 8;

/** True where the document is sound afterwards; false where its root cannot be mended. */
export function prune(schema: Schema, root: JsonObject, places: Places, faults: FaultList, losses: Losses): boolean {
  for (let round = 0; round < MAX_ROUNDS; round++) {
    const issues = validate(schema, root);
    if (issues.length === 0) return true;
    const removals = new Map<unknown[], Set<number>>();
    for (const issue of issues) {
      const fault = faults.add(toFault(issue, writtenPlace(root, issue.path, places)));
      const part = findPart(schema, root, issue.path);
      if (!part) {
        if (!mendRoot(root, issue.path[0])) return false;
      } else if (!Array.isArray(part.owner)) {
        mendSourceType(part.owner, String(part.key));
      } else if (part.owner === root['nodes'] && isJsonObject(part.value)) {
        const { isBroken } = mendNode(part.value, issue.path[2], Number(part.key), part.owner);
        if (isBroken) note(losses.brokenNodes, part.value, fault);
      } else {
        if (part.owner === root['assets']) noteAsset(losses, part.value, fault);
        const indices = removals.get(part.owner) ?? new Set<number>();
        removals.set(part.owner, indices.add(Number(part.key)));
      }
    }
    for (const [list, indices] of removals) removeAt(list, indices);
  }
  return false;
}

export function note<Key>(map: Map<Key, Fault[]>, key: Key, fault: Fault): void {
  const faults = map.get(key);
  if (faults) faults.push(fault);
  else map.set(key, [fault]);
}

export function removeAt(list: unknown[], indices: ReadonlySet<number>): void {
  const kept = list.filter((_, index) => !indices.has(index));
  list.length = 0;
  for (const element of kept) list.push(element);
}

function noteAsset(losses: Losses, asset: unknown, fault: Fault): void {
  const id = readKey(asset, 'id');
  if (typeof id === 'string') note(losses.lostAssets, id, fault);
}

interface Part {
  readonly owner: unknown[] | JsonObject;
  readonly key: PathKey;
  readonly value: unknown;
}

/** The innermost part on the way to a fault that a document can do without. */
function findPart(schema: Schema, root: JsonObject, path: readonly PathKey[]): Part | undefined {
  let part: Part | undefined;
  let owner: unknown = root;
  let ownerSchema = schema;
  for (const key of path) {
    const shape = shapeOf(ownerSchema, owner);
    const child = childSchema(shape, key);
    if (!child) break;
    const value = readKey(owner, key);
    if (Array.isArray(owner) ? isListOfThings(child) : isJsonObject(owner) && isOptional(child)) {
      part = { owner: owner as Part['owner'], key, value };
    }
    owner = value;
    ownerSchema = child;
  }
  return part;
}

/** Numbers and words of a list mean something by their place; only objects can be taken out one by one. */
function isListOfThings(element: Schema): boolean {
  return element._zod.def.type === 'object' || element._zod.def.type === 'union';
}
