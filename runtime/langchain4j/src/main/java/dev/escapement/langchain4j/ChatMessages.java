package dev.escapement.langchain4j;

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

/** Writes a conversation in the terms of LangChain4j. */
final class ChatMessages {

    private final MessageState state;
    private final List<ChatMessage> written = new ArrayList<>();
    private final Map<String, String> toolOfCall = new HashMap<>();

    private ChatMessages(MessageState state) {
        this.state = state;
    }

    /**
     * Writes it.
     *
     * @param prompt the system prompt; left out if it is blank
     * @param conversation messages in the form that every provider takes
     * @param state gives earlier replies what their provider wants back
     */
    static List<ChatMessage> of(String prompt, List<Message> conversation, MessageState state) {
        ChatMessages messages = new ChatMessages(state);
        if (!prompt.isBlank()) {
            messages.written.add(SystemMessage.from(prompt));
        }
        conversation.forEach(messages::add);
        return messages.written;
    }

    private void add(Message message) {
        if (message instanceof Message.User user) {
            written.add(UserMessage.from(user.text()));
        } else if (message instanceof Message.Assistant assistant) {
            written.add(assistant(assistant));
        } else if (message instanceof Message.ToolAnswer answer) {
            written.add(ToolExecutionResultMessage.builder()
                    .id(answer.callId())
                    .toolName(toolOfCall.get(answer.callId()))
                    .text(answer.text())
                    .isError(answer.failed())
                    .build());
        }
    }

    private AiMessage assistant(Message.Assistant assistant) {
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
