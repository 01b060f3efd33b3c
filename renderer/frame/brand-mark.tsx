/**
 * The drawing of `icon.svg` in the page itself: as a picture, the browser would fetch it and set up a
 * document of its own for it before the first screen answers.
 */
export function BrandMark() {
  return (
    <svg viewBox="0 0 32 32" aria-hidden>
      <rect width="32" height="32" rx="8" fill="#3560ab" />
      <path d="M8 10h10M8 16h7M8 22h10" stroke="#fff" strokeWidth="2.5" strokeLinecap="round" />
      <path
        d="M20 12l4.5 4-4.5 4"
        fill="none"
        stroke="#fff"
        strokeWidth="2.5"
        strokeLinecap="round"
        strokeLinejoin="round"
      />
    </svg>
  );
}
