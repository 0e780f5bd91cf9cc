// SPDX-License-Identifier: Apache-2.0
package io.palabre.server.wire;

import io.palabre.core.catalogue.Product;
import io.palabre.core.ids.PersonId;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/// `Product` in `openapi.yaml`.
public record ProductShape(
        String id,
        String sellerId,
        String title,
        @Nullable BigDecimal price,
        @Nullable String currency,
        @Nullable String imageUrl,
        @Nullable String url) {

    public static ProductShape of(Product product) {
        return soldBy(product.seller(), product);
    }

    /// As a conversation about it shows it: sold by whom it is held with.
    static ProductShape soldBy(PersonId seller, Product product) {
        var price = product.price();
        return new ProductShape(
                product.id().text(),
                seller.toString(),
                product.title(),
                price == null ? null : price.amount(),
                price == null ? null : price.currency(),
                product.imageUrl(),
                product.url());
    }
}
