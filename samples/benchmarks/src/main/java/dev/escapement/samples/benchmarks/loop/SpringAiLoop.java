package dev.escapement.samples.benchmarks.loop;

import java.util.List;
import org.springframework.ai.chat.client.ChatClient;
import org.springframework.ai.chat.client.advisor.ToolCallingAdvisor;
import org.springframework.ai.chat.messages.AssistantMessage;
import org.springframework.ai.chat.model.ChatModel;
import org.springframework.ai.chat.model.ChatResponse;
import org.springframework.ai.chat.model.Generation;
import org.springframework.ai.chat.prompt.ChatOptions;
import org.springframework.ai.chat.prompt.Prompt;
import org.springframework.ai.model.tool.DefaultToolCallingManager;
import org.springframework.ai.model.tool.ToolCallingChatOptions;
import org.springframework.ai.tool.function.FunctionToolCallback;

/** A Spring AI chat client without a Spring context, whose tool takes a record as input. */
public final class SpringAiLoop implements LoopSubject {

    private final ScriptedChatModel model = new ScriptedChatModel();
    private final ChatClient client;
    private int reservations;

    /** Creates the benchmark subject. */
    public SpringAiLoop() {
        DefaultToolCallingManager manager = DefaultToolCallingManager.builder()
                .unlimitedCallsPerTool()
                .unlimitedTotalToolCalls()
                .build();
        this.client = ChatClient.builder(model)
                .defaultSystem(Script.PROMPT)
                .defaultAdvisors(
                        ToolCallingAdvisor.builder().toolCallingManager(manager).build())
                .defaultTools(FunctionToolCallback.builder(Script.TOOL, this::reserve)
                        .description(Script.DESCRIPTION)
                        .inputType(ReserveItems.class)
                        .build())
                .build();
    }

    @Override
    public int run(int steps) {
        reservations = 0;
        model.script = new Script(steps);
        client.prompt().user(Script.INPUT).call().content();
        return reservations;
    }

    private Reservation reserve(ReserveItems call) {
        reservations++;
        return Reservation.of(call.orderId(), call.quantity(), call.skus());
    }

    /** A stub model that replies as the script specifies. */
    private static final class ScriptedChatModel implements ChatModel {
        private Script script = new Script(0);

        @Override
        public ChatOptions getOptions() {
            return ToolCallingChatOptions.builder().build();
        }

        @Override
        public ChatResponse call(Prompt prompt) {
            AssistantMessage reply = script.advance()
                    ? AssistantMessage.builder()
                            .content("")
                            .toolCalls(List.of(new AssistantMessage.ToolCall(
                                    script.callId(), "function", Script.TOOL, script.arguments())))
                            .build()
                    : new AssistantMessage(Script.END);
            return new ChatResponse(List.of(new Generation(reply)));
        }
    }
}
