package dev.escapement.spring.model;

import dev.escapement.model.Model;
import dev.escapement.model.PriceTable;
import dev.escapement.openai.OpenAiModel;
import dev.escapement.openai.Protocol;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A factory of {@link OpenAiModel}s. Used by the auto-configuration. */
public final class OpenAiFactory implements ModelFactory {

    private final @Nullable PriceTable prices;

    /**
     * Creates a factory.
     *
     * @param prices the prices of all models; null for models without a cost
     */
    public OpenAiFactory(@Nullable PriceTable prices) {
        this.prices = prices;
    }

    @Override
    public String provider() {
        return "openai";
    }

    @Override
    public Model create(ModelSettings settings) {
        OpenAiModel.Builder builder = ClientConfigurer.apply(settings, prices, OpenAiModel.builder());
        if (settings.protocol() != null) {
            builder.protocol(protocol(settings.protocol()));
        }
        return builder.build();
    }

    private static Protocol protocol(String name) {
        return Stream.of(Protocol.values())
                .filter(protocol -> RelaxedNames.areEqual(protocol.name(), name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        "The protocol " + name + " is unknown. Use chat-completions or responses."));
    }
}
