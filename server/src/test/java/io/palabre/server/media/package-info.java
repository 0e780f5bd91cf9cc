// SPDX-License-Identifier: Apache-2.0
/// What pictures and films are made of, broken in many ways.
@NullMarked
package io.palabre.server.media;

import org.jspecify.annotations.NullMarked;
