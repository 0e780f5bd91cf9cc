// SPDX-License-Identifier: Apache-2.0
import { looked } from "../look/Look.js";
import style from "./Logo.module.css";

/** A tree of talk in a speech bubble. */
export const Logo = looked(function Logo({ size = 38 }: { readonly size?: number }) {
  return (
    <svg className={style.logo} viewBox="0 0 40 40" width={size} height={size} aria-hidden="true">
      <path
        className={style.bubble}
        d="M20 4c9 0 16 5.6 16 13s-7 13-16 13c-1.2 0-2.3-.1-3.400-.3L9 34l1.4-6.6C6.400 25 4 21.2 4 17 4 9.600 11 4 20 4z"
      />
      <path className={style.trunk} d="M20 30V12.5m0 12 6.3-7.5M20 22l-5.5-7.5" />
      <circle className={style.leaf} cx="14.5" cy="14" r="2.3" />
      <circle className={style.leaf} cx="20" cy="12.5" r="2.3" />
      <circle className={style.leaf} cx="26.3" cy="16.5" r="2.3" />
    </svg>
  );
});
