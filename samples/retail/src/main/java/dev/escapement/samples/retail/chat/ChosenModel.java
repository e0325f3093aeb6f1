package dev.escapement.samples.retail.chat;

import dev.escapement.anthropic.AnthropicModel;
import dev.escapement.model.Model;
import dev.escapement.openai.OpenAiModel;

/** A factory that creates the model configured by environment variables. */
public final class ChosenModel {

    private static final String HOW = "The environment does not name a model. Set OPENAI_MODEL and OPENAI_API_KEY"
            + " (or OPENAI_BASE_URL, for a server of your own), or ANTHROPIC_MODEL and ANTHROPIC_API_KEY.";

    private ChosenModel() {}

    /**
     * Returns the model configured by the environment variables. OpenAI's takes precedence if the environment names
     * models of both providers.
     *
     * @return the model
     * @throws IllegalStateException if the environment does not name a model; the message lists the variables to set
     */
    public static Model find() {
        if (isSet("OPENAI_MODEL")) {
            return OpenAiModel.fromEnvironment();
        } else if (isSet("ANTHROPIC_MODEL")) {
            return AnthropicModel.fromEnvironment();
        }
        throw new IllegalStateException(HOW);
    }

    private static boolean isSet(String variable) {
        String value = System.getenv(variable);
        return value != null && !value.isBlank();
    }
}
