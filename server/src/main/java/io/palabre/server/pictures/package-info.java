// SPDX-License-Identifier: Apache-2.0
/// The pictures people show of themselves and of their groups: `…/picture`. `Portraying` makes a
/// small square of what is sent, `PersonPictures` and `GroupPictures` say who may send it, and
/// `Served` how it is fetched.
@NullMarked
package io.palabre.server.pictures;

import org.jspecify.annotations.NullMarked;
