// SPDX-License-Identifier: Apache-2.0
package io.palabre.core.catalogue;

import io.palabre.core.ids.PersonId;
import io.palabre.core.ids.ProductId;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/// Something that is sold.
///
/// @param price what it costs, if it is said; null when it is not
/// @param imageUrl where it is to be seen
/// @param url where more about it is said
public record Product(
        ProductId id,
        PersonId seller,
        String title,
        @Nullable Price price,
        @Nullable String imageUrl,
        @Nullable String url) {

    /// An amount of money.
    ///
    /// @param currency three letters, as in ISO 4217
    public record Price(BigDecimal amount, String currency) {}
}
