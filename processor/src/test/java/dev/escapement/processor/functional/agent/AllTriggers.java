package dev.escapement.processor.functional.agent;

import dev.escapement.Agent;
import dev.escapement.Codec;
import dev.escapement.Describe;
import dev.escapement.Finish;
import dev.escapement.Pause;
import dev.escapement.Prompt;
import dev.escapement.Step;
import dev.escapement.Tool;
import dev.escapement.Trigger;
import dev.escapement.content.Content;
import dev.escapement.json.JsonText;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** An agent whose triggers have payloads of every kind, and names that the loop also uses. */
@SuppressWarnings("ESC040")
@Agent(name = "desk")
class AllTriggers {

    /** A payload without its own codec. */
    record Mail(
            @Size(max = 5) String from,
            @Describe("The text") String text) {}

    /** A payload with a file and its own codec. */
    @Codec
    record Scan(Content.File file) {}

    /** A generic payload. */
    record Box<T>(T content) {}

    /** A payload with alternatives. */
    sealed interface Change {
        /** A new record. */
        record Added(int id) implements Change {}

        /** A record that no longer exists. */
        record Removed(int id) implements Change {}
    }

    /** A constant payload. */
    enum Level {
        LOW,
        HIGH
    }

    @Tool
    record Ask() {}

    @Tool
    record End() {}

    @Prompt
    String prompt() {
        return "";
    }

    /**
     * Handles a {@link Mail}.
     *
     * @param mail the mail
     */
    @Trigger
    String start(Mail mail) {
        return mail.from() + ": " + mail.text();
    }

    @Trigger
    String triggers(List<Box<String>> boxes) {
        return boxes.get(0).content();
    }

    @Trigger
    String scan(Scan scan) {
        return scan.file().name();
    }

    @Trigger
    String name(int number) {
        return "number " + number;
    }

    @Trigger
    String agent(String agent) {
        return agent;
    }

    @Trigger
    String trigger(@Min(2) long trigger) {
        return "trigger " + trigger;
    }

    @Trigger
    String json(Map<String, int[]> json) {
        return "" + json.get("a")[0];
    }

    @Trigger
    String yield(boolean yield) {
        return "yield " + yield;
    }

    @Trigger
    String record(Change record) {
        return record.toString();
    }

    @Trigger
    String level(Level level) {
        return level.name();
    }

    @Trigger
    String any(JsonText any) {
        return any.json();
    }

    @Trigger
    String at(Instant at) {
        return at.toString();
    }

    @Trigger
    String fail(String message) {
        throw new UnsupportedOperationException(message);
    }

    @Trigger(schedule = "0 9 * * *")
    String daily() {
        return "daily";
    }

    @Step
    Pause<Mail> ask(Ask call) {
        return Pause.asking("Which mail?");
    }

    @Step
    Finish<String> end(End call) {
        return Finish.with("");
    }
}
