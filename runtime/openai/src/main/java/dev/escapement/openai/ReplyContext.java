package dev.escapement.openai;

import dev.escapement.http.client.FinishReasons;
import dev.escapement.http.client.ProviderJson;
import dev.escapement.model.ModelInfo;
import dev.escapement.model.ReplyProvenance;
import dev.escapement.tool.ToolSpec;
import java.util.List;
import java.util.Optional;

/**
 * The parts of a request that determine how its reply is read.
 *
 * @param requested the model of the request
 * @param flavor the deviations of the server
 * @param usage reads the usage
 * @param reasons interprets finish reasons
 * @param tools the tools that the request offers
 */
record ReplyContext(
        ModelInfo requested, Flavor flavor, OpenAiUsage usage, FinishReasons reasons, List<ToolSpec<?>> tools) {

    /**
     * Returns the source of a reply.
     *
     * @param model the model as the reply names it; empty if it does not
     * @param id the id of the reply
     */
    ReplyProvenance provenance(String model, String id) {
        return new ReplyProvenance(requested.provider(), model.isEmpty() ? requested.model() : model, id, "", "");
    }

    boolean offers(String tool) {
        return ToolSpec.named(tool, tools).isPresent();
    }

    /** Returns whether a text is the name of an offered tool or the beginning of one. */
    boolean beginsName(String text) {
        return tools.stream().anyMatch(tool -> tool.name().startsWith(text));
    }

    /** Returns whether a name is that of an offered tool, and not also the beginning of a longer one. */
    boolean isUnambiguous(String name) {
        boolean isOnly =
                tools.stream().filter(tool -> tool.name().startsWith(name)).count() == 1;
        return tools.isEmpty() || (isOnly && offers(name));
    }

    /** Returns whether a tool is offered and rejects an empty object. */
    boolean requiresArguments(String tool) {
        return acceptsEmpty(tool).filter(accepts -> !accepts).isPresent();
    }

    /** Returns whether the arguments of a call are a JSON object, or empty for a tool that does not require any. */
    boolean isWhole(String tool, String arguments) {
        return ProviderJson.isObject(arguments)
                || (arguments.isBlank() && acceptsEmpty(tool).orElse(false));
    }

    private Optional<Boolean> acceptsEmpty(String tool) {
        return ToolSpec.named(tool, tools).map(ReplyContext::decodesEmpty);
    }

    private static boolean decodesEmpty(ToolSpec<?> tool) {
        try {
            return tool.decode("{}").<Boolean>fold(accepted -> true, rejected -> false);
        } catch (RuntimeException defect) {
            return true; // the defect of the argument record is reported when the call is decoded
        }
    }
}
