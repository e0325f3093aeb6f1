package dev.escapement.spring.model;

import dev.escapement.gemini.GeminiModel;
import dev.escapement.model.Model;
import dev.escapement.model.PriceTable;
import org.jspecify.annotations.Nullable;

/** A factory of {@link GeminiModel}s. Used by the auto-configuration. */
public final class GeminiFactory implements ModelFactory {

    private final @Nullable PriceTable prices;

    /**
     * Creates a factory.
     *
     * @param prices the prices of all models; null for models without a cost
     */
    public GeminiFactory(@Nullable PriceTable prices) {
        this.prices = prices;
    }

    @Override
    public String provider() {
        return "gemini";
    }

    @Override
    public Model create(ModelSettings settings) {
        return ClientConfigurer.apply(settings, prices, GeminiModel.builder()).build();
    }
}
