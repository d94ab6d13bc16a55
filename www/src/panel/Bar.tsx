/** A bar as long as a share of its place; the number stands beside it, so it says nothing to a screen reader. */
export function Bar({ share, look = '' }: { share: number; look?: string }) {
  return (
    <svg class={`bar ${look}`} viewBox="0 0 100 8" preserveAspectRatio="none" aria-hidden="true" focusable="false">
      <rect class="track" width="100" height="8" />
      <rect class="fill" width={share * 100} height="8" />
    </svg>
  );
}
