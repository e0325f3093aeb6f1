package dev.escapement.processor.functional.agent;

import dev.escapement.Agent;
import dev.escapement.Finish;
import dev.escapement.Prompt;
import dev.escapement.Step;
import dev.escapement.Tool;
import dev.escapement.Trigger;
import dev.escapement.Upcast;
import dev.escapement.json.JsonText;
import jakarta.validation.constraints.Size;
import java.util.List;

/** The child agent of {@link AllDelegates}. */
@Agent(name = "scribe")
public class Scribe {

    /**
     * A text.
     *
     * @param words the words
     */
    public record Manuscript(List<@Size(max = 10) String> words) {

        @Upcast(from = "0123456789abcdef")
        static JsonText ofText(JsonText old) {
            return new JsonText("{\"words\":[" + old.json() + "]}");
        }
    }

    /**
     * An order.
     *
     * @param title the title
     */
    public record Commission(String title) {}

    /**
     * Deliver the text.
     *
     * @param words the words
     */
    @Tool
    public record Deliver(List<String> words) {}

    @Prompt
    String prompt() {
        return "Write.";
    }

    @Trigger
    String commission(Commission commission) {
        return "Write " + commission.title();
    }

    @Trigger(schedule = "0 9 * * *")
    String daily() {
        return "Write the news.";
    }

    @Step
    Finish<Manuscript> deliver(Deliver call) {
        return Finish.with(new Manuscript(call.words()));
    }
}
