package dev.escapement.openai;

import dev.escapement.http.client.ToolDefinition;
import dev.escapement.json.JsonText;
import dev.escapement.model.ModelInfo;
import dev.escapement.model.ModelRequest;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A request together with the settings that determine its form.
 *
 * @param settings the settings of the client
 * @param protocol the protocol
 * @param info the model to which the request is sent
 * @param tools the definitions of the tools
 * @param request the request
 * @param stream whether the reply is streamed
 * @param omitted the properties that the server rejects
 */
record ConfiguredRequest(
        OpenAiSettings settings,
        Protocol protocol,
        ModelInfo info,
        List<ToolDefinition> tools,
        ModelRequest request,
        boolean stream,
        Set<String> omitted) {

    private static final String NEW_LIMIT = "max_completion_tokens";
    private static final String OLD_LIMIT = "max_tokens";

    /** Returns the name of the model in the request. */
    String model() {
        return request.options().model().orElse(settings.client().model());
    }

    /** Returns whether a property that the client writes is omitted or replaced by a property of the settings. */
    boolean omits(String property) {
        String name = settings.flavor().name(property);
        Map<String, JsonText> own = settings.client().properties();
        return settings.flavor().omits(property)
                || isRejected(property)
                || isRejected(name)
                || (!isOption(property) && (own.containsKey(property) || own.containsKey(name)));
    }

    boolean isRejected(String property) {
        return omitted.contains(property);
    }

    /**
     * Returns whether a property of the settings is not written, because an option of the request replaces it or because
     * it is the null with which the settings omit a property of the client.
     */
    boolean replaces(String property, JsonText value) {
        boolean isOmission = value.json().strip().equals("null") && protocol.isOptional(property);
        return isOmission || isOption(property);
    }

    /** Returns whether an option of the request determines a property. */
    private boolean isOption(String property) {
        return switch (property) {
            case "temperature" -> request.options().temperature().isPresent();
            case "reasoning_effort", "reasoning" ->
                protocol.effort().equals(property) && request.options().effort().isPresent();
            case NEW_LIMIT, OLD_LIMIT, "max_output_tokens" ->
                request.options().maxOutputTokens().isPresent();
            default -> false;
        };
    }

    /**
     * Returns the name of the property that limits the length of the reply, or an empty string if none is written. A
     * server that rejects one of the two names in Chat Completions may accept the other one. The limit itself is never
     * omitted because of a rejection.
     */
    String limitName(String property) {
        Map<String, JsonText> own = settings.client().properties();
        boolean isChat = protocol == Protocol.CHAT_COMPLETIONS;
        boolean isOwn = own.containsKey(property) || (isChat && own.containsKey(OLD_LIMIT));
        if (settings.flavor().omits(property) || (isOwn && !isOption(property))) {
            return "";
        }
        String name = isChat && own.containsKey(OLD_LIMIT)
                ? OLD_LIMIT
                : settings.flavor().name(property);
        if (!isRejected(name)) {
            return name;
        }
        String other = name.equals(NEW_LIMIT) ? OLD_LIMIT : NEW_LIMIT;
        return isChat && !isRejected(other) ? other : name;
    }
}
