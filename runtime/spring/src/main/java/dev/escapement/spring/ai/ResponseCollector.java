package dev.escapement.spring.ai;

import dev.escapement.json.JsonText;
import dev.escapement.model.Delta;
import dev.escapement.model.ModelReply;
import dev.escapement.model.ReplyProvenance;
import dev.escapement.model.StopReason;
import dev.escapement.model.Usage;
import dev.escapement.model.spi.ReplyBuilder;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.ai.chat.messages.AssistantMessage;
import org.springframework.ai.chat.messages.AssistantMessage.ToolCall;
import org.springframework.ai.chat.metadata.ChatGenerationMetadata;
import org.springframework.ai.chat.metadata.ChatResponseMetadata;
import org.springframework.ai.chat.model.ChatResponse;
import org.springframework.ai.chat.model.Generation;

/**
 * A collector of the responses of a chat model to one prompt: one response, or the parts of a stream. Any part of a response
 * may be missing. An adapter may divide one reply into several results, for example its thinking, its text and its calls.
 */
final class ResponseCollector {

    private static final String REFUSAL = "refusal";

    private final boolean isStream;
    private final Consumer<Delta> deltas;
    private final StringBuilder text = new StringBuilder();
    private final StringBuilder refusal = new StringBuilder();
    private final List<ToolCall> calls = new ArrayList<>();
    private final Map<String, Object> metadata = new LinkedHashMap<>();
    private String finishReason = "";
    private String id = "";
    private String model = "";
    private org.springframework.ai.chat.metadata.@Nullable Usage usage;

    /**
     * Creates an empty collector.
     *
     * @param isStream whether the responses are parts of one reply, whose calls may arrive in fragments
     * @param deltas receives the deltas of the parts
     */
    ResponseCollector(boolean isStream, Consumer<Delta> deltas) {
        this.isStream = isStream;
        this.deltas = deltas;
    }

    void add(ChatResponse response) {
        ChatResponseMetadata about = response.getMetadata();
        if (about != null) {
            id = firstOf(about.getId(), id);
            model = firstOf(about.getModel(), model);
            org.springframework.ai.chat.metadata.Usage reported = about.getUsage();
            if (reported != null && (usage == null || count(reported) >= count(usage))) { // streams repeat zeros
                usage = reported;
            }
        }
        if (response.getResults() != null) {
            response.getResults().stream().filter(Objects::nonNull).forEach(this::add);
        }
    }

    private static long count(org.springframework.ai.chat.metadata.Usage usage) {
        return tokens(usage.getPromptTokens()) + tokens(usage.getCompletionTokens());
    }

    private void add(Generation generation) {
        ChatGenerationMetadata about = generation.getMetadata();
        if (about != null) {
            finishReason = firstOf(about.getFinishReason(), finishReason);
        }
        AssistantMessage message = generation.getOutput();
        if (message == null) {
            return;
        }
        Map<String, Object> added = message.getMetadata() == null ? Map.of() : message.getMetadata();
        String words = orEmpty(message.getText());
        boolean hasCalls =
                message.getToolCalls() != null && !message.getToolCalls().isEmpty();
        if (isThinking(added) && !hasCalls) {
            emit(words, Delta.Thinking::new);
            return;
        }
        metadata.putAll(added);
        refusal.append(added.get(REFUSAL) instanceof String refused ? refused : "");
        text.append(words);
        emit(words, Delta.Text::new);
        if (hasCalls) {
            message.getToolCalls().stream().filter(Objects::nonNull).forEach(this::add);
        }
    }

    /**
     * Returns whether a result contains the model's thinking: with a signature or encrypted by Anthropic, or a summary of
     * Google's models.
     */
    private static boolean isThinking(Map<String, Object> metadata) {
        return metadata.containsKey("signature")
                || metadata.containsKey("thinking")
                || metadata.containsKey("data")
                || Boolean.TRUE.equals(metadata.get("isThought"));
    }

    private void emit(String words, Function<String, Delta> delta) {
        if (!words.isEmpty()) {
            deltas.accept(delta.apply(words));
        }
    }

    /** Adds a call. A fragment in a stream has the id of its call, or neither an id nor a name. */
    private void add(ToolCall call) {
        int index = isStream ? indexOf(call) : -1;
        String fragment = orEmpty(call.arguments());
        if (index < 0) {
            calls.add(call);
            index = calls.size() - 1;
            deltas.accept(new Delta.CallBegun(index, orEmpty(call.name())));
        } else if (orEmpty(calls.get(index).arguments()).equals(fragment)) {
            return; // the complete call at the end of a stream
        } else {
            ToolCall begun = calls.get(index);
            calls.set(
                    index, new ToolCall(begun.id(), begun.type(), begun.name(), orEmpty(begun.arguments()) + fragment));
        }
        int position = index;
        emit(fragment, json -> new Delta.Arguments(position, json));
    }

    private int indexOf(ToolCall call) {
        if (orEmpty(call.id()).isBlank()) {
            return orEmpty(call.name()).isBlank() ? calls.size() - 1 : -1;
        }
        for (int i = 0; i < calls.size(); i++) {
            if (call.id().equals(calls.get(i).id())) {
                return i;
            }
        }
        return -1;
    }

    /**
     * Returns the collected reply.
     *
     * @param state stores the metadata of the reply
     * @param converter converts the usage
     */
    ReplyBuilder reply(MetadataState state, Function<org.springframework.ai.chat.metadata.Usage, Usage> converter) {
        boolean isRefused = text.toString().isBlank() && calls.isEmpty() && !refusal.isEmpty();
        ReplyBuilder reply = ModelReply.builder()
                .text(isRefused ? refusal.toString() : text.toString())
                .stop(isRefused ? StopReason.REFUSAL : FinishReasonMapper.stop(finishReason, this::isWhole))
                .usage(usage == null ? Usage.NONE : converter.apply(usage))
                .provenance(new ReplyProvenance(state.provider(), model, id, "", ""))
                .finishReason(finishReason);
        for (ToolCall call : calls) {
            reply.call(orEmpty(call.id()), orEmpty(call.name()), orEmpty(call.arguments()));
        }
        state.of(metadata).ifPresent(reply::state);
        return reply;
    }

    private boolean isWhole() {
        return calls.isEmpty()
                ? !text.toString().isBlank()
                : calls.stream().allMatch(call -> isObject(orEmpty(call.arguments())));
    }

    private static boolean isObject(String arguments) {
        try {
            return arguments.isBlank() || new JsonText(arguments).json().strip().startsWith("{");
        } catch (IllegalArgumentException incomplete) {
            return false;
        }
    }

    /** Returns the number of input and output tokens. */
    static Usage usage(org.springframework.ai.chat.metadata.Usage usage) {
        return new Usage(tokens(usage.getPromptTokens()), tokens(usage.getCompletionTokens()));
    }

    private static long tokens(@Nullable Integer count) {
        return count == null ? 0 : Math.max(0, count);
    }

    private static String firstOf(@Nullable String text, String other) {
        return text == null || text.isBlank() ? other : text;
    }

    private static String orEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }
}
