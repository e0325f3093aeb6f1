package dev.escapement.thread;

import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.json.JsonGeneratorBase;
import tools.jackson.core.type.WritableTypeId;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.ValueSerializer;
import tools.jackson.databind.jsontype.TypeSerializer;

/**
 * The serializer of threads and events for Jackson databind 3. JSON output contains the text of the codec; other
 * formats and trees contain the same values.
 */
final class Jackson3Serializer extends ValueSerializer<Object> {

    static final JsonFactory JSON = new JsonFactory();

    @Override
    public void serialize(Object value, JsonGenerator out, SerializationContext context) {
        String json = DatabindType.encode(value);
        if (out instanceof JsonGeneratorBase) {
            out.writeRawValue(json);
            return;
        }
        try (JsonParser parser = JSON.createParser(ObjectReadContext.empty(), json)) {
            parser.nextToken();
            copy(parser, out);
        }
    }

    @Override
    public void serializeWithType(Object value, JsonGenerator out, SerializationContext context, TypeSerializer types) {
        WritableTypeId id = types.writeTypePrefix(out, context, types.typeId(value, JsonToken.VALUE_EMBEDDED_OBJECT));
        serialize(value, out, context);
        types.writeTypeSuffix(out, context, id);
    }

    /** Copies the current value, with all digits of its numbers. */
    static void copy(JsonParser from, JsonGenerator to) {
        int depth = 0;
        JsonToken token = from.currentToken();
        do {
            if (token == JsonToken.VALUE_NUMBER_FLOAT && !from.isNaN()) {
                to.writeNumber(from.getDecimalValue());
            } else {
                to.copyCurrentEvent(from);
            }
            depth += token.isStructStart() ? 1 : token.isStructEnd() ? -1 : 0;
        } while (depth > 0 && (token = from.nextToken()) != null);
    }
}
