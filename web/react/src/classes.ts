// SPDX-License-Identifier: Apache-2.0

/** The class names that apply, for `className`. */
export function classes(...names: (string | false | undefined)[]): string {
  return names.filter(Boolean).join(" ");
}
