import { Matrix4, PerspectiveCamera } from 'three';
import { describe, expect, it } from 'vitest';
import { createEyeView, writeEyeView } from '#scene/frame/eyeView.ts';
import { toRadians } from '#shared/angle.ts';
import { directionOf } from '#shared/vec.ts';

describe('an eye’s view from a camera', () => {
  it('has the tangents of a symmetric camera and its axes', () => {
    const camera = new PerspectiveCamera(60, 16 / 9, 0.1, 100);
    camera.rotation.set(toRadians(20), -toRadians(50), 0, 'YXZ');
    camera.position.set(3, 2, 1);
    camera.updateMatrixWorld();
    const eye = createEyeView();
    writeEyeView(eye, camera.matrixWorld.elements, camera.projectionMatrix.elements, 1280, 720);
    const tangent = Math.tan(toRadians(30));
    expect(eye.tanTop).toBeCloseTo(tangent, 12);
    expect(eye.tanBottom).toBeCloseTo(tangent, 12);
    expect(eye.tanLeft).toBeCloseTo((tangent * 16) / 9, 12);
    expect(eye.tanRight).toBeCloseTo((tangent * 16) / 9, 12);
    directionOf(toRadians(50), toRadians(20)).forEach((value, i) => expect(eye.forward[i]).toBeCloseTo(value, 12));
    expect([eye.widthPx, eye.heightPx]).toEqual([1280, 720]);
  });

  it('has the four different tangents of a headset’s eye', () => {
    const [left, right, top, bottom] = [1.376, 0.839, 0.965, 1.428];
    const near = 0.1;
    const projection = new Matrix4().makePerspective(-left * near, right * near, top * near, -bottom * near, near, 100);
    const eye = createEyeView();
    writeEyeView(eye, new Matrix4().elements, projection.elements, 2064, 2208);
    expect(eye.tanLeft).toBeCloseTo(left, 12);
    expect(eye.tanRight).toBeCloseTo(right, 12);
    expect(eye.tanTop).toBeCloseTo(top, 12);
    expect(eye.tanBottom).toBeCloseTo(bottom, 12);
  });

  it('keeps its axes of unit length where the rig is scaled', () => {
    const eye = createEyeView();
    writeEyeView(
      eye,
      new Matrix4().makeScale(5, 5, 5).elements,
      new PerspectiveCamera().projectionMatrix.elements,
      1,
      1,
    );
    expect([eye.right, eye.up, eye.forward]).toEqual([[1, 0, 0], [0, 1, 0], [-0, -0, -1]]); // prettier-ignore
  });
});
