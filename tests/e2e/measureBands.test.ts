import { expect, it } from 'vitest';
import { openRelicPages } from './relicStage/open.ts';
it('measures bands', async () => {
  const pages = await openRelicPages();
  const { page } = await pages.open();
  const out = await page.evaluate(async () => {
    const N = 4096;
    const oc = new OffscreenCanvas(N, N); const c2 = oc.getContext('2d')!; for (let i=0;i<2000;i++){c2.fillStyle=`hsl(${i},70%,50%)`;c2.fillRect((i*97)%N,(i*57)%N,200,200);}
    const blob = await oc.convertToBlob({ type: 'image/webp', quality: 0.8 });
    const bitmap = await createImageBitmap(blob, { colorSpaceConversion: 'none', premultiplyAlpha: 'none' });
    const gl = document.createElement('canvas').getContext('webgl2')!;
    const make = () => { const t = gl.createTexture(); gl.bindTexture(gl.TEXTURE_2D, t); gl.texStorage2D(gl.TEXTURE_2D, 13, gl.RGBA8, N, N); return t; };
    const res: Record<string, unknown> = {};
    gl.pixelStorei(gl.UNPACK_COLORSPACE_CONVERSION_WEBGL, gl.NONE);
    for (let round = 0; round < 2; round++) {
      make(); let s = performance.now(); gl.texSubImage2D(gl.TEXTURE_2D, 0, 0, 0, gl.RGBA, gl.UNSIGNED_BYTE, bitmap); res['whole'+round] = performance.now() - s;
      s = performance.now(); gl.generateMipmap(gl.TEXTURE_2D); res['mip'+round] = performance.now() - s; s = performance.now(); gl.finish(); res['finish'+round] = performance.now()-s;
      make(); const times: number[] = [];
      for (let y = 0; y < N; y += 64) { s = performance.now(); gl.pixelStorei(gl.UNPACK_SKIP_ROWS, y); gl.texSubImage2D(gl.TEXTURE_2D, 0, 0, y, N, 64, gl.RGBA, gl.UNSIGNED_BYTE, bitmap); times.push(performance.now() - s); await new Promise(r=>setTimeout(r,5)); }
      gl.pixelStorei(gl.UNPACK_SKIP_ROWS, 0);
      res['bands'+round] = [Math.max(...times), times.reduce((a,b)=>a+b,0)]; s = performance.now(); gl.finish(); res['bfinish'+round] = performance.now()-s;
      res['err'] = gl.getError();
      const data = new Uint8Array(N*N*4); make(); s = performance.now(); gl.texSubImage2D(gl.TEXTURE_2D,0,0,0,N,N,gl.RGBA,gl.UNSIGNED_BYTE,data); res['data'+round]=performance.now()-s; s = performance.now(); gl.finish(); res['dfinish'+round] = performance.now()-s;
      const buf = gl.createBuffer(); gl.bindBuffer(gl.ARRAY_BUFFER, buf); const arr=new Float32Array(18e6/4); s = performance.now(); gl.bufferData(gl.ARRAY_BUFFER, arr, gl.STATIC_DRAW); res['buffer18MB'+round]=performance.now()-s; s = performance.now(); gl.finish(); res['buffinish'+round]=performance.now()-s;
    }
    return res;
  });
  console.log(JSON.stringify(out));
  expect(1).toBe(1);
  await pages.close();
});
