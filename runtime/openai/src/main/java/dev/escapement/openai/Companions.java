package dev.escapement.openai;

import dev.escapement.http.client.ProviderJson;
import dev.escapement.json.JsonText;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/**
 * The properties that a server adds to a message or to a call, beyond those of OpenAI's protocol. Their total size is
 * bounded; a property beyond the bound is not kept.
 */
final class Companions {

    private static final System.Logger LOG = System.getLogger(OpenAiModel.class.getName());
    private static final int MAX_LENGTH = 1 << 20;

    private final Flavor flavor;
    private final Set<String> known;
    private final Map<String, JsonFragments> values = new LinkedHashMap<>();
    private final Set<String> dropped = new HashSet<>();
    private long length;

    /**
     * Creates an empty collection.
     *
     * @param flavor determines the properties that are returned to the server
     * @param known the properties that the protocol defines
     */
    Companions(Flavor flavor, Set<String> known) {
        this.flavor = flavor;
        this.known = known;
    }

    /** Adds the properties of an object, or of a fragment of it. */
    void add(ProviderJson object) {
        for (String name : object.names()) {
            ProviderJson value = object.get(name);
            if (!known.contains(name) && !value.isAbsent() && flavor.returns(name)) {
                add(name, value);
            }
        }
    }

    /** Adds a value, or a fragment of it. Values that exceed the limit are dropped, whatever follows. */
    void add(String name, ProviderJson value) {
        JsonFragments fragments = values.computeIfAbsent(name, added -> new JsonFragments());
        length += fragments.add(value);
        if (length > MAX_LENGTH) {
            drop(name);
        }
    }

    private void drop(String name) {
        if (dropped.add(name)) {
            LOG.log(
                    System.Logger.Level.WARNING,
                    "The property " + name + " of a reply is not returned to the server: the additions to the reply"
                            + " exceed " + MAX_LENGTH + " characters");
        }
        values.put(name, new JsonFragments()); // frees the fragments so far
    }

    /** Returns the values by name, in the order of their first fragments. */
    Map<String, JsonText> values() {
        Map<String, JsonText> texts = new LinkedHashMap<>();
        int total = 0;
        for (Map.Entry<String, JsonFragments> each : values.entrySet()) {
            JsonText json =
                    dropped.contains(each.getKey()) ? null : each.getValue().json();
            if (json != null && json.json().length() > MAX_LENGTH - total) {
                drop(each.getKey());
            } else if (json != null) {
                texts.put(each.getKey(), json);
                total += json.json().length();
            }
        }
        return texts;
    }
}
