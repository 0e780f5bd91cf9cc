// SPDX-License-Identifier: Apache-2.0
import { configure } from "@testing-library/react";

/** What a screen is to show is waited for as long as a busy machine needs; nobody waits when it is there. */
configure({ asyncUtilTimeout: 20_000 });
