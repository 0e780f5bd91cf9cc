// SPDX-License-Identifier: Apache-2.0
package io.palabre.core.catalogue;

import io.palabre.core.ids.ProductId;
import java.util.List;
import java.util.Optional;

/// The products there are. Every method may block and may throw [io.palabre.core.log.Unavailable].
public interface Catalogue {

    Optional<Product> byId(ProductId id);

    /// Products in whose title every word of `text` occurs, accents and case ignored; an empty text
    /// finds all. By title.
    List<Product> search(String text, int limit);

    /// Keeps a product as it is now; says whether it is new.
    boolean put(Product product);
}
