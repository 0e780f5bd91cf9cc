// SPDX-License-Identifier: Apache-2.0
/// The products that conversations may be about. [io.palabre.core.catalogue.Catalogue] is the port;
/// who hosts the products puts them there.
@NullMarked
package io.palabre.core.catalogue;

import org.jspecify.annotations.NullMarked;
