package dev.escapement.samples.retail.chat;

import dev.escapement.anthropic.AnthropicModel;
import dev.escapement.model.Model;
import dev.escapement.openai.OpenAiModel;

/** The model that the environment names. */
public final class ChosenModel {

    private static final String HOW = "There is no model in the environment: set OPENAI_MODEL and OPENAI_API_KEY"
            + " (or OPENAI_BASE_URL, for a server of your own), or ANTHROPIC_MODEL and ANTHROPIC_API_KEY.";

    private ChosenModel() {}

    /**
     * Finds the model. If variables of both providers name one, it is OpenAI's.
     *
     * @return the model
     * @throws IllegalStateException if there is none; the message says in one line how to set one
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
