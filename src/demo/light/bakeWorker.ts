/** A thread of the bake: works through what it is given and ends. */
import { workerData } from 'node:worker_threads';
import { workThrough, type BakeWork } from '#demo/light/workThrough.ts';

workThrough(workerData as BakeWork);
