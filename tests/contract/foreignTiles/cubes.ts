import type { Sample } from './samples.ts';

const NAMES = { left: 'l.jpg', front: 'f.jpg', right: 'r.jpg', back: 'b.jpg', top: 't.jpg', bottom: 'd.jpg' };

export const CUBES: readonly Sample[] = [
  {
    // krpano.com/docu/xml/#image.cube: multires="512,640,1152,2304", levels, rows and columns from 1.
    name: 'krpano',
    source: {
      type: 'krpano-tiles',
      url: 'panos/hall.tiles/%s/l%l/%0v/l%l_%s_%0v_%00h.jpg',
      multires: '512, 640, 1152, 2304',
      preview: { uri: 'panos/hall.tiles/preview.jpg', faceSize: 256 },
    },
    sizes: [
      [640, 640],
      [1152, 1152],
      [2304, 2304],
    ],
    count: 6 * (4 + 9 + 25),
    addresses: [
      [[0, 0, 0, 0], 'panos/hall.tiles/f/l1/01/l1_f_01_001.jpg'],
      [[0, 5, 1, 0], 'panos/hall.tiles/d/l1/01/l1_d_01_002.jpg'],
      [[2, 3, 4, 2], 'panos/hall.tiles/l/l3/03/l3_l_03_005.jpg'],
    ],
  },
  {
    name: 'krpano, with rows and columns from 0',
    source: { type: 'krpano-tiles', url: '%s/%l_%y_%x.jpg', multires: '500,1000', baseIndex: 0 },
    sizes: [[1000, 1000]],
    count: 24,
    addresses: [[[0, 4, 1, 0], 'u/1_0_1.jpg']],
  },
  {
    // pannellum.org/documentation/reference/#multires and its generate.py: halves rounded down, levels from 1.
    name: 'Pannellum multires',
    source: {
      type: 'pannellum-multires',
      basePath: 'tiles',
      path: '/%l/%s%y_%x',
      extension: 'jpg',
      tileResolution: 512,
      maxLevel: 4,
      cubeResolution: 2_904,
    },
    sizes: [
      [363, 363],
      [726, 726],
      [1452, 1452],
      [2904, 2904],
    ],
    count: 6 * (1 + 4 + 9 + 36),
    addresses: [
      [[0, 2, 0, 0], 'tiles/1/b0_0.jpg'],
      [[3, 1, 5, 2], 'tiles/4/r2_5.jpg'],
      [[2, 5, 0, 2], 'tiles/3/d2_0.jpg'],
    ],
  },
  {
    // marzipano.net/reference/ImageUrlSource.html: z counts all levels from 0, the preview is level 0.
    name: 'Marzipano Tool',
    source: {
      type: 'marzipano-tiles',
      url: 'tiles/0-hall/{z}/{f}/{y}/{x}.jpg',
      levels: [
        { tileSize: 256, size: 256, fallbackOnly: true },
        { tileSize: 512, size: 512 },
        { tileSize: 512, size: 1024 },
      ],
      cubeMapPreviewUrl: 'tiles/0-hall/preview.jpg',
    },
    sizes: [
      [512, 512],
      [1024, 1024],
    ],
    count: 6 * (1 + 4),
    addresses: [
      [[0, 0, 0, 0], 'tiles/0-hall/1/f/0/0.jpg'],
      [[1, 3, 1, 0], 'tiles/0-hall/2/l/0/1.jpg'],
    ],
  },
  {
    name: 'Marzipano, with a tile size for each level',
    source: {
      type: 'marzipano-tiles',
      url: '{f}{z}-{x}-{y}.png',
      levels: [
        { tileSize: 320, size: 640 },
        { tileSize: 512, size: 1300 },
      ],
    },
    sizes: [
      [640, 640],
      [1300, 1300],
    ],
    count: 6 * (4 + 9),
    addresses: [
      [[0, 2, 1, 1], 'b0-1-1.png'],
      [[1, 4, 2, 0], 'u1-2-0.png'],
    ],
  },
  {
    // photo-sphere-viewer.js.org/guide/adapters/cubemap-tiles.html; top and bottom are turned unless flipTopBottom is set.
    name: 'Photo Sphere Viewer, cubemap tiles in levels',
    source: {
      type: 'psv-cube-tiles',
      tileUrl: 'cave/{z}/{f}_{x}_{y}.jpg',
      levels: [
        { faceSize: 1500, nbTiles: 4 },
        { faceSize: 500, nbTiles: 1 },
      ],
      baseUrl: NAMES,
      baseSize: 128,
    },
    sizes: [
      [128, 128],
      [500, 500],
      [1500, 1500],
    ],
    count: 6 * (1 + 1 + 16),
    addresses: [
      [[0, 4, 0, 0], 't.jpg'],
      [[1, 1, 0, 0], 'cave/0/right_0_0.jpg'],
      [[2, 0, 3, 1], 'cave/1/front_3_1.jpg'],
      [[2, 4, 3, 1], 'cave/1/top_0_2.jpg'],
      [[2, 5, 0, 0], 'cave/1/bottom_3_3.jpg'],
    ],
  },
  {
    name: 'Photo Sphere Viewer, cubemap tiles of one level, flipped',
    source: {
      type: 'psv-cube-tiles',
      tileUrl: '{f}/{y}/{x}.jpg',
      faceSize: 6000,
      nbTiles: 8,
      flipTopBottom: true,
      faces: ['pz', 'px', 'nz', 'nx', 'py', 'ny'],
    },
    sizes: [[6000, 6000]],
    count: 6 * 64,
    addresses: [
      [[0, 4, 7, 1], 'py/1/7.jpg'],
      [[0, 3, 0, 2], 'nx/2/0.jpg'],
    ],
  },
  {
    name: 'Photo Sphere Viewer, cubemap',
    source: { type: 'psv-cubemap', paths: NAMES, size: 1024 },
    sizes: [
      [512, 512],
      [1024, 1024],
    ],
    count: 6 * (1 + 4),
    addresses: [
      [[0, 3, 0, 0], 'l.jpg'],
      [[1, 5, 1, 1], 'd.jpg'],
    ],
  },
];
