// SPDX-License-Identifier: Apache-2.0
package io.palabre.server.catalogue;

import static io.palabre.server.edge.Route.Method.GET;
import static io.palabre.server.edge.Route.Method.PUT;

import io.palabre.core.Refusal;
import io.palabre.core.catalogue.Catalogue;
import io.palabre.core.ids.ProductId;
import io.palabre.core.people.People;
import io.palabre.server.edge.Answer;
import io.palabre.server.edge.Request;
import io.palabre.server.edge.Route;
import io.palabre.server.refusal.Refused;
import io.palabre.server.wire.ProductShape;
import java.util.List;

/// `/api/products…`
public final class ProductRoutes {
    private final Catalogue catalogue;
    private final People people;

    public ProductRoutes(Catalogue catalogue, People people) {
        this.catalogue = catalogue;
        this.people = people;
    }

    public List<Route> routes() {
        var one = "/api/products/{productId}";
        return List.of(
                Route.signedIn(GET, "/api/products", this::search),
                Route.signedIn(GET, one, this::show),
                Route.operator(PUT, one, this::put));
    }

    record Found(List<ProductShape> products) {}

    record One(ProductShape product) {}

    private Answer search(Request request) {
        var text = request.query("search").orElse("");
        var found = catalogue.search(text, request.limit());
        return Answer.ok(new Found(found.stream().map(ProductShape::of).toList()));
    }

    private Answer show(Request request) {
        return Answer.ok(
                catalogue
                        .byId(id(request))
                        .map(product -> new One(ProductShape.of(product)))
                        .orElseThrow(() -> Refused.because(Refusal.PRODUCT_NOT_FOUND)));
    }

    private Answer put(Request request) {
        var wish = request.read(ProductWish.class);
        var seller =
                people.byName(wish.sellerId())
                        .orElseThrow(() -> Refused.because(Refusal.PERSON_NOT_FOUND));
        var product = wish.product(id(request), seller.id());
        boolean isNew = catalogue.put(product);
        var shape = new One(ProductShape.of(product));
        return isNew ? Answer.created(shape) : Answer.ok(shape);
    }

    private static ProductId id(Request request) {
        return ProductId.parse(request.parameter("productId"))
                .orElseThrow(() -> Refused.because(Refusal.PRODUCT_NOT_FOUND));
    }
}
