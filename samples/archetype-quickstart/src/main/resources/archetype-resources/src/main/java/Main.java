package ${package};

import dev.escapement.model.Model;
import dev.escapement.model.ModelReply;
import dev.escapement.model.ScriptedModel;
import dev.escapement.run.Runner;
import dev.escapement.run.ThreadPrinter;
import dev.escapement.thread.AgentThread;
import java.util.Map;

/** A program that runs the help desk offline with a scripted model. */
public final class Main {
    private Main() {}

    public static void main(String[] args) {
        // Replace it with OpenAiModel.fromEnvironment() or AnthropicModel.fromEnvironment() of the module of the provider.
        Model model = ScriptedModel.of(
                ModelReply.call("c1", "look_up_order", "{\"orderId\":\"A-1042\"}"),
                ModelReply.call("c2", "close_case", "{\"answer\":\"It was delivered yesterday.\"}"));

        Runner runner = Runner.of(new HelpDeskLoop(new HelpDesk(Map.of("A-1042", "delivered"))))
                .model(model)
                .listener(ThreadPrinter.standard())
                .build();
        AgentThread thread = runner.start("Where is order A-1042?");

        System.out.println("Ended: " + thread.hasEnded());
    }
}
