import { qrPathOf } from "../shared/qr-code.ts";

/** A line as a QR code; `label` for those who do not see it. Black on white whatever the page looks like: cameras want that. */
export function Qr({ line, label }: { readonly line: string; readonly label: string }) {
  const { side, path } = qrPathOf(line);
  return (
    <svg class="qr" viewBox={`0 0 ${side} ${side}`} role="img" aria-label={label}>
      <path d={`M0 0h${side}v${side}H0z`} fill="#ffffff" />
      <path d={path} fill="#000000" />
    </svg>
  );
}
