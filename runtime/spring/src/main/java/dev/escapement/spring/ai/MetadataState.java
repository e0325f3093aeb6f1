package dev.escapement.spring.ai;

import dev.escapement.codegen.JsonReader;
import dev.escapement.codegen.JsonWriter;
import dev.escapement.json.JsonCodec;
import dev.escapement.model.ProviderState;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A reader and writer of the metadata that an adapter of Spring AI adds to a message. The adapter expects some of it, such as
 * signatures of thoughts, in later requests. Texts, bytes, and lists and maps of them are stored; other values are not. The
 * state is optional: without it the reply and the conversation are valid.
 *
 * @param provider the provider whose models receive the state
 */
record MetadataState(String provider) {

    /** The metadata that adapters never expect in later requests. */
    private static final Set<String> IGNORED =
            Set.of("id", "role", "index", "finishReason", "refusal", "annotations", "messageType");

    private static final MetadataCodec CODEC = new MetadataCodec();

    /** The form of a stored value: the first element of its array. */
    private enum ValueForm {
        TEXT,
        TEXTS,
        BYTES,
        BYTE_ARRAYS,
        MAP
    }

    private String format() {
        return "spring-ai." + (provider.isEmpty() ? "other" : provider);
    }

    /** Returns the state to store with a message; empty if the metadata contains nothing of use. */
    Optional<ProviderState> of(Map<String, ?> metadata) {
        Map<String, List<String>> stored = new TreeMap<>();
        metadata.forEach((name, value) -> {
            if (!IGNORED.contains(name)) {
                strings(value).ifPresent(strings -> stored.put(name, strings));
            }
        });
        return stored.isEmpty() ? Optional.empty() : Optional.of(new ProviderState(format(), CODEC.encode(stored)));
    }

    /** Returns the metadata in a state. It is empty if the state belongs to another provider. */
    Map<String, Object> restored(Optional<ProviderState> state) {
        Map<String, Object> metadata = new LinkedHashMap<>();
        state.filter(stored -> stored.format().equals(format()))
                .flatMap(stored -> CODEC.decode(stored.json())
                        .<Optional<Map<String, List<String>>>>fold(
                                accepted -> Optional.of(accepted.value()), rejected -> Optional.empty()))
                .ifPresent(stored -> stored.forEach((name, strings) -> metadata.put(name, value(strings))));
        return metadata;
    }

    private static Optional<List<String>> strings(@Nullable Object value) {
        List<String> strings = new ArrayList<>();
        if (value instanceof String text) {
            add(strings, ValueForm.TEXT, text);
        } else if (value instanceof byte[] bytes) {
            add(strings, ValueForm.BYTES, base64(bytes));
        } else if (value instanceof Map<?, ?> map) {
            strings.add(ValueForm.MAP.name());
            map.forEach((key, element) -> {
                if (key instanceof String name && element instanceof String text) {
                    strings.add(name);
                    strings.add(text);
                }
            });
        } else if (value instanceof List<?> list && list.stream().allMatch(byte[].class::isInstance)) {
            strings.add(ValueForm.BYTE_ARRAYS.name());
            list.forEach(bytes -> strings.add(base64((byte[]) bytes)));
        } else if (value instanceof List<?> list && list.stream().allMatch(String.class::isInstance)) {
            strings.add(ValueForm.TEXTS.name());
            list.forEach(text -> strings.add((String) text));
        }
        return Optional.of(strings).filter(all -> all.size() > 1);
    }

    private static void add(List<String> strings, ValueForm form, String text) {
        if (!text.isEmpty()) {
            strings.add(form.name());
            strings.add(text);
        }
    }

    private static Object value(List<String> strings) {
        List<String> rest = strings.subList(1, strings.size());
        return switch (ValueForm.valueOf(strings.get(0))) {
            case TEXT -> rest.get(0);
            case TEXTS -> List.copyOf(rest);
            case BYTES -> bytes(rest.get(0));
            case BYTE_ARRAYS -> rest.stream().map(MetadataState::bytes).toList();
            case MAP -> {
                Map<String, String> map = new LinkedHashMap<>();
                for (int i = 0; i + 1 < rest.size(); i += 2) {
                    map.put(rest.get(i), rest.get(i + 1));
                }
                yield map;
            }
        };
    }

    private static String base64(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }

    private static byte[] bytes(String base64) {
        return Base64.getDecoder().decode(base64);
    }

    /** A codec of a map from names to the form and the strings of a value. */
    private static final class MetadataCodec implements JsonCodec<Map<String, List<String>>> {

        @Override
        public @Nullable Map<String, List<String>> read(JsonReader in) {
            if (!in.beginMap()) {
                return null;
            }
            Map<String, List<String>> values = new LinkedHashMap<>();
            while (in.nextEntry()) {
                String name = in.name();
                List<String> strings = new ArrayList<>();
                if (in.beginArray()) {
                    while (in.nextElement()) {
                        String text = in.readString();
                        if (text != null) {
                            strings.add(text);
                        }
                    }
                    in.endArray();
                }
                if (strings.size() > 1) {
                    values.put(name, strings);
                }
            }
            return in.endMap() ? values : null;
        }

        @Override
        public void write(JsonWriter out, Map<String, List<String>> values) {
            out.beginObject();
            values.forEach((name, strings) -> {
                out.name(name);
                out.beginArray();
                strings.forEach(out::writeString);
                out.endArray();
            });
            out.endObject();
        }
    }
}
