package dev.escapement.openai;

import dev.escapement.codegen.JsonWriter;
import dev.escapement.content.Content;
import dev.escapement.http.client.CallIds;
import dev.escapement.http.client.ProviderJson;
import dev.escapement.http.client.UnpairedSurrogates;
import dev.escapement.json.JsonText;
import dev.escapement.model.Message;
import dev.escapement.model.spi.Conversation;
import dev.escapement.tool.Call;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/** A writer of a Chat Completions request. */
final class ChatRequest extends OpenAiRequest {

    private static final Protocol PROTOCOL = Protocol.CHAT_COMPLETIONS;

    /** The type of thinking parts in the content of a message. */
    private static final String THINKING = "thinking";

    private final ChatState state;

    private ChatRequest(ConfiguredRequest context, ChatState state, List<Message> messages, CallIds ids) {
        super(context, messages, ids);
        this.state = state;
    }

    /**
     * Returns a writer of one Chat Completions request.
     *
     * @param state reads the state of earlier replies
     * @throws IllegalArgumentException as {@link Conversation#of}
     */
    static ChatRequest of(ConfiguredRequest context, ChatState state) {
        Flavor flavor = context.settings().flavor();
        List<Message> messages = Conversation.of(context.request());
        CallIds ids = OpenAiCallIds.of(messages, flavor, PROTOCOL, ownIds(messages, state));
        List<Message> arranged =
                flavor.userJoinsAnswer() ? AnswerFiles.withUserInAnswer(messages) : AnswerFiles.moved(messages, ids);
        return new ChatRequest(context, state, arranged, ids);
    }

    private static Map<String, String> ownIds(List<Message> messages, ChatState state) {
        Map<String, String> own = new HashMap<>();
        for (Message message : messages) {
            if (message instanceof Message.Assistant assistant) {
                List<ChatState.ExtendedCall> calls = state.extras(assistant).calls();
                for (int i = 0; i < calls.size(); i++) {
                    own.put(assistant.calls().get(i).id(), calls.get(i).id());
                }
            }
        }
        own.values().removeIf(String::isEmpty);
        return own;
    }

    @Override
    Set<String> optional() {
        Set<String> names = super.optional();
        names.addAll(Set.of("stream_options", "reasoning_effort", "max_tokens", "max_completion_tokens"));
        for (Message message : messages()) {
            if (message instanceof Message.Assistant assistant) {
                names.addAll(members(assistant).keySet());
                if (state.extras(assistant).members().containsKey(ChatState.CONTENT)) {
                    names.add(THINKING);
                }
                for (ChatState.ExtendedCall call : state.extras(assistant).calls()) {
                    names.addAll(call.members().keySet());
                    names.addAll(call.function().keySet());
                }
            }
        }
        return names;
    }

    @Override
    void conversation(JsonWriter out, String prompt) {
        out.name("messages");
        out.beginArray();
        if (!prompt.isBlank()) {
            message(out, flavor().promptRole(), prompt);
        }
        messages(out);
        out.endArray();
    }

    @Override
    public Consumer<JsonWriter> user(Message.User message) {
        return out -> {
            out.beginObject();
            out.property("role", "user");
            content(out, message.content());
            out.endObject();
        };
    }

    private void content(JsonWriter out, List<Content> content) {
        out.name("content");
        if (Content.filesOf(content).isEmpty()) {
            out.writeString(UnpairedSurrogates.replace(Content.textOf(content)));
        } else {
            ChatParts parts = new ChatParts(
                    out,
                    files(),
                    flavor(),
                    file -> MediaForm.of(file, PROTOCOL, flavor(), context().info()));
            out.beginArray();
            content.forEach(part -> part.accept(parts).run());
            out.endArray();
        }
    }

    @Override
    public Consumer<JsonWriter> toolAnswer(Message.ToolAnswer answer) {
        return out -> {
            out.beginObject();
            out.property("role", "tool");
            out.property("tool_call_id", acceptedId(answer.callId()));
            content(out, answer.content());
            out.endObject();
        };
    }

    @Override
    public Consumer<JsonWriter> assistant(Message.Assistant assistant) {
        return out -> {
            out.beginObject();
            out.property("role", "assistant");
            text(out, assistant);
            members(assistant).forEach((name, value) -> added(out, name, value));
            calls(out, assistant.calls(), state.extras(assistant));
            out.endObject();
        };
    }

    /** Returns the properties that the server added to a message, or that it requires in each message with calls. */
    private Map<String, JsonText> members(Message.Assistant assistant) {
        Map<String, JsonText> members =
                new LinkedHashMap<>(state.extras(assistant).members());
        if (!assistant.calls().isEmpty()) {
            flavor().messageWithCalls().forEach(members::putIfAbsent);
        }
        members.remove(ChatState.CONTENT);
        members.keySet().removeIf(name -> !flavor().returns(name) && !flavor().requiresWithCalls(name));
        return members;
    }

    private void added(JsonWriter out, String name, JsonText value) {
        if (!context().isRejected(name)) {
            member(out, name, value);
        }
    }

    private void text(JsonWriter out, Message.Assistant assistant) {
        String text = assistant.text();
        JsonText thinking = state.extras(assistant).members().get(ChatState.CONTENT);
        if (thinking != null && !context().isRejected(THINKING)) {
            parts(out, ProviderJson.parse(thinking.json()).items(), text);
        } else if (text.isBlank()) {
            out.name("content");
            out.writeNull(); // some servers require the property, others reject an empty text
        } else {
            out.property("content", UnpairedSurrogates.replace(text));
        }
    }

    private static void parts(JsonWriter out, List<ProviderJson> thinking, String text) {
        out.name("content");
        out.beginArray();
        for (ProviderJson part : thinking) {
            out.writeJson(new JsonText(part.raw()));
        }
        if (!text.isBlank()) {
            out.beginObject();
            out.property("type", "text");
            out.property("text", UnpairedSurrogates.replace(text));
            out.endObject();
        }
        out.endArray();
    }

    private void calls(JsonWriter out, List<Call> calls, ChatState.Extras extras) {
        if (!calls.isEmpty()) {
            out.name("tool_calls");
            out.beginArray();
            for (int i = 0; i < calls.size(); i++) {
                call(out, calls.get(i), extras.of(i));
            }
            out.endArray();
        }
    }

    private void call(JsonWriter out, Call call, ChatState.ExtendedCall extended) {
        out.beginObject();
        out.property("id", acceptedId(call.id()));
        out.property("type", "function");
        function(out, () -> {
            out.property("name", call.tool());
            out.property("arguments", UnpairedSurrogates.replaceInJson(call.arguments()));
            extended.function().forEach((name, value) -> added(out, name, value));
        });
        extended.members().forEach((name, value) -> added(out, name, value));
        out.endObject();
    }

    @Override
    void function(JsonWriter out, Runnable members) {
        out.name("function");
        out.beginObject();
        members.run();
        out.endObject();
    }

    @Override
    String limitName() {
        return "max_completion_tokens";
    }

    @Override
    void options(JsonWriter out) {
        options().effort().ifPresent(effort -> optional(out, "reasoning_effort", () -> out.writeString(effort)));
    }

    @Override
    void streamOptions(JsonWriter out) {
        optional(out, "stream_options", () -> {
            out.beginObject();
            out.name("include_usage");
            out.writeBoolean(true);
            out.endObject();
        });
    }

    @Override
    boolean declaresPlainTools() {
        return false; // a tool is not strict by default, and some servers do not know the property
    }
}
