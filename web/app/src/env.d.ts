// SPDX-License-Identifier: Apache-2.0
interface ImportMetaEnv {
  /** Where the server is, for an app that is served from elsewhere. */
  readonly VITE_WEBSOCKET_URL?: string;
}
