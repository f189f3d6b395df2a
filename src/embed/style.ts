/** In a sheet made by script, which no policy for styles of the embedding page forbids. */
export const STYLE = `
:host {
  display: block;
  position: relative;
  box-sizing: border-box;
  width: 100%;
  aspect-ratio: 16 / 9;
  min-height: 16rem;
  overflow: hidden;
  color: #e8ddc6;
  background: #15110e;
  font: 1rem/1.5 system-ui, sans-serif;
}
@media (max-width: 40rem) { :host { aspect-ratio: 3 / 4; } }
:host([hidden]), [hidden] { display: none !important; }
img, iframe { position: absolute; inset: 0; width: 100%; height: 100%; border: 0; }
img { object-fit: cover; }
/* The poster stays until the visit has begun, and the frame beneath it can have the keyboard meanwhile. */
.frame.waits { opacity: 0; }
.card {
  position: absolute;
  inset: 0;
  display: flex;
  flex-flow: column;
  justify-content: flex-end;
  gap: 0.75rem;
  padding: clamp(1rem, 4%, 2.5rem);
  background: linear-gradient(to top, rgb(12 10 8 / 88%), rgb(12 10 8 / 45%) 45%, rgb(12 10 8 / 8%));
}
.title {
  margin: 0;
  font: 500 clamp(1.25rem, 4vw, 2.25rem)/1.2 Georgia, 'Songti SC', 'Noto Serif CJK SC', serif;
  overflow-wrap: anywhere;
}
.foot { display: flex; flex-wrap: wrap; align-items: center; gap: 0.5rem 1.25rem; }
button {
  min-width: 2.75rem;
  min-height: 2.75rem;
  padding: 0.4rem 1.5rem;
  border: 0;
  color: #15110e;
  background: var(--grotto-accent, #d9a04c);
  font: inherit;
  font-weight: 600;
  cursor: pointer;
}
/* The words lie on the picture, and the button answers wherever one presses it. */
.enter::before { content: ''; position: absolute; inset: 0; }
a {
  position: relative;
  display: inline-flex;
  align-items: center;
  min-height: 2.75rem;
  color: inherit;
}
:focus-visible { outline: 3px solid #fff; outline-offset: 2px; box-shadow: 0 0 0 5px #000; }
.status {
  position: absolute;
  inset: auto 0 0;
  display: flex;
  flex-wrap: wrap;
  gap: 0 1rem;
  align-items: center;
  margin: 0;
  padding: 0.25rem 1rem;
  background: rgb(12 10 8 / 88%);
}
/* There for the keyboard: on the way into the frame, and back out of it. */
.close { position: absolute; inset-block-start: 0.5rem; inset-inline-start: 0.5rem; z-index: 1; }
.close:not(:focus-visible) { opacity: 0; pointer-events: none; }
@media (forced-colors: active) { button { border: 1px solid; } }
`;
