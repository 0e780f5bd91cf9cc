// SPDX-License-Identifier: Apache-2.0
package io.palabre.server.types;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.palabre.core.Refusal;
import io.palabre.core.conversations.Content;
import io.palabre.server.refusal.Refused;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// The types of messages that people may send here: those that come with the server, and the
/// operator's. Each file `<type>.json` in the folder `message-types` of the data folder is the JSON
/// Schema of one more.
public final class MessageTypes {
    private static final Set<String> ATTACHED = Set.of("image", "video", "audio", "voice", "file");
    private static final Set<String> HOLDING = Set.of("location", "product");
    private static final String ENDING = ".json";

    private final Map<String, MessageType> byName = new TreeMap<>();

    private MessageTypes() {
        byName.put("text", new MessageType.Words());
        ATTACHED.forEach(name -> byName.put(name, new MessageType.Attached()));
        HOLDING.forEach(name -> byName.put(name, new MessageType.Holding(ours(name))));
    }

    /// Those of a data folder.
    ///
    /// @throws IOException when a file in its `message-types` is no schema of a type; says which
    public static MessageTypes in(Path data) throws IOException {
        var types = new MessageTypes();
        for (var file : schemas(data.resolve("message-types"))) types.add(file);
        return types;
    }

    /// Lets pass what a type takes.
    ///
    /// @param data the JSON object that the message holds beside its text
    /// @param attached whether it carries files
    /// @throws Refused with what does not fit
    public void check(String name, @Nullable String data, boolean attached) {
        switch (byName.get(name)) {
            case null -> throw unknown();
            case MessageType.Words() -> refuseData(name, data);
            case MessageType.Attached() -> {
                refuseData(name, data);
                if (!attached) throw nothingAttached(name);
            }
            case MessageType.Holding(var schema) -> refuseUnfit(schema, data);
        }
    }

    private Refused unknown() {
        var known = "Known here: %s.".formatted(String.join(", ", byName.keySet()));
        return Refused.field("type", Refusal.BAD_MESSAGE_TYPE, known);
    }

    private static Refused nothingAttached(String name) {
        var detail = "A message of the type %s has `attachments`.".formatted(name);
        return Refused.field("attachments", Refusal.EMPTY_MESSAGE, detail);
    }

    private static void refuseData(String name, @Nullable String data) {
        if (data == null) return;
        var detail = "A message of the type %s has none.".formatted(name);
        throw Refused.field("data", Refusal.BAD_MESSAGE_DATA, detail);
    }

    private static void refuseUnfit(DataSchema schema, @Nullable String data) {
        if (data == null) throw Refused.field("data", Refusal.BAD_MESSAGE_DATA, "It is missing.");
        schema.objection(data)
                .ifPresent(
                        detail -> {
                            throw Refused.field("data", Refusal.BAD_MESSAGE_DATA, detail + ".");
                        });
    }

    private void add(Path file) throws IOException {
        var name = file.getFileName().toString().replace(ENDING, "");
        if (!Content.mayBeSent(name)) {
            throw unusable(file, "a type is called by a lower-case word, not system or call");
        }
        var schema = new DataSchema(Files.readString(file));
        var fault = schema.fault();
        if (fault.isPresent()) throw unusable(file, fault.get());
        if (byName.putIfAbsent(name, new MessageType.Holding(schema)) != null) {
            throw unusable(file, "there is a type of this name already");
        }
    }

    private static IOException unusable(Path file, String why) {
        return new IOException("%s is no schema of a message type: %s.".formatted(file, why));
    }

    private static List<Path> schemas(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) return List.of();
        try (var files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(ENDING)).sorted().toList();
        }
    }

    private static DataSchema ours(String name) {
        try (InputStream in = MessageTypes.class.getResourceAsStream(name + ENDING)) {
            return new DataSchema(
                    new String(Objects.requireNonNull(in, name).readAllBytes(), UTF_8));
        } catch (IOException e) {
            throw new IllegalStateException("a schema of our own that cannot be read: " + name, e);
        }
    }
}
