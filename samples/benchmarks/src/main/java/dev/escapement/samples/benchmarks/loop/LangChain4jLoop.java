package dev.escapement.samples.benchmarks.loop;

import dev.langchain4j.agent.tool.P;
import dev.langchain4j.agent.tool.Tool;
import dev.langchain4j.agent.tool.ToolExecutionRequest;
import dev.langchain4j.data.message.AiMessage;
import dev.langchain4j.memory.ChatMemory;
import dev.langchain4j.memory.chat.MessageWindowChatMemory;
import dev.langchain4j.model.chat.ChatModel;
import dev.langchain4j.model.chat.request.ChatRequest;
import dev.langchain4j.model.chat.response.ChatResponse;
import dev.langchain4j.service.AiServices;
import java.util.List;

/** A LangChain4j AI service whose tool is a method with one parameter for each argument. */
public final class LangChain4jLoop implements LoopSubject {

    private final Tools tools = new Tools();
    private final ChatModelStub model = new ChatModelStub();
    private final ChatMemory memory = MessageWindowChatMemory.withMaxMessages(Integer.MAX_VALUE);
    private final ReservationAssistant desk;

    /**
     * Creates the benchmark subject.
     *
     * @param remembers whether the service has a chat memory; without one it forgets a conversation after its end
     */
    public LangChain4jLoop(boolean remembers) {
        AiServices<ReservationAssistant> services = AiServices.builder(ReservationAssistant.class)
                .chatModel(model)
                .systemMessage(Script.PROMPT)
                .tools(tools)
                .maxToolCallingRoundTrips(Integer.MAX_VALUE);
        this.desk = (remembers ? services.chatMemory(memory) : services).build();
    }

    @Override
    public int run(int steps) {
        memory.clear();
        tools.reservations = 0;
        model.script = new Script(steps);
        desk.chat(Script.INPUT);
        return tools.reservations;
    }

    /** The interface of the AI service. */
    interface ReservationAssistant {

        String chat(String text);
    }

    /** The object that contains the tool method. */
    public static final class Tools {
        private int reservations;

        private Tools() {}

        @Tool(name = Script.TOOL, value = Script.DESCRIPTION)
        Reservation reserve(
                @P(name = "orderId", value = "the order number") String orderId,
                @P(name = "customer", value = "the name of the customer") String customer,
                @P(name = "quantity", value = "the number of units of each item") int quantity,
                @P(name = "speed", value = "the speed of the delivery") Speed speed,
                @P(name = "skus", value = "the article numbers") List<String> skus,
                @P(name = "gift", value = "whether the items are wrapped") boolean gift) {
            reservations++;
            return Reservation.of(orderId, quantity, skus);
        }
    }

    /** A stub model that replies as the script specifies. */
    private static final class ChatModelStub implements ChatModel {
        private Script script = new Script(0);

        @Override
        public ChatResponse doChat(ChatRequest request) {
            AiMessage reply = script.advance()
                    ? AiMessage.from(ToolExecutionRequest.builder()
                            .id(script.callId())
                            .name(Script.TOOL)
                            .arguments(script.arguments())
                            .build())
                    : AiMessage.from(Script.END);
            return ChatResponse.builder().aiMessage(reply).build();
        }
    }
}
