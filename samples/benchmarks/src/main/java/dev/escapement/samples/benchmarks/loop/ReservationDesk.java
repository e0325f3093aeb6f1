package dev.escapement.samples.benchmarks.loop;

import dev.escapement.Agent;
import dev.escapement.Effect;
import dev.escapement.Finish;
import dev.escapement.Prompt;
import dev.escapement.Step;

/** The agent with the measured step. */
@Agent(maxSteps = 0, maxModelCalls = 0)
public final class ReservationDesk {

    private int reservations;

    /** Creates an agent that has not reserved anything. */
    public ReservationDesk() {}

    @Prompt
    String prompt() {
        return Script.PROMPT;
    }

    @Step(effect = Effect.READ)
    Reservation reserve(ReserveItems call) {
        reservations++;
        return Reservation.of(call.orderId(), call.quantity(), call.skus());
    }

    @Step
    Finish<OrderClosed> close(CloseOrder call) {
        return Finish.with(new OrderClosed(call.summary()));
    }

    /** Returns the number of executed steps. */
    int reservations() {
        return reservations;
    }
}
