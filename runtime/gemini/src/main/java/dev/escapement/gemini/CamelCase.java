package dev.escapement.gemini;

import dev.escapement.http.client.ProviderJson;
import java.util.StringJoiner;

/**
 * The conversion of property names to camel case. Servers that write protocol buffers as JSON can keep the names of the
 * fields, for example {@code finish_reason}; the API accepts both forms in requests.
 *
 * @see <a href="https://protobuf.dev/programming-guides/json/">ProtoJSON format</a>
 */
final class CamelCase {

    private CamelCase() {}

    /**
     * Returns an object with the names of its own properties in camel case. The values are unchanged, so that arguments of
     * calls keep their names. A property that also exists in camel case is omitted.
     *
     * @param value the object
     * @return the same value if it is not an object, or if no name has an underscore
     */
    static ProviderJson of(ProviderJson value) {
        if (value.names().stream().noneMatch(name -> name.indexOf('_') > 0)) {
            return value;
        }
        StringJoiner json = new StringJoiner(",", "{", "}");
        for (String name : value.names()) {
            String converted = name(name);
            if (converted.equals(name)
                    || value.get(converted).isAbsent()) { // otherwise, the value in camel case counts
                json.add(ReplyPart.QUOTED.encode(converted) + ":"
                        + value.get(name).raw());
            }
        }
        return ProviderJson.parse(json.toString());
    }

    private static String name(String snakeCase) {
        StringBuilder name = new StringBuilder(snakeCase.length());
        boolean begins = false;
        for (int i = 0; i < snakeCase.length(); i++) {
            char c = snakeCase.charAt(i);
            if (c == '_' && i > 0) {
                begins = true;
            } else {
                name.append(begins ? Character.toUpperCase(c) : c);
                begins = false;
            }
        }
        return name.toString();
    }
}
