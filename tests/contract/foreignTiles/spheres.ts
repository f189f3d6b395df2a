import type { Sample } from './samples.ts';

export const SPHERES: readonly Sample[] = [
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
    // krpano.com/docu/xml/#image: sizes of the whole sphere, levels, rows and columns from 1.
    name: 'krpano, tiles of a whole sphere',
    source: { type: 'krpano-tiles', url: 'hall/l%l_%0v_%0h.jpg', multires: '512,1024x512,4000x2000' },
    sizes: [
      [1024, 512],
      [4000, 2000],
    ],
    count: 2 + 8 * 4,
    addresses: [
      [[0, 0, 1, 0], 'hall/l1_01_02.jpg'],
      [[1, 0, 7, 3], 'hall/l2_04_08.jpg'],
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
