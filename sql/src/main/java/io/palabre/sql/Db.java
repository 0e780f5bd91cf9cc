// SPDX-License-Identifier: Apache-2.0
package io.palabre.sql;

import io.palabre.core.ids.AttachmentId;
import io.palabre.core.ids.ConversationId;
import io.palabre.core.ids.PersonId;
import io.palabre.core.ids.SessionId;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// One connection to the file and its prepared statements, each prepared once. Used by one thread.
final class Db implements AutoCloseable {

    /// Nobody asks for the row ids of what was inserted.
    private static final String WITHOUT_ROW_IDS = "?jdbc.get_generated_keys=false";

    private final Connection connection;
    private final Map<String, PreparedStatement> statements = new HashMap<>();

    private Db(Connection connection) {
        this.connection = connection;
    }

    static Db open(Path file) throws SQLException {
        return new Db(DriverManager.getConnection("jdbc:sqlite:" + file + WITHOUT_ROW_IDS));
    }

    /// From now on each statement belongs to a transaction, which begins with the first one after
    /// the transaction before. (Otherwise the driver tries to begin one around every statement.)
    Db inTransactions() throws SQLException {
        connection.setAutoCommit(false);
        return this;
    }

    void commit() throws SQLException {
        connection.commit();
    }

    void rollback() throws SQLException {
        connection.rollback();
    }

    /// Runs one statement that is not worth keeping.
    void run(String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /// Runs a statement with these values for its question marks; says how many rows it changed.
    int update(String sql, @Nullable Object... values) throws SQLException {
        try {
            return prepared(sql, values).executeUpdate();
        } catch (SQLException e) {
            throw forgetting(sql, e);
        }
    }

    <T> List<T> list(String sql, Read<T> read, @Nullable Object... values) throws SQLException {
        try (var rows = prepared(sql, values).executeQuery()) {
            var row = new Row(rows);
            var list = new ArrayList<T>();
            while (rows.next()) {
                list.add(read.from(row));
            }
            return list;
        } catch (SQLException e) {
            throw forgetting(sql, e);
        }
    }

    /// Reads rows until one of them is enough.
    void walk(String sql, Read<Boolean> goesOn, @Nullable Object... values) throws SQLException {
        try (var rows = prepared(sql, values).executeQuery()) {
            var row = new Row(rows);
            while (rows.next() && goesOn.from(row)) {
                // on to the next
            }
        } catch (SQLException e) {
            throw forgetting(sql, e);
        }
    }

    <T> Optional<T> first(String sql, Read<T> read, @Nullable Object... values)
            throws SQLException {
        try (var rows = prepared(sql, values).executeQuery()) {
            return rows.next() ? Optional.of(read.from(new Row(rows))) : Optional.empty();
        } catch (SQLException e) {
            throw forgetting(sql, e);
        }
    }

    /// The driver may have closed a statement that has failed: the next one is made anew.
    private SQLException forgetting(String sql, SQLException failure) {
        var statement = statements.remove(sql);
        try {
            if (statement != null) {
                statement.close();
            }
        } catch (SQLException e) {
            failure.addSuppressed(e);
        }
        return failure;
    }

    private PreparedStatement prepared(String sql, @Nullable Object[] values) throws SQLException {
        var statement = statements.get(sql);
        if (statement == null) {
            statement = connection.prepareStatement(sql);
            statements.put(sql, statement);
        }
        for (var i = 0; i < values.length; i++) {
            bind(statement, i + 1, values[i]);
        }
        return statement;
    }

    private static void bind(PreparedStatement statement, int at, @Nullable Object value)
            throws SQLException {
        switch (value) {
            case null -> statement.setObject(at, null);
            case Long number -> statement.setLong(at, number);
            case Integer number -> statement.setInt(at, number);
            case Boolean truth -> statement.setInt(at, truth ? 1 : 0);
            case String text -> statement.setString(at, text);
            case byte[] bytes -> statement.setBytes(at, bytes);
            case Instant time -> statement.setLong(at, time.toEpochMilli());
            case ConversationId(var ulid) -> statement.setBytes(at, ulid.bytes());
            case PersonId(var ulid) -> statement.setBytes(at, ulid.bytes());
            case AttachmentId(var ulid) -> statement.setBytes(at, ulid.bytes());
            case SessionId(var ulid) -> statement.setBytes(at, ulid.bytes());
            case Enum<?> word -> statement.setString(at, Row.word(word));
            default -> throw new IllegalArgumentException("no column holds " + value.getClass());
        }
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }

    /// Makes something of a row.
    @FunctionalInterface
    interface Read<T> {
        T from(Row row) throws SQLException;
    }

    /// Work on a connection.
    @FunctionalInterface
    interface Job<T extends @Nullable Object> {
        T on(Db db) throws SQLException;
    }
}
