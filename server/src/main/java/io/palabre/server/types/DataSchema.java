// SPDX-License-Identifier: Apache-2.0
package io.palabre.server.types;

import com.networknt.schema.InputFormat;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaException;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.PathType;
import com.networknt.schema.SchemaId;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.SpecVersion.VersionFlag;
import com.networknt.schema.ValidationMessage;
import com.networknt.schema.resource.AllowSchemaLoader;
import java.io.UncheckedIOException;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// A JSON Schema (draft 2020-12) that is compiled when it is first needed. It refers to nothing but
/// itself: none is fetched from anywhere.
final class DataSchema {
    private final String source;
    private @Nullable JsonSchema compiled;

    DataSchema(String source) {
        this.source = source;
    }

    /// What is wrong with the schema itself, if something is.
    Optional<String> fault() {
        try {
            var ofSchemas = schemas().getSchema(SchemaLocation.of(SchemaId.V202012), inEnglish());
            var fault = first(ofSchemas.validate(source, InputFormat.JSON));
            if (fault.isEmpty()) compiled().initializeValidators();
            return fault;
        } catch (UncheckedIOException | IllegalArgumentException _) {
            return Optional.of("it is not well-formed JSON");
        } catch (JsonSchemaException e) {
            return Optional.of(String.valueOf(e.getMessage()));
        }
    }

    /// Where some data does not fit, if it does not.
    Optional<String> objection(String data) {
        return first(compiled().validate(data, InputFormat.JSON));
    }

    private synchronized JsonSchema compiled() {
        if (compiled == null) compiled = schemas().getSchema(source, inEnglish());
        return compiled;
    }

    private static Optional<String> first(Set<ValidationMessage> messages) {
        return messages.stream().map(ValidationMessage::getMessage).sorted().findFirst();
    }

    /// Reads the descriptions of JSON Schema that the library brings along, and no others.
    private static JsonSchemaFactory schemas() {
        var ours = new AllowSchemaLoader(iri -> iri.toString().startsWith("classpath:"));
        return JsonSchemaFactory.getInstance(
                VersionFlag.V202012,
                factory -> factory.schemaLoaders(loaders -> loaders.add(ours)));
    }

    private static SchemaValidatorsConfig inEnglish() {
        return SchemaValidatorsConfig.builder()
                .locale(Locale.ENGLISH)
                .pathType(PathType.JSON_POINTER)
                .build();
    }
}
