// SPDX-License-Identifier: Apache-2.0
package io.palabre.server.wire;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.exc.InputCoercionException;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.core.io.JsonEOFException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.cfg.CoercionAction;
import com.fasterxml.jackson.databind.cfg.CoercionInputShape;
import com.fasterxml.jackson.databind.cfg.MutableCoercionConfig;
import com.fasterxml.jackson.databind.exc.InvalidNullException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.ToStringSerializer;
import com.fasterxml.jackson.databind.type.LogicalType;
import io.palabre.core.Refusal;
import io.palabre.server.refusal.Problem;
import io.palabre.server.refusal.Refused;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Records to JSON and back. A component that is not `@Nullable` is required; a null one is left
/// out.
public final class Json {
    private static final int DEEPEST = 64;
    private static final int LONGEST_TEXT = 1_000_000;
    private static final int LONGEST_NAME = 256;
    private static final int LONGEST_NUMBER = 32;
    private static final int MOST_TOKENS = 20_000;

    private final ObjectMapper mapper;
    private final ObjectReader lenient;

    public Json() {
        mapper =
                JsonMapper.builder(limited())
                        .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                        .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
                        .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
                        .annotationIntrospector(new RequiredUnlessNullable())
                        .defaultPropertyInclusion(
                                JsonInclude.Value.construct(
                                        JsonInclude.Include.NON_NULL, JsonInclude.Include.ALWAYS))
                        .addModule(
                                new SimpleModule()
                                        .addDeserializer(JsonObject.class, new JsonObject.Reader())
                                        .addSerializer(Instant.class, new ToStringSerializer())
                                        .addDeserializer(Instant.class, new WellFormedTime())
                                        .addDeserializer(String.class, new WellFormedText())
                                        .addDeserializer(Until.class, new Until.Reader()))
                        .withCoercionConfig(LogicalType.Textual, Json::onlyText)
                        .build();
        lenient = mapper.reader().without(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);
    }

    /// Reads a request.
    ///
    /// @throws Refused with what is wrong, and where
    public <T> T read(byte[] json, Class<T> type) {
        try {
            return present(mapper.readValue(json, type));
        } catch (IOException e) {
            throw refusal(e);
        }
    }

    /// Reads a request that is text already.
    ///
    /// @throws Refused with what is wrong, and where
    public <T> T read(String json, Class<T> type) {
        return read(json.getBytes(StandardCharsets.UTF_8), type);
    }

    /// Reads a request of somebody who may say in it who they are; see [OwnId].
    ///
    /// @throws Refused with what is wrong, and where
    public <T> T read(byte[] json, Class<T> type, String own) {
        try {
            return present(mapper.readerFor(type).withHandler(new OwnId(own)).readValue(json));
        } catch (IOException e) {
            throw refusal(e);
        }
    }

    /// Reads what may hold more than is asked for, such as what a client says when it connects.
    ///
    /// @throws Refused with what is wrong, and where
    public <T> T readLeniently(String json, Class<T> type) {
        try {
            return present(lenient.forType(type).readValue(json));
        } catch (IOException e) {
            throw refusal(e);
        }
    }

    public String write(Object value) {
        try {
            return mapper.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a shape that is no JSON: " + value.getClass(), e);
        }
    }

    /// An acknowledgement: `ok: true` and beside it the fields of `answer`.
    public String writeOk(Object answer) {
        var fields = write(answer);
        return fields.equals("{}") ? "{\"ok\":true}" : "{\"ok\":true," + fields.substring(1);
    }

    private static <T> T present(T value) {
        if (value == null) throw Refused.because(Refusal.BAD_REQUEST, "An object is expected.");
        return value;
    }

    private static JsonFactory limited() {
        return JsonFactory.builder()
                .streamReadConstraints(
                        StreamReadConstraints.builder()
                                .maxNestingDepth(DEEPEST)
                                .maxStringLength(LONGEST_TEXT)
                                .maxNameLength(LONGEST_NAME)
                                .maxNumberLength(LONGEST_NUMBER)
                                .maxTokenCount(MOST_TOKENS)
                                .build())
                .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                .build();
    }

    private static void onlyText(MutableCoercionConfig config) {
        config.setCoercion(CoercionInputShape.Integer, CoercionAction.Fail)
                .setCoercion(CoercionInputShape.Float, CoercionAction.Fail)
                .setCoercion(CoercionInputShape.Boolean, CoercionAction.Fail);
    }

    private static Refused refusal(IOException e) {
        return switch (e) {
            case UnrecognizedPropertyException unknown ->
                    Refused.field(
                            unknown.getPropertyName(),
                            Refusal.UNKNOWN_FIELD,
                            "`%s` is not a field here.".formatted(unknown.getPropertyName()));
            case JsonMappingException mapped when isBigNumber(mapped.getCause()) ->
                    tooBig(field(mapped.getPath()));
            case JsonMappingException mapped
                    when mapped.getCause() instanceof IOException cause
                            && !(cause instanceof JsonMappingException) ->
                    refusal(cause);
            case JsonMappingException mapped -> wrongValue(mapped);
            case StreamConstraintsException big when isBigNumber(big) ->
                    Refused.because(
                            Problem.INVALID_JSON,
                            "A number in it has more than %d digits.".formatted(LONGEST_NUMBER));
            case StreamConstraintsException _ ->
                    Refused.because(
                            Problem.INVALID_JSON,
                            "It is nested too deeply, or holds too long a name or list.");
            case JsonEOFException broken -> broken("It breaks off", broken);
            case JsonParseException broken -> broken("It is broken", broken);
            default -> Refused.because(Problem.INVALID_JSON);
        };
    }

    /// More digits than are read, or than there is room for.
    private static boolean isBigNumber(@Nullable Throwable cause) {
        return cause instanceof InputCoercionException
                || (cause instanceof StreamConstraintsException
                        && String.valueOf(cause.getMessage()).startsWith("Number"));
    }

    private static Refused tooBig(String field) {
        return Refused.field(
                field, Refusal.BAD_REQUEST, "`%s` must be a smaller number.".formatted(field));
    }

    private static Refused broken(String how, JsonProcessingException e) {
        var at = e.getLocation();
        return Refused.because(
                Problem.INVALID_JSON,
                "%s at line %d, column %d.".formatted(how, at.getLineNr(), at.getColumnNr()));
    }

    private static Refused wrongValue(JsonMappingException e) {
        var path = e.getPath();
        if (path.isEmpty()) {
            return Refused.because(
                    Refusal.BAD_REQUEST, "An object with the named fields is expected.");
        }
        var field = field(path);
        var wrong =
                e instanceof InvalidNullException || e.getOriginalMessage().startsWith("Missing")
                        ? "is missing"
                        : "must be " + expected(e);
        return Refused.field(field, Refusal.BAD_REQUEST, "`%s` %s.".formatted(field, wrong));
    }

    /// `users[3].role`
    private static String field(List<JsonMappingException.Reference> path) {
        var field = new StringBuilder();
        for (var step : path) {
            var name = step.getFieldName();
            if (name == null) field.append('[').append(step.getIndex()).append(']');
            else field.append(field.isEmpty() ? "" : ".").append(name);
        }
        return field.toString();
    }

    private static String expected(JsonMappingException e) {
        var type = e instanceof MismatchedInputException mismatch ? mismatch.getTargetType() : null;
        if (type == null) return "something else";
        if (type == String.class) return "a text of well-formed Unicode";
        if (type == Boolean.class || type == boolean.class) return "true or false";
        if (type == Instant.class || type == Until.class) {
            return "a time like 2026-01-31T12:00:00Z";
        }
        if (Number.class.isAssignableFrom(type) || type.isPrimitive()) return "a whole number";
        return Collection.class.isAssignableFrom(type) ? "a list" : "an object";
    }
}
