/** Reads the surfaces of relics and answers where a ray meets them, beside the page's own thread. */
import { Body } from './body.ts';
import { drape } from './drape.ts';
import { lightGround } from './ground.ts';
import type { Answers, Ask, Question, Tell } from './protocol.ts';

/** How long slow work goes on before other questions are looked at, milliseconds. */
const SLICE_MS = 8;

const scope = self as unknown as {
  onmessage: ((event: MessageEvent<Ask>) => void) | null;
  postMessage(tell: Tell): void;
};
const bodies = new Map<string, Body>();

scope.onmessage = ({ data }) => {
  if (data.kind === 'forget') {
    bodies.delete(data.body);
    return;
  }
  const { serial } = data;
  void attempt(serial, async () => {
    if (data.kind === 'read') {
      const body = new Body(data.parts);
      bodies.set(data.body, body);
      scope.postMessage({ kind: 'read', serial, facts: body.facts });
      return;
    }
    const body = bodies.get(data.body);
    const answer = body ? await answerTo(body, data.question) : emptyAnswer(data.question);
    scope.postMessage({ kind: 'answer', serial, answer });
  });
};

async function attempt(serial: number, work: () => Promise<void>): Promise<void> {
  try {
    await work();
  } catch (error) {
    scope.postMessage({ kind: 'failed', serial, message: error instanceof Error ? error.message : String(error) });
  }
}

async function answerTo(body: Body, question: Question): Promise<Answers[keyof Answers]> {
  switch (question.kind) {
    case 'pick':
      return body.pick(question.origin, question.direction, question.cut);
    case 'see': {
      const { eye, points, cut } = question;
      return Uint8Array.from({ length: points.length / 3 }, (_, k) =>
        body.isSeen(eye, [points[k * 3] ?? 0, points[k * 3 + 1] ?? 0, points[k * 3 + 2] ?? 0], cut) ? 1 : 0,
      );
    }
    case 'drape':
      return drape(body, question.corners);
    case 'nearest':
      return body.nearest(question.point);
    case 'ground': {
      const work = lightGround(body, question);
      for (let began = performance.now(); ;) {
        const { done, value } = work.next();
        if (done) return value;
        if (performance.now() - began < SLICE_MS) continue;
        await new Promise((resolve) => setTimeout(resolve));
        began = performance.now();
      }
    }
  }
}

function emptyAnswer(question: Question): Answers[keyof Answers] {
  if (question.kind === 'see') return new Uint8Array(question.points.length / 3).fill(1);
  return question.kind === 'ground' ? new Uint8Array(question.cells ** 2).fill(255) : null;
}
