package dev.escapement.spring.ai;

import dev.escapement.tool.Call;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.ai.chat.messages.AssistantMessage;
import org.springframework.ai.chat.messages.Message;
import org.springframework.ai.chat.messages.SystemMessage;
import org.springframework.ai.chat.messages.ToolResponseMessage;
import org.springframework.ai.chat.messages.ToolResponseMessage.ToolResponse;
import org.springframework.ai.chat.messages.UserMessage;
import org.springframework.ai.content.Media;

/**
 * A converter from the messages of a conversation to messages of Spring AI. The answers to the calls of one reply become one
 * message. Because an answer has no media, the files of answers follow in a message from the user.
 */
final class PromptMessages implements dev.escapement.model.Message.Visitor<Boolean> {

    private static final String FILES = "The files of the preceding tool results:";

    private final MetadataState state;
    private final MediaContents contents;
    private final Map<String, String> toolOfCall = new HashMap<>();
    private final List<Message> messages = new ArrayList<>();
    private final List<ToolResponse> answers = new ArrayList<>();
    private final List<Media> files = new ArrayList<>();

    private PromptMessages(MetadataState state, MediaContents contents) {
        this.state = state;
        this.contents = contents;
    }

    /**
     * Returns the messages for a prompt and a conversation.
     *
     * @param prompt the system prompt; omitted if it is blank
     * @param conversation messages in the form that every provider accepts
     * @param state restores the metadata of earlier replies
     * @param contents converts files
     */
    static List<Message> of(
            String prompt,
            List<dev.escapement.model.Message> conversation,
            MetadataState state,
            MediaContents contents) {
        PromptMessages converter = new PromptMessages(state, contents);
        if (!prompt.isBlank()) {
            converter.messages.add(new SystemMessage(prompt));
        }
        conversation.forEach(message -> message.accept(converter));
        converter.endAnswers();
        return converter.messages;
    }

    @Override
    public Boolean user(dev.escapement.model.Message.User message) {
        endAnswers();
        MediaContents.MessageParts parts = contents.of(message.content());
        return messages.add(
                UserMessage.builder().text(parts.text()).media(parts.media()).build());
    }

    @Override
    public Boolean toolAnswer(dev.escapement.model.Message.ToolAnswer answer) {
        MediaContents.MessageParts parts = contents.of(answer.content());
        files.addAll(parts.media());
        return answers.add(
                new ToolResponse(answer.callId(), toolOfCall.getOrDefault(answer.callId(), ""), parts.text()));
    }

    @Override
    public Boolean assistant(dev.escapement.model.Message.Assistant assistant) {
        endAnswers();
        List<AssistantMessage.ToolCall> calls = new ArrayList<>();
        for (Call call : assistant.calls()) {
            toolOfCall.put(call.id(), call.tool());
            calls.add(new AssistantMessage.ToolCall(call.id(), "function", call.tool(), call.arguments()));
        }
        return messages.add(AssistantMessage.builder()
                .content(assistant.text())
                .properties(state.restored(assistant.state()))
                .toolCalls(calls)
                .build());
    }

    private void endAnswers() {
        if (!answers.isEmpty()) {
            messages.add(ToolResponseMessage.builder()
                    .responses(List.copyOf(answers))
                    .build());
            answers.clear();
        }
        if (!files.isEmpty()) {
            messages.add(
                    UserMessage.builder().text(FILES).media(List.copyOf(files)).build());
            files.clear();
        }
    }
}
