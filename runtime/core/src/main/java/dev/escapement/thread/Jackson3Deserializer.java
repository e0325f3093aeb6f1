package dev.escapement.thread;

import java.io.StringWriter;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.databind.BeanProperty;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.ValueDeserializer;

/** The deserializer of threads and events for Jackson databind 3. */
final class Jackson3Deserializer extends ValueDeserializer<Object> {

    private final DatabindType bound;

    /** Creates a deserializer of any event, which databind replaces by {@link #createContextual}. */
    Jackson3Deserializer() {
        this(new DatabindType(Event.class));
    }

    private Jackson3Deserializer(DatabindType bound) {
        this.bound = bound;
    }

    @Override
    public ValueDeserializer<?> createContextual(DeserializationContext context, @Nullable BeanProperty property) {
        return new Jackson3Deserializer(
                new DatabindType(context.getContextualType().getRawClass()));
    }

    @Override
    public Object deserialize(JsonParser in, DeserializationContext context) {
        StringWriter json = new StringWriter();
        try (JsonGenerator out = Jackson3Serializer.JSON.createGenerator(ObjectWriteContext.empty(), json)) {
            Jackson3Serializer.copy(in, out);
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
