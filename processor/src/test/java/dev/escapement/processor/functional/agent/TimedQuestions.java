package dev.escapement.processor.functional.agent;

import dev.escapement.Agent;
import dev.escapement.Effect;
import dev.escapement.Finish;
import dev.escapement.Gate;
import dev.escapement.Pause;
import dev.escapement.Prompt;
import dev.escapement.Step;
import dev.escapement.Tool;
import dev.escapement.Verdict;
import dev.escapement.content.Content;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import java.time.Duration;
import java.util.List;

/** An agent whose questions have time limits, with and without fallbacks. */
@SuppressWarnings("ESC040")
@Agent
class TimedQuestions {

    static final Duration LIMIT = Duration.ofDays(2);

    record Room(@Min(1) int beds, String name) {}

    @Tool
    record Pay(@Min(1) long cents) {}

    @Tool
    record AskRoom() {}

    @Tool
    record AskGuest() {}

    @Tool
    record AskCode(String fallback) {}

    @Tool
    record AskNames() {}

    @Tool
    record AskScan() {}

    @Tool
    record ChooseRoom() {}

    @Tool
    record ChooseGuest() {}

    @Tool
    record Close() {}

    private final Content.File scan = new Content.File("image/png", "scan.png", "ab".repeat(32), 3);

    @Prompt
    String prompt() {
        return "Rent rooms.";
    }

    @Step(effect = Effect.DESTRUCTIVE)
    void pay(Pay call) {}

    @Gate
    Verdict review(Pay call) {
        return Verdict.ask("Pay " + call.cents() + "?").within(Duration.ofHours(4));
    }

    @Gate
    Verdict.Ask amount(Pay call) {
        return call.cents() > 100 ? Verdict.ask("So much?").within(Duration.ofHours(1)) : Verdict.ask("So little?");
    }

    @Step
    Pause<Room> room(AskRoom call) {
        return Pause.asking("Which room?").within(LIMIT, new Room(2, "blue"));
    }

    @Step
    Pause<String> guest(AskGuest call) {
        return Pause.asking("Which guest?").within(LIMIT);
    }

    @Step
    Pause<@Size(max = 3) String> code(AskCode call) {
        return Pause.asking("Which code?").within(LIMIT, call.fallback());
    }

    @Step
    Pause<List<String>> names(AskNames call) {
        return Pause.asking("Which names?").within(LIMIT, List.of());
    }

    @Step
    Pause<Content.File> scan(AskScan call) {
        return Pause.asking("Which scan?").within(LIMIT, scan);
    }

    @Step
    AskRoom chooseRoom(ChooseRoom call) {
        return new AskRoom();
    }

    @Step
    AskGuest chooseGuest(ChooseGuest call) {
        return new AskGuest();
    }

    @Step
    Finish<String> close(Close call) {
        return Finish.with("closed");
    }
}
