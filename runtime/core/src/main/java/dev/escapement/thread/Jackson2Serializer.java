package dev.escapement.thread;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.json.JsonGeneratorImpl;
import com.fasterxml.jackson.core.type.WritableTypeId;
import com.fasterxml.jackson.databind.JsonSerializer;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.jsontype.TypeSerializer;
import java.io.IOException;

/**
 * The serializer of threads and events for Jackson databind 2. JSON output contains the text of the codec; other
 * formats and trees contain the same values.
 */
final class Jackson2Serializer extends JsonSerializer<Object> {

    static final JsonFactory JSON = new JsonFactory();

    @Override
    public void serialize(Object value, JsonGenerator out, SerializerProvider context) throws IOException {
        String json = DatabindType.encode(value);
        if (out instanceof JsonGeneratorImpl) {
            out.writeRawValue(json);
            return;
        }
        try (JsonParser parser = JSON.createParser(json)) {
            parser.nextToken();
            copy(parser, out);
        }
    }

    @Override
    public void serializeWithType(Object value, JsonGenerator out, SerializerProvider context, TypeSerializer types)
            throws IOException {
        WritableTypeId id = types.writeTypePrefix(out, types.typeId(value, JsonToken.VALUE_EMBEDDED_OBJECT));
        serialize(value, out, context);
        types.writeTypeSuffix(out, id);
    }

    /** Copies the current value, with all digits of its numbers. */
    static void copy(JsonParser from, JsonGenerator to) throws IOException {
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
