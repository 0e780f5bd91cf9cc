// SPDX-License-Identifier: Apache-2.0
/// How the server says no: [Problem] is the one catalogue, [Refused] carries an entry of it out of
/// nested reading up to the edge.
@NullMarked
package io.palabre.server.refusal;

import org.jspecify.annotations.NullMarked;
