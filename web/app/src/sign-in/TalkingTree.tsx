// SPDX-License-Identifier: Apache-2.0
import style from "./TalkingTree.module.css";

/** The tree one meets under: its leaves are what is said. */
export function TalkingTree() {
  return (
    <svg className={style.tree} viewBox="0 0 420 400" aria-hidden="true">
      <ellipse className={style.ground} cx="210" cy="372" rx="150" ry="12" />
      <path
        className={style.branch}
        d="M208 316C200 262 158 226 104 206M210 300C200 226 186 160 178 102M211 320C206 270 214 232 220 190M212 304C226 228 266 170 292 108M210 322C228 270 276 222 334 182"
      />
      <path
        className={style.trunk}
        d="M186 373C200 346 202 318 200 286h21c-2 34 2 62 15 87-18-7-32-7-50 0z"
      />
      <Leaf x={46} y={150} w={112} lines={[62, 40]} tone="a" />
      <Leaf x={128} y={58} w={92} lines={[46]} tone="b" />
      <Leaf x={232} y={44} w={124} lines={[76, 52]} tone="c" />
      <Leaf x={286} y={136} w={98} lines={[50]} tone="a" />
      <Leaf x={166} y={126} w={104} lines={[58, 36]} tone="d" />
    </svg>
  );
}

interface LeafProps {
  readonly x: number;
  readonly y: number;
  readonly w: number;
  readonly lines: readonly number[];
  readonly tone: "a" | "b" | "c" | "d";
}

function Leaf({ x, y, w, lines, tone }: LeafProps) {
  const height = 22 + lines.length * 18;
  return (
    <g className={style[tone]} transform={`translate(${x} ${y})`}>
      <path
        d={`M18 0H${w - 18}a18 18 0 0 1 18 18v${height - 36}a18 18 0 0 1-18 18H30l-14 12 3-12.5A18 18 0 0 1 0 ${height - 18}V18A18 18 0 0 1 18 0z`}
      />
      {lines.map((length, index) => (
        <rect key={length} x="18" y={17 + index * 18} width={length} height="6" rx="3" />
      ))}
    </g>
  );
}
