/** The command that makes the demonstration exhibition; see `--help`. */
import { runView, VIEW_HELP } from '#demo/make/view.ts';

const [command, ...rest] = process.argv.slice(2);
try {
  if (command === 'view') await runView(rest);
  else process.stdout.write(VIEW_HELP);
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  if (process.env['DEMO_STACK']) throw error;
  process.exitCode = 1;
}
