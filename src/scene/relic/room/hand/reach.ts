/** What the visitor's hands do in the relic room: desk, tools and the commands they lead to. */
import type { Vec3 } from '#shared/vec.ts';
import { ringOf } from '#tour/sound/commands.ts';
import { hold, anchorZoom, focusOn, showWhole, zoomBy } from '#tour/relic/orbit/wishes.ts';
import { type Motion, noMotion } from '#tour/relic/orbit/orbitState.ts';
import type { Overlay } from '../sign/overlay.ts';
import type { LampHandle } from '../light/lampHandle.ts';
import type { RelicRoomOptions } from '../roomOptions.ts';
import type { SectionHandle } from '../section/sectionHandle.ts';
import type { Showcase } from '../showcase.ts';
import type { OrbitView } from '../view/orbitView.ts';
import type { Handle, RoomDesk, Spot } from './desk.ts';

export interface ReachParts {
  readonly options: RelicRoomOptions;
  readonly view: OrbitView;
  readonly overlay: Overlay;
  readonly lamp: LampHandle;
  readonly section: SectionHandle;
  readonly showcase: () => Showcase | null;
  readonly signal: AbortSignal;
}

/** The devices' desk over the parts of the room. */
export function createDesk(parts: ReachParts): RoomDesk {
  const { options, view, overlay, lamp, section, showcase } = parts;
  const { tour, requestFrame } = options;
  const commands = tour.commands.relic;
  const devices: Motion[] = [];
  /** Grows with every question, so that late answers are not taken for the latest. */
  let asked = 0;

  const toolIs = (tool: 'tape' | 'lamp' | 'section' | 'orbit'): boolean => showcase()?.relic.tool === tool;
  const onlyWith = (tool: 'lamp' | 'section', handle: Handle): Handle => ({
    grab: (spot, reachPx) => toolIs(tool) && handle.grab(spot, reachPx),
    drag: (spot) => handle.drag(spot),
    release: () => handle.release(),
  });
  /** Acts on the surface at a spot once it is known, unless the relic is another by then. */
  const at = async (spot: Spot, use: (point: Vec3 | null) => void): Promise<void> => {
    const open = showcase();
    const hit = await open?.pick(spot);
    if (!open || showcase() !== open) return;
    use(hit?.point ?? null);
    requestFrame();
  };
  const middle = (): Spot => view.shift;
  const seekAt = (spot: Spot | null): void => {
    const serial = ++asked;
    const take = (point: Vec3 | null): void => {
      const open = showcase();
      if (serial !== asked || !open) return;
      overlay.seek = point;
      open.isStale = true;
      requestFrame();
    };
    if (spot) void at(spot, take);
    else take(null);
  };
  const measureAt = (spot: Spot): void =>
    void at(spot, (point) => {
      if (point && toolIs('tape')) commands.measure(point);
    });

  const rings = (): string | null => {
    const hotspotId = showcase()?.relic.hotspotId ?? null;
    return hotspotId !== null && ringOf(tour.store.getState(), hotspotId) ? hotspotId : null;
  };
  const strikeAt = (spot: Spot): boolean => {
    const hotspotId = rings();
    if (hotspotId === null) return false;
    void at(spot, (point) => {
      if (point) tour.commands.sound.ring(hotspotId);
    });
    return true;
  };

  return {
    element: options.renderer.domElement,
    view,
    signal: parts.signal,
    isOpen: () => showcase() !== null,
    wake: requestFrame,
    handles: [onlyWith('section', section), onlyWith('lamp', lamp)],
    tap(spot, reachPx) {
      const open = showcase();
      if (!open) return false;
      const annotationId = open.annotated.marks.at(spot, reachPx, view);
      if (annotationId !== null) {
        commands.openAnnotation(annotationId);
        return true;
      }
      if (toolIs('tape')) {
        measureAt(spot);
        return true;
      }
      strikeAt(spot);
      // Two of them still look at what is there.
      return false;
    },
    focus(spot) {
      void at(spot, (point) => {
        if (point) focusOn(view.state, point, view.limits);
        else showWhole(view.state, view.limits, true);
      });
    },
    hover(spot) {
      const open = showcase();
      if (!open) return '';
      const annotationId = spot && open.annotated.marks.at(spot, 14, view);
      if (open.annotated.marks.point(annotationId)) {
        open.isStale = true;
        requestFrame();
      }
      if (annotationId !== null) return 'pointer';
      if (toolIs('tape')) {
        seekAt(spot);
        return 'crosshair';
      }
      if (toolIs('lamp')) return 'move';
      return toolIs('section') && spot && section.at(spot, 14) ? 'pointer' : 'grab';
    },
    zoom(amount, spot) {
      const [x, y] = view.heightsFromTarget(spot.x, spot.y);
      zoomBy(view.state, amount, x, y);
      requestFrame();
      const { zoom } = view.state;
      if (zoom.hasPoint) return;
      void at(spot, (point) => {
        // The pointer may have gone elsewhere by now.
        if (zoom.x === x && zoom.y === y && zoom.left !== 0) anchorZoom(view.state, point);
      });
    },
    addDevice() {
      const index = devices.push(noMotion()) - 1;
      return (motion) => {
        const before = view.state.held.nearer;
        devices[index] = motion;
        hold(view.state, sumOf(devices));
        const { zoom, held } = view.state;
        if (held.nearer <= 0 || held.nearer === before) return;
        void at(middle(), (point) => {
          if (zoom.x === 0 && zoom.y === 0) anchorZoom(view.state, point);
        });
      };
    },
    showWhole() {
      view.measure();
      showWhole(view.state, view.limits, !options.isMotionReduced());
      requestFrame();
    },
    openNext(by) {
      const ids = showcase()?.annotated.marks.ids ?? [];
      if (ids.length === 0) return;
      const at = ids.indexOf(showcase()?.relic.annotationId ?? '');
      const next = at < 0 ? (by > 0 ? 0 : ids.length - 1) : (at + by + ids.length) % ids.length;
      commands.openAnnotation(ids[next] ?? null);
    },
    act() {
      if (!toolIs('tape')) return strikeAt(middle());
      measureAt(middle());
      return true;
    },
    leave() {
      const relic = showcase()?.relic;
      if (!relic) return;
      const isBegun = relic.measurements.at(-1)?.to === null;
      if (isBegun) commands.clearMeasurements(relic.measurements.length - 1);
      else if (relic.annotationId !== null) commands.openAnnotation(null);
      else commands.close();
    },
  };
}

function sumOf(devices: readonly Motion[]): Motion {
  const sum = noMotion();
  for (const key of Object.keys(sum) as (keyof Motion)[]) {
    const total = devices.reduce((value, motion) => value + motion[key], 0);
    sum[key] = Math.min(1, Math.max(-1, total));
  }
  return sum;
}
