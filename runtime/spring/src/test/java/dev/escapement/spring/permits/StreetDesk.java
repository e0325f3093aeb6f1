package dev.escapement.spring.permits;

import dev.escapement.Agent;
import dev.escapement.Finish;
import dev.escapement.Prompt;
import dev.escapement.Step;
import dev.escapement.Tool;

/** A holder of an agent that is a nested, final and package-private class. */
public final class StreetDesk {

    private StreetDesk() {}

    /** Returns the class of the agent, which is not accessible. */
    public static Class<?> agentClass() {
        return Clerk.class;
    }

    /**
     * Answers a question.
     *
     * @param text The answer
     */
    @Tool
    record AnswerQuestion(String text) {}

    /** The agent. */
    @Agent(name = "streets")
    static final class Clerk {

        @Prompt
        String prompt() {
            return "Answer questions about streets.";
        }

        @Step
        Finish<String> answer(AnswerQuestion call) {
            return Finish.with(call.text());
        }
    }
}
