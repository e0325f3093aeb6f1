package com.example.desk;

import dev.escapement.Agent;
import dev.escapement.Effect;
import dev.escapement.Finish;
import dev.escapement.Prompt;
import dev.escapement.Step;
import org.springframework.stereotype.Component;

@Agent
@Component
class OrderDesk {

    @Prompt
    String prompt() {
        return "You answer questions about orders.";
    }

    @Step(effect = Effect.READ)
    String lookUp(LookUpOrder call) {
        return call.orderId() + " is on its way";
    }

    @Step
    Finish<String> close(CloseCase call) {
        return Finish.with(call.summary());
    }
}
