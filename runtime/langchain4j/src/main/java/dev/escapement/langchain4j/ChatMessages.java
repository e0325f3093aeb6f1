package dev.escapement.langchain4j;

import dev.escapement.content.Content;
import dev.escapement.model.Message;
import dev.escapement.tool.Call;
import dev.langchain4j.agent.tool.ToolExecutionRequest;
import dev.langchain4j.data.message.AiMessage;
import dev.langchain4j.data.message.ChatMessage;
import dev.langchain4j.data.message.SystemMessage;
import dev.langchain4j.data.message.ToolExecutionResultMessage;
import dev.langchain4j.data.message.UserMessage;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A converter from the messages of a conversation to LangChain4j messages. */
final class ChatMessages implements Message.Visitor<ChatMessage> {

    private final MessageState state;
    private final FileContents files;
    private final Map<String, String> toolOfCall = new HashMap<>();

    private ChatMessages(MessageState state, FileContents files) {
        this.state = state;
        this.files = files;
    }

    /**
     * Returns the LangChain4j messages for a prompt and a conversation.
     *
     * @param prompt the system prompt; omitted if it is blank
     * @param conversation messages in the form that every provider accepts
     * @param state restores the state of earlier replies
     * @param files converts files
     */
    static List<ChatMessage> of(String prompt, List<Message> conversation, MessageState state, FileContents files) {
        List<ChatMessage> messages = new ArrayList<>();
        if (!prompt.isBlank()) {
            messages.add(SystemMessage.from(prompt));
        }
        ChatMessages converter = new ChatMessages(state, files);
        conversation.forEach(message -> messages.add(message.accept(converter)));
        return messages;
    }

    @Override
    public ChatMessage user(Message.User message) {
        return Content.filesOf(message.content()).isEmpty()
                ? UserMessage.from(message.text())
                : UserMessage.from(files.of(message.content()));
    }

    @Override
    public ChatMessage toolAnswer(Message.ToolAnswer answer) {
        ToolExecutionResultMessage.Builder result = ToolExecutionResultMessage.builder()
                .id(answer.callId())
                .toolName(toolOfCall.get(answer.callId()))
                .isError(answer.failed());
        return Content.filesOf(answer.content()).isEmpty()
                ? result.text(answer.text()).build()
                : result.contents(files.of(answer.content())).build();
    }

    @Override
    public ChatMessage assistant(Message.Assistant assistant) {
        List<ToolExecutionRequest> calls = new ArrayList<>();
        for (Call call : assistant.calls()) {
            toolOfCall.put(call.id(), call.tool());
            calls.add(ToolExecutionRequest.builder()
                    .id(call.id())
                    .name(call.tool())
                    .arguments(call.arguments())
                    .build());
        }
        AiMessage.Builder message = state.restored(assistant.state()).toolExecutionRequests(calls);
        return (assistant.text().isBlank() ? message : message.text(assistant.text())).build();
    }
}
