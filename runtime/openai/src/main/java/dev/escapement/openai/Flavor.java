package dev.escapement.openai;

import dev.escapement.model.ModelInfo;
import java.util.regex.Pattern;

/** How a server departs from the protocols of OpenAI in what it accepts. */
public enum Flavor {

    /** Not at all, or it is lenient enough. Ids of calls have up to 40 characters. */
    OPENAI("max_completion_tokens", true, Pattern.compile(".{1,40}", Pattern.DOTALL), 40),

    /**
     * Mistral: ids of calls are nine letters or digits, the limit of a reply is called {@code max_tokens}, and usage comes
     * in every stream, but must not be asked for. It refuses requests that are otherwise.
     */
    MISTRAL("max_tokens", false, Pattern.compile("[a-zA-Z0-9]{9}"), 9);

    private final String limit;
    private final boolean usageIsAskedFor;
    private final Pattern callId;
    private final int callIdLength;

    Flavor(String limit, boolean usageIsAskedFor, Pattern callId, int callIdLength) {
        this.limit = limit;
        this.usageIsAskedFor = usageIsAskedFor;
        this.callId = callId;
        this.callIdLength = callIdLength;
    }

    /** What a provider is known to speak. */
    static Flavor of(ModelInfo info) {
        return info.provider().equals("mistral_ai") ? MISTRAL : OPENAI;
    }

    /** The name of the property of Chat Completions that limits the reply. */
    String limit() {
        return limit;
    }

    /** Whether streams have usage only if it is asked for. */
    boolean usageIsAskedFor() {
        return usageIsAskedFor;
    }

    /** Whether an id of a call is accepted as it is. */
    boolean accepts(String id) {
        return callId.matcher(id).matches();
    }

    /** How long an id is that stands in for one that is not accepted. */
    int callIdLength() {
        return callIdLength;
    }
}
