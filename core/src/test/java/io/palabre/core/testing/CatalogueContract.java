// SPDX-License-Identifier: Apache-2.0
package io.palabre.core.testing;

import static org.assertj.core.api.Assertions.assertThat;

import io.palabre.core.Refusal;
import io.palabre.core.catalogue.Product;
import io.palabre.core.conversations.About;
import io.palabre.core.conversations.Command;
import io.palabre.core.conversations.ConversationType;
import io.palabre.core.conversations.Role;
import io.palabre.core.ids.PersonId;
import io.palabre.core.ids.ProductId;
import io.palabre.core.inbox.Member;
import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;

/// What every [io.palabre.core.catalogue.Catalogue] does, and how conversations about its products
/// begin.
public abstract class CatalogueContract extends PortContract {

    private Product sold(String id, PersonId seller, String title) {
        var price = new Product.Price(new BigDecimal("49.90"), "EUR");
        var product =
                new Product(new ProductId(id), seller, title, price, "/demo/x.svg", "https://x.fr");
        ports().catalogue().put(product);
        return product;
    }

    private static Command.StartAbout ask(PersonId by, Product product) {
        return new Command.StartAbout(by, product.id(), product.seller());
    }

    @Test
    void a_product_is_kept_as_it_was_last_said() {
        var ann = story().person("ann");
        var basket = sold("basket", ann, "Panier");
        assertThat(ports().catalogue().byId(basket.id())).contains(basket);
        var bare = new Product(basket.id(), ann, "Panier d’été", null, null, null);
        assertThat(ports().catalogue().put(bare)).isFalse();
        assertThat(ports().catalogue().byId(basket.id())).contains(bare);
        assertThat(ports().catalogue().byId(new ProductId("other"))).isEmpty();
    }

    @Test
    void products_are_found_by_words_of_their_title_accents_and_case_ignored() {
        var ann = story().person("ann");
        var green = sold("2", ann, "Panier TRESSÉ vert");
        var blue = sold("1", ann, "Panier tressé bleu");
        var soap = sold("3", ann, "Savon 100 % karité");
        assertThat(ports().catalogue().search("", 9)).isEqualTo(List.of(blue, green, soap));
        assertThat(ports().catalogue().search("", 2)).isEqualTo(List.of(blue, green));
        assertThat(ports().catalogue().search("tresse PANIER", 9)).isEqualTo(List.of(blue, green));
        assertThat(ports().catalogue().search("arite 100%", 9)).isEqualTo(List.of(soap));
        assertThat(ports().catalogue().search("%", 9)).isEmpty();
        assertThat(ports().catalogue().search("chaise", 9)).isEmpty();
    }

    @Test
    void buyer_seller_and_product_have_one_conversation() {
        var ann = story().person("ann");
        var bob = story().person("bob");
        var cat = story().person("cat");
        var basket = sold("basket", ann, "Panier");
        var first = story().accepted(ask(bob, basket));
        assertThat(first.repeated()).isFalse();
        var again = story().accepted(ask(bob, basket));
        assertThat(again.repeated()).isTrue();
        assertThat(again.conversation()).isEqualTo(first.conversation());
        assertThat(story().accepted(ask(cat, basket)).conversation())
                .isNotEqualTo(first.conversation());
        assertThat(story().accepted(ask(bob, sold("hat", ann, "Chapeau"))).conversation())
                .isNotEqualTo(first.conversation());
        assertThat(story().privately(ann, bob)).isNotEqualTo(first.conversation());
    }

    @Test
    void it_shows_the_product_as_it_is_now_and_who_sold_it_then() {
        var ann = story().person("ann");
        var bob = story().person("bob");
        var basket = sold("basket", ann, "Panier");
        var here = story().accepted(ask(bob, basket)).conversation();
        var dearer = sold("basket", bob, "Panier doré");
        var seen = ports().inbox().conversation(ann, here).orElseThrow();
        assertThat(seen.head().type()).isEqualTo(ConversationType.PRODUCT);
        assertThat(seen.head().about()).isEqualTo(new About(basket.id(), ann));
        assertThat(seen.product()).isEqualTo(dearer);
        assertThat(seen.members()).extracting(Member::role).containsOnly(Role.MEMBER);
        assertThat(story().accepted(ask(bob, basket)).conversation()).isEqualTo(here);
    }

    @Test
    void it_is_not_begun_with_oneself_nor_the_wrong_seller_nor_about_nothing() {
        var ann = story().person("ann");
        var bob = story().person("bob");
        var basket = sold("basket", ann, "Panier");
        assertThat(story().refused(ask(ann, basket))).isEqualTo(Refusal.SELF_CONVERSATION);
        assertThat(story().refused(new Command.StartAbout(ann, basket.id(), bob)))
                .isEqualTo(Refusal.WRONG_SELLER);
        assertThat(story().refused(new Command.StartAbout(bob, new ProductId("no"), ann)))
                .isEqualTo(Refusal.PRODUCT_NOT_FOUND);
        story().accepted(new Command.Block(ann, bob));
        assertThat(story().refused(ask(bob, basket))).isEqualTo(Refusal.BLOCKED);
    }

    @Test
    void it_keeps_its_two_and_blocking_holds_in_it() {
        var ann = story().person("ann");
        var bob = story().person("bob");
        var here = story().accepted(ask(bob, sold("basket", ann, "Panier"))).conversation();
        assertThat(story().refused(new Command.Leave(bob, here))).isEqualTo(Refusal.NOT_A_GROUP);
        story().says(bob, here, "Still there?");
        story().accepted(new Command.Block(ann, bob));
        assertThat(story().refused(Story.post(bob, here, "x", "hi"))).isEqualTo(Refusal.BLOCKED);
    }
}
