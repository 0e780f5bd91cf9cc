// SPDX-License-Identifier: Apache-2.0
import type { BrowserContextOptions } from "@playwright/test";

/** What one sits in front of. */
export const desktop: BrowserContextOptions = { viewport: { width: 1440, height: 900 } };
export const phone: BrowserContextOptions = {
  viewport: { width: 390, height: 844 },
  hasTouch: true,
  isMobile: true,
};
