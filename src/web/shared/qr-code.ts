/** A line as a QR code: drawn here, so that nothing of it goes anywhere. */
import { encodeQR } from "qr";

const SVG = "http://www.w3.org/2000/svg";

/** Light squares around it, as ISO/IEC 18004 wants them */
const QUIET = 4;

/** How many squares it has on a side, and the dark ones as the path of an SVG. */
export function qrPathOf(line: string): { readonly side: number; readonly path: string } {
  const squares = encodeQR(line, "raw", { ecc: "medium", border: QUIET });
  const dark = squares.flatMap((row, y) => row.flatMap((on, x) => (on ? [`M${x} ${y}h1v1h-1z`] : [])));
  return { side: squares.length, path: dark.join("") };
}

export function qrCodeOf(line: string, label: string): SVGElement {
  const { side, path } = qrPathOf(line);
  const svg = document.createElementNS(SVG, "svg");
  svg.setAttribute("viewBox", `0 0 ${side} ${side}`);
  svg.setAttribute("class", "receipt-code");
  svg.setAttribute("role", "img");
  svg.setAttribute("aria-label", label);
  const ground = document.createElementNS(SVG, "path");
  ground.setAttribute("d", `M0 0h${side}v${side}H0z`);
  ground.setAttribute("fill", "#ffffff");
  const dark = document.createElementNS(SVG, "path");
  dark.setAttribute("d", path);
  dark.setAttribute("fill", "#000000");
  svg.append(ground, dark);
  return svg;
}
