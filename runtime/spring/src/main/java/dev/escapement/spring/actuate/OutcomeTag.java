package dev.escapement.spring.actuate;

import dev.escapement.engine.Outcome;

/** The values of the tag {@code escapement.step.outcome}. */
final class OutcomeTag implements Outcome.Visitor<String> {

    @Override
    public String returned(Outcome.Returned outcome) {
        return "returned";
    }

    @Override
    public String failed(Outcome.Failed outcome) {
        return "failed";
    }

    @Override
    public String inDoubt(Outcome.InDoubt outcome) {
        return "in_doubt";
    }

    @Override
    public String selected(Outcome.Selected outcome) {
        return "selected";
    }

    @Override
    public String paused(Outcome.Paused outcome) {
        return "paused";
    }

    @Override
    public String delegated(Outcome.Delegated outcome) {
        return "delegated";
    }

    @Override
    public String finished(Outcome.Finished outcome) {
        return "finished";
    }
}
