package dev.escapement.spring.model;

import dev.escapement.anthropic.AnthropicModel;
import dev.escapement.model.Model;
import dev.escapement.model.PriceTable;
import org.jspecify.annotations.Nullable;

/** A factory of {@link AnthropicModel}s. Used by the auto-configuration. */
public final class AnthropicFactory implements ModelFactory {

    private final @Nullable PriceTable prices;

    /**
     * Creates a factory.
     *
     * @param prices the prices of all models; null for models without a cost
     */
    public AnthropicFactory(@Nullable PriceTable prices) {
        this.prices = prices;
    }

    @Override
    public String provider() {
        return "anthropic";
    }

    @Override
    public Model create(ModelSettings settings) {
        return ClientConfigurer.apply(settings, prices, AnthropicModel.builder())
                .build();
    }
}
