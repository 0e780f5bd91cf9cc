// SPDX-License-Identifier: Apache-2.0
package io.palabre.server.testing;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion.VersionFlag;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;

/// `openapi.yaml`, to hold the running server to.
public final class Contract {
    private static final Set<String> METHODS = Set.of("get", "post", "patch", "delete", "put");

    private final ObjectNode document;
    private final JsonSchemaFactory schemas = JsonSchemaFactory.getInstance(VersionFlag.V202012);

    private Contract(ObjectNode document) {
        this.document = document;
    }

    public static Contract read() {
        try {
            var yaml = new ObjectMapper(new YAMLFactory());
            return new Contract((ObjectNode) yaml.readTree(Path.of("../openapi.yaml").toFile()));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /// `GET /api/…`, all of them.
    public Set<String> routes() {
        var routes = new HashSet<String>();
        document.at("/paths")
                .properties()
                .forEach(
                        path ->
                                path.getValue()
                                        .fieldNames()
                                        .forEachRemaining(
                                                method -> {
                                                    if (METHODS.contains(method)) {
                                                        routes.add(
                                                                method.toUpperCase(Locale.ROOT)
                                                                        + " "
                                                                        + path.getKey());
                                                    }
                                                }));
        return routes;
    }

    public Set<String> clientEvents() {
        return names("/x-events/client");
    }

    public Set<String> serverEvents() {
        return names("/x-events/server");
    }

    /// The answer of a route has its written shape.
    public void check(String method, String path, Someone.Reply reply) {
        var operation = document.path("paths").path(path).path(method.toLowerCase(Locale.ROOT));
        assertThat(operation.isMissingNode()).as(method + " " + path).isFalse();
        var responses = operation.path("responses");
        var response = resolve(responses.path(String.valueOf(reply.status())));
        if (response.isMissingNode()) {
            assertThat(reply.status()).as(reply.raw().body()).isGreaterThanOrEqualTo(400);
            response = resolve(responses.path("default"));
        }
        var content = response.path("content");
        if (content.isMissingNode()) {
            assertThat(reply.raw().body()).isEmpty();
        } else {
            var type = content.fieldNames().next();
            assertThat(reply.header("Content-Type")).startsWith(type);
            check(content.path(type).path("schema"), reply.body(), method + " " + path);
        }
    }

    public void checkAck(String event, JsonNode ack) {
        check(document.at("/x-events/client").path(event).path("answers"), ack, "ack of " + event);
    }

    /// What a client event takes has its written shape.
    public void checkCommand(String event, String json) {
        check(document.at("/x-events/client").path(event).path("takes"), json(json), event);
    }

    public static JsonNode json(String text) {
        try {
            return Someone.JSON.readTree(text);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    public void checkRefusal(JsonNode ack) {
        check(document.at("/components/schemas/Refusal"), ack, "refusal");
    }

    public void checkEvent(String event, JsonNode data) {
        check(document.at("/x-events/server").path(event), data, event);
    }

    private void check(JsonNode schema, JsonNode value, String what) {
        assertThat(schema.isMissingNode()).as("no shape for " + what).isFalse();
        assertThat(schema(schema).validate(value)).as("%s: %s", what, value).isEmpty();
    }

    private JsonSchema schema(JsonNode schema) {
        var whole = ((ObjectNode) schema).deepCopy();
        whole.set("components", document.path("components"));
        return schemas.getSchema(whole);
    }

    private JsonNode resolve(JsonNode node) {
        var reference = node.path("$ref").asText();
        return reference.isEmpty() ? node : document.at(reference.substring(1));
    }

    private Set<String> names(String pointer) {
        var names = new HashSet<String>();
        document.at(pointer).fieldNames().forEachRemaining(names::add);
        return names;
    }
}
