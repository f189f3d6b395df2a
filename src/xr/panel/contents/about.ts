import { statementsOf } from '#tour/selectors/statements.ts';
import type { Block, PanelModel } from '../model.ts';
import { onlyFoundSwitch } from './layers.ts';
import { nameRights } from './rights.ts';
import { asWritten, type ContentsOf, pick, say } from './said.ts';
import { makersInView } from './truths.ts';

/** Who shows this, under which rights, how it was made. */
export function about(of: ContentsOf): PanelModel {
  const { exhibition } = of.state;
  const { label, summary, provider, homepage, rights, requiredStatement, digitalSourceType } = exhibition;
  const rows = [
    ...(provider ? [{ label: say(of, 'about.provider'), value: pick(of, provider) }] : []),
    ...(homepage !== undefined ? [{ label: say(of, 'about.homepage'), value: asWritten(bare(homepage)) }] : []),
    ...(rights !== undefined ? [{ label: say(of, 'about.rights'), value: nameRights(of, rights) }] : []),
    ...(requiredStatement
      ? [{ label: pick(of, requiredStatement.label), value: pick(of, requiredStatement.value) }]
      : []),
    ...(digitalSourceType ? [{ label: say(of, 'about.source'), value: say(of, `source.${digitalSourceType}`) }] : []),
  ];
  return {
    key: 'about',
    title: say(of, 'about.heading'),
    closing: { kind: 'close' },
    blocks: [
      { kind: 'paragraph', tone: 'name', text: pick(of, label) },
      ...(summary ? [{ kind: 'paragraph', tone: 'body', text: pick(of, summary) } as const] : []),
      ...(rows.length > 0 ? [{ kind: 'facts', rows } as const] : []),
      ...onlyFoundSwitch(of),
      ...credits(of),
      ...makersInView(of),
      { kind: 'heading', text: say(of, 'about.software') },
      { kind: 'paragraph', tone: 'small', text: say(of, 'about.softwareText') },
    ],
  };
}

/** What single assets say for themselves. */
function credits(of: ContentsOf): Block[] {
  const statements = statementsOf(of.state.exhibition);
  if (statements.length === 0) return [];
  const blocks = statements.flatMap(({ label, credit, requiredStatement, rights, sourceType }): Block[] => {
    const texts = [
      ...(credit ? [pick(of, credit)] : []),
      ...(requiredStatement ? [pick(of, requiredStatement.value)] : []),
      ...(sourceType ? [say(of, `source.${sourceType}`)] : []),
      ...(rights !== null ? [nameRights(of, rights)] : []),
    ];
    return [
      { kind: 'paragraph', tone: 'strong', text: pick(of, label) },
      ...texts.map((text): Block => ({ kind: 'paragraph', tone: 'small', text })),
    ];
  });
  return [{ kind: 'heading', text: say(of, 'about.credits') }, ...blocks];
}

function bare(url: string): string {
  return url.replace(/^https?:\/\//, '');
}
