// SPDX-License-Identifier: Apache-2.0
package io.palabre.socketio.packet;

import com.fasterxml.jackson.core.io.JsonStringEncoder;
import java.lang.reflect.Array;
import java.lang.reflect.InvocationTargetException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Writes arguments of events as JSON and sets binary ones aside as attachments.
public final class JsonWriter {
    private static final int MAX_DEPTH = 200;

    private final StringBuilder json = new StringBuilder(128);
    private final Function<Object, @Nullable Object> foreign;
    private List<byte[]> attachments = List.of();

    /// @param foreign turns an object that this class does not know into one that it does, or
    ///   returns null
    public JsonWriter(Function<Object, @Nullable Object> foreign) {
        this.foreign = foreign;
    }

    /// An array of the name of an event and its arguments.
    public JsonWriter event(String name, @Nullable Object[] args) {
        json.append('[').append(EventName.quoted(name));
        arguments(args);
        return this;
    }

    /// An array of arguments.
    public JsonWriter array(@Nullable Object[] args) {
        json.append('[');
        arguments(args);
        return this;
    }

    private void arguments(@Nullable Object[] args) {
        for (var arg : args) {
            var before = json.length();
            if (json.charAt(before - 1) != '[') {
                json.append(',');
            }
            var start = json.length();
            write(arg, 0);
            if (json.length() == start) {
                json.setLength(before);
            }
        }
        json.append(']');
    }

    /// What was written.
    public StringBuilder json() {
        return json;
    }

    /// What was set aside.
    public List<byte[]> attachments() {
        return attachments;
    }

    private void write(@Nullable Object value, int depth) {
        if (depth > MAX_DEPTH) {
            throw new IllegalArgumentException("argument is nested too deeply");
        }
        switch (value) {
            case null -> json.append("null");
            case String s -> quote(s, json);
            case Boolean b -> json.append(b);
            case Double d -> finite(d, d);
            case Float f -> finite(f, f);
            case Number n -> json.append(n);
            case Enum<?> e -> quote(e.name(), json);
            case Fragment fragment -> splice(fragment);
            case byte[] bytes -> attach(bytes);
            case Map<?, ?> map -> object(map, depth);
            case Iterable<?> items -> items(items, depth);
            default -> other(value, depth);
        }
    }

    private void other(Object value, int depth) {
        if (value.getClass().isArray()) {
            elements(value, depth);
            return;
        }
        var known = foreign.apply(value);
        if (known == null && value instanceof Record record) {
            components(record, depth);
            return;
        }
        if (known == null) {
            throw new IllegalArgumentException("cannot be sent: " + value.getClass().getName());
        }
        write(known, depth);
    }

    private void finite(double value, Object written) {
        json.append(Double.isFinite(value) ? written.toString() : "null");
    }

    private void splice(Fragment fragment) {
        var base = attachments.size();
        json.append(base == 0 ? fragment.json() : fragment.renumbered(base));
        fragment.attachments().forEach(this::keep);
    }

    private void attach(byte[] bytes) {
        json.append("{\"_placeholder\":true,\"num\":").append(attachments.size()).append('}');
        keep(bytes);
    }

    private void keep(byte[] bytes) {
        if (attachments.isEmpty()) {
            attachments = new ArrayList<>();
        }
        attachments.add(bytes);
    }

    private void object(Map<?, ?> map, int depth) {
        json.append('{');
        var first = true;
        for (var entry : map.entrySet()) {
            json.append(first ? "" : ",");
            key(String.valueOf(entry.getKey()));
            write(entry.getValue(), depth + 1);
            first = false;
        }
        json.append('}');
    }

    private void items(Iterable<?> items, int depth) {
        json.append('[');
        var first = true;
        for (var item : items) {
            json.append(first ? "" : ",");
            write(item, depth + 1);
            first = false;
        }
        json.append(']');
    }

    private void elements(Object array, int depth) {
        json.append('[');
        for (var i = 0; i < Array.getLength(array); i++) {
            json.append(i == 0 ? "" : ",");
            write(Array.get(array, i), depth + 1);
        }
        json.append(']');
    }

    private void components(Record value, int depth) {
        json.append('{');
        var first = true;
        for (var component : value.getClass().getRecordComponents()) {
            json.append(first ? "" : ",");
            key(component.getName());
            try {
                component.getAccessor().trySetAccessible();
                write(component.getAccessor().invoke(value), depth + 1);
            } catch (IllegalAccessException | InvocationTargetException e) {
                throw new IllegalArgumentException("cannot be read: " + component, e);
            }
            first = false;
        }
        json.append('}');
    }

    private void key(String name) {
        quote(name, json);
        json.append(':');
    }

    static void quote(String text, StringBuilder into) {
        into.append('"');
        JsonStringEncoder.getInstance().quoteAsString(text, into);
        into.append('"');
    }
}
