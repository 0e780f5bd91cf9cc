// SPDX-License-Identifier: Apache-2.0
package io.palabre.server.catalogue;

import io.palabre.core.PlainLine;
import io.palabre.core.Refusal;
import io.palabre.core.catalogue.Product;
import io.palabre.core.conversations.Pictures;
import io.palabre.core.ids.PersonId;
import io.palabre.core.ids.ProductId;
import io.palabre.server.refusal.Refused;
import java.math.BigDecimal;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// `PutProduct` in `openapi.yaml`: what is said of a product.
record ProductWish(
        String sellerId,
        String title,
        @Nullable BigDecimal price,
        @Nullable String currency,
        @Nullable String imageUrl,
        @Nullable String url) {
    private static final int LONGEST_TITLE = 200;
    private static final int DIGITS = 15;
    private static final int DECIMALS = 4;
    private static final Pattern CURRENCY = Pattern.compile("[A-Z]{3}");

    Product product(ProductId id, PersonId seller) {
        return new Product(id, seller, checkedTitle(), checkedPrice(), place(imageUrl), place(url));
    }

    private String checkedTitle() {
        var kept = title.strip();
        boolean plain = PlainLine.is(kept);
        if (kept.isEmpty() || kept.length() > LONGEST_TITLE || !plain) {
            throw bad("`title` has 1 to %d printable characters.".formatted(LONGEST_TITLE));
        }
        return kept;
    }

    private Product.@Nullable Price checkedPrice() {
        if (price == null && currency == null) return null;
        if (price == null || currency == null) throw bad("`price` and `currency` go together.");
        long whole = (long) price.precision() - price.scale();
        if (price.signum() < 0 || whole > DIGITS || price.scale() > DECIMALS) {
            throw bad("`price` is 0 or more, with at most %d decimals.".formatted(DECIMALS));
        }
        if (!CURRENCY.matcher(currency).matches()) {
            throw bad("`currency` has three capital letters.");
        }
        return new Product.Price(price.setScale(Math.max(price.scale(), 0)), currency);
    }

    private static @Nullable String place(@Nullable String address) {
        var text = Objects.requireNonNullElse(address, "");
        if (!Pictures.isOne(text)) {
            throw bad("`imageUrl` and `url` are paths on this server or https addresses.");
        }
        return text.isEmpty() ? null : text;
    }

    private static Refused bad(String detail) {
        return Refused.because(Refusal.BAD_PRODUCT, detail);
    }
}
