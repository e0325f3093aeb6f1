package dev.escapement.openai;

import dev.escapement.http.client.ProviderJson;
import dev.escapement.json.JsonText;
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
    private int length;

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

    /** Adds a value, or a fragment of it. */
    void add(String name, ProviderJson value) {
        int more = value.raw().length();
        if (length > MAX_LENGTH - more) {
            if (values.remove(name) != null) {
                LOG.log(
                        System.Logger.Level.WARNING,
                        "The property " + name + " of a reply is not returned to the server: the additions to the reply"
                                + " exceed " + MAX_LENGTH + " characters");
            }
            length = MAX_LENGTH; // a later fragment alone would be a wrong value
            return;
        }
        length += more;
        values.computeIfAbsent(name, added -> new JsonFragments()).add(value);
    }

    /** Returns the values by name, in the order of their first fragments. */
    Map<String, JsonText> values() {
        Map<String, JsonText> texts = new LinkedHashMap<>();
        values.forEach((name, fragments) -> {
            JsonText json = fragments.json();
            if (json != null) {
                texts.put(name, json);
            }
        });
        return texts;
    }
}
