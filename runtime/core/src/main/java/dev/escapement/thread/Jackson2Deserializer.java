package dev.escapement.thread;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.BeanProperty;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.deser.ContextualDeserializer;
import java.io.IOException;
import java.io.StringWriter;
import org.jspecify.annotations.Nullable;

/** The deserializer of threads and events for Jackson databind 2. */
final class Jackson2Deserializer extends JsonDeserializer<Object> implements ContextualDeserializer {

    private final DatabindType bound;

    /** Creates a deserializer of any event, which databind replaces by {@link #createContextual}. */
    Jackson2Deserializer() {
        this(new DatabindType(Event.class));
    }

    private Jackson2Deserializer(DatabindType bound) {
        this.bound = bound;
    }

    @Override
    public JsonDeserializer<?> createContextual(DeserializationContext context, @Nullable BeanProperty property) {
        return new Jackson2Deserializer(
                new DatabindType(context.getContextualType().getRawClass()));
    }

    @Override
    public Object deserialize(JsonParser in, DeserializationContext context) throws IOException {
        StringWriter json = new StringWriter();
        try (JsonGenerator out = Jackson2Serializer.JSON.createGenerator(json)) {
            Jackson2Serializer.copy(in, out);
        }
        try {
            return bound.decode(json.toString());
        } catch (IllegalArgumentException e) {
            return context.reportInputMismatch(this, "%s", e.getMessage());
        }
    }

    @Override
    public Class<?> handledType() {
        return bound.type();
    }
}
