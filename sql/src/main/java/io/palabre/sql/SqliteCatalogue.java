// SPDX-License-Identifier: Apache-2.0
package io.palabre.sql;

import io.palabre.core.catalogue.Catalogue;
import io.palabre.core.catalogue.Product;
import io.palabre.core.ids.ProductId;
import io.palabre.core.people.Spelling;
import java.math.BigDecimal;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Products in SQLite.
final class SqliteCatalogue implements Catalogue {

    private static final String SELECT =
            "SELECT id, seller, title, price, currency, image_url, url FROM product ";

    static final String BY_ID = SELECT + "WHERE id = ?";

    /// Its titles are looked through in their order.
    static final String ALL =
            SELECT + "INDEXED BY product_by_title WHERE 1 = 1%s ORDER BY spelling, id LIMIT ?";

    static final String PUT =
            """
            REPLACE INTO product (id, seller, title, price, currency, image_url, url, spelling)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?)
            """;

    private final Writer writer;
    private final Readers readers;

    SqliteCatalogue(Writer writer, Readers readers) {
        this.writer = writer;
        this.readers = readers;
    }

    static Optional<Product> byId(Db db, ProductId id) throws SQLException {
        return db.first(BY_ID, SqliteCatalogue::product, id.text());
    }

    private static Product product(Row row) throws SQLException {
        return new Product(
                new ProductId(row.text(1)),
                row.person(2),
                row.text(3),
                price(row),
                row.textOrNull(6),
                row.textOrNull(7));
    }

    private static Product.@Nullable Price price(Row row) throws SQLException {
        var amount = row.textOrNull(4);
        return amount == null ? null : new Product.Price(new BigDecimal(amount), row.text(5));
    }

    @Override
    public Optional<Product> byId(ProductId id) {
        return readers.read(db -> byId(db, id));
    }

    @Override
    public List<Product> search(String text, int limit) {
        if (Spelling.findsNothing(text)) {
            return List.of();
        }
        var words = Spelling.words(text).stream().distinct().limit(8).toList();
        var sql = ALL.formatted(" AND instr(spelling, ?) > 0".repeat(words.size()));
        var values = new Object[words.size() + 1];
        for (var i = 0; i < words.size(); i++) {
            values[i] = words.get(i);
        }
        values[words.size()] = limit;
        return readers.read(db -> db.list(sql, SqliteCatalogue::product, values));
    }

    @Override
    public boolean put(Product product) {
        return writer.write(
                db -> {
                    var isNew = byId(db, product.id()).isEmpty();
                    put(db, product);
                    return isNew;
                });
    }

    private static void put(Db db, Product product) throws SQLException {
        var price = product.price();
        db.update(
                PUT,
                product.id().text(),
                product.seller(),
                product.title(),
                price == null ? null : price.amount().toPlainString(),
                price == null ? null : price.currency(),
                product.imageUrl(),
                product.url(),
                String.join(" ", Spelling.words(product.title())));
    }
}
