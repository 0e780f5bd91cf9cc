// SPDX-License-Identifier: Apache-2.0
// What only those who have signed in need.
export { ChatLayout as default } from "@palabre/react";
