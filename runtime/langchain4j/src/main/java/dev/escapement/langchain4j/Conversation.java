package dev.escapement.langchain4j;

import dev.escapement.model.Message;
import dev.escapement.model.ModelRequest;
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

/** Writes the conversation of one request in the terms of LangChain4j. */
final class Conversation {

    private final ModelRequest request;
    private final List<ChatMessage> written = new ArrayList<>();
    private final List<String> waiting = new ArrayList<>();
    private final Map<String, String> toolOfCall = new HashMap<>();

    private Conversation(ModelRequest request) {
        this.request = request;
    }

    static List<ChatMessage> of(ModelRequest request) {
        return new Conversation(request).write();
    }

    private List<ChatMessage> write() {
        if (!request.prompt().isBlank()) {
            written.add(SystemMessage.from(request.prompt()));
        }
        for (Message message : request.messages()) {
            if (message instanceof Message.User user) {
                // Held back until the model speaks again: the answers to its calls must stand directly behind them, and
                // many providers refuse two messages of the user in a row.
                waiting.add(user.text());
            } else if (message instanceof Message.ToolAnswer answer) {
                written.add(answer(answer));
            } else if (message instanceof Message.Assistant assistant) {
                assistant(assistant);
            }
        }
        writeWaiting();
        return written;
    }

    private void assistant(Message.Assistant assistant) {
        if (assistant.text().isBlank() && assistant.calls().isEmpty()) {
            return; // providers refuse a message without content
        }
        writeWaiting();
        List<ToolExecutionRequest> calls = new ArrayList<>();
        for (Call call : assistant.calls()) {
            toolOfCall.put(call.id(), call.tool());
            calls.add(ToolExecutionRequest.builder()
                    .id(call.id())
                    .name(call.tool())
                    .arguments(ArgumentsObject.of(call, request.tools()))
                    .build());
        }
        AiMessage.Builder message = AiMessage.builder().toolExecutionRequests(calls);
        written.add((assistant.text().isBlank() ? message : message.text(assistant.text())).build());
    }

    private ChatMessage answer(Message.ToolAnswer answer) {
        String tool = toolOfCall.get(answer.callId());
        if (tool == null) {
            throw new IllegalArgumentException(
                    "no message before the answer to " + answer.callId() + " made that call");
        }
        return ToolExecutionResultMessage.builder()
                .id(answer.callId())
                .toolName(tool)
                .text(answer.text())
                .isError(answer.failed())
                .build();
    }

    private void writeWaiting() {
        if (!waiting.isEmpty()) {
            written.add(UserMessage.from(String.join("\n\n", waiting)));
            waiting.clear();
        }
    }
}
