package dev.escapement.anthropic;

import dev.escapement.codegen.JsonWriter;
import dev.escapement.http.ToolSelection;
import java.util.Optional;

/**
 * A writer of the property {@code tool_choice}. It is omitted if it has its default value, because some compatible servers
 * reject it.
 */
final class ToolChoiceWriter implements ToolSelection.Visitor<Optional<String>> {

    private static final String AUTO = "auto";

    private final boolean isThinking;

    private ToolChoiceWriter(boolean isThinking) {
        this.isThinking = isThinking;
    }

    /**
     * Writes the property.
     *
     * @param selection the selection
     * @param isThinking whether the model thinks, in which case the API rejects a forced call
     * @param parallel whether one reply may have several calls; empty for the provider's default
     */
    static void write(JsonWriter out, ToolSelection selection, boolean isThinking, Optional<Boolean> parallel) {
        ToolChoiceWriter writer = new ToolChoiceWriter(isThinking);
        String type = selection.accept(writer.type());
        Optional<String> tool = selection.accept(writer);
        boolean allowsCalls = !type.equals("none");
        if (type.equals(AUTO) && parallel.isEmpty()) {
            return;
        }
        out.name("tool_choice");
        out.beginObject();
        out.property("type", type);
        tool.ifPresent(name -> out.property("name", name));
        if (allowsCalls && parallel.isPresent()) {
            out.name("disable_parallel_tool_use");
            out.writeBoolean(!parallel.get());
        }
        out.endObject();
    }

    private ToolSelection.Visitor<String> type() {
        return new ToolSelection.Visitor<>() {
            @Override
            public String mode(ToolSelection.Mode mode) {
                return switch (mode) {
                    case AUTO -> AUTO;
                    case REQUIRED -> isThinking ? AUTO : "any";
                    case NONE -> "none";
                };
            }

            @Override
            public String only(ToolSelection.Only only) {
                return isThinking ? AUTO : "tool";
            }
        };
    }

    @Override
    public Optional<String> mode(ToolSelection.Mode mode) {
        return Optional.empty();
    }

    @Override
    public Optional<String> only(ToolSelection.Only only) {
        return isThinking ? Optional.empty() : Optional.of(only.tool());
    }
}
