/** Two soft notes, for whoever does not look: the question whether one is still there is heard as well as seen. */

/** Hertz. */
const NOTES = [523, 392];
/** Seconds. */
const APART = 0.28;
const LENGTH = 0.9;
const LOUDNESS = 0.12;

/** @param volume 0 to 1; nothing sounds at 0. */
export function chime(volume: number): void {
  if (volume <= 0 || typeof AudioContext === 'undefined') return;
  const context = new AudioContext();
  NOTES.forEach((hertz, index) => {
    const begin = context.currentTime + index * APART;
    const gain = context.createGain();
    gain.gain.setValueAtTime(0, begin);
    gain.gain.linearRampToValueAtTime(LOUDNESS * volume, begin + 0.03);
    gain.gain.exponentialRampToValueAtTime(0.0005, begin + LENGTH);
    const note = new OscillatorNode(context, { frequency: hertz });
    note.connect(gain).connect(context.destination);
    note.start(begin);
    note.stop(begin + LENGTH);
  });
  setTimeout(() => void context.close(), (LENGTH + NOTES.length * APART) * 1_000);
}
