// SPDX-License-Identifier: Apache-2.0
/// The products that conversations may be about: [ProductRoutes] shows them, and takes them from
/// whoever hosts them.
@NullMarked
package io.palabre.server.catalogue;

import org.jspecify.annotations.NullMarked;
