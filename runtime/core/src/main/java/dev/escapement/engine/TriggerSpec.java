package dev.escapement.engine;

import dev.escapement.codegen.JsonReader;
import dev.escapement.json.Decoded;
import dev.escapement.json.JsonDecoder;
import dev.escapement.json.ReadOptions;
import dev.escapement.thread.Start;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;

/**
 * The description of a {@link dev.escapement.Trigger} that starts a thread with an external event. Immutable.
 *
 * <pre>{@code
 * for (TriggerSpec trigger : loop.triggers()) {
 *     System.out.println("POST /" + trigger.name() + " accepts " + trigger.schema());
 * }
 * Decoded<Start> start = loop.start("mail", "{\"from\":\"ann@example.org\",\"text\":\"The lamp is broken\"}");
 * }</pre>
 *
 * @param name the name of the trigger, which is that of its method
 * @param description the main description in the Javadoc of the method, as plain text; empty if it has none
 * @param schema the JSON Schema (2020-12) of the payload, as compact JSON text
 */
public record TriggerSpec(String name, String description, String schema) {

    /**
     * Creates a description.
     *
     * @throws NullPointerException with the name of the component as message if it is null
     */
    public TriggerSpec {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(description, "description");
        Objects.requireNonNull(schema, "schema");
    }

    /**
     * Decodes a payload and passes it to a function that creates a start. Called by generated loops. The payload
     * is decoded without leniency. Times that must be past or future are compared with the system clock.
     *
     * @param json the payload as JSON text; any string
     * @param decoder the decoder of the payload
     * @param trigger the function that creates the start; its exceptions are passed to the caller
     * @param <P> the type of the payload
     * @return the start and the repairs of the payload, or the violations of the payload
     */
    public static <P> Decoded<Start> start(String json, JsonDecoder<P> decoder, Function<? super P, Start> trigger) {
        return JsonReader.decode(decoder, json, new ReadOptions(Set.of()))
                .fold(
                        accepted -> new Decoded.Accepted<>(trigger.apply(accepted.value()), accepted.repairs()),
                        rejected -> new Decoded.Rejected<>(rejected.violations()));
    }
}
