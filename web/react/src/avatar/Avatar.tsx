// SPDX-License-Identifier: Apache-2.0
import { type ReactNode, useState } from "react";
import { classes } from "../classes.js";
import { looked } from "../look/Look.js";
import { useServed } from "../served/useServed.js";
import style from "./Avatar.module.css";
import { hueOf, initials } from "./initials.js";

const hues = [style.hue0, style.hue1, style.hue2, style.hue3, style.hue4, style.hue5, style.hue6, style.hue7];

export interface AvatarProps {
  /** Decides the colour behind the initials. */
  readonly id: string;
  readonly name: string;
  readonly src?: string | undefined;
  readonly size?: "s" | "m" | "l" | "xl";
  readonly shape?: "person" | "group";
  /** What sits at the corner: a presence dot. */
  readonly children?: ReactNode;
}

/** A picture, or good initials, also where the picture cannot be had. The name stands beside it wherever it is shown, so it is hidden from readers. */
export const Avatar = looked(function Avatar({
  id,
  name,
  src,
  size = "m",
  shape = "person",
  children,
}: AvatarProps) {
  const [lost, setLost] = useState<string>();
  const address = useServed(src);
  return (
    <span className={classes(style.avatar, style[size], style[shape])} aria-hidden="true">
      <span className={classes(style.face, hues[hueOf(id, hues.length)])}>
        {address && address !== lost ? (
          <img src={address} alt="" onError={() => setLost(address)} />
        ) : (
          initials(name)
        )}
      </span>
      {children}
    </span>
  );
});
