/**
 * Live reload of an exhibition that is being edited: its folder is watched, its document checked after each edit. Pages
 * load anew what can be shown; where the document holds errors they keep what they show, and say what is wrong.
 */
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { checkExhibition } from '#document/check/checkExhibition.ts';
import { describeReport } from '#pipeline/check/describeReport.ts';
import { EDIT, FAULTS } from '#shared/liveEdits.ts';
import type { OtherAnswer } from '../respond.ts';
import { createLiveDesk } from './liveDesk.ts';
import { watchFolder } from './watchFolder.ts';

export interface Live {
  readonly answer: OtherAnswer;
  close(): void;
}

/** @param log Told, in lines with their ends, what is wrong after an edit. */
export async function openLive(folder: string, log: (line: string) => void): Promise<Live> {
  const desk = createLiveDesk();
  let edit = 0;

  async function judge(): Promise<void> {
    const mine = ++edit;
    const report = await findErrors(path.join(folder, 'exhibition.json'));
    // What an earlier edit was is told by nobody any more.
    if (mine !== edit) return;
    if (report === null) return desk.tell(EDIT);
    log(report);
    desk.tell(FAULTS, report, true);
  }

  const watching = await watchFolder(folder, () => void judge());
  return {
    answer: (request, response) => desk.answer(request, response),
    close() {
      watching.close();
      desk.close();
    },
  };
}

/** What `grotto check` says of the document where it holds errors; null where it holds none. Its files are not looked at. */
async function findErrors(file: string): Promise<string | null> {
  const bytes = await readFile(file).catch(() => null);
  if (!bytes) return 'exhibition.json cannot be read\n';
  const report = await checkExhibition(bytes, null);
  return report.faults.some(({ severity }) => severity === 'error') ? describeReport(report) : null;
}
