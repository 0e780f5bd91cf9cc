// SPDX-License-Identifier: Apache-2.0
import type { ComponentProps } from "react";
import { classes } from "../classes.js";
import { looked } from "../look/Look.js";
import style from "./Button.module.css";

export interface ButtonProps extends ComponentProps<"button"> {
  readonly kind?: "primary" | "quiet" | "plain" | "danger";
  readonly wide?: boolean;
}

export const Button = looked(function Button({
  kind = "primary",
  wide = false,
  className,
  type = "button",
  ...rest
}: ButtonProps) {
  return (
    <button
      {...rest}
      type={type}
      className={classes(style.button, style[kind], wide && style.wide, className)}
    />
  );
});

export interface IconButtonProps extends ComponentProps<"button"> {
  /** The name of what it does: an icon alone says nothing. */
  readonly label: string;
}

export const IconButton = looked(function IconButton({
  label,
  className,
  type = "button",
  ...rest
}: IconButtonProps) {
  return (
    <button
      {...rest}
      type={type}
      aria-label={label}
      title={label}
      className={classes(style.icon, className)}
    />
  );
});
