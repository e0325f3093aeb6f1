package dev.escapement.openai;

import dev.escapement.codegen.JsonWriter;
import dev.escapement.content.Content;
import dev.escapement.http.client.CallIds;
import dev.escapement.http.client.MalformedReplyException;
import dev.escapement.http.client.ProviderJson;
import dev.escapement.http.client.UnpairedSurrogates;
import dev.escapement.json.JsonText;
import dev.escapement.model.Message;
import dev.escapement.model.spi.Conversation;
import dev.escapement.tool.Call;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A writer of a Responses request. Each request contains all items and {@code "store": false}, so that the model sees
 * nothing but the thread. The reasoning of the model is part of its reply, encrypted, and precedes its call in later
 * requests.
 *
 * @see <a href="https://platform.openai.com/docs/guides/reasoning">Keeping reasoning items in context</a>
 */
final class ResponsesRequest extends OpenAiRequest {

    private static final Protocol PROTOCOL = Protocol.RESPONSES;
    private static final String REASONING = "reasoning";

    private final ReasoningState state;

    private ResponsesRequest(ConfiguredRequest context, ReasoningState state, List<Message> messages, CallIds ids) {
        super(context, messages, ids);
        this.state = state;
    }

    /**
     * Returns a writer of one Responses request.
     *
     * @param state reads the state of earlier replies
     * @throws IllegalArgumentException as {@link Conversation#of}
     */
    static ResponsesRequest of(ConfiguredRequest context, ReasoningState state) {
        List<Message> messages = Conversation.of(context.request());
        CallIds ids = OpenAiCallIds.of(messages, context.settings().flavor(), PROTOCOL, ownIds(messages, state));
        return new ResponsesRequest(context, state, messages, ids);
    }

    private static Map<String, String> ownIds(List<Message> messages, ReasoningState state) {
        Map<String, String> own = new HashMap<>();
        for (Message message : messages) {
            if (message instanceof Message.Assistant assistant) {
                List<String> ids = state.callIds(assistant);
                for (int i = 0; i < ids.size(); i++) {
                    own.put(assistant.calls().get(i).id(), ids.get(i));
                }
            }
        }
        return own;
    }

    @Override
    Set<String> optional() {
        Set<String> names = super.optional();
        names.addAll(Set.of("include", "store", REASONING));
        return names;
    }

    @Override
    void conversation(JsonWriter out, String prompt) {
        if (!prompt.isBlank()) {
            out.property("instructions", UnpairedSurrogates.replace(prompt));
        }
        out.name("input");
        out.beginArray();
        messages(out);
        out.endArray();
    }

    @Override
    public Consumer<JsonWriter> user(Message.User message) {
        return out -> {
            out.beginObject();
            out.property("role", "user");
            out.name("content");
            content(out, message.content());
            out.endObject();
        };
    }

    private void content(JsonWriter out, List<Content> content) {
        if (Content.filesOf(content).isEmpty()) {
            out.writeString(UnpairedSurrogates.replace(Content.textOf(content)));
            return;
        }
        ResponsesParts parts = new ResponsesParts(
                out,
                files(),
                file -> MediaForm.of(file, PROTOCOL, flavor(), context().info()));
        out.beginArray();
        content.stream()
                .filter(part ->
                        !(part instanceof Content.Text text && text.text().isBlank()))
                .forEach(part -> part.accept(parts).run());
        out.endArray();
    }

    @Override
    public Consumer<JsonWriter> assistant(Message.Assistant assistant) {
        return out -> {
            List<ReasoningState.Item> items = state.items(assistant);
            if (items.isEmpty()) {
                if (!assistant.text().isBlank()) {
                    message(out, "assistant", assistant.text());
                }
                assistant.calls().forEach(call -> call(out, call, Map.of()));
            }
            items.forEach(item -> item.write(out, (call, members) -> call(out, call, members)));
        };
    }

    private void call(JsonWriter out, Call call, Map<String, JsonText> members) {
        out.beginObject();
        out.property("type", "function_call");
        out.property("call_id", acceptedId(call.id()));
        out.property("name", call.tool());
        out.property("arguments", UnpairedSurrogates.replaceInJson(call.arguments()));
        members.forEach((name, value) -> member(out, name, value));
        out.endObject();
    }

    @Override
    public Consumer<JsonWriter> toolAnswer(Message.ToolAnswer answer) {
        return out -> {
            out.beginObject();
            out.property("type", "function_call_output");
            out.property("call_id", acceptedId(answer.callId()));
            out.name("output");
            content(out, answer.content());
            out.endObject();
        };
    }

    @Override
    void function(JsonWriter out, Runnable members) {
        members.run();
    }

    @Override
    String limitName() {
        return "max_output_tokens";
    }

    @Override
    void options(JsonWriter out) {
        options().effort().ifPresent(effort -> optional(out, REASONING, () -> reasoning(out, effort)));
        optional(out, "store", () -> out.writeBoolean(false));
        if (context().settings().requestsReasoning(context().model(), options())) {
            optional(out, "include", () -> {
                out.beginArray();
                out.writeString("reasoning.encrypted_content");
                out.endArray();
            });
        }
    }

    /** Writes the reasoning property of the settings with another effort. */
    private void reasoning(JsonWriter out, String effort) {
        out.beginObject();
        out.property("effort", effort);
        ProviderJson own = own(client().properties().get(REASONING));
        if (own != null) {
            for (String name : own.names()) {
                if (!name.equals("effort")) {
                    out.property(name, new JsonText(own.get(name).raw()));
                }
            }
        }
        out.endObject();
    }

    private static @Nullable ProviderJson own(@Nullable JsonText property) {
        try {
            return property == null ? null : ProviderJson.parse(property.json());
        } catch (MalformedReplyException tooDeep) {
            return null;
        }
    }

    @Override
    void streamOptions(JsonWriter out) {}

    @Override
    boolean declaresPlainTools() {
        return true; // without it, Responses makes the schema strict and does not report that it cannot
    }
}
