package dev.escapement.server;

import dev.escapement.Agent;
import dev.escapement.Finish;
import dev.escapement.Prompt;
import dev.escapement.Step;
import dev.escapement.Tool;

/** An agent for tests of access. */
@Agent
final class DoorDesk {

    /**
     * Close the case.
     *
     * @param summary The result
     */
    @Tool
    record CloseDoor(String summary) {}

    @Prompt
    String prompt() {
        return "You open doors.";
    }

    @Step
    Finish<String> close(CloseDoor call) {
        return Finish.with(call.summary());
    }
}
