// SPDX-License-Identifier: Apache-2.0
/// Who is writing where. [io.palabre.core.typing.Typing] turns what connections say into the few
/// things others are told; it knows neither threads nor clocks, and nothing of it is stored.
@NullMarked
package io.palabre.core.typing;

import org.jspecify.annotations.NullMarked;
