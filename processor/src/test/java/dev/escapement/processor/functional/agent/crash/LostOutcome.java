package dev.escapement.processor.functional.agent.crash;

import dev.escapement.thread.Answer;
import dev.escapement.thread.AnsweredByPerson;
import dev.escapement.thread.Event;

/** A person's answer in place of an outcome that was lost. */
final class LostOutcome {

    private LostOutcome() {}

    /** Returns the event for a person's answer that corresponds to a lost outcome. */
    static AnsweredByPerson answered(Event.OfCall lost) {
        String nextId =
                lost instanceof Event.CallSelected selected ? selected.next().id() : "";
        return new AnsweredByPerson(lost.at(), lost.callId(), ScriptedPeople.ANN.name(), answer(lost), nextId);
    }

    private static Answer answer(Event.OfCall lost) {
        return switch (lost.kind()) {
            case STEP_RETURNED -> new Answer.Returned(((Event.StepReturned) lost).result());
            case STEP_FAILED -> new Answer.Failed(((Event.StepFailed) lost).message());
            case CALL_SELECTED ->
                new Answer.Next(
                        ((Event.CallSelected) lost).next().tool(),
                        ((Event.CallSelected) lost).next().arguments());
            case REPLY_ASKED -> new Answer.Question(((Event.ReplyAsked) lost).question());
            case FINISHED -> new Answer.Finished(((Event.Finished) lost).result());
            default -> throw new IllegalArgumentException("not the outcome of a step: " + lost);
        };
    }
}
