/** The parts of untyped peers that the bench and the tests call. */

declare module 'marzipano' {
  interface View {
    setParameters(parameters: { yaw: number; pitch: number; fov?: number }): void;
  }
  interface Scene {
    switchTo(options: { transitionDuration: number }): void;
  }
  interface Level {
    tileSize: number;
    size: number;
    fallbackOnly?: boolean;
  }
  const Marzipano: {
    Viewer: new (container: HTMLElement) => {
      createScene(options: { source: object; geometry: object; view: View; pinFirstLevel: boolean }): Scene;
      destroy(): void;
    };
    ImageUrlSource: {
      fromString(template: string, options: { cubeMapPreviewUrl: string; cubeMapPreviewFaceOrder?: string }): object;
    };
    CubeGeometry: new (levels: readonly Level[]) => object;
    RectilinearView: new (parameters: { yaw: number; pitch: number; fov: number }) => View;
  };
  export default Marzipano;
}

declare module 'pannellum/build/pannellum.js';

interface PannellumViewer {
  lookAt(pitch: number, yaw: number, hfov: number | undefined, animated: boolean): void;
  on(type: 'load' | 'error', listener: (fault: string) => void): void;
  isLoaded(): boolean;
  destroy(): void;
}

interface Window {
  pannellum: { viewer(container: HTMLElement, config: object): PannellumViewer };
}
