package dev.escapement.openai;

import dev.escapement.http.client.RequestBody;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.function.Function;

/** The body of a request, which can be written without the properties that the server rejects. */
final class OmittableBody implements RequestBody {

    private final String model;
    private final Function<Set<String>, OpenAiRequest> writers;

    /**
     * Creates a body.
     *
     * @param model the name of the model that the request addresses
     * @param writers returns the writer of the request without the given properties
     */
    OmittableBody(String model, Function<Set<String>, OpenAiRequest> writers) {
        this.model = model;
        this.writers = writers;
    }

    @Override
    public String model() {
        return model;
    }

    @Override
    public Set<String> optional() {
        return writers.apply(Set.of()).optional();
    }

    @Override
    public String without(Set<String> omitted) {
        return new String(bytes(omitted), StandardCharsets.UTF_8);
    }

    @Override
    public byte[] bytes(Set<String> omitted) {
        return writers.apply(omitted).write();
    }

    @Override
    public String setting(String property) {
        return property.equals("strict") ? "strict(false)" : "omit(\"" + property + "\")";
    }
}
