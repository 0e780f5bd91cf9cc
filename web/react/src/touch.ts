// SPDX-License-Identifier: Apache-2.0

/** Whether one points with a finger: then a field that takes the focus brings a keyboard over half of the screen. */
export function byFinger(): boolean {
  return window.matchMedia("(pointer: coarse)").matches;
}
