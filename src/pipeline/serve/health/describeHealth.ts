/** The same as a page of plain text, for whoever stands before the machine. */
import type { HealthReport, HealthStatus } from './health.ts';

const SENTENCES = {
  well: 'All is well.',
  waiting: 'The kiosk has not begun yet.',
  late: 'The kiosk was not heard of for too long.',
  ill: 'The kiosk says that something is wrong, and loading it anew has not helped.',
} as const satisfies Record<HealthStatus, string>;

export function describeHealth(report: HealthReport, now: Date): string {
  const { status, version, exhibition, seconds, isKiosk, restarts, heartbeat } = report;
  const lines = [
    SENTENCES[status],
    '',
    `exhibition  ${exhibition}`,
    `server      Grotto ${version}, for ${duration(seconds)}, at ${now.toISOString()}`,
  ];
  if (!isKiosk) lines.push('kiosk       none (serve --kiosk)');
  if (isKiosk) lines.push(`browser     started again ${restarts} times because the page was not well`);
  if (heartbeat) {
    const { phase, secondsAgo, framesDrawn, textureBytes, heapBytes, reloads, visitors, illness } = heartbeat;
    lines.push(
      `page        ${phase}, heard of ${duration(secondsAgo)} ago, loaded ${duration(heartbeat.seconds)} before that`,
      `visitors    ${visitors} have gone since`,
      `drawn       ${framesDrawn} frames`,
      `memory      ${megabytes(textureBytes)} on the GPU, ${heapBytes === null ? 'unknown' : megabytes(heapBytes)} of scripts`,
      `loads       ${reloads} in the last hour because something was wrong`,
      `wrong now   ${illness ?? 'nothing'}`,
      '',
      ...heartbeat.errors.map(({ at, kind, text, times }) =>
        `${new Date(at).toISOString()}  ${kind} ×${times}  ${text}`.trimEnd(),
      ),
    );
  }
  return `${lines.join('\n').replace(/\p{Cc}/gu, (sign) => (sign === '\n' ? sign : ' '))}\n`;
}

function duration(seconds: number): string {
  const whole = Math.round(seconds);
  if (whole < 120) return `${whole} s`;
  return whole < 7_200 ? `${Math.round(whole / 60)} min` : `${Math.round(whole / 3_600)} h`;
}

function megabytes(bytes: number): string {
  return `${Math.round(bytes / 1e6)} MB`;
}
