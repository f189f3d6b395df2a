/** What lies beside the package's files as README.md. */
export function writeManual(name: string): string {
  return `# ${name}

A Grotto exhibition in a page of your own: poster and title first, the visit once it is pressed.

\`\`\`html
<grotto-exhibition src="https://museum.example/caves/"><a href="https://museum.example/caves/">The caves</a></grotto-exhibition>
\`\`\`

\`\`\`ts
import '${name}';

const caves = document.querySelector('grotto-exhibition');
caves?.addEventListener('placechange', (event) => console.log((event as CustomEvent<{ nodeId: string }>).detail.nodeId));
await caves?.go('hall', { yaw: 30, pitch: 0, fov: 60 });
\`\`\`

The exhibition lets your page show it in a frame where its document says \`"embed": { "isOpen": true }\`, and lets it steer
where its origin is listed: \`"embed": { "allowedOrigins": ["https://blog.example"] }\`. Same-origin pages need neither.

\`\`\`ts
import { checkDocument, describeFault, type Exhibition } from '${name}/document';

const { exhibition, faults } = checkDocument(text);
for (const fault of faults) console.log(describeFault(fault));
\`\`\`
`;
}
