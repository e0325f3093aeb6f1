package dev.escapement.server.body;

import dev.escapement.Codec;
import dev.escapement.json.JsonText;
import jakarta.validation.constraints.Positive;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.OptionalLong;

/** A decision of a person. The property {@code type} distinguishes the types. */
@Codec
public sealed interface DecisionBody {

    /**
     * A function with a method for each type of decision.
     *
     * @param <R> the type of the result
     */
    interface Visitor<R> {
        /** {@return the result for an approval} */
        R approve(Approve decision);

        /** {@return the result for an approval with edited arguments} */
        R approveEdited(ApproveEdited decision);

        /** {@return the result for a refusal} */
        R refuse(Refuse decision);

        /** {@return the result for a reply} */
        R reply(Reply decision);

        /** {@return the result for the resolution of a call} */
        R answer(Answer decision);

        /** {@return the result for a message} */
        R message(Message decision);

        /** {@return the result for an extension of the budget} */
        R extend(Extend decision);

        /** {@return the result for the end of a thread} */
        R cancel(Cancel decision);
    }

    /** {@return the result of the visitor's method for this type} */
    <R> R accept(Visitor<R> visitor);

    /**
     * An approval of a call.
     *
     * @param callId the id of the call
     * @param argumentsSha256 the hash of the arguments that the person saw
     */
    record Approve(String callId, String argumentsSha256) implements DecisionBody {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.approve(this);
        }
    }

    /**
     * An approval of a call with edited arguments.
     *
     * @param callId the id of the call
     * @param argumentsSha256 the hash of the arguments that the person saw
     * @param arguments all arguments of the call
     */
    record ApproveEdited(String callId, String argumentsSha256, JsonText arguments) implements DecisionBody {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.approveEdited(this);
        }
    }

    /**
     * A refusal of a call.
     *
     * @param callId the id of the call
     * @param argumentsSha256 the hash of the arguments that the person saw
     * @param reason the reason, which the model receives, not blank
     */
    record Refuse(String callId, String argumentsSha256, String reason) implements DecisionBody {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.refuse(this);
        }
    }

    /**
     * A reply to a paused step.
     *
     * @param callId the id of the call
     * @param argumentsSha256 the hash of the arguments that the person saw
     * @param reply the reply
     */
    record Reply(String callId, String argumentsSha256, JsonText reply) implements DecisionBody {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.reply(this);
        }
    }

    /**
     * A resolution of a call in place of its step.
     *
     * @param callId the id of the call
     * @param argumentsSha256 the hash of the arguments that the person saw
     * @param answer the resolution
     */
    record Answer(String callId, String argumentsSha256, AnswerBody answer) implements DecisionBody {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.answer(this);
        }
    }

    /**
     * A message to the model.
     *
     * @param text the text, not blank
     * @param argumentsSha256 the hash of the question that the message answers; absent for a message that does not answer a
     *     question
     */
    record Message(String text, Optional<String> argumentsSha256) implements DecisionBody {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.message(this);
        }
    }

    /**
     * An extension of the budget by at least one amount.
     *
     * @param steps the number of further steps of a turn
     * @param modelCalls the number of further replies of the model in a turn
     * @param tokens the number of further tokens
     * @param cost the further cost
     * @param seconds the further working time of a turn
     */
    record Extend(
            @Positive OptionalLong steps,
            @Positive OptionalLong modelCalls,
            @Positive OptionalLong tokens,
            Optional<@Positive BigDecimal> cost,
            @Positive OptionalLong seconds)
            implements DecisionBody {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.extend(this);
        }
    }

    /**
     * The end of a thread.
     *
     * @param reason the reason, which only people read
     */
    record Cancel(String reason) implements DecisionBody {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.cancel(this);
        }
    }
}
