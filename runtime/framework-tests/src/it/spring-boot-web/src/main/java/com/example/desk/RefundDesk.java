package com.example.desk;

import dev.escapement.Agent;
import dev.escapement.Effect;
import dev.escapement.Finish;
import dev.escapement.Prompt;
import dev.escapement.Step;
import dev.escapement.StepContext;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

@Agent(name = "refund-desk")
@Component
class RefundDesk {

    private final JdbcTemplate database;

    RefundDesk(JdbcTemplate database) {
        this.database = database;
    }

    @Prompt
    String prompt() {
        return "You refund orders.";
    }

    @Step(effect = Effect.TRANSACTIONAL)
    String refund(RefundOrder call, StepContext context) {
        database.update("insert into refund values (?, ?)", context.idempotencyKey(), call.orderId());
        if (call.orderId().equals("A-0000")) {
            throw new IllegalStateException("fails after the insert");
        }
        return "refunded";
    }

    @Step
    Finish<String> close(CloseCase call) {
        return Finish.with(call.summary());
    }
}
