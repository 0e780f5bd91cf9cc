// SPDX-License-Identifier: Apache-2.0
package io.palabre.core.testing;

import io.palabre.core.catalogue.Catalogue;
import io.palabre.core.catalogue.Product;
import io.palabre.core.ids.ProductId;
import io.palabre.core.people.Spelling;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/// Products in a map.
public final class InMemoryCatalogue implements Catalogue {

    private static final Comparator<Product> BY_TITLE =
            Comparator.comparing(InMemoryCatalogue::spelling).thenComparing(Product::id);

    private final Map<ProductId, Product> products = new ConcurrentHashMap<>();

    @Override
    public Optional<Product> byId(ProductId id) {
        return Optional.ofNullable(products.get(id));
    }

    @Override
    public List<Product> search(String text, int limit) {
        var words = Spelling.words(text);
        return products.values().stream()
                .filter(_ -> !Spelling.findsNothing(text))
                .filter(product -> words.stream().allMatch(spelling(product)::contains))
                .sorted(BY_TITLE)
                .limit(limit)
                .toList();
    }

    private static String spelling(Product product) {
        return String.join(" ", Spelling.words(product.title()));
    }

    @Override
    public boolean put(Product product) {
        return products.put(product.id(), product) == null;
    }
}
