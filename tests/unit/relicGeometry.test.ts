import { describe, expect, it } from 'vitest';
import type { GeometryCodecs } from '#sources/relic/geometry/codecs.ts';
import { determinant, multiply, type Matrix } from '#sources/relic/geometry/matrix.ts';
import { prepareModel, type PreparedModel } from '#sources/relic/geometry/prepareModel.ts';
import { gateGltf } from '#sources/relic/gltf/gate.ts';

/** What of a prepared model's JSON the tests look at. */
interface Json {
  readonly scenes: readonly { readonly nodes: readonly number[] }[];
  readonly nodes: readonly {
    readonly mesh?: number;
    readonly children?: readonly number[];
    readonly extensions?: Readonly<Record<string, { matrix?: Matrix; bufferView: number; count: number }>>;
  }[];
  readonly meshes: readonly {
    readonly primitives: readonly {
      readonly attributes: Readonly<Record<string, number>>;
      readonly indices?: number;
    }[];
  }[];
  readonly accessors: readonly {
    readonly bufferView: number;
    readonly count: number;
    readonly componentType: number;
  }[];
  readonly animations: readonly { readonly name: string }[];
  readonly materials: readonly Readonly<Record<string, unknown>>[];
}

const noCodecs: GeometryCodecs = {
  meshopt: () => Promise.reject(new Error('none')),
  draco: () => Promise.reject(new Error('none')),
};
const jsonOf = (model: PreparedModel): Json => model.json as Json;

/** A model of numbers: each attribute is a list, `indices` too; nodes and the rest are glTF. */
async function prepare(
  primitives: readonly Readonly<Record<string, readonly number[]>>[],
  rest: Readonly<Record<string, unknown>>,
): Promise<PreparedModel> {
  const arrays: (Float32Array | Uint16Array)[] = [];
  const accessors: object[] = [];
  const add = (array: Float32Array | Uint16Array, type: string, componentType: number, count: number): number => {
    arrays.push(array);
    return accessors.push({ bufferView: arrays.length - 1, type, componentType, count }) - 1;
  };
  const sizes: Record<string, number> = { POSITION: 3, NORMAL: 3, TANGENT: 4, TEXCOORD_0: 2, COLOR_0: 4 };
  const meshes = primitives.map(({ indices, ...attributes }, index) => ({
    primitives: [
      {
        attributes: Object.fromEntries(
          Object.entries(attributes).map(([name, values]) => {
            const size = sizes[name] ?? 4;
            return [name, add(new Float32Array(values), `VEC${size}`, 5126, values.length / size)];
          }),
        ),
        ...(indices && { indices: add(new Uint16Array(indices), 'SCALAR', 5123, indices.length) }),
        ...((rest['primitives'] as object[] | undefined)?.[index] ?? {}),
      },
    ],
  }));
  const more = (rest['floats'] as [string, number[]][] | undefined) ?? [];
  for (const [type, values] of more) {
    add(new Float32Array(values), type, 5126, values.length / (type === 'SCALAR' ? 1 : Number(type.slice(3))));
  }
  const bytes = new Uint8Array(arrays.reduce((sum, { byteLength }) => sum + Math.ceil(byteLength / 4) * 4, 0));
  let at = 0;
  const bufferViews = arrays.map((array) => {
    const view = { buffer: 0, byteOffset: at, byteLength: array.byteLength };
    bytes.set(new Uint8Array(array.buffer), at);
    at += Math.ceil(array.byteLength / 4) * 4;
    return view;
  });
  const { primitives: _, floats: __, ...others } = rest;
  const json = { asset: {}, buffers: [{ byteLength: bytes.length }], bufferViews, accessors, meshes, ...others };
  const { gltf, losses } = gateGltf(json, bytes.length);
  expect(losses).toEqual([]);
  return prepareModel(
    gltf,
    (index) => {
      const { byteOffset = 0, byteLength = 0 } = gltf.bufferViews[index] ?? {};
      return bytes.subarray(byteOffset, byteOffset + byteLength);
    },
    noCodecs,
  );
}

const floatsOf = (model: PreparedModel, accessor: number): number[] =>
  [...new Float32Array(model.views[jsonOf(model).accessors[accessor]?.bufferView ?? -1] ?? new ArrayBuffer(0))].map(
    (value) => Math.round(value * 1e4) / 1e4 + 0,
  );
const indicesOf = (model: PreparedModel, accessor: number): number[] => [
  ...new Uint16Array(model.views[jsonOf(model).accessors[accessor]?.bufferView ?? -1] ?? new ArrayBuffer(0)),
];

const TRIANGLE = [0, 0, 0, 1, 0, 0, 0, 1, 0];

describe('what a model is prepared to', () => {
  it('is one draw where parts share a material, each where its node puts it', async () => {
    const quarter = [0, 0, Math.SQRT1_2, Math.SQRT1_2];
    const nodes = [
      { mesh: 0, translation: [5, 0, 0] },
      { children: [2], rotation: quarter },
      { mesh: 1, scale: [2, 2, 2] },
    ];
    const model = await prepare([{ POSITION: TRIANGLE }, { POSITION: TRIANGLE, indices: [0, 1, 2] }], {
      nodes,
      scenes: [{ nodes: [0, 1] }],
    });
    const { meshes, scenes } = jsonOf(model);
    expect(scenes[0]?.nodes.length).toBe(1);
    const { attributes, indices } = meshes[0]?.primitives[0] ?? { attributes: {} };
    expect(floatsOf(model, attributes['POSITION'] ?? -1)).toEqual([
      5, 0, 0, 6, 0, 0, 5, 1, 0, 0, 0, 0, 0, 2, 0, -2, 0, 0,
    ]); // prettier-ignore
    expect(indicesOf(model, indices ?? -1)).toEqual([0, 1, 2, 3, 4, 5]);
    expect(model.bounds?.min.map(Math.round)).toEqual([-2, 0, 0]);
    expect(model.bounds?.max.map(Math.round)).toEqual([6, 2, 0]);
  });

  it('turns the corners of a mirrored part, its normals with the surface, its tangents’ hand over', async () => {
    const NORMAL = [0, 0.6, 0.8, 0, 0.6, 0.8, 0, 0.6, 0.8];
    const TANGENT = [1, 0, 0, 1, 1, 0, 0, 1, 1, 0, 0, 1];
    const part = { POSITION: TRIANGLE, NORMAL, TANGENT, indices: [0, 1, 2] };
    const nodes = [{ mesh: 0 }, { mesh: 1, scale: [-1, 1, 2] }];
    const model = await prepare([part, part], { nodes, scenes: [{ nodes: [0, 1] }] });
    const { attributes, indices } = jsonOf(model).meshes[0]?.primitives[0] ?? { attributes: {} };
    expect(indicesOf(model, indices ?? -1)).toEqual([0, 1, 2, 3, 5, 4]);
    const turned = [0, 0.8321, 0.5547];
    expect(floatsOf(model, attributes['NORMAL'] ?? -1).slice(9)).toEqual([...turned, ...turned, ...turned]);
    expect(floatsOf(model, attributes['TANGENT'] ?? -1).slice(12, 16)).toEqual([-1, 0, 0, -1]);
  });

  it('draws what stands in many places as instances, the mirrored ones apart, each place once', async () => {
    const nodes = Array.from({ length: 40 }, (_, index) => ({
      mesh: 0,
      translation: [index % 20, 0, 0],
      ...(index >= 30 && { scale: [-1, 1, 1] }),
    }));
    const model = await prepare([{ POSITION: TRIANGLE }], { nodes, scenes: [{ nodes: [...nodes.keys()] }] });
    const shown = jsonOf(model).nodes;
    expect(shown.map(({ extensions }) => extensions?.['GROTTO_instances']?.count)).toEqual([20, 10]);
    const matrix = (node: number, index: number): number[] => {
      const { bufferView = -1 } = shown[node]?.extensions?.['GROTTO_instances'] ?? {};
      return [...new Float32Array(model.views[bufferView] ?? new ArrayBuffer(0)).subarray(index * 16, index * 16 + 16)];
    };
    const frame = shown[1]?.extensions?.['GROTTO_place']?.matrix ?? [];
    expect(determinant(frame)).toBe(-1);
    expect(determinant(matrix(1, 0))).toBe(1);
    expect(multiply(frame, matrix(1, 0)).slice(12, 15)).toEqual([10, 0, 0]);
  });

  it('keeps the order of what is seen through, which is sorted by where it stands', async () => {
    const nodes = [{ mesh: 0 }, { mesh: 1, translation: [1, 0, 0] }];
    const glass = { primitives: [{ material: 0 }, { material: 0 }], materials: [{ alphaMode: 'BLEND' }] };
    const part = { POSITION: TRIANGLE };
    const model = await prepare([part, part], { nodes, scenes: [{ nodes: [0, 1] }], ...glass });
    expect(jsonOf(model).scenes[0]?.nodes.length).toBe(2);
  });

  it('leaves in its tree what an animation moves, by names that every copy of the tree has', async () => {
    const nodes = [{ children: [1, 2] }, { mesh: 0 }, { mesh: 1, translation: [3, 0, 0] }];
    const model = await prepare([{ POSITION: TRIANGLE }, { POSITION: TRIANGLE }], {
      nodes,
      scenes: [{ nodes: [0] }],
      floats: [['SCALAR', [0, 1]], ['VEC3', [0, 0, 0, 1, 0, 0]]],
      animations: [
        {
          name: 'swing',
          samplers: [{ input: 2, output: 3 }],
          channels: [{ sampler: 0, target: { node: 1, path: 'translation' } }],
        },
      ],
    }); // prettier-ignore
    const { nodes: shown, animations, scenes } = jsonOf(model);
    expect(animations.map(({ name }) => name)).toEqual(['swing']);
    expect(new Set(shown.map((node) => (node as { name?: string }).name)).size).toBe(shown.length);
    // One that stands still, and the frame of those that move.
    expect(scenes[0]?.nodes.length).toBe(2);
    expect(model.bounds).toEqual({ min: [0, 0, 0], max: [4, 1, 0] });
  });

  it('takes what is no number for its neighbour, so that nothing is measured by it', async () => {
    const broken = [0, 0, 0, 1, 0, 0, NaN, 3e38, -Infinity];
    const model = await prepare([{ POSITION: broken }], { nodes: [{ mesh: 0 }], scenes: [{ nodes: [0] }] });
    expect(model.bounds).toEqual({ min: [0, 0, 0], max: [1, 0, 0] });
    expect(model.losses[0]).toContain('are no numbers');
  });

  it('refuses an index that leads beyond the vertices', async () => {
    const part = { POSITION: TRIANGLE, indices: [0, 1, 3] };
    const opened = prepare([part], { nodes: [{ mesh: 0 }], scenes: [{ nodes: [0] }] });
    await expect(opened).rejects.toThrow('meshes.0.primitives.0.indices: names vertex 3, but there are 3');
  });

  it('shows what has no credible size a metre large, and leaves out what lies nowhere near', async () => {
    const shown = (scale: number) =>
      prepare([{ POSITION: TRIANGLE }], {
        nodes: [{ mesh: 0, scale: [scale, scale, scale] }],
        scenes: [{ nodes: [0] }],
      });
    for (const scale of [1e30, 1e-12]) {
      const { bounds, losses } = await shown(scale);
      expect(bounds?.max[0]).toBeCloseTo(0.5, 6);
      expect(losses.join()).toContain('shown a metre large');
    }
    expect((await shown(40)).losses).toEqual([]);
    const nodes = [{ mesh: 0 }, { mesh: 0, translation: [1e12, 0, 0] }];
    const { bounds, losses } = await prepare([{ POSITION: TRIANGLE }], { nodes, scenes: [{ nodes: [0, 1] }] });
    expect(bounds?.max).toEqual([1, 1, 0]);
    expect(losses.join()).toContain('lie nowhere near');
  });

  it('says specular and glossiness in the words of metal and roughness', async () => {
    const material = {
      extensions: {
        KHR_materials_pbrSpecularGlossiness: { diffuseFactor: [1, 0, 0, 1], specularFactor: [0.04, 0.04, 0.04], glossinessFactor: 0.25 },
      },
    }; // prettier-ignore
    const model = await prepare([{ POSITION: TRIANGLE }], {
      nodes: [{ mesh: 0 }],
      scenes: [{ nodes: [0] }],
      materials: [material],
    });
    expect(jsonOf(model).materials[0]).toMatchObject({
      pbrMetallicRoughness: { baseColorFactor: [1, 0, 0, 1], metallicFactor: 0, roughnessFactor: 0.75 },
      extensions: {},
    });
  });
});
