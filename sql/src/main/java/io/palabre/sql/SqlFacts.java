// SPDX-License-Identifier: Apache-2.0
package io.palabre.sql;

import io.palabre.core.attachments.Attachment;
import io.palabre.core.catalogue.Product;
import io.palabre.core.conversations.About;
import io.palabre.core.conversations.Arrangement;
import io.palabre.core.conversations.ConversationType;
import io.palabre.core.conversations.Durable;
import io.palabre.core.conversations.Facts;
import io.palabre.core.conversations.Head;
import io.palabre.core.conversations.Intervals;
import io.palabre.core.conversations.Role;
import io.palabre.core.conversations.Standing;
import io.palabre.core.ids.AttachmentId;
import io.palabre.core.ids.ClientId;
import io.palabre.core.ids.ConversationId;
import io.palabre.core.ids.MessageId;
import io.palabre.core.ids.PersonId;
import io.palabre.core.ids.ProductId;
import java.sql.SQLException;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// The facts for a decision, read inside the transaction that carries it out.
final class SqlFacts implements Facts {

    static final String EXISTS = "SELECT 1 FROM person WHERE id = ?";

    static final String PAIR = "SELECT conversation FROM private_pair WHERE one = ? AND other = ?";

    static final String HEAD =
            "SELECT id, type, title, avatar_url, product, seller, seq, ord, at, members"
                    + " FROM conversation WHERE id = ?";

    static final String PART =
            "SELECT m.role, m.read_ord, "
                    + Arrangements.COLUMNS
                    + " FROM member m WHERE m.person = ? AND m.conversation = ?";

    static final String ARCHIVED_BY =
            "SELECT m.person, "
                    + Arrangements.COLUMNS
                    + " FROM member m INDEXED BY member_archived"
                    + " WHERE m.conversation = ? AND m.archived = 1";

    static final String PINNED_BY =
            "SELECT count(*) FROM member INDEXED BY member_pinned WHERE person = ? AND pinned = 1";

    static final String ABOUT =
            """
            SELECT conversation FROM introduction WHERE buyer = ? AND seller = ? AND product = ?
            """;

    static final String HEIR =
            """
            SELECT person FROM member INDEXED BY member_of WHERE conversation = ? AND person <> ?
            ORDER BY role <> 'admin', joined_seq, person LIMIT 1
            """;

    static final String STARTED =
            "SELECT "
                    + Events.columns("e")
                    + " FROM started s JOIN event e ON e.conversation = s.conversation AND e.seq = 1"
                    + " WHERE s.person = ? AND s.client_id = ?";

    static final String ORD_AT = "SELECT ord FROM event WHERE conversation = ? AND seq = ?";

    static final String HAS_BLOCKED = "SELECT 1 FROM block WHERE blocker = ? AND person = ?";

    static final String BLOCKED_BY = "SELECT count(*) FROM block WHERE blocker = ?";

    static final String OTHER =
            """
            SELECT person FROM member INDEXED BY member_of
            WHERE conversation = ? AND person <> ? LIMIT 1
            """;

    static final String MODERATES = "SELECT 1 FROM person WHERE id = ? AND role <> 'user'";

    private final Db db;
    private final Events events;
    private final MessageFacts messages;

    SqlFacts(Db db, Events events, Lines lines) {
        this.db = db;
        this.events = events;
        messages = new MessageFacts(db, events, lines);
    }

    static Head head(Row row) throws SQLException {
        return new Head(
                row.conversation(1),
                row.word(2, ConversationType.class),
                row.textOrNull(3),
                row.textOrNull(4),
                about(row),
                row.number(7),
                row.number(8),
                row.time(9),
                row.small(10));
    }

    private static @Nullable About about(Row row) throws SQLException {
        var product = row.textOrNull(5);
        return product == null ? null : new About(new ProductId(product), row.person(6));
    }

    static Optional<ConversationId> pair(Db db, PersonId one, PersonId other) throws SQLException {
        var low = one.compareTo(other) < 0 ? one : other;
        var high = low.equals(one) ? other : one;
        return db.first(PAIR, row -> row.conversation(1), low, high);
    }

    @Override
    public boolean exists(PersonId person) {
        return ask(() -> db.first(EXISTS, _ -> true, person)).isPresent();
    }

    @Override
    public Optional<ConversationId> privateBetween(PersonId one, PersonId other) {
        return ask(() -> pair(db, one, other));
    }

    @Override
    public Optional<Product> product(ProductId product) {
        return ask(() -> SqliteCatalogue.byId(db, product));
    }

    @Override
    public Optional<ConversationId> about(PersonId buyer, About about) {
        return ask(
                () ->
                        db.first(
                                ABOUT,
                                row -> row.conversation(1),
                                buyer,
                                about.seller(),
                                about.product().text()));
    }

    @Override
    public Optional<Head> head(ConversationId conversation) {
        return ask(() -> db.first(HEAD, SqlFacts::head, conversation));
    }

    @Override
    public Optional<Part> part(ConversationId conversation, PersonId person) {
        return ask(
                () ->
                        db.first(
                                PART,
                                row ->
                                        new Part(
                                                row.word(1, Role.class),
                                                row.number(2),
                                                Arrangements.read(row, 3)),
                                person,
                                conversation));
    }

    @Override
    public Intervals intervals(ConversationId conversation, PersonId person) {
        return ask(() -> Events.intervals(db, conversation, person));
    }

    @Override
    public Optional<PersonId> heirOf(ConversationId conversation, PersonId person) {
        return ask(() -> db.first(HEIR, row -> row.person(1), conversation, person));
    }

    @Override
    public Optional<Started> started(PersonId by, ClientId clientId) {
        return ask(() -> db.first(STARTED, events::entry, by, clientId.text()))
                .map(e -> new Started(e.conversation(), (Durable.Created) e.event()));
    }

    @Override
    public long ordAt(ConversationId conversation, long seq) {
        return ask(() -> db.first(ORD_AT, row -> row.number(1), conversation, seq)).orElseThrow();
    }

    @Override
    public boolean isMessage(ConversationId conversation, long seq) {
        return ask(() -> messages.isMessage(conversation, seq));
    }

    @Override
    public Optional<Standing> standing(MessageId message) {
        return ask(() -> messages.standing(message));
    }

    @Override
    public Set<String> emojis(MessageId message) {
        return ask(() -> messages.emojis(message));
    }

    @Override
    public boolean reacted(MessageId message, PersonId person, String emoji) {
        return ask(() -> messages.reacted(message, person, emoji));
    }

    @Override
    public int pins(ConversationId conversation) {
        return ask(() -> messages.pins(conversation));
    }

    @Override
    public boolean hidden(PersonId person, MessageId message) {
        return ask(() -> messages.hidden(person, message));
    }

    @Override
    public boolean moderates(PersonId person) {
        return ask(() -> db.first(MODERATES, _ -> true, person)).isPresent();
    }

    @Override
    public Optional<Earlier> earlier(
            ConversationId conversation, PersonId sender, ClientId clientId) {
        return ask(() -> messages.earlier(conversation, sender, clientId));
    }

    @Override
    public Map<PersonId, Arrangement> archivedBy(ConversationId conversation) {
        return ask(() -> db.list(ARCHIVED_BY, SqlFacts::arrangement, conversation)).stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private static Map.Entry<PersonId, Arrangement> arrangement(Row row) throws SQLException {
        return Map.entry(row.person(1), Arrangements.read(row, 2));
    }

    @Override
    public int pinnedBy(PersonId person) {
        return ask(() -> db.first(PINNED_BY, row -> row.small(1), person)).orElse(0);
    }

    @Override
    public boolean hasBlocked(PersonId by, PersonId person) {
        return ask(() -> db.first(HAS_BLOCKED, _ -> true, by, person)).isPresent();
    }

    @Override
    public int blockedBy(PersonId person) {
        return ask(() -> db.first(BLOCKED_BY, row -> row.small(1), person)).orElse(0);
    }

    @Override
    public Optional<PersonId> otherIn(ConversationId conversation, PersonId person) {
        return ask(() -> db.first(OTHER, row -> row.person(1), conversation, person));
    }

    @Override
    public Optional<Attachment> attachable(PersonId uploader, AttachmentId attachment) {
        return ask(
                () ->
                        db.first(
                                Carrying.ATTACHABLE,
                                row -> Carrying.attachment(row, 1),
                                attachment,
                                uploader));
    }

    /// A question to the database.
    @FunctionalInterface
    private interface Question<T> {
        T ask() throws SQLException;
    }

    private static <T> T ask(Question<T> question) {
        try {
            return question.ask();
        } catch (SQLException e) {
            throw new Unanswered(e);
        }
    }

    /// The database failed in the middle of a decision.
    static final class Unanswered extends RuntimeException {

        private final SQLException failure;

        Unanswered(SQLException failure) {
            super(failure);
            this.failure = failure;
        }

        SQLException failure() {
            return failure;
        }
    }
}
