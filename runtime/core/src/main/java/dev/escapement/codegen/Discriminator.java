package dev.escapement.codegen;

import dev.escapement.internal.json.ViolationMessages;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/**
 * The property value that identifies an object's type. It can be at any position and is required before the object is
 * read, so a second parser looks ahead.
 *
 * @param type the string that identifies the type; null if the object does not have one
 * @param found the description of the actual content
 */
record Discriminator(@Nullable String type, String found) {

    private static final Discriminator NONE = new Discriminator(null, ViolationMessages.NOTHING);

    /** Finds the discriminator of the object that begins at the parser's next token. */
    static Discriminator find(JsonParser scout, String property) {
        try {
            scout.nextToken();
            while (scout.nextToken() == JsonToken.PROPERTY_NAME) {
                boolean wanted = scout.currentName().equals(property);
                boolean string = scout.nextToken() == JsonToken.VALUE_STRING;
                if (wanted) {
                    return new Discriminator(string ? scout.getString() : null, ValueDescription.describe(scout));
                }
                scout.skipChildren();
            }
            return NONE;
        } catch (JacksonException fault) {
            return NONE; // The reader's own parser reports the same fault with its place in the text.
        }
    }
}
