package dev.escapement.spring.model;

import dev.escapement.model.Model;

/**
 * A factory of the models of one provider. Beans of this type add providers to those of the starter:
 *
 * <pre>{@code
 * @Component
 * class BedrockFactory implements ModelFactory {
 *     public String provider() {
 *         return "bedrock"; // escapement.models.default.provider=bedrock
 *     }
 *
 *     public Model create(ModelSettings settings) {
 *         return new BedrockModel(settings.model());
 *     }
 * }
 * }</pre>
 *
 * <p>The factory is called once for each entry of {@code escapement.models} that an agent uses.
 */
public interface ModelFactory {

    /**
     * Returns the name of the provider.
     *
     * @return the value of {@code escapement.models.<name>.provider}; case and hyphens are ignored
     */
    String provider();

    /**
     * Creates a model. Sends nothing.
     *
     * @param settings the settings of the model
     * @return the model
     * @throws IllegalArgumentException if a setting is missing or invalid; the message does not contain secrets
     */
    Model create(ModelSettings settings);
}
