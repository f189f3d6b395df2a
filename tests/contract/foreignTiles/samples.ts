/**
 * One description for each format of another viewer, with addresses that were worked out by hand from that format's own
 * documentation or code.
 */
import type { ForeignSource } from '#sources/panorama/foreign/schema.ts';

export interface Sample {
  readonly name: string;
  readonly source: ForeignSource;
  /** Width and height of each level, coarse to fine. */
  readonly sizes: readonly (readonly [number, number])[];
  readonly count: number;
  /** By level, face (as in "frblud"; 0 for a whole sphere), column and row as the engine counts them. */
  readonly addresses: readonly (readonly [readonly [number, number, number, number], string])[];
}

const NAMES = { left: 'l.jpg', front: 'f.jpg', right: 'r.jpg', back: 'b.jpg', top: 't.jpg', bottom: 'd.jpg' };

export const SAMPLES: readonly Sample[] = [
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
  {
    // photo-sphere-viewer.js.org/guide/adapters/equirectangular-tiles.html
    name: 'Photo Sphere Viewer, equirectangular tiles of one level',
    source: {
      type: 'psv-equirect-tiles',
      tileUrl: 'tile_{x}x{y}.jpg',
      width: 6000,
      cols: 16,
      rows: 8,
      baseUrl: 'low_res.jpg',
      baseWidth: 1024,
    },
    sizes: [
      [1024, 512],
      [6000, 3000],
    ],
    count: 2 + 128,
    addresses: [
      [[0, 0, 1, 0], 'low_res.jpg'],
      [[1, 0, 15, 7], 'tile_15x7.jpg'],
    ],
  },
  {
    name: 'Photo Sphere Viewer, equirectangular tiles in levels, not square',
    source: {
      type: 'psv-equirect-tiles',
      tileUrl: '{z}/{y}-{x}.webp',
      levels: [
        { width: 2000, cols: 8, rows: 2 },
        { width: 8000, cols: 16, rows: 4 },
      ],
    },
    sizes: [
      [2000, 1000],
      [8000, 4000],
    ],
    count: 16 + 64,
    addresses: [
      [[0, 0, 7, 1], '0/1-7.webp'],
      [[1, 0, 3, 2], '1/2-3.webp'],
    ],
  },
  {
    // iiif.io/api/image/3.0: a region in pixels of the whole, then w,h; the whole region is "full", its full size "max".
    name: 'IIIF Image API 3',
    source: {
      type: 'iiif-image',
      uri: 'iiif/hall',
      version: 3,
      width: 4001,
      height: 2001,
      tiles: [{ width: 512, scaleFactors: [1, 2, 4, 8, 16] }],
    },
    sizes: [
      [501, 251],
      [1001, 501],
      [2001, 1001],
      [4001, 2001],
    ],
    count: 1 + 2 + 8 + 32,
    addresses: [
      [[0, 0, 0, 0], 'iiif/hall/full/501,251/0/default.jpg'],
      [[1, 0, 1, 0], 'iiif/hall/2048,0,1953,2001/489,501/0/default.jpg'],
      [[3, 0, 7, 3], 'iiif/hall/3584,1536,417,465/417,465/0/default.jpg'],
    ],
  },
  {
    // iiif.io/api/image/2.1/#canonical-uri-syntax: w, alone; full for the full size.
    name: 'IIIF Image API 2',
    source: {
      type: 'iiif-image',
      uri: 'iiif/hall',
      version: 2,
      profile: 'level2',
      width: 1000,
      height: 500,
      tiles: [{ width: 256, scaleFactors: [1, 2, 4] }],
    },
    sizes: [
      [250, 125],
      [500, 250],
      [1000, 500],
    ],
    count: 1 + 2 + 8,
    addresses: [
      [[0, 0, 0, 0], 'iiif/hall/full/250,/0/default.jpg'],
      [[1, 0, 1, 0], 'iiif/hall/512,0,488,500/244,/0/default.jpg'],
      [[2, 0, 3, 1], 'iiif/hall/768,256,232,244/232,/0/default.jpg'],
    ],
  },
  {
    name: 'IIIF level 0 that lists sizes alone',
    source: {
      type: 'iiif-image',
      uri: 'iiif/hall/',
      version: 3,
      width: 2048,
      height: 1024,
      maxWidth: 1500,
      sizes: [
        { width: 2048, height: 1024 },
        { width: 1024, height: 512 },
        { width: 400, height: 200 },
      ],
    },
    sizes: [
      [400, 200],
      [1024, 512],
    ],
    count: 1 + 2,
    addresses: [[[1, 0, 1, 0], 'iiif/hall/full/1024,512/0/default.jpg']],
  },
  {
    // OpenSeadragon's DziTileSource: level 0 is one pixel; tiles repeat their neighbours at inner edges.
    name: 'Deep Zoom',
    source: {
      type: 'deep-zoom',
      uri: 'scans/hall.dzi',
      width: 2000,
      height: 1000,
      tileSize: 254,
      overlap: 1,
      format: 'jpg',
    },
    sizes: [
      [250, 125],
      [500, 250],
      [1000, 500],
      [2000, 1000],
    ],
    count: 1 + 2 + 8 + 32,
    addresses: [
      [[0, 0, 0, 0], 'scans/hall_files/8/0_0.jpg'],
      [[3, 0, 7, 2], 'scans/hall_files/11/7_2.jpg'],
    ],
  },
  {
    // OpenSeadragon's ZoomifyTileSource: tiers from the smallest, all tiles counted together, 256 to a group.
    name: 'Zoomify',
    source: { type: 'zoomify', uri: 'scans/hall', width: 8192, height: 4096, numTiles: 1 + 2 + 8 + 32 + 128 + 512 },
    sizes: [
      [256, 128],
      [512, 256],
      [1024, 512],
      [2048, 1024],
      [4096, 2048],
      [8192, 4096],
    ],
    count: 683,
    addresses: [
      [[0, 0, 0, 0], 'scans/hall/TileGroup0/0-0-0.jpg'],
      [[5, 0, 20, 2], 'scans/hall/TileGroup0/5-20-2.jpg'],
      [[5, 0, 21, 2], 'scans/hall/TileGroup1/5-21-2.jpg'],
      [[5, 0, 31, 15], 'scans/hall/TileGroup2/5-31-15.jpg'],
    ],
  },
];
