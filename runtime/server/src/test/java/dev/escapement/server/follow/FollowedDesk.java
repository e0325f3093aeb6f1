package dev.escapement.server.follow;

import dev.escapement.Agent;
import dev.escapement.Finish;
import dev.escapement.Prompt;
import dev.escapement.Step;
import dev.escapement.Tool;

/** An agent for tests of event streams. */
@Agent(name = FollowedDesk.NAME)
public final class FollowedDesk {
    /** The name of the agent. */
    public static final String NAME = "FollowedDesk";

    /**
     * Closes the case.
     *
     * @param summary The result
     */
    @Tool
    public record CloseFollowedCase(String summary) {}

    @Prompt
    String prompt() {
        return "You close cases.";
    }

    @Step
    Finish<String> close(CloseFollowedCase call) {
        return Finish.with(call.summary());
    }
}
