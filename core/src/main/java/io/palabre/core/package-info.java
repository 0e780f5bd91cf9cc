// SPDX-License-Identifier: Apache-2.0
/// The rules of messaging. A conversation is a numbered log; everything else is telling people
/// about it.
@NullMarked
package io.palabre.core;

import org.jspecify.annotations.NullMarked;
