package dev.escapement.processor.functional.agent.crash;

import dev.escapement.run.ThreadInbox;
import dev.escapement.thread.Answer;
import dev.escapement.thread.Budget;
import dev.escapement.thread.EventKind;

/** An action of a person while a thread is executed. */
enum Injection {
    MESSAGE(EventKind.MESSAGE_RECEIVED) {
        @Override
        void into(ThreadInbox inbox) {
            inbox.message(ScenarioWorker.ID, TEXT);
        }
    },
    APPROVAL(EventKind.APPROVED) {
        @Override
        void into(ThreadInbox inbox) {
            inbox.approve(ScenarioWorker.ID, "s1", ScriptedPeople.ANN);
        }
    },
    ANSWER(EventKind.ANSWERED_BY_PERSON) {
        @Override
        void into(ThreadInbox inbox) {
            inbox.answer(ScenarioWorker.ID, "s2", ScriptedPeople.ANN, new Answer.Returned("\"signed by hand\""));
        }
    },
    EXTENSION(EventKind.BUDGET_EXTENDED) {
        @Override
        void into(ThreadInbox inbox) {
            inbox.extend(ScenarioWorker.ID, ScriptedPeople.ANN, Budget.UNLIMITED.withTokens(500));
        }
    },
    CANCELLATION(EventKind.STOPPED) {
        @Override
        void into(ThreadInbox inbox) {
            inbox.cancel(ScenarioWorker.ID, ScriptedPeople.ANN, "Enough.");
        }
    };

    /** The text of the message. */
    static final String TEXT = "Hurry up.";

    private final EventKind kind;

    Injection(EventKind kind) {
        this.kind = kind;
    }

    /** Returns the kind of the event that records the action. */
    EventKind kind() {
        return kind;
    }

    /** Returns whether the action concerns a call that waits for approval. */
    boolean concernsAnOpenCall() {
        return this == APPROVAL || this == ANSWER;
    }

    /** Performs the action. */
    abstract void into(ThreadInbox inbox);
}
