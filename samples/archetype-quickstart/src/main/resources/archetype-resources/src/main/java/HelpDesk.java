package ${package};

import dev.escapement.Agent;
import dev.escapement.Effect;
import dev.escapement.Finish;
import dev.escapement.Prompt;
import dev.escapement.Step;
import java.util.Map;

/** An agent that answers questions about orders. The processor generates {@code HelpDeskLoop} from it. */
@Agent
final class HelpDesk {
    private final Map<String, String> statusByOrder;

    HelpDesk(Map<String, String> statusByOrder) {
        this.statusByOrder = statusByOrder;
    }

    @Prompt
    String prompt() {
        return "You answer questions about orders.";
    }

    @Step(effect = Effect.READ)
    String lookUp(LookUpOrder call) throws OrderNotFound {
        String status = statusByOrder.get(call.orderId());
        if (status == null) {
            throw new OrderNotFound(call.orderId());
        }
        return status;
    }

    @Step
    Finish<String> close(CloseCase call) {
        return Finish.with(call.answer());
    }
}
