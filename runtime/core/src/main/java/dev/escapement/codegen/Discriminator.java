package dev.escapement.codegen;

import dev.escapement.internal.json.ViolationMessages;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/**
 * What an object says of its type. It may say so in any place, and must be asked before it is read: a second parser
 * goes ahead.
 *
 * @param type the string that tells the type, if there is one
 * @param found the words for what is there
 */
record Discriminator(@Nullable String type, String found) {

    private static final Discriminator NONE = new Discriminator(null, ViolationMessages.NOTHING);

    /** Looks for a property in the object that begins where a new parser stands. */
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
            return NONE; // The reader's own parser will come to the same fault, and knows its place in the text.
        }
    }
}
